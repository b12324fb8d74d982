"""`auditblanc verify`: does a dossier of proofs agree with its own list?"""

from __future__ import annotations

from pathlib import Path

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.interchange.dossier.verify import verify


@click.command(cls=FrenchCommand, name="verify")
@click.argument("dossier", metavar="DOSSIER", type=click.Path(path_type=Path))
def command(dossier: Path) -> int:
    """Vérifie un dossier de preuves : l’archive, ou le dossier où elle est extraite.

    Chaque fichier est comparé à la liste SHA256SUMS qui l’accompagne. Le code de sortie est 0 si rien n’a changé, 1 sinon.
    """
    verdict = verify(dossier)
    for line in verdict.lines:
        click.echo(line)
    return 0 if verdict.is_whole else 1
