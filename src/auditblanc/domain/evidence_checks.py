"""What weakens the proofs of an assessment, and which proof or indicator it is about. « Lecture d’Auditblanc »: no rule of law.

A proof is never « too old »: only one that has a rhythm is looked at for its age, against the audited period that the person
chooses (since the last audit, where nothing else is said).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from auditblanc.domain.cycle import cycle
from auditblanc.domain.dates import in_french
from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.french import counted
from auditblanc.domain.proof_lines import not_noted
from auditblanc.domain.search import plain
from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from auditblanc.domain.profile import Profile
    from auditblanc.domain.rulebook import Rulebook
    from auditblanc.domain.snapshot import Rating, Snapshot

_TEMPLATE = re.compile(r"\b(modele|vierge|trame|template|gabarit|a completer|a remplir)s?\b")
_YEAR = re.compile(r"\b(19|20)\d\d\b")
_YEARLY = 12


class Weakness(StrEnum):
    """What is wrong, the gravest first."""

    NO_PROOF = "no_proof"
    NOT_READY = "not_ready"
    UNDATED = "undated"
    BEFORE_PERIOD = "before_period"
    EXPIRING = "expiring"
    MISSING_YEAR = "missing_year"
    TEMPLATE = "template"
    UNRATED = "unrated"
    NAMED_ONLY = "named_only"
    ONE_SESSION = "one_session"
    ONE_SITE = "one_site"

    @property
    def label(self) -> str:
        return {
            "no_proof": "Évalué prêt sans aucune preuve",
            "not_ready": "Évalué prêt, mais aucune preuve n’est prête",
            "undated": "Preuves sans date",
            "before_period": "Preuves antérieures à la période choisie",
            "expiring": "Preuves à renouveler avant l’audit",
            "missing_year": "Années sans preuve",
            "template": "Peut-être seulement un modèle vierge",
            "unrated": "Preuve prête, indicateur non évalué",
            "named_only": "Vos textes nomment des preuves qui ne sont pas au registre",
            "one_session": "Toutes les preuves viennent d’une seule session",
            "one_site": "Toutes les preuves viennent d’un seul site",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing to mend. ``proof`` is the key of the proof it is about, ``indicator`` a number; either may be absent."""

    kind: Weakness
    sentence: str
    proof: str = ""
    indicator: int | None = None


def checks(
    snapshot: Snapshot,
    applicable: Iterable[int],
    *,
    rules: Rulebook | None = None,
    since: date | None = None,
) -> tuple[Check, ...]:
    """All that is found, the gravest kind first. ``applicable``: the indicators that apply or may.

    ``since``: first day of the audited period; the last audit's where it is ``None``. Without ``rules`` the surveillance
    window is not known, and only the day of the audit counts.
    """
    numbers = tuple(applicable)
    last = snapshot.profile.last_audit
    found = (
        *_of_indicators(snapshot, numbers),
        *_of_proofs(
            snapshot.evidence, since or (last.held_on if last else None), _needed_until(snapshot.profile, rules)
        ),
        *_missing_years(snapshot.evidence),
        *_samples(snapshot, numbers),
    )
    return tuple(sorted(found, key=lambda each: (tuple(Weakness).index(each.kind), each.indicator or 0, each.sentence)))


def checks_of_proofs(
    evidence: Iterable[Evidence], profile: Profile, rules: Rulebook | None = None
) -> dict[str, tuple[Check, ...]]:
    """What is found on each of some proofs alone, by its key; ``profile`` says which audit they are for."""
    last = profile.last_audit
    found: dict[str, tuple[Check, ...]] = {}
    for each in _of_proofs(evidence, last.held_on if last else None, _needed_until(profile, rules)):
        found[each.proof] = (*found.get(each.proof, ()), each)
    return found


def _needed_until(profile: Profile, rules: Rulebook | None) -> date | None:
    """The day until which a proof must be fresh: the audit's, else the end of the surveillance window."""
    audit, certificate = profile.audit, profile.certificate
    if audit.first_day:
        return audit.last_day or audit.first_day
    window = cycle(rules.cycle, certificate).surveillance if rules and certificate else None
    return window.last if window else None


def _of_indicators(snapshot: Snapshot, numbers: tuple[int, ...]) -> Iterator[Check]:
    for number in numbers:
        yield from lacking(snapshot.rating(number), snapshot.evidence_of(number))


def lacking(rating: Rating, proofs: Sequence[Evidence]) -> Iterator[Check]:
    """Where the level or the text of an indicator and its proofs do not go together; one check of each at most."""
    yield from _unlike_level(rating, proofs)
    yield from _named_only(rating, proofs)


def _unlike_level(rating: Rating, proofs: Sequence[Evidence]) -> Iterator[Check]:
    number = rating.indicator
    ready = [each for each in proofs if each.state is EvidenceState.READY]
    if rating.level is Level.READY and not proofs:
        yield Check(
            kind=Weakness.NO_PROOF,
            indicator=number,
            sentence=f"Indicateur {number} : notez au moins ce que vous montrerez.",
        )
    elif rating.level is Level.READY and not ready:
        yield Check(
            kind=Weakness.NOT_READY,
            indicator=number,
            sentence=f"Indicateur {number} : « {proofs[0].title} » est « {proofs[0].state.label.lower()} ».",
        )
    elif rating.level is None and ready:
        yield Check(
            kind=Weakness.UNRATED,
            indicator=number,
            sentence=f"Indicateur {number} : « {ready[0].title} » est prête.",
        )


def _of_proofs(evidence: Iterable[Evidence], since: date | None, until: date | None) -> Iterator[Check]:
    for item in evidence:
        if item.state is not EvidenceState.READY:
            continue
        dated = item.covers_to or item.content_date
        if dated is None:
            yield _about(item, Weakness.UNDATED, f"« {item.title} » : donnez la date de son contenu.")
        elif item.renewal_months and since and dated < since:
            yield _about(
                item,
                Weakness.BEFORE_PERIOD,
                f"« {item.title} » : son contenu, du {in_french(dated)}, est antérieur à la période choisie, qui commence le {in_french(since)}.",
            )
        elif item.fresh_until and until and item.fresh_until < until:
            yield _about(
                item,
                Weakness.EXPIRING,
                f"« {item.title} » : d’après son rythme, à renouveler au plus tard le {in_french(item.fresh_until)}.",
            )
        if _is_template(item):
            yield _about(
                item,
                Weakness.TEMPLATE,
                f"« {item.title} » : si c’est un modèle vierge, joignez plutôt un exemplaire rempli.",
            )


def _about(item: Evidence, kind: Weakness, sentence: str) -> Check:
    return Check(
        kind=kind, sentence=sentence, proof=item.key, indicator=item.indicators[0] if item.indicators else None
    )


def _is_template(item: Evidence) -> bool:
    names = (item.title, *(piece.current.name for piece in item.pieces))
    return any(map(_names_template, names))


# Each page that shows what weakens proofs asks it of all of them.
@lru_cache(maxsize=4096)
def _names_template(name: str) -> bool:
    return bool(_TEMPLATE.search(plain(name).replace("_", " ").replace("-", " ")))


def _missing_years(evidence: Iterable[Evidence]) -> Iterator[Check]:
    """Years between the first and the last of a family that is due each year, told apart by its title without years."""
    families: dict[tuple[str, tuple[int, ...]], list[Evidence]] = defaultdict(list)
    for item in evidence:
        if item.renewal_months and item.renewal_months <= _YEARLY:
            families[" ".join(_YEAR.sub("", plain(item.title)).split()), item.indicators].append(item)
    for items in families.values():
        years = {year for item in items for year in _years(item)}
        gaps = sorted(set(range(min(years, default=0), max(years, default=0))) - years)
        if gaps:
            yield _about(
                items[-1], Weakness.MISSING_YEAR, f"« {items[-1].title} » : rien pour {', '.join(map(str, gaps))}."
            )


def _named_only(rating: Rating, proofs: Sequence[Evidence]) -> Iterator[Check]:
    """What a text says will be shown, and no proof of its indicator says."""
    named = not_noted(rating.presentation, proofs)
    others = f" et {counted(len(named) - 1, 'autre chose', 'autres choses')}" if len(named) > 1 else ""
    if named:
        yield Check(
            kind=Weakness.NAMED_ONLY,
            indicator=rating.indicator,
            sentence=f"Indicateur {rating.indicator} : votre texte nomme « {named[0]} »{others} ; notez-le comme preuve.",
        )


def _years(item: Evidence) -> Iterator[int]:
    last = item.covers_to or item.content_date
    if last:
        yield from range((item.covers_from or last).year, last.year + 1)


def _samples(snapshot: Snapshot, numbers: tuple[int, ...]) -> Iterator[Check]:
    several = len({each for item in snapshot.evidence for each in item.dossiers}) > 1
    for number in numbers:
        yield from one_sample(number, snapshot.evidence_of(number), snapshot.profile, several_dossiers=several)


def one_sample(number: int, proofs: Sequence[Evidence], profile: Profile, *, several_dossiers: bool) -> Iterator[Check]:
    """What says that the proofs of an indicator all come from one session, or one site, where there are several."""
    only, site = only_dossier(proofs), _only_site(proofs)
    if several_dossiers and only:
        yield Check(
            kind=Weakness.ONE_SESSION,
            indicator=number,
            sentence=f"Indicateur {number} : tout vient de « {only} » ; si l’auditeur en tire une autre, il n’y a rien.",
        )
    if site and len({each.name for each in profile.sites}) > 1:
        yield Check(
            kind=Weakness.ONE_SITE, indicator=number, sentence=f"Indicateur {number} : tout vient du site « {site} »."
        )


def only_dossier(proofs: Iterable[Evidence]) -> str:
    """The session, learner or trainer that all of these come from; empty where there are several, or one is of all."""
    held = {item.dossiers for item in proofs}
    # A proof that belongs to no session speaks for all of them.
    return next(iter(held))[0].name if len(held) == 1 and len(next(iter(held))) == 1 else ""


def _only_site(proofs: Iterable[Evidence]) -> str:
    sites = {item.site for item in proofs}
    return next(iter(sites)) if len(sites) == 1 else ""
