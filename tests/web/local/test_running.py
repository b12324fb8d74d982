"""A second start believes the file only if the server answers."""

from __future__ import annotations

from auditblanc.web.local import running
from auditblanc.web.local.running import Running


def of(site, token: str) -> Running:
    return Running(pid=site.process.pid, port=site.port, token=token)


def test_the_server_that_holds_the_token_is_known(site):
    assert running.answers(of(site, site.token_path.split("/")[2])) is True


def test_a_server_with_another_token_is_not(site):
    assert running.answers(of(site, "un-autre")) is False


def test_the_proof_does_not_tell_the_token(site):
    token = site.token_path.split("/")[2]

    said = site.get("/presence/defi/").body.decode()

    assert (said, token in said) == (running.proof(token, "defi"), False)


def test_a_file_that_is_not_ours_is_nothing(tmp_path):
    (tmp_path / running.FILE).write_text('{"pid": 1}')

    assert (running.read(tmp_path), running.found(tmp_path)) == (None, None)
