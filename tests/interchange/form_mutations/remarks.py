"""What is left in the margins of a form: comments, notes, pictures, text boxes, headers."""

from __future__ import annotations

from tests.interchange.form_mutations.draft import NAMESPACES, Draft, every, made

_W = NAMESPACES["w"]
_PICTURE = '<w:drawing><wp:inline><wp:docPr id="1" name="Image" descr="{}"/><a:graphic/></wp:inline></w:drawing>'


def comment(draft: Draft) -> None:
    _noted(draft, "comments", "comment", '<w:commentReference w:id="1"/>')


def comment_on_nothing(draft: Draft) -> None:
    """The passage is gone, the comment is not."""
    draft.parts["word/comments.xml"] = _part("comments", "comment", draft.word())


def footnote(draft: Draft) -> None:
    _noted(draft, "footnotes", "footnote", '<w:footnoteReference w:id="1"/>')


def endnote(draft: Draft) -> None:
    _noted(draft, "endnotes", "endnote", '<w:endnoteReference w:id="1"/>')


def page_header(draft: Draft) -> None:
    words = f"<w:p><w:r><w:t>{draft.word()}</w:t></w:r></w:p>"
    draft.parts[f"word/header{len(draft.typed)}.xml"] = f'<w:hdr xmlns:w="{_W}">{words}</w:hdr>'.encode()


def picture(draft: Draft) -> None:
    draft.pick(draft.runs).append(made(_PICTURE.format(draft.word())))


def floating_picture(draft: Draft) -> None:
    drawing = '<w:drawing><wp:anchor><wp:docPr id="1" name=""/></wp:anchor></w:drawing>'
    draft.pick(every(draft.root, "p")).append(made(f"<w:r>{drawing}</w:r>"))


def embedded_object(draft: Draft) -> None:
    draft.pick(every(draft.root, "p")).append(made("<w:r><w:object><v:shape/></w:object></w:r>"))


def text_box(draft: Draft) -> None:
    """As Word writes one: the shape of today, and the one of old for old editors."""
    words = f"<w:txbxContent><w:p><w:r><w:t>{draft.word()}</w:t></w:r></w:p></w:txbxContent>"
    choice = f'<mc:Choice Requires="x"><w:drawing><wp:inline><a:graphic>{words}</a:graphic></wp:inline></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:shape><v:textbox>{words}</v:textbox></v:shape></w:pict></mc:Fallback>"
    run = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    draft.pick(every(draft.root, "p")).append(made(run))


def formula(draft: Draft) -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    draft.pick(every(draft.root, "p")).append(made(f'<m:oMath xmlns:m="{space}"><m:r><m:t>x</m:t></m:r></m:oMath>'))


def _noted(draft: Draft, part: str, tag: str, reference: str) -> None:
    draft.pick(every(draft.root, "p")).append(made(f"<w:r>{reference}</w:r>"))
    draft.parts[f"word/{part}.xml"] = _part(part, tag, draft.word())


def _part(part: str, tag: str, words: str) -> bytes:
    said = f'<w:{tag} w:id="1" w:author="A"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:{tag}>'
    return f'<w:{part} xmlns:w="{_W}">{said}</w:{part}>'.encode()
