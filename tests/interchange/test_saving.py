from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from auditblanc.interchange import saving
from auditblanc.interchange.saving import SavingError, copy_atomically, write_atomically

needs_unshare = pytest.mark.skipif(not shutil.which("unshare"), reason="mounts a small disk of its own")

WRITE_ON_SMALL_DISK = """
import sys
from pathlib import Path
from auditblanc.interchange.saving import SavingError, write_atomically
target = Path(sys.argv[1])
try:
    write_atomically(target, b"x" * 200_000)
except SavingError as error:
    print(str(error).replace(str(target), "FICHE"))
print(sorted(entry.name for entry in target.parent.iterdir()), target.read_bytes())
"""


def on_a_disk_of_64_kb(folder: Path, then: str) -> str:
    """What the attempt above prints on a real disk too small for it, after the shell command ``then``."""
    script = f'mount -t tmpfs -o size=64k none "$1" && printf ancien > "$1/fiche.docx" && {then} && "$2" -c "$3" "$1/fiche.docx"'
    command = ["unshare", "-rm", "sh", "-c", script, "sh", str(folder), sys.executable, WRITE_ON_SMALL_DISK]
    environment = os.environ | {"PYTHONPATH": "src", "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    if ran.returncode:
        pytest.skip(f"no small disk here: {ran.stderr.strip()}")
    return ran.stdout


def refusal(path: Path) -> str:
    with pytest.raises(SavingError) as error:
        write_atomically(path, b"nouveau")
    return str(error.value).removeprefix(f"Impossible d’écrire « {path} » : ")


def test_a_new_file_holds_the_data_and_nothing_stays_beside_it(tmp_path):
    write_atomically(tmp_path / "fiche.docx", b"contenu")

    assert (tmp_path / "fiche.docx").read_bytes() == b"contenu"
    assert list(tmp_path.iterdir()) == [tmp_path / "fiche.docx"]


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path):
    (tmp_path / "autre").write_bytes(b"")

    write_atomically(tmp_path / "fiche.docx", b"contenu")

    assert (tmp_path / "fiche.docx").stat().st_mode == (tmp_path / "autre").stat().st_mode


def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "fiche.docx"
    path.write_bytes(b"un contenu plus long")
    path.chmod(0o640)

    write_atomically(path, b"court")

    assert path.read_bytes() == b"court"
    assert path.stat().st_mode & 0o777 == 0o640


def test_whoever_has_the_old_file_open_still_reads_it_whole(tmp_path):
    path = tmp_path / "fiche.docx"
    path.write_bytes(b"ancien")

    with path.open("rb") as reader:
        write_atomically(path, b"nouveau")

        assert reader.read() == b"ancien"


def test_a_link_keeps_pointing_at_the_file_that_is_replaced(tmp_path):
    (tmp_path / "cible.docx").write_bytes(b"ancien")
    (tmp_path / "lien.docx").symlink_to(tmp_path / "cible.docx")

    write_atomically(tmp_path / "lien.docx", b"nouveau")

    assert (tmp_path / "lien.docx").is_symlink()
    assert (tmp_path / "cible.docx").read_bytes() == b"nouveau"


def test_a_relative_path_is_written_in_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    write_atomically(Path("fiche.docx"), b"contenu")

    assert (tmp_path / "fiche.docx").read_bytes() == b"contenu"


def test_a_missing_folder_is_said(tmp_path):
    said = refusal(tmp_path / "absent" / "fiche.docx")

    assert said == "ce dossier n’existe pas ; créez-le ou choisissez-en un autre."


def test_a_folder_is_not_a_file(tmp_path):
    assert refusal(tmp_path) == "c’est un dossier ; ajoutez un nom de fichier."


def test_a_file_is_not_a_folder(tmp_path):
    (tmp_path / "notes.txt").write_bytes(b"")

    said = refusal(tmp_path / "notes.txt" / "fiche.docx")

    assert said == "une partie du chemin est un fichier et non un dossier ; choisissez un autre dossier."


def test_a_read_only_file_is_left_alone(tmp_path):
    path = tmp_path / "fiche.docx"
    path.write_bytes(b"ancien")
    path.chmod(0o444)

    said = refusal(path)

    assert said.startswith("vous n’avez pas le droit d’écrire à cet endroit")
    assert path.read_bytes() == b"ancien"


def test_a_pipe_is_left_alone(tmp_path):
    os.mkfifo(tmp_path / "tuyau")

    said = refusal(tmp_path / "tuyau")

    assert said.startswith("vous n’avez pas le droit d’écrire à cet endroit")
    assert (tmp_path / "tuyau").is_fifo()


def test_a_name_too_long_is_said(tmp_path):
    assert refusal(tmp_path / ("é" * 300)) == "ce nom est trop long ; raccourcissez-le."


def test_a_name_with_a_nul_is_said(tmp_path):
    with pytest.raises(SavingError) as error:
        write_atomically(tmp_path / "a\x00b", b"")

    assert str(error.value).endswith("a�b » : ce nom contient un caractère interdit ; changez-le.")


def test_links_in_a_circle_are_said(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    assert refusal(tmp_path / "a") == "ce chemin tourne en rond (liens) ; choisissez un autre dossier."


@needs_unshare
def test_a_full_disk_leaves_the_old_file_and_no_half_file(tmp_path):
    printed = on_a_disk_of_64_kb(tmp_path, "true")

    assert printed.splitlines() == [
        "Impossible d’écrire « FICHE » : le disque est plein ; libérez de la place ou choisissez un autre disque.",
        "['fiche.docx'] b'ancien'",
    ]


@needs_unshare
def test_a_read_only_disk_leaves_the_old_file(tmp_path):
    printed = on_a_disk_of_64_kb(tmp_path, 'mount -o remount,ro "$1"')

    assert printed.splitlines() == [
        "Impossible d’écrire « FICHE » : ce disque est en lecture seule ; choisissez un autre dossier.",
        "['fiche.docx'] b'ancien'",
    ]


@pytest.mark.parametrize("code", [errno.EIO, None])
def test_an_unforeseen_refusal_still_gives_a_sentence(code):
    said = saving._sentence(Path("fiche.docx"), code)

    assert said == (
        f"Impossible d’écrire « fiche.docx » : le système a refusé l’écriture (code {code or 0}) ; choisissez un autre dossier."
    )


@pytest.mark.parametrize(("code", "known"), [(errno.EPERM, errno.EACCES), (errno.EDQUOT, errno.ENOSPC)])
def test_two_codes_for_one_cause_give_the_same_sentence(code, known):
    assert saving._sentence(Path("x"), code) == saving._sentence(Path("x"), known)


def test_an_open_file_is_copied_whole_or_not_at_all(tmp_path):
    target = tmp_path / "copie.zip"

    copy_atomically(BytesIO(b"x" * 3_000_000), target)
    with pytest.raises(SavingError):
        copy_atomically(BytesIO(b"x"), tmp_path / "absent" / "copie.zip")

    assert (target.stat().st_size, [path.name for path in tmp_path.iterdir()]) == (3_000_000, ["copie.zip"])
