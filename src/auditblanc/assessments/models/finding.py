"""What real audits raised, and what is answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import Organisation
from auditblanc.assessments.models.evidence import Evidence
from auditblanc.domain.categories import Gravity


class Finding(models.Model):
    """The row of ``domain.finding.AuditFinding``. It stays on the edition it was raised on."""

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="findings", verbose_name="organisme"
    )
    indicator = models.PositiveSmallIntegerField("indicateur")
    gravity = models.CharField("gravité", max_length=10)
    edition = models.CharField("texte", max_length=100, blank=True)
    words = models.TextField("constat du certificateur", blank=True)
    received_on = models.DateField("reçu le", null=True, blank=True)
    audit_day = models.DateField("premier jour de l’audit", null=True, blank=True)
    site = models.CharField("site", max_length=500, blank=True)
    cause = models.TextField("cause", blank=True)
    plan = models.TextField("plan", blank=True)
    answered_on = models.DateField("réponse envoyée le", null=True, blank=True)
    lifted_on = models.DateField("levé le", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=0)
    removed_at = models.DateTimeField("retiré le", null=True, blank=True)

    class Meta:
        verbose_name = "écart"
        verbose_name_plural = "écarts"
        ordering: ClassVar = ["indicator", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_finding_has_a_known_gravity",
                condition=models.Q(gravity__in=[each.value for each in Gravity]),
                violation_error_message="Un écart est mineur ou majeur.",
            ),
            models.CheckConstraint(
                name="a_finding_is_on_an_indicator",
                condition=models.Q(indicator__gte=1),
                violation_error_message="Les numéros d’indicateur commencent à 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"écart sur l’indicateur {self.indicator}"


class FindingEvidence(models.Model):
    """A proof that a gap was corrected."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="proofs", verbose_name="écart")
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="corrects", verbose_name="preuve")

    class Meta:
        verbose_name = "preuve d’un écart"
        verbose_name_plural = "preuves des écarts"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_finding_cites_a_proof_once",
                fields=["finding", "evidence"],
                violation_error_message="Cet écart cite déjà cette preuve.",
            ),
        ]

    def __str__(self) -> str:
        return f"preuve {self.evidence_id} de l’écart {self.finding_id}"
