"""Run a command as a person does, and see its exit code, its data and its remarks."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from auditblanc.cli.app import outcome


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@pytest.fixture
def auditblanc(capsys, monkeypatch, tmp_path):
    """Call the command line in process, with no edition of the person's own and a terminal of 100 columns."""
    monkeypatch.setenv("AUDITBLANC_EDITIONS", str(tmp_path / "editions"))
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: object) -> Run:
        code = outcome([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Run(code, captured.out, captured.err)

    return run
