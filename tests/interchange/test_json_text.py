"""JSON from anybody's file: bounded, and never silently other than what it says."""

from __future__ import annotations

import time

import pytest

from auditblanc.interchange.json_text import DEPTH_LIMIT, PARTS_LIMIT, SIZE_LIMIT, parse
from auditblanc.interchange.problems import UnreadableFileError


def complaint(data):
    with pytest.raises(UnreadableFileError) as raised:
        parse(data)
    return str(raised.value)


def test_values_are_those_of_json():
    assert parse('{"é": [1, -2, 1.5, true, null, "\\u00e9"]}'.encode()) == {"é": [1, -2, 1.5, True, None, "é"]}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Ce fichier est vide : choisissez celui que vous avez enregistré depuis Auditblanc."),
        (b" \n", "Ce fichier est vide : choisissez celui que vous avez enregistré depuis Auditblanc."),
        (
            b'{"a": 1,\n "b"',
            "Ce fichier n’est pas du JSON correct (ligne 2, colonne 5) : corrigez cet endroit ou enregistrez-le à nouveau.",
        ),
        (
            b'{"a": "x\ny"}',
            "Ce fichier n’est pas du JSON correct (ligne 1, colonne 9) : corrigez cet endroit ou enregistrez-le à nouveau.",
        ),
        (
            b"{}\n{}",
            "Ce fichier contient plusieurs documents JSON à la suite : enregistrez chacun dans son propre fichier.",
        ),
        (
            "{}".encode("utf-16"),
            "Ce fichier JSON n’est pas enregistré en UTF-8 : enregistrez-le à nouveau en choisissant ce codage.",
        ),
        (
            '{"a": "é"}'.encode("cp1252"),
            "Ce fichier JSON n’est pas enregistré en UTF-8 : enregistrez-le à nouveau en choisissant ce codage.",
        ),
        (b'{"a": NaN}', "« NaN » n’est pas une valeur JSON : remplacez-la par un nombre ou par null."),
        (b"[-Infinity]", "« -Infinity » n’est pas une valeur JSON : remplacez-la par un nombre ou par null."),
        (b"[" + b"9" * 5000 + b"]", "Le nombre 999999999999999… est trop grand : corrigez-le."),
        (
            b'[{"a": {"b": 1, "c": 2, "b": 1}}]',
            "La clé « b » est donnée deux fois au même endroit : gardez-en une.",
        ),
        (
            b'{"\\ud800": 1, "\\ud800": 2}',
            "La clé « ? » est donnée deux fois au même endroit : gardez-en une.",
        ),
        (
            b"[" * (DEPTH_LIMIT + 1),
            "Ce fichier JSON emboîte plus de 20 niveaux : ce n’est pas une évaluation d’Auditblanc.",
        ),
        (
            b"[" + b"[]," * PARTS_LIMIT + b"[]]",
            "Ce fichier JSON compte trop d’éléments pour une évaluation : vérifiez que c’est le bon fichier.",
        ),
        (
            b" " * (SIZE_LIMIT + 1),
            "Ce fichier JSON dépasse 20 Mo : aucune évaluation n’est aussi longue, vérifiez-le.",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(data, sentence):
    assert complaint(data) == sentence


def test_depth_is_counted_in_nested_values_only():
    text = b'"' + b"[{" * 1000 + b'"'

    assert parse(b"[" + text + b", [], []]") == [("[{" * 1000), [], []]


@pytest.mark.parametrize(
    "data",
    [
        b'"' * (SIZE_LIMIT - 1),
        b'"' + b'\\"' * (SIZE_LIMIT // 2 - 1),
        b'"' + b"\\" * (SIZE_LIMIT - 1),
        b"{" + b'"a":{},' * (SIZE_LIMIT // 10),
    ],
    ids=["quotes", "escaped quotes without an end", "backslashes", "one key again and again"],
)
def test_a_hostile_file_is_refused_within_seconds(data):
    started = time.monotonic()

    sentence = complaint(data)

    assert sentence.startswith("Ce fichier")
    assert time.monotonic() - started < 5
