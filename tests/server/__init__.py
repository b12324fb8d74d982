"""A site for several people: run apart, with its own settings (`make test`)."""

from __future__ import annotations
