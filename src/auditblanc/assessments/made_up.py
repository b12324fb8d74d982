"""Make organisations, assessments and ratings as a network would have them: the same again from the same seed.

Levels differ from one indicator to another and from one provider to another; some have begun, some are done. Rows go in by
the thousand, without a journal: this is a load to read, not data that anybody answers for.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import connection, transaction

from auditblanc.accounts.keys import ALPHABET, LENGTH
from auditblanc.accounts.models import Membership, Organisation, Role, Tag, User
from auditblanc.assessments.models import Assessment, Rating
from auditblanc.assessments.reads import rows
from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.profile import Activity, Audit, Profile, Provider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
CAMPAIGNS = 3
NUMBERS = range(1, 34)
AT_ONCE = 2_000
FOLLOWED = 200
TAGS = ("à relancer", "CFA", "nouveau")
# One audit in five has no date yet; what an indicator is marked, and from where on it is ready, or partly so.
DATED = 0.8
READY, PARTIAL = 0.45, 0.2
TOWNS = ("Lyon", "Lille", "Nantes", "Dijon", "Brest", "Tours", "Metz", "Pau", "Nîmes", "Rouen")
TRADES = ("Formation", "Conseil", "Compétences", "Apprentissage", "Bilan", "Langues", "Sécurité", "Numérique")
WORDS = [
    "programme",
    "livret",
    "émargement",
    "évaluation",
    "planning",
    "convention",
    "procédure",
    "veille",
    "référent",
    "partenaire",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Whose the organisations are, and whose words are on the first two hundred: of ``some``, else of ``all``.

    ``all``: in every one, with ``role``; ``some``: a consultant who follows those two hundred.
    """

    all: User
    role: Role = Role.EDITOR
    some: User | None = None


def make_up(count: int, readers: Readers, told: Callable[[int], None] = lambda _: None) -> None:
    """Make ``count`` organisations in a database that has none. ``told``: how many are there, now and then."""
    drawn = random.Random(2026)  # noqa: S311 -- the same again, on purpose
    for start in range(0, count, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, count))
        with transaction.atomic():
            _batch(numbers, readers, drawn)
        told(numbers.stop)
    # What a server does by itself within minutes.
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _batch(numbers: range, readers: Readers, drawn: random.Random) -> None:
    organisations = Organisation.objects.bulk_create(
        Organisation(key=_key(drawn), name=_name(number, drawn), created_at=NOW) for number in numbers
    )
    followed = [each for number, each in zip(numbers, organisations, strict=True) if number < FOLLOWED]
    Membership.objects.bulk_create(
        Membership(user=person, organisation=each, role=role)
        for person, role, theirs in ((readers.all, readers.role, organisations), (readers.some, Role.EDITOR, followed))
        if person
        for each in theirs
    )
    Tag.objects.bulk_create(
        Tag(person=readers.some or readers.all, organisation=each, word=drawn.choice(TAGS)) for each in followed
    )
    made = Assessment.objects.bulk_create(
        assessment for each in organisations for assessment in _assessments(each, drawn)
    )
    Rating.objects.bulk_create((each for row in made for each in _ratings(row, drawn)), batch_size=10_000)


def _assessments(organisation: Organisation, drawn: random.Random) -> Iterator[Assessment]:
    ease = drawn.betavariate(2, 2)
    for campaign in range(CAMPAIGNS):
        done = min(1.0, drawn.random() + 0.3 * campaign)
        begun = NOW - timedelta(days=365 * (CAMPAIGNS - campaign), minutes=drawn.randrange(100_000))
        day = date(2024 + campaign, 1, 1) + timedelta(days=drawn.randrange(700))
        audit = Audit(first_day=day if drawn.random() < DATED else None, kind=AuditKind.INITIAL)
        profile = Profile(
            provider=Provider(name=organisation.name),
            activities=(Activity(category=drawn.choice(list(Category))),),
            audit=audit,
        )
        yield Assessment(
            key=_key(drawn),
            organisation=organisation,
            edition="2026-v9",
            title=f"Campagne {2024 + campaign}",
            profile=rows.profile_column(profile),
            levels="".join(_level(number, ease, done, drawn) for number in NUMBERS),
            audit_day=audit.first_day,
            is_latest=campaign == CAMPAIGNS - 1,
            created_at=begun,
            updated_at=begun + timedelta(days=drawn.randrange(300)),
        )


def _level(number: int, ease: float, done: float, drawn: random.Random) -> str:
    """Some indicators are harder than others, everywhere."""
    if drawn.random() > done:
        return "0"
    mark = ease - 0.02 * (number % 7) + drawn.gauss(0, 0.25)
    return "1" if mark > READY else "2" if mark > PARTIAL else "3"


def _ratings(row: Assessment, drawn: random.Random) -> Iterator[Rating]:
    for number, digit in zip(NUMBERS, row.levels, strict=True):
        text = " ".join(drawn.choices(WORDS, k=12)) if digit != "0" else ""
        yield Rating(assessment=row, indicator=number, level=int(digit) or None, presentation=text)


def _name(number: int, drawn: random.Random) -> str:
    return f"{drawn.choice(TRADES)} {drawn.choice(TOWNS)} {number:05} (fictif)"


def _key(drawn: random.Random) -> str:
    return "".join(drawn.choices(ALPHABET, k=LENGTH))
