"""The short questions: each saved by itself, skipped if one likes, and the date chooses the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Event
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes.profile import change_profile
from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.profile import Activity, Audit, Certifying, Profile, Provider
from auditblanc.domain.snapshot import Snapshot
from tests import people
from tests.pages import cells, error_of, page, texts

START = Profile(provider=Provider(name="Atelier Mimosa"))


@pytest.fixture
def blank(mimosa, alice):
    return people.assessment(mimosa, alice, Snapshot(edition="2026-v9", profile=START))


def address(assessment, step, name="questions"):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, step])


def post(client, assessment, step, **data):
    assessment.refresh_from_db()
    return client.post(address(assessment, step), {"version": assessment.profile_version, **data})


def profile_of(assessment):
    assessment.refresh_from_db()
    return snapshot(assessment).profile


def test_five_steps_answer_all_that_decides(client, alice, blank):
    client.force_login(alice)

    ways = [
        post(client, blank, 1, kind="initial", first_day="2027-03-09", last_day=""),
        post(client, blank, 2, categories=["AF", "BC"]),
        post(client, blank, 3, certifying="none"),
        post(
            client,
            blank,
            4,
            work_situation_periods="autrement",
            subcontracting_or_portage="non",
            duration_over_2_days="oui",
        ),
        post(client, blank, 5, AF="non", BC="oui"),
    ]

    assert [way.headers["Location"] for way in ways[:-1]] == [address(blank, step) for step in (2, 3, 4, 5)]
    assert profile_of(blank) == replace(
        START,
        audit=Audit(first_day=date(2027, 3, 9), kind=AuditKind.INITIAL),
        activities=(
            Activity(category=Category.TRAINING, new_entrant=False),
            Activity(category=Category.SKILLS_ASSESSMENT, new_entrant=True),
        ),
        certifying=Certifying.NONE,
        alternance=False,
        work_situation_periods=True,
        subcontracting_or_portage=False,
        duration_over_2_days=True,
    )


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
def test_a_step_says_where_one_is_and_may_be_skipped(client, alice, assessment, step):
    client.force_login(alice)

    answer = client.get(address(assessment, step))

    assert texts(answer, "//div[@class='steps']/p") == [f"Étape {step} sur 5"]
    assert texts(answer, "//main//a[contains(., 'Passer')]") == ["Passer cette question"]


def test_skipping_writes_nothing(client, alice, blank):
    client.force_login(alice)

    for step in range(1, 5):
        client.get(address(blank, step))

    assert (profile_of(blank), Event.objects.count()) == (START, 1)


@pytest.mark.parametrize("step", [1, 3, 4])
def test_not_knowing_is_an_answer(client, alice, blank, step):
    client.force_login(alice)
    unknown = dict.fromkeys(
        ["kind", "certifying", "work_situation_periods", "subcontracting_or_portage", "duration_over_2_days"], "?"
    )

    answer = post(client, blank, step, **unknown)

    assert (answer.status_code, profile_of(blank)) == (303, START)


@pytest.mark.parametrize(
    ("choice", "alternance", "periods"),
    [("alternance", True, True), ("autrement", False, True), ("aucune", False, False), ("?", None, None)],
)
def test_one_question_answers_alternance_and_periods(client, alice, blank, choice, alternance, periods):
    client.force_login(alice)

    post(
        client,
        blank,
        4,
        work_situation_periods=choice,
        subcontracting_or_portage="?",
        duration_over_2_days="?",
    )

    found = profile_of(blank)
    assert (found.alternance, found.work_situation_periods) == (alternance, periods)


def test_an_answer_that_did_not_change_stays_as_precise_as_it_was(client, alice, mimosa):
    """Periods said elsewhere, nothing said of alternance: « autrement » is shown, and saving it denies nothing."""
    start = replace(START, work_situation_periods=True)
    row = people.assessment(mimosa, alice, Snapshot(edition="2026-v9", profile=start))
    client.force_login(alice)

    post(client, row, 4, work_situation_periods="autrement", subcontracting_or_portage="?", duration_over_2_days="?")

    assert profile_of(row) == start


def test_categories_keep_what_is_known_of_them(client, alice, assessment):
    client.force_login(alice)

    post(client, assessment, 2, categories=["CFA", "AF"])

    assert profile_of(assessment).activities == (
        Activity(category=Category.TRAINING, new_entrant=False),
        Activity(category=Category.APPRENTICESHIP),
    )


def test_questions_are_asked_in_the_words_of_the_text(client, alice, blank, catalogue):
    client.force_login(alice)

    legends = texts(client.get(address(blank, 4)), "//main//legend")

    edition = catalogue.edition("2026-v9")
    asked = [each.question for each in edition.conditions if each.key not in ("certifying", "alternance")]
    assert legends == [" ".join(question.split()) for question in asked]


def test_without_a_category_the_last_question_is_not_asked(client, alice, blank):
    client.force_login(alice)

    answer = client.get(address(blank, 4))

    [skip] = page(answer).xpath("//main//a[contains(., 'Passer')]/@href")
    assert skip == address(blank, 1, "indicator")


def test_a_step_that_does_not_exist_is_not_found(client, alice, blank):
    client.force_login(alice)

    assert [client.get(address(blank, step)).status_code for step in (0, 6)] == [404, 404]


def test_the_date_chooses_the_text_while_nothing_is_answered(client, alice, blank):
    client.force_login(alice)

    answer = post(client, blank, 1, kind="?", first_day="2026-06-01", last_day="")

    blank.refresh_from_db()
    assert (answer.headers["Location"], blank.edition) == (address(blank, 2), "2019-v9")


def test_a_date_that_is_not_certain_asks_which_text(client, alice, blank):
    client.force_login(alice)

    answer = post(client, blank, 1, kind="?", first_day="2026-10-31", last_day="2026-11-02")

    where = reverse("assessments:text_choice", args=[blank.organisation.key, blank.key])
    assert answer.headers["Location"] == f"{where}?suite=questions"


def test_once_something_is_answered_the_bridge_is_proposed(client, alice, assessment):
    client.force_login(alice)

    answer = post(client, assessment, 1, kind="?", first_day="2026-06-01", last_day="")

    assessment.refresh_from_db()
    assert (answer.headers["Location"].split("?")[0], assessment.edition) == (
        address(assessment, "2019-v9", "bridge"),
        "2026-v9",
    )


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        (
            {"first_day": "31/02/2027"},
            "first_day",
            "Cette date n’est pas lisible, ou n’existe pas : écrivez-la comme 12/09/2027.",
        ),
        (
            {"last_day": "2027-03-09"},
            "last_day",
            "Le dernier jour d’audit est donné sans le premier : indiquez aussi le premier jour.",
        ),
        (
            {"first_day": "2027-03-09", "last_day": "2027-03-08"},
            "last_day",
            "Le dernier jour d’audit précède le premier : corrigez l’une des deux dates.",
        ),
        (
            {"first_day": "0206-03-09"},
            "first_day",
            "La date 09/03/206 n’est pas vraisemblable : corrigez l’année.",
        ),
    ],
)
def test_what_cannot_be_is_said_next_to_the_field(client, alice, blank, data, field, sentence):
    client.force_login(alice)

    answer = post(client, blank, 1, kind="?", **data)

    assert (answer.status_code, profile_of(blank)) == (422, START)
    assert error_of(answer, field).removeprefix("! ") == sentence


def test_who_was_overtaken_sees_both_and_decides(client, alice, assessment):
    client.force_login(alice)
    theirs = replace(people.PROFILE, certifying=Certifying.RNCP)
    change_profile(assessment, theirs, started_from=0, stamp=people.stamp(alice))

    answer = client.post(address(assessment, 3), {"version": 0, "certifying": "rs"})
    kept = profile_of(assessment)
    again = post(client, assessment, 3, certifying="rs")

    assert (answer.status_code, kept.certifying) == (409, Certifying.RNCP)
    assert cells(answer) == [
        ["Certification visée", "enregistrée au RNCP", "enregistrée au Répertoire spécifique (RS)"]
    ]
    assert (again.status_code, profile_of(assessment).certifying) == (303, Certifying.RS)


def test_questions_take_five_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(5):
        client.get(address(assessment, 4))
