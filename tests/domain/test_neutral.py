"""The table of neutral mode: each part is decided once, with its reason."""

from __future__ import annotations

from auditblanc.domain.neutral import parts, shut_address, shut_command


def test_each_part_says_why_in_a_phrase():
    assert [part.name for part in parts() if not part.why or part.why.endswith(".")] == []
    assert len({part.name for part in parts()}) == len(parts())


def test_what_is_shut_is_told_by_its_address_or_its_command():
    forecast = shut_address("assessments:forecast")

    assert forecast is not None
    assert forecast is shut_command("forecast")
    assert forecast.refusal == (
        "Cette installation est celle d’un organisme certificateur : elle informe, elle ne conseille pas. "
        "Points de vigilance : une estimation des écarts anticiperait la décision."
    )


def test_what_is_kept_is_not_shut():
    assert [name for part in parts() if not part.is_shut for name in part.addresses if shut_address(name)] == []
    assert shut_command("read") is None
