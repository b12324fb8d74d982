"""A part comes back: read apart, put aside for its assessment, and nothing is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from auditblanc.assessments.models import Event, Intake
from auditblanc.interchange import formats
from tests import people
from tests.assessments.views.addresses import address
from tests.interchange.test_hostile_forms import REFUSED
from tests.pages import error_of


def give(client, assessment, data, name="partie.docx"):
    return client.post(address("return_part", assessment), {"file": SimpleUploadedFile(name, data)})


def test_a_part_waits_for_its_assessment(client, alice, assessment, catalogue):
    client.force_login(alice)
    data = formats.FORMATS["docx"].write(people.SNAPSHOT, catalogue.edition("2026-v9"))
    before = Event.objects.count()

    answer = give(client, assessment, data)

    waiting = Intake.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, address("merge_part", assessment, waiting.key))
    assert (waiting.into, waiting.file_name, Event.objects.count()) == (assessment, "partie.docx", before)


@pytest.mark.parametrize("name", ["empty", "a letter"])
def test_a_file_that_cannot_be_read_is_its_sentence_next_to_the_field(client, alice, assessment, name):
    client.force_login(alice)
    data, sentence = REFUSED[name]

    answer = give(client, assessment, data)

    assert (answer.status_code, error_of(answer, "file"), Intake.objects.count()) == (422, sentence, 0)


def test_a_text_that_is_not_at_hand_is_refused(client, alice, assessment):
    client.force_login(alice)
    data = formats.FORMATS["json"].write(replace(people.SNAPSHOT, edition="1999-v1"), None)

    answer = give(client, assessment, data, "autre.json")

    assert (answer.status_code, Intake.objects.count()) == (422, 0)
    assert "1999-v1" in error_of(answer, "file")


def test_the_page_takes_five_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(5):
        client.get(address("return_part", assessment))
