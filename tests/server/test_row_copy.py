"""Whatever the rows say, they come back the same through the other database: `rows(there(back(db))) == rows(db)`, both ways."""

from __future__ import annotations

import json
import os
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connections, transaction
from django.db.utils import ConnectionHandler
from hypothesis import given, settings
from hypothesis import strategies as st

from auditblanc.web import environment
from auditblanc.web.local.row_copy import RefusedRowError, copy_rows
from auditblanc.web.local.tables import make_tables, schema_of
from tests import postgresql
from tests.web.local.started import command
from tests.web.server.served import settings as said

EXAMPLES = 1000 if os.environ.get("AUDITBLANC_SOAK") else 15
A, B, PG = "a", "b", "pg"
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2900, 1, 1)).map(lambda each: each.replace(tzinfo=UTC))  # noqa: DTZ001
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)
KEYS = st.text("abcdefghijkmnpqrstuvwxyz23456789", min_size=12, max_size=12)
INNER = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.sampled_from([0.5, -1.25]) | TEXTS,
    lambda each: st.lists(each, max_size=3) | st.dictionaries(TEXTS, each, max_size=3),
    max_leaves=8,
)
JSONS = st.dictionaries(TEXTS, INNER, max_size=3)
COUNTS = st.integers(0, 2**31 - 1)


@contextmanager
def beside(alias, own):
    connections[alias] = ConnectionHandler({"default": {}, alias: own})[alias]
    try:
        yield connections[alias]
    finally:
        connections[alias].close()
        del connections[alias]


@pytest.fixture(scope="module")
def three(tmp_path_factory, django_db_blocker):
    """Two SQLite databases and a PostgreSQL, each with every table, under names of their own."""
    address = postgresql.start()
    variables = said(8123, AUDITBLANC_DATABASE=address, AUDITBLANC_SECRET="x" * 60)
    made = command("migrate", "--data", tmp_path_factory.mktemp("pg"), **variables)
    assert made.returncode == 0, made.stderr
    with django_db_blocker.unblock(), ExitStack() as open_:
        for alias in (A, B):
            folder = tmp_path_factory.mktemp(alias)
            make_tables(folder)
            open_.enter_context(
                beside(alias, {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "auditblanc.sqlite3"})
            )
        open_.enter_context(beside(PG, environment.postgresql(address)))
        # The same everywhere; making the models anew takes a second.
        yield schema_of(connections[A])


@st.composite
def everything(draw):
    """Rows of a dozen tables, of every kind of column there is: most free, some as their constraints ask for."""
    from allauth.mfa.models import Authenticator  # noqa: PLC0415 -- models are imported late

    from auditblanc.accounts.models import Invitation, Logo, Notice, Organisation, User  # noqa: PLC0415
    from auditblanc.assessments.models import Assessment, Event, EventValue, Rating  # noqa: PLC0415

    moment, text = lambda: draw(MOMENTS), lambda: draw(TEXTS)
    user = User(
        pk=draw(st.integers(1, 2**40)), key=draw(KEYS), name=text(), email=draw(st.none() | st.just("") | st.emails())
    )
    user.is_active, user.is_administrator = draw(st.booleans()), draw(st.booleans())
    of = Organisation(pk=draw(st.integers(1, 2**40)), key=draw(KEYS), name=text() or "x", created_at=moment())
    of.removed_at = draw(st.none() | MOMENTS)
    assessment = Assessment(pk=1, key=draw(KEYS), organisation=of, edition="2026-v9", title=text(), profile=text())
    assessment.levels = "".join(draw(st.lists(st.sampled_from("0123"), max_size=33)))
    assessment.audit_day = draw(st.none() | st.dates(date(1900, 1, 1), date(2900, 1, 1)))
    assessment.created_at, assessment.updated_at = sorted([moment(), moment()])
    decided = draw(st.none() | st.booleans())
    rating = Rating(pk=7, assessment=assessment, indicator=draw(st.integers(1, 32767)), presentation=text())
    rating.applicable, rating.reason = decided, "" if decided is None else text() or "x"
    rating.level, rating.level_version = draw(st.sampled_from([None, 1, 2, 3])), draw(COUNTS)
    event = Event(
        pk=3, organisation=of, number=draw(st.integers(1, 2**31 - 1)), at=moment(), author=draw(KEYS), verb="x"
    )
    event.version, event.request_id = draw(st.none() | COUNTS), draw(st.none() | st.just("") | KEYS)
    return [
        user,
        of,
        assessment,
        rating,
        event,
        EventValue(
            event=event, before=text(), after=json.dumps(draw(JSONS)), erased_by=draw(st.sampled_from([None, user]))
        ),
        Logo(organisation=of, media_type="image/png", data=draw(st.binary(max_size=300))),
        Invitation(digest=draw(KEYS), email="", invited_by=user, created_at=moment(), expires_at=moment()),
        Notice(name=draw(KEYS), text=text(), updated_at=moment()),
        Authenticator(
            user=user, type="totp", data=draw(JSONS), created_at=moment(), last_used_at=draw(st.none() | MOMENTS)
        ),
    ]


def filled(alias, found):
    for model in reversed(list(dict.fromkeys(map(type, found)))):
        model._base_manager.using(alias).all()._raw_delete(alias)
    for row in found:
        row._state.adding, row._state.db = True, None
        type(row)._base_manager.using(alias).bulk_create([row])


def moved(schema, source, target):
    with transaction.atomic(using=target):
        copy_rows(schema, connections[source], connections[target])


def rows(schema, alias):
    """Each value as Django reads it, and of which type."""
    found = {}
    for table in schema.tables:
        values = table.model._base_manager.using(alias).order_by("pk").values_list()
        found[table.name] = [[plain(value) for value in row] for row in values]
    return found


def plain(value):
    return ("bytes", bytes(value)) if isinstance(value, bytes | memoryview) else (type(value).__name__, value)


def kept(schema, alias):
    """Each value as SQLite keeps it, and of which kind; the text of a JSON column may be written otherwise."""
    found = {}
    for table in schema.tables:
        with closing(connections[alias].cursor()) as cursor:
            columns = [
                each.column
                for each in table.model._meta.local_concrete_fields
                if each.get_internal_type() != "JSONField"
            ]
            listed = ", ".join(f'typeof("{name}"), "{name}"' for name in columns)
            cursor.execute(f'SELECT {listed} FROM "{table.name}" ORDER BY 2')  # noqa: S608 -- the names of our own tables
            found[table.name] = cursor.fetchall()
    return found


@given(everything())
@settings(max_examples=EXAMPLES)
def test_rows_come_back_the_same_by_way_of_postgresql(three, found):
    with transaction.atomic(using=A):
        filled(A, found)

    moved(three, A, PG)
    moved(three, PG, B)

    assert rows(three, PG) == rows(three, A)
    assert kept(three, B) == kept(three, A)
    assert rows(three, B) == rows(three, A)


@given(everything())
@settings(max_examples=EXAMPLES)
def test_rows_come_back_the_same_by_way_of_sqlite(three, found):
    with transaction.atomic(using=PG):
        filled(PG, found)
    before = rows(three, PG)

    moved(three, PG, A)
    moved(three, A, PG)

    assert rows(three, PG) == before


def test_what_postgresql_cannot_keep_is_told_and_nothing_is_changed(three):
    from auditblanc.accounts.models import Notice  # noqa: PLC0415 -- models are imported late

    now = datetime(2026, 11, 2, tzinfo=UTC)
    filled(A, [Notice(name="mentions", text="coupé\0ici", updated_at=now)])
    filled(PG, [Notice(name="registre", text="d’avant", updated_at=now - timedelta(days=1))])

    with pytest.raises(RefusedRowError) as refused:
        moved(three, A, PG)

    assert (refused.value.table, "0x00" in refused.value.reason) == ("accounts_notice", True)
    assert Notice.objects.using(PG).get().text == "d’avant"
