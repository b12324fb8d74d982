"""What editors put around runs and paragraphs: changes, links, controls, fields, tags."""

from __future__ import annotations

import copy

from tests.interchange.form_mutations.draft import (
    LINKS_PART,
    Draft,
    W,
    cells_of,
    every,
    made,
    properties_of,
    set_property,
    wrapped,
)


def track_insertion(draft: Draft) -> None:
    wrapped(draft.pick(draft.runs), made('<w:ins w:id="1" w:author="A"/>'))


def track_deletion(draft: Draft) -> None:
    """Words deleted are not read, nor said."""
    run = draft.pick(draft.runs)
    for text in every(run, "t"):
        text.tag = f"{W}delText"
    wrapped(run, made('<w:del w:id="1" w:author="A"/>'))


def track_deletion_of_nothing_that_counts(draft: Draft) -> None:
    run = draft.pick(draft.runs)
    run.addprevious(made('<w:del w:id="1"><w:r><w:delText>parti</w:delText></w:r></w:del>'))


def track_move(draft: Draft) -> None:
    run = draft.pick(draft.runs)
    moved = copy.deepcopy(run)
    wrapped(run, made('<w:moveTo w:id="1"/>'))
    run.getparent().addprevious(made('<w:moveFrom w:id="2"/>'))
    run.getparent().getprevious().append(moved)


def track_paragraph_deletion(draft: Draft) -> None:
    """The end of a paragraph deleted: it runs on into the next."""
    properties = properties_of(draft.pick(every(draft.root, "p")))
    properties.append(made('<w:rPr><w:del w:id="1"/></w:rPr>'))


def link_inside_the_document(draft: Draft) -> None:
    wrapped(draft.pick(draft.runs), made('<w:hyperlink w:anchor="plus_bas"/>'))


def link_to_an_address(draft: Draft) -> None:
    address = f"https://exemple.fr/{draft.word()}"
    identifier = f"rId9{len(draft.typed)}"
    _relate(draft, identifier, address)
    wrapped(draft.pick(draft.runs), made(f'<w:hyperlink r:id="{identifier}"/>'))


def link_by_a_field(draft: Draft) -> None:
    run = draft.pick(draft.runs)
    pieces = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r><w:instrText> HYPERLINK "https://exemple.fr/{draft.word()}" </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    )
    for piece in pieces:
        run.addprevious(made(piece))
    if draft.rng.random() < 0.8:
        run.addnext(made('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))


def compute_by_a_field(draft: Draft) -> None:
    run = draft.pick(draft.runs)
    run.addprevious(made('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText></w:r>'))
    run.addprevious(made('<w:r><w:fldChar w:fldCharType="separate"/></w:r>'))
    run.addnext(made('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))


def simple_field(draft: Draft) -> None:
    wrapped(draft.pick(draft.runs), made('<w:fldSimple w:instr="DATE"/>'))


def control_around_run(draft: Draft) -> None:
    control = made("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
    wrapped(draft.pick(draft.runs), control, control[1])


def invitation_around_run(draft: Draft) -> None:
    """A control that still shows what it asks for."""
    control = made("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent/></w:sdt>")
    wrapped(draft.pick(draft.runs), control, control[1])


def smart_tag(draft: Draft) -> None:
    wrapped(draft.pick(draft.runs), made('<w:smartTag w:element="date"/>'))


def custom_xml(draft: Draft) -> None:
    wrapped(draft.pick(draft.runs), made('<w:customXml w:element="a"/>'))


def choice_around_run(draft: Draft) -> None:
    run = draft.pick(draft.runs)
    around = made('<mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback/></mc:AlternateContent>')
    around[1].append(copy.deepcopy(run))
    wrapped(run, around, around[0])


def unknown_around_run(draft: Draft) -> None:
    wrapped(draft.pick(draft.runs), made('<x:inconnu x:a="1"/>'))


def split_run(draft: Draft) -> None:
    run = draft.pick(draft.runs)
    text = draft.pick(every(run, "t"))
    said = text.text or ""
    place = draft.rng.randint(0, len(said))
    following = made('<w:r><w:t xml:space="preserve"/></w:r>')
    text.text, following[0].text = said[:place], said[place:]
    if text.getnext() is None:
        run.addnext(following)
    else:
        text.text = said


def bookmark(draft: Draft) -> None:
    run = draft.pick(draft.runs)
    run.addprevious(made('<w:bookmarkStart w:id="7" w:name="x"/>'))
    run.addnext(made('<w:bookmarkEnd w:id="7"/>'))
    run.addnext(made("<w:proofErr/>"))
    properties_of(run).append(made('<w:lang w:val="fr-FR"/>'))


def format_run(draft: Draft) -> None:
    name = draft.rng.choice(["vanish", "strike", "b", "caps", "color", "rtl", "highlight"])
    set_property(draft.pick(draft.runs), name, val=draft.rng.choice(["1", "FF0000", "yellow"]))


def style_paragraph(draft: Draft) -> None:
    """Any style, ours and unknown ones included."""
    styles = (
        "AuditblancReview",
        "AuditblancReworded",
        "AuditblancSplit",
        "AuditblancDecision",
        "Inconnu",
        "Normal",
        "",
    )
    paragraph = draft.pick(every(draft.pick(draft.cells), "p"))
    set_property(paragraph, "pStyle", val=draft.rng.choice(styles))


def type_in_our_style(draft: Draft) -> None:
    """Words typed where the cursor stood in a line of ours."""
    style = draft.rng.choice(
        ["AuditblancReview", "AuditblancReworded", "AuditblancSplit", "AuditblancDecision", "AuditblancNote"]
    )
    words = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{draft.word()}</w:t></w:r></w:p>'
    draft.pick(cells_of(draft.pick(draft.rows))).append(made(words))


def _relate(draft: Draft, identifier: str, target: str) -> None:
    entry = (
        f'<Relationship Id="{identifier}" Type="hyperlink" Target="{target}" TargetMode="External"/></Relationships>'
    )
    draft.parts[LINKS_PART] = draft.parts.get(LINKS_PART, b"").replace(b"</Relationships>", entry.encode())
