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
    from collections.abc import Iterator

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
CAMPAIGNS = 3
NUMBERS = range(1, 34)
AT_ONCE = 2_000
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


@dataclass(frozen=True)
class Network:
    """``everybody``: a network's account, which reads all; ``consultant``: one that follows two hundred."""

    everybody: User
    consultant: User


def seed(count: int, *, with_ratings: bool = True) -> Network:
    """``count`` organisations; the consultant follows the first two hundred of them."""
    drawn = random.Random(2026)  # noqa: S311 -- the same again, on purpose
    network = Network(
        everybody=User.objects.create(name="Réseau", email="reseau@exemple.invalid"),
        consultant=User.objects.create(name="Conseil", email="conseil@exemple.invalid"),
    )
    for start in range(0, count, AT_ONCE):
        with transaction.atomic():
            _batch(range(start, min(start + AT_ONCE, count)), network, drawn, with_ratings=with_ratings)
    # What a server does by itself within minutes.
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return network


def _batch(numbers: range, network: Network, drawn: random.Random, *, with_ratings: bool) -> None:
    organisations = Organisation.objects.bulk_create(
        Organisation(key=_key(drawn), name=_name(number, drawn), created_at=NOW) for number in numbers
    )
    Membership.objects.bulk_create(
        Membership(user=person, organisation=each, role=Role.EDITOR)
        for number, each in zip(numbers, organisations, strict=True)
        for person in (network.everybody, *([network.consultant] if number < 200 else []))
    )
    Tag.objects.bulk_create(
        Tag(person=network.consultant, organisation=each, word=drawn.choice(("à relancer", "CFA", "nouveau")))
        for number, each in zip(numbers, organisations, strict=True)
        if number < 200
    )
    made = Assessment.objects.bulk_create(
        assessment for each in organisations for assessment in _assessments(each, drawn)
    )
    if with_ratings:
        Rating.objects.bulk_create((each for row in made for each in _ratings(row, drawn)), batch_size=10_000)


def _assessments(organisation: Organisation, drawn: random.Random) -> Iterator[Assessment]:
    ease = drawn.betavariate(2, 2)
    for campaign in range(CAMPAIGNS):
        done = min(1.0, drawn.random() + 0.3 * campaign)
        begun = NOW - timedelta(days=365 * (CAMPAIGNS - campaign), minutes=drawn.randrange(100_000))
        day = date(2024 + campaign, 1, 1) + timedelta(days=drawn.randrange(700))
        audit = Audit(first_day=day if drawn.random() < 0.8 else None, kind=AuditKind.INITIAL)
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
    return "1" if mark > 0.45 else "2" if mark > 0.2 else "3"


def _ratings(row: Assessment, drawn: random.Random) -> Iterator[Rating]:
    for number, digit in zip(NUMBERS, row.levels, strict=True):
        text = " ".join(drawn.choices(WORDS, k=12)) if digit != "0" else ""
        yield Rating(assessment=row, indicator=number, level=int(digit) or None, presentation=text)


def _name(number: int, drawn: random.Random) -> str:
    return f"{drawn.choice(TRADES)} {drawn.choice(TOWNS)} {number:05} (fictif)"


def _key(drawn: random.Random) -> str:
    return "".join(drawn.choices(ALPHABET, k=LENGTH))
