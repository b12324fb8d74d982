"""What: assessments, their ratings and proofs, who changed what and when."""

from __future__ import annotations
