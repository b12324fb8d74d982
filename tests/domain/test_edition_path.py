"""The way from one edition to another."""

from __future__ import annotations

import pytest

from auditblanc.domain.catalogue import load
from auditblanc.domain.edition_file import EditionError
from auditblanc.domain.edition_path import PathError, steps
from tests.domain.invented import EDITIONS, catalogue_with


@pytest.fixture(scope="module")
def dropped():
    return load([EDITIONS])


def way(catalogue, start, end):
    """Each step as « before → after », with the edition that tells the change."""
    return [
        (step.before.id, step.after.id, step.told_by.id if step.told_by else None)
        for step in steps(catalogue, start, end)
    ]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-v9", "2026-v9", []),
        ("2019-v9", "2026-v9", [("2019-v9", "2026-v9", "2026-v9")]),
        ("2026-v9", "2019-v9", [("2026-v9", "2019-v9", "2026-v9")]),
        ("2019-v7", "2026-v9", [("2019-v7", "2019-v9", "2019-v9"), ("2019-v9", "2026-v9", "2026-v9")]),
        (
            "2026-v10-inventee",
            "2019-v9",
            [("2026-v10-inventee", "2026-v9", "2026-v10-inventee"), ("2026-v9", "2019-v9", "2026-v9")],
        ),
        (
            "2026-gravite-inventee",
            "2026-v10-inventee",
            [
                ("2026-gravite-inventee", "2026-v9", "2026-gravite-inventee"),
                ("2026-v9", "2026-v10-inventee", "2026-v10-inventee"),
            ],
        ),
    ],
    ids=["nowhere", "forward", "back", "two steps forward", "two steps back", "through the common base"],
)
def test_the_way_goes_back_to_the_common_base_then_forward(dropped, start, end, expected):
    assert way(dropped, start, end) == expected


@pytest.mark.parametrize(("start", "end"), [("2019-v7", "2026-v10-inventee"), ("2026-gravite-inventee", "2019-v9")])
def test_the_way_back_is_the_way_reversed(dropped, start, end):
    there = steps(dropped, start, end)
    back = steps(dropped, end, start)

    assert [(step.after, step.before, not step.is_back) for step in reversed(there)] == [
        (step.before, step.after, step.is_back) for step in back
    ]


def test_editions_without_a_common_base_are_one_step_that_nobody_tells(tmp_path):
    alone = (EDITIONS / "autre-referentiel.toml").read_text("utf-8")
    text = alone.replace('"autre-2027"', '"seule"').replace('referential = "autre"', 'referential = "rnq"')
    catalogue = catalogue_with(tmp_path, seule=text)

    assert way(catalogue, "2019-v9", "seule") == [("2019-v9", "seule", None)]


def test_nothing_goes_from_one_referential_to_another(dropped):
    with pytest.raises(PathError) as raised:
        steps(dropped, "2026-v9", "autre-2027")

    assert str(raised.value) == (
        "« Texte de 2026, lu avec le guide V9 (33 indicateurs) » et « Référentiel inventé de l’accueil (5 indicateurs) » "
        "sont deux référentiels différents : rien ne se reporte de l’un à l’autre."
    )


def test_an_edition_that_does_not_exist_is_said(dropped):
    with pytest.raises(EditionError, match="L’édition « 2031-v12 » n’existe pas"):
        steps(dropped, "2026-v9", "2031-v12")
