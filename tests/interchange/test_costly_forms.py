"""Forms made to cost: time, memory, the network, files. Each is measured in a process of its own, within 5 s and 300 MB."""

from __future__ import annotations

import random

import pytest

from tests.interchange import measured
from tests.interchange.forged_forms import (
    DECLARED,
    cell,
    enclosed,
    form,
    form_with,
    link,
    nested_tables,
    paragraph,
    row,
    runs,
)
from tests.interchange.test_archive import lying

IMPORTS = "from auditblanc.domain.catalogue import load\nfrom auditblanc.interchange import formats"
READ = "told = [problem.message for problem in formats.read(data, load()).problems]"

BOMB = "Ce fichier se déplie en un contenu démesuré : ce n’est pas une fiche ni un classeur rempli à la main, il n’est pas ouvert ; donnez le document d’origine."
CROWDED = (
    "Ce fichier contient trop d’éléments pour une fiche ou un classeur (plus de 2 000) : donnez le document d’origine."
)
HUGE = "Le contenu de ce fichier est démesuré (texte de plus de 10 millions de caractères, éléments trop nombreux ou trop imbriqués) : raccourcissez-le, enregistrez-le puis réessayez."
TYPE = "Ce fichier contient une déclaration de type (DOCTYPE) que ni Word, ni Excel, ni LibreOffice n’écrivent : il n’est pas ouvert ; enregistrez-le à nouveau avec l’un d’eux puis réessayez."
ROWS = "Les tableaux de ce document ont plus de 2000 lignes : ce n’est pas une fiche remplie à la main, elle n’est pas lue ; donnez la fiche d’origine."
COLUMNS = "Un tableau de ce document a plus de 100 colonnes : ce n’est pas une fiche remplie à la main, elle n’est pas lue ; donnez la fiche d’origine."
LONG = "Ce document contient plus de 2 millions de caractères : ce n’est pas une fiche remplie à la main, elle n’est pas lue ; donnez la fiche d’origine."
REPEATED = "Ce document répète un même contenu (espaces, cellules, numéros, notes, adresses) un nombre démesuré de fois : ce n’est pas une fiche remplie à la main, elle n’est pas lue ; donnez la fiche d’origine."
TRAVELS = "Les informations jointes à la fiche (profil, dates, motifs) sont abîmées : seul ce qui se voit a été lu, redonnez-les."

# Letters in no order: a part that shrinks a thousand times would be refused as a bomb before it is read.
_LETTERS = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz", k=50_000))


def letters(count: int) -> str:
    return (_LETTERS * (count // len(_LETTERS) + 1))[:count]


def lists(number: str, form: str = "decimal", start: int = 1, definitions: int = 1) -> dict[str, str]:
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{number}"/></w:lvl>'
    )
    abstract = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    numbers = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' * definitions
    return {"word/numbering.xml": f"<w:numbering {DECLARED}>{abstract}{numbers}</w:numbering>"}


def looping_styles() -> dict[str, str]:
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("AB", "BA", "CC")
    )
    return {"word/styles.xml": f"<w:styles {DECLARED}>{ring}</w:styles>"}


def looping_lists() -> dict[str, str]:
    """A list by its style, whose style is the list's."""
    links = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="A"/></w:abstractNum>'
    numbers = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return {"word/numbering.xml": f"<w:numbering {DECLARED}>{links}{numbers}</w:numbering>"}


def notes(text: str) -> dict[str, str]:
    note = f'<w:footnote w:id="1">{paragraph(text)}</w:footnote>'
    return {"word/footnotes.xml": f"<w:footnotes {DECLARED}>{note}</w:footnotes>"}


def notes_that_call_one_another() -> dict[str, str]:
    call = '<w:p><w:r><w:t>Voir</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    return {"word/footnotes.xml": f'<w:footnotes {DECLARED}><w:footnote w:id="1">{call}</w:footnote></w:footnotes>'}


def ratings(count: int) -> str:
    each = ",".join(f'{{"indicator":{number}}}' for number in range(1, count))
    return f'{{"edition":"2019-v7","ratings":[{each}]}}'


def boxes_in_boxes(depth: int) -> str:
    inside = paragraph("mot")
    for _ in range(depth):
        inside = runs(f"<w:drawing><w:txbxContent>{inside}</w:txbxContent></w:drawing>")
    return inside


RELATIONS, ENCLOSED = "word/_rels/document.xml.rels", "customXml/item1.xml"
ITEM = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
STYLED = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>'
NOTE = '<w:footnoteReference w:id="1"/>'
LINKED = '<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="a"><w:r><w:t>z</w:t></w:r></w:hyperlink>'
MERGED = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>abcdefghij</w:t></w:r></w:p>"
BEGUN = '<w:fldChar w:fldCharType="begin"/>'
LAUGHS = "".join(
    f'<!ENTITY {name} "{of * 50}">' for name, of in (("a", "ha"), ("b", "&a;"), ("c", "&b;"), ("d", "&c;"))
)
EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "{}">]>'
PARAMETER = '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd">%x;]>'

REFUSED = {
    "a bomb that says so": (lambda: form_with(bytes(100_000_000)), BOMB),
    "a bomb that lies": (lambda: lying(bytes(100_000_000), claims=1_000), BOMB),
    "a bomb in a part that is read": (lambda: form(parts={"word/styles.xml": bytes(30_000_000)}, answer=STYLED), BOMB),
    "thousands of entries": (lambda: form(parts={f"word/media/{n}.png": b"" for n in range(5_000)}), CROWDED),
    "a hundred thousand levels": (lambda: form(answer=f"<w:p>{'<w:r>' * 100_000}{'</w:r>' * 100_000}</w:p>"), HUGE),
    "a million rows": (lambda: form(rows="<w:tr/>" * 1_000_000), HUGE),
    "a hundred thousand rows": (lambda: form(rows="<w:tr/>" * 100_000), ROWS),
    "a hundred thousand cells in a row": (lambda: form(rows=f"<w:tr>{'<w:tc/>' * 100_000}</w:tr>"), COLUMNS),
    "a cell as wide as ten thousand": (
        lambda: form(rows='<w:tr><w:tc><w:tcPr><w:gridSpan w:val="9999"/></w:tcPr></w:tc></w:tr>'),
        COLUMNS,
    ),
    "a row that starts far": (
        lambda: form(rows=f'<w:tr><w:trPr><w:gridBefore w:val="9999"/></w:trPr>{cell("a")}</w:tr>'),
        COLUMNS,
    ),
    "tables in tables, three hundred times": (lambda: form(answer=nested_tables(300)), HUGE),
    "ten million letters in a cell": (lambda: form(answer=paragraph(letters(10_500_000))), HUGE),
    "nine million letters in a nested cell": (lambda: form(answer=nested_tables(60, letters(9_000_000))), LONG),
    "nine million letters outside": (lambda: form(before=paragraph(letters(9_000_000))), LONG),
    "nine million digits as a number": (lambda: form(rows=row("1" * 9_000_000, "mot")), LONG),
    "long statements that resemble none": (
        lambda: form(rows="".join(row(n % 33, letters(3_000).replace("e", " ")) for n in range(1_900))),
        LONG,
    ),
    "a letter too many in a cell": (
        lambda: form(answer=paragraph("x" * 20_001)),
        "Indicateur 1 : la cellule « présentation » compte 20001 caractères, la limite est de 20000 : raccourcissez ce passage dans la fiche, ou joignez un document, puis réessayez.",
    ),
    "one note shown many times": (lambda: form(answer=runs(NOTE * 60_000), parts=notes(letters(900_000))), REPEATED),
    "a long number before each item": (lambda: form(answer=ITEM * 40_000, parts=lists(letters(900_000))), REPEATED),
    "numbers in a number": (
        lambda: form(answer=ITEM * 10_000, parts=lists("%1" * 1_000, "lowerRoman", 9_000)),
        REPEATED,
    ),
    "one address shown many times": (
        lambda: form(answer=f"<w:p>{LINKED * 30_000}</w:p>", parts={RELATIONS: link(letters(900_000))}),
        REPEATED,
    ),
    "paragraphs merged without end": (lambda: form(answer=MERGED * 35_000), REPEATED),
    "an attribute of eleven megabytes": (lambda: form(answer=f'<w:p w:x="{letters(11_000_000)}"/>'), HUGE),
    "a billion laughs": (lambda: form_with(f"<!DOCTYPE a [{LAUGHS}]><a>&d;</a>"), TYPE),
    "a file as an entity": (lambda: form_with(f"{EXTERNAL.format('file:///etc/passwd')}<a>&x;</a>"), TYPE),
    "a file as a parameter entity": (lambda: form_with(f"{PARAMETER}<a/>"), TYPE),
    "a type from elsewhere": (lambda: form_with('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>'), TYPE),
    "laughs in UTF-16": (lambda: form_with(f"<!DOCTYPE a [{LAUGHS}]><a>&d;</a>".encode("utf-16")), TYPE),
    "laughs in the styles": (
        lambda: form(answer=STYLED, parts={"word/styles.xml": f"<!DOCTYPE a [{LAUGHS}]><a>&d;</a>"}),
        TYPE,
    ),
}

BORNE = {
    "tables in tables, sixty times": (lambda: form(answer=nested_tables(60)), []),
    "boxes in boxes, forty times": (
        lambda: form(answer=boxes_in_boxes(40)),
        ["Il y a ici une zone de texte, à reprendre à la main : « mot »."],
    ),
    "notes that call one another": (
        lambda: form(answer=runs(NOTE), parts=notes_that_call_one_another()),
        ["Il y a ici une note, à reprendre à la main : « Voir »."],
    ),
    "a short note shown many times": (
        lambda: form(answer=runs(NOTE * 200_000), parts=notes("vu")),
        ["Il y a ici une note, à reprendre à la main : « vu »."],
    ),
    "one picture a hundred thousand times": (
        lambda: form(answer=runs("<w:drawing/>" * 100_000)),
        ["Il y a ici une image ou un dessin, à reprendre à la main."],
    ),
    "as many empty paragraphs as XML may hold": (lambda: form(answer="<w:p/>" * 450_000), []),
    "as many breaks as XML may hold": (lambda: form(answer=runs("<w:br/>" * 450_000)), []),
    "fields that never end": (lambda: form(answer=runs(BEGUN * 200_000)), []),
    "an instruction in pieces": (
        lambda: form(answer=runs(f"{BEGUN}{'<w:instrText>HYPERLINK HYPERLINK </w:instrText>' * 200_000}")),
        [],
    ),
    "one list defined eighty thousand times": (
        lambda: form(answer=ITEM, parts=lists("%1.", definitions=80_000)),
        [],
    ),
    "styles that are based on themselves": (lambda: form(answer=STYLED * 50_000, parts=looping_styles()), []),
    "lists that are based on themselves": (lambda: form(answer=ITEM, parts=looping_lists()), []),
    "a style of five megabytes": (lambda: form(answer=STYLED.replace('"A"', f'"{letters(5_000_000)}"')), []),
    "parts that are elsewhere": (
        lambda: form(answer=STYLED, parts={RELATIONS: link("file:///etc/passwd", kind="styles")}),
        [],
    ),
    "a profile a hundred thousand levels deep": (
        lambda: form(parts=enclosed('{"edition":"2019-v7","profile":' + "[" * 100_000)),
        [TRAVELS],
    ),
    "a profile with half a million ratings": (lambda: form(parts=enclosed(ratings(500_000))), [TRAVELS]),
    "a profile with an entity": (
        lambda: form(parts={ENCLOSED: f"<!DOCTYPE a [{LAUGHS}]>{enclosed('&d;')[ENCLOSED]}"}),
        [TRAVELS],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_costly_form_is_refused_within_time_and_memory(name):
    build, sentence = REFUSED[name]

    measure = measured.run(IMPORTS, READ, build())

    assert measure.sentence == sentence
    assert measure.seconds < 5
    assert measure.megabytes < 300


@pytest.mark.parametrize("name", BORNE)
def test_a_costly_form_is_read_within_time_and_memory(name):
    build, doubts = BORNE[name]

    measure = measured.run(IMPORTS, READ, build())

    assert (measure.sentence, measure.told) == ("", doubts)
    assert measure.seconds < 5
    assert measure.megabytes < 300
