"""The addresses of the site, and those of the bare views."""

from __future__ import annotations

from django.urls import include, path

from bench.site import references

urlpatterns = [
    path("bare/home/", references.home, name="bare_home"),
    path("bare/<slug:organisation>/<slug:key>/", references.assessment, name="bare_assessment"),
    path("bare/<slug:organisation>/<slug:key>/save/", references.save, name="bare_save"),
    path("bare/<slug:organisation>/<slug:key>/<int:indicator>/", references.indicator, name="bare_indicator"),
    path("", include("auditblanc.web.urls")),
]
