from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.reports.look import Logo, Look, LookError, contrast_on_white

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR"


def png(width, height):
    return PNG + struct.pack(">II", width, height)


def jpeg(width, height):
    comment = b"\xff\xfe\x00\x05abc"
    return b"\xff\xd8" + comment + b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width)


@given(st.integers(0, 0xFFFFFF))
def test_text_in_the_colour_of_an_organisation_is_readable(colour):
    """Source: WCAG 2.2, 1.4.3: 4.5:1."""
    assert contrast_on_white(Look(accent=f"#{colour:06x}").ink) >= 4.5


def test_a_readable_colour_stays_as_it_is():
    assert Look(accent="#1F4E79").ink == "#1f4e79"


@pytest.mark.parametrize("accent", ["bleu", "#12345", "#1234567", "#12345g", "red;}", ""])
def test_what_is_not_a_colour_is_refused(accent):
    with pytest.raises(LookError, match="n’est pas une couleur"):
        Look(accent=accent)


@pytest.mark.parametrize("data", [png(300, 120), jpeg(300, 120)])
def test_the_size_of_a_logo_is_read_in_it(data):
    assert Logo(data=data, alternative="Mimosa").size == (300, 120)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<svg/>", "Le logo doit être une image PNG ou JPEG."),
        (PNG, "Le logo est abîmé : choisissez une autre image."),
        (b"\xff\xd8\xff\xe0\x00\x10", "Le logo est abîmé : choisissez une autre image."),
        (png(0, 10), "Le logo est vide : choisissez une autre image."),
        (png(4000, 10), "Le logo est bien trop étroit : choisissez une image moins allongée."),
        (png(10, 4000), "Le logo est bien trop étroit : choisissez une image moins allongée."),
        (png(10, 10) + bytes(500_000), "Le logo pèse plus de 500 ko : choisissez une image plus légère."),
    ],
)
def test_a_logo_that_cannot_be_used_is_refused_in_one_sentence(data, sentence):
    with pytest.raises(LookError) as error:
        Logo(data=data, alternative="Mimosa")

    assert str(error.value) == sentence


@given(st.binary(max_size=60))
def test_no_bytes_make_reading_a_logo_fail_otherwise(tail):
    try:
        Logo(data=b"\xff\xd8\xff" + tail, alternative="")
    except LookError:
        return
