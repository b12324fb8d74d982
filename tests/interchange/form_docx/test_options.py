from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from auditblanc.domain.catalogue import load
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.snapshot import FieldVersions, Level, Rating, Snapshot
from auditblanc.domain.text import TextError
from auditblanc.interchange.form_docx.options import FormError, FormOptions, keep, rows_of
from tests.strategies import snapshots

EDITION = load().edition("2026-v9")


@given(snapshot=snapshots())
def test_keep_drops_proofs_and_versions_and_nothing_else(snapshot):
    kept = keep(snapshot, EDITION)

    expected = tuple(replace(snapshot.rating(number), versions=FieldVersions()) for number in EDITION.numbers)
    assert kept == replace(snapshot, evidence=(), actions=(), findings=(), ratings=expected)


@given(snapshot=snapshots())
def test_keep_twice_is_keep_once(snapshot):
    once = keep(snapshot, EDITION, FormOptions(rows=(1, 2, 33)))

    assert keep(once, EDITION, FormOptions(rows=(1, 2, 33))) == once


def test_keep_of_a_part_holds_only_its_rows():
    snapshot = Snapshot(edition=EDITION.id, ratings=tuple(Rating(indicator=n, presentation="vu") for n in (1, 4, 7)))

    kept = keep(snapshot, EDITION, FormOptions(rows=(7, 4)))

    assert [(rating.indicator, rating.presentation) for rating in kept.ratings] == [(4, "vu"), (7, "vu")]


def test_keep_of_a_blank_form_holds_no_answer():
    proof = Evidence(title="Catalogue", indicators=(1,))
    rated = Rating(indicator=1, level=Level.READY, presentation="vu")
    snapshot = Snapshot(edition=EDITION.id, title="Préparation", ratings=(rated,), evidence=(proof,))

    kept = keep(snapshot, EDITION, FormOptions(blank=True, rows=(1, 2)))

    empty = (Rating(indicator=1), Rating(indicator=2))
    assert kept == Snapshot(edition=EDITION.id, title="Préparation", ratings=empty)


def test_rows_follow_the_edition_whatever_the_order_asked_for():
    assert rows_of(EDITION, FormOptions(rows=(33, 5, 1))) == (1, 5, 33)


def test_a_row_that_the_edition_does_not_have_is_refused(catalogue):
    with pytest.raises(FormError) as error:
        rows_of(catalogue.edition("2019-v7"), FormOptions(rows=(1, 33)))

    assert str(error.value) == "L’indicateur 33 n’existe pas dans l’édition « 2019-v7 »."


def test_a_form_without_any_row_is_refused():
    with pytest.raises(FormError) as error:
        FormOptions(rows=())

    assert str(error.value) == "Une fiche doit comporter au moins un indicateur : choisissez-en un."


def test_a_recipient_is_one_line():
    with pytest.raises(TextError):
        FormOptions(recipient="Alice\nBob")
