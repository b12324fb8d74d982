"""What the site remembers of this machine between two starts: its port, and when copies were made."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from auditblanc.web.local.private_files import write_private

if TYPE_CHECKING:
    from pathlib import Path

FILE = "etat.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """``schema`` marks the migrations that the database went through when the site last started.

    ``is_shared``: several people have accounts there since.
    """

    port: int | None = None
    installed_at: datetime | None = None
    last_copy: datetime | None = None
    schema: str = ""
    is_shared: bool = False


def read(folder: Path) -> State:
    """What was remembered; nothing when the file is not there or not ours: it only spares questions."""
    try:
        return _from_json(json.loads((folder / FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError, AttributeError):
        return State()


def write(folder: Path, state: State) -> None:
    """Remember this, and nothing of what was remembered before."""
    write_private(folder / FILE, json.dumps(asdict(state), default=datetime.isoformat, indent=1) + "\n")


def copied(folder: Path, at: datetime) -> None:
    """Remember that the person made a copy."""
    write(folder, replace(read(folder), last_copy=at))


def _from_json(values: dict[str, Any]) -> State:
    port, schema = values.get("port"), values.get("schema")
    return State(
        port=port if isinstance(port, int) else None,
        installed_at=_moment(values.get("installed_at")),
        last_copy=_moment(values.get("last_copy")),
        schema=schema if isinstance(schema, str) else "",
        is_shared=values.get("is_shared") is True,
    )


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value).astimezone() if value else None
