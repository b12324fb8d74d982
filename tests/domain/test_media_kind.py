"""The kinds of files that may be proofs: how each is called, how its name ends, what a browser may show."""

from __future__ import annotations

from auditblanc.domain.media_kind import KINDS, media_kind


def test_a_kind_is_found_by_its_type():
    found = media_kind("application/pdf")

    assert (found.label, found.suffixes, found.is_shown) == ("Document PDF", (".pdf",), True)


def test_one_that_is_not_known_is_a_file_that_is_only_kept():
    found = media_kind("application/x-invented")

    assert (found.label, found.suffixes, found.preview, found.is_shown) == ("Fichier", (), None, False)


def test_every_kind_has_an_ending_and_a_name_of_its_own():
    assert all(kind.suffixes and all(each.startswith(".") for each in kind.suffixes) for kind in KINDS.values())
    assert len({kind.label for kind in KINDS.values()}) == len(KINDS)


def test_a_browser_shows_by_itself_only_what_runs_nothing():
    shown = {name for name, kind in KINDS.items() if kind.is_shown}

    assert shown == {"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp"}
