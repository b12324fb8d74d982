"""The addresses of what. The organisation always stands first."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from auditblanc.assessments.views.compare import compare
from auditblanc.assessments.views.copies import copies, freeze_copy
from auditblanc.assessments.views.frozen_copy import copy_file, frozen_copy
from auditblanc.assessments.views.home import home
from auditblanc.assessments.views.overview import overview

app_name = "assessments"

# Pages of one assessment: `organisation` and `key` name it.
of_an_assessment: list[URLPattern] = [
    path("", overview, name="overview"),
    path("copies/", copies, name="copies"),
    path("copies/figer/", freeze_copy, name="freeze_copy"),
    path("copies/<slug:copy>/", frozen_copy, name="frozen_copy"),
    path("copies/<slug:copy>/fichier/", copy_file, name="copy_file"),
]
# Pages of one organisation.
of_an_organisation: list[URLPattern | URLResolver] = [
    path("comparer/", compare, name="compare"),
    path("evaluations/<slug:key>/", include(of_an_assessment)),
]
urlpatterns = [
    path("", home, name="home"),
    path("o/<slug:organisation>/", include(of_an_organisation)),
]
