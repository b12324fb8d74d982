"""Where editions come from, and how one is found."""

from __future__ import annotations

import pytest

from auditblanc.domain.catalogue import load
from auditblanc.domain.edition_file import EditionError

SHIPPED = ("2019-v7", "2019-v9", "2026-v9")


def write(folder, name, text):
    """An edition file that gives a heading and ``text``; its identifier is the name of the file."""
    head = "" if "id =" in text else f'id = "{name}"\n'
    (folder / f"{name}.toml").write_text(f'{head}title = "Inventée"\nchecked_on = 2030-01-01\n{text}', "utf-8")


def test_shipped_editions_are_there_in_order(catalogue):
    assert catalogue.ids == SHIPPED


def test_headings_tell_when_each_edition_holds(catalogue):
    assert [(heading.id, heading.based_on, str(heading.audits_from)) for heading in catalogue.headings] == [
        ("2019-v7", "", "2021-03-29"),
        ("2019-v9", "2019-v7", "2024-03-08"),
        ("2026-v9", "2019-v9", "2026-11-01"),
    ]


def test_headings_say_what_the_editions_say(catalogue):
    editions = [catalogue.edition(identifier) for identifier in catalogue.ids]

    told = [(h.id, h.title, h.checked_on, h.based_on, h.audits_from, h.audits_to) for h in catalogue.headings]

    assert told == [(e.id, e.title, e.checked_on, e.based_on, e.audits_from, e.audits_to) for e in editions]


def test_an_edition_is_built_once(catalogue):
    assert catalogue.edition("2026-v9") is catalogue.edition("2026-v9")


def test_lineage_goes_from_an_edition_to_those_it_is_based_on(catalogue):
    assert catalogue.lineage("2026-v9") == ("2026-v9", "2019-v9", "2019-v7")
    assert catalogue.lineage("2019-v7") == ("2019-v7",)


def test_an_edition_dropped_into_a_folder_comes_after_those_shipped(tmp_path):
    write(tmp_path, "2030-v1", 'based_on = "2026-v9"\nremoved = [33]')

    catalogue = load([tmp_path])

    assert catalogue.ids == (*SHIPPED, "2030-v1")
    assert catalogue.edition("2030-v1").numbers == tuple(range(1, 33))


def test_a_later_folder_replaces_an_edition_and_keeps_its_place(tmp_path):
    first, second = tmp_path / "1", tmp_path / "2"
    first.mkdir()
    second.mkdir()
    write(first, "2026-v9", 'based_on = "2019-v7"')
    write(second, "2026-v9", 'based_on = "2019-v9"\nremoved = [1]')

    catalogue = load([first, second])

    assert catalogue.ids == SHIPPED
    assert catalogue.edition("2026-v9").title == "Inventée"
    assert catalogue.edition("2026-v9").numbers == tuple(range(2, 33))


def test_files_of_windows_editors_are_read(tmp_path):
    text = '\ufeffid = "bom"\r\ntitle = "Édition"\r\nchecked_on = 2030-01-01\r\nbased_on = "2019-v7"\r\n'
    (tmp_path / "bom.toml").write_bytes(text.encode())

    assert load([tmp_path]).edition("bom").title == "Édition"


def test_only_toml_files_are_editions(tmp_path):
    (tmp_path / "notes.txt").write_text("rien", "utf-8")

    assert load([tmp_path]).ids == SHIPPED


@pytest.mark.parametrize("ask", ["edition", "lineage"])
def test_an_edition_that_does_not_exist_is_told_with_those_that_do(catalogue, ask):
    with pytest.raises(EditionError) as caught:
        getattr(catalogue, ask)("2031-v1")

    assert str(caught.value) == (
        "L’édition « 2031-v1 » n’existe pas. Éditions disponibles : 2019-v7, 2019-v9, 2026-v9."
    )


@pytest.mark.parametrize("ask", ["edition", "lineage"])
@pytest.mark.parametrize(
    ("bases", "sentence"),
    [
        ({"a": "zzz"}, "a.toml › based_on : l’édition « zzz » n’existe pas."),
        ({"a": "a"}, "a.toml › based_on : cette édition est fondée sur elle-même."),
        ({"a": "b", "b": "a"}, "a.toml › based_on : cette édition est fondée sur elle-même."),
        ({"a": "b", "b": "c", "c": "b"}, "b.toml › based_on : cette édition est fondée sur elle-même."),
    ],
    ids=["unknown base", "itself", "two in a ring", "a ring further down"],
)
def test_a_base_that_cannot_be_is_told(tmp_path, ask, bases, sentence):
    for name, base in bases.items():
        write(tmp_path, name, f'based_on = "{base}"')
    catalogue = load([tmp_path])

    with pytest.raises(EditionError) as caught:
        getattr(catalogue, ask)("a")

    assert str(caught.value) == sentence


def test_a_fault_that_was_inherited_is_told_of_the_file_it_stands_in(tmp_path):
    write(tmp_path, "base", 'based_on = "2026-v9"\n[[indicators]]\nnumber = 12\ngradable = "oui"')
    write(tmp_path, "fille", 'based_on = "base"')
    catalogue = load([tmp_path])

    with pytest.raises(EditionError) as caught:
        catalogue.edition("fille")

    assert str(caught.value) == (
        "base.toml › indicateur 12 › gradable : true ou false est attendu, « oui » a été trouvé."
    )


def test_a_fault_of_its_own_is_told_of_the_edition_itself(tmp_path):
    write(tmp_path, "fille", 'based_on = "2026-v9"\n[[indicators]]\nnumber = 40\ntitle = "Seul"')
    catalogue = load([tmp_path])

    with pytest.raises(EditionError) as caught:
        catalogue.edition("fille")

    assert str(caught.value) == "fille.toml › indicateur 40 › criterion : ce champ manque."


def test_removing_an_indicator_that_the_base_does_not_have_is_told(tmp_path):
    write(tmp_path, "fille", 'based_on = "2026-v9"\nremoved = [99]')
    catalogue = load([tmp_path])

    with pytest.raises(EditionError) as caught:
        catalogue.edition("fille")

    assert str(caught.value) == "fille.toml › removed : l’indicateur 99 n’existe pas dans l’édition de base."


def test_a_folder_that_gives_one_edition_twice_is_refused(tmp_path):
    write(tmp_path, "a", 'id = "x"')
    write(tmp_path, "b", 'id = "x"')

    with pytest.raises(EditionError) as caught:
        load([tmp_path])

    assert str(caught.value) == "b.toml : a.toml donne déjà l’édition « x »."


def test_a_file_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "a.toml").write_bytes("title = 'Édition'".encode("latin-1"))

    with pytest.raises(EditionError) as caught:
        load([tmp_path])

    assert str(caught.value) == "a.toml : ce fichier n’est pas en UTF-8 : enregistrez-le dans ce codage."


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "a.toml").mkdir()

    with pytest.raises(EditionError) as caught:
        load([tmp_path])

    assert str(caught.value) == "a.toml : ce fichier ne peut pas être lu : vérifiez vos droits."
