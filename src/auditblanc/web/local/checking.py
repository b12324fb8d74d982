"""`auditblanc check`: the database is whole, and what it keeps is what was written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.french import counted, listed
from auditblanc.web.environment import DATABASE_FILE, DATABASE_VARIABLE, text
from auditblanc.web.local import kept_rules
from auditblanc.web.local.live_database import opened
from auditblanc.web.local.outside import reached
from auditblanc.web.local.prepare import set_up
from auditblanc.web.local.refused import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

_NOTHING = "Le dossier « {folder} » ne contient pas encore de données d’Auditblanc : il n’y a rien à vérifier."
_DAMAGED = "La base de données est abîmée ({what}) : restaurez votre dernière copie avec « auditblanc restore »."
_ORPHANS = "{left} à aucune preuve de ces données : un dépôt interrompu, ou des données d’avant une restauration, qui peuvent encore servir. Rien n’est à faire."
_BEHIND = "Ces données sont d’une version plus ancienne : ouvrez d’abord Auditblanc, qui les met à jour, puis vérifiez."
_SHARED_BEHIND = "Ces données sont d’une version plus ancienne : lancez d’abord « auditblanc migrate », puis vérifiez."
_EMPTY = "La base PostgreSQL ne contient pas encore de données d’Auditblanc : il n’y a rien à vérifier."


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was looked at, in a sentence, and what does not hold, each in one. ``remarks`` tell what harms nothing."""

    examined: str
    faults: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def check(folder: Path) -> Verdict:
    """Look at all the data of a folder, or of the database that the environment names. Nothing is changed.

    Raises:
        RefusedError: there are no data, they are of another version, or the database or the store does not answer.
    """
    if not text(DATABASE_VARIABLE):
        damage = _damage(folder)
        if damage:
            return Verdict(examined="", faults=(_DAMAGED.format(what=damage),))
    set_up(folder)
    with reached():
        return _looked_at()


def _looked_at() -> Verdict:
    _require_every_table()
    from auditblanc.assessments.reads.integrity import examine  # noqa: PLC0415 -- after the settings

    rules = list(kept_rules.faults()) if text(DATABASE_VARIABLE) else []
    found = examine()
    looked_at = (
        "la base de données",
        counted(found.journals, "journal", "journaux"),
        counted(found.assessments, "évaluation", "évaluations"),
        counted(found.copies, "copie figée", "copies figées"),
        counted(found.files, "fichier de preuve", "fichiers de preuves"),
    )
    left = counted(found.orphans, "fichier gardé n’appartient", "fichiers gardés n’appartiennent")
    remarks = (_ORPHANS.format(left=left),) if found.orphans else ()
    return Verdict(examined=listed(looked_at), faults=(*rules, *found.faults), remarks=remarks)


def _damage(folder: Path) -> str:
    """What SQLite itself finds wrong; nothing when its file is whole."""
    file = folder / DATABASE_FILE
    if not file.is_file():
        raise RefusedError(_NOTHING.format(folder=folder))
    try:
        with closing(opened(file)) as database:
            (first,) = database.execute("PRAGMA integrity_check(1)").fetchone()
            if first != "ok":
                return "ses pages ne s’accordent pas"
            if database.execute("PRAGMA foreign_key_check").fetchone():
                return "des lignes en désignent d’autres qui n’y sont plus"
    except sqlite3.DatabaseError:
        return "ce n’est plus un fichier SQLite lisible"
    return ""


def _require_every_table() -> None:
    from django.conf import settings  # noqa: PLC0415 -- after the settings
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations:
        raise RefusedError(_EMPTY)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise RefusedError(_SHARED_BEHIND if settings.IS_SHARED else _BEHIND)
