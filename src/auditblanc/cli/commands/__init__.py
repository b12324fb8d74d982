"""One module a command; each has a `command` that the group loads when it is asked for."""

from __future__ import annotations
