"""In neutral mode a form that came in is given back as it came: the same bytes, for as long as its answers are there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from auditblanc.assessments.models import Assessment, Event, Intake, ReceivedFile, StoredFile
from auditblanc.assessments.reads.snapshot import Hold, snapshot
from auditblanc.assessments.storage import content_name, contents
from auditblanc.assessments.writes.removal import purge, remove_assessment
from auditblanc.domain.catalogue import load
from auditblanc.interchange.formats import FORMATS
from tests import people
from tests.assessments.given import mark
from tests.assessments.test_reading import FORM
from tests.neutral import make_neutral
from tests.pages import closed, page, texts


@pytest.fixture(autouse=True)
def neutral(settings):
    make_neutral(settings)


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def give(client, organisation, data, name="fiche.docx"):
    return client.post(
        reverse("assessments:import_file", args=[organisation.key]), {"file": SimpleUploadedFile(name, data)}
    )


def confirm(client, **said):
    waiting = Intake.objects.get()
    return client.post(reverse("assessments:confirm_import", args=[waiting.organisation.key, waiting.key]), said)


def address(received):
    path = (received.assessment.organisation.key, received.assessment.key)
    return reverse("assessments:received_file", args=[*path, received.key])


def got(client, received):
    """The bytes that are given back, and their name."""
    answer = client.get(address(received))
    data = b"".join(answer.streaming_content)
    closed(answer)
    return data, answer.headers["Content-Disposition"]


def is_there(organisation, data):
    return contents().exists(content_name(organisation.key, mark(data)))


@pytest.mark.parametrize("name", ["docx", "xlsx", "json"])
def test_it_is_given_back_to_the_byte(client, mimosa, name):
    data = FORMATS[name].write(people.SNAPSHOT, load().edition("2026-v9"))
    give(client, mimosa, data, f"Ma fiche (1).{name}")
    confirm(client)

    received = ReceivedFile.objects.get()

    back, named = got(client, received)
    assert (mark(back), received.file.sha256) == (mark(data), mark(data))
    assert named == f'attachment; filename="Ma fiche (1).{name}"'


def test_the_journal_tells_the_fingerprint_and_the_page_of_documents_shows_it(client, mimosa):
    give(client, mimosa, FORM)
    confirm(client)

    received = ReceivedFile.objects.get()
    event = Event.objects.get(verb="received")

    path = (mimosa.key, received.assessment.key)
    answer = client.get(reverse("assessments:documents", args=path))
    assert event.value.after == f'{{"name":"fiche.docx","sha256":"{mark(FORM)}"}}'
    assert texts(answer, "//main//code") == [mark(FORM)]
    assert texts(answer, f"//main//li[.//a[@href='{address(received)}']]/h3") == ["fiche.docx"]


def test_a_part_that_comes_back_is_kept_with_its_assessment(client, assessment, mimosa):
    path = (mimosa.key, assessment.key)
    client.post(reverse("assessments:return_part", args=path), {"file": SimpleUploadedFile("fiche.docx", FORM)})
    merging = reverse("assessments:merge_part", args=[*path, Intake.objects.get().key])
    (seen,) = page(client.get(merging)).xpath("//input[@name='seen']/@value")

    client.post(merging, {"seen": seen})

    (received,) = assessment.received.all()
    assert got(client, received)[0] == FORM


def test_the_same_file_twice_is_kept_once_in_each_assessment(client, mimosa):
    for _ in range(2):
        give(client, mimosa, FORM)
        confirm(client)

    assert (ReceivedFile.objects.count(), StoredFile.objects.count(), Assessment.objects.count()) == (2, 1, 2)


def test_what_is_given_up_leaves_nothing(client, mimosa):
    give(client, mimosa, FORM)
    confirm(client, give_up="1")

    assert (StoredFile.objects.count(), is_there(mimosa, FORM)) == (0, False)


def test_what_nobody_confirms_goes_with_the_purge(client, mimosa):
    give(client, mimosa, FORM)
    received_at = Intake.objects.get().received_at

    purge(received_at + timedelta(days=6))
    waiting = is_there(mimosa, FORM)
    purge(received_at + timedelta(days=8))

    assert (waiting, is_there(mimosa, FORM), StoredFile.objects.count()) == (True, False, 0)


def test_it_goes_for_good_with_its_assessment(client, alice, mimosa):
    give(client, mimosa, FORM)
    confirm(client)
    row = Assessment.objects.get()
    remove_assessment(row, people.stamp(alice))

    purge(people.NOON + timedelta(days=29))
    kept = is_there(mimosa, FORM)
    purge(people.NOON + timedelta(days=31))

    assert (kept, is_there(mimosa, FORM), ReceivedFile.objects.count()) == (True, False, 0)


def test_elsewhere_nothing_of_the_file_is_kept(client, mimosa, settings):
    settings.IS_NEUTRAL = False

    give(client, mimosa, FORM)
    confirm(client)

    assert (Assessment.objects.count(), ReceivedFile.objects.count(), StoredFile.objects.count()) == (1, 0, 0)


def test_that_of_another_assessment_is_not_found(client, mimosa, alice, assessment):
    give(client, mimosa, FORM)
    confirm(client)
    received = ReceivedFile.objects.get()

    answer = client.get(reverse("assessments:received_file", args=[mimosa.key, assessment.key, received.key]))

    assert answer.status_code == 404


def test_a_form_that_says_nothing_new_can_be_kept_all_the_same(client, mimosa):
    give(client, mimosa, FORM)
    confirm(client)
    assessment = Assessment.objects.get()
    path = (mimosa.key, assessment.key)
    again = FORMATS["docx"].write(snapshot(assessment, Hold.PROOFS), load().edition(assessment.edition))
    client.post(reverse("assessments:return_part", args=path), {"file": SimpleUploadedFile("retour.docx", again)})
    merging = reverse("assessments:merge_part", args=[*path, Intake.objects.get().key])

    shown = client.get(merging)
    client.post(merging, {"seen": page(shown).xpath("//input[@name='seen']/@value")[0]})

    assert texts(shown, "//main//form//button") == ["Garder le fichier tel quel", "Renoncer à ce fichier"]
    assert [each.name for each in assessment.received.all()] == ["fiche.docx", "retour.docx"]
