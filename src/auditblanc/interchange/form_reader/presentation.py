"""The text of an answer, and the line of levels by category that may stand above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditblanc.interchange.form_layout import PROOF_PREFIX, PROOF_STYLE, SPLIT_STYLE, parse_split_line
from auditblanc.interchange.form_reader.grid import joined
from auditblanc.interchange.form_reader.legible import field_text
from auditblanc.interchange.form_reader.ours import has_style, is_in_our_style
from auditblanc.interchange.form_reader.value import Value

if TYPE_CHECKING:
    from auditblanc.domain.snapshot import CategoryLevel
    from auditblanc.interchange.form_reader.grid import GridCell, Paragraph

Split = tuple["CategoryLevel", ...]

_NOT_CONCERNED = re.compile(
    r"(?i)\W*(?:(?:non|pas) concern[ée]e?s?\b|(?:non|pas) applicable\b|sans objet\b|(?:n/a|n\.a\.?|n\.?c\.?|s\.?o\.?|na)\W*$)"
)


# Four categories and what stands between them; a longer line is an answer.
_LONGEST_SPLIT = 60


class Presentation(Value, frozen=True):
    """``text`` goes without the line of ``split``. ``guessed`` is the whole, when that line is in no style of ours."""

    text: str
    split: Split = ()
    guessed: str = ""


def presentation(cell: GridCell | None, indicator: int) -> Presentation:
    """What the cell says.

    Raises:
        UnreadableFileError: more than 20,000 characters, which no field holds.
    """
    if cell is None or not cell.text:
        return Presentation("")
    where = f"Indicateur {indicator} : la réponse"
    typed = tuple(each for each in cell.paragraphs if not _is_proof(each))
    text = field_text(cell.text if len(typed) == len(cell.paragraphs) else joined(typed), where)
    line = _split_paragraph(typed)
    if line is None:
        return Presentation(text)
    others = field_text(joined(tuple(each for each in typed if each is not line)), where)
    return Presentation(others, categories(line.text), "" if has_style(line, SPLIT_STYLE) else text)


def _is_proof(paragraph: Paragraph) -> bool:
    """A line of the register that the form only names; what a person typed in its style is an answer."""
    return has_style(paragraph, PROOF_STYLE) and paragraph.text.strip().startswith(PROOF_PREFIX.strip())


def _split_paragraph(paragraphs: tuple[Paragraph, ...]) -> Paragraph | None:
    """The paragraph in the style of split ratings; else the first one with words, if it is such a line in no style of ours."""
    styled = [each for each in paragraphs if has_style(each, SPLIT_STYLE)]
    first = next((each for each in paragraphs if each.text.strip()), None)
    if first is None:
        return None
    candidates = styled or ([] if len(first.text) > _LONGEST_SPLIT or is_in_our_style(first) else [first])
    return next((each for each in candidates if categories(each.text)), None)


def categories(line: str) -> Split:
    """The levels by category of a line that says nothing else; none when it names a category twice."""
    split = parse_split_line(line.strip())
    return split if len({part.category for part in split}) == len(split) else ()


def says_not_concerned(text: str) -> bool:
    """« Non concerné », « N/A », « sans objet »: at the start of a text, or alone when it is only letters."""
    return bool(_NOT_CONCERNED.match(text))
