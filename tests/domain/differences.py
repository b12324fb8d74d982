"""What one edition says otherwise than another, read from the editions themselves."""

from __future__ import annotations

from dataclasses import fields

from auditblanc.domain.referential import Edition, Indicator

# The four wordings of an indicator, each marked on its own when it is ours.
WORDINGS = {"statement", "scope_note", "expected_level", "evidence_examples"}


def changed_fields(base: Edition, edition: Edition) -> dict[int, set[str]]:
    """For each indicator of both editions that differs, the fields that do; ``change`` itself is left out."""
    shared = [number for number in edition.numbers if number in base.numbers]
    both = {number: _fields(base.indicator(number), edition.indicator(number)) for number in shared}
    return {number: names for number, names in both.items() if names}


def _fields(before: Indicator, after: Indicator) -> set[str]:
    names = [field.name for field in fields(Indicator) if field.name != "change"]
    return {name for name in names if getattr(before, name) != getattr(after, name)}
