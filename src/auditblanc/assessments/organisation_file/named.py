"""Which organisation a command names."""

from __future__ import annotations

from django.db.models import Q

from auditblanc.accounts.models import Organisation
from auditblanc.interchange.problems import UnreadableFileError


def named(name: str) -> Organisation:
    """The organisation of that name or key.

    Raises:
        UnreadableFileError: none, or several have the name.
    """
    found = Organisation.objects.filter(Q(key=name) | Q(name=name), removed_at=None).order_by("name", "pk")
    if len(found) == 1:
        return found[0]
    if found:
        keys = ", ".join(each.key for each in found)
        raise UnreadableFileError(
            f"Plusieurs organismes s’appellent « {name} » : donnez la clé de l’un d’eux ({keys})."
        )
    every = Organisation.objects.filter(removed_at=None, is_example=False).order_by("name")
    known = ", ".join(f"« {each.name} »" for each in every[:20]) or "aucun"
    raise UnreadableFileError(f"Aucun organisme ne s’appelle « {name} ». Ceux qui sont là : {known}.")
