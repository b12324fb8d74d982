"""The settings of a site for several people, as the tests of tests/server run them: open to all, letters kept in memory."""

from __future__ import annotations

import os

os.environ.setdefault("AUDITBLANC_ADDRESS", "http://testserver")
os.environ.setdefault("AUDITBLANC_MAIL", "file:///dev/null")
os.environ.setdefault("AUDITBLANC_SIGN_UP", "open")

from auditblanc.web.server.settings import *  # noqa: F403 -- once the environment is said
