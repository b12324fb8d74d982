"""`auditblanc referential`: list, show, diff, complete."""

from __future__ import annotations

import json

import pytest


def test_list_names_the_three_editions_and_where_to_drop_another(auditblanc, tmp_path):
    run = auditblanc("referential", "list", "--json")
    told = auditblanc("referential", "list")

    assert [(entry["id"], entry["indicators"]) for entry in json.loads(run.out)] == [
        ("2019-v7", 32),
        ("2019-v9", 32),
        ("2026-v9", 33),
    ]
    assert "".join(told.out.split()).endswith("".join(f"Vos propres éditions : {tmp_path / 'editions'}".split()))


def test_show_tells_what_is_known_and_how_sure(auditblanc):
    run = auditblanc("referential", "show", "33")

    titles = [line for line in run.lines if line and not line.startswith(("•", " "))]
    assert run.lines[1] == "Indicateur 33 — Évaluation des contenus et enseignements par les apprenants"
    assert "Non publié (guide V10)." in titles
    assert "(Reformulation d’Auditblanc)" in titles


def test_show_of_another_edition_has_the_words_of_the_form(auditblanc, catalogue):
    run = auditblanc("referential", "show", "5", "--edition", "2019-v7", "--json")

    shown = json.loads(run.out)["indicator"]
    assert shown["statement"]["form"] == catalogue.edition("2019-v7").indicator(5).statement.form


def test_show_of_an_indicator_that_does_not_exist_says_which_do(auditblanc):
    run = auditblanc("referential", "show", "33", "--edition", "2019-v9")

    sentence = "L’indicateur 33 n’existe pas dans l’édition 2019-v9 : de 1 à 32. Voir « auditblanc --help ».\n"
    assert (run.code, run.err) == (2, sentence)


def test_show_of_an_edition_that_does_not_exist_lists_the_editions(auditblanc):
    run = auditblanc("referential", "show", "1", "--edition", "2027-v1")

    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)


def test_diff_lists_what_the_decree_of_2026_changed(auditblanc):
    """Source: comparison of both annexes, the decree of 2019 and the one of 2026."""
    run = auditblanc("referential", "diff", "2019-v9", "2026-v9", "--json")

    kinds = {change["indicator"]: change["kind"] for change in json.loads(run.out)}
    assert [number for number, kind in kinds.items() if kind == "substance"] == [
        1,
        2,
        3,
        7,
        12,
        14,
        15,
        19,
        20,
        27,
        30,
        32,
    ]
    assert [number for number, kind in kinds.items() if kind == "new"] == [33]
    assert [number for number, kind in kinds.items() if kind == "form"] == [9, 28, 31]


@pytest.fixture
def pasted(tmp_path, catalogue):
    def paste(numbers):
        path = tmp_path / "texte.txt"
        path.write_text("\n".join(f"Indicateur {number}\nÉnoncé officiel {number}." for number in numbers), "utf-8")
        return path

    return paste


ATTESTED = ("--by", "Camille Exemple", "--from", "https://www.legifrance.gouv.fr/", "--on", "2026-11-22")


def test_complete_marks_the_edition_verified_and_show_says_so(auditblanc, pasted):
    run = auditblanc("referential", "complete", "2026-v9", pasted(range(1, 34)), *ATTESTED)
    shown = auditblanc("referential", "show", "12")

    assert run.code == 0
    assert shown.lines[shown.lines.index("Énoncé officiel 12.") + 1] == "(Vérifié le 22/11/2026 par Camille Exemple)"


def test_complete_refuses_a_text_that_is_not_whole(auditblanc, pasted, tmp_path):
    run = auditblanc("referential", "complete", "2026-v9", pasted(range(1, 33)), *ATTESTED)

    assert (run.code, "33" in run.err, (tmp_path / "editions").exists()) == (2, True, False)


def test_complete_needs_to_know_who_and_where(auditblanc, pasted):
    run = auditblanc("referential", "complete", "2026-v9", pasted([1]))

    assert (run.code, run.err) == (2, "Il manque l’option --by. Voir « auditblanc --help ».\n")


def test_complete_of_a_file_that_is_not_text_says_what_to_do(auditblanc, tmp_path):
    path = tmp_path / "texte.txt"
    path.write_bytes(b"\xff\xfe\x00")

    run = auditblanc("referential", "complete", "2026-v9", path, *ATTESTED)

    assert (run.code, run.err) == (2, f"{path} : enregistrez ce fichier en texte UTF-8 puis réessayez.\n")
