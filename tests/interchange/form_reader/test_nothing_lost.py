"""What a person typed where no field holds it is quoted; what the form prints is not."""

from __future__ import annotations

import pytest

from auditblanc.domain.text import TEXT_LIMIT
from auditblanc.interchange.problems import UnreadableFileError
from tests.interchange.form_reader.asking import answers, doubts, reading
from tests.interchange.form_reader.forge import Form, W, elements, paragraph, run


@pytest.mark.parametrize(
    ("column", "cell", "name"),
    [
        ("statement", "statement", "énoncé"),
        ("expected", "row", "niveau attendu"),
        ("evidence", "row", "exemples de preuves"),
    ],
)
@pytest.mark.parametrize("words", ["Voir Léa", "✔ vu le 3/4", "🙂"])
def test_words_in_a_printed_cell_are_quoted(column, cell, name, words):
    form = Form()
    form.add(12, column, words)

    assert doubts(reading(form)) == [
        (12, cell, f"La colonne « {name} » porte un texte ajouté, à reprendre à la main : « {words} ».")
    ]


def test_words_amid_printed_ones_are_quoted_alone():
    form = Form()
    printed = form.cell(12, "expected").find(f".//{W}t")
    printed.text = printed.text.replace("existent", "existent (classeur bleu)").replace("Démontrer", "Bien démontrer")

    assert doubts(reading(form)) == [
        (
            12,
            "row",
            "La colonne « niveau attendu » porte un texte ajouté, à reprendre à la main : « Bien … classeur bleu ».",
        )
    ]


def test_printed_words_erased_say_nothing():
    form = Form()
    form.fill(12, "evidence", "")
    printed = form.cell(12, "expected").find(f".//{W}t")
    printed.text = printed.text.partition(" existent")[0]

    assert doubts(reading(form)) == []


def test_words_outside_the_tables_are_quoted_by_passage():
    form = Form()
    form.outside("Centre Dupont", "Rempli par Léa")
    form.tables[5].addnext(elements(paragraph(run("à finir")))[0])

    assert doubts(reading(form)) == [
        (None, "file", "Hors du tableau, il y a un texte, à reprendre à la main : « Centre Dupont / Rempli par Léa »."),
        (None, "file", "Hors du tableau, il y a un texte, à reprendre à la main : « à finir »."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vous possédez tous les éléments permettant de justifier la conformité à cet indicateur.",
        "2 - Il vous manque certains éléments permettant de justifier la conformité à cet indicateur.",
        "RÉALISEZ VOTRE AUTO ÉVALUATION QUALIOPI",
        "Critère 6 : L’inscription et l’investissement du prestataire dans son environnement professionnel",
        "_____",
        "– – –",
    ],
)
def test_words_of_the_form_outside_the_tables_say_nothing(text):
    form = Form()
    form.outside(text)

    assert doubts(reading(form)) == []


def test_words_in_a_banner_are_quoted():
    form = Form()
    form.tables[0].find(f"{W}tr").find(f"{W}tc").extend(elements(paragraph(run("Léa s’en charge"))))

    assert doubts(reading(form)) == [
        (
            None,
            "row",
            "Une ligne du tableau ne correspond à aucun indicateur, elle est à reprendre à la main : « Léa s’en charge ».",
        )
    ]


@pytest.mark.parametrize(
    "text",
    ["Non concerné", "non concernée", "NON CONCERNÉS : pas d’apprentis", "Pas concerné", "Sans objet.", "N/A", "n.a.", "NC", "S.O.", "Non applicable (voir 14)"],
)  # fmt: skip
def test_not_concerned_stays_in_the_text_and_is_to_confirm(text):
    form = Form()
    form.fill(14, "presentation", text)

    found = reading(form)

    assert answers(found) == {14: (None, text)}
    assert found.snapshot.rating(14).applicable is None
    assert doubts(found) == [
        (14, "presentation", f"« {text} » : confirmez que l’indicateur 14 ne s’applique pas, avec le motif.")
    ]


@pytest.mark.parametrize(
    "text", ["Le public non concerné est orienté", "Nc12, procédure", "Solution en cours", "NAF à jour"]
)
def test_words_that_look_like_it_are_an_answer(text):
    form = Form()
    form.fill(14, "presentation", text)

    assert doubts(reading(form)) == []


def test_longest_answer_is_read():
    form = Form()
    form.fill(14, "presentation", "é" * TEXT_LIMIT)

    assert len(reading(form).snapshot.rating(14).presentation) == TEXT_LIMIT


@pytest.mark.parametrize(
    ("column", "what"),
    [
        ("presentation", "la cellule « présentation »"),
        ("statement", "la cellule « énoncé »"),
        ("2", "la cellule « 2 »"),
    ],
)
def test_longer_texts_are_refused_by_indicator(column, what):
    form = Form()
    form.fill(14, column, "é" * (TEXT_LIMIT + 1))

    with pytest.raises(UnreadableFileError) as refusal:
        reading(form)

    assert str(refusal.value) == (
        f"Indicateur 14 : {what} compte 20001 caractères, la limite est de 20000 : raccourcissez ce passage dans la fiche, ou joignez un document, puis réessayez."
    )


@pytest.mark.parametrize("place", ["outside", "row"])
def test_longer_texts_elsewhere_are_refused_too(place):
    form = Form()
    if place == "outside":
        form.outside("é" * (TEXT_LIMIT + 1))
    else:
        form.fill(14, "number", "")
        for column in form.columns[1:]:
            form.fill(14, column, "é" * (TEXT_LIMIT + 1))

    with pytest.raises(UnreadableFileError, match="compte 20001 caractères"):
        reading(form)
