"""Charts of the criteria as SVG, with their text alternative and their rows. No inline style: pages theme the classes."""

from __future__ import annotations

from auditblanc.reports.charts.bars import bars
from auditblanc.reports.charts.radar import radar
from auditblanc.reports.charts.words import HEADER, bars_alternative, radar_alternative, rows

__all__ = ["HEADER", "bars", "bars_alternative", "radar", "radar_alternative", "rows"]
