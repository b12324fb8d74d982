"""The plain program that makes the very same workbook with XlsxWriter alone.

Our writer is run once on a workbook that takes down every call: cells, formats, widths, heights, lists of answers,
colours, protection, print set-up. The calls are then written out as a program of literals, without our rules, texts and
sums. Formats that no call uses are left out, so that what is useless in ours does not make the reference slower.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Self
from unittest.mock import patch

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from auditblanc.interchange import workbook
from auditblanc.interchange.workbook import writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot

_OURS = ("calls", "real", "name")
# What our writer sets to have its own class of sheet: the plain program has XlsxWriter's.
_NOT_PLAIN = "worksheet_class"


class Recorded:
    """An object of XlsxWriter whose calls are taken down: the name of the object, then the text of the call."""

    def __init__(self, real: Any, name: str, calls: list[tuple[str, str]]) -> None:
        self.real, self.name, self.calls = real, name, calls

    def __repr__(self) -> str:
        return self.name

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.real.close()

    def __setattr__(self, attribute: str, value: Any) -> None:
        object.__setattr__(self, attribute, value)
        if attribute in _OURS or attribute == _NOT_PLAIN:
            return
        if getattr(self.real, attribute) != value:
            setattr(self.real, attribute, value)
            self.calls.append(("", f"{self.name}.{attribute} = {value!r}"))

    def __getattr__(self, method: str) -> Callable[..., Any]:
        def call(*values: Any, **named: Any) -> Any:
            result = getattr(self.real, method)(*map(_real, values), **named)
            given = ", ".join([*map(repr, values), *(f"{key}={value!r}" for key, value in named.items())])
            made = isinstance(result, Format | Worksheet)
            name = f"{type(result).__name__.lower()}_{len(self.calls)}" if made else ""
            self.calls.append((name, f"{f'{name} = ' if name else ''}{self.name}.{method}({given})"))
            return Recorded(result, name, self.calls) if made else result

        return call


def plain_program(snapshot: Snapshot, edition: Edition) -> Callable[[], object]:
    """The program for the workbook of an assessment."""
    calls: list[tuple[str, str]] = []

    def recorded(sink: io.BytesIO, options: dict[str, Any]) -> Recorded:
        return Recorded(xlsxwriter.Workbook(sink, options), "book", calls)

    with patch.object(writer, "Workbook", recorded):
        workbook.write(snapshot, edition)
    every = "\n".join(call for _, call in calls)
    used = [call for name, call in calls if not name.startswith("format") or every.count(name) > 1]
    code = compile("import datetime\n" + "\n".join(used), "plain workbook", "exec")

    def run() -> object:
        sink = io.BytesIO()
        with xlsxwriter.Workbook(sink, {"in_memory": True}) as book:
            exec(code, {"book": book})  # noqa: S102 -- literals that our own writer gave, just above
        return sink

    return run


def _real(value: Any) -> Any:
    """The object of XlsxWriter behind a recorded one, also within the options of a call."""
    if isinstance(value, dict):
        return {key: _real(each) for key, each in value.items()}
    return value.real if isinstance(value, Recorded) else value
