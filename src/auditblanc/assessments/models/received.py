"""The files that answers were read from, kept as they came: a certification body gives the same form back."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import User
from auditblanc.assessments.models.assessment import Assessment
from auditblanc.assessments.models.piece import StoredFile


class ReceivedFile(models.Model):
    """A file that became answers of an assessment. Its content is that of ``file``, to the byte; nothing ever changes it."""

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="received", verbose_name="évaluation"
    )
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="received", verbose_name="fichier")
    name = models.CharField("nom", max_length=255)
    received_at = models.DateTimeField("reçu le")
    received_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="reçu de"
    )

    class Meta:
        verbose_name = "fichier reçu"
        verbose_name_plural = "fichiers reçus"
        ordering: ClassVar = ["received_at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_received_file_is_kept_once",
                fields=["assessment", "file"],
                violation_error_message="Ce fichier est déjà gardé avec cette évaluation.",
            ),
            models.CheckConstraint(
                name="a_received_file_has_a_name",
                condition=~models.Q(name=""),
                violation_error_message="Un fichier reçu n’a pas de nom : donnez-lui un nom.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
