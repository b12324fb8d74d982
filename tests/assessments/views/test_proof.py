"""One proof: noted with all that it says, changed without writing over anybody, thrown away."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Event, Evidence
from auditblanc.assessments.reads import register
from auditblanc.domain import evidence as frozen
from auditblanc.domain.evidence import Dossier, DossierKind, EvidenceState
from tests.pages import error_of, page, texts

ALL = {
    "title": "Feuilles d’émargement",
    "shows": "Chaque demi-journée est signée.",
    "indicators": "12, 11",
    "state": "draft",
    "content_date": "04/03/2026",
    "covers_from": "2026-03-02",
    "covers_to": "2026-03-04",
    "renewal_months": "12",
    "place": "https://exemple.invalid/emargement",
    "holder": "Paul",
    "site": "Lyon",
    "sessions": "Excel, mars\nWord, avril\n",
    "learners": "",
    "trainers": "Zoé",
    "has_personal_data": "on",
}
PROOF = frozen.Evidence(
    title="Feuilles d’émargement",
    shows="Chaque demi-journée est signée.",
    indicators=(11, 12),
    state=EvidenceState.DRAFT,
    content_date=date(2026, 3, 4),
    covers_from=date(2026, 3, 2),
    covers_to=date(2026, 3, 4),
    renewal_months=12,
    place="https://exemple.invalid/emargement",
    holder="Paul",
    site="Lyon",
    dossiers=(
        Dossier(kind=DossierKind.SESSION, name="Excel, mars"),
        Dossier(kind=DossierKind.SESSION, name="Word, avril"),
        Dossier(kind=DossierKind.TRAINER, name="Zoé"),
    ),
    has_personal_data=True,
)


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def kept(assessment):
    return Evidence.objects.get(title="Catalogue 2027")


def address(assessment, name, *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


def last(assessment):
    return register.proofs(assessment.organisation_id)[-1]


def test_all_that_it_says_is_kept(client, assessment):
    answer = client.post(address(assessment, "new_proof"), ALL)

    made = Evidence.objects.latest("pk")
    assert (answer.status_code, answer.headers["Location"]) == (303, address(assessment, "proof", made.key))
    assert last(assessment) == PROOF


def test_what_was_kept_is_what_the_page_shows(client, assessment):
    client.post(address(assessment, "new_proof"), ALL)
    shown = page(client.get(address(assessment, "proof", Evidence.objects.latest("pk").key)))

    values = shown.xpath("//main//form")[0].fields
    assert (values["indicators"], values["content_date"], values["sessions"].strip(), values["state"]) == (
        "11, 12",
        "2026-03-04",
        "Excel, mars\nWord, avril",
        "draft",
    )


def test_a_title_is_enough_and_it_waits_to_be_attached(client, assessment):
    client.post(address(assessment, "new_proof"), {"title": "Note", "state": "ready"})

    assert last(assessment) == frozen.Evidence(title="Note", indicators=())


def test_from_an_indicator_it_is_ticked_already(client, assessment):
    answer = client.get(address(assessment, "new_proof"), {"indicateur": "7"})

    assert page(answer).get_element_by_id("id_indicators").value == "7"


def test_one_that_is_there_already_gets_what_it_lacks_and_no_second_copy(client, assessment, kept):
    client.post(
        address(assessment, "new_proof"),
        {"title": "Catalogue 2027", "place": "Classeur A", "indicators": "7", "state": "ready"},
    )

    assert [(each.title, each.indicators) for each in register.proofs(assessment.organisation_id)] == [
        ("Catalogue 2027", (1, 5, 7))
    ]


def test_a_change_is_one_event(client, assessment, kept):
    client.post(address(assessment, "proof", kept.key), {**ALL, "seen": "0"})

    assert last(assessment) == PROOF
    assert list(Event.objects.values_list("verb", "field"))[1:] == [("changed", "evidence")]


def test_somebody_elses_change_is_not_written_over_and_nothing_typed_is_lost(client, assessment, kept):
    client.post(address(assessment, "proof", kept.key), {"title": "De Zoé", "state": "ready", "seen": "0"})

    answer = client.post(address(assessment, "proof", kept.key), {**ALL, "seen": "0"})

    assert (answer.status_code, last(assessment).title) == (422, "De Zoé")
    assert error_of(answer, "title").startswith("Cette preuve vient d’être modifiée ailleurs")
    assert page(answer).get_element_by_id("id_title").value == "Feuilles d’émargement"


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"title": ""}, "title", "Donnez un titre à cette preuve, par exemple le nom du document."),
        (
            {"indicators": "5 et le 40"},
            "indicators",
            "Écrivez des numéros d’indicateur de 1 à 33, par exemple « 5, 12 ».",
        ),
        (
            {"covers_to": "2026-03-01"},
            "covers_to",
            "La période de la preuve « Feuilles d’émargement » finit avant de commencer : corrigez l’une des deux dates.",
        ),
        (
            {"content_date": "31/02/2026"},
            "content_date",
            "Cette date n’est pas lisible, ou n’existe pas : écrivez-la comme 12/09/2027.",
        ),
    ],
)
def test_what_is_wrong_is_said_next_to_the_field(client, assessment, wrong, field, sentence):
    answer = client.post(address(assessment, "new_proof"), {**ALL, **wrong})

    assert (answer.status_code, error_of(answer, field)) == (422, sentence)
    assert Evidence.objects.count() == 1


def test_thrown_away_it_leaves_the_register_and_the_journal_keeps_it(client, assessment, kept):
    answer = client.post(address(assessment, "discard_proof", kept.key), follow=True)

    assert texts(answer, "//*[@id='messages']") == ["Preuve « Catalogue 2027 » retirée du registre."]
    assert client.get(address(assessment, "proof", kept.key)).status_code == 404
    assert "Catalogue 2027" in Event.objects.get(verb="removed").value.before


def test_a_proof_takes_ten_queries(client, assessment, kept, django_assert_num_queries):
    with django_assert_num_queries(10):
        client.get(address(assessment, "proof", kept.key))


def test_an_address_opens_and_any_other_place_is_only_said(client, assessment, kept):
    client.post(address(assessment, "proof", kept.key), {**ALL, "seen": "0"})

    shown = client.get(address(assessment, "proof", kept.key))
    assert page(shown).xpath("//a[@rel='noreferrer']/@href") == ["https://exemple.invalid/emargement"]
    client.post(address(assessment, "proof", kept.key), {**ALL, "place": "javascript:alert(1)", "seen": "1"})
    assert page(client.get(address(assessment, "proof", kept.key))).xpath("//a[@rel='noreferrer']") == []
