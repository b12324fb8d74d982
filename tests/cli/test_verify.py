"""`auditblanc verify`, as a person runs it."""

from __future__ import annotations

import zipfile

from tests.interchange.dossier.made import archive


def test_it_answers_in_french_and_by_its_exit_code(auditblanc, tmp_path):
    whole = tmp_path / "dossier.zip"
    whole.write_bytes(archive())
    with zipfile.ZipFile(whole) as package:
        package.extractall(tmp_path / "dossier")
    (tmp_path / "dossier" / "style.css").write_text("body {}")

    answers = [auditblanc("verify", tmp_path / name) for name in ("dossier.zip", "dossier", "absent")]

    assert [answer.code for answer in answers] == [0, 1, 2]
    assert answers[0].out == "Rien n’a changé : 7 fichiers s’accordent avec la liste.\n"
    assert answers[1].out.splitlines()[1] == "- modifié : style.css"
    assert answers[2].err == f"{tmp_path / 'absent'} : ce fichier n’existe pas ; vérifiez son nom et son dossier.\n"
