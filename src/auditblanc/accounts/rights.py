"""Who may do what in an organisation: the one table, which the door asks, the site shows and the guide prints."""

from __future__ import annotations

from enum import StrEnum

from auditblanc.accounts.models import Role


class Right(StrEnum):
    """What may be done; each page asks for one of these."""

    READ = "read"
    ANSWER = "answer"
    EDIT = "edit"
    MANAGE = "manage"

    @property
    def label(self) -> str:
        return {
            "read": "Lire les évaluations, les preuves, le plan d’actions et le journal",
            "answer": "Répondre aux indicateurs qui lui sont confiés, tenir leurs preuves, et suivre les actions qui lui sont confiées",
            "edit": "Modifier tout le reste : profil, indicateurs, preuves, actions, écarts, documents",
            "manage": "Inviter, changer les rôles, effacer une valeur du journal, supprimer l’organisme",
        }[self.value]

    @property
    def refusal(self) -> str:
        """What a person reads who has not got it."""
        return {
            "read": "Vous ne pouvez pas lire cet organisme.",
            "answer": "Cela ne vous est pas confié : demandez-le à un rédacteur.",
            "edit": "Vous pouvez lire cet organisme, non le modifier : demandez un rôle de rédacteur.",
            "manage": "Seul un propriétaire de l’organisme peut faire cela : demandez-le-lui.",
        }[self.value]


# The auditor has none here: a room shows what it shows, between two times.
RIGHTS: dict[Role, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.EDITOR: frozenset({Right.READ, Right.ANSWER, Right.EDIT}),
    Role.CONTRIBUTOR: frozenset({Right.READ, Right.ANSWER}),
    Role.READER: frozenset({Right.READ}),
    Role.AUDITOR: frozenset(),
}


def having(right: Right) -> frozenset[Role]:
    """The roles that have it."""
    return frozenset(role for role, rights in RIGHTS.items() if right in rights)
