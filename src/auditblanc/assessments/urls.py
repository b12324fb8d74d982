"""The addresses of what. The organisation always stands first."""

from __future__ import annotations

from django.urls import path

from auditblanc.assessments.views.home import home

app_name = "assessments"
urlpatterns = [
    path("", home, name="home"),
]
