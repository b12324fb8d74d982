"""The settings of the site, and the bare views beside its pages."""

from __future__ import annotations

from pathlib import Path

from auditblanc.web.settings import *  # noqa: F403 -- all of them: what is timed must be the site
from auditblanc.web.settings import TEMPLATES as OURS

ROOT_URLCONF = "bench.site.urls"
TEMPLATES = [{**OURS[0], "DIRS": [*OURS[0]["DIRS"], Path(__file__).parent / "templates"]}]
