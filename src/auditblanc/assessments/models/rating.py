"""What a person answers on one indicator."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.assessments.models.assessment import Assessment
from auditblanc.domain.categories import Category
from auditblanc.domain.effort import Effort
from auditblanc.domain.snapshot import Level, Review

LEVELS = [level.value for level in Level]


class Rating(models.Model):
    """The row of ``domain.snapshot.Rating``, field for field. Its three versions count the saves of each field."""

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="ratings", verbose_name="évaluation"
    )
    indicator = models.PositiveSmallIntegerField("indicateur")
    level = models.PositiveSmallIntegerField("niveau", null=True, blank=True)
    presentation = models.TextField("ce qui sera présenté", blank=True)
    applicable = models.BooleanField("applicable", null=True, blank=True)
    reason = models.TextField("motif", blank=True)
    review = models.CharField("reprise", max_length=10, blank=True)
    carried_from = models.CharField("vient du texte", max_length=100, blank=True)
    effort = models.CharField("temps estimé", max_length=5, blank=True)
    ticked = models.TextField("preuves cochées", blank=True)
    level_version = models.PositiveIntegerField("version du niveau", default=0)
    presentation_version = models.PositiveIntegerField("version du texte", default=0)
    applicable_version = models.PositiveIntegerField("version de l’applicabilité", default=0)

    class Meta:
        verbose_name = "notation"
        verbose_name_plural = "notations"
        ordering: ClassVar = ["indicator"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_rating_per_indicator",
                fields=["assessment", "indicator"],
                violation_error_message="Cet indicateur a déjà sa notation dans cette évaluation.",
            ),
            models.CheckConstraint(
                name="indicators_start_at_1",
                condition=models.Q(indicator__gte=1),
                violation_error_message="Les numéros d’indicateur commencent à 1.",
            ),
            models.CheckConstraint(
                name="a_level_is_1_2_or_3",
                condition=models.Q(level__isnull=True) | models.Q(level__in=LEVELS),
                violation_error_message="Un niveau de préparation est 1, 2 ou 3.",
            ),
            models.CheckConstraint(
                name="a_decision_has_its_reason",
                condition=models.Q(applicable__isnull=True, reason="")
                | (models.Q(applicable__isnull=False) & ~models.Q(reason="")),
                violation_error_message="Déclarer un indicateur applicable ou non applicable demande un motif écrit.",
            ),
            models.CheckConstraint(
                name="a_review_is_known",
                condition=models.Q(review__in=["", *(review.value for review in Review)]),
                violation_error_message="Cette marque de reprise n’existe pas.",
            ),
            models.CheckConstraint(
                name="an_effort_is_known",
                condition=models.Q(effort__in=["", *(effort.value for effort in Effort)]),
                violation_error_message="Le temps estimé est de 15 minutes, d’une heure ou d’une journée.",
            ),
        ]

    def __str__(self) -> str:
        return f"indicateur {self.indicator}"


class CategoryLevel(models.Model):
    """The level of one category, where a rating is split. The rating's own level is then the worst of them."""

    rating = models.ForeignKey(Rating, on_delete=models.CASCADE, related_name="by_category", verbose_name="notation")
    category = models.CharField("catégorie", max_length=5)
    level = models.PositiveSmallIntegerField("niveau", null=True, blank=True)

    class Meta:
        verbose_name = "niveau d’une catégorie"
        verbose_name_plural = "niveaux par catégorie"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_level_per_category",
                fields=["rating", "category"],
                violation_error_message="Cette catégorie est déjà notée pour cet indicateur.",
            ),
            models.CheckConstraint(
                name="a_category_is_known",
                condition=models.Q(category__in=[category.value for category in Category]),
                violation_error_message="Cette catégorie d’action n’existe pas.",
            ),
            models.CheckConstraint(
                name="a_category_level_is_1_2_or_3",
                condition=models.Q(level__isnull=True) | models.Q(level__in=LEVELS),
                violation_error_message="Un niveau de préparation est 1, 2 ou 3.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category} : {self.level or '–'}"
