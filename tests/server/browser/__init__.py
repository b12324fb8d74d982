"""What a browser does on a site for several people."""

from __future__ import annotations
