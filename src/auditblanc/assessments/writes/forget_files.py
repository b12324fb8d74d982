"""Contents that no proof shows any more, nor ever will: gone for good."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import StoredFile
from auditblanc.assessments.preview.shown import folder_of
from auditblanc.assessments.storage import discard

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from auditblanc.accounts.models import Organisation


def shown_nowhere() -> QuerySet[StoredFile]:
    """Contents that no state of a proof's file has, that no answers were read from, and that none wait to be."""
    return StoredFile.objects.filter(revisions=None, received=None, intakes=None)


def forget_files(organisation: Organisation) -> int:
    """Remove the contents of an organisation that nothing shows, with what was drawn of them; how many.

    A removed file of a proof, a former state and a file received still have theirs, until they are gone for good.
    """
    with writing():
        unused = tuple(shown_nowhere().filter(organisation=organisation))
        StoredFile.objects.filter(pk__in=[file.pk for file in unused]).delete()
        # Within the transaction: nobody notes the same content meanwhile. Cut here, a row that nothing shows is left.
        for file in unused:
            discard(organisation.key, file.sha256)
            shutil.rmtree(folder_of(organisation.key, file.sha256), ignore_errors=True)
    return len(unused)
