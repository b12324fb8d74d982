"""Addresses of pages of one assessment, by name."""

from __future__ import annotations

from django.urls import reverse


def address(name, assessment, *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])
