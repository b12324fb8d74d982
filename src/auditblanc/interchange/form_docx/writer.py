"""Write the form as a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.enclosure import enclose, to_xml
from auditblanc.interchange.form_docx.document import document
from auditblanc.interchange.form_docx.introduction import document_title
from auditblanc.interchange.form_docx.options import FormError, FormOptions, keep
from auditblanc.interchange.form_docx.package import filled, fixed_parts, pack

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot


def write(snapshot: Snapshot, edition: Edition, options: FormOptions | None = None) -> bytes:
    """The form as a Word file; :func:`~auditblanc.interchange.form_docx.options.keep` says what it holds.

    Raises:
        FormError: the assessment is on another edition, or a row asked for does not exist.
    """
    if snapshot.edition != edition.id:
        raise FormError(f"L’évaluation porte sur l’édition « {snapshot.edition} », la fiche sur « {edition.id} ».")
    return pack(parts(snapshot, edition, options or FormOptions()))


def parts(snapshot: Snapshot, edition: Edition, options: FormOptions) -> dict[str, bytes]:
    """Every part of the package by its name, in the order of the archive."""
    kept = keep(snapshot, edition, options)
    enclosed = enclose(kept, tuple(rating.indicator for rating in kept.ratings), options.organisation)
    named = snapshot.evidence if options.with_proofs and not options.blank else ()
    checked = f"Textes vérifiés le {edition.checked_on:%d/%m/%Y}"
    return {
        **fixed_parts(),
        "docProps/core.xml": filled("core.xml", title=document_title(edition)),
        "word/footer1.xml": _footer(f"{edition.title} · {checked}", options.mention),
        "word/document.xml": document(kept, edition, options, named).encode(),
        "customXml/item1.xml": to_xml(enclosed),
    }


def _footer(line: str, mention: str) -> bytes:
    return filled("footer-mention.xml", line=line, mention=mention) if mention else filled("footer.xml", line=line)
