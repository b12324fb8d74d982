"""What a test starts from on the site that runs, made beside it, when it is not about beginning."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.web.local.started import environment

if TYPE_CHECKING:
    from tests.web.local.started import Site

_ROOT = Path(__file__).parents[3]
_MAKE = """
import json
import django
django.setup()
from auditblanc.accounts.models import Organisation
from auditblanc.accounts.writes import local_person
from tests import people
from tests.places import places
me = local_person()
# Another name each time: one person does not own two of the same.
name = f"Atelier Mimosa {Organisation.objects.count()}"
made = people.assessment(people.organisation(name, me), me)
"""
_ADDRESS = 'print(json.dumps(f"/o/{made.organisation.key}/evaluations/{made.key}/"))'
_STOP = "from auditblanc.assessments.letter import stop_path; print(json.dumps(stop_path(me)))"
_PLACES = "print(json.dumps(places(made, me)))"


def begun(site: Site) -> str:
    """The address of a new assessment of the one person: 33 indicators, of which 1, 2 and 5 are rated."""
    return str(_told(site, _ADDRESS))


def stop_link(site: Site) -> str:
    """The address that a letter to the one person gives, to stop such letters."""
    return str(_told(site, _STOP))


def furnished(site: Site) -> dict[str, object]:
    """One of everything that an address names, for such an assessment."""
    return dict(_told(site, _PLACES))


def _told(site: Site, ask: str) -> Any:
    own = {"AUDITBLANC_DATA": str(site.folder), "DJANGO_SETTINGS_MODULE": "auditblanc.web.settings"}
    done = subprocess.run(
        [sys.executable, "-c", _MAKE + ask],
        env=environment({**site.variables, **own}),
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)
