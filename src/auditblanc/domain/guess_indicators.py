"""Which indicators a file proves, guessed from its path; each guess says why, and how sure it is."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from auditblanc.domain.said_dates import Said, said_date
from auditblanc.domain.search import plain
from auditblanc.domain.text import LINE_LIMIT, readable

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition

_AND = r"(?:\s*(?:,|;|&|\bet\b|\+|-(?=\d)|\s)\s*)"
_MARK = r"(?:ind(?:ic(?:ateurs?|s)?)?s?|i)\.?\s*(?:n\s?[°ºo]\s*)?[.:\s-]*"
# « Ind 11 », « I12 », « indicateur n° 5 », « ind. 1 à 3 », « Ind 4 5 8 ».
_NAMED = re.compile(rf"(?<![a-z0-9]){_MARK}(\d{{1,2}}(?:{_AND}\d{{1,2}})*)(?:\s*(?:a|au)\s*(\d{{1,2}}))?(?!\d)")
# « 3.11 » : the criterion, then the indicator.
_DOTTED = re.compile(r"(?<![\d.])([1-7])\.(\d{1,2})(?![\d.])")
_CRITERION = re.compile(r"(?<![a-z0-9])(?:criteres?|crit|c)\s*(?:n\s?[°ºo]\s*)?[.:\s]*([1-7])(?![\d])")
_LEADING = re.compile(r"^(\d{1,2})(?=[\s.-]+\D)")
_NOISE = re.compile(r"\b(?:v\d+|version \d+|final|definitif|def|scan|copie|copy|signee?|ok)\b")
_IGNORED = re.compile(r"^(?:~\$|\.)|^(?:thumbs\.db|desktop\.ini)$")


class Sure(IntEnum):
    """How sure a guess is."""

    NO = 0
    WORDS = 1
    FOLDER = 2
    NUMBER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """``indicators`` is empty where nothing is sure enough: the person says. ``reason`` is one French sentence."""

    title: str
    indicators: tuple[int, ...]
    sure: Sure
    reason: str
    dated: Said | None = None


def is_ignored(path: str) -> bool:
    """Whether a file is one that a system or an office program left there by itself."""
    return bool(_IGNORED.match(PurePosixPath(path.replace("\\", "/")).name.lower()))


def guess(edition: Edition, path: str) -> Guess:
    """What a path within the folder that was dropped says, « Critère 3/Ind 11 - évaluations.pdf »."""
    parts = [part for part in path.replace("\\", "/").split("/") if part]
    name = PurePosixPath(parts[-1]).stem if parts else ""
    found, sure, reason = _indicators(edition, parts[:-1], name)
    return Guess(title=_title(name), indicators=found, sure=sure, reason=reason, dated=said_date(name))


def _indicators(edition: Edition, folders: list[str], name: str) -> tuple[tuple[int, ...], Sure, str]:
    known = set(edition.numbers)
    criterion = next((int(match[1]) for part in reversed(folders) if (match := _CRITERION.search(_plain(part)))), None)
    numbers = _numbers(name) & known
    if numbers:
        return _checked(edition, numbers, criterion, f"Son nom dit {_said(numbers)}.")
    for part in reversed(folders):
        numbers = _numbers(part) & known
        if numbers:
            return tuple(sorted(numbers)), Sure.FOLDER, f"Le dossier « {part} » dit {_said(numbers)}."
    named = _by_words(edition, name)
    if named:
        word, usual = named
        inside = {number for number in usual if criterion in (None, edition.indicator(number).criterion)}
        if inside:
            return (
                tuple(sorted(inside)),
                Sure.WORDS,
                f"« {word} » sert le plus souvent {_said(inside, to=True)} : vérifiez.",
            )
    return (), Sure.NO, "Rien dans son nom ne dit à quel indicateur il répond : choisissez."


def _checked(
    edition: Edition, numbers: set[int], criterion: int | None, reason: str
) -> tuple[tuple[int, ...], Sure, str]:
    """A number of another criterion than the folder's is left to the person."""
    outside = {number for number in numbers if criterion not in (None, edition.indicator(number).criterion)}
    if outside:
        doubt = f"Son nom dit {_said(numbers)}, mais son dossier le critère {criterion} : choisissez."
        return (), Sure.NO, doubt
    return tuple(sorted(numbers)), Sure.NUMBER, reason


def _numbers(text: str) -> set[int]:
    said = _plain(text)
    found: set[int] = set()
    for match in _NAMED.finditer(said):
        listed = [int(number) for number in re.findall(r"\d+", match[1])]
        found.update(listed)
        if match[2] and listed[-1] < int(match[2]):
            found.update(range(listed[-1], int(match[2]) + 1))
    if not found:
        found.update(int(match[2]) for match in _DOTTED.finditer(said))
    if not found and (leading := _LEADING.match(said)) and not _starts_with_a_date(text):
        found.add(int(leading[1]))
    return found


def _by_words(edition: Edition, name: str) -> tuple[str, tuple[int, ...]] | None:
    """The usual name that the file's begins like or holds, the longest first."""
    said = f" {_plain(name)} "
    for words, numbers in usual_names():
        if f" {words} " in said or f" {words}s " in said:
            known = tuple(number for number in numbers if number in edition.numbers)
            if known:
                return words, known
    return None


@lru_cache(maxsize=1)
def usual_names() -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Names of documents and the indicators that they most often prove, the longest name first."""
    table = tomllib.loads(files("auditblanc.domain").joinpath("usual_documents.toml").read_text("utf-8"))
    entries = ((_plain(name), tuple(numbers)) for name, numbers in table["documents"].items())
    return tuple(sorted(entries, key=lambda entry: -len(entry[0])))


def _title(name: str) -> str:
    """The name as one would write it: without numbers of indicators, underscores, marks of versions."""
    spaced = " ".join(re.sub(r"[_]+", " ", readable(name)).split())
    simple = plain(spaced)
    if len(simple) == len(spaced):
        spaced, simple = _cut(spaced, simple, _NAMED)
        spaced, simple = _cut(spaced, simple, _DOTTED)
        spaced, simple = _cut(spaced, simple, _NOISE)
        if not _starts_with_a_date(spaced.strip()):
            spaced, simple = _cut(spaced, simple, _LEADING)
    title = re.sub(r"\(\s*\)", "", " ".join(spaced.split())).strip(" -–—.,;:()")
    if not any(character.isalpha() for character in title):
        title = " ".join(readable(name).split()) or "Document"
    return (title[:1].title() + title[1:])[:LINE_LIMIT].strip()


def _starts_with_a_date(text: str) -> bool:
    dated = said_date(text)
    return dated is not None and text.startswith(dated.words)


def _cut(text: str, simple: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    """Both texts without what the pattern finds in the second."""
    for match in reversed(list(pattern.finditer(simple))):
        text = f"{text[: match.start()]} {text[match.end() :]}"
        simple = f"{simple[: match.start()]} {simple[match.end() :]}"
    return text, simple


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[_’']+", " ", plain(text)).replace("-", " - ").split()).replace(" - ", " ")


def _said(numbers: set[int], *, to: bool = False) -> str:
    """« l’indicateur 3 », « aux indicateurs 1 et 5 »."""
    listed = sorted(numbers)
    if len(listed) == 1:
        return f"{'à ' if to else ''}l’indicateur {listed[0]}"
    return f"{'aux' if to else 'les'} indicateurs {', '.join(map(str, listed[:-1]))} et {listed[-1]}"
