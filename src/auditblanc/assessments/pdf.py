"""A PDF for a page: laid out by the installation's one helper, or in this process where there is none.

The helper is started by the main process of the site (``auditblanc.web.pdf_helper``), which says where it listens in
the environment of its workers. Typst keeps hundreds of megabytes: they are there once, not in every worker.
"""

from __future__ import annotations

import logging
import os
from enum import StrEnum
from multiprocessing.connection import Client
from typing import TYPE_CHECKING

from auditblanc.reports.pdf import pdf

if TYPE_CHECKING:
    from auditblanc.reports.content import Document

# « port:key », set by the main process for its workers.
VARIABLE = "AUDITBLANC_PDF_HELPER"
HOST = "127.0.0.1"
_log = logging.getLogger(__name__)


class Ending(StrEnum):
    """What became of a document."""

    DONE = "done"
    BUSY = "busy"
    SLOW = "slow"
    FAILED = "failed"

    @property
    def sentence(self) -> str:
        return {
            "done": "",
            "busy": "Beaucoup de documents se préparent en ce moment : réessayez dans un instant.",
            "slow": "La mise en page de ce document a pris trop de temps et a été arrêtée : réessayez, ou prenez la version Word.",
            "failed": "La mise en page de ce document n’a pas abouti : réessayez, ou prenez la version Word.",
        }[self.value]


class PdfError(Exception):
    """There is no PDF. The message is one French sentence that says what to do."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.sentence)
        self.ending = ending

    @property
    def is_for_later(self) -> bool:
        """Whether it is the moment that is wrong, not the document."""
        return self.ending is Ending.BUSY


def compiled(document: Document) -> bytes:
    """The document as a PDF.

    Raises:
        PdfError: it could not be laid out, or not now.
    """
    address = os.environ.get(VARIABLE, "")
    ending, data = _asked(document, address) if address else drawn(document)
    if ending is not Ending.DONE:
        raise PdfError(ending)
    return data


def drawn(document: Document) -> tuple[Ending, bytes]:
    """Lay out here, and say how it ended: what cannot be drawn must not end the one who draws."""
    try:
        return Ending.DONE, pdf(document)
    except Exception:  # noqa: BLE001 -- the library has its own kinds, and any of them means the same here
        _log.exception("A document could not be laid out")
        return Ending.FAILED, b""


def _asked(document: Document, address: str) -> tuple[Ending, bytes]:
    port, _, key = address.partition(":")
    try:
        with Client((HOST, int(port)), authkey=key.encode()) as connection:
            connection.send(document)
            answer: tuple[Ending, bytes] = connection.recv()
    except (OSError, EOFError):
        _log.exception("The helper does not answer")
        return Ending.FAILED, b""
    return answer
