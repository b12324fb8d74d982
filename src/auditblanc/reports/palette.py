"""The colours of our documents and charts: each reads at 4.5:1 on white, and none is ever alone to say something."""

from __future__ import annotations

INK = "#1f2328"
QUIET = "#5a6068"
RULE = "#c9cdd2"
WASH = "#f4f5f7"

READY = "#1b6e3c"
PARTIAL = "#8a5a00"
MISSING = "#a3271f"
UNRATED = QUIET

READY_WASH = "#dcefe2"
PARTIAL_WASH = "#fbeccb"
MISSING_WASH = "#fbe0dd"
