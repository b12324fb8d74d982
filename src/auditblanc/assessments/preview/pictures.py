"""A page of a PDF, or a picture, drawn small enough for a screen. Runs in the child process."""

from __future__ import annotations

import warnings
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from auditblanc.assessments.preview.refused import NoPreviewError

# What a page at 150 % on a projector shows sharply; higher than wide, as pages are.
WIDTH, HEIGHT = 1400, 2400
# A phone's largest photos; 300 MB once unpacked, which the limits of the child allow.
PIXELS = 100_000_000
_QUALITY = 82
_LOCKED = "il est protégé par un mot de passe"
_DAMAGED = "il est abîmé"
_HUGE = "cette image est démesurée"
_NO_PAGE = "il n’a aucune page"


def pdf_page(data: bytes, number: int) -> tuple[int, bytes]:
    """How many pages there are, and one of them (from 1) as WebP.

    Raises:
        NoPreviewError: locked, damaged, without that page.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise NoPreviewError(_LOCKED if "assword" in str(error) else _DAMAGED) from error
    if not 1 <= number <= len(document):
        raise NoPreviewError(_NO_PAGE)
    try:
        page = document[number - 1]
        scale = min(WIDTH / max(page.get_width(), 1), HEIGHT / max(page.get_height(), 1))
        drawn = page.render(scale=scale).to_pil()
    except pdfium.PdfiumError as error:
        raise NoPreviewError(_DAMAGED) from error
    return len(document), _webp(drawn)


def picture(data: bytes) -> bytes:
    """The picture, or the first of its frames, the right way up, as WebP.

    Raises:
        NoPreviewError: damaged, or too large to be unpacked.
    """
    Image.MAX_IMAGE_PIXELS = PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(data)) as opened:
                # A JPEG is unpacked at the size that is needed, no more.
                opened.draft("RGB", (2 * WIDTH, 2 * HEIGHT))
                opened.thumbnail((WIDTH, HEIGHT))
                return _webp(ImageOps.exif_transpose(opened))
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise NoPreviewError(_HUGE) from error
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
            raise NoPreviewError(_DAMAGED) from error


def _webp(drawn: Image.Image) -> bytes:
    """Its pixels alone: where and when a photo was taken stays in the file."""
    target = BytesIO()
    plain = drawn.convert("RGBA" if "A" in drawn.getbands() or "transparency" in drawn.info else "RGB")
    plain.save(target, "WEBP", quality=_QUALITY, method=2)
    return target.getvalue()
