"""The index that comes with forms, as spreadsheets write it and as people fill it."""

from __future__ import annotations

import pytest

from auditblanc.assessments.mass_intake.index import Entry, read_index
from auditblanc.interchange.problems import UnreadableFileError

LINES = "Fichier;Nom;SIREN;NDA\nbois.docx;École du bois;732 829 320;11 75 12345 75\nfer.docx;;552100554;\n"
BOIS = Entry(line=2, file="bois.docx", name="École du bois", siren="732829320", nda="11751234575")
FER = Entry(line=3, file="fer.docx", siren="552100554")


@pytest.mark.parametrize(
    "data",
    [
        LINES.encode(),
        LINES.encode("utf-8-sig"),
        LINES.encode("cp1252"),
        LINES.replace("\n", "\r\n").encode(),
        LINES.replace(";", ",").encode(),
        LINES.replace(";", "\t").encode(),
        LINES.replace("SIREN", "siret").replace("732 829 320", "73282932000074").encode(),
        LINES.replace("Fichier;Nom", "file;Remarque;Organisme").replace("bois.docx;", "bois.docx;vu;").replace("fer.docx;", "fer.docx;;").encode(),
    ],
    ids=["utf-8", "with a mark", "windows", "crlf", "commas", "tabs", "siret", "other columns"],
)  # fmt: skip
def test_an_index_says_the_same_whatever_wrote_it(data):
    assert read_index(data).found(["bois.docx", "fer.docx"]) == ({"bois.docx": BOIS, "fer.docx": FER}, ())


def index(*lines):
    return read_index("\n".join(["fichier;nom;siren;nda", *lines]).encode())


def test_a_file_is_found_by_its_path_before_its_name():
    said, absent = index("fiche.docx;;732829320", "nord/fiche.docx;;552100554").found(["nord/fiche.docx"])
    assert (said["nord/fiche.docx"].siren, absent) == ("552100554", ())


def test_accents_and_capitals_of_another_computer_are_the_same():
    said, _ = index("École.docx;;732829320").found(["envoi/E\u0301COLE.docx"])
    assert said["envoi/E\u0301COLE.docx"].siren == "732829320"


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (["a.docx;;123456789"], "L’index donne « 123456789 », ligne 2 : ce n’est ni un SIREN ni un SIRET, corrigez-le."),
        (["a.docx;;;1175"], "L’index donne « 1175 », ligne 2 : ce n’est pas un NDA (onze caractères), corrigez-le."),
        (["a.docx;;732829320", "a.docx;;552100554"], "L’index nomme ce fichier sur plusieurs lignes (2, 3) : gardez-en une."),
        (
            ["a.docx;" + "x" * 501],
            "L’index, ligne 2, donne un nom illisible : Ce champ compte 501 caractères ; la limite est de 500 : raccourcissez-le.",
        ),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_used_says_why(lines, fault):
    assert index(*lines).found(["a.docx"])[0]["a.docx"].fault == fault


def test_one_name_of_two_files_is_told():
    said, _ = index("a.docx;;732829320").found(["nord/a.docx", "sud/a.docx"])
    assert {entry.fault for entry in said.values()} == {
        "L’index, ligne 2, nomme « a.docx », et 2 fichiers s’appellent ainsi : donnez-y leur chemin, dossiers compris."
    }


def test_a_line_about_no_file_is_told():
    assert index("b.docx;;732829320").found(["a.docx"]) == (
        {},
        ("Ligne 2 de l’index : « b.docx » n’est pas parmi les fichiers reçus.",),
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "L’index n’a pas de colonne « fichier »"),
        (b"nom;siren\n", "L’index n’a pas de colonne « fichier »"),
        (b"PK\x03\x04\x00", "L’index n’est pas un fichier CSV"),
        (b"fichier\n" + b'"' + b"x" * 200_000, "L’index n’est pas un fichier CSV"),
        (b"fichier\n" + b"a\n" * 50_001, "L’index dépasse 50 000 lignes"),
    ],
)
def test_what_is_no_index_is_refused(data, sentence):
    with pytest.raises(UnreadableFileError, match=sentence):
        read_index(data)
