"""What a person keeps to write again on an indicator."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import User


class Phrase(models.Model):
    """A text of one person's, for the indicator of that number in any of their organisations; nobody else sees it."""

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="phrases", verbose_name="personne")
    indicator = models.PositiveSmallIntegerField("indicateur")
    text = models.TextField("texte")
    written_at = models.DateTimeField("écrite le")

    class Meta:
        verbose_name = "phrase"
        verbose_name_plural = "phrases"
        indexes: ClassVar = [models.Index(fields=["person", "indicator"], name="phrases_of_a_person")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_phrase_says_something",
                condition=~models.Q(text=""),
                violation_error_message="Une phrase vide ne dit rien : écrivez-la.",
            ),
            models.CheckConstraint(
                name="phrases_are_for_an_indicator",
                condition=models.Q(indicator__gte=1),
                violation_error_message="Une phrase est pour un indicateur : choisissez-le.",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:50]
