"""What people, editors and accidents do to a Word form, one small function each; cases stack several of them."""

from __future__ import annotations
