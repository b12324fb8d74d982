"""A proof: what it is, what it shows, of when its content is, where it lies, and the files that it is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from auditblanc.domain.dates import in_french, months_after
from auditblanc.domain.snapshot_error import SnapshotError
from auditblanc.domain.text import require_line

RENEWAL_LIMIT = 120
_SHA256 = re.compile("[0-9a-f]{64}")


class EvidenceState(StrEnum):
    """How far a proof is, as its holder says."""

    ASKED = "asked"
    MISSING = "missing"
    DRAFT = "draft"
    READY = "ready"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        return {
            "asked": "Demandée",
            "missing": "Manquante",
            "draft": "En préparation",
            "ready": "Prête",
            "refused": "Refusée",
        }[self.value]


class DossierKind(StrEnum):
    """What a proof may belong to beside its indicators: the second axis of the register."""

    SESSION = "session"
    LEARNER = "learner"
    TRAINER = "trainer"

    @property
    def label(self) -> str:
        return {"session": "Session", "learner": "Bénéficiaire", "trainer": "Formateur"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Dossier:
    """A session, a learner or a trainer whose whole story an auditor may ask for."""

    kind: DossierKind
    name: str

    def __post_init__(self) -> None:
        require_line(name=self.name)
        if not self.name:
            raise SnapshotError("Un dossier n’a pas de nom : nommez la session, le bénéficiaire ou le formateur.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One state of a piece. ``size`` in bytes, ``sha256`` in 64 lower hexadecimal digits; both tell the content."""

    name: str
    media_type: str
    size: int
    sha256: str
    added_on: date | None = None

    def __post_init__(self) -> None:
        require_line(name=self.name, media_type=self.media_type)
        if not self.name:
            raise SnapshotError("Un fichier de preuve n’a pas de nom : donnez-lui un nom.")
        if self.size < 0 or not _SHA256.fullmatch(self.sha256):
            raise SnapshotError(f"Le fichier « {self.name} » a une taille ou une empreinte impossible.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file of a proof, with the states that it replaced: ``revisions``, oldest first, the last is what is shown.

    ``key`` names it in its organisation, and is no part of what it says.
    """

    revisions: tuple[Revision, ...]
    key: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.revisions:
            raise SnapshotError("Une pièce n’a aucun fichier.")

    @property
    def current(self) -> Revision:
        return self.revisions[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A proof of an organisation. ``indicators`` in order; none: it still waits to be attached (« à rattacher »).

    ``key`` names it in its organisation, and is empty where nobody gave it one: in a file typed by hand. It is no part
    of what the proof says: two that say the same are equal.
    ``place`` is a path, an address or a shelf; ``shows`` says in a sentence what it shows.
    ``content_date`` is the day of its content, ``covers_from`` and ``covers_to`` the period that it covers, both included.
    ``renewal_months`` is how often a fresh one is needed; ``None``: it may be old and valid, as a procedure or a contract.
    """

    title: str
    indicators: tuple[int, ...]
    place: str = ""
    content_date: date | None = None
    holder: str = ""
    key: str = field(default="", compare=False)
    shows: str = ""
    covers_from: date | None = None
    covers_to: date | None = None
    renewal_months: int | None = None
    site: str = ""
    dossiers: tuple[Dossier, ...] = ()
    has_personal_data: bool = False
    has_health_data: bool = False
    state: EvidenceState = EvidenceState.READY
    pieces: tuple[Piece, ...] = ()

    def __post_init__(self) -> None:
        require_line(title=self.title, place=self.place, holder=self.holder)
        if self.key or self.shows or self.site:
            require_line(key=self.key, shows=self.shows, site=self.site)
        if not self.title:
            raise SnapshotError("Une preuve n’a pas de titre : donnez-lui un titre, par exemple le nom du document.")
        numbers = self.indicators
        if numbers and (list(numbers) != sorted(set(numbers)) or numbers[0] < 1):
            raise SnapshotError(
                f"La preuve « {self.title} » doit citer ses indicateurs une seule fois chacun, dans l’ordre."
            )
        if self.dossiers and list(self.dossiers) != sorted(set(self.dossiers)):
            raise SnapshotError(
                f"La preuve « {self.title} » doit citer ses dossiers une seule fois chacun, dans l’ordre."
            )
        self._require_period()

    def _require_period(self) -> None:
        if self.covers_from and self.covers_to and self.covers_to < self.covers_from:
            raise SnapshotError(
                f"La période de la preuve « {self.title} » finit avant de commencer : corrigez l’une des deux dates."
            )
        if self.renewal_months is not None and not 1 <= self.renewal_months <= RENEWAL_LIMIT:
            raise SnapshotError(
                f"Le rythme de la preuve « {self.title} » se donne en mois, de 1 à {RENEWAL_LIMIT} : corrigez-le."
            )

    @property
    def fresh_until(self) -> date | None:
        """The day by which a fresh one is needed, counted from the end of its period, else from its content's day.

        ``None`` where it has no rhythm, or no date to count from.
        """
        dated = self.covers_to or self.content_date
        return months_after(dated, self.renewal_months) if dated and self.renewal_months else None

    @property
    def period_words(self) -> str:
        """« du 1er janvier 2026 au 31 décembre 2026 »; one day alone where the other is not told, nothing without any."""
        days = (("du", self.covers_from), ("au", self.covers_to))
        return " ".join(f"{word} {in_french(day)}" for word, day in days if day)

    @property
    def is_link(self) -> bool:
        """Whether its place is an address that a browser can follow."""
        return self.place.startswith(("https://", "http://"))
