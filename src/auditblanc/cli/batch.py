"""Many files at once: folders opened, both cores used, progress shown on stderr."""

from __future__ import annotations

import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from auditblanc.interchange.formats import SUFFIXES, is_form_name
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

T = TypeVar("T")

# Under this, starting another process costs more than it saves.
WORTH_A_POOL = 24


def expand(paths: Iterable[Path]) -> list[Path]:
    """Files as they are, folders as the readable files below them, in the order of their names.

    Raises:
        UnreadableFileError: a folder holds no readable file.
    """
    files: list[Path] = []
    for path in paths:
        files += found_below(path) if path.is_dir() else [path]
    return files


def found_below(folder: Path) -> list[Path]:
    found = sorted(path for path in folder.rglob("*") if is_form_name(path.name))
    if not found:
        raise UnreadableFileError(f"{folder} : ce dossier ne contient aucune fiche ({', '.join(SUFFIXES)}).")
    return found


def each(work: Callable[[Path], T], paths: Sequence[Path]) -> Iterator[T]:
    """The result of ``work`` for each path, in order; ``work`` is a module's function, run on every core when it pays."""
    if len(paths) < WORTH_A_POOL:
        yield from (work(path) for path in paths)
        return
    # « spawn » is the one way to start a process that is the same on every system.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=os.cpu_count(), mp_context=context) as pool:
        yield from followed(pool.map(work, paths, chunksize=max(1, min(32, len(paths) // 8))), len(paths))


def followed(results: Iterable[T], total: int) -> Iterator[T]:
    """The same results, with a line of progress on stderr when somebody watches."""
    watched = sys.stderr.isatty()
    for done, result in enumerate(results, start=1):
        if watched and (done % 10 == 0 or done == total):
            sys.stderr.write(f"\r{done} / {total} fichiers")
            sys.stderr.flush()
        yield result
    if watched:
        sys.stderr.write("\n")
