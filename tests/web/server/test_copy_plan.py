"""When a shared site owes a copy, and what its settings may say of it."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from auditblanc.web.local.dated_copies import Kept
from auditblanc.web.server.copy_plan import Plan, faults, is_missing, plan, told


@pytest.fixture
def say(monkeypatch, tmp_path):
    """The plan of these variables; `{folder}` is one that is there."""

    def said(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(f"AUDITBLANC_{name}", value.format(folder=tmp_path))
        return plan()

    return said


@pytest.fixture
def asked(tmp_path):
    return Plan(into=tmp_path, at=time(3, 15), keep=Kept(days=7), with_files=True)


def made(folder, *names):
    for name in names:
        (folder / f"auditblanc-{name}.zip").write_bytes(b"x" * 2_400_000)


def at(text):
    return datetime.strptime(text, "%Y-%m-%d %H:%M").astimezone()


def test_without_a_folder_none_is_planned(say):
    assert say(BACKUP_AT="04:00") is None


def test_a_folder_is_enough(say, tmp_path):
    assert say(BACKUPS="{folder}") == Plan(
        into=tmp_path, at=time(3, 15), keep=Kept(days=7, weeks=4, months=12), with_files=True
    )


def test_all_may_be_said(say, tmp_path):
    asked = say(BACKUPS="{folder}", BACKUP_AT="22:05", BACKUPS_KEPT="30j", BACKUPS_FILES="non")

    assert asked == Plan(into=tmp_path, at=time(22, 5), keep=Kept(days=30), with_files=False)


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"BACKUPS": "{folder}/absent"}, "AUDITBLANC_BACKUPS : « {folder}/absent » n’est pas un dossier de cette machine ; créez-le, ou donnez-en un autre."),
        ({"BACKUPS": "{folder}", "BACKUP_AT": "3h15"}, "AUDITBLANC_BACKUP_AT vaut « 3h15 » : écrivez une heure, par exemple 03:15."),
        ({"BACKUPS": "{folder}", "BACKUPS_FILES": "no"}, "AUDITBLANC_BACKUPS_FILES vaut « no » : écrivez « oui » (les copies contiennent les fichiers des preuves) ou « non »."),
        ({"BACKUPS": "{folder}", "BACKUPS_KEPT": "sept"}, "AUDITBLANC_BACKUPS_KEPT : « sept » ne dit pas combien de copies sont gardées : écrivez par exemple 7j,4s,12m, pour une par jour pendant 7 jours, une par semaine pendant 4 semaines, une par mois pendant 12 mois."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(monkeypatch, tmp_path, variables, sentence):
    for name, value in variables.items():
        monkeypatch.setenv(f"AUDITBLANC_{name}", value.format(folder=tmp_path))

    assert list(faults()) == [sentence.format(folder=tmp_path)]


@pytest.mark.parametrize(
    ("copies", "now", "missing"),
    [
        ([], "2026-11-26 03:14", True),  # the first one does not wait for its hour
        (["2026-11-25-0315"], "2026-11-26 03:14", False),
        (["2026-11-25-0315"], "2026-11-26 03:15", True),
        (["2026-11-25-0315"], "2026-11-28 12:00", True),  # the machine was off
        (["2026-11-28-1200"], "2026-11-28 12:01", False),
        (["2026-11-28-1200"], "2026-11-29 03:15", True),
        (["2026-11-26-0300"], "2026-11-26 09:00", True),  # by hand, before its hour
        (["2027-11-26-0315"], "2026-11-26 09:00", True),  # made while the clock was a year ahead
        (["2026-11-26-0315"], "2026-11-25 23:00", False),  # the clock was set back
    ],
)
def test_one_is_missing_once_its_hour_is_past(asked, copies, now, missing):
    made(asked.into, *copies)

    assert is_missing(asked, at(now)) is missing


def test_whoever_looks_after_the_site_reads_where_it_stands(asked):
    assert told(None) == "aucune copie programmée sur cette machine"
    assert told(asked) == "chaque jour à 03:15 ; aucune encore"

    made(asked.into, "2026-11-25-0315", "2026-11-26-0315")

    assert told(asked) == "chaque jour à 03:15 ; la dernière le 26 novembre 2026 à 03:15, 2,4 Mo"
