"""The kinds of files that a proof may be made of: what each is called, how its name ends, how it can be looked at.

A kind is known by its content (``assessments.recognised``), never by the name that a file came with.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Preview(StrEnum):
    """How a file can be looked at without another program."""

    PDF = "pdf"
    IMAGE = "image"
    TEXT = "text"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaKind:
    """``suffixes``: how names of this kind may end; the first is given to one that ends otherwise.

    ``is_shown``: a browser shows it by itself, and runs nothing of it.
    """

    media_type: str
    label: str
    suffixes: tuple[str, ...]
    preview: Preview | None = None
    is_shown: bool = False


def _kind(media_type: str, label: str, suffixes: str, preview: Preview | None = None) -> MediaKind:
    return MediaKind(media_type=media_type, label=label, suffixes=tuple(suffixes.split()), preview=preview)


def _shown(media_type: str, label: str, suffixes: str, preview: Preview) -> MediaKind:
    return MediaKind(
        media_type=media_type, label=label, suffixes=tuple(suffixes.split()), preview=preview, is_shown=True
    )


_OFFICE = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
KINDS = {
    kind.media_type: kind
    for kind in (
        _shown("application/pdf", "Document PDF", ".pdf", Preview.PDF),
        _shown("image/png", "Image PNG", ".png", Preview.IMAGE),
        _shown("image/jpeg", "Photo JPEG", ".jpg .jpeg .jpe .jfif", Preview.IMAGE),
        _shown("image/gif", "Image GIF", ".gif", Preview.IMAGE),
        _shown("image/webp", "Image WebP", ".webp", Preview.IMAGE),
        _kind("image/bmp", "Image BMP", ".bmp .dib", Preview.IMAGE),
        _kind("image/tiff", "Image TIFF", ".tif .tiff", Preview.IMAGE),
        _kind("image/avif", "Image AVIF", ".avif", Preview.IMAGE),
        _kind("image/heic", "Photo HEIC", ".heic .heif"),
        _kind(f"{_OFFICE}.wordprocessingml.document", "Document Word", ".docx .dotx", Preview.OFFICE),
        _kind(f"{_OFFICE}.spreadsheetml.sheet", "Classeur Excel", ".xlsx .xltx", Preview.OFFICE),
        _kind(f"{_OFFICE}.presentationml.presentation", "Présentation PowerPoint", ".pptx .ppsx .potx"),
        _kind("application/vnd.ms-word.document.macroenabled.12", "Document Word avec macros", ".docm .dotm"),
        _kind("application/vnd.ms-excel.sheet.macroenabled.12", "Classeur Excel avec macros", ".xlsm .xltm .xlsb"),
        _kind("application/vnd.ms-powerpoint.presentation.macroenabled.12", "Présentation avec macros", ".pptm"),
        _kind("application/vnd.ms-excel.sheet.binary.macroenabled.12", "Classeur Excel binaire", ".xlsb"),
        _kind("application/msword", "Document Word d’avant 2007", ".doc .dot"),
        _kind("application/vnd.ms-excel", "Classeur Excel d’avant 2007", ".xls .xlt"),
        _kind("application/vnd.ms-powerpoint", "Présentation PowerPoint d’avant 2007", ".ppt .pps"),
        _kind("application/vnd.ms-outlook", "Message Outlook", ".msg"),
        _kind("application/x-tika-ooxml-protected", "Document Office protégé", ".docx .xlsx .pptx"),
        _kind(f"{_ODF}.text", "Document OpenDocument", ".odt", Preview.OFFICE),
        _kind(f"{_ODF}.spreadsheet", "Classeur OpenDocument", ".ods"),
        _kind(f"{_ODF}.presentation", "Présentation OpenDocument", ".odp"),
        _kind("application/rtf", "Document RTF", ".rtf"),
        _kind("application/epub+zip", "Livre EPUB", ".epub"),
        _kind("text/plain", "Texte", ".txt .csv .tsv .md .log .ics .vcf .srt", Preview.TEXT),
        _kind("application/json", "Données JSON", ".json", Preview.TEXT),
        _kind("message/rfc822", "Courriel", ".eml .txt", Preview.TEXT),
        _kind("text/html", "Page web", ".html .htm", Preview.TEXT),
        _kind("application/xml", "Fichier XML", ".xml", Preview.TEXT),
        _kind("image/svg+xml", "Dessin SVG", ".svg", Preview.TEXT),
        _kind("video/mp4", "Vidéo MP4", ".mp4 .m4v"),
        _kind("video/quicktime", "Vidéo QuickTime", ".mov .qt"),
        _kind("video/webm", "Vidéo WebM", ".webm"),
        _kind("video/x-matroska", "Vidéo Matroska", ".mkv"),
        _kind("audio/mpeg", "Son MP3", ".mp3"),
        _kind("audio/mp4", "Son MPEG-4", ".m4a"),
        _kind("audio/ogg", "Son Ogg", ".ogg .oga .opus"),
        _kind("audio/x-wav", "Son WAV", ".wav"),
    )
}
ACCEPTED = "PDF, photos et images, documents Word, Excel, PowerPoint et OpenDocument, textes, courriels, sons et vidéos"
_OTHER = _kind("application/octet-stream", "Fichier", "")


def media_kind(media_type: str) -> MediaKind:
    """The kind of a type; one that we do not know, from a file made elsewhere, can only be kept."""
    return KINDS.get(media_type, _OTHER)
