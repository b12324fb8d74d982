"""Figures side by side in one run: ours, the bare format, and another library doing the same job."""

from __future__ import annotations
