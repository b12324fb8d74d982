"""A file of answers that is to be given back as it came: kept by its content, in neutral mode alone."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from django.conf import settings

from auditblanc.assessments.storage import examined_as_received, keep

if TYPE_CHECKING:
    from auditblanc.accounts.models import Organisation
    from auditblanc.assessments.storage import Content


def kept_as_received(organisation: Organisation, file: IO[bytes], name: str) -> Content | None:
    """The content, in the organisation's place before anything tells of it; nothing outside of neutral mode.

    Raises:
        SavingError: the disk refuses.
    """
    if not settings.IS_NEUTRAL:
        return None
    content = examined_as_received(file, name)
    keep(organisation.key, file, content)
    return content
