"""The rating of an indicator: what its row shows, completed by what travels with the form. What is shown wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from auditblanc.domain.snapshot import Rating, worst
from auditblanc.interchange.form_layout import split_line
from auditblanc.interchange.form_reader.legible import field_text
from auditblanc.interchange.form_reader.presentation import Presentation, says_not_concerned
from auditblanc.interchange.form_reader.quotes import quoted
from auditblanc.interchange.form_reader.value import Value
from auditblanc.interchange.problems import Cell, Problem

if TYPE_CHECKING:
    from auditblanc.domain.snapshot import Level
    from auditblanc.interchange.enclosure import EnclosedRating
    from auditblanc.interchange.form_reader.answers import Answer
    from auditblanc.interchange.form_reader.presentation import Split

Doubts = tuple[tuple[Cell, str], ...]


class Rated(Value, frozen=True):
    rating: Rating
    problems: tuple[Problem, ...]


class _Levels(Value, frozen=True):
    level: Level | None
    by_category: Split = ()
    doubts: Doubts = ()


class _Decision(Value, frozen=True):
    applicable: bool | None
    reason: str
    doubts: Doubts = ()


def rated(answer: Answer, enclosed: EnclosedRating | None) -> Rated:
    """``enclosed`` is ``None`` when nothing travels with the form."""
    shown = _ours_or_theirs(answer.presentation, enclosed)
    levels = _levels(answer.level, shown, enclosed)
    decision = _decision(answer, enclosed)
    rating = Rating(
        indicator=answer.indicator,
        level=levels.level,
        presentation=shown.text,
        applicable=decision.applicable,
        reason=decision.reason,
        by_category=levels.by_category,
        review=enclosed.review if enclosed else answer.statement.review,
        carried_from=enclosed.carried_from if enclosed else "",
        effort=enclosed.effort if enclosed else None,
        ticked=enclosed.ticked if enclosed else (),
    )
    doubts = (*levels.doubts, *decision.doubts, *_not_concerned(rating))
    return Rated(rating, tuple([Problem(cell=cell, indicator=rating.indicator, message=said) for cell, said in doubts]))


def _ours_or_theirs(shown: Presentation, enclosed: EnclosedRating | None) -> Presentation:
    """A line without style, in a form that carries its own levels by category: ours only if it says the same."""
    if not shown.guessed or enclosed is None:
        return shown
    return replace(shown, guessed="") if shown.split == enclosed.by_category else Presentation(shown.guessed)


def _levels(level: Level | None, shown: Presentation, enclosed: EnclosedRating | None) -> _Levels:
    """The level and its split, which must say the same; a box ticked by hand wins."""
    split = shown.split or (enclosed.by_category if enclosed else ())
    if not split:
        return _Levels(level)
    told = worst(part.level for part in split)
    line = quoted(split_line(split))
    if level is not told and level is not None:
        said = f"La case {int(level)} est cochée, mais les niveaux par catégorie sont {line} : la case est gardée, corrigez l’un ou l’autre."
        return _Levels(level, (), ((Cell.LEVEL, said),))
    if level is not told and not shown.split:
        said = f"Aucune case n’est cochée et la ligne {line} a été effacée : le niveau est à redonner."
        return _Levels(None, (), ((Cell.LEVEL, said),))
    doubts = []
    if level is not told:
        doubts.append(f"Aucune case n’est cochée, mais les niveaux par catégorie sont {line} : confirmez-les.")
    elif shown.guessed:
        doubts.append(f"La ligne {line} a été lue comme les niveaux par catégorie : confirmez-les.")
    elif not shown.split:
        doubts.append(f"La ligne {line} a été effacée de la fiche : confirmez ces niveaux par catégorie.")
    return _Levels(told, split, tuple((Cell.LEVEL, said) for said in doubts))


def _decision(answer: Answer, enclosed: EnclosedRating | None) -> _Decision:
    """What a person decided on applicability: the line in the statement cell, else what travels with the form."""
    applicable = answer.statement.applicable
    reason = field_text(answer.statement.reason, f"Indicateur {answer.indicator} : le motif")
    carried = (enclosed.applicable, enclosed.reason) if enclosed else (None, "")
    # Editors join lines and drop blanks: the words alone say whether a person changed the reason.
    if applicable is carried[0] and reason.split() == carried[1].split():
        return _Decision(*carried)
    if applicable is not None and reason:
        said = f"Le motif écrit dans la fiche a été changé : {quoted(reason)} est gardé, confirmez-le."
        return _Decision(applicable, reason, ((Cell.STATEMENT, said),) if enclosed else ())
    if carried[0] is not None:
        said = f"La ligne qui dit la décision sur l’applicabilité a été effacée ou abrégée ; le motif {quoted(carried[1])} est gardé, confirmez-le."
        return _Decision(*carried, ((Cell.STATEMENT, said),))
    said = (
        "La fiche dit si l’indicateur s’applique, mais sans motif : la décision n’est pas gardée, écrivez-en le motif."
    )
    return _Decision(None, "", ((Cell.STATEMENT, said),))


def _not_concerned(rating: Rating) -> Doubts:
    if rating.applicable is not None or not says_not_concerned(rating.presentation):
        return ()
    said = f"{quoted(rating.presentation)} : confirmez que l’indicateur {rating.indicator} ne s’applique pas, avec le motif."
    return ((Cell.PRESENTATION, said),)
