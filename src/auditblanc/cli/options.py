"""The options that every command on an assessment takes, gathered in one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditblanc.cli.parameters import Day, Word
from auditblanc.domain.categories import AuditKind, Category

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = {
    "initial": AuditKind.INITIAL,
    "surveillance": AuditKind.SURVEILLANCE,
    "renouvellement": AuditKind.RENEWAL,
}
CATEGORIES = {category.value.casefold(): category for category in Category}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the options ask for; what is not asked keeps what the file says."""

    profile: Path | None = None
    categories: tuple[Category, ...] = ()
    audit_date: date | None = None
    audit_kind: AuditKind | None = None
    edition: str = ""


_OPTIONS = (
    click.option("--edition", default="", metavar="ÉDITION", help="Texte à appliquer, par exemple 2026-v9."),
    click.option("--audit-kind", type=Word("nature", KINDS), help="Nature de l’audit préparé."),
    click.option("--audit-date", type=Day(), metavar="DATE", help="Premier jour de l’audit : il choisit le texte."),
    click.option(
        "--category",
        "categories",
        multiple=True,
        type=Word("catégorie", CATEGORIES),
        help="Catégorie d’action ; à répéter s’il y en a plusieurs.",
    ),
    click.option(
        "--profile",
        type=click.Path(path_type=Path),
        metavar="FICHIER.json",
        help="Profil du prestataire ; il l’emporte sur celui du fichier lu.",
    ),
)


def assessment_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; the command receives them one by one and gathers them with :class:`Asked`."""
    for option in _OPTIONS:
        command = option(command)
    return command


json_option = click.option("--json", "as_json", is_flag=True, help="Écrit du JSON, pour un autre programme.")
