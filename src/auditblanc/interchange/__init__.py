"""Both ways: what is written can be read back. Knows files and the rules, neither Django nor the documents for people."""

from __future__ import annotations
