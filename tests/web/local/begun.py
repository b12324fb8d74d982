"""A new assessment on the site that runs, made beside it: what a test starts from when it is not about beginning."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.web.local.started import environment

if TYPE_CHECKING:
    from tests.web.local.started import Site

_ROOT = Path(__file__).parents[3]
_MAKE = """
import django
django.setup()
from auditblanc.accounts.writes import local_person
from tests import people
me = local_person()
made = people.assessment(people.organisation("Atelier Mimosa", me), me)
print(f"/o/{made.organisation.key}/evaluations/{made.key}/")
"""


def begun(site: Site) -> str:
    """The address of a new assessment of the one person: 33 indicators, of which 1, 2 and 5 are rated."""
    variables = {"AUDITBLANC_DATA": str(site.folder), "DJANGO_SETTINGS_MODULE": "auditblanc.web.settings"}
    done = subprocess.run(
        [sys.executable, "-c", _MAKE], env=environment(variables), cwd=_ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
