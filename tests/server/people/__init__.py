"""The people of an organisation."""

from __future__ import annotations
