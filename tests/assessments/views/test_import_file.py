"""A file is given: read apart, put aside, and nothing is written before the person has looked."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from auditblanc.assessments.models import Assessment, Event, Intake
from tests.assessments.test_reading import BOMB, FORM
from tests.interchange.test_hostile_forms import REFUSED
from tests.pages import error_of, page


def address(organisation, name="import_file", *more):
    return reverse(f"assessments:{name}", args=[organisation.key, *more])


def give(client, organisation, data, name="fiche.docx"):
    return client.post(address(organisation), {"file": SimpleUploadedFile(name, data)})


def test_a_form_is_put_aside_and_nothing_is_written(client, alice, mimosa):
    client.force_login(alice)

    answer = give(client, mimosa, FORM)

    waiting = Intake.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, address(mimosa, "confirm_import", waiting.key))
    assert (waiting.organisation, waiting.received_by, waiting.file_name) == (mimosa, alice, "fiche.docx")
    assert (Assessment.objects.count(), Event.objects.count()) == (0, 0)


@pytest.mark.parametrize("name", ["empty", "PDF", "a letter", "random bytes", "encrypted"])
def test_a_file_that_cannot_be_read_is_its_sentence_next_to_the_field(client, alice, mimosa, name):
    client.force_login(alice)
    data, sentence = REFUSED[name]

    answer = give(client, mimosa, data)

    assert (answer.status_code, error_of(answer, "file"), Intake.objects.count()) == (422, sentence, 0)


def test_a_bomb_is_a_sentence_too(client, alice, mimosa):
    client.force_login(alice)

    answer = give(client, mimosa, BOMB)

    assert answer.status_code == 422
    assert error_of(answer, "file").startswith("Ce fichier se déplie en un contenu démesuré")


def test_no_file_is_asked_for(client, alice, mimosa):
    client.force_login(alice)

    answer = client.post(address(mimosa))

    assert (answer.status_code, error_of(answer, "file")) == (422, "Choisissez d’abord un fichier.")


def test_more_than_50_megabytes_are_refused(client, alice, mimosa):
    client.force_login(alice)

    answer = give(client, mimosa, bytes(50 * 1024 * 1024 + 1))

    assert answer.status_code == 422
    assert error_of(answer, "file") == "Ce fichier dépasse 50 Mo : enlevez-en les images puis réessayez."


def test_a_name_is_never_a_path(client, alice, mimosa):
    client.force_login(alice)

    give(client, mimosa, FORM, "../../etc/fiche.docx")

    assert Intake.objects.get().file_name == "fiche.docx"


def test_the_page_needs_no_script(client, alice, mimosa):
    client.force_login(alice)

    [form] = page(client.get(address(mimosa))).xpath("//main//form")

    assert (form.get("enctype"), form.get("method"), form.get("action")) == ("multipart/form-data", "post", None)


def test_the_page_takes_two_queries(client, alice, mimosa, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(2):
        client.get(address(mimosa))
