"""What both commands of a site for several people begin with: safe settings, the folder, and which settings are read."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING

from auditblanc.interchange.data_folder import VARIABLE
from auditblanc.web.local import folder as data
from auditblanc.web.local.prepare import SHARED_SETTINGS
from auditblanc.web.local.refused import RefusedError
from auditblanc.web.server.said import said, unsafe

if TYPE_CHECKING:
    from pathlib import Path

    from auditblanc.web.server.said import Said

_MISSING = (
    'Ce qu’il faut à plusieurs n’est pas installé : installez-le avec « pipx install "auditblanc[site,server]" ».'
)
_UNSAFE = "Le site ne peut pas être ouvert à plusieurs avec ces réglages :\n{faults}"


def settled(folder: Path) -> Said:
    """What the environment says, once it is safe; the folder is there, and Django will read the right settings.

    Raises:
        RefusedError: something is not installed, or would be unsafe.
        SavingError: the folder cannot be made.
    """
    if not all(find_spec(name) for name in ("allauth", "argon2", "fido2")):
        raise RefusedError(_MISSING)
    site = said()
    faults = unsafe(site)
    if faults:
        raise RefusedError(_UNSAFE.format(faults="\n".join(f"- {each}" for each in faults)))
    os.environ |= {VARIABLE: str(data.made(folder)), "DJANGO_SETTINGS_MODULE": SHARED_SETTINGS}
    return site
