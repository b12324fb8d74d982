"""Addresses of calendars, and the weekly digest of a person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import Organisation, User


class CalendarFeed(models.Model):
    """A secret address where a calendar program reads the days of an organisation, or of one of its people (``owner``).

    ``digest`` is the SHA-256 of the secret: who reads this table cannot ask for the calendar.
    """

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="feeds", verbose_name="organisme"
    )
    owner = models.CharField("personne", max_length=500, blank=True)
    digest = models.CharField("empreinte", max_length=64, unique=True)
    made_at = models.DateTimeField("ouverte le")
    made_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="feeds", verbose_name="ouverte par")

    class Meta:
        verbose_name = "adresse d’un calendrier"
        verbose_name_plural = "adresses de calendriers"
        ordering: ClassVar = ["made_at", "pk"]

    def __str__(self) -> str:
        return self.owner or "Tout l’organisme"


class Digest(models.Model):
    """What a person is written each week: when last, and whether they stopped it."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="digest", verbose_name="personne")
    sent_at = models.DateTimeField("envoyé le", null=True, blank=True)
    stopped_at = models.DateTimeField("arrêté le", null=True, blank=True)

    class Meta:
        verbose_name = "rappel hebdomadaire"
        verbose_name_plural = "rappels hebdomadaires"

    def __str__(self) -> str:
        return f"rappel de {self.user}"
