"""What comes in from people: checked, cleaned, typed; never saved here."""

from __future__ import annotations
