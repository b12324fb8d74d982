"""What a command that writes a file tells on stderr: the text applied, what the passage left, the doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from auditblanc.cli.lines import problem_lines, text_lines
from auditblanc.domain.coherence import incoherences
from auditblanc.domain.french import counted, listed
from auditblanc.domain.snapshot import Review

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditblanc.cli.job import Job
    from auditblanc.domain.bridge import Bridge, BridgeLine
    from auditblanc.interchange.problems import Problem


def tell(*lines: str) -> None:
    for line in lines:
        click.echo(line, err=True)


def tell_job(work: Job) -> None:
    tell(*text_lines(work))
    if work.passage:
        tell(*passage_lines(work.passage))
    tell(*incoherence_lines(work))


def incoherence_lines(work: Job) -> list[str]:
    """What does not go together in the assessment, for the person to look at."""
    return [f"À vérifier : {found.sentence}" for found in incoherences(work.edition, work.snapshot)]


def passage_lines(passage: Bridge) -> list[str]:
    """What going from one text to another left, in a few sentences."""
    again = passage.reviewed(Review.LOOK_AGAIN)
    new = passage.reviewed(Review.NEW)
    kept = counted(
        len(passage.reviewed(Review.KEPT)), "réponse reprise telle quelle", "réponses reprises telles quelles"
    )
    lines = [
        f"Passage de {passage.start} à {passage.snapshot.edition} : {kept}.",
        f"À revoir : {numbers(again)}." if again else "",
        f"Nouveau : {numbers(new)}." if new else "",
        f"Reste à faire : {counted(len(passage.left), 'indicateur', 'indicateurs')} (à revoir, nouveaux ou pas encore évalués).",
        *passage.left_behind.sentences,
    ]
    return [line for line in lines if line]


def numbers(lines: Sequence[BridgeLine]) -> str:
    """« indicateurs 1, 5 et 12 »."""
    found = [str(line.changes.indicator) for line in lines]
    return f"{'indicateurs' if len(found) > 1 else 'indicateur'} {listed(found)}"


def tell_problems(problems: Sequence[Problem], name: str = "") -> None:
    """The doubts of a reading; ``name`` tells the file when there are several."""
    where = f" dans {name}" if name else ""
    if problems:
        tell(f"{counted(len(problems), 'doute', 'doutes')} à vérifier{where} :", *problem_lines(problems))
