"""What a provider does: the answers that decide what applies. An answer not given is ``None``, never a guess."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from auditblanc.domain.categories import AuditKind, Category, Gravity
from auditblanc.domain.text import require_line, require_text

# Wider than the life of any certificate: the first ones date from 2019, a certificate holds three or four years.
PLAUSIBLE_YEARS = range(2000, 2101)


class ProfileError(ValueError):
    """Two answers that cannot both be true, as one French sentence."""


def _require_plausible(*days: date | None) -> None:
    """Refuse a slip of the keyboard, and with it days that months can no longer be added to."""
    for day in days:
        if day and day.year not in PLAUSIBLE_YEARS:
            raise ProfileError(f"La date {day:%d/%m/%Y} n’est pas vraisemblable : corrigez l’année.")


class Certifying(StrEnum):
    """Whether the trainings lead to a registered certification (RNCP), an entry of the RS, or neither."""

    RNCP = "rncp"
    RS = "rs"
    NONE = "none"

    @property
    def label(self) -> str:
        return {"rncp": "enregistrée au RNCP", "rs": "enregistrée au Répertoire spécifique (RS)", "none": "aucune"}[
            self.value
        ]


class ActingAsSubcontractor(StrEnum):
    """Whether the sampled services are delivered for another provider. Source: guide de lecture V9, subcontracting boxes."""

    NO = "no"
    WITH_CONTRACT = "with_contract"
    WITHOUT_CONTRACT = "without_contract"

    @property
    def label(self) -> str:
        return {
            "no": "non",
            "with_contract": "oui, avec un contrat de sous-traitance",
            "without_contract": "oui, sans contrat de sous-traitance",
        }[self.value]


class TurnoverBand(StrEnum):
    """Total products of the last BPF, excluding tax, in euros. Source: order of 6 June 2019, article 4."""

    UNDER_150K = "under_150k"
    FROM_150K_TO_750K = "150k_to_750k"
    FROM_750K = "from_750k"

    @property
    def label(self) -> str:
        return {
            "under_150k": "moins de 150 000 €",
            "150k_to_750k": "de 150 000 € à moins de 750 000 €",
            "from_750k": "750 000 € ou plus",
        }[self.value]


class Document(StrEnum):
    """A document that the certifier asks for before an audit and that no answer of the profile can stand for."""

    ACTIVITY_DESCRIPTION = "activity_description"
    ANNUAL_TRAINING_REPORT = "annual_training_report"
    ORGANISATION_CHART = "organisation_chart"
    SWORN_STATEMENT = "sworn_statement"

    @property
    def label(self) -> str:
        return {
            "activity_description": "description de l’activité",
            "annual_training_report": "bilan pédagogique et financier (BPF)",
            "organisation_chart": "organigramme nominatif et fonctionnel",
            "sworn_statement": "attestation sur l’honneur",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One category of action that the provider delivers, and whether it is a new entrant for it."""

    category: Category
    new_entrant: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Who is audited. Identifiers are kept as typed; checking their shape is for those who enter them."""

    name: str = ""
    siren: str = ""
    nda: str = ""
    legal_status: str = ""
    director: str = ""

    def __post_init__(self) -> None:
        require_line(
            name=self.name, siren=self.siren, nda=self.nda, legal_status=self.legal_status, director=self.director
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The audit that is prepared. ``last_day`` is given only when the audit spans several days."""

    first_day: date | None = None
    last_day: date | None = None
    kind: AuditKind | None = None

    def __post_init__(self) -> None:
        _require_plausible(self.first_day, self.last_day)
        if self.last_day and not self.first_day:
            raise ProfileError("Le dernier jour d’audit est donné sans le premier : indiquez aussi le premier jour.")
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ProfileError("Le dernier jour d’audit précède le premier : corrigez l’une des deux dates.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place with permanent staff of the provider. Source: FAQ of the ministry, 1."""

    name: str
    address: str = ""
    permanent_staff: int | None = None
    categories: tuple[Category, ...] = ()
    is_central_function: bool = False
    seen_at_last_audit: bool | None = None

    def __post_init__(self) -> None:
        require_line(name=self.name)
        require_text(address=self.address)
        if not self.name:
            raise ProfileError("Un site n’a pas de nom : donnez-lui un nom, par exemple sa ville.")
        if self.permanent_staff is not None and self.permanent_staff < 0:
            raise ProfileError(f"L’effectif permanent du site « {self.name} » est négatif : corrigez-le.")
        _require_unique(self.categories, f"Une catégorie est citée deux fois pour le site « {self.name} ».")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The certificate in force. ``decided_on`` is the day the certification was obtained."""

    decided_on: date
    certifier: str = ""
    number: str = ""
    expires_on: date | None = None
    categories: tuple[Category, ...] = ()

    def __post_init__(self) -> None:
        require_line(certifier=self.certifier, number=self.number)
        _require_plausible(self.decided_on, self.expires_on)
        _require_unique(self.categories, "Une catégorie est citée deux fois pour le certificat.")
        if self.expires_on and self.expires_on <= self.decided_on:
            raise ProfileError("Le certificat expire avant d’avoir été obtenu : corrigez l’une des deux dates.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A gap raised by a real audit. It stays on the edition it was raised on."""

    indicator: int
    gravity: Gravity
    edition: str = ""
    words: str = ""
    received_on: date | None = None

    def __post_init__(self) -> None:
        require_line(edition=self.edition)
        require_text(words=self.words)
        _require_plausible(self.received_on)
        if self.indicator < 1:
            raise ProfileError(f"Le numéro d’indicateur {self.indicator} n’existe pas : les numéros commencent à 1.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAudit:
    """What the last audit left: its gaps, one per indicator (FAQ of the ministry, 3.2), and the indicators it skipped."""

    held_on: date | None = None
    findings: tuple[Finding, ...] = ()
    skipped: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        _require_plausible(self.held_on)
        _require_unique(
            tuple(finding.indicator for finding in self.findings),
            "Deux écarts portent sur le même indicateur : un indicateur n’a qu’une fiche d’écart, réunissez-les.",
        )
        _require_unique(self.skipped, "Un indicateur non audité est cité deux fois.")
        if any(number < 1 for number in self.skipped):
            raise ProfileError("Un indicateur non audité a un numéro qui n’existe pas : les numéros commencent à 1.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Every answer that a rule may ask for. No category means: not answered yet."""

    provider: Provider = Provider()
    activities: tuple[Activity, ...] = ()
    certifying: Certifying | None = None
    alternance: bool | None = None
    work_situation_periods: bool | None = None
    subcontracting_or_portage: bool | None = None
    duration_over_2_days: bool | None = None
    distance: bool | None = None
    hosts_learners_with_disabilities: bool | None = None
    acting_as_subcontractor: ActingAsSubcontractor | None = None
    audit: Audit = Audit()
    turnover: TurnoverBand | None = None
    sites: tuple[Site, ...] = ()
    certificate: Certificate | None = None
    last_audit: LastAudit | None = None
    documents: tuple[Document, ...] = ()

    def __post_init__(self) -> None:
        _require_unique(self.categories, "Une catégorie d’action est citée deux fois dans le profil.")
        _require_unique(self.documents, "Un document est cité deux fois dans le profil.")
        _require_unique(tuple(site.name for site in self.sites), "Deux sites portent le même nom : distinguez-les.")
        if sum(site.is_central_function for site in self.sites) > 1:
            raise ProfileError("Deux sites portent la fonction centrale : n’en gardez qu’un.")

    @property
    def categories(self) -> tuple[Category, ...]:
        return tuple(activity.category for activity in self.activities)


def _require_unique(values: tuple[object, ...], sentence: str) -> None:
    if len(set(values)) != len(values):
        raise ProfileError(sentence)
