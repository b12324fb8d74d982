"""What an auditor is shown, and in which order."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.evidence import Dossier, DossierKind, Evidence, EvidenceState
from auditblanc.domain.showing import Choice, shown

MARCH = Dossier(kind=DossierKind.SESSION, name="Excel, mars")
PROOFS = (
    Evidence(title="Sans rien", indicators=(1,)),
    Evidence(title="Ancienne", indicators=(1,), place="Classeur", content_date=date(2025, 1, 1)),
    Evidence(title="Récente", indicators=(1, 2), place="Classeur", content_date=date(2026, 1, 1), dossiers=(MARCH,)),
    Evidence(title="Par sa période", indicators=(1,), place="Site", covers_to=date(2025, 6, 1)),
    Evidence(title="Brouillon", indicators=(1,), state=EvidenceState.DRAFT),
    Evidence(title="Suivi PSH", indicators=(2,), has_health_data=True, place="Armoire"),
)


def titles(choice, indicator=None):
    return [each.title for each in shown(PROOFS, choice, indicator)]


def test_what_can_be_opened_comes_first_then_the_newest():
    assert titles(Choice(), 1) == ["Récente", "Par sa période", "Ancienne", "Sans rien"]


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (Choice(), ["Récente"]),
        (Choice(with_health_data=True), ["Récente", "Suivi PSH"]),
    ],
)
def test_health_data_are_shown_only_when_asked(choice, found):
    assert titles(choice, 2) == found


def test_what_is_not_ready_is_shown_only_when_asked():
    assert "Brouillon" in titles(Choice(with_unready=True), 1)


@pytest.mark.parametrize(
    ("words", "found"),
    [("recente", ["Récente"]), ("MARS excel", ["Récente"]), ("classeur", ["Récente", "Ancienne"]), ("absent", [])],
)
def test_any_word_finds_it_whatever_the_accents(words, found):
    assert titles(Choice(words=words)) == found


def test_a_session_shows_its_own():
    assert titles(Choice(dossier=MARCH)) == ["Récente"]
