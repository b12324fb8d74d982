"""What Word and its likes put in an answer, and the text that is read."""

from __future__ import annotations

import pytest

from auditblanc.interchange.form_reader import read
from tests.interchange.form_reader.asking import CATALOGUE, doubts, reading
from tests.interchange.form_reader.forge import Form, paragraph, run

TRACKED = (
    None,
    "file",
    "La fiche a des modifications suivies : les ajouts ont été lus, les suppressions non ; acceptez-les ou refusez-les dans votre logiciel.",
)
BEGIN, MIDDLE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def instruction(text):
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def wrapped(tag, content):
    return f'<w:{tag} w:id="7" w:author="Sophie">{content}</w:{tag}>'


def control(content, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def table(*rows):
    cells = ("".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in row) for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def drop_down(*entries, result):
    listed = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in entries)
    return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="{result}"/>{listed}</w:ddList></w:ffData></w:fldChar></w:r>'


def written(*paragraphs, prepare=None):
    """The text of indicator 12 and the doubts, its cell holding these paragraphs."""
    form = Form()
    form.relate("rIdOut", "https://exemple.fr/livret")
    form.relate("rIdMail", "mailto:contact@exemple.fr")
    form.fill(12, "presentation", *paragraphs)
    if prepare:
        prepare(form)
    found = reading(form)
    return found.snapshot.rating(12).presentation, doubts(found)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param([paragraph(run("un ")), paragraph(), paragraph(run("deux"))], "un \n\ndeux", id="paragraphs"),
        pytest.param([paragraph(run("un"), run(" seul"), run(" mot"))], "un seul mot", id="runs"),
        pytest.param(
            ["<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r></w:p>"], "a\nb\nc", id="breaks"
        ),
        pytest.param(["<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>"], "a\tb", id="tab"),
        pytest.param(["<w:p><w:r><w:br/><w:t>a</w:t><w:br/></w:r></w:p>"], "a", id="blank ends"),
        pytest.param(["<w:p><w:r><w:t>J</w:t><w:noBreakHyphen/><w:t>7</w:t></w:r></w:p>"], "J\u20117", id="hyphen"),
        pytest.param(['<w:p><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r></w:p>'], "→", id="symbol"),
        pytest.param(['<w:p><w:r><w:sym w:font="Inconnue" w:char="00E9"/></w:r></w:p>'], "é", id="unknown font"),
        pytest.param([paragraph("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>")], "x+1", id="formula"),
        pytest.param([paragraph("<w:smartTag>" + run("Lyon") + "</w:smartTag>")], "Lyon", id="unknown wrapper"),
        pytest.param(
            [paragraph("<w:proofErr/>", run("a"), "<w:lastRenderedPageBreak/>")], "a", id="what editors leave"
        ),
        pytest.param([paragraph(run("a"), run("caché", "<w:rPr><w:vanish/></w:rPr>"))], "acaché", id="hidden"),
        pytest.param([paragraph(run("a\u2028b"))], "a\u2028b", id="line separator"),
        pytest.param(
            [paragraph(run("l\u0092audit \u0096 \u009cuvre\u0085fin"))], "l’audit – œuvre\nfin", id="old code page"
        ),
        pytest.param([paragraph(run("a\ufdd0b\U0001ffffc"))], "abc", id="noncharacters"),
    ],
)
def test_text_is_what_is_seen(content, text):
    assert written(*content) == (text, [])


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(paragraph(run("Voir "), f'<w:hyperlink r:id="rIdOut">{run("le livret")}</w:hyperlink>'), "Voir le livret (https://exemple.fr/livret)", id="link"),
        pytest.param(paragraph(f'<w:hyperlink r:id="rIdOut">{run("https://exemple.fr/livret")}</w:hyperlink>'), "https://exemple.fr/livret", id="the address itself"),
        pytest.param(paragraph(f'<w:hyperlink r:id="rIdOut">{run("exemple.fr/livret/")}</w:hyperlink>'), "exemple.fr/livret/", id="the address shortened"),
        pytest.param(paragraph(f'<w:hyperlink r:id="rIdMail">{run("contact@exemple.fr")}</w:hyperlink>'), "contact@exemple.fr", id="mail"),
        pytest.param(paragraph(f'<w:hyperlink w:anchor="critere_2">{run("critère 2")}</w:hyperlink>'), "critère 2", id="inside the document"),
        pytest.param(paragraph(f'<w:hyperlink r:id="rIdGone">{run("perdu")}</w:hyperlink>'), "perdu", id="relationship lost"),
        pytest.param(paragraph(BEGIN, instruction(' HYPERLINK "https://a.fr/b" \\o "bulle" '), MIDDLE, run("ici"), END), "ici (https://a.fr/b)", id="field"),
        pytest.param(paragraph(f'<w:fldSimple w:instr=\' HYPERLINK "https://a.fr" \'>{run("ici")}</w:fldSimple>'), "ici (https://a.fr)", id="simple field"),
        pytest.param(paragraph(BEGIN, instruction(" DATE "), MIDDLE, run("12/09/2026"), END), "12/09/2026", id="result of a field"),
        pytest.param(paragraph(drop_down("Oui", "En cours", result=1), END), "En cours", id="old drop-down"),
        pytest.param(paragraph(run("a"), END, MIDDLE, instruction("b")), "a", id="field marks without a field"),
    ],
)  # fmt: skip
def test_links_and_fields_show_their_address_and_their_result(content, text):
    assert written(content) == (text, [])


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param([control(paragraph(run("dans un contrôle")))], "dans un contrôle", id="around paragraphs"),
        pytest.param([paragraph(run("a "), control(run("b")))], "a b", id="in a paragraph"),
        pytest.param([control(control(paragraph(run("deux fois"))))], "deux fois", id="nested"),
        pytest.param([control(paragraph(run("Cliquez ici pour entrer du texte.")), "<w:showingPlcHdr/>")], "", id="invitation"),
        pytest.param([paragraph(control(run("Choisissez."), "<w:showingPlcHdr/>"))], "", id="invitation in a paragraph"),
        pytest.param([control(paragraph(run("typé")), '<w:showingPlcHdr w:val="0"/>')], "typé", id="invitation replaced"),
        pytest.param([paragraph(control(run("☐"), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'), run(" plaquette"))], "☒ plaquette", id="box in a text"),
    ],
)  # fmt: skip
def test_content_controls_are_read_through(content, text):
    assert written(*content) == (text, [])


def numbering(form):
    def level(depth, shape, text, start=1):
        return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/></w:lvl>'

    bullets = level(0, "bullet", "\uf0b7") + level(1, "bullet", "o")
    numbers = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "%1.%3")
    form.part(
        "numbering",
        "numbering",
        f'<w:abstractNum w:abstractNumId="50">{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="51">{numbers}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="50"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="51"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="51"/></w:num>'
        f'<w:num w:numId="4"><w:abstractNumId w:val="51"/><w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.", 3)}</w:lvlOverride></w:num>',
    )
    form.part(
        "styles",
        "styles",
        '<w:style w:type="paragraph" w:styleId="Puces"><w:name w:val="Liste à puces"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Serree"><w:name w:val="Serrée"/><w:basedOn w:val="Puces"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Anneau"><w:name w:val="Anneau"/><w:basedOn w:val="Anneau"/></w:style>',
    )


def item(text, number, depth=0):
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(run(text), properties=place)


def styled(text, style, place=""):
    return paragraph(run(text), properties=f'<w:pStyle w:val="{style}"/>{place}')


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param([item("a", 1), item("b", 1)], "- a\n- b", id="bullets"),
        pytest.param([item("a", 1), item("b", 1, depth=1)], "- a\n  - b", id="bullets in bullets"),
        pytest.param([item("a", 2), item("b", 2)], "1. a\n2. b", id="numbers"),
        pytest.param([item("a", 2), item("b", 2, 1), item("c", 2, 1), item("d", 2), item("e", 2, 1)], "1. a\n  a) b\n  b) c\n2. d\n  a) e", id="numbers start again under the next"),
        pytest.param([item("a", 2), item("b", 2, 2)], "1. a\n    1.i b", id="numbers of several levels"),
        pytest.param([item("a", 2), item("b", 3)], "1. a\n2. b", id="two lists of one definition count on"),
        pytest.param([item("a", 4), item("b", 2)], "C. a\n1. b", id="a list that starts elsewhere"),
        pytest.param([item("a", 0)], "a", id="taken out of lists"),
        pytest.param([item("a", 99)], "a", id="unknown list"),
        pytest.param([item("a", 2, depth=8)], "a", id="unknown level"),
        pytest.param([item("a", 1), item("", 1), item("b", 1)], "- a\n\n- b", id="empty item"),
        pytest.param([styled("a", "Puces")], "- a", id="list of a style"),
        pytest.param([styled("a", "Serree")], "- a", id="list of the style below"),
        pytest.param([styled("a", "Puces", '<w:numPr><w:numId w:val="0"/></w:numPr>')], "a", id="style taken out of lists"),
        pytest.param([styled("a", "Anneau"), styled("b", "Inconnu")], "a\nb", id="ring of styles, unknown style"),
    ],
)  # fmt: skip
def test_lists_keep_their_marks(content, text):
    assert written(*content, prepare=numbering) == (text, [])


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param([table(("a", "b"), ("c", "d"))], "a\tb\nc\td", id="two by two"),
        pytest.param([paragraph(run("avant")), table(("a", "")), paragraph(run("après"))], "avant\na\naprès", id="between texts"),
        pytest.param([f"<w:tbl><w:tr><w:tc>{table(('a', 'b'))}{paragraph(run('c'))}</w:tc><w:tc>{paragraph(run('d'))}</w:tc></w:tr></w:tbl>"], "a\tb c\td", id="table in a table"),
    ],
)  # fmt: skip
def test_tables_in_an_answer_are_flattened(content, text):
    assert written(*content, paragraph()) == (text, [])


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param([paragraph(run("a "), wrapped("ins", run("b")))], "a b", id="insertion"),
        pytest.param([paragraph(run("a"), wrapped("del", "<w:r><w:delText>b</w:delText></w:r>"))], "a", id="deletion"),
        pytest.param([paragraph(wrapped("moveFrom", run("b")), run("a "), wrapped("moveTo", run("b")))], "a b", id="move"),
        pytest.param([paragraph(wrapped("ins", wrapped("del", run("b"))), run("a"))], "a", id="insertion deleted"),
        pytest.param(["<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("un ") + "</w:p>", paragraph(run("seul"))], "un seul", id="separation deleted"),
    ],
)  # fmt: skip
def test_tracked_insertions_count_and_deletions_do_not(content, text):
    assert written(*content) == (text, [TRACKED])


def test_row_whose_deletion_is_tracked_is_gone():
    form = Form("fiche-remplie.docx")
    form.row_property(12, "<w:del/>")

    found = reading(form)

    assert doubts(found)[0] == TRACKED
    assert doubts(found)[-1] == (12, "row", "L’indicateur 12 n’a pas de ligne dans cette fiche : il reste non évalué.")


def test_strict_documents_are_read():
    """« Document Word Open XML strict » of Word: the same elements under other names. Source: ISO/IEC 29500."""
    form = Form("fiche-remplie.docx")
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    strict = form.packed(form.document.replace(transitional, b"http://purl.oclc.org/ooxml/wordprocessingml/main"))

    assert read(strict, CATALOGUE) == reading(form)


def test_encoding_is_utf_16_too():
    form = Form("fiche-remplie.docx")
    document = form.document.decode().replace("encoding='UTF-8'", "encoding='UTF-16'").encode("utf-16")

    assert read(form.packed(document), CATALOGUE) == reading(form)
