"""The editions that a command works with: those shipped, and the person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.catalogue import load
from auditblanc.interchange.data_folder import editions_folder

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue


def catalogue() -> Catalogue:
    """The shipped editions and the person's own.

    Raises:
        EditionError: a file of the person's is at fault.
    """
    own = editions_folder()
    return load([own] if own.is_dir() else [])
