"""How large a document may be and still be a form that a person filled."""

from __future__ import annotations

from auditblanc.interchange.problems import UnreadableFileError

ROW_LIMIT = 2_000
COLUMN_LIMIT = 100
REPEATED_LIMIT = 1_000_000
# Three times what all the fields of a form can hold, its print included.
TEXT_LIMIT = 2_000_000


def require_rows(count: int) -> None:
    """Raises: UnreadableFileError beyond 2,000 rows in a document."""
    if count > ROW_LIMIT:
        raise UnreadableFileError(
            f"Les tableaux de ce document ont plus de {ROW_LIMIT} lignes : ce n’est pas une fiche remplie à la main, elle n’est pas lue ; donnez la fiche d’origine."
        )


def require_text(count: int) -> None:
    """Raises: UnreadableFileError beyond 2 million characters in a document."""
    if count > TEXT_LIMIT:
        raise UnreadableFileError(
            "Ce document contient plus de 2 millions de caractères : ce n’est pas une fiche remplie à la main, elle n’est pas lue ; donnez la fiche d’origine."
        )


def require_columns(count: int) -> None:
    """Raises: UnreadableFileError beyond 100 columns in a table."""
    if count > COLUMN_LIMIT:
        raise UnreadableFileError(
            f"Un tableau de ce document a plus de {COLUMN_LIMIT} colonnes : ce n’est pas une fiche remplie à la main, elle n’est pas lue ; donnez la fiche d’origine."
        )


class Allowance:
    """How many characters a document may still show or have copied without holding them.

    It asks for them by counts of spaces, cells or rows, or by showing again and again the same note, number or address.
    """

    __slots__ = ("_left",)

    def __init__(self, limit: int = REPEATED_LIMIT) -> None:
        self._left = limit

    def take(self, count: int) -> None:
        """Raises: UnreadableFileError when a document shows more than a person would."""
        self._left -= count
        if self._left < 0:
            raise UnreadableFileError(
                "Ce document répète un même contenu (espaces, cellules, numéros, notes, adresses) un nombre démesuré de fois : ce n’est pas une fiche remplie à la main, elle n’est pas lue ; donnez la fiche d’origine."
            )
