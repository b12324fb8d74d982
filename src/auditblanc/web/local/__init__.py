"""The site for one person on their own machine: its folder, its start, its copies. Nothing here is POSIX-only."""

from __future__ import annotations
