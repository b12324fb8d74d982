"""`auditblanc bench`: what an installation is tried with."""

from __future__ import annotations

from auditblanc.cli.commands.bench_seed import seed
from auditblanc.cli.french import FrenchGroup

command = FrenchGroup(
    loaders={"seed": lambda: seed},
    summaries={"seed": "remplit un dossier neuf d’organismes fictifs"},
    purpose="De quoi essayer une installation avant de s’en servir : seed.",
)
