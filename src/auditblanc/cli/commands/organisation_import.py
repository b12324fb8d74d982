"""`auditblanc organisation import`: one organisation in, new or into one that is there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from auditblanc.cli.french import FrenchCommand
from auditblanc.cli.site import data_asked, data_option, require_site


@click.command(cls=FrenchCommand, name="import")
@click.argument("file", metavar="FICHIER", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--into", "into", metavar="NOM", help="L’organisme, par son nom ou sa clé, où ajouter ce qui manque.")
@data_option
def import_(file: Path, into: str | None, folder: Path | None) -> None:
    """Reprend un organisme enregistré par « organisation export », comme un nouvel organisme ou dans un autre.

    Chaque partie est vérifiée avant que rien ne soit écrit. Dans un organisme déjà là, rien n’est remplacé.
    """
    require_site()
    data = data_asked(folder)
    from auditblanc.web.local.prepare import ready  # noqa: PLC0415 -- only where the site is installed

    ready(data)
    from auditblanc.accounts.writes import local_person  # noqa: PLC0415 -- after the settings
    from auditblanc.assessments.organisation_file.named import named  # noqa: PLC0415
    from auditblanc.assessments.organisation_file.read import bring_in, bring_into  # noqa: PLC0415
    from auditblanc.assessments.writes.stamp import Stamp  # noqa: PLC0415

    stamp = Stamp(by=local_person(), at=datetime.now().astimezone())
    with file.open("rb") as opened:
        found = bring_into(named(into), opened, stamp) if into else bring_in(opened, stamp)
    click.echo(found.words)
