"""What every page is given besides its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.backends.utils import csrf_input
from django.utils.functional import SimpleLazyObject, lazy
from django.utils.timezone import localdate

from auditblanc.assessments import editions
from auditblanc.domain.edition_check import checked_sentence
from auditblanc.domain.edition_choice import choose
from auditblanc.domain.edition_file import EditionError

if TYPE_CHECKING:
    from django.http import HttpRequest


def foot(request: HttpRequest) -> dict[str, object]:
    """The foot of every page: when the texts in force today were checked. Asked for only when shown.

    The secret that forms repeat is masked once a page: Django does it once a form.
    """
    return {"texts_line": _checked(), "csrf_input": SimpleLazyObject(lambda: csrf_input(request))}


def _sentence() -> str:
    """A text at fault is said here too: the pages that do not need it go on."""
    today = localdate()
    try:
        known = editions.catalogue()
        return checked_sentence(known.edition(choose(known, today).edition), today)
    except EditionError as error:
        return str(error)


_checked = lazy(_sentence, str)
