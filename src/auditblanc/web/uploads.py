"""Uploads are cut short: what no reader would accept is not kept, neither in memory nor on the disk."""

from __future__ import annotations

from io import BytesIO

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from auditblanc.interchange.formats import SIZE_LIMIT


class CutShort(FileUploadHandler):
    """Stands before Django's own handlers. A file that is too large is given empty, with the size that it had."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """The chunk, for the handlers after this one, as long as the file is not too large."""
        return None if start + len(raw_data) > SIZE_LIMIT else raw_data

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """Nothing for a file that was kept: the handlers after this one have it."""
        if file_size <= SIZE_LIMIT:
            return None
        # What the others kept of it goes, as Django does when it stops by itself.
        for handler in getattr(self.request, "upload_handlers", ()):
            if kept := getattr(handler, "file", None):
                kept.close()
        return UploadedFile(file=BytesIO(), name=self.file_name, content_type=self.content_type, size=file_size)
