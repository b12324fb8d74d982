"""An answer of the profile in words, short enough for a line of a table."""

from __future__ import annotations

from auditblanc.domain.difference import in_words
from auditblanc.domain.profile import Activity


def answer_words(value: object) -> str:
    match value:
        case tuple():
            return "\n".join(answer_words(item) for item in value)
        case Activity(category=category, new_entrant=new):
            known = "à confirmer" if new is None else in_words(new)
            return f"{category.label} (nouvel entrant : {known})"
    return ", ".join(line for line in in_words(value).split("\n") if line)
