"""The first day of the audit chooses the edition.

Source: domain notes, rnq § 0.1 (decree 2026-728, from 1 November 2026, no transition) and § 5.1 (guide V9, from 8 March
2024; guide V8, from 23 January 2024, is not shipped).
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.edition_choice import choose
from auditblanc.domain.edition_file import EditionError
from tests.conftest import DATA

V7 = "« Texte de 2019, guide V7 (la fiche d’origine, 32 indicateurs) »"
V9 = "« Texte de 2019, guide V9 (32 indicateurs) »"
D26 = "« Texte de 2026, lu avec le guide V9 (33 indicateurs) »"
DROPPED = load([DATA / "editions"])


def drop(folder, identifier, *lines):
    """A heading is all that choosing reads."""
    text = f'id = "{identifier}"\ntitle = "Texte {identifier}"\nchecked_on = 2026-11-22\n' + "\n".join(lines)
    (folder / f"{identifier}.toml").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2021, 3, 29), "2019-v7"),
        (date(2024, 1, 22), "2019-v7"),
        (date(2024, 3, 8), "2019-v9"),
        (date(2026, 10, 31), "2019-v9"),
        (date(2026, 11, 1), "2026-v9"),
        (date(2026, 11, 22), "2026-v9"),
        (date(2035, 1, 1), "2026-v9"),
    ],
)
def test_first_day_chooses_the_edition_in_force(catalogue, day, edition):
    found = choose(catalogue, day)

    assert (found.edition, found.is_certain, found.alternatives) == (edition, True, ())


def test_certain_choice_is_told(catalogue):
    day = date(2026, 11, 1)

    notes = {choose(catalogue, day).note, choose(catalogue, day, day).note}

    assert notes == {f"Pour un audit du 1er novembre 2026 : {D26}."}


@pytest.mark.parametrize(
    ("day", "edition", "alternatives"),
    [
        (date(2024, 1, 23), "2019-v7", ("2019-v9",)),
        (date(2024, 2, 13), "2019-v7", ("2019-v9",)),
        (date(2024, 2, 14), "2019-v9", ("2019-v7",)),
        (date(2024, 3, 7), "2019-v9", ("2019-v7",)),
        (date(2021, 3, 28), "2019-v7", ()),
        (date(2019, 6, 6), "2019-v7", ()),
    ],
)
def test_day_that_no_edition_covers_takes_the_nearest_and_says_so(catalogue, day, edition, alternatives):
    found = choose(catalogue, day)

    assert (found.edition, found.is_certain, found.alternatives) == (edition, False, alternatives)


@pytest.mark.parametrize(
    ("day", "note"),
    [
        (
            date(2024, 2, 1),
            f"Aucune édition disponible ne vaut pour un audit du 1er février 2024 : la plus proche est {V7}. Autre texte possible : {V9}. À confirmer avec votre certificateur.",
        ),
        (
            date(2020, 5, 4),
            f"Aucune édition disponible ne vaut pour un audit du 4 mai 2020 : la plus proche est {V7}. À confirmer avec votre certificateur.",
        ),
    ],
)
def test_nearest_edition_is_told(catalogue, day, note):
    assert choose(catalogue, day).note == note


def test_audit_across_two_texts_takes_the_first_day_s_and_names_both(catalogue):
    found = choose(catalogue, date(2026, 10, 31), date(2026, 11, 1))

    assert (found.edition, found.is_certain, found.alternatives) == ("2019-v9", False, ("2026-v9",))
    assert found.note == (
        f"Pour un audit du 31 octobre 2026 au 1er novembre 2026, texte du premier jour : {V9}. Autre texte possible : {D26}. À confirmer avec votre certificateur."
    )


def test_audit_that_runs_out_of_what_is_known_is_to_confirm(catalogue):
    found = choose(catalogue, date(2024, 1, 22), date(2024, 1, 23))

    assert (found.edition, found.is_certain, found.alternatives) == ("2019-v7", False, ())
    assert found.note == (
        f"Pour un audit du 22 janvier 2024 au 23 janvier 2024, texte du premier jour : {V7}. Aucune édition disponible ne couvre l’audit jusqu’au bout. À confirmer avec votre certificateur."
    )


@pytest.mark.parametrize("days", [(date(2026, 11, 1), date(2026, 11, 3)), (date(2026, 10, 30), date(2026, 10, 31))])
def test_audit_of_several_days_under_one_text_is_certain(catalogue, days):
    assert choose(catalogue, *days).is_certain


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2026, 12, 31), "2026-v9"),
        (date(2027, 1, 1), "2026-gravite-inventee"),
        (date(2027, 3, 1), "2026-v10-inventee"),
    ],
)
def test_edition_dropped_in_takes_over_on_its_day(day, edition):
    found = choose(DROPPED, day)

    assert (found.edition, found.is_certain) == (edition, True)


def test_long_audit_names_every_text_it_meets():
    found = choose(DROPPED, date(2026, 10, 1), date(2027, 3, 1))

    assert (found.edition, found.alternatives) == (
        "2019-v9",
        ("2026-v9", "2026-gravite-inventee", "2026-v10-inventee"),
    )


def test_passing_edition_gives_way_to_the_one_before(tmp_path):
    drop(tmp_path, "essai", 'based_on = "2026-v9"', "audits_from = 2027-01-01", "audits_to = 2027-01-31")
    catalogue = load([tmp_path])

    found = [choose(catalogue, day).edition for day in (date(2027, 1, 31), date(2027, 2, 1))]

    assert found == ["essai", "2026-v9"]


def test_two_editions_from_the_same_day_are_not_certain(tmp_path):
    drop(tmp_path, "jumelle", 'based_on = "2026-v9"', "audits_from = 2026-11-01")

    found = choose(load([tmp_path]), date(2026, 11, 22))

    assert (found.edition, found.is_certain, found.alternatives) == ("jumelle", False, ("2026-v9",))


def test_edition_without_dates_never_competes_with_dated_ones(tmp_path):
    drop(tmp_path, "sans-date", 'based_on = "2026-v9"')
    catalogue = load([tmp_path])

    found = [choose(catalogue, day).edition for day in (date(2020, 1, 1), date(2026, 11, 22))]

    assert found == ["2019-v7", "2026-v9"]


def test_another_referential_has_its_own_choice():
    found = [choose(DROPPED, day, referential="autre") for day in (date(2026, 12, 31), date(2027, 1, 1))]

    assert [(each.edition, each.is_certain) for each in found] == [("autre-2027", False), ("autre-2027", True)]


def test_referential_without_dates_has_one_certain_edition(tmp_path):
    drop(tmp_path, "maison", 'referential = "maison"')

    found = choose(load([tmp_path]), date(2026, 11, 22), referential="maison")

    assert (found.edition, found.is_certain) == ("maison", True)


def test_unknown_referential_is_refused(catalogue):
    with pytest.raises(EditionError) as refusal:
        choose(catalogue, date(2026, 11, 22), referential="iso")

    assert str(refusal.value) == "Le référentiel « iso » n’a aucune édition."


def test_choosing_builds_no_edition(tmp_path):
    drop(tmp_path, "illisible", 'referential = "maison"', "audits_from = 2027-01-01", "[[indicators]]", "title = 3")

    assert choose(load([tmp_path]), date(2027, 1, 1), referential="maison").edition == "illisible"


@given(first=st.dates(date(2015, 1, 1), date(2040, 1, 1)), days=st.integers(0, 400))
def test_choice_is_one_of_the_referential_and_doubt_is_said(first, days):
    found = choose(DROPPED, first, first + timedelta(days=days))

    named = (found.edition, *found.alternatives)
    assert len(set(named)) == len(named)
    assert set(named) <= set(DROPPED.ids) - {"autre-2027"}
    assert found.note.endswith("À confirmer avec votre certificateur.") == (not found.is_certain)
    assert found.edition == choose(DROPPED, first).edition
