"""The application as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "auditblanc.accounts"
    verbose_name = "comptes"
    default_auto_field = "django.db.models.BigAutoField"
