"""The site of one person starts on Windows and macOS too: nothing of ours asks for what only POSIX has."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.architecture.test_imports import SOURCE, imported

POSIX_ONLY = frozenset(
    {
        "fcntl",
        "pwd",
        "grp",
        "resource",
        "termios",
        "tty",
        "pty",
        "posix",
        "syslog",
        "crypt",
        "nis",
        "spwd",
        "curses",
        "readline",
    }
)
# Of `os` and `signal`, what Windows does not have.
ABSENT = frozenset(
    {"fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "setsid", "setuid", "setgid", "fchmod", "fchown", "chown", "killpg", "getpgid", "setpgrp", "nice", "mkfifo", "uname", "wait3", "wait4", "WNOHANG", "SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGCHLD", "alarm", "setitimer", "O_NOFOLLOW", "O_DIRECTORY", "sysconf", "sched_getaffinity"}
)  # fmt: skip


@pytest.mark.parametrize("package", ["domain", "interchange", "accounts", "assessments", "web", "cli"])
def test_no_module_that_only_posix_has_is_imported(package):
    found = {
        str(path.relative_to(SOURCE)): names
        for path in (SOURCE / package).rglob("*.py")
        if (names := {name.split(".")[0] for name in imported(path)} & POSIX_ONLY)
    }

    assert found == {}


def test_nothing_that_windows_lacks_is_called_on_the_path_of_the_site():
    found = {
        f"{path.relative_to(SOURCE)}: {node.value.id}.{node.attr}"
        for package in ("domain", "interchange", "accounts", "assessments", "web", "cli")
        for path in (SOURCE / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if node.value.id in ("os", "signal") and node.attr in ABSENT
    }

    assert found == set()


# psutil has its own branch for each system: only that of this one is imported here.
PATH = """
import sys, psutil
sys.modules.update(dict.fromkeys({names!r}, None))
from auditblanc.cli.commands import start
from auditblanc.web.local import start, server
from auditblanc.web import wsgi
from django.urls import get_resolver
print(len(get_resolver().url_patterns) > 0, "auditblanc.web.local.views" in sys.modules or "auditblanc.web.local.presence" in sys.modules)
"""


def test_the_site_starts_where_these_modules_do_not_exist(tmp_path):
    # filelock warns that it has no lock of the system left: on Windows it has Windows's.
    code = PATH.format(names=sorted(POSIX_ONLY - {"posix"}))

    done = subprocess.run(
        [sys.executable, "-W", "ignore::UserWarning", "-c", code],
        env={"PYTHONPATH": str(SOURCE.parent), "AUDITBLANC_DATA": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "True True\n", "")
