"""What the site remembers of this machine between two starts: its port, and when copies were made."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from auditblanc.web.local.private_files import write_private

if TYPE_CHECKING:
    from pathlib import Path

FILE = "etat.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """``schema`` marks the migrations that the database went through when the site last started."""

    port: int | None = None
    installed_on: date | None = None
    last_copy: date | None = None
    schema: str = ""


def read(folder: Path) -> State:
    """What was remembered; nothing when the file is not there or not ours: it only spares questions."""
    try:
        return _from_json(json.loads((folder / FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError, AttributeError):
        return State()


def write(folder: Path, state: State) -> None:
    write_private(folder / FILE, json.dumps(asdict(state), default=date.isoformat, indent=1) + "\n")


def _from_json(values: dict[str, Any]) -> State:
    port, schema = values.get("port"), values.get("schema")
    return State(
        port=port if isinstance(port, int) else None,
        installed_on=_day(values.get("installed_on")),
        last_copy=_day(values.get("last_copy")),
        schema=schema if isinstance(schema, str) else "",
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
