"""What is not installed. Apart, so that whoever only reports it imports nothing else."""

from __future__ import annotations


class MissingTypstError(Exception):
    """The library that writes PDF is not installed. The message is one French sentence."""

    def __init__(self) -> None:
        super().__init__(
            "Pour écrire un PDF, installez Auditblanc avec ce qui l’écrit (pip install 'auditblanc[site]') ; "
            "le même document s’écrit en Word (.docx) sans rien installer."
        )
