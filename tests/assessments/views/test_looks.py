"""The looks of documents: a name, a colour, a logo that was looked into."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from auditblanc.accounts.models import Logo, Organisation
from tests.images import png
from tests.pages import error_of, page

GIVEN = {"name": "Atelier Mimosa", "accent": "#aa2255"}


def address(name, organisation):
    return reverse(f"assessments:{name}", args=[organisation.key])


def given(client, mimosa, data, name="logo.png"):
    return client.post(address("looks", mimosa), {**GIVEN, "logo": SimpleUploadedFile(name, data)})


def test_name_colour_and_logo_are_kept(client, alice, mimosa):
    client.force_login(alice)

    answer = client.post(
        address("looks", mimosa), {"name": "Mimosa", "accent": "#AA2255", "logo": SimpleUploadedFile("l.png", png())}
    )

    kept = Organisation.objects.get(pk=mimosa.pk)
    assert (answer.status_code, answer.headers["Location"]) == (303, address("looks", mimosa))
    assert (kept.name, kept.accent, bytes(kept.logo.data)) == ("Mimosa", "#aa2255", png())


def test_without_a_new_logo_the_former_one_stays(client, alice, mimosa):
    client.force_login(alice)
    given(client, mimosa, png())

    client.post(address("looks", mimosa), GIVEN)

    assert bytes(Logo.objects.get().data) == png()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Le logo doit être une image PNG ou JPEG."),
        (b"GIF89a", "Le logo doit être une image PNG ou JPEG."),
        (b"", "Le logo doit être une image PNG ou JPEG."),
        (png()[:20], "Le logo est abîmé : choisissez une autre image."),
        (png()[:60], "Le logo est abîmé : choisissez une autre image."),
        (png() + b"\0" * 500_000, "Le logo pèse plus de 500 ko : choisissez une image plus légère."),
        (png(4001, 4000), "Le logo compte 4001 pixels de côté : restez sous 4000."),
    ],
    ids=["svg", "gif", "empty", "no header", "cut short", "heavy", "huge"],
)
def test_a_logo_that_cannot_be_used_is_refused(client, alice, mimosa, data, sentence):
    client.force_login(alice)

    answer = given(client, mimosa, data)

    assert (answer.status_code, error_of(answer, "logo"), Logo.objects.count()) == (422, sentence, 0)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", " ", "Donnez un nom à l’organisme."),
        ("name", "n" * 201, "Ce nom compte 201 caractères : restez sous 200."),
        ("accent", "rouge", "« rouge » n’est pas une couleur : écrivez-la comme #1f4e79."),
        ("accent", "", "Choisissez une couleur."),
    ],
)
def test_a_wrong_name_or_colour_is_refused(client, alice, mimosa, field, value, sentence):
    client.force_login(alice)

    answer = client.post(address("looks", mimosa), {**GIVEN, field: value})

    assert (answer.status_code, error_of(answer, field)) == (422, sentence)
    assert Organisation.objects.get(pk=mimosa.pk).name == "Atelier Mimosa"


def test_the_logo_is_served_as_the_image_it_is(client, alice, mimosa):
    client.force_login(alice)
    given(client, mimosa, png())

    answer = client.get(address("logo", mimosa))

    assert (answer.content, answer.headers["Content-Type"]) == (png(), "image/png")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_logo_is_removed(client, alice, mimosa):
    client.force_login(alice)
    given(client, mimosa, png())

    client.post(address("remove_logo", mimosa))

    assert client.get(address("logo", mimosa)).status_code == 404


def test_the_preview_shows_what_is_saved(client, alice, mimosa):
    client.force_login(alice)
    given(client, mimosa, png())

    preview = page(client.get(address("looks", mimosa))).xpath("//*[name()='svg'][@class='sheet']")[0]

    assert preview.xpath(".//*[name()='image']/@href") == [address("logo", mimosa)]
    assert preview.xpath(".//*[name()='rect']/@fill")[1] == "#aa2255"


def test_the_page_takes_three_queries(client, alice, mimosa, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(3):
        client.get(address("looks", mimosa))
