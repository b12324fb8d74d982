"""All the indicators as one table: narrowed by the address, changed in place."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from auditblanc.assessments.models import Event
from auditblanc.domain.snapshot import Level
from tests import people
from tests.pages import page, texts, words

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def table(client, alice, assessment):
    client.force_login(alice)
    return Table(client, assessment)


@pytest.fixture
def split(assessment):
    """Indicator 4 of Alice's assessment, told apart by category."""
    row = assessment.ratings.get(indicator=4)
    row.by_category.create(category="AF", level=1)
    row.by_category.create(category="BC", level=2)
    assessment.ratings.filter(pk=row.pk).update(level=2, level_version=1)
    return row


class Table:
    """What a person does with the table, and what they read."""

    def __init__(self, client, assessment):
        self.client, self.path = client, [assessment.organisation.key, assessment.key]

    def get(self, headers=None, **query):
        return self.client.get(reverse("assessments:ratings", args=self.path), query, headers=headers)

    def rate(self, indicator, level, version, query="", headers=None):
        address = reverse("assessments:rate_row", args=[*self.path, indicator])
        return self.client.post(address + query, {"level": level, "version": version}, headers=headers)

    def set(self, *chosen, level="", query="", headers=None):
        address = reverse("assessments:set_levels", args=self.path)
        return self.client.post(address + query, {"chosen": chosen, "level": level}, headers=headers)


def numbers(answer):
    return [int(text) for text in texts(answer, "//tbody//th[@scope='row']/preceding-sibling::td[1]")]


def levels(assessment, *indicators):
    return [assessment.ratings.get(indicator=number).level for number in indicators]


def shape(answer):
    """The table as a browser would hold it, its tokens apart."""
    part = page(answer).get_element_by_id("lignes")
    for field in part.xpath(".//input[@name='csrfmiddlewaretoken']"):
        field.set("value", "")
    return html.tostring(part)


@pytest.mark.parametrize("query", [{}, {"niveau": "2"}])
def test_ratings_takes_five_queries(table, query, django_assert_num_queries):
    with django_assert_num_queries(5):
        table.get(**query)


def test_a_row_tells_its_level_its_text_and_its_proofs(table):
    row = page(table.get()).xpath("//tbody/tr[.//input[@id='n1-1']]")[0]

    checked = [words(label) for label in row.xpath(".//label[input[@checked]]")]
    told = [words(cell) for cell in row]
    assert (checked, told[1:3], told[4:]) == (
        ["Prêt"],
        ["1", "Information du public sur les prestations"],
        ["Le site et le catalogue 2027.", "1"],
    )


def test_a_row_leads_to_the_page_of_its_indicator(table):
    links = page(table.get()).xpath("//tbody//th[@scope='row']/a/@href")

    assert links[1] == reverse("assessments:indicator", args=[*table.path, 2])


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"niveau": "2"}, [2]),
        ({"niveau": "0", "critere": "1"}, [3]),
        ({"critere": "5"}, [21, 22]),
        ({"concerne": "non"}, [14, 15, 20, 29, 33]),
        ({"concerne": "a-confirmer", "critere": "3"}, [12, 13, 16]),
        ({"concerne": "discutes"}, []),
        ({"revoir": "on"}, []),
        ({"niveau": "2", "critere": "partout"}, [2]),
    ],
)
def test_the_address_narrows_the_table(table, query, shown):
    assert numbers(table.get(**query)) == shown


def test_what_concerns_nobody_is_left_out_unless_asked_for(table):
    assert (len(numbers(table.get())), len(numbers(table.get(concerne="tous")))) == (28, 33)


def test_a_row_says_what_is_to_be_looked_at_again_where_it_applies(table, assessment):
    assessment.ratings.filter(indicator__in=[1, 14]).update(review="look_again")

    marks = [
        texts(table.get(concerne="tous"), f"//tr[.//input[@id='c{number}']]//span[@class='tag']") for number in (1, 14)
    ]

    assert marks == [["À revoir"], ["Non applicable"]]


def test_a_level_is_changed_in_its_row(table, assessment):
    answer = table.rate(2, 1, 0, query="?niveau=2")

    assert (answer.status_code, answer.headers["Location"]) == (
        303,
        reverse("assessments:ratings", args=table.path) + "?niveau=2",
    )
    assert levels(assessment, 2) == [Level.READY]


def test_a_level_is_taken_back(table, assessment):
    table.rate(2, 0, 0)

    assert levels(assessment, 2) == [None]


def test_two_clicks_in_a_row_keep_the_second(table, assessment):
    table.rate(2, 1, 0)

    table.rate(2, 3, 0)

    assert levels(assessment, 2) == [Level.MISSING]


def test_what_somebody_else_chose_is_shown_and_not_written_over(table, assessment, mimosa):
    bea = people.member("Béa", mimosa, "editor")
    other = Client()
    other.force_login(bea)
    Table(other, assessment).rate(2, 3, 0)

    answer = table.rate(2, 1, 0, headers=HTMX)

    told = texts(answer, "//*[@id='messages']//p")
    assert told == [
        "Indicateur 2 : Béa vient de choisir « manquant », votre choix « prêt » n’a pas été enregistré. Choisissez de nouveau pour le remplacer."
    ]
    assert levels(assessment, 2) == [Level.MISSING]


@pytest.mark.parametrize(
    ("level", "sentence"),
    [
        ("", "Choisissez un niveau."),
        ("7", "Ce niveau n’existe pas : choisissez prêt, partiel, manquant ou non évalué."),
    ],
)
def test_a_level_that_does_not_exist_is_refused_with_a_sentence(table, assessment, level, sentence):
    answer = table.rate(2, level, 0)

    assert answer.status_code == 422
    assert texts(answer, "//*[@id='lignes']//p[@class='notice-title']/following-sibling::p") == [sentence]
    assert levels(assessment, 2) == [Level.PARTIAL]


def test_a_version_that_is_no_number_asks_to_reload(table):
    answer = table.rate(2, 1, "x")

    told = texts(answer, "//*[@id='lignes']//p[@class='notice-title']/following-sibling::p")
    assert (answer.status_code, told) == (422, ["Rechargez la page et réessayez."])


def test_boxes_ticked_for_later_stay_ticked_when_a_row_changes(table):
    answer = table.client.post(
        reverse("assessments:rate_row", args=[*table.path, 2]),
        {"level": 1, "version": 0, "chosen": [5, 6]},
        headers=HTMX,
    )

    assert page(answer).xpath("//input[@name='chosen'][@checked]/@value") == ["5", "6"]


def test_an_indicator_that_does_not_exist_is_not_found(table):
    assert table.rate(99, 1, 0).status_code == 404


def test_many_levels_are_set_at_once(table, assessment):
    answer = table.set(2, 5, 6, level=1)

    assert answer.status_code == 303
    assert levels(assessment, 2, 5, 6) == [1, 1, 1]


def test_what_is_told_apart_by_category_is_left_alone_and_said(table, assessment, split):
    answer = table.set(2, 4, level=3, headers=HTMX)

    told = texts(answer, "//*[@id='messages']//p")
    assert told == [
        "1 indicateur mis au niveau « manquant ». L’indicateur 4 est laissé tel quel : ses niveaux sont distingués par catégorie."
    ]
    assert levels(assessment, 2, 4) == [3, 2]


def test_a_split_level_is_shown_and_not_edited_here(table, split):
    row = page(table.get()).xpath("//tbody/tr[.//input[@id='c4']]")[0]

    assert (words(row[3]), row.xpath(".//input[@type='radio']")) == ("Partiel AF : 1 · BC : 2", [])


@pytest.mark.parametrize(
    ("chosen", "level", "sentence"),
    [
        ((), 1, "Cochez au moins un indicateur dans le tableau."),
        ((2,), "", "Choisissez un niveau."),
        ((99,), 1, "L’indicateur 99 n’existe pas dans ce texte."),
    ],
)
def test_a_change_of_many_that_lacks_something_says_what(table, chosen, level, sentence):
    before = Event.objects.count()

    answer = table.set(*chosen, level=level)

    assert (answer.status_code, texts(answer, "//*[@id='lot']//p[@class='error']")) == (422, [sentence])
    assert page(answer).xpath("//input[@name='chosen'][@checked]/@value") == [
        str(number) for number in chosen if number < 99
    ]
    assert Event.objects.count() == before


@pytest.mark.parametrize("query", ["", "?niveau=2"])
def test_the_swap_after_one_level_is_what_a_reload_shows(table, query):
    swapped = table.rate(2, 1, 0, query=query, headers=HTMX)

    assert shape(swapped) == shape(table.client.get(reverse("assessments:ratings", args=table.path) + query))


def test_the_swap_after_many_levels_is_what_a_reload_shows(table):
    swapped = table.set(1, 2, 5, level=2, headers=HTMX)

    assert shape(swapped) == shape(table.get())


def test_the_swap_after_narrowing_is_what_a_reload_shows(table):
    assert shape(table.get(headers=HTMX, niveau="2")) == shape(table.get(niveau="2"))


def test_a_reader_sees_levels_and_no_button(client, bob, assessment):
    client.force_login(bob)

    part = page(Table(client, assessment).get()).get_element_by_id("lignes")

    assert part.xpath(".//input | .//button") == []
    assert len(part.xpath(".//tbody//span[contains(@class, 'level')]")) == 28
