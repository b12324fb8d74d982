"""The sheet « Lisez-moi »: what this workbook is, how to fill it, how to send it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.referential import REWORDED_MENTION

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.interchange.workbook.options import WorkbookOptions

TITLE = "Auto-évaluation Qualiopi"

_FILL = (
    "Feuille « Grille » : une ligne par indicateur. Choisissez votre niveau dans la liste, ou tapez 1, 2 ou 3, puis écrivez ce que vous montrerez à l’auditeur. Laissez vide ce que vous n’avez pas encore évalué.",
    "« D’après votre profil » dit ce qui s’applique à vous, calculé quand ce classeur a été écrit ; la réponse se recalcule quand vous le renvoyez. Si vous en décidez autrement, choisissez dans la colonne suivante et écrivez toujours le motif.",
    "Feuille « Preuves » : une ligne par preuve, avec les numéros des indicateurs qu’elle sert (1 ; 5 ; 12).",
    "Feuille « Profil » : vos réponses décident de ce qui s’applique à vous. Une question sans réponse reste « à confirmer ».",
    "Feuilles « Sites » et « Écarts » : seulement si elles vous concernent.",
)
_LEVELS = (
    "1 – Prêt : vous possédez tous les éléments qui montrent que vous répondez à l’indicateur.",
    "2 – Partiel : il vous manque certains éléments.",
    "3 – Manquant : vous n’avez pas d’élément.",
)
_FREEDOM = (
    "Vous pouvez élargir les colonnes, en insérer, filtrer les lignes, renommer les feuilles. Les colonnes sont retrouvées par leur titre et les lignes par leur numéro : gardez-les.",
    "Les textes du référentiel sont protégés sans mot de passe, pour éviter une frappe malheureuse. Pour trier la grille ou ajouter vos colonnes : onglet Révision, « Ôter la protection » (dans LibreOffice : Outils, « Protéger la feuille »).",
    "Les listes acceptent aussi vos mots : « prêt », « 2 », « ne s’applique pas ». Les dates s’écrivent 12/09/2026.",
)
_RETURN = (
    "Enregistrez au format .xlsx et renvoyez le fichier. À la relecture, tout ce qui laisse un doute est listé, indicateur par indicateur ; rien de ce que vous avez tapé n’est effacé.",
    "Une feuille masquée, « Données », garde ce que vous n’avez pas à remplir : le texte suivi, les dates d’enregistrement, l’ordre des catégories. Elle ne contient rien d’autre ; pour la voir : clic droit sur un onglet, « Afficher ».",
)


def paragraphs(snapshot: Snapshot, edition: Edition, options: WorkbookOptions) -> tuple[tuple[str, str], ...]:
    """What is written, top to bottom: the style of each line and its text."""
    named = (("Organisme : ", snapshot.profile.provider.name), ("Évaluation : ", snapshot.title))
    return (
        ("title", TITLE),
        *(("paragraph", f"{label}{value}") for label, value in named if value),
        *((("paragraph", options.mention),) if options.mention else ()),
        *(("paragraph", sentence) for sentence in _part(edition, options)),
        *(("paragraph", sentence) for sentence in _text(edition)),
        ("subtitle", "Remplir"),
        *(("paragraph", sentence) for sentence in _FILL),
        ("subtitle", "Les trois niveaux"),
        *(("paragraph", sentence) for sentence in _LEVELS),
        ("subtitle", "Ce que vous pouvez changer"),
        *(("paragraph", sentence) for sentence in _FREEDOM),
        ("subtitle", "Renvoyer"),
        *(("paragraph", sentence) for sentence in _RETURN),
        ("subtitle", f"Les {len(edition.criteria)} critères"),
        *(("paragraph", f"{criterion.number} – {criterion.title.text}") for criterion in edition.criteria),
    )


def _part(edition: Edition, options: WorkbookOptions) -> tuple[str, ...]:
    if options.rows is None:
        return ()
    numbers = [str(number) for number in edition.numbers if number in options.rows]
    count = f"{len(numbers)} indicateur{'s' if len(numbers) > 1 else ''} sur {len(edition.numbers)}"
    whose = f"Partie confiée à {options.recipient}" if options.recipient else "Partie de l’évaluation"
    return (f"{whose} : {count} ({', '.join(numbers)}). Les autres n’y figurent pas.",)


def _text(edition: Edition) -> tuple[str, ...]:
    decree = ", ".join(part for part in (edition.decree.name, edition.decree.reference) if part)
    followed = (
        f"Texte suivi : {edition.title} ({edition.id}). {decree}. Textes vérifiés le {edition.checked_on:%d/%m/%Y}."
    )
    if not any(indicator.statement.is_reworded for indicator in edition.indicators):
        return (followed,)
    return (
        followed,
        f"« {REWORDED_MENTION} » : le sens du texte officiel dit avec nos mots ; seul le texte officiel fait foi.",
    )
