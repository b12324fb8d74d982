"""Pages and pictures, drawn small enough for a screen."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from auditblanc.assessments.preview.pictures import HEIGHT, WIDTH, pdf_page, picture
from auditblanc.assessments.preview.refused import NoPreviewError
from tests.assessments.preview.made import bomb, image, pdf, shown


def test_a_page_of_a_pdf_is_as_wide_as_a_screen_shows():
    pages, drawn = pdf_page(pdf(3), 2)

    assert (pages, shown(drawn).format, shown(drawn).size) == (3, "WEBP", (WIDTH, 1961))


def test_each_page_is_its_own():
    assert pdf_page(pdf(2), 1)[1] != pdf_page(pdf(2), 2)[1]


@pytest.mark.parametrize(
    ("data", "page", "reason"),
    [
        (pdf()[: len(pdf()) // 3], 1, "il est abîmé"),
        (b"%PDF-1.7 <script>alert(1)</script>", 1, "il est abîmé"),
        (pdf(), 2, "il n’a aucune page"),
        (pdf(), 0, "il n’a aucune page"),
    ],
    ids=["cut short", "a name alone", "after the last", "before the first"],
)
def test_a_pdf_without_that_page_says_why(data, page, reason):
    with pytest.raises(NoPreviewError, match=reason):
        pdf_page(data, page)


def test_a_page_of_kilometres_is_drawn_within_bounds():
    """The largest page that the format allows, and one that is all width."""
    wide = b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]>>endobj trailer<</Root 1 0 R>>"

    for width, height in ((14_400, 14_400), (1_000_000, 1), (1, 1_000_000)):
        _, drawn = pdf_page(wide % (width, height), 1)

        assert max(shown(drawn).size) <= max(WIDTH, HEIGHT)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "AVIF"])
def test_a_small_picture_keeps_its_size(kind):
    assert (shown(picture(image(kind))).format, shown(picture(image(kind))).size) == ("WEBP", (60, 40))


def test_a_large_picture_gets_smaller_and_keeps_its_shape():
    assert shown(picture(image("JPEG", (5_600, 2_800)))).size == (WIDTH, WIDTH // 2)


def test_a_photo_taken_upright_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter

    assert shown(picture(image("JPEG", (60, 40), exif=exif))).size == (40, 60)


def test_where_a_photo_was_taken_stays_in_the_file():
    exif = Image.Exif()
    exif[0x010F] = "Appareil d’Alice"

    assert b"Appareil" not in picture(image("JPEG", exif=exif))
    assert not shown(picture(image("JPEG", exif=exif))).getexif()


def test_what_shows_through_still_does():
    target = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(target, "PNG")

    assert shown(picture(target.getvalue())).getpixel((0, 0))[3] == 0


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (bomb(), "cette image est démesurée"),
        (image("PNG")[:60], "il est abîmé"),
        (b"GIF89a" + bytes(64), "il est abîmé"),
        (b"", "il est abîmé"),
    ],
    ids=["bomb", "cut short", "a name alone", "empty"],
)
def test_a_picture_that_cannot_be_drawn_says_why(data, reason):
    with pytest.raises(NoPreviewError, match=reason):
        picture(data)
