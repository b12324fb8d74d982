"""« Mes données », through a site that runs."""

from __future__ import annotations

import re
import shutil
import zipfile
from io import BytesIO
from urllib.error import HTTPError

import pytest

from tests.web.local.conftest import found, organisations
from tests.web.local.started import Visitor, started


@pytest.fixture(scope="module")
def running(first_day, tmp_path_factory):
    """One site for all that changes nothing of importance."""
    folder = tmp_path_factory.mktemp("views") / "data"
    shutil.copytree(first_day, folder)
    with started(folder) as site:
        yield site


@pytest.fixture
def visitor(running):
    return Visitor(running)


EXAMPLES = 3


def shown(page: str) -> int:
    """How many worked examples the first page shows."""
    return len(re.findall(r'class="tag"', page))


def saved(visitor: Visitor) -> bytes:
    visitor.open("/mes-donnees/")
    visitor.post("/mes-donnees/enregistrer/")
    return visitor.bytes


def refused(visitor: Visitor, path: str, **fields: str | bytes) -> tuple[int, str]:
    with pytest.raises(HTTPError) as answer:
        visitor.post(path, **fields)
    with answer.value as error:
        return error.code, error.read().decode()


def test_the_whole_way_of_a_copy(folder):
    """Save, change, give the copy, look, put it back; then erase all, and come back to the copy once more.

    Two processes answer: all of them see what was put in place.
    """
    with started(folder, AUDITBLANC_WORKERS="2") as site:
        go_the_whole_way(folder, Visitor(site))


def go_the_whole_way(folder, visitor):
    assert "aucune" in visitor.open("/mes-donnees/")
    copy = saved(visitor)
    assert visitor.headers["Content-Disposition"].startswith('attachment; filename="auditblanc-20')
    assert zipfile.ZipFile(BytesIO(copy)).testzip() is None
    assert "aucune" not in visitor.open("/mes-donnees/")
    found(folder, "Apres")

    visitor.open("/mes-donnees/restaurer/")
    page = visitor.post("/mes-donnees/restaurer/", copy=copy)
    assert "Mimosa\N{NO-BREAK SPACE}: 0\N{NO-BREAK SPACE}évaluation" in page
    assert organisations(folder) == ["Apres", "Mimosa"]

    page = visitor.post("/mes-donnees/restaurer/", put_back="1")
    assert (visitor.address, organisations(folder)) == (f"{visitor.root}/", ["Mimosa"])
    assert "La copie est restaurée" in page
    assert [shown(visitor.open("/")) for _ in range(12)] == [EXAMPLES] * 12

    visitor.open("/mes-donnees/effacer/")
    assert refused(visitor, "/mes-donnees/effacer/", confirmation="effacer")[0] == 422
    assert organisations(folder) == ["Mimosa"]
    page = visitor.post("/mes-donnees/effacer/", confirmation="EFFACER")
    assert (visitor.address, organisations(folder)) == (f"{visitor.root}/", [])
    assert "Tout est effacé" in page
    assert [shown(visitor.open("/")) for _ in range(12)] == [EXAMPLES] * 12
    assert sorted(path.name for path in folder.iterdir() if path.suffix not in (".lock", ".gate")) == [
        "auditblanc.sqlite3",
        "auditblanc.sqlite3-shm",
        "auditblanc.sqlite3-wal",
        "en-cours.json",
        "envois",
        "etat.json",
    ]
    assert b"Mimosa" not in b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())

    visitor.open("/mes-donnees/restaurer/")
    visitor.post("/mes-donnees/restaurer/", copy=copy)
    visitor.post("/mes-donnees/restaurer/", put_back="1")
    assert organisations(folder) == ["Mimosa"]


def test_a_copy_may_be_given_up(visitor):
    copy = saved(visitor)
    visitor.open("/mes-donnees/restaurer/")
    visitor.post("/mes-donnees/restaurer/", copy=copy)

    visitor.post("/mes-donnees/restaurer/", give_up="1")

    assert visitor.address == f"{visitor.root}/mes-donnees/"
    assert "Ce que contient" not in visitor.open("/mes-donnees/restaurer/")
    assert "Il n’y a plus de copie à restaurer" in visitor.post("/mes-donnees/restaurer/", put_back="1").replace(
        "\xa0", " "
    )


def test_what_is_not_a_copy_is_told_beside_the_field(visitor):
    visitor.open("/mes-donnees/restaurer/")

    code, page = refused(visitor, "/mes-donnees/restaurer/", copy=b"PK")

    assert (code, "Ce fichier n’est pas une copie d’Auditblanc" in page) == (422, True)


def test_nothing_chosen_is_told_beside_the_field(visitor):
    visitor.open("/mes-donnees/restaurer/")

    code, page = refused(visitor, "/mes-donnees/restaurer/")

    assert (code, "Choisissez le fichier de la copie." in page) == (422, True)


@pytest.mark.parametrize("path", ["", "enregistrer/", "restaurer/", "effacer/"])
def test_a_visitor_reads_nothing(site, path):
    answer = site.get(f"/mes-donnees/{path}")

    assert (answer.status, answer.getheader("Location")) == (302, f"/entrer/?next=/mes-donnees/{path}")


def test_looking_saves_no_copy(visitor):
    with pytest.raises(HTTPError) as refused:
        visitor.open("/mes-donnees/enregistrer/")

    with refused.value as error:
        assert error.code == 405
