"""Every change of product data: one function, one transaction, one event."""

from __future__ import annotations
