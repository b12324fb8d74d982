"""The Word form, written by us: the founding form's layout, for any edition, blank or filled."""

from __future__ import annotations
