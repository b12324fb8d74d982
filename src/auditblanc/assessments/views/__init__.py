"""A module a page: fetch with access, form, write, answer."""

from __future__ import annotations
