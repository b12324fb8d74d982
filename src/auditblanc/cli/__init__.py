"""The command line: files in, files out. Data on stdout, the rest on stderr.

Exit codes: 0 done; 1 differences, conflicts, or part of a batch unusable; 2 nothing usable or the command is wrong.
"""

from __future__ import annotations

from auditblanc.cli.app import run

__all__ = ["run"]
