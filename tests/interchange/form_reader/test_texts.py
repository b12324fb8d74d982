"""The small rules on texts: links, numerals, odd characters, comparison, quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.text import clean_text
from auditblanc.interchange.form_reader.legible import legible
from auditblanc.interchange.form_reader.links import with_address
from auditblanc.interchange.form_reader.numerals import numeral
from auditblanc.interchange.form_reader.quotes import listed, quoted
from auditblanc.interchange.form_reader.symbols import symbol
from auditblanc.interchange.form_reader.wording import added, key


@pytest.mark.parametrize(
    ("text", "address", "shown"),
    [
        ("livret", "https://a.fr/l", "livret (https://a.fr/l)"),
        ("a.fr", "https://www.a.fr/", "a.fr"),
        ("https://a.fr/été", "https://a.fr/%C3%A9t%C3%A9", "https://a.fr/été"),
        ("Léa", "mailto:lea@a.fr", "Léa (mailto:lea@a.fr)"),
        ("lea@a.fr", "mailto:lea@a.fr", "lea@a.fr"),
        ("page 3", "#page3", "page 3"),
        ("perdu", "", "perdu"),
        (" ", "https://a.fr", "https://a.fr"),
    ],
)
def test_link_shows_its_address_once(text, address, shown):
    assert with_address(text, address) == shown


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("decimal", ["1", "2", "26", "27", "53"]),
        ("decimalZero", ["01", "02", "26", "27", "53"]),
        ("lowerLetter", ["a", "b", "z", "aa", "aaa"]),
        ("upperLetter", ["A", "B", "Z", "AA", "AAA"]),
        ("lowerRoman", ["i", "ii", "xxvi", "xxvii", "liii"]),
        ("upperRoman", ["I", "II", "XXVI", "XXVII", "LIII"]),
        ("japaneseCounting", ["1", "2", "26", "27", "53"]),
        ("none", ["", "", "", "", ""]),
    ],
)
def test_numerals_are_those_of_lists(form, written):
    assert [numeral(number, form) for number in (1, 2, 26, 27, 53)] == written


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("l\x92audit", "l’audit"),
        ("\x93oui\x94 \x96 5 \x80", "“oui” – 5 €"),
        ("a\x85b", "a\nb"),
        ("a\x81b\x7fc", "abc"),
        ("a\ufdd0b\U0001fffec", "abc"),
        ("\u200bx\u00a0", "\u200bx"),
    ],
)
def test_odd_characters_are_what_they_meant(raw, text):
    assert legible(raw) == text


@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")))
def test_all_that_xml_lets_through_makes_a_text(raw):
    assert clean_text(legible(raw)) == legible(raw)


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "00FC", "✓"),
        ("Wingdings 2", "F052", "☑"),
        ("Symbol", "F0B7", "•"),
        ("Arial", "00E9", "é"),
        ("Arial", "D800", ""),
        ("Arial", "0007", ""),
        ("Arial", "zz", ""),
    ],
)
def test_symbols_are_their_signs(font, code, sign):
    assert symbol(font, code) == sign


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Été, œuvre !", "ÉTÉ œuvre"),
        ("l’audit", "l'audit"),
        ("e\u0301te\u0301", "été"),
        ("un\n\n deux", "un deux"),
        ("ﬁche", "fiche"),
    ],
)
def test_keys_are_words(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("found", "printed", "typed"),
    [
        ("un deux", "un deux trois", ""),
        ("Un, DEUX : trois !", "un deux trois", ""),
        ("un deux trois quatre", "un deux trois", "quatre"),
        ("zéro un deux", "un deux trois", "zéro"),
        ("un (bis) deux trois (ter)", "un deux trois", "bis … ter"),
        ("un 2 trois", "un deux trois", "2"),
        ("un deux ✔", "un deux", "✔"),
        ("tout autre chose", "un deux trois", "tout autre chose"),
        ("un " * 500 + "deux", "un deux", "un " * 498 + "un"),
        ("", "un", ""),
    ],
)
def test_added_words_are_found(found, printed, typed):
    assert added(found, printed) == typed


@given(
    st.lists(st.sampled_from("abcdef"), max_size=12),
    st.lists(st.sampled_from("abcdef"), max_size=12),
    st.text("xyz", min_size=1),
)
def test_word_that_is_not_printed_is_always_found(before, after, word):
    printed = " ".join("abcabcdef")

    assert word in added(" ".join([*before, word, *after]), printed)


def test_quotes_are_on_one_line():
    assert quoted(" un \n\n deux\x85trois ") == "« un / deux / trois »"


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["1"], "1"), (["1", "2"], "1 et 2"), (["1", "2", "3"], "1, 2 et 3")]
)
def test_lists_are_french(items, said):
    assert listed(items) == said
