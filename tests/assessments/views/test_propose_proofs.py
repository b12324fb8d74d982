"""From one's texts to the register: proposed, confirmed, and the texts as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Evidence
from auditblanc.assessments.reads import register
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.domain.snapshot import Level, Rating
from tests import people
from tests.pages import page, texts

RATINGS = (
    Rating(
        indicator=1,
        level=Level.READY,
        presentation="- CGV du 12/03/2026, classeur A\n- catalogue 2027\n- Nous allons refaire le site",
    ),
    Rating(indicator=9, presentation="cgv du 12/03/2026 ; Livret d’accueil"),
)


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def assessment(mimosa, alice):
    return people.assessment(mimosa, alice, replace(people.SNAPSHOT, ratings=RATINGS))


def address(assessment):
    return reverse("assessments:propose_proofs", args=[assessment.organisation.key, assessment.key])


def sent(client, assessment, **changed):
    """The form as the page gives it, with what is changed in it."""
    form = page(client.get(address(assessment))).xpath("//main//form")[0]
    return {name: value for name, value in (dict(form.fields) | changed).items() if value is not None}


def names(assessment):
    return [(each.title, each.indicators) for each in register.proofs(assessment.organisation_id)]


def test_each_line_is_proposed_once_with_where_it_comes_from(client, assessment):
    answer = client.get(address(assessment))

    assert page(answer).xpath("//tbody//input[contains(@name, '-title')]/@value") == [
        "CGV, classeur A",
        "Nous allons refaire le site",
        "Cgv",
        "Livret d’accueil",
    ]
    assert "Indicateur 1 : « CGV du 12/03/2026, classeur A »." in texts(answer, "//tbody")[0]


def test_what_says_what_will_be_done_is_not_ticked(client, assessment):
    rows = page(client.get(address(assessment))).xpath("//tbody/tr")
    ticked = {
        row.xpath(".//input[contains(@name,'-title')]/@value")[0]: bool(row.xpath(".//input[@checked]")) for row in rows
    }

    assert (ticked["Nous allons refaire le site"], ticked["Livret d’accueil"]) == (False, True)


def test_nothing_is_written_before_it_is_confirmed(client, assessment):
    before = names(assessment)

    client.get(address(assessment))

    assert names(assessment) == before


def test_what_is_taken_goes_to_the_register_and_the_texts_stay(client, assessment):
    before = snapshot(assessment).ratings

    answer = client.post(address(assessment), sent(client, assessment, state="ready"))

    assert answer.status_code == 303
    assert ("Livret d’accueil", (9,)) in names(assessment)
    assert not [title for title, _ in names(assessment) if "refaire" in title]
    assert snapshot(assessment).ratings == before


def test_what_was_corrected_is_what_is_kept(client, assessment):
    form = sent(client, assessment)
    [row] = [name.partition("-")[0] for name, value in form.items() if value == "Livret d’accueil"]

    client.post(address(assessment), form | {f"{row}-title": "Livret 2026", f"{row}-indicators": "9, 12"})

    assert ("Livret 2026", (9, 12)) in names(assessment)


def test_what_the_register_has_whole_is_no_longer_proposed(client, assessment):
    client.post(address(assessment), sent(client, assessment, state="ready"))

    answer = client.get(address(assessment))

    left = page(answer).xpath("//tbody//input[contains(@name, '-title')]/@value")
    assert "Livret d’accueil" not in left


def test_a_row_at_fault_stops_all_and_nothing_typed_is_lost(client, assessment):
    form = sent(client, assessment)
    [row] = [name.partition("-")[0] for name, value in form.items() if value == "Livret d’accueil"]
    before = names(assessment)

    answer = client.post(address(assessment), form | {f"{row}-indicators": "77"})

    assert (answer.status_code, names(assessment)) == (422, before)
    assert "Écrivez des numéros d’indicateur de 1 à 33" in texts(answer, "//main")[0]
    assert "77" in page(answer).xpath("//tbody//input/@value")


@pytest.mark.parametrize("rows", ["", "x", "99999999", "-1"])
def test_a_forged_table_writes_nothing(client, assessment, rows):
    client.post(address(assessment), {"rows": rows, "state": "ready"})

    assert Evidence.objects.count() == 1


def test_the_page_takes_five_queries(client, assessment, django_assert_num_queries):
    with django_assert_num_queries(5):
        client.get(address(assessment))
