"""Reading a page as a person sees it: its texts, its tables, what stands next to a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.signals import request_finished
from django.db import close_old_connections
from lxml import html

if TYPE_CHECKING:
    from django.http import HttpResponse


def page(answer: HttpResponse) -> html.HtmlElement:
    return html.fromstring(answer.content.decode())


def words(element: html.HtmlElement) -> str:
    """What an element says, blanks of any width as one space: a test is not about typography."""
    return words_of(element.text_content())


def words_of(text: str) -> str:
    """A text as :func:`words` gives it."""
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


def texts(answer: HttpResponse, path: str) -> list[str]:
    """What each element of an XPath says, in order."""
    return [words(element) for element in page(answer).xpath(path)]


def cells(answer: HttpResponse) -> list[list[str]]:
    """The rows of the page's tables, cell by cell."""
    return [[words(cell) for cell in row.xpath("th|td")] for row in page(answer).xpath("//main//tbody/tr")]


def error_of(answer: HttpResponse, field: str) -> str:
    """The sentence next to a field."""
    return words(page(answer).get_element_by_id(f"id_{field}_error"))


def closed(answer: HttpResponse) -> None:
    """Let go of a file that was given, as a server does; the test keeps its connection to the database."""
    request_finished.disconnect(close_old_connections)
    answer.close()
    request_finished.connect(close_old_connections)
