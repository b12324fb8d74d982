"""The forms of a page, as a browser would send them, filled where they are blank."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.images import png
from tests.pages import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse
    from lxml.html import HtmlElement

# What a person types where nothing stands, by the kind of field.
_TYPED = {"date": "2026-11-20", "email": "nouvelle@exemple.invalid", "number": "1", "color": "#1f4e79"}
_NUMBERS = frozenset({"indicators", "indicator_1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """``sent``: what a person sends who fills what is blank; ``possible``: every value that a field may take on the page.

    ``blank``: the fields that are hidden and say nothing.
    """

    address: str
    sent: dict[str, list[object]]
    possible: dict[str, set[str]]
    blank: frozenset[str]

    def beside(self, said: dict[str, list[str]]) -> Drawn:
        """The same, with this typed in some of its fields."""
        return replace(self, sent={**self.sent, **said})


def forms(answer: HttpResponse, path: str) -> Iterator[Drawn]:
    """Each form of a page that changes something."""
    for form in page(answer).xpath("//form[translate(@method, 'POST', 'post') = 'post']"):
        sent: dict[str, list[object]] = {}
        possible: dict[str, set[str]] = {}
        hidden = set()
        for control in _controls(form):
            name, kind = control.get("name"), control.get("type", control.tag)
            values, chosen = _values(control, kind, sent.get(name, []))
            possible.setdefault(name, set()).update(values)
            if chosen:
                sent.setdefault(name, []).extend(chosen)
            if kind == "hidden" and not control.get("value"):
                hidden.add(name)
        yield Drawn(
            address=urljoin(path, form.get("action") or ""), sent=sent, possible=possible, blank=frozenset(hidden)
        )


def _controls(form: HtmlElement) -> list[HtmlElement]:
    """Within the form, or bound to it from elsewhere; a button that sends a value is not pressed."""
    own = form.xpath(".//*[self::input or self::select or self::textarea][@name]")
    bound = form.getroottree().xpath("//*[@form = $id][@name]", id=form.get("id")) if form.get("id") else []
    return [each for each in (*own, *bound) if each.get("name") != "csrfmiddlewaretoken"]


def _values(control: HtmlElement, kind: str, already: list[object]) -> tuple[set[str], list[object]]:
    """What the control may send, and what it sends."""
    if control.tag == "select":
        options = [each.get("value", "") for each in control.xpath(".//option")]
        chosen = [each.get("value", "") for each in control.xpath(".//option[@selected]")]
        return set(options), chosen or options[-1:]
    value = (control.text or "").strip() if control.tag == "textarea" else control.get("value", "")
    if kind in ("checkbox", "radio"):
        return {value}, [] if kind == "radio" and already else [value]
    if kind == "file":
        return set(), [SimpleUploadedFile("photo.png", png(width=30), "image/png")]
    if not value and kind != "hidden":
        value = "1" if control.get("name") in _NUMBERS else _TYPED.get(kind, "Quelques mots")
    return {value}, [value]
