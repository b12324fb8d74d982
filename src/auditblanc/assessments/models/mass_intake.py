"""Many filled forms received at once, and what became of each."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import Organisation, User
from auditblanc.assessments.models.assessment import Assessment


class Outcome(models.TextChoices):
    """What became of a form."""

    ATTACHED = "attached", "rattachée"
    WAITING = "waiting", "à rattacher"
    ALREADY = "already", "déjà reçue"
    REFUSED = "refused", "refusée"


class MassIntake(models.Model):
    """A folder or an archive of filled forms, received by one person.

    ``total``: how many files it holds. ``creates``: whether numbers that nobody has make a new organisation.
    ``ended_at``: when each of them had its outcome; it may be carried on until then. ``failure``: why it cannot be.
    ``remarks``: what is to be said of the index, a sentence a line.
    """

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    received_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name="reçu par")
    name = models.CharField("nom", max_length=255)
    creates = models.BooleanField("crée les organismes qui manquent", default=True)
    total = models.PositiveIntegerField("fichiers", default=0)
    begun_at = models.DateTimeField("commencée le")
    ended_at = models.DateTimeField("finie le", null=True, blank=True)
    failure = models.TextField("empêchement", blank=True)
    remarks = models.TextField("remarques", blank=True)

    class Meta:
        verbose_name = "réception de fiches"
        verbose_name_plural = "réceptions de fiches"
        ordering: ClassVar = ["-begun_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["received_by", "-begun_at"], name="intakes_of_a_person")]

    def __str__(self) -> str:
        return self.name


class ReceivedForm(models.Model):
    """One file. ``name``: its path in the folder or the archive. ``digest``: SHA-256 of its bytes, in hexadecimal.

    ``reason``: the sentence that says why it is not attached. ``doubts``: the JSON list of what is doubtful in it.
    ``document``: what was read, as the JSON file, kept only while it waits for a person to say whose it is; so is ``data``,
    its bytes, where it is to be given back as it came.
    """

    intake = models.ForeignKey(MassIntake, on_delete=models.CASCADE, related_name="forms", verbose_name="réception")
    name = models.CharField("fichier", max_length=500)
    digest = models.CharField("empreinte", max_length=64)
    outcome = models.CharField("suite", max_length=10, choices=Outcome.choices)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, related_name="+", null=True, blank=True, verbose_name="organisme"
    )
    assessment = models.ForeignKey(
        Assessment, on_delete=models.SET_NULL, related_name="+", null=True, blank=True, verbose_name="évaluation"
    )
    is_new = models.BooleanField("organisme créé", default=False)
    reason = models.TextField("motif", blank=True)
    rated = models.PositiveSmallIntegerField("indicateurs évalués", default=0)
    doubtful = models.PositiveSmallIntegerField("doutes", default=0)
    doubts = models.TextField("doutes de lecture", blank=True)
    document = models.TextField("contenu lu", blank=True)
    data = models.BinaryField("contenu du fichier", null=True, blank=True)

    class Meta:
        verbose_name = "fiche reçue"
        verbose_name_plural = "fiches reçues"
        indexes: ClassVar = [
            models.Index(fields=["digest"], name="forms_of_the_same_content"),
            models.Index(fields=["intake", "outcome", "name"], name="forms_by_outcome"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_file_is_received_once",
                fields=["intake", "name"],
                violation_error_message="Ce fichier est déjà dans cette réception.",
            ),
            models.CheckConstraint(
                name="an_outcome_is_known",
                condition=models.Q(outcome__in=Outcome.values),
                violation_error_message="Une fiche est rattachée, à rattacher, déjà reçue ou refusée.",
            ),
            models.CheckConstraint(
                name="a_form_not_attached_says_why",
                condition=~models.Q(outcome__in=[Outcome.WAITING, Outcome.REFUSED], reason=""),
                violation_error_message="Une fiche qui n’est pas rattachée dit pourquoi.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
