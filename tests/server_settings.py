"""The settings of a site for several people, as the tests of tests/server run them: open to all, letters kept in memory."""

from __future__ import annotations

import os

os.environ.setdefault("AUDITBLANC_ADDRESS", "http://testserver")
os.environ.setdefault("AUDITBLANC_MAIL", "file:///dev/null")
os.environ.setdefault("AUDITBLANC_SIGN_UP", "open")

from django.contrib.auth.hashers import Argon2PasswordHasher

from auditblanc.web.server.settings import *  # noqa: F403 -- as above


class QuickHasher(Argon2PasswordHasher):
    """The same, with little memory: each test makes a few accounts."""

    time_cost, memory_cost, parallelism = 1, 64, 1


PASSWORD_HASHERS = ["tests.server_settings.QuickHasher"]
