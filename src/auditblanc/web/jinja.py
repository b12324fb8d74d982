"""The one template engine, and what every page may use."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from auditblanc.domain.neutral import shut_address
from auditblanc.web import assets, shown
from auditblanc.web.typography import FrenchTypography


def environment(**options: Any) -> Environment:
    """Our environment: a name that does not exist is a fault, not a blank."""
    made = Environment(  # noqa: S701 -- Django's own options turn escaping on
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True},
        extensions=[FrenchTypography],
    )
    made.globals.update({"url": open_address if settings.IS_NEUTRAL else address, "asset": assets.address})
    made.globals.update({"is_shared": settings.IS_SHARED, "is_neutral": settings.IS_NEUTRAL})
    made.filters.update(shown.FILTERS)
    return made


@lru_cache(maxsize=4096)
def address(name: str, *arguments: object, **words: object) -> str:
    """The address of a page by its name; words make its query."""
    return reverse(name, args=arguments, query={key: str(value) for key, value in words.items()} or None)


def open_address(name: str, *arguments: object, **words: object) -> str:
    """In neutral mode: empty where the page is shut. Menus and buttons leave out what leads nowhere."""
    return "" if shut_address(name) else address(name, *arguments, **words)
