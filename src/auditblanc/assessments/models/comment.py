"""What people say to each other about an indicator, while they prepare it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import User
from auditblanc.assessments.models.assessment import Assessment


class Comment(models.Model):
    """``thread`` is the comment that this one answers; none: it opens a thread, which alone is ``resolved_at``.

    ``to`` is the person whom it is said to. Who is gone stays as nobody.
    """

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="comments", verbose_name="évaluation"
    )
    indicator = models.PositiveSmallIntegerField("indicateur")
    thread = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="answers", verbose_name="fil"
    )
    author = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="auteur")
    to = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="mentions", verbose_name="à"
    )
    text = models.TextField("texte")
    written_at = models.DateTimeField("écrit le")
    resolved_at = models.DateTimeField("résolu le", null=True, blank=True)

    class Meta:
        verbose_name = "commentaire"
        verbose_name_plural = "commentaires"
        ordering: ClassVar = ["written_at", "pk"]
        indexes: ClassVar = [models.Index(fields=["assessment", "indicator", "written_at"], name="comments_of_one")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_comment_says_something",
                condition=~models.Q(text=""),
                violation_error_message="Un commentaire vide ne dit rien : écrivez quelques mots.",
            ),
            models.CheckConstraint(
                name="a_thread_is_resolved_whole",
                condition=models.Q(thread=None) | models.Q(resolved_at=None),
                violation_error_message="Un fil se résout par son premier commentaire.",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:50]
