"""Every page, by what it belongs to: a second way to find one, besides the menus."""

from __future__ import annotations

from django.urls import reverse

from tests.pages import page, texts


def opened(client, person):
    client.force_login(person)
    return client.get(reverse("assessments:site_map"))


def test_the_map_takes_four_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(4):
        client.get(reverse("assessments:site_map"))


def test_the_map_leads_to_the_pages_of_each_assessment(client, alice, assessment):
    answer = opened(client, alice)

    assert texts(answer, "//main//h3") == [str(assessment)]
    links = page(answer).xpath("//main//li/a/@href")
    # The data folder is that of whoever started the site, not of Alice.
    links.remove(reverse("local:my_data"))
    assert [client.get(href).status_code for href in links] == [200] * 33


def test_two_links_of_one_name_do_not_lead_to_two_places(client, alice, mimosa, assessment):
    links = page(opened(client, alice)).xpath("//main//li/a")

    assert len({link.text_content() for link in links}) == len(links)


def test_nobody_finds_the_assessments_of_another(client, charlie, assessment):
    assert texts(opened(client, charlie), "//main//h3") == []


def test_every_page_leads_to_the_map(client, alice):
    client.force_login(alice)

    assert texts(client.get("/"), f"//footer//a[@href='{reverse('assessments:site_map')}']") == ["Plan du site"]
