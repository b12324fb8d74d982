"""Who answers on which indicator of an assessment."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.models import User
from auditblanc.assessments.models.assessment import Assessment


class Assignment(models.Model):
    """An indicator of an assessment is one person's to answer; others who may write still may."""

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="assignments", verbose_name="évaluation"
    )
    indicator = models.PositiveSmallIntegerField("indicateur")
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="assignments", verbose_name="personne")

    class Meta:
        verbose_name = "indicateur confié"
        verbose_name_plural = "indicateurs confiés"
        ordering: ClassVar = ["indicator"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="an_indicator_is_given_to_one_person",
                fields=["assessment", "indicator"],
                violation_error_message="Cet indicateur est déjà confié à quelqu’un.",
            ),
            models.CheckConstraint(
                name="given_indicators_start_at_1",
                condition=models.Q(indicator__gte=1),
                violation_error_message="Les numéros d’indicateur commencent à 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"indicateur {self.indicator} à {self.person}"
