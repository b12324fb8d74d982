"""A proof noted as one line, and the indicators it answers to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.assessments.models.assessment import Assessment


class Evidence(models.Model):
    """The row of ``domain.snapshot.Evidence``: title, place, day of its content, holder."""

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="evidence", verbose_name="évaluation"
    )
    title = models.CharField("titre", max_length=500)
    place = models.CharField("où la trouver", max_length=500, blank=True)
    content_date = models.DateField("date du contenu", null=True, blank=True)
    holder = models.CharField("détenteur", max_length=500, blank=True)

    class Meta:
        verbose_name = "preuve"
        verbose_name_plural = "preuves"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_proof_has_a_title",
                condition=~models.Q(title=""),
                violation_error_message="Une preuve n’a pas de titre : donnez-lui un titre, par exemple le nom du document.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class EvidenceIndicator(models.Model):
    """A proof answers to an indicator."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="links", verbose_name="preuve")
    indicator = models.PositiveSmallIntegerField("indicateur")

    class Meta:
        verbose_name = "indicateur d’une preuve"
        verbose_name_plural = "indicateurs des preuves"
        ordering: ClassVar = ["indicator"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_proof_cites_an_indicator_once",
                fields=["evidence", "indicator"],
                violation_error_message="Cette preuve cite déjà cet indicateur.",
            ),
            models.CheckConstraint(
                name="cited_indicators_start_at_1",
                condition=models.Q(indicator__gte=1),
                violation_error_message="Les numéros d’indicateur commencent à 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"indicateur {self.indicator}"
