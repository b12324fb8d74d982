from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import Category
from auditblanc.domain.edition_file import EditionError
from auditblanc.domain.pieces import given_answers, is_an_answer, is_given, pieces
from auditblanc.domain.profile import Activity, Audit, Certificate, Document, Profile, Provider, Site
from auditblanc.domain.rulebook import Certainty, Piece
from tests.strategies import profiles

RULES = load().edition("2026-v9").rules.pieces
COMPLETE = Profile(
    provider=Provider(
        name="Atelier Bleu", siren="123456789", nda="52440000044", legal_status="SARL", director="Alice Martin"
    ),
    activities=(Activity(category=Category.TRAINING),),
    sites=(Site(name="Nantes"),),
    documents=tuple(Document),
)


def test_pieces_are_those_that_the_order_lists():
    """Order of 6 June 2019, article 1; organisation chart asked from all since 2023 (ART1, FORMATIC)."""
    listed = pieces(RULES, Profile())

    assert [state.piece.key for state in listed.states] == [
        "name",
        "siren",
        "legal_status",
        "director",
        "nda",
        "categories",
        "activity",
        "sites",
        "bpf",
        "chart",
        "statement",
    ]
    assert listed.certainty is Certainty.CONFIRMED
    assert listed.sources == RULES.sources


def test_pieces_are_all_present_for_a_complete_profile():
    listed = pieces(RULES, COMPLETE)

    assert listed.missing == ()
    assert {state.label for state in listed.states} == {"présente"}
    assert listed.sentence == "11 pièces sur 11 sont prêtes."


def test_pieces_missing_are_those_whose_answer_is_missing():
    profile = replace(COMPLETE, provider=replace(COMPLETE.provider, siren=""), documents=(Document.SWORN_STATEMENT,))

    listed = pieces(RULES, profile)

    assert [piece.key for piece in listed.missing] == ["siren", "activity", "bpf", "chart"]
    assert [state.label for state in listed.states].count("manquante") == 4
    assert listed.sentence == "7 pièces sur 11 sont prêtes."


@pytest.mark.parametrize(
    ("profile", "sentence"),
    [
        (Profile(), "Aucune des 11 pièces n’est prête."),
        (Profile(sites=(Site(name="Nantes"),)), "1 pièce sur 11 est prête."),
        (Profile(sites=(Site(name="Nantes"),), documents=(Document.SWORN_STATEMENT,)), "2 pièces sur 11 sont prêtes."),
    ],
)
def test_piece_list_counts_what_is_ready(profile, sentence):
    assert pieces(RULES, profile).sentence == sentence


def test_piece_list_of_a_referential_without_pieces_says_so():
    assert pieces(replace(RULES, pieces=()), Profile()).sentence == (
        "Ce texte ne dit pas quelles pièces sont demandées."
    )


def test_piece_is_present_only_when_all_its_answers_are_given():
    both = Piece(key="who", label="Dénomination et SIREN", answered_by=("provider.name", "provider.siren"))
    rules = replace(RULES, pieces=(both,))

    assert pieces(rules, Profile(provider=Provider(name="Atelier Bleu"))).missing == (both,)
    assert pieces(rules, Profile(provider=Provider(name="Atelier Bleu", siren="123456789"))).missing == ()


@pytest.mark.parametrize(
    ("answer", "profile", "given"),
    [
        ("distance", Profile(), False),
        ("distance", Profile(distance=False), True),
        ("certificate.number", Profile(), False),
        ("certificate.number", Profile(certificate=Certificate(decided_on=date(2025, 3, 10), number="C-12")), True),
        ("audit.first_day", Profile(audit=Audit(first_day=date(2027, 1, 11))), True),
        ("documents.sworn_statement", Profile(documents=(Document.ORGANISATION_CHART,)), False),
    ],
)
def test_is_given_takes_no_for_an_answer_and_nothing_for_none(answer, profile, given):
    assert is_given(profile, answer) is given


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("provider.siren", True),
        ("sites", True),
        ("certificate.number", True),
        ("documents.sworn_statement", True),
        ("documents.love_letter", False),
        ("provider.shoe_size", False),
        ("provider.siren.first", False),
        ("", False),
    ],
)
def test_is_an_answer_tells_a_path_that_leads_somewhere(path, expected):
    assert is_an_answer(path) is expected


@pytest.mark.parametrize("identifier", load().ids)
def test_is_an_answer_for_every_piece_that_is_shipped(catalogue, identifier):
    paths = [path for piece in catalogue.edition(identifier).rules.pieces.pieces for path in piece.answered_by]

    assert [path for path in paths if not is_an_answer(path)] == []


@given(profiles)
def test_pieces_are_each_present_or_missing(profile):
    listed = pieces(RULES, profile)

    assert [state.piece for state in listed.states] == list(RULES.pieces)
    assert len(listed.missing) + sum(state.is_present for state in listed.states) == len(RULES.pieces)


def test_edition_whose_piece_asks_for_no_answer_is_refused(tmp_path):
    (tmp_path / "faute.toml").write_text(
        """
        id = "faute"
        based_on = "2026-v9"
        title = "Pièce mal nommée"
        checked_on = 2026-11-22
        [rules.pieces]
        certainty = "inference"
        sources = []
        pieces = [{ key = "shoes", label = "Pointure", answered_by = ["provider.shoe_size"] }]
        """,
        "utf-8",
    )

    with pytest.raises(EditionError) as refusal:
        load([tmp_path]).edition("faute")

    assert str(refusal.value) == (
        "faute.toml › rules › pieces › pieces › shoes › answered_by : « provider.shoe_size » n’est pas une réponse du profil."
    )


def test_what_the_profile_gives_of_a_piece_is_what_answers_it():
    asked = next(piece for piece in RULES.pieces if piece.answered_by and given_answers(COMPLETE, piece))

    assert all(each not in (None, "", ()) for each in given_answers(COMPLETE, asked))
    assert given_answers(Profile(), asked) == ()
