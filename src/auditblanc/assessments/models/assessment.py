"""One assessment of one organisation, on one edition of the text."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Length, Replace
from django.utils.timezone import localtime

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import Organisation

# One character an indicator, in the order of their numbers: what lists and statistics read.
UNRATED = "0"
_LATEST = models.Q(is_latest=True)


class Assessment(models.Model):
    """``profile`` is the published JSON of a profile, read and written whole (docs/decisions/0010-site-data.md).

    ``levels`` repeats the ratings, one character an indicator from number 1 on (« 0 »: unrated), in the same transaction.
    ``answered``: how many of them are rated, by the database itself. ``audit_day`` repeats the first day of the profile's audit.
    ``is_latest``: of those of the organisation that are not thrown away, the last one begun (``writes.latest``).
    ``start`` is the assessment that this one continues, when it came from another.
    ``removed_at``: thrown away that day, gone for good thirty days later.
    """

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="assessments", verbose_name="organisme"
    )
    edition = models.CharField("texte", max_length=100)
    title = models.CharField("titre", max_length=500, blank=True)
    profile = models.TextField("profil", blank=True)
    profile_version = models.PositiveIntegerField("version du profil", default=0)
    levels = models.CharField("niveaux", max_length=200, blank=True)
    answered = models.GeneratedField(
        expression=Length(Replace("levels", models.Value(UNRATED), models.Value(""))),
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
        verbose_name="indicateurs évalués",
    )
    audit_day = models.DateField("jour de l’audit", null=True, blank=True)
    is_latest = models.BooleanField("la dernière de l’organisme", default=False)
    start = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, verbose_name="reprise de")
    created_at = models.DateTimeField("créée le")
    updated_at = models.DateTimeField("modifiée le")
    removed_at = models.DateTimeField("retirée le", null=True, blank=True)

    class Meta:
        verbose_name = "évaluation"
        verbose_name_plural = "évaluations"
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-updated_at"], name="latest_of_an_organisation"),
            # What a portfolio is sorted by: one row an organisation.
            *(
                models.Index(fields=[field, "organisation"], name=f"portfolio_by_{field}", condition=_LATEST)
                for field in ("answered", "updated_at", "audit_day")
            ),
            # All the levels of a network are read from this index alone.
            models.Index(fields=["organisation", "levels"], name="levels_of_the_latest", condition=_LATEST),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_assessment_has_an_edition",
                condition=~models.Q(edition=""),
                violation_error_message="L’évaluation ne dit pas sur quel texte elle porte.",
            ),
            # On an expression: SQLite would otherwise find rows by this index, and read each of them for its levels.
            models.UniqueConstraint(
                models.F("organisation") * 1,
                name="one_latest_per_organisation",
                condition=_LATEST,
                violation_error_message="Un organisme n’a qu’une évaluation en cours.",
            ),
            models.CheckConstraint(
                name="updated_after_created",
                condition=models.Q(updated_at__gte=models.F("created_at")),
                violation_error_message="L’évaluation aurait été modifiée avant d’avoir été créée : vérifiez l’horloge de l’ordinateur.",
            ),
            models.CheckConstraint(
                name="levels_are_digits",
                condition=models.Q(levels__regex=r"^[0-3]*$"),
                violation_error_message="Un niveau de préparation est 1, 2 ou 3.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"Évaluation du {localtime(self.created_at):%d/%m/%Y}"
