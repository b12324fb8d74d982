"""Before the site answers: the database has every table, after a copy of it; the person and the examples are there."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import django

from auditblanc.web import environment
from auditblanc.web.environment import DATABASE_FILE, DATABASE_VARIABLE
from auditblanc.web.local import state
from auditblanc.web.local.copy_file import keep_copy
from auditblanc.web.local.refused import RefusedError
from auditblanc.web.local.tables import NEWER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

SHARED_SETTINGS = "auditblanc.web.server.settings"
# Whose tables change from one version to the next.
_PACKAGES = ("auditblanc.accounts", "auditblanc.assessments", "django_tasks_db")
_SHARED = "Plusieurs personnes ont un compte sur ces données : ouvrez-les avec « auditblanc serve »."


def prepare(folder: Path, *, at: datetime) -> None:
    """Bring the data of the folder to this version.

    Raises:
        RefusedError: the data come from a newer version, or several people share them.
    """
    remembered = state.read(folder)
    if remembered.is_shared:
        raise RefusedError(_SHARED)
    mark = schema_mark()
    if remembered.schema == mark and (folder / DATABASE_FILE).is_file():
        return
    migrate(folder, at=at)
    if remembered.installed_at is None:
        first_start(at)
    state.write(folder, replace(state.read(folder), schema=mark, installed_at=remembered.installed_at or at))


def schema_mark() -> str:
    """Changes as soon as there is a migration more, ours or a library's: Django need not be asked when it does not."""
    names = sorted(path.name for package in _PACKAGES for path in _folder(package).glob("0*.py"))
    return hashlib.sha256(repr((django.__version__, names)).encode()).hexdigest()[:16]


def migrate(folder: Path, *, at: datetime) -> Path | None:
    """Every table as this version has it; where the copy is that is kept first, when there was something to change.

    Raises:
        RefusedError: the data come from a newer version.
    """
    set_up()
    from django.core.management import call_command  # noqa: PLC0415 -- after the settings
    from django.db import connection, connections  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    if is_newer(executor.loader.applied_migrations):
        raise RefusedError(NEWER)
    kept = None
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        if executor.loader.applied_migrations:
            kept = keep_copy(folder, "avant-mise-a-jour", at=at)
        call_command("migrate", verbosity=0, interactive=False)
    # No connection may be shared with the processes of the server.
    connections.close_all()
    return kept


def ready(folder: Path) -> None:
    """Django, for a command on data that are there.

    Raises:
        RefusedError: nothing is there yet.
    """
    if not environment.text(DATABASE_VARIABLE) and not (folder / DATABASE_FILE).is_file():
        raise RefusedError(
            f"Il n’y a pas encore de données dans « {folder} » : ouvrez d’abord le site avec « auditblanc »."
        )
    set_up()


def set_up(folder: Path | None = None) -> None:
    """Django, for a program that is not the server. With a folder: as the site of its data has it.

    Raises:
        RefusedError: a setting cannot be read.
    """
    if folder and _has_accounts(folder):
        os.environ["DJANGO_SETTINGS_MODULE"] = SHARED_SETTINGS
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "auditblanc.web.settings")
    try:
        django.setup()
    except environment.SettingError as error:
        raise RefusedError(str(error)) from error


def _has_accounts(folder: Path) -> bool:
    """Whether the site of these data is one for several people, as far as this installation knows such sites."""
    is_shared = bool(environment.text(DATABASE_VARIABLE)) or state.read(folder).is_shared
    return is_shared and find_spec("allauth") is not None


def disk_migrations() -> set[tuple[str, str]]:
    """The application and the name of every migration that this version knows."""
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415 -- after the settings

    return set(MigrationLoader(None).disk_migrations)


def first_start(at: datetime) -> None:
    """The person and what they find, in a database that has every table."""
    from django.db import connections  # noqa: PLC0415 -- after the settings

    from auditblanc.accounts.writes import local_person  # noqa: PLC0415
    from auditblanc.web.local.first_start import welcome  # noqa: PLC0415

    welcome(local_person(), at=at)
    connections.close_all()


def is_newer(applied: Iterable[tuple[str, str]]) -> bool:
    """Whether a migration went over the database that this version lacks; tables of accounts may be there too."""
    known = disk_migrations()
    ours = {application for application, _ in known}
    return any(each not in known for each in applied if each[0] in ours)


def _folder(package: str) -> Path:
    """Of its migrations; a library is not imported for it."""
    spec = find_spec(package)
    return Path(str(spec.origin)).parent / "migrations" if spec else Path()
