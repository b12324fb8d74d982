"""The people of an organisation, on a site for several: who joins, with which role, and who leaves."""

from __future__ import annotations
