"""What was read, row by row, each doubt beside its row; then an assessment, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Assessment, Intake
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes.intake import receive
from auditblanc.domain.comparison import compare
from auditblanc.domain.profile import Audit
from auditblanc.interchange import formats
from auditblanc.interchange.problems import Cell, Problem, Reading
from tests import people
from tests.conftest import DATA
from tests.pages import cells, page, texts, words

DOUBTS = (
    Problem(cell=Cell.FILE, message="Le document porte des modifications suivies : acceptez-les."),
    Problem(cell=Cell.LEVEL, indicator=2, message="Deux cases sont cochées : la moins bonne est retenue."),
    Problem(cell=Cell.ROW, indicator=99, message="L’indicateur 99 n’existe pas."),
)


@pytest.fixture
def waiting(mimosa, alice):
    reading = Reading(snapshot=people.SNAPSHOT, problems=DOUBTS)
    return receive(mimosa, file_name="fiche.docx", reading=reading, stamp=people.stamp(alice))


def address(intake):
    return reverse("assessments:confirm_import", args=[intake.organisation.key, intake.key])


def test_each_row_says_what_was_read(client, alice, waiting, catalogue):
    client.force_login(alice)

    rows = cells(client.get(address(waiting)))

    edition = catalogue.edition("2026-v9")
    assert [row[0] for row in rows] == [str(number) for number in edition.numbers]
    assert rows[0] == [
        "1",
        edition.indicator(1).title,
        "Prêt",
        "Le site et le catalogue 2027. 1 preuve notée",
    ]
    assert rows[3] == ["4", edition.indicator(4).title, "Non évalué", ""]


def test_each_doubt_stands_in_its_row(client, alice, waiting):
    client.force_login(alice)

    answer = client.get(address(waiting))

    shown = page(answer)
    assert [words(each) for each in shown.xpath("//tr[@id='ligne-2']//li")] == [
        "Niveau : Deux cases sont cochées : la moins bonne est retenue."
    ]
    assert [words(each) for each in shown.xpath("//section[@id='doutes']//li")] == [
        "Fichier : Le document porte des modifications suivies : acceptez-les.",
        "Ligne : L’indicateur 99 n’existe pas.",
    ]


def test_every_doubt_of_a_real_form_is_shown_once(client, alice, mimosa, catalogue):
    reading = formats.read((DATA / "fiche-remplie.docx").read_bytes(), catalogue)
    intake = receive(mimosa, file_name="fiche.docx", reading=reading, stamp=people.stamp(alice))
    client.force_login(alice)

    told = texts(client.get(address(intake)), "//main//ul[contains(@class, 'doubts')]/li")

    assert len(told) == len(reading.problems)


def test_confirmed_it_becomes_an_assessment(client, alice, waiting):
    client.force_login(alice)

    answer = client.post(address(waiting))

    made = Assessment.objects.get()
    overview = reverse("assessments:overview", args=[made.organisation.key, made.key])
    assert (answer.status_code, answer.headers["Location"]) == (303, overview)
    assert compare(snapshot(made), people.SNAPSHOT).differences == ()
    assert Intake.objects.count() == 0


def test_given_up_nothing_is_left(client, alice, waiting):
    client.force_login(alice)

    answer = client.post(address(waiting), {"give_up": "1"})

    assert answer.headers["Location"] == reverse("assessments:import_file", args=[waiting.organisation.key])
    assert (Assessment.objects.count(), Intake.objects.count()) == (0, 0)


def test_another_text_is_announced_then_proposed(client, alice, mimosa):
    older = replace(
        people.SNAPSHOT,
        edition="2019-v7",
        profile=replace(people.PROFILE, audit=Audit(first_day=date(2027, 3, 9))),
    )
    intake = receive(mimosa, file_name="f.docx", reading=Reading(snapshot=older), stamp=people.stamp(alice))
    client.force_login(alice)

    said = texts(client.get(address(intake)), "//main//div[contains(@class, 'notice-info')]/p[1]")
    answer = client.post(address(intake))

    made = Assessment.objects.get()
    assert said == ["Un autre texte s’applique"]
    assert (made.edition, answer.headers["Location"]) == (
        "2019-v7",
        reverse("assessments:bridge", args=[mimosa.key, made.key, "2026-v9"]),
    )


def test_a_text_that_is_not_at_hand_cannot_be_confirmed(client, alice, mimosa):
    unknown = Reading(snapshot=replace(people.SNAPSHOT, edition="2031-v12"))
    intake = receive(mimosa, file_name="f.json", reading=unknown, stamp=people.stamp(alice))
    client.force_login(alice)

    answer = client.get(address(intake))
    client.post(address(intake))

    assert texts(answer, "//main//form//button") == ["Renoncer", "Renoncer"]
    assert texts(answer, "//main//div[contains(@class, 'notice-error')]/p[1]") == ["Ce texte n’est pas installé ici"]
    assert Assessment.objects.count() == 0


def test_looking_takes_two_queries(client, alice, waiting, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(2):
        client.get(address(waiting))
