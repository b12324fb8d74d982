"""Many organisations on one page: found, narrowed, sorted; what they show together; the same as a file."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from auditblanc.accounts.models import Tag
from auditblanc.accounts.writes import set_tags
from auditblanc.assessments.models import Assessment
from auditblanc.assessments.reads.points import points
from auditblanc.assessments.reads.portfolio import PAGE
from auditblanc.assessments.writes.actions import plan
from auditblanc.assessments.writes.removal import put_back_assessment, remove_assessment
from auditblanc.domain.action import Action
from auditblanc.domain.profile import Audit
from auditblanc.domain.snapshot import Level, Rating
from tests import people
from tests.neutral import make_neutral
from tests.pages import cells, error_of, page, texts

AT = "/portefeuille/"


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def three(alice):
    """Three clients: one that has rated nothing, one half-way, one with an audit soon."""
    made = {}
    for name, levels, day in (
        ("Rien", (), None),
        ("Moitié", (1, 3), date(2027, 5, 1)),
        ("Bientôt", (1, 1, 2), date(2027, 1, 8)),
    ):
        ratings = tuple(Rating(indicator=number, level=Level(level)) for number, level in enumerate(levels, start=1))
        profile = replace(people.PROFILE, audit=Audit(first_day=day))
        snapshot = replace(people.SNAPSHOT, profile=profile, ratings=ratings, evidence=())
        made[name] = people.assessment(people.organisation(name, alice), alice, snapshot)
    return made


def names(answer):
    return texts(answer, "//main//tbody//th/a")


def test_each_organisation_is_a_line_the_least_advanced_first(client, three):
    answer = client.get(AT)

    assert [row[1:5] for row in cells(answer)][1:] == [
        ["Moitié Audit de mars", "2 sur 33 : 1 prêts, 0 partiels, 1 manquants, 31 non évalués 1 prêt · 0 partiel · 1 manquant", "Audit 1er mai 2027", "25 novembre 2026"],
        ["Bientôt Audit de mars", "3 sur 33 : 2 prêts, 1 partiels, 0 manquants, 30 non évalués 2 prêts · 1 partiel · 0 manquant", "Audit 8 janvier 2027", "25 novembre 2026"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?tri=audit", ["Bientôt", "Moitié", "Rien"]),
        ("?tri=name", ["Bientôt", "Moitié", "Rien"]),
        ("?mots=moit", ["Moitié"]),
        ("?etat=blank", ["Rien"]),
        ("?etat=missing", ["Moitié"]),
        ("?etat=no_audit", ["Rien"]),
        ("?etat=still", []),
        ("?etat=x&tri=y&page=0", ["Rien", "Moitié", "Bientôt"]),
    ],
)
def test_it_is_narrowed_and_sorted_by_the_address(client, three, query, found):
    Assessment.objects.update(updated_at=timezone.now())

    assert names(client.get(AT + query)) == found


def test_those_with_most_points_to_watch_come_first(client, three):
    by_points = names(client.get(f"{AT}?tri=points"))
    told = points(list(Assessment.objects.all()))
    worst = {name: (told[row.pk].majors, told[row.pk].gaps) for name, row in three.items()}

    assert by_points == sorted(by_points, key=worst.get, reverse=True)
    assert sorted(by_points) == sorted(three)
    assert (
        client.get("/portefeuille/fichier/csv/?tri=points")
        .content.decode("utf-8-sig")
        .split("\r\n")[1]
        .startswith(by_points[0])
    )


def test_too_many_for_that_order_are_told_so_and_come_in_another(client, three, monkeypatch):
    monkeypatch.setattr("auditblanc.assessments.reads.portfolio.RANKED", 2)

    answer = client.get(f"{AT}?tri=points")

    assert names(answer) == ["Rien", "Moitié", "Bientôt"]
    assert "Les points de vigilance ne rangent que 2 organismes au plus" in " ".join(texts(answer, "//main//p"))


@pytest.mark.parametrize("count", [1, 5])
def test_that_order_takes_eleven_queries_however_many_there_are(client, alice, count, django_assert_num_queries):
    for number in range(count):
        people.assessment(people.organisation(f"O{number:03}", alice), alice)

    with django_assert_num_queries(11):
        client.get(f"{AT}?tri=points")


def test_what_has_not_moved_is_found(client, three):
    Assessment.objects.update(updated_at=timezone.now())
    late = timezone.now() - timedelta(days=31)
    Assessment.objects.filter(pk=three["Rien"].pk).update(created_at=late, updated_at=late)

    assert names(client.get(f"{AT}?etat=still")) == ["Rien"]


def test_what_is_late_comes_before_what_is_next(client, three, alice):
    plan(three["Moitié"].organisation_id, [Action(what="Publier", due=date(2026, 1, 5))], people.stamp(alice))

    line = next(row for row in cells(client.get(AT)) if row[1].startswith("Moitié"))

    assert line[3].startswith("en retard Publier")


@pytest.mark.parametrize("count", [1, PAGE + 3])
def test_it_takes_ten_queries_however_many_there_are(client, alice, count, django_assert_num_queries):
    for number in range(count):
        people.assessment(people.organisation(f"O{number:03}", alice), alice)

    with django_assert_num_queries(10):
        answer = client.get(AT)

    assert len(names(answer)) == min(count, PAGE)


def test_the_next_page_goes_on_from_there(client, alice):
    for number in range(PAGE + 3):
        people.assessment(people.organisation(f"O{number:03}", alice), alice)

    answer = client.get(f"{AT}?tri=name&page=2")

    assert names(answer) == ["O050", "O051", "O052"]
    assert texts(answer, "//nav[@class='pager']//a") == ["← Page précédente"]


def test_a_page_of_what_words_find_tells_how_many_there_are(client, alice):
    for number in range(PAGE + 1):
        people.assessment(people.organisation(f"Client {number:02}", alice), alice)
    people.organisation("Autre", alice)

    last, beyond = (client.get(f"{AT}?mots=client&tri=name&page={each}") for each in (2, 9))

    assert (names(last), names(beyond)) == ([f"Client {PAGE:02}"], [f"Client {PAGE:02}"])
    told = [texts(each, "//p[@role='status']")[-1].split(".")[0].replace("\u00a0", " ") for each in (last, beyond)]
    assert told == [f"{PAGE + 1} organismes, page 2 sur 2"] * 2


def test_an_organisation_is_told_by_the_last_assessment_begun(client, mimosa, assessment, alice):
    newer = people.assessment(mimosa, alice, replace(people.SNAPSHOT, title="La suivante"))
    latest = [Assessment.objects.get(is_latest=True).title]
    remove_assessment(newer, people.stamp(alice))
    latest.append(Assessment.objects.get(is_latest=True).title)
    put_back_assessment(newer, people.stamp(alice))
    latest.append(Assessment.objects.get(is_latest=True).title)

    assert latest == ["La suivante", "Audit de mars", "La suivante"]


def test_strangers_examples_and_the_bin_are_not_there(client, three, alice, charlie):
    people.assessment(charlie.memberships.get().organisation, charlie)
    theirs = three["Rien"].organisation
    theirs.removed_at = people.NOON
    theirs.save()
    other = three["Moitié"].organisation
    other.is_example = True
    other.save()

    assert names(client.get(AT)) == ["Bientôt"]


def test_tags_are_ones_own_and_find_organisations_again(client, three, alice, bob):
    organisation = three["Rien"].organisation
    at = reverse("assessments:tags", args=[organisation.key])

    client.post(at, {"words": "à relancer,  CFA , à relancer"})

    assert [each.word for each in Tag.objects.filter(person=alice)] == ["CFA", "à relancer"]
    assert names(client.get(f"{AT}?etiquette=CFA")) == ["Rien"]
    set_tags(bob, organisation, ["secrète"])
    assert "secrète" not in client.get(AT).content.decode()
    assert client.get(at).content.decode().count('value="CFA, à relancer"') == 1


def test_too_many_tags_are_refused_next_to_the_field(client, three):
    at = reverse("assessments:tags", args=[three["Rien"].organisation.key])

    answer = client.post(at, {"words": ",".join(map(str, range(11)))})

    assert error_of(answer, "words") == "Dix étiquettes au plus, de 50 caractères au plus chacune."


def test_statistics_count_each_indicator(client, three, django_assert_num_queries):
    with django_assert_num_queries(3):
        answer = client.get(f"{AT}statistiques/")

    rows = cells(answer)
    assert len(rows) == 33
    assert [row[2:6] for row in rows[:3]] == [["2", "0", "0", "1"], ["1", "0", "1", "1"], ["0", "1", "0", "2"]]


def test_the_weakest_come_first_where_it_is_asked(client, three):
    rows = cells(client.get(f"{AT}statistiques/?faibles=1"))

    assert [row[0] for row in rows[:2]] == ["2", "3"]


def test_statistics_of_nothing_say_so(client, db):
    assert "Rien à compter ici." in client.get(f"{AT}statistiques/").content.decode()


@pytest.mark.parametrize("name", ["=1+1", "+33", "-2", "@SUM(A1)"])
def test_a_name_is_never_a_formula_in_a_file(client, alice, name):
    people.assessment(people.organisation(name, alice), alice)

    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{AT}fichier/xlsx/").content))
    lines = list(csv.reader(io.StringIO(client.get(f"{AT}fichier/csv/").content.decode("utf-8-sig")), delimiter=";"))

    cell = book.active.cell(2, 1)
    assert (cell.value, cell.data_type) == (name, "s")
    assert lines[1][0] == f"'{name}"
    assert lines[1][3:8] == ["1", "1", "1", "30", "33"]


def test_a_file_holds_what_the_list_is_narrowed_to(client, three):
    lines = client.get(f"{AT}fichier/csv/?mots=moiti").content.decode("utf-8-sig").splitlines()

    assert [line.split(";")[0] for line in lines] == ["Organisme", "Moitié"]
    assert client.get(f"{AT}fichier/pdf/").status_code == 404


def test_who_follows_many_organisations_begins_there(client, alice):
    for number in range(13):
        people.assessment(people.organisation(f"O{number:03}", alice), alice)

    assert client.get("/").headers["Location"] == AT
    assert "O001" not in client.get("/plan/").content.decode()


def test_a_campaign_begins_from_the_ticked_ones_or_from_the_list(client, three):
    form = page(client.get(f"{AT}?mots=moit")).xpath("//main//form[@action='/campagnes/nouvelle/']")[0]

    assert [(each.name, each.value) for each in form.xpath(".//input[@type='hidden']")] == [("mots", "moit")]
    assert form.xpath(".//input[@name='o']/@value") == [three["Moitié"].organisation.key]
    assert form.xpath(".//button/@value") == ["coches", "filtre"]


def test_points_to_watch_are_told_where_they_are_asked_for_with_their_sentence(client, three):
    plain, asked = client.get(AT), client.get(f"{AT}?vigilance=on&mots=moit")

    assert "Estimation calculée" not in plain.content.decode()
    ((*_, watched, _moved, _tags),) = cells(asked)
    told = points([three["Moitié"]])[three["Moitié"].pk]
    assert watched == f"{told.range} {told.plausible}"
    assert "Estimation calculée à partir de vos seules réponses." in asked.content.decode()


@pytest.mark.parametrize("count", [1, PAGE + 3])
def test_with_points_it_takes_two_queries_more(client, alice, count, django_assert_num_queries):
    for number in range(count):
        people.assessment(people.organisation(f"O{number:03}", alice), alice)

    with django_assert_num_queries(12):
        client.get(f"{AT}?vigilance=on")


def test_a_visitor_is_sent_to_sign_in():
    assert Client().get(AT).status_code == 302


def test_in_neutral_mode_it_tells_how_far_each_is_and_ranks_nobody(client, three, settings):
    make_neutral(settings)

    answer = client.get(AT, {"tri": "progress", "etat": "missing"})

    assert [row[:3] for row in cells(answer)] == [
        ["Bientôt Audit de mars", "3 sur 33", "8 janvier 2027"],
        ["Moitié Audit de mars", "2 sur 33", "1er mai 2027"],
        ["Rien Audit de mars", "0 sur 33", "–"],
    ]
    assert texts(answer, "//select[@name='tri']/option") == ["Audit le plus proche", "Dernière activité", "Nom"]


def test_in_neutral_mode_its_file_has_no_levels(client, three, settings):
    make_neutral(settings)

    lines = client.get("/portefeuille/fichier/csv/").content.decode("utf-8-sig").splitlines()

    assert lines[0] == "Organisme;Évaluation;Texte;Non évalués;Indicateurs;Audit;Modifiée le"
