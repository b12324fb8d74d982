"""Asking for one indicator's page and saving on it, with and without the script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

    from auditblanc.assessments.models import Assessment

SCRIPT = {"HX-Request": "true"}


def address(name: str, assessment: Assessment, indicator: int = 1, *more: object) -> str:
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, indicator, *more])


def post(
    client: Client, name: str, assessment: Assessment, *more: object, indicator: int = 1, **said: object
) -> HttpResponse:
    """As a plain form does."""
    return client.post(address(name, assessment, indicator, *more), said)


def save(
    client: Client, name: str, assessment: Assessment, *more: object, indicator: int = 1, **said: object
) -> HttpResponse:
    """As the script does."""
    return client.post(address(name, assessment, indicator, *more), said, headers=SCRIPT)
