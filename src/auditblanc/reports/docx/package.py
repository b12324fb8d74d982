"""The package around the body: fixed parts kept as files, the organisation's colours filled in, one reproducible archive."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from auditblanc.reports import palette
from auditblanc.reports.docx.body import Body
from auditblanc.reports.docx.chart import chart

if TYPE_CHECKING:
    from auditblanc.reports.content import Document
    from auditblanc.reports.look import Logo, Look

# The oldest date a ZIP can hold: the same document gives the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COLOURS = {
    name.lower(): getattr(palette, name)[1:]
    for name in ("INK", "QUIET", "RULE", "READY", "PARTIAL", "MISSING", "UNRATED")
}


def docx(document: Document) -> bytes:
    """The document as a Word file. Only the standard library is needed."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts(document).items():
            entry = ZipInfo(name, _EPOCH)
            # Pictures are compressed already.
            entry.compress_type = ZIP_STORED if name.startswith("word/media/") else ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def parts(document: Document) -> dict[str, bytes]:
    """Every part of the package by its name. Content types first: some readers look no further to tell what a file is."""
    body = Body()
    written = body.of(document).encode()
    logo, count = document.look.logo, len(body.figures)
    return {
        "[Content_Types].xml": _filled("content-types.xml", {"charts": _chart_types(count)}),
        "_rels/.rels": _read("package-rels.xml").encode(),
        "docProps/core.xml": _filled(
            "core.xml", {"title": escape(document.title), "day": document.made_on.isoformat()}
        ),
        "docProps/app.xml": _read("app.xml").encode(),
        "word/document.xml": written,
        "word/_rels/document.xml.rels": _filled("document-rels.xml", {"more": _relations(logo, count)}),
        "word/styles.xml": _styles(document.look),
        "word/settings.xml": _read("settings.xml").encode(),
        "word/numbering.xml": _read("numbering.xml").encode(),
        "word/fontTable.xml": _read("font-table.xml").encode(),
        "word/footer1.xml": _filled(
            "footer.xml", {"mention": _mention(document.mention), "line": escape(document.running)}
        ),
        **{f"word/charts/chart{n}.xml": chart(each).encode() for n, each in enumerate(body.figures, start=1)},
        **({f"word/media/logo.{logo.kind}": logo.data} if logo else {}),
    }


def _mention(words: str) -> str:
    """A line of its own above the foot of each page."""
    run = f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{run}</w:p>' if words else ""


def _chart_types(count: int) -> str:
    return "".join(
        f'<Override PartName="/word/charts/chart{n}.xml" ContentType="{_CHART_TYPE}"/>' for n in range(1, count + 1)
    )


def _relations(logo: Logo | None, count: int) -> str:
    drawn = {f"rIdChart{n}": ("chart", f"charts/chart{n}.xml") for n in range(1, count + 1)}
    if logo:
        drawn["rIdLogo"] = ("image", f"media/logo.{logo.kind}")
    return "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in drawn.items()
    )


def _styles(look: Look) -> bytes:
    return _filled("styles.xml", {**_COLOURS, "accent": look.accent[1:], "accent_ink": look.ink[1:]})


def _filled(file: str, places: dict[str, str]) -> bytes:
    return _read(file).format_map(places).encode()


@cache
def _read(file: str) -> str:
    return files("auditblanc.reports").joinpath("assets", "docx", file).read_text(encoding="utf-8")
