"""Run as a program: make every table in the database of ``AUDITBLANC_DATA``, which nobody uses yet."""

from __future__ import annotations

from datetime import UTC, datetime

from auditblanc.interchange.data_folder import data_folder
from auditblanc.web.local.prepare import migrate

if __name__ == "__main__":
    migrate(data_folder(), at=datetime.now(UTC))
