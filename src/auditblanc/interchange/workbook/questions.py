"""The questions of the sheet « Profil », as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Document
from auditblanc.interchange.workbook import words
from auditblanc.interchange.workbook.words import Options


class Kind(StrEnum):
    """What an answer is."""

    LINE = "line"
    DAY = "day"
    CHOICE = "choice"
    CATEGORIES = "categories"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    key: str
    words: str
    kind: Kind = Kind.LINE
    options: Options = ()
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    title: str
    questions: tuple[Question, ...]


def _choice(key: str, question: str, options: Options, advice: str = "") -> Question:
    return Question(key=key, words=question, kind=Kind.CHOICE, options=options, help=advice)


def _yes_no(key: str, question: str, advice: str = "") -> Question:
    return _choice(key, question, words.YES_NO, advice)


def _day(key: str, question: str, advice: str = "Comme 12/09/2026") -> Question:
    return Question(key=key, words=question, kind=Kind.DAY, help=advice)


def activity_key(category: Category) -> str:
    return f"activity_{category}"


def new_entrant_key(category: Category) -> str:
    return f"new_entrant_{category}"


def document_key(document: Document) -> str:
    return f"document_{document}"


_LIST_OF_CATEGORIES = "Parmi AF, BC, VAE, CFA : par exemple AF, CFA"
_DOCUMENTS = {
    Document.ACTIVITY_DESCRIPTION: "La description de votre activité est-elle écrite ?",
    Document.ANNUAL_TRAINING_REPORT: "Votre dernier bilan pédagogique et financier (BPF) est-il à portée de main ?",
    Document.ORGANISATION_CHART: "Votre organigramme nominatif et fonctionnel est-il à jour ?",
    Document.SWORN_STATEMENT: "Votre attestation sur l’honneur est-elle signée ?",
}

SECTIONS = (
    Section(
        title="Cette évaluation",
        questions=(
            Question(key="title", words="Titre de l’évaluation", help="Pour la reconnaître : « Audit de 2027 »"),
        ),
    ),
    Section(
        title="Votre organisme",
        questions=(
            Question(key="name", words="Dénomination"),
            Question(key="siren", words="Numéro SIREN", help="Neuf chiffres"),
            Question(key="nda", words="Numéro de déclaration d’activité (NDA)", help="Onze chiffres"),
            Question(key="legal_status", words="Statut juridique"),
            Question(key="director", words="Nom du dirigeant"),
        ),
    ),
    Section(
        title="Vos catégories d’actions",
        questions=tuple(
            question
            for category in Category
            for question in (
                _yes_no(activity_key(category), f"{category} : délivrez-vous cette catégorie ?", category.label),
                _yes_no(
                    new_entrant_key(category),
                    f"{category} : êtes-vous nouvel entrant ?",
                    "Oui si vous n’avez encore rien délivré dans cette catégorie",
                ),
            )
        ),
    ),
    Section(
        title="Votre activité",
        questions=(
            _choice(
                "certifying", "Vos prestations conduisent-elles à une certification professionnelle ?", words.CERTIFYING
            ),
            _yes_no("alternance", "Certaines de vos formations se font-elles en alternance ?"),
            _yes_no(
                "work_situation_periods",
                "Vos formations comprennent-elles des périodes en entreprise ?",
                "Alternance, stage, action de formation en situation de travail (AFEST)",
            ),
            _yes_no("subcontracting_or_portage", "Faites-vous appel à la sous-traitance ou au portage salarial ?"),
            _yes_no("duration_over_2_days", "Certaines de vos formations durent-elles plus de deux jours ?"),
            _yes_no("distance", "Certaines de vos prestations se font-elles à distance ?"),
            _yes_no("hosts_learners_with_disabilities", "Accueillez-vous des personnes en situation de handicap ?"),
            _choice(
                "acting_as_subcontractor",
                "Intervenez-vous comme sous-traitant d’un autre prestataire ?",
                words.SUBCONTRACTOR,
            ),
            _choice("turnover", "Produits du dernier bilan pédagogique et financier (hors taxes)", words.TURNOVERS),
        ),
    ),
    Section(
        title="L’audit que vous préparez",
        questions=(
            _choice("audit_kind", "Quel audit préparez-vous ?", words.AUDIT_KINDS),
            _day("audit_first_day", "Premier jour de l’audit", "Comme 12/09/2026. C’est ce jour qui choisit le texte"),
            _day("audit_last_day", "Dernier jour de l’audit", "Seulement s’il dure plusieurs jours"),
        ),
    ),
    Section(
        title="Votre certificat en cours",
        questions=(
            _day("decided_on", "Certificat obtenu le", "Comme 12/09/2026. Laissez vide si vous n’en avez pas"),
            Question(key="certifier", words="Organisme certificateur"),
            Question(key="certificate_number", words="Numéro du certificat"),
            _day("expires_on", "Certificat valable jusqu’au"),
            Question(
                key="certificate_categories",
                words="Catégories certifiées",
                kind=Kind.CATEGORIES,
                help=_LIST_OF_CATEGORIES,
            ),
        ),
    ),
    Section(
        title="Votre dernier audit",
        questions=(
            _yes_no("audited", "Avez-vous déjà eu un audit ?", "Ses écarts se notent dans la feuille « Écarts »"),
            _day("held_on", "Date du dernier audit"),
            Question(
                key="skipped",
                words="Indicateurs qui n’y ont pas été audités",
                kind=Kind.NUMBERS,
                help="Après un audit initial allégé : 3 ; 13 ; 14",
            ),
        ),
    ),
    Section(
        title="Vos documents pour le certificateur",
        questions=tuple(_yes_no(document_key(document), _DOCUMENTS[document]) for document in Document),
    ),
)
# Questions whose key is the field that they fill, of the provider and of the profile.
PROVIDER = ("name", "siren", "nda", "legal_status", "director")
PLAIN = (
    "certifying",
    "alternance",
    "work_situation_periods",
    "subcontracting_or_portage",
    "duration_over_2_days",
    "distance",
    "hosts_learners_with_disabilities",
    "acting_as_subcontractor",
    "turnover",
)
QUESTIONS = {question.key: question for section in SECTIONS for question in section.questions}
