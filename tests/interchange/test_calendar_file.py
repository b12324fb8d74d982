"""Days as an iCalendar file, read back by a parser of that format."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from auditblanc.domain.agenda import Due, DueKind
from auditblanc.interchange.calendar_file import calendar_file
from tests.strategies import lines

AT = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


def read(data: bytes):
    return Calendar.from_ical(data)


def test_a_day_is_a_whole_day_and_several_end_the_day_after():
    dues = (
        Due(key="audit", kind=DueKind.AUDIT, title="Audit", first=date(2027, 3, 9), last=date(2027, 3, 10)),
        Due(
            key="action-a",
            kind=DueKind.ACTION,
            title="Publier ; relire, envoyer",
            first=date(2026, 12, 1),
            owner="Paul",
        ),
    )

    calendar = read(calendar_file("Atelier Mimosa", dues, within="mimosa", at=AT))

    assert (str(calendar["X-WR-CALNAME"]), str(calendar["VERSION"])) == ("Atelier Mimosa", "2.0")
    assert [
        (str(event["UID"]), str(event["SUMMARY"]), event["DTSTART"].dt, event["DTEND"].dt) for event in calendar.events
    ] == [
        ("audit@mimosa.auditblanc", "Audit : Audit", date(2027, 3, 9), date(2027, 3, 11)),
        (
            "action-a@mimosa.auditblanc",
            "Action : Publier ; relire, envoyer",
            date(2026, 12, 1),
            date(2026, 12, 2),
        ),
    ]
    assert str(calendar.events[1]["DESCRIPTION"]) == "Qui s’en charge : Paul"


@given(title=lines.filter(bool), first=st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_title_comes_back(title, first):
    due = Due(key="k", kind=DueKind.PROOF, title=title, first=first)

    [event] = read(calendar_file("x", (due,), within="o", at=AT)).events

    assert (str(event["SUMMARY"]), event["DTSTART"].dt) == (f"Preuve à renouveler : {title}", first)


def test_the_same_days_make_the_same_file():
    due = Due(key="k", kind=DueKind.AUDIT, title="Audit", first=date(2027, 3, 9))

    assert calendar_file("x", (due,), within="o", at=AT) == calendar_file("x", (due,), within="o", at=AT)
