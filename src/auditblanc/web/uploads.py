"""Uploads are cut short: what no reader would accept is not kept, neither in memory nor on the disk."""

from __future__ import annotations

from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from auditblanc.interchange.formats import SIZE_LIMIT

ARCHIVES = "assessments:receive_forms"


class CutShort(FileUploadHandler):
    """Stands before Django's own handlers. A file that is too large is given empty, with the size that it had.

    So is one that makes the files of a form too large together. The form that takes them says so, by the sizes.
    """

    _before = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """The chunk, for the handlers after this one, as long as the file is not too large."""
        return None if self._is_too_large(start + len(raw_data)) else raw_data

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """Nothing for a file that was kept: the handlers after this one have it."""
        is_cut = self._is_too_large(file_size)
        self._before += file_size
        if not is_cut:
            return None
        # What the others kept of it goes, as Django does when it stops by itself.
        for handler in getattr(self.request, "upload_handlers", ()):
            if kept := getattr(handler, "file", None):
                kept.close()
        return UploadedFile(file=BytesIO(), name=self.file_name, content_type=self.content_type, size=file_size)

    def _is_too_large(self, size: int) -> bool:
        one = max(SIZE_LIMIT, settings.PROOF_FILE_LIMIT)
        # Forms in one archive: as large as all the files of another form together.
        if self.request and self.request.resolver_match and self.request.resolver_match.view_name == ARCHIVES:
            one = settings.PROOF_FORM_LIMIT
        return size > one or self._before + size > max(one, settings.PROOF_FORM_LIMIT)
