"""Looking at a file: its pages, its text, or the sentence that says to open it elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Evidence, Piece
from auditblanc.assessments.writes import pieces
from tests import people
from tests.assessments.given import given
from tests.assessments.preview.made import bomb, pdf
from tests.pages import page, texts

FILM = b"\0\0\0\x18ftypmp42" + bytes(64)


@pytest.fixture(autouse=True)
def kept_apart(tmp_path, settings):
    settings.PREVIEWS = tmp_path / "apercus"


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def put(assessment, mimosa, alice):
    """A file in the one proof there is: its key."""

    def added(data, name):
        pieces.add(Evidence.objects.get(), [given(mimosa, data, name)], people.stamp(alice))
        return Piece.objects.latest("pk").key

    return added


@pytest.fixture
def look(client, mimosa):
    def looked(key, **query):
        return client.get(reverse("assessments:piece_preview", args=[mimosa.key, key]), query)

    return looked


def pictures(answer):
    return [(each.get("src"), each.get("alt"), each.get("loading")) for each in page(answer).xpath("//main//img")]


def test_a_pdf_is_shown_page_by_page(look, put, mimosa, client):
    Evidence.objects.update(content_date=date(2026, 9, 1))
    key = put(pdf(2), "programme.pdf")

    answer = look(key)

    address = f"/o/{mimosa.key}/pieces/{key}/apercu"
    assert texts(answer, "//h1") == ["Catalogue 2027"]
    assert pictures(answer) == [
        (f"{address}/1/", "Page 1 sur 2", None),
        (f"{address}/2/", "Page 2 sur 2", "lazy"),
    ]
    told = f"programme.pdf · contenu du 1er septembre 2026 · Document PDF · {len(pdf(2)) // 1000}"
    assert texts(answer, "//header[contains(@class, 'preview-head')]//p")[0].startswith(told)
    drawn = client.get(f"{address}/2/")
    assert (drawn.status_code, drawn.headers["Content-Type"], drawn.content[8:12]) == (200, "image/webp", b"WEBP")


@pytest.mark.parametrize("number", [0, 3, 100_000])
def test_a_page_that_is_not_there_is_not_found(client, put, mimosa, number):
    key = put(pdf(2), "programme.pdf")

    assert client.get(f"/o/{mimosa.key}/pieces/{key}/apercu/{number}/").status_code == 404


def test_what_a_browser_would_run_is_shown_as_text(look, put):
    drawing = b"<svg onload='alert(1)'><script>alert(2)</script></svg>"

    answer = look(put(drawing, "plan.svg"))

    assert page(answer).xpath("//main//script | //main//svg") == []
    assert texts(answer, "//pre") == [drawing.decode()]


def test_a_long_text_says_that_there_is_more(look, put):
    answer = look(put(b"mot " * 50_000, "notes.txt"))

    assert texts(answer, "//main/p") == ["La suite se lit dans le fichier lui-même."]


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (FILM, "film.mp4", "Auditblanc ne sait pas afficher un fichier de cette sorte"),
        (bomb(), "plan.png", "cette image est démesurée"),
        (b"%PDF-1.7\n", "vide.pdf", "il est abîmé"),
    ],
    ids=["film", "bomb", "damaged"],
)
def test_what_cannot_be_shown_says_why_and_is_downloaded(look, put, mimosa, data, name, reason):
    key = put(data, name)

    answer = look(key)

    assert (answer.status_code, texts(answer, "//main/p")) == (
        200,
        [f"Aperçu impossible : {reason}. Téléchargez-le pour l’ouvrir dans son propre logiciel."],
    )
    assert page(answer).xpath("//main//a[.='Télécharger']/@href") == [f"/o/{mimosa.key}/pieces/{key}/fichier/"]


def test_the_files_of_a_proof_follow_each_other(look, put):
    put(b"un", "a.txt")
    second = put(b"deux", "b.txt")
    put(b"trois", "c.txt")

    assert texts(look(second), "//nav[@aria-label='Fichiers de la preuve']/div") == [
        "← a.txt",
        "Fichier 2 sur 3",
        "c.txt →",
    ]


def test_one_goes_back_to_where_one_was(look, put, mimosa):
    key = put(b"un", "a.txt")
    here = f"/o/{mimosa.key}/evaluations/x/indicateurs/1/#preuves"

    assert page(look(key, retour=here)).xpath("//main//a[.='Revenir']/@href") == [here]


@pytest.mark.parametrize(
    "away",
    ["https://ailleurs.invalid/", "//ailleurs.invalid", "/o/autre/x", "/\\ailleurs.invalid", "javascript:alert(1)"],
)
def test_the_way_back_never_leads_elsewhere(look, put, away):
    assert page(look(put(b"un", "a.txt"), retour=away)).xpath("//main//a[.='Revenir']") == []


def test_nothing_on_it_leads_to_what_is_one_s_own(look, put):
    assert texts(look(put(b"un", "a.txt")), "//header//nav | //footer//a") == ["Accessibilité"]


def test_it_takes_eight_questions(look, put, django_assert_num_queries):
    """Who asks, the door, the proof in four, what is shown now, twice."""
    key = put(b"un", "a.txt")

    with django_assert_num_queries(8):
        look(key)
