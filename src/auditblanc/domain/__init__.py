"""The rules: what the norm says, what applies, what an auditor could raise. Standard library only."""

from __future__ import annotations
