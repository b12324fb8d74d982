"""A network as large as France: 45,000 providers, three assessments each, 33 ratings each."""

from __future__ import annotations
