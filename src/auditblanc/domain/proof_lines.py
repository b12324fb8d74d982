"""From « ce que vous avez prévu de présenter » to the register: each line is proposed as a proof; the text stays as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.said_dates import said_date
from auditblanc.domain.search import plain
from auditblanc.domain.text import LINE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditblanc.domain.snapshot import Snapshot

_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦►➢✓+]|\d{1,2}[.)])\s+")
_LABEL = re.compile(r"^(?:af|bc|vae|cfa)\s*:\s*", re.IGNORECASE)
_LEAD = re.compile(r"^(?:voir|cf\.?|preuves?\s*:|présenter|montrer|document(?:s)?\s*:)\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s,;)»]+", re.IGNORECASE)
_PATH = re.compile(
    r"(?:[A-Za-z]:\\[^\n;,()]+|\\\\[^\n;,()]+|\b(?:classeur|armoire|dossier|drive|serveur|onedrive|sharepoint|intranet)\b\s*[^.;,()\n]*)",
    re.IGNORECASE,
)
_HOLDER = re.compile(r"\bchez (?:le |la |l’|l')?([A-ZÉÈÀÂÎÔ][\w’'-]+(?: [A-ZÉÈÀÂÎÔ][\w’'-]+)?)")
# A line that only says what will be done proves nothing yet.
_INTENTION = re.compile(
    r"^(?:rien|aucun|néant|à faire|a faire|à venir|en cours|nous allons|je vais|il faut|il manque|manquent?|prévoir|à compléter|oui|non|ok)\b",
    re.IGNORECASE,
)
_SENTENCE = 18
_SHORTEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proof read in a text. ``lines``: (indicator, the line as typed); ``doubt``: why it is not ticked, empty when it is.

    ``known``: the register has it already, and only indicators would be added.
    """

    proof: Evidence
    lines: tuple[tuple[int, str], ...]
    doubt: str = ""
    known: bool = False


def proposals(snapshot: Snapshot) -> tuple[Proposal, ...]:
    """One for each thing named, in the order of the indicators; the same named twice is one, on both indicators."""
    found: dict[str, Proposal] = {}
    register = {_alike(item.title): item for item in snapshot.evidence}
    for rating in snapshot.ratings:
        for line in lines(rating.presentation):
            proof, doubt = read_line(line, rating.indicator)
            mark = _alike(proof.title)
            before = found.get(mark)
            found[mark] = (
                _again(before, rating.indicator, line)
                if before
                else Proposal(proof=proof, lines=((rating.indicator, line),), doubt=doubt)
            )
    return tuple(_against(register.get(mark), each) for mark, each in found.items())


def lines(text: str) -> Iterator[str]:
    """What a text lists: its lines, and what semicolons part outside of brackets."""
    for line in text.split("\n"):
        for part in _parts(_BULLET.sub("", line)):
            said = _LABEL.sub("", _BULLET.sub("", part)).strip(" .;,\t")
            if len(said) >= _SHORTEST:
                yield said


def read_line(line: str, indicator: int) -> tuple[Evidence, str]:
    """The proof that a line names, and why one may doubt that it names one."""
    address = _ADDRESS.search(line)
    place = address or _PATH.search(line)
    holder = _HOLDER.search(line)
    dated = said_date(line)
    proof = Evidence(
        title=_title(line, address.group() if address else "", dated.words if dated and dated.day else ""),
        indicators=(indicator,),
        place=_place(place.group()) if place else "",
        holder=holder.group(1) if holder else "",
        content_date=dated.day if dated else None,
        covers_from=dated.first if dated else None,
        covers_to=dated.last if dated else None,
        state=EvidenceState.DRAFT,
    )
    return proof, _doubt(line)


def not_noted(text: str, proofs: Iterable[Evidence]) -> tuple[str, ...]:
    """The titles of what a text lists and none of the proofs says; lines that may name none are left in peace."""
    held = [f" {_alike(item.title)} " for item in proofs]
    # One of the two is the other, or a longer way to say it.
    return tuple(title for title, said in _listed(text) if not any(other in said or said in other for other in held))


# A page asks for all the texts of an assessment each time that it is shown, and nearly none has changed.
@lru_cache(maxsize=256)
def _listed(text: str) -> tuple[tuple[str, str], ...]:
    """The titles that a text lists without a doubt, each with what tells it from others."""
    read = (read_line(line, 1) for line in lines(text))
    return tuple((proof.title, f" {_alike(proof.title)} ") for proof, doubt in read if not doubt)


def _parts(line: str) -> Iterator[str]:
    """A line cut at its semicolons, those within brackets left alone."""
    depth, start = 0, 0
    for place, character in enumerate(line):
        depth += (character in "([") - (character in ")]" and depth > 0)
        if character == ";" and depth == 0:
            yield line[start:place]
            start = place + 1
    yield line[start:]


def _title(line: str, address: str, day: str) -> str:
    """The line without what has its own field; the whole line when nothing else is left."""
    bare = _LEAD.sub("", line.replace(address, " ") if address else line)
    if day:
        bare = re.sub(rf"\s*(?:du|le|au|daté du)?\s*[(]?{re.escape(day)}[)]?", " ", bare, count=1, flags=re.IGNORECASE)
    bare = " ".join(bare.replace("\t", " ").split()).strip(" -–—:,;.")
    bare = re.sub(r"\s+([,;.])", r"\1", bare)
    bare = bare + ")" if bare.count("(") > bare.count(")") else bare
    title = bare or " ".join(line.split())
    return (title[:1].upper() + title[1:])[:LINE_LIMIT].strip()


def _place(said: str) -> str:
    address = said.strip(" .,")
    return f"https://{address}" if address.lower().startswith("www.") else address[:LINE_LIMIT]


def _doubt(line: str) -> str:
    if _INTENTION.match(line):
        return "La ligne dit ce qui reste à faire, non ce qui sera montré."
    if len(line.split()) > _SENTENCE:
        return "La ligne est une phrase : raccourcissez-la en un titre si elle nomme une preuve."
    return ""


def _again(before: Proposal, indicator: int, line: str) -> Proposal:
    numbers = tuple(sorted({*before.proof.indicators, indicator}))
    return replace(before, proof=replace(before.proof, indicators=numbers), lines=(*before.lines, (indicator, line)))


def _against(held: Evidence | None, each: Proposal) -> Proposal:
    """As it would stand in the register: one that is there only gains indicators."""
    if held is None:
        return each
    numbers = tuple(sorted({*held.indicators, *each.proof.indicators}))
    return replace(each, proof=replace(held, indicators=numbers), known=True)


# As often, and of the titles of all proofs.
@lru_cache(maxsize=4096)
def _alike(title: str) -> str:
    """The same for titles that differ by case, accents, punctuation or a plural."""
    words = re.findall(r"[a-z0-9]+", plain(title))
    return " ".join(word[:-1] if len(word) > _SHORTEST and word[-1] in "sx" else word for word in words)
