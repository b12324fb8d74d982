"""What is shown and asked of the people of an organisation."""

from __future__ import annotations
