"""The site for several people, from the outside."""

from __future__ import annotations
