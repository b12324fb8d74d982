"""Contents that no proof shows any more, nor ever will: gone for good."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import StoredFile
from auditblanc.assessments.preview.shown import folder_of
from auditblanc.assessments.storage import discard

if TYPE_CHECKING:
    from auditblanc.accounts.models import Organisation


def forget_files(organisation: Organisation) -> int:
    """Remove the contents of an organisation that no state of any file has, with what was drawn of them; how many.

    Called once the files of a proof are gone for good, thirty days after they were thrown away: not before, since a
    removed file and a former state still have theirs. Whoever calls it tells the journal of what went.
    """
    with writing():
        unused = tuple(StoredFile.objects.filter(organisation=organisation, revisions=None))
        StoredFile.objects.filter(pk__in=[file.pk for file in unused]).delete()
        # Within the transaction: nobody notes the same content meanwhile. Cut here, a row that nothing shows is left.
        for file in unused:
            discard(organisation.key, file.sha256)
            shutil.rmtree(folder_of(organisation.key, file.sha256), ignore_errors=True)
    return len(unused)
