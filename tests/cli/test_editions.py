"""The editions of a person's own, as the commands find them."""

from __future__ import annotations

from auditblanc.interchange.data_folder import EDITIONS_VARIABLE
from tests.conftest import DATA


def test_an_edition_dropped_in_is_listed_and_chosen_by_its_date(auditblanc, monkeypatch):
    monkeypatch.setenv(EDITIONS_VARIABLE, str(DATA / "editions"))

    listed = auditblanc("referential", "list")
    chosen = auditblanc("profile", "--category", "CFA", "--audit-date", "2030-01-01", "--json")

    assert "2026-v10-inventee" in "".join(listed.out.split())
    assert chosen.code == 0
    assert '"edition": "2026-v9"' not in chosen.out


def test_a_faulty_edition_names_its_file_and_entry(auditblanc, monkeypatch, tmp_path):
    (tmp_path / "fautive.toml").write_text('id = "fautive"\nbased_on = "2026-v9"\nchecked_on = 2026-11-22\n', "utf-8")
    monkeypatch.setenv(EDITIONS_VARIABLE, str(tmp_path))

    run = auditblanc("referential", "show", "1", "--edition", "fautive")

    assert (run.code, run.out, run.err) == (2, "", "fautive.toml › title : ce champ manque.\n")
