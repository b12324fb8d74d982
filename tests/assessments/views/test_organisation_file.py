"""An organisation as one file, as a person passes it to another."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from auditblanc.accounts.models import Organisation
from auditblanc.assessments.models import Evidence, StoredFile
from auditblanc.assessments.storage import content_name, contents
from auditblanc.assessments.writes.pieces import add
from auditblanc.domain.dates import in_french
from tests import people
from tests.assessments.given import file, given
from tests.pages import error_of, texts

PAGE = "/organismes/"


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def saved(client, assessment, mimosa, alice):
    add(Evidence.objects.get(), [given(mimosa)], people.stamp(alice))
    return client.get(reverse("assessments:organisation_file", args=[mimosa.key]))


def whole(answer):
    return b"".join(answer.streaming_content)


def bring(client, data, into="nouveau"):
    return client.post(PAGE, {"file": file(data, "organisme.zip"), "into": into})


def test_it_goes_out_under_its_name_and_comes_in_as_a_new_one(client, saved):
    data = whole(saved)

    answer = bring(client, data)

    assert saved["Content-Disposition"].startswith('attachment; filename="organisme-atelier-mimosa-')
    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert [each.name for each in Organisation.objects.all()] == [
        "Atelier Mimosa",
        f"Atelier Mimosa (repris le {in_french(localdate())})",
    ]
    assert texts(client.get("/"), "//*[@id='messages']") == [
        f"« Atelier Mimosa (repris le {in_french(localdate())}) » est repris : 1 évaluation, 1 preuve, 0 action, 0 écart."
    ]


def test_into_ones_own_says_when_nothing_is_new(client, saved, mimosa):
    answer = bring(client, whole(saved), mimosa.key)

    assert answer.status_code == 422
    assert error_of(answer, "file") == (
        "« Atelier Mimosa » contient déjà tout ce que dit ce fichier : rien n’est à reprendre."
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Ce fichier n’est pas un organisme enregistré par Auditblanc"),
        (b"PK", "Ce fichier n’est pas un organisme enregistré par Auditblanc"),
    ],
)
def test_a_file_that_is_none_gets_a_sentence_at_its_field(client, mimosa, data, sentence):
    answer = bring(client, data)

    assert answer.status_code == 422
    assert error_of(answer, "file").startswith(sentence)


def test_what_is_above_the_limit_is_said(client, mimosa, settings):
    settings.PROOF_FILE_LIMIT = 1_000

    assert error_of(bring(client, b"x" * 1_001), "file").startswith("Ce fichier dépasse 1 ko")


def test_an_organisation_of_somebody_else_is_no_place_for_it(client, saved):
    bruno = people.person("Bruno")
    acacia = people.organisation("Atelier Acacia", bruno)

    answer = bring(client, whole(saved), acacia.key)

    assert error_of(answer, "into") == "Choisissez un de vos organismes."
    assert client.get(reverse("assessments:organisation_file", args=[acacia.key])).status_code == 404


def test_a_reader_finds_no_organisation_of_theirs_to_change(client, mimosa):
    reader = people.member("Rosa", mimosa, "reader")
    client.force_login(reader)

    assert texts(client.get(PAGE), "//label[input[@type='radio']]") == ["Comme un nouvel organisme"]


def test_a_content_that_is_gone_is_said_before(client, saved, mimosa):
    whole(saved)
    (name,) = (content_name(mimosa.key, sha256) for sha256 in StoredFile.objects.values_list("sha256", flat=True))
    contents().delete(name)

    answer = client.get(reverse("assessments:organisation_file", args=[mimosa.key]), follow=True)

    assert (
        "« Atelier Mimosa » ne peut pas être enregistré : 1 fichier de preuve manque."
        in answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")
    )


@pytest.mark.parametrize("count", [0, 30])
def test_the_page_takes_three_queries_however_many_there_are(client, alice, mimosa, count, django_assert_num_queries):
    for number in range(count):
        people.organisation(f"Organisme {number:02}", alice)

    with django_assert_num_queries(3):
        client.get(PAGE)


def test_among_many_one_is_found_by_its_name(client, alice, mimosa):
    for number in range(30):
        people.organisation(f"Organisme {number:02}", alice)

    answer = client.get(f"{PAGE}?mots=mimosa")

    places = ["Comme un nouvel organisme", "Dans « Atelier Mimosa »"]
    assert texts(answer, "//label[input[@type='radio']]") == places
    assert texts(answer, "//*[@id='enregistrer']//li/span") == ["Atelier Mimosa"]
    assert texts(client.get(f"{PAGE}?mots=rien"), "//*[@id='enregistrer']/p") == [
        "Aucun de vos organismes ne porte ces mots."
    ]


def test_the_file_takes_as_many_queries_whatever_it_holds(client, saved, mimosa, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        assert (
            io.BytesIO(whole(client.get(reverse("assessments:organisation_file", args=[mimosa.key])))).read(2) == b"PK"
        )
