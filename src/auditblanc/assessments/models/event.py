"""Who changed what, when: one chain of events an organisation, and beside it the values, which may be erased."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH
from auditblanc.accounts.models import Organisation, User


class Event(models.Model):
    """One change. Its ``hash`` covers every field here, the digests of both values, and the hash of the event before.

    ``journal``: blank in the organisation's own; else the name of one that came with a file, and goes on no more.
    ``author``, ``assessment`` are the keys of rows that may be gone. ``version`` is the one that the field reached.
    ``request_id``: the same request again finds its event here, and gets the same answer.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="events", verbose_name="organisme"
    )
    journal = models.CharField("journal", max_length=LENGTH, blank=True, default="")
    number = models.PositiveIntegerField("numéro")
    at = models.DateTimeField("le")
    author = models.CharField("par", max_length=LENGTH)
    verb = models.CharField("action", max_length=30)
    assessment = models.CharField("évaluation", max_length=LENGTH, blank=True)
    indicator = models.PositiveSmallIntegerField("indicateur", null=True, blank=True)
    field = models.CharField("champ", max_length=30, blank=True)
    version = models.PositiveIntegerField("version", null=True, blank=True)
    before_digest = models.CharField("empreinte d’avant", max_length=64, blank=True)
    after_digest = models.CharField("empreinte d’après", max_length=64, blank=True)
    previous_hash = models.CharField("empreinte précédente", max_length=64, blank=True)
    hash = models.CharField("empreinte", max_length=64)
    # Nothing, not "", for the changes that come without one: it is unique.
    request_id = models.CharField("demande", max_length=64, null=True, blank=True)  # noqa: DJ001 -- see above

    class Meta:
        verbose_name = "événement"
        verbose_name_plural = "événements"
        ordering: ClassVar = ["organisation", "journal", "number"]
        indexes: ClassVar = [models.Index(fields=["assessment", "indicator", "-number"], name="history_of_a_rating")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_chain_per_organisation",
                fields=["organisation", "journal", "number"],
                violation_error_message="Le journal a déjà un événement de ce numéro.",
            ),
            models.UniqueConstraint(
                name="a_request_is_answered_once",
                fields=["organisation", "request_id"],
                violation_error_message="Cette demande a déjà été enregistrée.",
            ),
            models.CheckConstraint(
                name="events_start_at_1",
                condition=models.Q(number__gte=1),
                violation_error_message="Les événements du journal sont numérotés à partir de 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.verb}"


class EventValue(models.Model):
    """What an event changed, from and to, as JSON. Erased: both are empty, and who did it and when is said.

    ``salt`` makes a digest tell nothing of a short value; it goes with the values.
    """

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="value", verbose_name="événement")
    before = models.TextField("avant", blank=True)
    after = models.TextField("après", blank=True)
    salt = models.CharField("sel", max_length=32, blank=True)
    erased_at = models.DateTimeField("effacée le", null=True, blank=True)
    erased_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="effacée par"
    )

    class Meta:
        verbose_name = "valeur d’un événement"
        verbose_name_plural = "valeurs des événements"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_erased_value_is_empty",
                condition=models.Q(erased_at__isnull=True) | models.Q(before="", after="", salt=""),
                violation_error_message="Une valeur effacée ne garde rien.",
            ),
        ]

    def __str__(self) -> str:
        return f"valeur de l’événement {self.event_id}"
