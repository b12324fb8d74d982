"""The action plan of an organisation."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from auditblanc.accounts.keys import LENGTH, new_key
from auditblanc.accounts.models import Organisation, User
from auditblanc.assessments.models.evidence import Evidence
from auditblanc.assessments.models.finding import Finding
from auditblanc.domain.action import ActionState, Origin, Priority


class Action(models.Model):
    """The row of ``domain.action.Action``. ``removed_at``: thrown away that day.

    ``person``: the member whose it is to do, on a site for several; ``owner`` is then their name. It belongs to the site: an
    action that travels tells the name.
    """

    key = models.CharField("clé", max_length=LENGTH, default=new_key, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="actions", verbose_name="organisme"
    )
    what = models.CharField("à faire", max_length=500)
    origin = models.CharField("origine", max_length=10, default=Origin.HAND.value)
    finding = models.ForeignKey(
        Finding, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions", verbose_name="écart"
    )
    owner = models.CharField("qui s’en charge", max_length=500, blank=True)
    person = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions", verbose_name="confiée à"
    )
    due = models.DateField("échéance", null=True, blank=True)
    priority = models.CharField("priorité", max_length=10, default=Priority.NORMAL.value)
    effort = models.CharField("temps estimé", max_length=10, blank=True)
    cause = models.TextField("cause", blank=True)
    state = models.CharField("état", max_length=10, default=ActionState.TO_DO.value)
    done_on = models.DateField("faite le", null=True, blank=True)
    closing_evidence = models.ForeignKey(
        Evidence,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="closes",
        verbose_name="preuve de clôture",
    )
    check_on = models.DateField("effet à vérifier le", null=True, blank=True)
    is_effective = models.BooleanField("a eu de l’effet", null=True, blank=True)
    check_note = models.TextField("constat", blank=True)
    every_months = models.PositiveSmallIntegerField("revient tous les (mois)", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=0)
    removed_at = models.DateTimeField("retirée le", null=True, blank=True)

    class Meta:
        verbose_name = "action"
        verbose_name_plural = "actions"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_action_says_what_to_do",
                condition=~models.Q(what=""),
                violation_error_message="Une action ne dit pas ce qu’il y a à faire : écrivez-le en une phrase.",
            ),
            models.CheckConstraint(
                name="an_action_has_a_known_state",
                condition=models.Q(state__in=[each.value for each in ActionState]),
                violation_error_message="Une action est à faire, en cours, faite ou abandonnée.",
            ),
            models.CheckConstraint(
                name="an_action_has_a_known_priority",
                condition=models.Q(priority__in=[each.value for each in Priority]),
                violation_error_message="Une priorité est haute, normale ou basse.",
            ),
            models.CheckConstraint(
                name="a_done_action_has_its_day",
                condition=models.Q(state=ActionState.DONE.value, done_on__isnull=False)
                | (~models.Q(state=ActionState.DONE.value) & models.Q(done_on__isnull=True)),
                violation_error_message="Une action a un jour de fin si elle est faite, et seulement alors.",
            ),
            models.CheckConstraint(
                name="a_duty_comes_back_in_1_to_120_months",
                condition=models.Q(every_months=None) | models.Q(every_months__range=(1, 120)),
                violation_error_message="Une action revient tous les 1 à 120 mois.",
            ),
        ]

    def __str__(self) -> str:
        return self.what


class ActionIndicator(models.Model):
    """An action concerns an indicator."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="links", verbose_name="action")
    indicator = models.PositiveSmallIntegerField("indicateur")

    class Meta:
        verbose_name = "indicateur d’une action"
        verbose_name_plural = "indicateurs des actions"
        ordering: ClassVar = ["indicator"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="an_action_cites_an_indicator_once",
                fields=["action", "indicator"],
                violation_error_message="Cette action cite déjà cet indicateur.",
            ),
            models.CheckConstraint(
                name="indicators_of_actions_start_at_1",
                condition=models.Q(indicator__gte=1),
                violation_error_message="Les numéros d’indicateur commencent à 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"indicateur {self.indicator}"
