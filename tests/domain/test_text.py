"""The one text type: what a field holds, and what it refuses with one French sentence."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.text import (
    LINE_LIMIT,
    TEXT_LIMIT,
    TextError,
    clean_line,
    clean_text,
    require_line,
    require_text,
)

ANYTHING = st.text(st.characters(codec=None), max_size=60)
BREAKS = "\r\n\t\u2028\u2029"


def refusal(clean, raw):
    with pytest.raises(TextError) as error:
        clean(raw)
    return str(error.value)


def cleaned(clean, raw):
    """What is kept of ``raw``, ``None`` when it is refused."""
    try:
        return clean(raw)
    except TextError:
        return None


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("", ""),
        ("  Livret d’accueil \n", "Livret d’accueil"),
        ("un\r\ndeux\rtrois\nquatre", "un\ndeux\ntrois\nquatre"),
        ("a\tb", "a\tb"),
        ("\u00a0insécable\u202f!", "insécable\u202f!"),
        ("e\u0301 reste décomposé", "e\u0301 reste décomposé"),
        ("𝄞 et \u200b", "𝄞 et \u200b"),
        ("x\u2028y", "x\u2028y"),
    ],
)
def test_text_is_normalised_at_its_ends_and_line_ends_only(raw, text):
    assert clean_text(raw) == text


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("  Programme \n", "Programme"),
        ("deux\r\nlignes", "deux lignes"),
        ("une\t\t\ncolonne", "une colonne"),
        ("un\u2028paragraphe\u2029ou deux", "un paragraphe ou deux"),
        ("deux  blancs", "deux  blancs"),
    ],
)
def test_line_turns_breaks_and_tabs_into_one_space(raw, line):
    assert clean_line(raw) == line


@pytest.mark.parametrize("clean", [clean_text, clean_line])
@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\0", "0000"),
        ("\x0b", "000B"),
        ("\x1b", "001B"),
        ("\x7f", "007F"),
        ("\x85", "0085"),
        ("\ud800", "D800"),
        ("\udfff", "DFFF"),
        ("\ufdd0", "FDD0"),
        ("\uffff", "FFFF"),
        ("\U0001fffe", "1FFFE"),
        ("\U0010ffff", "10FFFF"),
    ],
)
def test_character_that_no_file_holds_is_refused_by_its_code(clean, character, code):
    assert refusal(clean, f"avant{character}après") == (
        f"Le texte contient un caractère illisible (code U+{code}) : effacez-le et ressaisissez ce passage."
    )


@pytest.mark.parametrize(
    ("clean", "limit", "sentence"),
    [
        (
            clean_text,
            TEXT_LIMIT,
            "Le texte compte 20001 caractères ; la limite est de 20000 : raccourcissez-le ou joignez un document.",
        ),
        (clean_line, LINE_LIMIT, "Ce champ compte 501 caractères ; la limite est de 500 : raccourcissez-le."),
    ],
)
def test_length_is_counted_once_clean(clean, limit, sentence):
    assert clean(f"  {'é' * limit}\r\n") == "é" * limit
    assert refusal(clean, "é" * (limit + 1)) == sentence


@pytest.mark.parametrize("clean", [clean_text, clean_line])
@given(raw=ANYTHING)
def test_cleaning_what_is_clean_changes_nothing(clean, raw):
    once = cleaned(clean, raw)

    assert once is None or clean(once) == once


@given(raw=ANYTHING)
def test_clean_text_can_stand_in_any_file(raw):
    text = cleaned(clean_text, raw)

    if text is not None:
        assert text.encode("utf-8").decode("utf-8") == text
        assert text == text.strip()
        assert {character for character in text if unicodedata.category(character) == "Cc"} <= set("\n\t")


@given(raw=ANYTHING)
def test_clean_line_is_a_clean_text_on_one_line(raw):
    line = cleaned(clean_line, raw)

    if line is not None:
        assert clean_text(line) == line
        assert not set(line) & set(BREAKS)
        assert len(line.splitlines()) <= 1


@given(raw=ANYTHING)
def test_text_loses_nothing_that_is_not_blank(raw):
    text = cleaned(clean_text, raw)

    assert text is None or text.split() == raw.split()


@pytest.mark.parametrize(
    ("require", "raw"), [(require_text, " bord"), (require_text, "a\r\nb"), (require_line, "a\nb")]
)
def test_value_that_was_not_cleaned_is_refused_by_its_field(require, raw):
    with pytest.raises(TextError) as error:
        require(title="propre", place=raw)

    assert str(error.value) == (
        "Le champ « place » doit être nettoyé (fins de ligne, blancs aux bords) avant d’être gardé."
    )


def test_values_that_are_clean_are_kept():
    require_text(presentation="deux\nlignes")
    require_line(title="une ligne")
