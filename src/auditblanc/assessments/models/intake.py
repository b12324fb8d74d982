"""A file that was read and waits for the person to confirm: nothing of it is written before."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import Organisation, User
from auditblanc.assessments.models.assessment import Assessment
from auditblanc.assessments.models.piece import StoredFile


class Intake(models.Model):
    """``document`` is the JSON file of what was read, doubts included. ``into``: the assessment that it comes back to.

    ``file``: the content that was read, where it is kept as it came (neutral mode).

    Removed once confirmed or given up, and after a week in any case.
    """

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="intakes", verbose_name="organisme"
    )
    into = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name="évaluation"
    )
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="intakes", verbose_name="fichier"
    )
    file_name = models.CharField("nom du fichier", max_length=255)
    document = models.TextField("contenu lu")
    received_at = models.DateTimeField("reçu le")
    received_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name="reçu de")

    class Meta:
        verbose_name = "fichier à confirmer"
        verbose_name_plural = "fichiers à confirmer"
        ordering: ClassVar = ["-received_at"]

    def __str__(self) -> str:
        return self.file_name
