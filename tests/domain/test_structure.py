"""Tables become values; a table that does not fit is told by the place and the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum

import pytest

from auditblanc.domain.structure import StructureError, build, entry_name


class Colour(StrEnum):
    RED = "rouge"
    BLUE = "bleu"


class Rank(IntEnum):
    FIRST = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A leaf with a rule of its own."""

    length: float

    def __post_init__(self) -> None:
        if self.length < 0:
            raise ValueError("Une feuille a une longueur positive.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Every shape that a data file may hold."""

    name: str
    number: int = 0
    planted_on: date | None = None
    is_tall: bool = False
    colours: tuple[Colour, ...] = ()
    leaves: tuple[Leaf, ...] = ()
    by_colour: dict[Colour, Leaf] = field(default_factory=dict)
    rank: Rank = Rank.FIRST


def test_a_table_becomes_a_value_whole():
    table = {
        "name": "Chêne",
        "number": 3,
        "planted_on": date(2026, 11, 22),
        "is_tall": True,
        "colours": ["bleu", "rouge"],
        "leaves": [{"length": 1}, {"length": 2.5}],
        "by_colour": {"rouge": {"length": 4.0}},
        "rank": 1,
    }

    assert build(Tree, table) == Tree(
        name="Chêne",
        number=3,
        planted_on=date(2026, 11, 22),
        is_tall=True,
        colours=(Colour.BLUE, Colour.RED),
        leaves=(Leaf(length=1.0), Leaf(length=2.5)),
        by_colour={Colour.RED: Leaf(length=4.0)},
        rank=Rank.FIRST,
    )


def test_fields_left_out_take_their_defaults():
    assert build(Tree, {"name": "Chêne"}) == Tree(name="Chêne")


def test_a_whole_number_given_for_a_float_is_a_float():
    assert type(build(Leaf, {"length": 1}).length) is float


@pytest.mark.parametrize("value", [None, date(2026, 1, 2), "2026-01-02"], ids=["none", "TOML date", "ISO text of JSON"])
def test_an_optional_date_may_come_from_toml_or_json(value):
    expected = None if value is None else date(2026, 1, 2)

    assert build(Tree, {"name": "Chêne", "planted_on": value}).planted_on == expected


FAULTS = [
    ({}, "name : ce champ manque."),
    ({"name": "Chêne", "nom": 1}, "nom : ce champ n’existe pas."),
    ({"name": 3}, "name : un texte est attendu, « 3 » a été trouvé."),
    ({"name": "a\x00"}, "name : ce texte contient un caractère illisible (code U+0000)."),
    ({"name": "a", "number": "3"}, "number : un nombre entier est attendu, « 3 » a été trouvé."),
    ({"name": "a", "number": True}, "number : un nombre entier est attendu, « True » a été trouvé."),
    ({"name": "a", "number": 1.5}, "number : un nombre entier est attendu, « 1.5 » a été trouvé."),
    ({"name": "a", "is_tall": 1}, "is_tall : true ou false est attendu, « 1 » a été trouvé."),
    ({"name": "a", "planted_on": 5}, "planted_on : une date est attendue (AAAA-MM-JJ), « 5 » a été trouvé."),
    ({"name": "a", "planted_on": "hier"}, "planted_on : une date est attendue (AAAA-MM-JJ), « hier » a été trouvé."),
    (
        {"name": "a", "planted_on": datetime(2026, 1, 2, 3, 4)},  # noqa: DTZ001 - TOML has dates without zone too
        "planted_on : une date est attendue (AAAA-MM-JJ), « 2026-01-02 03:04:00 » a été trouvé.",
    ),
    ({"name": "a", "colours": "bleu"}, "colours : une liste est attendue."),
    (
        {"name": "a", "colours": ["bleu", "vert"]},
        "colours › 2 : « vert » n’est pas admis ; valeurs possibles : rouge, bleu.",
    ),
    ({"name": "a", "colours": [[]]}, "colours › 1 : « [] » n’est pas admis ; valeurs possibles : rouge, bleu."),
    ({"name": "a", "rank": 2}, "rank : « 2 » n’est pas admis ; valeurs possibles : 1."),
    ({"name": "a", "rank": True}, "rank : « True » n’est pas admis ; valeurs possibles : 1."),
    ({"name": "a", "leaves": [7]}, "leaves › 1 : une table est attendue."),
    (
        {"name": "a", "leaves": [{"length": "x" * 50}]},
        f"leaves › 1 › length : un nombre est attendu, « {'x' * 39}… » a été trouvé.",
    ),
    (
        {"name": "a", "leaves": [{"length": float("nan")}]},
        "leaves › 1 › length : un nombre est attendu, « nan » a été trouvé.",
    ),
    ({"name": "a", "leaves": [{"length": -1}]}, "leaves › 1 : Une feuille a une longueur positive."),
    ({"name": "a", "by_colour": []}, "by_colour : une table est attendue."),
    (
        {"name": "a", "by_colour": {"vert": {"length": 1}}},
        "by_colour › vert : « vert » n’est pas admis ; valeurs possibles : rouge, bleu.",
    ),
    ({"name": "a", "by_colour": {"bleu": {}}}, "by_colour › bleu › length : ce champ manque."),
    (7, "une table est attendue."),
]


@pytest.mark.parametrize(("table", "sentence"), FAULTS, ids=[sentence for _, sentence in FAULTS])
def test_what_does_not_fit_is_told_with_its_place(table, sentence):
    with pytest.raises(StructureError) as caught:
        build(Tree, table)

    assert str(caught.value) == sentence


def test_an_error_gives_its_path_and_its_sentence_apart():
    with pytest.raises(StructureError) as caught:
        build(Tree, {"name": "a", "leaves": [{"number": 12}]})

    assert caught.value.path == ("leaves", "12", "number")
    assert caught.value.sentence == "ce champ n’existe pas."


@pytest.mark.parametrize(
    ("item", "name"),
    [({"number": 12, "key": "a"}, "12"), ({"key": "SEED"}, "SEED"), ({"title": "a"}, "4"), ("text", "4")],
)
def test_an_item_of_a_list_is_named_by_its_number_or_key_else_by_its_place(item, name):
    assert entry_name(item, 4) == name
