"""What came back beside what is there: each difference is chosen, and only what was chosen is written."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from auditblanc.assessments.models import Event, Intake
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes import ratings
from auditblanc.assessments.writes.intake import receive
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.snapshot import Level, Rating
from auditblanc.interchange.problems import Cell, Problem, Reading
from tests import people
from tests.assessments.views.addresses import address
from tests.interchange.workbook.person import edited, fill, grid_cell
from tests.pages import cells, page, texts

THEIRS = replace(
    people.SNAPSHOT,
    ratings=(
        Rating(indicator=1, level=Level.READY, presentation="Le site et la brochure 2027."),
        Rating(indicator=2, level=Level.READY),
        Rating(indicator=7, presentation="Le référentiel."),
    ),
    evidence=(Evidence(title="Brochure", indicators=(1,)),),
)


@pytest.fixture
def waiting(assessment, alice):
    doubt = Problem(cell=Cell.LEVEL, indicator=7, message="Deux cases sont cochées.")
    reading = Reading(snapshot=THEIRS, problems=(doubt,))
    return receive(
        assessment.organisation, into=assessment, file_name="paul.docx", reading=reading, stamp=people.stamp(alice)
    )


def confirm(client, assessment, waiting, **choices):
    place = address("merge_part", assessment, waiting.key)
    seen = page(client.get(place)).xpath("//input[@name='seen']/@value")[0]
    return client.post(place, {"seen": seen, **choices})


def test_each_difference_is_shown_with_what_loses_nothing_chosen(client, alice, assessment, waiting):
    client.force_login(alice)

    answer = client.get(address("merge_part", assessment, waiting.key))

    assert [row[0] for row in cells(answer)] == [
        "1. Information du public sur les prestations",
        "Ce que vous avez prévu de présenter",
        "Preuve",
        "2. Indicateurs de résultats",
        "Niveau",
        "7. Adéquation à la certification visée",
        "Doute",
        "Ce que vous avez prévu de présenter",
    ]
    chosen = page(answer).xpath("//input[@type='radio'][@checked]")
    assert [(box.get("name"), box.get("value")) for box in chosen] == [
        ("1-presentation", "both"),
        ("1-evidence-0", "take"),
        ("2-level", "take"),
        ("7-presentation", "take"),
    ]


def test_a_text_that_was_added_to_shows_what_was_added(client, alice, assessment):
    theirs = replace(THEIRS, ratings=(Rating(indicator=1, presentation="Le site et le catalogue 2027. La brochure."),))
    returned = receive(
        assessment.organisation,
        into=assessment,
        file_name="paul.docx",
        reading=Reading(snapshot=replace(theirs, evidence=())),
        stamp=people.stamp(alice),
    )
    client.force_login(alice)

    answer = client.get(address("merge_part", assessment, returned.key))

    assert (texts(answer, "//main//del"), texts(answer, "//main//ins")) == ([], ["La brochure."])


def test_confirming_writes_what_was_chosen_and_nothing_else(client, alice, assessment, waiting):
    client.force_login(alice)

    answer = confirm(client, assessment, waiting, **{"2-level": "keep", "1-evidence-0": "keep"})

    written = snapshot(assessment)
    assert (answer.status_code, answer.headers["Location"]) == (303, address("documents", assessment))
    assert [(each.indicator, each.level, each.presentation) for each in written.ratings] == [
        (1, Level.READY, "Le site et le catalogue 2027. Le site et la brochure 2027."),
        (2, Level.PARTIAL, "Les résultats de 2026, à publier."),
        (5, Level.MISSING, ""),
        (7, None, "Le référentiel."),
    ]
    assert (written.evidence, Intake.objects.count()) == (people.SNAPSHOT.evidence, 0)
    told = Event.objects.filter(verb="answered").values_list("indicator", "field", "author")
    assert list(told) == [(1, "presentation", alice.key), (7, "presentation", alice.key)]


def test_a_choice_that_is_not_offered_is_the_default(client, alice, assessment, waiting):
    client.force_login(alice)

    confirm(client, assessment, waiting, **{"7-presentation": "both", "2-level": "x"})

    assert (snapshot(assessment).rating(7).presentation, snapshot(assessment).rating(2).level) == (
        "Le référentiel.",
        Level.READY,
    )


def test_giving_up_writes_nothing(client, alice, assessment, waiting):
    client.force_login(alice)
    before = snapshot(assessment)

    answer = confirm(client, assessment, waiting, give_up="1")

    assert (answer.status_code, snapshot(assessment), Intake.objects.count()) == (303, before, 0)


def test_what_changed_meanwhile_is_shown_again_with_the_choices(client, alice, assessment, waiting):
    client.force_login(alice)
    place = address("merge_part", assessment, waiting.key)
    seen = page(client.get(place)).xpath("//input[@name='seen']/@value")[0]
    value = Rating(indicator=5, level=Level.READY)
    ratings.answer(assessment, value, field="level", started_from=0, stamp=people.stamp(alice))
    before = snapshot(assessment)

    answer = client.post(place, {"seen": seen, "2-level": "keep"})

    assert (answer.status_code, snapshot(assessment)) == (409, before)
    assert texts(answer, "//main//*[@role='alert']//p")[0] == "Rien n’a été écrit"
    assert page(answer).xpath("//input[@name='2-level'][@checked]/@value") == ["keep"]
    assert confirm(client, assessment, waiting, **{"2-level": "keep"}).status_code == 303


def test_a_file_that_says_nothing_new_says_so(client, alice, assessment):
    reading = Reading(snapshot=snapshot(assessment))
    same = receive(
        assessment.organisation, into=assessment, file_name="a.docx", reading=reading, stamp=people.stamp(alice)
    )
    client.force_login(alice)

    answer = client.get(address("merge_part", assessment, same.key))

    assert (cells(answer), texts(answer, "//main//form//button")) == ([], ["Terminer"])


def test_a_file_for_another_assessment_is_not_found(client, alice, mimosa, waiting):
    other = people.assessment(mimosa, alice)
    client.force_login(alice)

    assert client.get(address("merge_part", other, waiting.key)).status_code == 404


def test_the_page_takes_six_queries(client, alice, assessment, waiting, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(6):
        client.get(address("merge_part", assessment, waiting.key))


def in_word(data, number, before, after):
    """What Paul does in Word: the text of his part, changed in the answer cell."""
    source = ZipFile(io.BytesIO(data))
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                assert before.encode() in part, number
                part = re.sub(re.escape(before), after, part.decode(), count=1).encode()
            target.writestr(name, part)
    return buffer.getvalue()


def test_two_parts_filled_by_two_people_come_back_merged_and_nothing_is_lost(client, alice, assessment):
    client.force_login(alice)
    asked = {"recipient": "Paul", "indicators": ["1", "2"], "kind": "docx"}
    for_paul = client.get(address("part_file", assessment), asked).content
    asked = {"recipient": "Rose", "indicators": ["2", "5"], "kind": "xlsx"}
    for_rose = client.get(address("part_file", assessment), asked).content

    from_paul = in_word(
        for_paul, 2, "Les résultats de 2026, à publier.", "Les résultats de 2026, à publier. Paul les a."
    )

    def of_rose(book):
        grid_cell(book, 2, "presentation").value = "Les résultats de 2026, à publier. Rose les met en ligne."
        grid_cell(book, 5, "level").value = "1 – Prêt"
        grid_cell(book, 5, "presentation").value = "Le programme type."
        fill(book, "Preuves", 2, title="Programme", indicators="5")

    from_rose = edited(for_rose, of_rose)
    # Meanwhile Alice goes on.
    value = Rating(indicator=1, presentation="Le site et le catalogue 2027, relus par Alice.")
    ratings.answer(assessment, value, field="presentation", started_from=0, stamp=people.stamp(alice))

    for name, data in {"paul.docx": from_paul, "rose.xlsx": from_rose}.items():
        client.post(address("return_part", assessment), {"file": SimpleUploadedFile(name, data)})
        assert confirm(client, assessment, Intake.objects.get()).status_code == 303

    written = snapshot(assessment)
    assert written.rating(2).presentation == ("Les résultats de 2026, à publier. Paul les a. Rose les met en ligne.")
    assert written.rating(1).presentation == "Le site et le catalogue 2027, relus par Alice."
    assert (written.rating(5).level, written.rating(5).presentation) == (Level.READY, "Le programme type.")
    assert {item.title for item in written.evidence} == {"Catalogue 2027", "Programme"}
    assert (written.rating(1).level, written.rating(2).level) == (Level.READY, Level.PARTIAL)
