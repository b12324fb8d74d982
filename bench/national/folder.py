"""`python -m bench seed 3000 --data FOLDER`: a data folder with so many fictitious organisations, to be opened and clicked through.

They belong to the one person of the folder: `AUDITBLANC_DATA=FOLDER auditblanc` opens it, and so does a shared site.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench seed", description=__doc__)
    parser.add_argument("count", type=int, help="how many organisations, each with three assessments of 33 ratings")
    parser.add_argument("--data", type=Path, required=True, help="the data folder; made where there is none")
    said = parser.parse_args(arguments)
    said.data.mkdir(parents=True, exist_ok=True)
    os.environ["AUDITBLANC_DATA"] = str(said.data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "auditblanc.web.settings")
    import django  # noqa: PLC0415 -- once the environment is said

    django.setup()
    return _filled(said.count)


def _filled(count: int) -> int:
    from django.core.management import call_command  # noqa: PLC0415 -- as above

    from auditblanc.accounts.models import Membership, Organisation, Role, Tag  # noqa: PLC0415
    from auditblanc.accounts.writes import local_person  # noqa: PLC0415
    from bench.national.seed import AT_ONCE, seed  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    if Organisation.objects.exists():
        sys.stderr.write("This folder has organisations already: name another one, or an empty one.\n")
        return 2
    start = time.perf_counter()
    network = seed(count)
    me = local_person()
    own = Organisation.objects.order_by("pk")
    Membership.objects.bulk_create(
        (Membership(user=me, organisation=each, role=Role.OWNER) for each in own), batch_size=AT_ONCE
    )
    Tag.objects.filter(person=network.consultant).update(person=me)
    # They are nobody here: on a shared site, the first account is that of the one person.
    network.everybody.delete()
    network.consultant.delete()
    print(
        f"{count} organisations, {3 * count} assessments, {99 * count} ratings in {time.perf_counter() - start:.0f} s"
    )
    return 0
