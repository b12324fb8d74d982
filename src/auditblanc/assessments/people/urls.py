"""The addresses of people: only a site for several has them."""

from __future__ import annotations

from django.urls import path

from auditblanc.assessments.people.views.invited import invited

app_name = "people"
urlpatterns = [
    path("invitation/<str:secret>/", invited, name="invited"),
]
