"""From nothing to the site, and back: real processes on loopback."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import time
from contextlib import closing

import psutil
import pytest

from auditblanc.web.local import running
from auditblanc.web.local.running import Running
from tests.web.local.started import command, environment, line, started


def test_the_printed_address_lets_in_and_hides_its_token(site):
    entered = site.get(site.token_path)

    assert (entered.status, entered.getheader("Location")) == (302, "/")
    cookie = entered.getheader("Set-Cookie", "")
    assert f"auditblanc_{site.port}=" in cookie
    assert ("HttpOnly" in cookie, "SameSite=Strict" in cookie) == (True, True)
    assert site.get("/", Cookie=cookie.partition(";")[0]).status == 200


@pytest.mark.parametrize("path", ["/entrer/un-autre-jeton/", "/entrer/"])
def test_another_token_is_refused(site, path):
    answer = site.get(path)

    assert (answer.status, f"auditblanc_{site.port}=" in answer.getheader("Set-Cookie", "")) == (401, False)


def test_without_the_token_every_page_sends_away(site):
    assert (site.get("/").status, site.get("/").getheader("Location")) == (302, "/entrer/?next=/")


def test_a_foreign_host_is_refused(site):
    """A page elsewhere whose name was made to point here must not read anything."""
    assert [site.get("/", Host=host).status for host in ("evil.example", "evil.example:8431", "")] == [400, 400, 400]


def test_it_listens_on_this_machine_alone(site):
    family = psutil.Process(site.process.pid).children(recursive=True)
    listening = {
        connection.laddr.ip
        for process in family
        for connection in process.net_connections("tcp")
        if connection.status == psutil.CONN_LISTEN
    }

    assert listening == {"127.0.0.1"}


def test_a_second_start_opens_the_one_that_runs(site):
    folder = psutil.Process(site.process.pid).cmdline()[5]

    second = command("start", "--data", folder, "--no-browser")

    assert (second.returncode, second.stdout) == (0, f"Auditblanc est déjà ouvert : {site.address}\n")


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """A folder after one site that Ctrl-C ended, its port, and how it ended."""
    folder = tmp_path_factory.mktemp("ended") / "data"
    # Drawn by the system, and asked for: other sites that are tested meanwhile do not take it.
    with closing(socket.create_server(("127.0.0.1", 0))) as drawn:
        port = drawn.getsockname()[1]
    with started(folder, "--port", port) as site:
        private = {name: stat.S_IMODE((folder / name).stat().st_mode) for name in ("secret", "en-cours.json", ".")}
        ending = site.end(signal.SIGINT)
    return folder, site.port, ending, private


def test_ctrl_c_ends_it_and_says_where_the_data_are(ended):
    folder, _, ending, _ = ended

    assert ending == (0, f"Auditblanc est arrêté. Vos données sont dans « {folder} ».")
    assert not (folder / "en-cours.json").exists()


def test_the_secret_and_the_token_are_their_owners_alone(ended):
    assert ended[-1] == {"secret": 0o600, "en-cours.json": 0o600, ".": 0o700}


def test_the_port_is_remembered_and_a_request_to_end_is_heard(ended):
    folder, port, *_ = ended

    with started(folder) as again:
        assert again.port == port
        assert again.end(signal.SIGTERM)[0] == 0


def test_a_port_taken_by_another_program_is_left_to_it(ended):
    folder, port, *_ = ended

    with closing(socket.create_server(("127.0.0.1", port))), started(folder) as site:
        said = site.said[0]
        ending = site.end(signal.SIGHUP)[0]

    assert ending == 0  # as when the terminal is closed
    assert site.port != port
    assert said == f"Le port {port} est pris par un autre programme : Auditblanc utilise le {site.port} cette fois."
    assert json.loads((folder / "etat.json").read_text())["port"] == port


def test_a_running_file_that_nobody_answers_for_is_not_believed(ended):
    folder, port, *_ = ended
    (folder / "en-cours.json").write_text(json.dumps({"pid": os.getpid(), "port": port, "token": "ancien"}))

    with started(folder) as site:
        assert site.port == port


def test_nobody_is_left_when_it_is_killed(ended):
    folder, *_ = ended

    with started(folder) as site:
        family = psutil.Process(site.process.pid).children(recursive=True)
        site.process.kill()
        _, left = psutil.wait_procs(family, timeout=10)

    assert left == []


def test_a_process_that_dies_is_replaced(ended):
    folder, *_ = ended

    with started(folder) as site:
        [serving] = [each for each in psutil.Process(site.process.pid).children() if each.net_connections("tcp")]
        serving.kill()
        token = site.token_path.split("/")[2]
        here = Running(pid=site.process.pid, port=site.port, token=token)
        end = time.monotonic() + 30
        while not running.answers(here) and time.monotonic() < end:
            time.sleep(0.05)

        assert site.get(site.token_path).status == 302


def test_two_starts_at_once_make_one_site(tmp_path):
    both = [
        subprocess.Popen(
            line("start", "--data", tmp_path / "data", "--no-browser"),
            env=environment({}),
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    while all(process.poll() is None for process in both):
        time.sleep(0.05)

    second, first = sorted(both, key=lambda process: process.poll() is None)
    told = second.communicate()[0]
    first.terminate()

    assert first.communicate()[0].splitlines()[0].split(" : ") == [
        "Auditblanc est ouvert",
        told.split(" : ")[1].strip(),
    ]
    assert (told.split(" : ")[0], first.returncode, second.returncode) == ("Auditblanc est déjà ouvert", 0, 0)


def test_a_text_of_ones_own_at_fault_is_told_before_anything_is_shown(ended):
    folder, *_ = ended
    (folder / "editions").mkdir()
    (folder / "editions" / "a-moi.toml").write_text("rien = ")

    done = command("start", "--data", folder, "--no-browser")
    shutil.rmtree(folder / "editions")

    assert (done.returncode, done.stdout, done.stderr.count("\n"), "a-moi.toml" in done.stderr) == (2, "", 1, True)
