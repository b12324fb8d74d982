"""What another program reads: JSON on stdout, in UTF-8, with accents as they are."""

from __future__ import annotations

import json
from typing import Any

import click


def print_json(value: Any) -> None:
    """Print a value of the domain, or anything made of plain values, on several lines."""
    click.echo(json.dumps(plain(value), ensure_ascii=False, indent=2))


def json_line(value: Any) -> str:
    return json.dumps(plain(value), ensure_ascii=False)


def plain(value: Any) -> Any:
    """Dataclasses, enums and dates as plain values."""
    from msgspec import to_builtins  # noqa: PLC0415 -- 40 ms, only when JSON is asked for

    return to_builtins(value, str_keys=True)
