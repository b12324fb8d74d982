"""Every read of more than one row, in a fixed number of queries."""

from __future__ import annotations
