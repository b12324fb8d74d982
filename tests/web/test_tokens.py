from __future__ import annotations

import re

import pytest

from auditblanc.web.settings import WEB

TOKENS = (WEB / "static/css/tokens.css").read_text("utf-8")
PAIRS = {
    name: (light, dark) for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", TOKENS)
}
PAPERS = ("paper", "paper-raised", "paper-sunk")


def luminance(colour: str) -> float:
    """Relative luminance, in [0, 1]. Source: WCAG 2.2, « relative luminance »."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    "ink", ["ink", "ink-soft", "accent", "accent-strong", "level-1", "level-2", "level-3", "level-none"]
)
def test_what_is_read_stands_out_from_every_paper(ink, theme):
    contrasts = [contrast(PAIRS[ink][theme], PAIRS[paper][theme]) for paper in PAPERS]

    assert min(contrasts) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("level", ["level-1", "level-2", "level-3", "accent"])
def test_a_word_stands_out_from_its_own_wash(level, theme):
    wash = PAIRS[f"{level}-wash"][theme]

    assert contrast(PAIRS[level][theme], wash) >= 4.5
    assert contrast(PAIRS["ink-soft"][theme], wash) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_a_button_is_read_and_a_field_is_seen(theme):
    assert contrast(PAIRS["on-accent"][theme], PAIRS["accent"][theme]) >= 4.5
    assert contrast(PAIRS["on-accent"][theme], PAIRS["accent-strong"][theme]) >= 4.5
    assert min(contrast(PAIRS["rule"][theme], PAIRS[paper][theme]) for paper in PAPERS) >= 3
