"""The site for several people: accounts, an address that others reach, its own settings on top of those of one machine."""

from __future__ import annotations
