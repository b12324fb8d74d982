"""Write the generated pages of docs/, or check that they are up to date (`--check`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from auditblanc.interchange.json_schema import assessment_schema, profile_schema
from tools import cli_page

DOCS = Path(__file__).resolve().parent.parent / "docs"


def pages() -> dict[Path, str]:
    """Every generated page with its content."""
    return {**schemas(), DOCS / "cli.md": cli_page.page()}


def schemas() -> dict[Path, str]:
    """The JSON Schemas of the files that others may write or read; the number is the version of the format."""
    return {
        DOCS / "schema" / "assessment-2.json": _indented(assessment_schema()),
        DOCS / "schema" / "profile-1.json": _indented(profile_schema()),
    }


def _indented(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def main() -> int:
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    for path in stale:
        if "--check" in sys.argv:
            print(f"{path.name} is stale: run `make docs`")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages()[path], "utf-8")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
