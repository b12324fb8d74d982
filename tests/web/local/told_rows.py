"""What every table of the site of ``AUDITBLANC_DATA`` holds, as JSON: how many rows, and a digest of all their values.

Run as a program: the settings are read once. Values are told as Django reads them, so that two databases compare.
"""

from __future__ import annotations

import hashlib
import json
import sys

from auditblanc.interchange.data_folder import data_folder
from auditblanc.web.local.prepare import set_up


def told(value: object) -> str:
    if isinstance(value, memoryview | bytes):
        return f"bytes {bytes(value).hex()}"
    if isinstance(value, dict | list):
        return f"json {json.dumps(value, sort_keys=True)}"
    return f"{type(value).__name__} {value}"


def main() -> None:
    set_up(data_folder())
    from django.db import connection  # noqa: PLC0415 -- after the settings

    from auditblanc.web.local.tables import schema_of  # noqa: PLC0415

    tables = {}
    for table in schema_of(connection).tables:
        rows = [list(map(told, row)) for row in table.model._base_manager.using("default").order_by("pk").values_list()]
        tables[table.name] = [len(rows), hashlib.sha256(json.dumps(rows).encode()).hexdigest()]
    json.dump(tables, sys.stdout)


if __name__ == "__main__":
    main()
