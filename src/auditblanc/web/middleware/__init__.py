"""What every request goes through besides Django's own."""

from __future__ import annotations
