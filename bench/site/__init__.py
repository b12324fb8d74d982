"""The site beside bare views that read the same rows: pages, saves, weight, memory, first start."""

from __future__ import annotations
