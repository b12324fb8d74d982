"""`auditblanc organisation`: one organisation out as a file, and in."""

from __future__ import annotations

from auditblanc.cli.commands.organisation_export import export
from auditblanc.cli.commands.organisation_import import import_
from auditblanc.cli.french import FrenchGroup

command = FrenchGroup(
    loaders={"export": lambda: export, "import": lambda: import_},
    summaries={
        "export": "enregistre un organisme entier dans un fichier",
        "import": "reprend un organisme d’un fichier, en entier ou pas du tout",
    },
    purpose="Un organisme en un fichier : export, import.",
)
