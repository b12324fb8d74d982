"""The few words that what draws a document adds to it."""

from __future__ import annotations

CONTENTS = "Sommaire"
