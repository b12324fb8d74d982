"""What the environment says to the site: a flag, a text, a secret in a file. Every variable is in docs/settings.md."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from auditblanc.interchange.data_folder import PROOFS_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

DATABASE_VARIABLE = "AUDITBLANC_DATABASE"
FILES_VARIABLE = "AUDITBLANC_FILES"
# Of one file of a proof, in bytes.
_FILE_LIMIT = 50_000_000
DATABASE_FILE = "auditblanc.sqlite3"
JOURNAL_FILE = "journal.txt"
SECRET_FILE = "secret"  # noqa: S105 -- the name of the file, not what it holds


_SMTPS, _SUBMISSION = 465, 587


class SettingError(ValueError):
    """A variable cannot be read. The message is one French sentence that says how it is written."""


def flag(name: str) -> bool:
    return os.environ.get(name, "") not in ("", "0")


def text(name: str) -> str:
    return os.environ.get(name, "")


def secret(folder: Path) -> str:
    """What signs cookies: the data folder's own; without one yet, another at each start."""
    file = folder / SECRET_FILE
    return file.read_text("ascii").strip() if file.is_file() else secrets.token_urlsafe(48)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """How letters go out, as Django's settings name it."""

    backend: str = "django.core.mail.backends.dummy.EmailBackend"
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    use_ssl: bool = False
    use_tls: bool = False
    folder: str = ""


def mail() -> Mail:
    """What ``AUDITBLANC_MAIL`` says; nothing goes out without it.

    ``smtp://user:password@host:587`` is encrypted once connected, unless on this machine; ``smtps://`` from the start;
    ``file:///folder`` only writes letters there.
    """
    parts = urlsplit(text("AUDITBLANC_MAIL"))
    if parts.scheme == "file":
        return Mail(backend="django.core.mail.backends.filebased.EmailBackend", folder=unquote(parts.path))
    if parts.scheme not in ("smtp", "smtps"):
        return Mail()
    is_ssl = parts.scheme == "smtps"
    return Mail(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname or "",
        port=parts.port or (_SMTPS if is_ssl else _SUBMISSION),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        use_ssl=is_ssl,
        use_tls=not is_ssl and parts.hostname not in ("localhost", "127.0.0.1"),
    )


def logging(folder: Path) -> dict[str, Any]:
    """What goes wrong is written in the data folder, for the person to report: nobody else would see it."""
    journal = {"class": "logging.FileHandler", "filename": folder / JOURNAL_FILE, "delay": True, "encoding": "utf-8"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"dated": {"format": "%(asctime)s %(name)s %(message)s"}},
        "handlers": {
            "journal": {**journal, "level": "ERROR", "formatter": "dated"},
            "nowhere": {"class": "logging.NullHandler"},
        },
        "loggers": {
            "django": {"handlers": ["journal"]},
            "auditblanc": {"handlers": ["journal"]},
            # A page elsewhere that tries its luck is answered 400, and is not a fault of ours.
            "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
        },
    }


def database(folder: Path) -> dict[str, Any]:
    """SQLite in the data folder, or the PostgreSQL that ``AUDITBLANC_DATABASE`` names."""
    address = text(DATABASE_VARIABLE)
    return postgresql(address) if address else _sqlite(folder / DATABASE_FILE)


def files(folder: Path) -> dict[str, Any]:
    """Contents of files of proofs: a folder of this machine, or the S3-compatible server that ``AUDITBLANC_FILES`` names.

    Raises:
        SettingError: the address is none of an S3-compatible server.
    """
    address = text(FILES_VARIABLE)
    if address:
        return _s3(address)
    return {"BACKEND": "auditblanc.assessments.storage.LocalContents", "OPTIONS": {"location": folder / PROOFS_FOLDER}}


def file_limit() -> int:
    """Bytes of one file of a proof: ``AUDITBLANC_FILE_LIMIT``, in megabytes."""
    asked = text("AUDITBLANC_FILE_LIMIT")
    return int(asked) * 1_000_000 if asked else _FILE_LIMIT


def _s3(address: str) -> dict[str, Any]:
    """``s3://bucket/folder?endpoint=https://…&region=…``; the keys are read by the library, from its own variables."""
    from botocore.config import Config  # noqa: PLC0415 -- only where files lie on such a server

    parts = urlsplit(address)
    if parts.scheme != "s3" or not parts.hostname:
        raise SettingError(f"{FILES_VARIABLE} : écrivez s3://compartiment/dossier?endpoint=https://serveur&region=nom.")
    said = dict(parse_qsl(parts.query))
    options = {
        "bucket_name": parts.hostname,
        "location": unquote(parts.path).strip("/"),
        "endpoint_url": said.get("endpoint"),
        "region_name": said.get("region"),
        "default_acl": None,
        "querystring_auth": False,
        # Whatever the browser said of it: it is bytes.
        "object_parameters": {"ContentType": "application/octet-stream"},
        # The name tells the content: the same again is the same.
        "file_overwrite": True,
        # What is read goes through the disk, not the memory.
        "max_memory_size": 5_000_000,
        # A server that is away holds nobody for the minutes that the library would wait.
        "client_config": Config(
            connect_timeout=3,
            read_timeout=30,
            retries={"mode": "standard", "total_max_attempts": 3},
        ),
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


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


def postgresql(address: str) -> dict[str, Any]:
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
        # A server that is gone without a word is given up after seconds, not after the minutes that systems wait.
        "OPTIONS": {"connect_timeout": 5, "keepalives_idle": 20, "keepalives_interval": 5, "tcp_user_timeout": 20_000},
    }
