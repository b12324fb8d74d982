"""What there is to see of a content: made apart within bounds, once."""

from __future__ import annotations

import pytest

from auditblanc.assessments.models import StoredFile
from auditblanc.assessments.preview import shown
from auditblanc.assessments.preview.look import Look
from auditblanc.assessments.preview.shown import LIMITS, TOO_HEAVY, folder_of, seen
from auditblanc.assessments.storage import content_name, contents
from auditblanc.assessments.watched import Limits
from tests.assessments.given import given
from tests.assessments.preview.made import bomb, image, pdf


@pytest.fixture(autouse=True)
def kept_apart(tmp_path, settings):
    settings.PREVIEWS = tmp_path / "apercus"


@pytest.fixture
def stored(mimosa):
    """A content that the organisation keeps, as its row."""

    def keep(data):
        content = given(mimosa, data).content
        return StoredFile(sha256=content.sha256, size=content.size, media_type=content.media_type)

    return keep


def test_it_is_made_once(mimosa, stored, monkeypatch):
    file = stored(pdf(2))
    first = seen(mimosa.key, file)
    monkeypatch.setattr(shown, "opened_apart", None)

    assert (first.look, seen(mimosa.key, file)) == (Look(pages=2), first)


def test_each_page_is_made_when_it_is_asked_for(mimosa, stored):
    file = stored(pdf(2))

    first, second = seen(mimosa.key, file), seen(mimosa.key, file, 2)

    assert (second.look, second.picture == first.picture) == (Look(pages=2), False)
    assert sorted(path.name for path in folder_of(mimosa.key, file.sha256).iterdir()) == [
        "1.webp",
        "2.webp",
        "look.json",
    ]


def test_a_page_that_is_not_there_says_nothing_of_the_others(mimosa, stored):
    file = stored(pdf())
    seen(mimosa.key, file, 9)

    assert seen(mimosa.key, file).look == Look(pages=1)


def test_a_refusal_is_made_once_too(mimosa, stored):
    file = stored(bomb())

    assert seen(mimosa.key, file).look == Look(refused="cette image est démesurée")
    assert (folder_of(mimosa.key, file.sha256) / "look.json").is_file()


@pytest.mark.parametrize(
    "limits", [Limits(seconds=0.05), Limits(memory=15_000_000), Limits(answer=100)], ids=["time", "memory", "answer"]
)
def test_beyond_a_limit_it_is_stopped_and_tried_again_another_time(mimosa, stored, limits):
    file = stored(image("PNG", (3_000, 3_000)) + b"%d" % limits.answer)

    assert seen(mimosa.key, file, 1, limits).look == Look(refused=TOO_HEAVY)
    assert seen(mimosa.key, file, 1, LIMITS).look == Look(pages=1)


def test_what_nobody_can_look_at_asks_no_child(mimosa, stored, monkeypatch):
    monkeypatch.setattr(shown, "opened_apart", None)

    look = seen(mimosa.key, stored(b"\0\0\0\x18ftypmp42" + bytes(64))).look

    assert look.refused == "Auditblanc ne sait pas afficher un fichier de cette sorte"


def test_what_was_kept_and_is_spoilt_is_made_again(mimosa, stored):
    file = stored(pdf())
    first = seen(mimosa.key, file)
    (folder_of(mimosa.key, file.sha256) / "look.json").write_bytes(b"{")

    assert seen(mimosa.key, file) == first


def test_a_disk_that_is_full_only_makes_it_slower(mimosa, stored, settings, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    settings.PREVIEWS = tmp_path / "file"

    assert seen(mimosa.key, stored(pdf())).look == Look(pages=1)


def test_a_content_that_is_gone_is_told(mimosa, stored):
    file = stored(b"un contenu que personne d'autre ne garde ici")
    contents().delete(content_name(mimosa.key, file.sha256))

    with pytest.raises(FileNotFoundError):
        seen(mimosa.key, file)
