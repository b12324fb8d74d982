"""The same assessment begun for many organisations at once."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import Organisation, User
from auditblanc.assessments.models.assessment import Assessment
from auditblanc.domain.categories import AuditKind


class Start(models.TextChoices):
    """Which answers a new assessment starts with."""

    BLANK = "blank", "Aucune : chacun évalue à neuf"
    PREVIOUS = "previous", "Celles de la dernière évaluation de chacun"


class Campaign(models.Model):
    """A person's, by its name; ``name`` is also the title of the assessments.

    ``edition`` is the text that the day of the audit chose when the campaign began. ``template`` is the JSON of what an
    assessment lent (``domain.starting_point``), as it was that day; ``template_name`` says which. Both empty: none.
    """

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="campaigns", verbose_name="personne")
    name = models.CharField("nom", max_length=200)
    kind = models.CharField("audit", max_length=12, blank=True)
    first_day = models.DateField("premier jour de l’audit", null=True, blank=True)
    edition = models.CharField("texte", max_length=100)
    start = models.CharField("réponses de départ", max_length=8, choices=Start.choices)
    template = models.TextField("modèle", blank=True)
    template_name = models.CharField("nom du modèle", max_length=800, blank=True)
    created_at = models.DateTimeField("lancée le")

    class Meta:
        verbose_name = "campagne"
        verbose_name_plural = "campagnes"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_campaign_is_begun_once",
                fields=["person", "name"],
                violation_error_message="Vous avez déjà une campagne de ce nom : choisissez-en un autre.",
            ),
            models.CheckConstraint(
                name="a_campaign_has_a_name",
                condition=~models.Q(name=""),
                violation_error_message="Une campagne porte un nom : donnez-lui-en un.",
            ),
            models.CheckConstraint(
                name="a_campaign_starts_from_something_known",
                condition=models.Q(start__in=Start.values),
                violation_error_message="Une campagne part de réponses vides ou des précédentes : choisissez.",
            ),
            models.CheckConstraint(
                name="a_campaign_prepares_a_known_audit",
                condition=models.Q(kind__in=["", *(kind.value for kind in AuditKind)]),
                violation_error_message="Cette sorte d’audit n’existe pas.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Pushed(models.Model):
    """An organisation of a campaign: what waits to be begun for it, what was begun, or why nothing was (``refusal``)."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="pushed", verbose_name="campagne")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="pushed", verbose_name="organisme"
    )
    assessment = models.OneToOneField(
        Assessment, on_delete=models.CASCADE, null=True, blank=True, related_name="pushed", verbose_name="évaluation"
    )
    refusal = models.CharField("raison", max_length=12, blank=True)

    class Meta:
        verbose_name = "organisme d’une campagne"
        verbose_name_plural = "organismes d’une campagne"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_campaign_has_an_organisation_once",
                fields=["campaign", "organisation"],
                violation_error_message="Cet organisme est déjà dans cette campagne.",
            ),
            models.CheckConstraint(
                name="what_was_refused_was_not_begun",
                condition=models.Q(assessment=None) | models.Q(refusal=""),
                violation_error_message="Une évaluation commencée n’a pas été refusée.",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["campaign"], name="what_waits_in_a_campaign", condition=models.Q(assessment=None, refusal="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} dans {self.campaign}"
