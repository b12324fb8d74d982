"""`python -m bench.site`: the figures of the site alone. A process of its own: Django is set up once, for one folder."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from auditblanc.web.local.folder import made
from auditblanc.web.local.prepare import prepare
from bench.site.bare import SETTINGS


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"AUDITBLANC_DATA": name, "DJANGO_SETTINGS_MODULE": SETTINGS}
        prepare(made(Path(name)), at=datetime.now(UTC))
        from bench.site import figures  # noqa: PLC0415 -- what it imports needs Django set up

        figures.show()


if __name__ == "__main__":
    main()
