"""The addresses that only a site on one's own machine has."""

from __future__ import annotations

from django.urls import path

from auditblanc.web.local.presence import presence

app_name = "local"
urlpatterns = [
    path("presence/<str:challenge>/", presence, name="presence"),
]
