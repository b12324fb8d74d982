"""How a person becomes known to the site."""

from __future__ import annotations
