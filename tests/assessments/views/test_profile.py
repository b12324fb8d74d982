"""The profile: every answer, and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from auditblanc.assessments.forms.profile.sections import SECTIONS
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.applicability_summary import summary
from auditblanc.domain.profile import Audit, Certifying
from tests import people
from tests.pages import cells, page, texts


def get(client, assessment):
    return client.get(reverse("assessments:profile", args=[assessment.organisation.key, assessment.key]))


def test_the_result_is_what_the_rules_say(client, alice, mimosa, catalogue):
    start = replace(people.SNAPSHOT, profile=replace(people.PROFILE, certifying=Certifying.RS))
    row = people.assessment(mimosa, alice, start)
    client.force_login(alice)

    answer = get(client, row)

    edition = catalogue.edition("2026-v9")
    found = applicabilities(edition, snapshot(row))
    told = {
        str(each.indicator): [str(each.indicator), edition.indicator(each.indicator).title, each.reason]
        for each in found
    }
    assert texts(answer, "//header[@class='page-head']//p[@class='lead']") == [summary(found).sentence]
    assert {line[0]: line for line in cells(answer)} == told
    assert texts(answer, "//main//summary")[0].startswith("À confirmer")


def test_every_part_leads_to_where_it_is_changed(client, alice, assessment):
    client.force_login(alice)

    answer = get(client, assessment)

    path = [assessment.organisation.key, assessment.key]
    links = [reverse("assessments:profile_section", args=[*path, section.key]) for section in SECTIONS]
    assert page(answer).xpath("//section//a[@aria-label]/@href") == links


def test_what_is_not_answered_says_so(client, alice, assessment):
    client.force_login(alice)

    told = dict(
        zip(texts(get(client, assessment), "//main//dt"), texts(get(client, assessment), "//main//dd"), strict=True)
    )

    assert told["Dénomination"] == "Atelier Mimosa"
    assert told["Numéro SIREN"] == "non renseigné"
    assert told["Formations de plus de deux jours"] == "à confirmer"
    assert told["Catégories d’actions"] == "Actions de formation – déjà réalisée"


def test_answers_that_contradict_each_other_are_told(client, alice, mimosa):
    profile = replace(people.PROFILE, alternance=True, work_situation_periods=False)
    row = people.assessment(mimosa, alice, replace(people.SNAPSHOT, profile=profile))
    client.force_login(alice)

    told = texts(get(client, row), "//main//div[contains(@class, 'notice-warning')]")

    assert told == [
        "À vérifier Vous dites faire de l’alternance et n’avoir aucune période en entreprise : l’alternance en est une, corrigez l’une des deux réponses."
    ]


@pytest.mark.parametrize(
    ("edition", "days", "leads_to"),
    [
        ("2019-v9", (date(2027, 3, 9), None), ["2026-v9"]),
        ("2026-v9", (date(2027, 3, 9), None), []),
        # Both are possible across the change: whichever the person chose, nothing is to say.
        ("2026-v9", (date(2026, 10, 31), date(2026, 11, 2)), []),
        ("2019-v7", (date(2026, 10, 31), date(2026, 11, 2)), ["2019-v9"]),
    ],
)
def test_a_text_that_the_date_does_not_choose_leads_to_the_bridge(client, alice, mimosa, edition, days, leads_to):
    profile = replace(people.PROFILE, audit=Audit(first_day=days[0], last_day=days[1]))
    row = people.assessment(mimosa, alice, replace(people.SNAPSHOT, edition=edition, profile=profile))
    client.force_login(alice)

    shown = page(get(client, row)).xpath("//main//div[contains(@class, 'notice')]//a/@href")

    assert shown == [reverse("assessments:bridge", args=[mimosa.key, row.key, each]) for each in leads_to]


def test_the_profile_takes_five_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(5):
        get(client, assessment)
