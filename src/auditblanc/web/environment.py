"""What the environment says to the site: a flag, a text, a secret in a file. Every variable is in docs/settings.md."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

DATABASE_VARIABLE = "AUDITBLANC_DATABASE"
DATABASE_FILE = "auditblanc.sqlite3"
JOURNAL_FILE = "journal.txt"
SECRET_FILE = "secret"  # noqa: S105 -- the name of the file, not what it holds


def flag(name: str) -> bool:
    return os.environ.get(name, "") not in ("", "0")


def text(name: str) -> str:
    return os.environ.get(name, "")


def secret(folder: Path) -> str:
    """What signs cookies: the data folder's own; without one yet, another at each start."""
    file = folder / SECRET_FILE
    return file.read_text("ascii").strip() if file.is_file() else secrets.token_urlsafe(48)


def logging(folder: Path) -> dict[str, Any]:
    """What goes wrong is written in the data folder, for the person to report: nobody else would see it."""
    journal = {"class": "logging.FileHandler", "filename": folder / JOURNAL_FILE, "delay": True, "encoding": "utf-8"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"dated": {"format": "%(asctime)s %(name)s %(message)s"}},
        "handlers": {"journal": {**journal, "level": "ERROR", "formatter": "dated"}},
        "loggers": {
            "django": {"handlers": ["journal"]},
            "auditblanc": {"handlers": ["journal"]},
            # A page elsewhere that tries its luck is answered 400, and is not a fault of ours.
            "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        },
    }


def database(folder: Path) -> dict[str, Any]:
    """SQLite in the data folder, or the PostgreSQL that ``AUDITBLANC_DATABASE`` names."""
    address = text(DATABASE_VARIABLE)
    return _postgresql(address) if address else _sqlite(folder / DATABASE_FILE)


def _sqlite(file: Path) -> dict[str, Any]:
    """Every pragma on every connection: WAL persists in the file, the others do not. See docs/decisions/0011."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-20000;"
            "PRAGMA mmap_size=134217728;PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;",
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
