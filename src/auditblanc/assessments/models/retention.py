"""How long an organisation keeps a kind of proofs."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.models import Organisation
from auditblanc.domain.retention import Kept


class Retention(models.Model):
    """``months`` counted from the end of what a proof covers. No row: kept without limit."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="retentions", verbose_name="organisme"
    )
    kind = models.CharField("sorte de preuves", max_length=10)
    months = models.PositiveSmallIntegerField("durée (mois)")

    class Meta:
        verbose_name = "durée de conservation"
        verbose_name_plural = "durées de conservation"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_retention_a_kind",
                fields=["organisation", "kind"],
                violation_error_message="Cette sorte de preuves a déjà une durée.",
            ),
            models.CheckConstraint(
                name="a_retention_has_a_known_kind",
                condition=models.Q(kind__in=[each.value for each in Kept]),
                violation_error_message="Cette sorte de preuves n’existe pas.",
            ),
            models.CheckConstraint(
                name="a_retention_is_1_to_600_months",
                condition=models.Q(months__range=(1, 600)),
                violation_error_message="Une durée de conservation se donne en mois, de 1 à 600.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} : {self.months} mois"
