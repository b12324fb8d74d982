"""The row of a content of an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.models import StoredFile
from auditblanc.assessments.storage import is_kept
from auditblanc.interchange.saving import SavingError

if TYPE_CHECKING:
    from auditblanc.accounts.models import Organisation
    from auditblanc.assessments.storage import Content
    from auditblanc.assessments.writes.stamp import Stamp

_FORGOTTEN = "Ce fichier vient d’être effacé ailleurs : déposez-le de nouveau."


def stored(organisation: Organisation, content: Content, stamp: Stamp) -> StoredFile:
    """The one that the organisation has already where there is one. Within the transaction of what shows it.

    Raises:
        SavingError: the content was forgotten (``writes.forget_files``) since it was given.
    """
    file, is_new = StoredFile.objects.get_or_create(
        organisation=organisation,
        sha256=content.sha256,
        defaults={"size": content.size, "media_type": content.media_type, "stored_at": stamp.at},
    )
    if is_new and not is_kept(organisation.key, content.sha256):
        raise SavingError(_FORGOTTEN)
    return file
