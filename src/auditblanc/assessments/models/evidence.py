"""The register: proofs of an organisation, the indicators they answer to, the dossiers they belong to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import Organisation
from auditblanc.domain.evidence import DossierKind, EvidenceState


class Evidence(models.Model):
    """The row of ``domain.evidence.Evidence``. ``removed_at``: thrown away that day, gone for good thirty days later."""

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="evidence", verbose_name="organisme"
    )
    title = models.CharField("titre", max_length=500)
    shows = models.CharField("ce qu’elle montre", max_length=500, blank=True)
    place = models.CharField("où la trouver", max_length=500, blank=True)
    content_date = models.DateField("date du contenu", null=True, blank=True)
    covers_from = models.DateField("couvre depuis le", null=True, blank=True)
    covers_to = models.DateField("couvre jusqu’au", null=True, blank=True)
    renewal_months = models.PositiveSmallIntegerField("à renouveler tous les (mois)", null=True, blank=True)
    holder = models.CharField("détenteur", max_length=500, blank=True)
    site = models.CharField("site", max_length=500, blank=True)
    has_personal_data = models.BooleanField("données personnelles", default=False)
    has_health_data = models.BooleanField("données de santé", default=False)
    state = models.CharField("état", max_length=10, default=EvidenceState.READY.value)
    version = models.PositiveIntegerField("version", default=0)
    removed_at = models.DateTimeField("retirée le", null=True, blank=True)

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
            models.CheckConstraint(
                name="a_proof_has_a_known_state",
                condition=models.Q(state__in=[each.value for each in EvidenceState]),
                violation_error_message="Une preuve est demandée, manquante, en préparation, prête ou refusée.",
            ),
            models.CheckConstraint(
                name="a_period_ends_after_it_begins",
                condition=models.Q(covers_from=None)
                | models.Q(covers_to=None)
                | models.Q(covers_to__gte=models.F("covers_from")),
                violation_error_message="La période finit avant de commencer : corrigez l’une des deux dates.",
            ),
            models.CheckConstraint(
                name="a_renewal_is_1_to_120_months",
                condition=models.Q(renewal_months=None) | models.Q(renewal_months__range=(1, 120)),
                violation_error_message="Le rythme se donne en mois, de 1 à 120.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class EvidenceIndicator(models.Model):
    """A proof answers to an indicator, by its number, the same in every edition."""

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


class Dossier(models.Model):
    """A session, a learner or a trainer: the second axis of the register."""

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="dossiers", verbose_name="organisme"
    )
    kind = models.CharField("sorte", max_length=10)
    name = models.CharField("nom", max_length=500)

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        ordering: ClassVar = ["kind", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_dossier_is_there_once",
                fields=["organisation", "kind", "name"],
                violation_error_message="Ce dossier existe déjà.",
            ),
            models.CheckConstraint(
                name="a_dossier_has_a_known_kind",
                condition=models.Q(kind__in=[each.value for each in DossierKind]),
                violation_error_message="Un dossier est une session, un bénéficiaire ou un formateur.",
            ),
            models.CheckConstraint(
                name="a_dossier_has_a_name",
                condition=~models.Q(name=""),
                violation_error_message="Un dossier n’a pas de nom : nommez la session, le bénéficiaire ou le formateur.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class EvidenceDossier(models.Model):
    """A proof belongs to a dossier."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="in_dossiers", verbose_name="preuve")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="proofs", verbose_name="dossier")

    class Meta:
        verbose_name = "dossier d’une preuve"
        verbose_name_plural = "dossiers des preuves"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_proof_is_in_a_dossier_once",
                fields=["evidence", "dossier"],
                violation_error_message="Cette preuve est déjà dans ce dossier.",
            ),
        ]

    def __str__(self) -> str:
        return f"preuve {self.evidence_id} dans le dossier {self.dossier_id}"
