"""Files that somebody gives as proofs: small ones of every kind, made on the spot."""

from __future__ import annotations

import io
from hashlib import sha256
from typing import TYPE_CHECKING

from auditblanc.assessments.storage import examined, keep
from auditblanc.assessments.writes.pieces import Given
from tests.images import png
from tests.interchange.forged_forms import packed

if TYPE_CHECKING:
    from auditblanc.accounts.models import Organisation

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n"
PNG = png()
DOCX = packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})
TEXT = "Émargement du 9 mars : 8 présents.\n".encode()


def file(data: bytes, name: str) -> io.BytesIO:
    """As a browser sends it."""
    made = io.BytesIO(data)
    made.name = name
    return made


def given(organisation: Organisation, data: bytes = TEXT, name: str = "emargement.txt") -> Given:
    """A content that is kept, under a name."""
    content = examined(io.BytesIO(data), name)
    keep(organisation.key, io.BytesIO(data), content)
    return Given(name=name, content=content)


def mark(data: bytes) -> str:
    return sha256(data).hexdigest()
