"""Each part of the profile: what is there is shown, what is given is saved, what cannot be is said in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings

from auditblanc.assessments.forms.profile.sections import BY_KEY, SECTIONS
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes.profile import change_profile
from auditblanc.domain.categories import AuditKind, Category, Gravity
from auditblanc.domain.profile import (
    ActingAsSubcontractor,
    Activity,
    Audit,
    Certificate,
    Certifying,
    Document,
    Finding,
    LastAudit,
    Profile,
    Provider,
    Site,
    TurnoverBand,
)
from tests import people
from tests.pages import cells, error_of, page, texts
from tests.strategies import profiles

FULL = Profile(
    provider=Provider(name="Atelier Mimosa", siren="732829320", nda="11751234575", director="Mireille Mimosa"),
    activities=(
        Activity(category=Category.APPRENTICESHIP, new_entrant=True),
        Activity(category=Category.TRAINING, new_entrant=False),
        Activity(category=Category.SKILLS_ASSESSMENT),
    ),
    certifying=Certifying.RS,
    alternance=True,
    work_situation_periods=True,
    subcontracting_or_portage=False,
    acting_as_subcontractor=ActingAsSubcontractor.WITH_CONTRACT,
    audit=Audit(first_day=date(2027, 3, 9), last_day=date(2027, 3, 10), kind=AuditKind.SURVEILLANCE),
    turnover=TurnoverBand.FROM_750K,
    sites=(
        Site(name="Lyon", address="1, quai Fictif\n69000 Lyon", permanent_staff=4, is_central_function=True),
        Site(name="Brest", categories=(Category.TRAINING,), seen_at_last_audit=False),
    ),
    certificate=Certificate(decided_on=date(2025, 9, 1), certifier="Certif Fictif", expires_on=date(2028, 8, 31)),
    last_audit=LastAudit(
        held_on=date(2025, 8, 1),
        findings=(Finding(indicator=4, gravity=Gravity.MINOR, edition="2019-v9", words="Analyse à dater."),),
        skipped=(3, 13),
    ),
    documents=(Document.SWORN_STATEMENT, Document.ORGANISATION_CHART),
)


@pytest.fixture
def full(mimosa, alice):
    return people.assessment(mimosa, alice, replace(people.SNAPSHOT, profile=FULL))


def address(assessment, section):
    return reverse("assessments:profile_section", args=[assessment.organisation.key, assessment.key, section])


def typed(answer):
    """What a browser would send back of a page's form, as it was shown."""
    form = page(answer).xpath("//main//form")[0]
    found: dict[str, list[str]] = {}
    for name, value in form.form_values():
        found.setdefault(name, []).append(value)
    return found


def save(client, assessment, section, **changes):
    return client.post(address(assessment, section), typed(client.get(address(assessment, section))) | changes)


def profile_of(assessment):
    assessment.refresh_from_db()
    return snapshot(assessment).profile


@pytest.mark.parametrize("section", BY_KEY)
def test_a_part_saved_as_shown_changes_nothing(client, alice, full, section):
    client.force_login(alice)

    answer = save(client, full, section)

    full.refresh_from_db()
    assert (answer.status_code, full.profile_version, profile_of(full)) == (303, 0, FULL)


@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(profile=profiles)
def test_any_profile_goes_through_its_parts_unchanged(client, alice, mimosa, profile):
    """Whatever a file gave, looking at a part and saving it as shown loses nothing."""
    row = people.assessment(mimosa, alice, replace(people.SNAPSHOT, profile=profile))
    client.force_login(alice)

    codes = {section.key: save(client, row, section.key).status_code for section in SECTIONS}

    assert (set(codes.values()), profile_of(row)) == ({303}, profile)


@pytest.mark.parametrize(
    ("section", "changes", "expected"),
    [
        ("organisme", {"name": "Atelier Rose"}, replace(FULL, provider=replace(FULL.provider, name="Atelier Rose"))),
        (
            "activites",
            {"CFA": "non", "VAE": "True", "AF": "?"},
            replace(
                FULL,
                activities=(
                    Activity(category=Category.TRAINING),
                    Activity(category=Category.SKILLS_ASSESSMENT),
                    Activity(category=Category.PRIOR_LEARNING_VALIDATION, new_entrant=True),
                ),
            ),
        ),
        ("conditions", {"duration_over_2_days": "oui"}, replace(FULL, duration_over_2_days=True)),
        ("sous-traitance", {"acting_as_subcontractor": "?"}, replace(FULL, acting_as_subcontractor=None)),
        ("taille", {"turnover": "under_150k"}, replace(FULL, turnover=TurnoverBand.UNDER_150K)),
        (
            "certificat",
            dict.fromkeys(["decided_on", "certifier", "number", "expires_on"], ""),
            replace(FULL, certificate=None),
        ),
        (
            "dernier-audit",
            {"skipped": "3 à 5"},
            replace(FULL, last_audit=replace(FULL.last_audit, skipped=(3, 4, 5))),
        ),
        ("documents", {"documents": []}, replace(FULL, documents=())),
        ("sites", {"form-1-DELETE": "on"}, replace(FULL, sites=FULL.sites[:1])),
        ("sites", {"form-2-name": "Nice"}, replace(FULL, sites=(*FULL.sites, Site(name="Nice")))),
        (
            "ecarts",
            {"form-1-indicator": "22", "form-1-gravity": "major"},
            replace(
                FULL,
                last_audit=replace(
                    FULL.last_audit,
                    findings=(*FULL.last_audit.findings, Finding(indicator=22, gravity=Gravity.MAJOR)),
                ),
            ),
        ),
        (
            "ecarts",
            {"form-0-DELETE": "on"},
            replace(FULL, last_audit=replace(FULL.last_audit, findings=())),
        ),
    ],
)
def test_what_is_given_is_saved(client, alice, full, section, changes, expected):
    client.force_login(alice)

    answer = save(client, full, section, **changes)

    profile = reverse("assessments:profile", args=[full.organisation.key, full.key])
    assert (answer.status_code, answer.headers["Location"], profile_of(full)) == (303, profile, expected)


@pytest.mark.parametrize(
    "case",
    [
        ("organisme", {"siren": "732829321"}, "siren", "Ce numéro n’est pas un SIREN : vérifiez ses neuf chiffres."),
        (
            "organisme",
            {"nda": "117512"},
            "nda",
            "Ce numéro n’est pas un NDA : il compte onze caractères, par exemple 11 75 12345 75.",
        ),
        (
            "organisme",
            {"name": "x" * 501},
            "name",
            "Ce champ compte 501 caractères ; la limite est de 500 : raccourcissez-le.",
        ),
        (
            "certificat",
            {"decided_on": ""},
            "decided_on",
            "Indiquez quand ce certificat a été obtenu : les dates du cycle en dépendent.",
        ),
        (
            "certificat",
            {"expires_on": "2025-01-01"},
            "decided_on",
            "Le certificat expire avant d’avoir été obtenu : corrigez l’une des deux dates.",
        ),
        (
            "dernier-audit",
            {"skipped": "trois"},
            "skipped",
            "« trois » n’est pas une liste de numéros d’indicateurs, comme « 1 ; 5 ; 12 ».",
        ),
        (
            "sites",
            {"form-0-permanent_staff": "-1"},
            "form-0-name",
            "L’effectif permanent du site « Lyon » est négatif : corrigez-le.",
        ),
        (
            "sites",
            {"form-1-name": ""},
            "form-1-name",
            "Un site n’a pas de nom : donnez-lui un nom, par exemple sa ville.",
        ),
    ],
)
def test_what_cannot_be_is_said_next_to_the_field(client, alice, full, case):
    section, changes, field, sentence = case
    client.force_login(alice)

    answer = save(client, full, section, **changes)

    assert (answer.status_code, error_of(answer, field), profile_of(full)) == (422, sentence, FULL)


@pytest.mark.parametrize(
    ("section", "changes", "sentence"),
    [
        ("sites", {"form-2-name": "Lyon"}, "Deux sites portent le même nom : distinguez-les."),
        (
            "sites",
            {"form-1-is_central_function": "on"},
            "Deux sites portent la fonction centrale : n’en gardez qu’un.",
        ),
        (
            "ecarts",
            {"form-1-indicator": "4", "form-1-gravity": "minor"},
            "Deux écarts portent sur le même indicateur : un indicateur n’a qu’une fiche d’écart, réunissez-les.",
        ),
    ],
)
def test_what_cannot_stand_together_is_said_above(client, alice, full, section, changes, sentence):
    client.force_login(alice)

    answer = save(client, full, section, **changes)

    assert (answer.status_code, profile_of(full)) == (422, FULL)
    assert texts(answer, "//main//*[@aria-label='Ce qui est à corriger']//li") == [sentence]


def test_one_more_may_be_added_at_once(client, alice, full):
    client.force_login(alice)

    answer = save(client, full, "sites", **{"form-2-name": "Nice", "another": "1"})

    assert answer.headers["Location"] == address(full, "sites")
    assert texts(client.get(address(full, "sites")), "//legend/h2") == ["Lyon", "Brest", "Nice", "Ajouter un site"]


def test_a_number_from_a_file_is_kept_as_it_came(client, alice, mimosa):
    odd = replace(FULL, provider=replace(FULL.provider, siren="numéro en cours", nda="?"))
    row = people.assessment(mimosa, alice, replace(people.SNAPSHOT, profile=odd))
    client.force_login(alice)

    answer = save(client, row, "organisme", director="Un autre")

    assert (answer.status_code, profile_of(row).provider.siren) == (303, "numéro en cours")


def test_the_date_of_the_audit_leads_to_the_bridge_once_answered(client, alice, full):
    client.force_login(alice)

    answer = save(client, full, "audit", first_day="2026-05-01", last_day="")

    bridge = reverse("assessments:bridge", args=[full.organisation.key, full.key, "2019-v9"])
    assert (answer.headers["Location"], profile_of(full).audit.first_day) == (bridge, date(2026, 5, 1))


def test_who_was_overtaken_sees_both_and_decides(client, alice, full):
    client.force_login(alice)
    shown = typed(client.get(address(full, "conditions")))
    theirs = replace(FULL, alternance=None, certifying=Certifying.RNCP)
    change_profile(full, theirs, started_from=0, stamp=people.stamp(alice))

    answer = client.post(address(full, "conditions"), shown)
    again = client.post(address(full, "conditions"), typed(answer))

    assert answer.status_code == 409
    assert cells(answer) == [
        ["Certification visée", "enregistrée au RNCP", "enregistrée au Répertoire spécifique (RS)"],
        ["Formations en alternance", "non renseigné", "oui"],
    ]
    assert (again.status_code, profile_of(full)) == (303, FULL)


def test_a_page_that_says_no_version_overwrites_nothing(client, alice, full):
    client.force_login(alice)

    codes = [save(client, full, "taille", turnover="?", version=version).status_code for version in ("", "x", "9" * 20)]

    assert (codes, profile_of(full)) == ([409, 409, 409], FULL)


def test_a_part_that_does_not_exist_is_not_found(client, alice, full):
    client.force_login(alice)

    assert client.get(address(full, "autre")).status_code == 404


@pytest.mark.parametrize("section", BY_KEY)
def test_every_field_has_its_label(client, alice, full, section):
    client.force_login(alice)

    shown = page(client.get(address(full, section)))

    fields = shown.xpath("//main//form//*[self::input[not(@type='hidden')] or self::select or self::textarea]/@id")
    labels = shown.xpath("//main//form//label/@for")
    assert set(fields) - set(labels) == set()


@pytest.mark.parametrize("section", ["organisme", "sites"])
def test_a_part_takes_five_queries(client, alice, full, section, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(5):
        client.get(address(full, section))


def test_a_fault_is_told_first_and_leads_to_its_field(client, alice, full):
    client.force_login(alice)

    answer = save(client, full, "organisme", siren="123")

    assert texts(answer, "//title")[0].startswith("Erreur : Votre organisme")
    assert texts(answer, "//main//*[@autofocus]//li") == [
        "Numéro SIREN : Ce numéro n’est pas un SIREN : vérifiez ses neuf chiffres."
    ]
    assert page(answer).xpath("//main//*[@autofocus]//a/@href") == ["#id_siren"]
