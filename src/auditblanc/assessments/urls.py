"""The addresses of what. The organisation always stands first."""

from __future__ import annotations

from django.urls import include, path

from auditblanc.assessments.views.home import home
from auditblanc.assessments.views.overview import overview

app_name = "assessments"

# Pages of one assessment: `organisation` and `key` name it.
of_an_assessment = [
    path("", overview, name="overview"),
]
# Pages of one organisation.
of_an_organisation = [
    path("evaluations/<slug:key>/", include(of_an_assessment)),
]
urlpatterns = [
    path("", home, name="home"),
    path("o/<slug:organisation>/", include(of_an_organisation)),
]
