"""How an organisation's documents look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.models import Logo
from auditblanc.reports.look import ACCENT, Look
from auditblanc.reports.look import Logo as DrawnLogo

if TYPE_CHECKING:
    from auditblanc.accounts.models import Organisation


def look(organisation: Organisation) -> Look:
    """Its colour and its logo, in one query."""
    row = Logo.objects.filter(organisation=organisation).first()
    drawn = DrawnLogo(data=bytes(row.data), alternative=logo_words(organisation)) if row else None
    return Look(accent=organisation.accent or ACCENT, logo=drawn)


def logo_words(organisation: Organisation) -> str:
    """What the logo says to those who do not see it."""
    return f"Logo de {organisation.name}"
