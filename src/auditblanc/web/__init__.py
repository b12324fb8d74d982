"""The site, assembled: settings, addresses, templates, what the browser is given."""

from __future__ import annotations
