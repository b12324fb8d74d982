"""`index.html`: the proofs of a dossier, indicator by indicator, to be read without a connection."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote

from lxml import html
from lxml.html.builder import E

from auditblanc.domain.dates import in_french
from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.french import counted
from auditblanc.interchange.dossier.readme import CHECK, NOT_PROVEN, PROVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditblanc.domain.referential import Edition, Indicator
    from auditblanc.interchange.dossier.data import About
    from auditblanc.interchange.dossier.layout import Placed, Shelved

_DOCTYPE = "<!doctype html>"
_MEGABYTE = 1_000_000


def index_page(
    edition: Edition, numbers: tuple[int, ...], shelves: Sequence[Shelved], left_out: tuple[str, ...], about: About
) -> bytes:
    """The page. No script, one style sheet beside it, addresses within the dossier alone."""
    title = f"Dossier de preuves – {about.organisation}"
    criteria = [
        each for each in edition.criteria if any(edition.indicator(n).criterion == each.number for n in numbers)
    ]
    page = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.title(title),
            E.link(rel="stylesheet", href="style.css"),
        ),
        E.body(
            E.header(
                E.h1(title),
                E.p(f"{about.edition_label}. Fait le {in_french(about.made_at.date())} avec Auditblanc."),
                E.p(counted(len(shelves), "preuve", "preuves") + "."),
                *(E.p(sentence) for sentence in left_out),
            ),
            E.nav(
                E.h2("Critères", id="criteres"),
                E.ul(
                    *(E.li(E.a(_criterion(each.number, each.title.text), href=f"#c{each.number}")) for each in criteria)
                ),
                **{"aria-labelledby": "criteres"},
            ),
            E.main(
                *(
                    E.section(
                        E.h2(_criterion(each.number, each.title.text), id=f"c{each.number}"),
                        *(
                            _indicator(edition.indicator(number), shelves)
                            for number in numbers
                            if edition.indicator(number).criterion == each.number
                        ),
                    )
                    for each in criteria
                ),
            ),
            E.footer(*_what_it_proves()),
        ),
        lang="fr",
    )
    written: bytes = html.tostring(page, doctype=_DOCTYPE, encoding="utf-8", pretty_print=True)
    return written


def style_sheet() -> bytes:
    return files("auditblanc.interchange").joinpath("dossier", "style.css").read_bytes()


def _criterion(number: int, title: str) -> str:
    return f"Critère {number} – {title}" if title else f"Critère {number}"


def _indicator(indicator: Indicator, shelves: Sequence[Shelved]) -> html.HtmlElement:
    own = [shelf for shelf in shelves if indicator.number in shelf.evidence.indicators]
    name = f"i{indicator.number}"
    body = (
        E.ol(*(_proof(shelf) for shelf in own)) if own else E.p("Aucune preuve dans ce dossier.", **{"class": "none"})
    )
    return E.section(
        E.h3(f"{indicator.number}. {indicator.title}", id=name), body, **{"aria-labelledby": name, "class": "indicator"}
    )


def _proof(shelf: Shelved) -> html.HtmlElement:
    item = shelf.evidence
    parts = [E.p(E.strong(item.title), *_state(item))]
    if item.shows:
        parts.append(E.p(item.shows))
    parts.append(E.p(" · ".join(_told(item)), **{"class": "told"}))
    if shelf.files:
        parts.append(E.ul(*(E.li(_link(placed)) for placed in shelf.files), **{"class": "files"}))
    return E.li(*parts)


def _state(item: Evidence) -> tuple[str, ...]:
    return () if item.state is EvidenceState.READY else (f" ({item.state.label.lower()})",)


def _told(item: Evidence) -> Iterator[str]:
    """What is said under the title of a proof."""
    yield f"contenu du {in_french(item.content_date)}" if item.content_date else "sans date"
    if item.covers_from and item.covers_to:
        yield f"période du {in_french(item.covers_from)} au {in_french(item.covers_to)}"
    if item.site:
        yield f"site : {item.site}"
    yield from (f"{each.kind.label.lower()} : {each.name}" for each in item.dossiers)
    if item.place and not item.pieces:
        yield f"à montrer sur place : {item.place}"
    if len(item.indicators) > 1:
        yield f"sert aux indicateurs {', '.join(map(str, item.indicators))}"


def _link(placed: Placed) -> html.HtmlElement:
    size = f" ({_size(placed.file.size)})"
    return E.span(E.a(placed.file.name, href=quote(placed.path)), size)


def _size(count: int) -> str:
    """« 12 ko », « 3,4 Mo »."""
    if count < _MEGABYTE:
        return f"{max(1, round(count / 1000))} ko"
    return f"{count / _MEGABYTE:.1f} Mo".replace(".", ",")


def _what_it_proves() -> Iterator[html.HtmlElement]:
    yield E.h2("Ce que ce dossier prouve")
    yield E.p(PROVES)
    yield E.p(NOT_PROVEN)
    yield E.p("Pour vérifier :")
    yield E.ul(*(E.li(way) for way in CHECK))
