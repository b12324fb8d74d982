"""`auditblanc referential`: the texts themselves, what differs between two, and the official wording."""

from __future__ import annotations

from auditblanc.cli.commands.referential_complete import complete
from auditblanc.cli.commands.referential_diff import diff
from auditblanc.cli.commands.referential_list import listing
from auditblanc.cli.commands.referential_show import show
from auditblanc.cli.french import FrenchGroup

SUMMARIES = {
    "list": "les éditions disponibles, et où en déposer une autre",
    "show": "un indicateur : énoncé, niveau attendu, règles, aide, sources",
    "diff": "ce qui change d’une édition à l’autre",
    "complete": "relève le texte officiel collé dans un fichier",
}

command = FrenchGroup(
    loaders={
        "list": lambda: listing,
        "show": lambda: show,
        "diff": lambda: diff,
        "complete": lambda: complete,
    },
    summaries=SUMMARIES,
    purpose="Les textes : list, show, diff, complete.",
)
