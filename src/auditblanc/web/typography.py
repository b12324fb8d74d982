"""French typography: the spaces that must not break, put in one place so that sources are typed with plain ones.

The text of templates is set when they are compiled; a sentence that comes from elsewhere is set by the filter ``fr``.
What a person typed is never touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2.ext import Extension
from jinja2.lexer import Token
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2.lexer import TokenStream

_NO_BREAK, _NARROW = "\u00a0", "\u202f"
# A template is read in pieces: a space may begin or end one, next to what stands in an expression.
_RULES = (
    (re.compile(r"(?<!\s) (?=[;!?](?:[\s<\"»)]|$))"), _NARROW),
    (re.compile(r"(?<!\s) (?=(?::(?:[\s<\"]|$)|»|%))"), _NO_BREAK),
    (re.compile(r"(?<=«) (?=\S|$)|(?<=[nN]°) (?=\d)"), _NO_BREAK),
)
_SET = frozenset({"data", "string"})


def french(text: str) -> str:
    """The text with its spaces set; markup stays markup."""
    done = str(text)
    for rule, space in _RULES:
        done = rule.sub(space, done)
    return Markup(done) if hasattr(text, "__html__") else done  # noqa: S704 -- only spaces were exchanged


class FrenchTypography(Extension):
    """Set the spaces of a template's own words when it is compiled: pages pay nothing."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            yield Token(token.lineno, token.type, french(token.value)) if token.type in _SET else token
