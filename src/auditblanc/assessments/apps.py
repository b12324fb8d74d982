"""The application as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "auditblanc.assessments"
    verbose_name = "évaluations"
    default_auto_field = "django.db.models.BigAutoField"
