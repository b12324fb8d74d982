"""A proof of the register answers to one indicator more, or to one less: the same proof, never a copy."""

from __future__ import annotations

import pytest

from auditblanc.assessments.models import Event, Evidence
from auditblanc.assessments.reads.journal import first_fault
from auditblanc.assessments.reads.register import proofs
from auditblanc.assessments.writes.evidence import note
from auditblanc.domain import evidence as frozen
from tests import people
from tests.assessments.asking import address, post
from tests.pages import texts


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def register(assessment, alice):
    """Beside « Catalogue 2027 », of the indicators 1 and 5."""
    others = [
        frozen.Evidence(title="Émargements", indicators=(12,)),
        frozen.Evidence(title="Devis type", indicators=()),
    ]
    note(assessment.organisation_id, others, people.stamp(alice))


def held(assessment):
    return {each.title: each.indicators for each in proofs(assessment.organisation_id)}


def keys(*titles):
    return list(Evidence.objects.filter(title__in=titles).values_list("key", flat=True))


def options(answer):
    return [each.split("\n")[0].strip() for each in texts(answer, "//ul[@class='ticks']//label")]


def test_those_that_do_not_answer_yet_are_offered_by_title(client, assessment, register):
    answer = client.get(address("choose_proofs", assessment, 5))

    assert options(answer) == ["Devis type à rattacher · sans date", "Émargements indicateur 12 · sans date"]


def test_a_word_narrows_them(client, assessment, register):
    answer = client.get(address("choose_proofs", assessment, 5), {"mots": "emargement"})

    assert options(answer) == ["Émargements indicateur 12 · sans date"]


def test_ticked_ones_answer_to_the_indicator_too(client, assessment, register):
    answer = post(client, "choose_proofs", assessment, indicator=5, chosen=keys("Émargements", "Devis type"))

    assert (answer.status_code, answer["Location"]) == (303, address("indicator", assessment, 5))
    assert held(assessment) == {"Catalogue 2027": (1, 5), "Émargements": (5, 12), "Devis type": (5,)}
    assert first_fault(assessment.organisation) is None


def test_nothing_ticked_is_said(client, assessment, register):
    answer = post(client, "choose_proofs", assessment, indicator=5)

    assert answer.status_code == 422
    assert "Cochez au moins une preuve, ou revenez à l’indicateur." in texts(answer, "//*[@class='error']")


def test_a_proof_of_somebody_else_is_not_there_to_choose(client, assessment, charlie):
    other = charlie.memberships.get().organisation
    (theirs,) = note(other.pk, [frozen.Evidence(title="À Charlie", indicators=(1,))], people.stamp(charlie))

    post(client, "choose_proofs", assessment, indicator=5, chosen=[theirs.key])

    assert [each.indicators for each in proofs(other.pk) if each.title == "À Charlie"] == [(1,)]


def test_the_same_request_again_changes_nothing_more(client, assessment, register):
    for _ in range(2):
        post(client, "choose_proofs", assessment, indicator=5, chosen=keys("Devis type"), request="r-1")

    assert Event.objects.filter(request_id="r-1").count() == 1


def test_detached_it_stays_in_the_register(client, assessment):
    (key,) = keys("Catalogue 2027")

    for indicator in (1, 5):
        answer = post(client, "detach_proof", assessment, key, indicator=indicator)
        assert answer.status_code == 303

    assert held(assessment) == {"Catalogue 2027": ()}
    assert post(client, "detach_proof", assessment, key, indicator=1).status_code == 404


@pytest.mark.parametrize("page", ["", "0", "-1", "x", "9" * 30])
def test_any_page_number_gets_a_page(client, assessment, register, page):
    assert client.get(address("choose_proofs", assessment, 5), {"page": page}).status_code == 200


def test_it_takes_as_many_queries_whatever_the_register_holds(
    client, assessment, alice, register, django_assert_num_queries
):
    many = [frozen.Evidence(title=f"Preuve {number}", indicators=(12,)) for number in range(80)]
    note(assessment.organisation_id, many, people.stamp(alice))
    client.get(address("choose_proofs", assessment, 5))

    with django_assert_num_queries(12):
        client.get(address("choose_proofs", assessment, 5))
