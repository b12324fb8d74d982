"""How large a table may be and still be a form that a person filled."""

from __future__ import annotations

from auditblanc.interchange.problems import UnreadableFileError

ROW_LIMIT = 2_000
COLUMN_LIMIT = 100


def require_rows(count: int) -> None:
    """Raises: UnreadableFileError beyond 2,000 rows in a document."""
    if count > ROW_LIMIT:
        raise UnreadableFileError(
            f"Les tableaux de ce document ont plus de {ROW_LIMIT} lignes : ce n’est pas une fiche remplie à la main, elle n’est pas lue ; donnez la fiche d’origine."
        )


def require_columns(count: int) -> None:
    """Raises: UnreadableFileError beyond 100 columns in a table."""
    if count > COLUMN_LIMIT:
        raise UnreadableFileError(
            f"Un tableau de ce document a plus de {COLUMN_LIMIT} colonnes : ce n’est pas une fiche remplie à la main, elle n’est pas lue ; donnez la fiche d’origine."
        )
