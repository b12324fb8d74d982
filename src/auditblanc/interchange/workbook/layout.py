"""What the workbook looks like, as data: its sheets, their columns and headings. Writer and reader both start from here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditblanc.domain.categories import Category
from auditblanc.interchange.workbook import words
from auditblanc.interchange.workbook.words import Options


class Look(StrEnum):
    """How the cells of a column look. ``LOCKED`` and what follows it are the text's, the others are for answers."""

    ANSWER = "answer"
    CHOICE = "choice"
    DAY = "day"
    COUNT = "count"
    LOCKED = "locked"
    SMALL = "small"
    STRONG = "strong"

    @property
    def is_locked(self) -> bool:
        return self in (Look.LOCKED, Look.SMALL, Look.STRONG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """``width`` in characters; ``also`` are other headings that mean this column; ``hint`` shows beside a chosen cell.

    ``optional``: shown only where useful, or unknown to earlier workbooks; nothing is said when it is not there.
    """

    key: str
    heading: str
    width: int
    look: Look = Look.ANSWER
    options: Options = ()
    also: tuple[str, ...] = ()
    hint: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet: its tab, a title, what to do there in a sentence, and its columns.

    ``spare_rows``: how far below the last filled one lists and filters reach; 0 for a sheet whose rows are given.
    """

    name: str
    title: str
    sentence: str
    columns: tuple[Column, ...]
    spare_rows: int = 0
    also: tuple[str, ...] = ()

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


def level_key(category: Category) -> str:
    return f"level_{category}"


_BY_CATEGORY = tuple(
    Column(
        key=level_key(category),
        heading=f"Niveau {category}",
        width=13,
        look=Look.CHOICE,
        options=words.LEVELS,
        also=(f"Niveau {category.label}",),
        optional=True,
        hint=f"Seulement si vous distinguez par catégorie : le niveau pour {category}. Le niveau de l’indicateur est alors le moins bon.",
    )
    for category in Category
)

GRID = Table(
    name="Grille",
    title="Grille d’auto-évaluation",
    sentence="Pour chaque indicateur, choisissez votre niveau de préparation et écrivez ce que vous montrerez à l’auditeur. Les cellules blanches sont à vous.",
    columns=(
        Column(key="criterion", heading="Critère", width=15, look=Look.SMALL),
        Column(key="number", heading="N°", width=5, look=Look.STRONG, also=("Numéro", "Indicateur", "No", "N")),
        Column(key="title", heading="Indicateur (titre court)", width=17, look=Look.STRONG, also=("Titre",)),
        Column(key="statement", heading="Énoncé", width=38, look=Look.LOCKED),
        Column(key="expected_level", heading="Niveau attendu", width=32, look=Look.LOCKED),
        Column(key="evidence_examples", heading="Exemples de preuves possibles", width=34, look=Look.SMALL),
        Column(
            key="level",
            heading="Votre niveau de préparation",
            width=15,
            look=Look.CHOICE,
            options=words.LEVELS,
            also=("Niveau de préparation", "Votre niveau", "Niveau"),
            hint="Choisissez dans la liste, ou tapez 1, 2 ou 3. Laissez vide tant que vous n’avez pas évalué.",
        ),
        Column(
            key="presentation",
            heading="Ce que vous avez prévu de présenter à l’auditeur",
            width=44,
            also=("Présentation", "Ce que vous avez prévu de présenter"),
        ),
        Column(
            key="computed",
            heading="D’après votre profil",
            width=20,
            look=Look.SMALL,
            optional=True,
        ),
        Column(
            key="applicable",
            heading="S’applique à vous ?",
            width=13,
            look=Look.CHOICE,
            options=words.APPLIES,
            also=("S’applique", "Applicable", "Applicabilité"),
            hint="Laissez vide pour suivre la réponse calculée à gauche. Toute décision demande un motif.",
        ),
        Column(key="reason", heading="Motif de cette décision", width=20, also=("Motif",)),
        Column(
            key="effort",
            heading="Temps pour combler",
            width=11,
            look=Look.CHOICE,
            options=words.EFFORTS,
            also=("Effort",),
            hint="Votre estimation du temps qu’il faut pour combler ce qui manque.",
        ),
        Column(
            key="review",
            heading="Relecture",
            width=10,
            look=Look.CHOICE,
            options=words.REVIEWS,
            hint="Ce que le passage d’un texte à l’autre a fait de cette ligne. Videz la cellule quand vous l’avez relue.",
        ),
        Column(
            key="ticked",
            heading="Preuves cochées",
            width=30,
            optional=True,
            hint="Les sortes de preuve qui sont prêtes, une par ligne.",
        ),
        *_BY_CATEGORY,
    ),
)

EVIDENCE = Table(
    name="Preuves",
    title="Preuves",
    sentence="Une ligne par preuve : ce que vous montrerez, pour quels indicateurs, où c’est et de quand date le contenu.",
    columns=(
        Column(key="title", heading="Preuve", width=44, also=("Titre",)),
        Column(
            key="indicators",
            heading="Indicateurs",
            width=16,
            also=("Indicateur", "Numéros"),
            hint="Les numéros, séparés par des points-virgules : 1 ; 5 ; 12",
        ),
        Column(key="place", heading="Où elle se trouve", width=44, also=("Emplacement", "Lieu")),
        Column(
            key="content_date",
            heading="Date du contenu",
            width=14,
            look=Look.DAY,
            also=("Date",),
            hint="La date de ce que la preuve montre, comme 12/09/2026.",
        ),
        Column(key="holder", heading="Qui la détient", width=24, also=("Détenteur", "Responsable")),
    ),
    spare_rows=500,
)

PROFILE = Table(
    name="Profil",
    title="Profil",
    sentence="Vos réponses décident des indicateurs qui s’appliquent. Une réponse vide reste « à confirmer » : rien n’est deviné.",
    columns=(
        Column(key="question", heading="Question", width=62, look=Look.LOCKED),
        Column(key="answer", heading="Votre réponse", width=44, also=("Réponse",)),
        Column(key="help", heading="Comment répondre", width=60, look=Look.SMALL),
    ),
)

SITES = Table(
    name="Sites",
    title="Sites",
    sentence="Les lieux où travaille du personnel permanent de votre organisme. Un seul organisme : plusieurs numéros de déclaration d’activité font plusieurs classeurs.",
    columns=(
        Column(key="name", heading="Site", width=30, also=("Nom",)),
        Column(key="address", heading="Adresse", width=48),
        Column(
            key="permanent_staff", heading="Personnel permanent", width=13, look=Look.COUNT, hint="Nombre de personnes."
        ),
        Column(key="categories", heading="Catégories", width=18, hint="Parmi AF, BC, VAE, CFA : par exemple AF, CFA"),
        Column(
            key="is_central_function",
            heading="Fonction centrale",
            width=12,
            look=Look.CHOICE,
            options=words.YES_NO,
            hint="« Oui » pour un site au plus : celui qui pilote la qualité.",
        ),
        Column(
            key="seen_at_last_audit",
            heading="Vu au dernier audit",
            width=12,
            look=Look.CHOICE,
            options=words.YES_NO,
        ),
    ),
    spare_rows=100,
)

FINDINGS = Table(
    name="Écarts",
    title="Écarts du dernier audit",
    sentence="Ce que le rapport du dernier audit a relevé, une ligne par indicateur. L’audit de surveillance y reviendra.",
    columns=(
        Column(key="indicator", heading="Indicateur", width=11, look=Look.COUNT, also=("N°", "Numéro")),
        Column(key="gravity", heading="Gravité", width=12, look=Look.CHOICE, options=words.GRAVITIES),
        Column(key="words", heading="Ce que dit le rapport", width=70, also=("Constat",)),
        Column(
            key="received_on", heading="Reçu le", width=13, look=Look.DAY, hint="Le jour où l’écart vous a été notifié."
        ),
        Column(
            key="edition",
            heading="Texte de l’audit",
            width=16,
            also=("Édition",),
            hint="L’édition sur laquelle l’écart a été relevé, par exemple 2019-v9.",
        ),
    ),
    spare_rows=100,
)

TRACE = Table(
    name="Données",
    title="Données techniques",
    sentence="Ce qu’Auditblanc doit retrouver et que vous n’avez pas à remplir : ne modifiez rien ici.",
    columns=(
        Column(key="object", heading="Objet", width=24, look=Look.SMALL),
        Column(key="field", heading="Champ", width=24, look=Look.SMALL),
        Column(key="value", heading="Valeur", width=80, look=Look.SMALL),
    ),
)

TABLES = (GRID, EVIDENCE, PROFILE, SITES, FINDINGS, TRACE)
GUIDE_NAME = "Lisez-moi"
