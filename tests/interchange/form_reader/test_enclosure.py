"""What travels with a form of ours: it completes what is seen, and never wins over it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from auditblanc.domain.categories import Category
from auditblanc.domain.effort import Effort
from auditblanc.domain.profile import Audit, Profile, Provider
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Review, Snapshot
from auditblanc.interchange.enclosure import Enclosure, to_xml
from auditblanc.interchange.form_docx.options import FormOptions, keep
from auditblanc.interchange.form_docx.writer import write
from tests.interchange.form_reader.asking import CATALOGUE, doubts, reading
from tests.interchange.form_reader.forge import Form, W, elements, paragraph, run

EDITION = CATALOGUE.edition("2026-v9")
SPLIT = (
    CategoryLevel(category=Category.TRAINING, level=Level.READY),
    CategoryLevel(category=Category.SKILLS_ASSESSMENT, level=Level.MISSING),
)
ASSESSMENT = Snapshot(
    edition=EDITION.id,
    title="Audit de renouvellement",
    profile=Profile(provider=Provider(name="Centre Dupont"), audit=Audit(first_day=date(2026, 12, 1))),
    updated_on=date(2026, 11, 2),
    ratings=(
        Rating(indicator=4, level=Level.MISSING, presentation="Grille d’analyse", by_category=SPLIT),
        Rating(indicator=13, applicable=False, reason="Pas d’alternance\nni d’apprentis"),
        Rating(
            indicator=26,
            level=Level.PARTIAL,
            review=Review.LOOK_AGAIN,
            carried_from="2019-v7",
            effort=Effort.DAY,
            ticked=("Liste des partenaires",),
        ),
    ),
)
PART = "customXml/item1.xml"


def form(assessment=ASSESSMENT, options=None):
    return Form(data=write(assessment, EDITION, options))


def without_enclosure(form):
    """As another editor saves it."""
    form.parts = {name: part for name, part in form.parts.items() if not name.startswith("customXml/")}
    return form


def without_styles(form):
    for style in list(form.body.iter(f"{W}pStyle")):
        style.getparent().remove(style)
    return form


def paragraphs_of(form, indicator, column, start):
    """The paragraphs of a cell that start with these words."""
    cell = form.cell(indicator, column)
    return [each for each in cell.findall(f"{W}p") if "".join(each.itertext()).startswith(start)]


def drop(form, indicator, column, start):
    for each in paragraphs_of(form, indicator, column, start):
        each.getparent().remove(each)


def enclosing(form, **changes):
    """The form with another enclosure."""
    enclosure = Enclosure(edition=EDITION.id, rows=EDITION.numbers)
    form.parts[PART] = to_xml(replace(enclosure, **changes))
    return form


def test_form_of_ours_comes_back_whole():
    found = reading(form())

    assert found.snapshot == keep(ASSESSMENT, EDITION)
    assert found.problems == ()


def test_styles_lost_change_nothing():
    found = reading(without_styles(form()))

    assert found.snapshot == keep(ASSESSMENT, EDITION)
    assert found.problems == ()


def test_enclosure_lost_loses_what_is_not_seen_only():
    found = reading(without_enclosure(form()))

    kept = keep(ASSESSMENT, EDITION)
    seen = tuple(replace(rating, carried_from="", effort=None, ticked=()) for rating in kept.ratings)
    assert found.snapshot == Snapshot(edition=EDITION.id, ratings=seen)
    assert doubts(found) == [
        (
            None,
            "file",
            "Hors du tableau, il y a un texte, à reprendre à la main : « Organisme : Centre Dupont / Évaluation : Audit de renouvellement ».",
        )
    ]


def test_everything_lost_but_the_words_asks_about_the_line_of_categories():
    found = reading(without_styles(without_enclosure(form())))

    assert found.snapshot.rating(4) == ASSESSMENT.rating(4)
    assert found.snapshot.rating(13) == ASSESSMENT.rating(13)
    assert found.snapshot.rating(26).review is Review.LOOK_AGAIN
    assert (
        4,
        "level",
        "La ligne « AF : 1 · BC : 3 » a été lue comme les niveaux par catégorie : confirmez-les.",
    ) in doubts(found)


@pytest.mark.parametrize(
    "part",
    [
        b"<broken",
        to_xml(Enclosure(edition="2026-v9")).replace(b'"edition"', b'"other"'),
        to_xml(Enclosure(edition="2026-v9")).replace(b"2026-v9", b"2026\\nv9"),
        to_xml(Enclosure(edition="2026-v9")).replace(b'"ratings":[]', b'"ratings":[{"indicator":4,"reason":"seul"}]'),
        to_xml(Enclosure(edition="2026-v9")).replace(b'"ratings":[]', b'"ratings":[{"indicator":0}]'),
        to_xml(Enclosure(edition="2026-v9")).replace(
            b'"ratings":[]', b'"ratings":[{"indicator":4,"ticked":["CGV","CGV"]}]'
        ),
        to_xml(Enclosure(edition="2026-v9")).replace(b'"ratings":[]', b'"ratings":' + b"[" * 5000),
    ],
)
def test_damaged_enclosure_is_left_out(part):
    damaged = form()
    damaged.parts[PART] = b"<!-- urn:auditblanc:form:1 -->" + part

    found = reading(damaged)

    assert found.snapshot.ratings == reading(without_enclosure(form())).snapshot.ratings
    assert doubts(found)[0] == (
        None,
        "file",
        "Les informations jointes à la fiche (profil, dates, motifs) sont abîmées : seul ce qui se voit a été lu, redonnez-les.",
    )


def test_enclosure_of_an_edition_that_is_not_installed_is_kept_for_the_rest():
    found = reading(enclosing(form(), edition="2031-v14", title="Titre"))

    assert (found.snapshot.edition, found.snapshot.title) == ("2026-v9", "Titre")
    assert doubts(found)[0] == (
        None,
        "file",
        "La fiche dit suivre l’édition « 2031-v14 », qui n’est pas installée ici : elle a été lue comme « 2026-v9 », vérifiez.",
    )


def test_enclosure_of_an_edition_that_the_statements_contradict_loses():
    original = Form("fiche-remplie.docx")

    found = reading(enclosing(original, edition="2026-v9"))

    assert found.snapshot.edition == "2019-v7"
    assert doubts(found)[0] == (
        None,
        "file",
        "Les informations jointes à la fiche disent qu’elle suit « 2026-v9 », mais ses énoncés sont ceux de « 2019-v7 » : elle a été lue ainsi, vérifiez.",
    )


def test_part_of_a_form_misses_no_row_but_its_own():
    part = form(options=FormOptions(rows=(4, 13, 26), recipient="Léa"))
    part.rows[13].getparent().remove(part.rows[13])

    assert doubts(reading(part)) == [
        (13, "row", "L’indicateur 13 n’a pas de ligne dans cette fiche : il reste non évalué.")
    ]


def test_answers_typed_since_win():
    changed = form()
    changed.fill(26, "2", "")
    changed.fill(26, "1", "X")
    changed.add(4, "presentation", "et entretien")

    found = reading(changed)

    assert found.snapshot.rating(26).level is Level.READY
    assert found.snapshot.rating(4).presentation == "Grille d’analyse\net entretien"
    assert found.problems == ()


@pytest.mark.parametrize(
    ("line", "level", "split", "said"),
    [
        ("AF : 1 · BC : 2", 3, (), "La case 3 est cochée, mais les niveaux par catégorie sont « AF : 1 · BC : 2 » : la case est gardée, corrigez l’un ou l’autre."),
        ("AF : 3 · BC : 1", 3, "AF 3 BC 1", ""),
    ],
)  # fmt: skip
def test_line_of_categories_changed_by_hand_must_agree_with_the_box(line, level, split, said):
    changed = form()
    for text in paragraphs_of(changed, 4, "presentation", "AF")[0].iter(f"{W}t"):
        text.text = line

    found = reading(changed)

    rating = found.snapshot.rating(4)
    assert rating.level == level
    assert " ".join(f"{part.category} {int(part.level)}" for part in rating.by_category) == (split or "")
    assert doubts(found) == ([(4, "level", said)] if said else [])


def test_line_of_categories_that_says_more_is_text():
    changed = form()
    for text in paragraphs_of(changed, 4, "presentation", "AF")[0].iter(f"{W}t"):
        text.text = "AF : 1 · BC : 3 à revoir"

    found = reading(changed)

    assert found.snapshot.rating(4).presentation == "AF : 1 · BC : 3 à revoir\nGrille d’analyse"
    assert doubts(found) == [
        (4, "level", "La ligne « AF : 1 · BC : 3 » a été effacée de la fiche : confirmez ces niveaux par catégorie.")
    ]


def test_box_unticked_leaves_the_line_of_categories():
    changed = form()
    changed.fill(4, "3", "")

    found = reading(changed)

    assert found.snapshot.rating(4).by_category == SPLIT
    assert doubts(found) == [
        (
            4,
            "level",
            "Aucune case n’est cochée, mais les niveaux par catégorie sont « AF : 1 · BC : 3 » : confirmez-les.",
        )
    ]


def test_box_and_line_erased_leave_no_level():
    changed = form()
    changed.fill(4, "3", "")
    drop(changed, 4, "presentation", "AF")

    found = reading(changed)

    assert (found.snapshot.rating(4).level, found.snapshot.rating(4).by_category) == (None, ())
    assert doubts(found) == [
        (
            4,
            "level",
            "Aucune case n’est cochée et la ligne « AF : 1 · BC : 3 » a été effacée : le niveau est à redonner.",
        )
    ]


def test_line_like_ours_in_the_original_form_is_read_and_asked_about():
    original = Form()
    original.fill(4, "presentation", "AF : 1 · VAE : 2", "Grille")

    found = reading(original)

    assert found.snapshot.rating(4) == Rating(
        indicator=4,
        level=Level.PARTIAL,
        presentation="Grille",
        by_category=(
            CategoryLevel(category=Category.TRAINING, level=Level.READY),
            CategoryLevel(category=Category.PRIOR_LEARNING_VALIDATION, level=Level.PARTIAL),
        ),
    )
    assert doubts(found) == [
        (
            4,
            "level",
            "Aucune case n’est cochée, mais les niveaux par catégorie sont « AF : 1 · VAE : 2 » : confirmez-les.",
        )
    ]


def test_line_that_names_a_category_twice_is_text():
    original = Form()
    original.fill(4, "presentation", "AF : 1 · AF : 2")

    assert reading(original).snapshot.rating(4).presentation == "AF : 1 · AF : 2"


def test_line_like_ours_in_a_form_that_carries_none_is_text():
    changed = without_styles(form())
    changed.fill(26, "presentation", "AF : 2")

    assert reading(changed).snapshot.rating(26).presentation == "AF : 2"


def test_decision_whose_reason_was_changed_by_hand_is_kept_and_asked_about():
    changed = form()
    for text in paragraphs_of(changed, 13, "statement", "ni d’apprentis")[0].iter(f"{W}t"):
        text.text = "depuis 2024"

    found = reading(changed)

    assert found.snapshot.rating(13).reason == "Pas d’alternance\ndepuis 2024"
    assert doubts(found) == [
        (
            13,
            "statement",
            "Le motif écrit dans la fiche a été changé : « Pas d’alternance / depuis 2024 » est gardé, confirmez-le.",
        )
    ]


def test_decision_erased_from_the_form_is_kept_and_asked_about():
    changed = form()
    drop(changed, 13, "statement", "Déclaré")
    drop(changed, 13, "statement", "ni d’apprentis")

    found = reading(changed)

    assert found.snapshot.rating(13) == ASSESSMENT.rating(13)
    assert doubts(found) == [
        (
            13,
            "statement",
            "La ligne qui dit la décision sur l’applicabilité a été effacée ou abrégée ; le motif « Pas d’alternance / ni d’apprentis » est gardé, confirmez-le.",
        )
    ]


def test_decision_without_reason_is_not_one():
    original = Form()
    original.add(13, "statement", "Déclaré non applicable")

    found = reading(original)

    assert found.snapshot.rating(13).applicable is None
    assert doubts(found) == [
        (
            13,
            "statement",
            "La fiche dit si l’indicateur s’applique, mais sans motif : la décision n’est pas gardée, écrivez-en le motif.",
        )
    ]


def test_words_added_to_our_notes_are_quoted():
    changed = form()
    note = paragraphs_of(changed, 26, "statement", "▲ À revoir")[0]
    note.extend(elements(run(" Léa demande")))
    note.addnext(elements(paragraph(run("avant mars"), properties='<w:pStyle w:val="AuditblancReview"/>'))[0])

    found = reading(changed)

    assert found.snapshot.rating(26).review is Review.LOOK_AGAIN
    assert [problem.indicator for problem in found.problems] == [26]
    assert "Léa demande" in found.problems[0].message
    assert "avant mars" in found.problems[0].message


def test_words_added_to_our_mention_are_quoted():
    changed = form()
    mention = next(
        each
        for each in changed.body.iter(f"{W}p")
        if "".join(each.itertext()).startswith("Reformulation d’Auditblanc –")
    )
    mention.extend(elements(run(" avant mars")))

    assert "avant mars" in " ".join(problem.message for problem in reading(changed).problems)


def test_enclosure_is_not_read_from_a_part_of_somebody_else():
    original = Form("fiche-remplie.docx")
    original.parts["customXml/item2.xml"] = b"<x xmlns='urn:other'>urn:auditblanc:form:1</x>"

    assert [problem.indicator for problem in reading(original).problems] == [20]


def test_the_key_of_an_organisation_travels_without_being_seen():
    written = form(options=FormOptions(organisation="bcdfghjkmnpq"))
    assert reading(written).organisation == "bcdfghjkmnpq"
    assert "bcdfghjkmnpq" not in "".join(written.body.itertext())


def test_without_what_travels_no_organisation_is_known():
    assert reading(without_enclosure(form(options=FormOptions(organisation="bcdfghjkmnpq")))).organisation == ""
