"""The door of the command line: answers `--version` before anything is imported."""

from __future__ import annotations

import sys

from auditblanc import __version__


def main() -> None:
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"auditblanc {__version__}\n")
        return
    from auditblanc.cli import run  # noqa: PLC0415 -- the commands import click, three times an interpreter's start

    run()


if __name__ == "__main__":
    main()
