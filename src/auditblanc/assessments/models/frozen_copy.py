"""A copy of an assessment as it was on a day, that nothing changes any more."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import User
from auditblanc.assessments.models.assessment import Assessment


class FrozenCopy(models.Model):
    """``document`` is the JSON file of the assessment; ``fingerprint`` is its SHA-256, which anybody can compute again."""

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    assessment = models.ForeignKey(
        Assessment, on_delete=models.PROTECT, related_name="frozen_copies", verbose_name="évaluation"
    )
    name = models.CharField("nom", max_length=200)
    made_at = models.DateTimeField("figée le")
    made_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="figée par")
    fingerprint = models.CharField("empreinte", max_length=64)
    document = models.TextField("contenu")

    class Meta:
        verbose_name = "copie figée"
        verbose_name_plural = "copies figées"
        ordering: ClassVar = ["made_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_frozen_copy_has_a_name",
                condition=~models.Q(name=""),
                violation_error_message="Une copie figée n’a pas de nom : donnez-lui un nom, par exemple « Avant audit ».",
            ),
        ]

    def __str__(self) -> str:
        return self.name
