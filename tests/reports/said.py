"""What a document says, read from its tree alone: the order of reading, without shapes, pages or widths."""

from __future__ import annotations

from auditblanc.reports.content import Bullets, Document, Figure, Heading, KeyFacts, Paragraph, Table


def words(text):
    return "".join(span.text for span in text)


def said(document: Document) -> list[str]:
    """Every text of the document; a text of several lines is several texts."""
    return [line for told in (*_cover(document), *_blocks(document)) for line in told.split("\n") if line]


def chapter(document: Document, title: str) -> list[str]:
    """What one chapter says, its title left out."""
    bounds = [index for index, block in enumerate(document.blocks) if isinstance(block, Heading) and block.level == 1]
    titles = [document.blocks[index].text for index in bounds]
    start = bounds[titles.index(title)]
    end = next((bound for bound in bounds if bound > start), len(document.blocks))
    return [line for block in document.blocks[start + 1 : end] for told in _block(block) for line in told.split("\n")]


def _cover(document):
    cover = document.cover
    if cover is None:
        return (document.title,)
    return (cover.organisation, cover.title, *(words(line) for line in cover.lines), cover.note)


def _blocks(document):
    return (told for block in document.blocks for told in _block(block))


def _block(block):
    told = {
        Heading: lambda: (block.text,),
        Paragraph: lambda: (words(block.text),),
        Bullets: lambda: tuple(words(item) for item in block.items),
        KeyFacts: lambda: tuple(told for label, answer in block.facts for told in (label, words(answer))),
        Table: lambda: (block.caption, *block.header, *(words(cell) for row in block.rows for cell in row)),
        Figure: lambda: (block.caption,),
    }
    return told[type(block)]() if type(block) in told else ()
