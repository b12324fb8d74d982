"""An assessment as the bytes of a format, with what its passage to another text has to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_docx import FormOptions
from auditblanc.interchange.form_docx import write as write_form
from auditblanc.interchange.installation import mention

if TYPE_CHECKING:
    from auditblanc.cli.job import Job
    from auditblanc.domain.edition_changes import IndicatorChanges
    from auditblanc.interchange.formats import Format


def written(work: Job, target: Format) -> bytes:
    """The assessment in this format; a Word form tells beside each row what the passage changed."""
    if target.name == "docx":
        return write_form(work.snapshot, work.edition, FormOptions(changes=changes_told(work), mention=mention()))
    return target.write(work.snapshot, work.edition, mention=mention())


def changes_told(work: Job) -> tuple[tuple[int, str], ...]:
    """What changed for each indicator, in French: the steps of the passage that made it what it is, and no other.

    A cell is small: what reopens an answer must not be looked for behind a step that changed nothing on it.
    """
    if work.passage is None:
        return ()
    told = (line.changes for line in work.passage.lines)
    return tuple((change.indicator, decisive(change)) for change in told if decisive(change))


def decisive(change: IndicatorChanges) -> str:
    return " ".join(step.sentence for step in change.steps if step.effect is change.kind and step.sentence)
