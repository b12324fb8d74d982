"""What the script does with an answer: each part takes the place of the one of its name. Then: is it what a reload shows?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from django.http import HttpResponse

# The hour of the last save is said after it, and no more once the page is loaded again; tokens are drawn for each page.
_HOUR = "//output"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


def swapped(page: HttpResponse, answer: HttpResponse) -> str:
    """The page once the parts of the answer stand in it."""
    tree = html.fromstring(_TOKEN.sub("", page.content.decode()))
    for fresh in html.fragments_fromstring(_TOKEN.sub("", answer.content.decode()), no_leading_text=False):
        if isinstance(fresh, str):
            assert not fresh.strip()
            continue
        (old,) = tree.xpath("//*[@id=$id]", id=fresh.get("id"))
        fresh.tail = old.tail
        old.getparent().replace(old, fresh)
    return shown(tree)


def reloaded(page: HttpResponse) -> str:
    return shown(html.fromstring(_TOKEN.sub("", page.content.decode())))


def shown(tree: html.HtmlElement) -> str:
    """The main part, element for element, blanks apart."""
    (main,) = tree.xpath("//main")
    for output in main.xpath(_HOUR):
        output.text = None
        output.attrib.pop("data-state", None)
    for element in main.iter():
        element.text = (element.text or "").strip() if element.tag != "textarea" else element.text
        element.tail = (element.tail or "").strip()
    return etree.tostring(main, pretty_print=True, encoding="unicode")
