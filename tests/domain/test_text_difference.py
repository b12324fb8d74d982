from __future__ import annotations

import random
import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.text import TEXT_LIMIT
from auditblanc.domain.text_difference import Kind, Segment, merged_texts, text_difference
from tests.strategies import texts

# Words, and marks between them.
WORD = re.compile(r"\w+|[^\w\s]+")
SAME, REMOVED, ADDED = Kind

# Few words, so that most stand several times and in both texts.
words = st.sampled_from(["le", "la", "registre", "registre.", "2026", "é", "- point"])
blanks = st.sampled_from([" ", "  ", "\n", "\n\n", "\t"])
written = st.one_of(
    texts, st.lists(st.tuples(words, blanks), max_size=60).map(lambda pairs: "".join(map("".join, pairs)).strip())
)


def told(before, after):
    return [(segment.kind, segment.text) for segment in text_difference(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "segments"),
    [
        ("", "", []),
        ("Registre", "Registre", [(SAME, "Registre")]),
        ("", "Registre", [(ADDED, "Registre")]),
        ("Registre", "", [(REMOVED, "Registre")]),
        (
            "Registre tenu à jour",
            "Registre papier tenu à jour",
            [(SAME, "Registre "), (ADDED, "papier "), (SAME, "tenu à jour")],
        ),
        (
            "Le registre de mars",
            "Le registre de mai",
            [(SAME, "Le registre de "), (REMOVED, "mars"), (ADDED, "mai")],
        ),
        ("Registre", "Registre. Suite", [(REMOVED, "Registre"), (ADDED, "Registre. Suite")]),
        ("Registre\nCV", "Registre\nDevis\nCV", [(SAME, "Registre\n"), (ADDED, "Devis\n"), (SAME, "CV")]),
    ],
)
def test_differences_are_told_word_by_word(before, after, segments):
    assert told(before, after) == segments


def test_a_phrase_rewritten_is_told_as_one_change():
    assert told("Il voit un chat noir ici", "Il voit deux chiens blancs ici") == [
        (SAME, "Il voit "),
        (REMOVED, "un chat noir"),
        (ADDED, "deux chiens blancs"),
        (SAME, " ici"),
    ]


def test_two_paragraphs_rewritten_stay_two():
    assert told("un\ndeux", "trois\nquatre") == [
        (REMOVED, "un"),
        (ADDED, "trois"),
        (SAME, "\n"),
        (REMOVED, "deux"),
        (ADDED, "quatre"),
    ]


def test_words_that_stand_once_hold_the_rest_in_place():
    before = "le a le b le c le"
    after = "la a la c la b la"

    assert [segment.text.strip() for segment in text_difference(before, after) if segment.kind is SAME] == ["a", "c"]


def test_a_long_passage_with_nothing_in_common_that_stands_once_is_replaced():
    before, after = "oui non " * 100, "non oui oui " * 100

    assert [segment.kind for segment in text_difference(before + "fin", "début " + after)] == [REMOVED, ADDED]


@given(before=written, after=written)
def test_both_texts_come_back(before, after):
    segments = text_difference(before, after)

    assert "".join(segment.text for segment in segments if segment.kind is not ADDED) == before
    assert "".join(segment.text for segment in segments if segment.kind is not REMOVED) == after
    assert all(segment.text for segment in segments)


@given(before=written, after=written)
def test_segments_alternate_and_what_was_removed_comes_first(before, after):
    kinds = [segment.kind for segment in text_difference(before, after)]

    assert all(one != other for one, other in pairwise(kinds))
    assert (ADDED, REMOVED) not in set(pairwise(kinds))


@given(text=texts.filter(bool))
def test_a_text_is_the_same_as_itself(text):
    assert text_difference(text, text) == (Segment(kind=SAME, text=text),)


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ("", "Registre", "Registre"),
        ("Registre", "Registre", "Registre"),
        ("Registre de mars", "Registre de mai", "Registre de mars Registre de mai"),
        ("Registre de mars.\nCV", "Registre de mars.\nDevis", "Registre de mars.\nCV Devis"),
        ("un\ndeux trois", "quatre", "un\ndeux trois\nquatre"),
        ("CV Devis", "CV\nDevis", "CV\nDevis"),
        ("CV Devis", "CV Facture Devis", "CV Facture Devis"),
        ("Le registre", "Un registre", "Le registre Un registre"),
        ("Le grand livre", "Registre\tlivre", "Le grand livre Registre\tlivre"),
        ("CV. Paul les a.", "CV. Rose les met en ligne.", "CV. Paul les a. Rose les met en ligne."),
        ("Registre ", "Planning", "Registre Planning"),
        ("Un A. Deux. Trois.", "Un. Deux. Trois B.", "Un A. Deux. Trois B."),
    ],
)
def test_a_merged_text_holds_both_versions(mine, theirs, merged):
    assert merged_texts(mine, theirs) == merged


def holds(merged, words):
    """Whether the words stand in the merged text in their order."""
    left = iter(WORD.findall(merged))
    return all(word in left for word in words)


@given(mine=written, theirs=written)
def test_no_word_of_either_is_lost_in_a_merge(mine, theirs):
    merged = merged_texts(mine, theirs)

    assert holds(merged, WORD.findall(mine))
    assert holds(merged, WORD.findall(theirs))


def _costly():
    """Texts as long as a field holds, in which words repeat as words do, or as badly as they can."""
    draw = random.Random(20260901)
    vocabulary = [f"mot{number}" for number in range(2000)]
    weights = [1 / (rank + 1) for rank in range(2000)]
    once = [f"{number:03x}" for number in range(4096)]

    def cut(words):
        return " ".join(words)[:TEXT_LIMIT]

    usual = draw.choices(vocabulary, weights, k=4000)
    anchored = [cut(word for place in range(99) for word in (f"#{place}", *draw.choices("ab", k=99))) for _ in range(2)]
    return {
        "edited": (cut(usual), cut(draw.choice(vocabulary) if draw.random() < 0.1 else word for word in usual)),
        "another": (cut(usual), cut(draw.choices(vocabulary, weights, k=4000))),
        "one word": ("a " * 9999, "a " * 9000),
        "two words": (cut(draw.choices("ab", k=10_000)), cut(draw.choices("ab", k=10_000))),
        "every other word": (cut(f"{word} X" for word in once), cut(f"{word} Y" for word in once)),
        "shuffled": (cut(once), cut(draw.sample(once, len(once)))),
        "anchored": tuple(anchored),
        "no blank": ("x" * TEXT_LIMIT, "y" * TEXT_LIMIT),
    }


@pytest.mark.parametrize("name", _costly())
def test_texts_as_long_as_a_field_holds_take_little_time(name):
    before, after = _costly()[name]

    start = time.process_time()
    segments = text_difference(before, after)
    spent = time.process_time() - start

    assert "".join(segment.text for segment in segments if segment.kind is not ADDED) == before
    assert spent < 0.5
