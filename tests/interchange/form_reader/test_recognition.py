"""A row is known by its number and checked against its statement; neither is believed alone without saying so."""

from __future__ import annotations

import pytest

from auditblanc.interchange.form_reader.numbers import split_number
from tests.interchange.form_reader.asking import CATALOGUE, answers, doubts, reading
from tests.interchange.form_reader.forge import Form, W, copy_of, elements, paragraph, run

STATEMENT_12 = CATALOGUE.edition("2019-v7").indicator(12).statement.text
NO_NUMBER = "La ligne n’a pas de numéro : elle a été reconnue par son énoncé, vérifiez que c’est le bon indicateur."
NO_STATEMENT = (
    "La ligne n’a pas d’énoncé : elle a été reconnue par son seul numéro, vérifiez que c’est le bon indicateur."
)


def filled():
    """Indicator 12 answered, and nothing else."""
    form = Form()
    form.fill(12, "2", "X")
    form.fill(12, "presentation", "Procédure d’abandon")
    return form


ANSWER = {12: (2, "Procédure d’abandon")}


@pytest.mark.parametrize(
    ("written", "number", "rest"),
    [
        *[
            (text, 12, "")
            for text in ("12", "12.", "12)", "12 -", "12 :", "n° 12", "N°12", "no 12", "I12", "I. 12", "012")
        ],
        *[
            (text, 12, "")
            for text in ("Indicateur 12", "INDICATEUR 12", "Indicateur n° 12", "Ind. 12", "indicateur 12 :")
        ],
        ("12. Vous décrivez", 12, "Vous décrivez"),
        ("Indicateur 12 : Vous décrivez", 12, "Vous décrivez"),
        ("12\nVous décrivez", 12, "Vous décrivez"),
        ("12 Vous décrivez", 12, "Vous décrivez"),
        ("12bis", None, "12bis"),
        ("Vous décrivez 12 mesures", None, "Vous décrivez 12 mesures"),
        ("2026", None, "2026"),
        ("", None, ""),
    ],
)
def test_number_is_found_at_the_start(written, number, rest):
    assert split_number(written) == (number, rest)


@pytest.mark.parametrize("number", ["12.", "n° 12", "Indicateur 12", "I12", "\u00a012 "])
def test_number_is_known_however_it_is_written(number):
    form = filled()
    form.fill(12, "number", number)

    found = reading(form)

    assert (answers(found), doubts(found)) == (ANSWER, [])


def test_words_beside_the_number_are_quoted():
    form = filled()
    form.add(12, "number", "Léa")

    found = reading(form)

    assert answers(found) == ANSWER
    assert doubts(found) == [
        (12, "row", "La cellule du numéro porte un texte ajouté, à reprendre à la main : « Léa ».")
    ]


def test_statement_wins_over_a_number_that_contradicts_it():
    form = filled()
    form.fill(12, "number", "18")

    found = reading(form)

    assert answers(found) == ANSWER
    assert doubts(found) == [
        (
            12,
            "row",
            "La ligne porte le numéro 18, mais son énoncé est celui de l’indicateur 12 : elle est rangée sous le 12, vérifiez.",
        )
    ]


def test_statement_does_without_a_number():
    form = filled()
    form.fill(12, "number", "")

    found = reading(form)

    assert answers(found) == ANSWER
    assert doubts(found) == [(12, "row", NO_NUMBER)]


@pytest.mark.parametrize("number", ["", "77"])
def test_statement_somebody_corrected_does_without_a_number(number):
    form = filled()
    form.fill(12, "statement", STATEMENT_12.replace("Vous décrivez et mettez", "Nous mettons"))
    form.fill(12, "number", number)

    found = reading(form)

    assert answers(found) == ANSWER
    assert doubts(found)[1] == (
        12,
        "statement",
        "La colonne « énoncé » porte un texte ajouté, à reprendre à la main : « Nous mettons ».",
    )


@pytest.mark.parametrize(
    "statement",
    [
        STATEMENT_12.upper(),
        STATEMENT_12.replace("’", "'").replace(" ", "\u00a0"),
        STATEMENT_12.replace(", ", " ").rstrip("."),
        STATEMENT_12.replace("é", "e\u0301"),
        STATEMENT_12[: STATEMENT_12.index(" et prévenir")],
    ],
)
def test_statement_said_otherwise_is_the_same(statement):
    form = filled()
    form.fill(12, "statement", statement)

    found = reading(form)

    assert (answers(found), doubts(found)) == (ANSWER, [])


def test_number_alone_is_enough_when_other_columns_agree():
    form = filled()
    form.fill(12, "statement", "")

    found = reading(form)

    assert (answers(found), doubts(found)) == (ANSWER, [])


def test_number_quite_alone_is_doubtful():
    form = filled()
    for column in ("statement", "expected", "evidence"):
        form.fill(12, column, "")

    found = reading(form)

    assert (answers(found), doubts(found)) == (ANSWER, [(12, "row", NO_STATEMENT)])


def test_statement_of_something_else_is_doubtful():
    form = filled()
    form.fill(12, "statement", "Notre propre question")
    form.fill(12, "expected", "")
    form.fill(12, "evidence", "")

    found = reading(form)

    assert answers(found) == ANSWER
    assert doubts(found) == [
        (
            12,
            "row",
            "L’énoncé ne ressemble pas à celui de l’indicateur 12 : vérifiez que la ligne est bien la sienne.",
        ),
        (
            12,
            "statement",
            "La colonne « énoncé » porte un texte ajouté, à reprendre à la main : « Notre propre question ».",
        ),
    ]


def test_other_columns_tell_when_number_and_statement_do_not():
    form = filled()
    form.fill(12, "number", "")
    form.fill(12, "statement", "")

    found = reading(form)

    assert answers(found) == ANSWER
    assert doubts(found) == [
        (
            12,
            "row",
            "La ligne n’a ni numéro ni énoncé connus : elle a été reconnue par ses autres colonnes comme l’indicateur 12, vérifiez.",
        )
    ]


def test_number_against_the_other_columns_is_doubtful():
    form = filled()
    form.fill(12, "number", "18")
    form.fill(12, "statement", "Notre propre question")

    found = reading(form)

    assert doubts(found)[0] == (
        18,
        "row",
        "L’énoncé ne ressemble pas à celui de l’indicateur 18, et ses autres colonnes sont celles de l’indicateur 12 : vérifiez que la ligne est bien la sienne.",
    )


def doubled(**changes):
    """Indicator 12 answered on two rows, the second one changed."""
    form = filled()
    row = form.rows[12]
    second = copy_of(row)
    for column, text in changes.items():
        second.findall(f"{W}tc")[form.columns.index(column.strip("_"))][1:] = elements(paragraph(run(text)))
    row.addnext(second)
    return reading(form)


@pytest.mark.parametrize(
    ("changes", "answer", "said"),
    [
        ({}, ANSWER, ""),
        ({"_2": "", "presentation": ""}, ANSWER, ""),
        ({"presentation": "Autre"}, ANSWER, " ; le second texte n’est pas repris, « Autre »"),
        (
            {"_2": "", "_3": "X"},
            {12: (None, "Procédure d’abandon")},
            " ; leurs niveaux diffèrent (2 et 3), aucun n’est gardé",
        ),
        (
            {"_2": "", "_3": "X", "presentation": "Autre"},
            {12: (None, "Procédure d’abandon")},
            " ; leurs niveaux diffèrent (2 et 3), aucun n’est gardé et le second texte n’est pas repris, « Autre »",
        ),
    ],
)
def test_two_rows_for_one_indicator_are_doubtful(changes, answer, said):
    found = doubled(**changes)

    assert answers(found) == answer
    assert doubts(found) == [(12, "row", f"L’indicateur 12 a plusieurs lignes{said} : gardez-en une seule.")]


def test_second_row_completes_a_blank_first_one():
    form = Form()
    row = form.rows[12]
    second = copy_of(row)
    second.findall(f"{W}tc")[5][1:] = elements(paragraph(run("X")))
    second.findall(f"{W}tc")[-1][1:] = elements(paragraph(run("Procédure d’abandon")))
    row.addnext(second)

    assert answers(reading(form)) == ANSWER


def test_each_missing_row_is_told():
    form = Form()
    for number in (3, 12):
        row = form.rows[number]
        row.getparent().remove(row)

    found = reading(form)

    assert doubts(found) == [
        (number, "row", f"L’indicateur {number} n’a pas de ligne dans cette fiche : il reste non évalué.")
        for number in (3, 12)
    ]
    assert len(found.snapshot.ratings) == 30


def test_doubts_are_in_the_order_of_the_file():
    form = Form()
    form.outside("Bonjour")
    for number in (30, 4, 12):
        form.fill(number, "1", "?")
    form.fill(20, "number", "")

    assert [indicator for indicator, _, _ in doubts(reading(form))] == [None, 4, 12, 20, 30]
