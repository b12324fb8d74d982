"""Every address of a site for several people: no page is about one person's data folder, and people sign in."""

from __future__ import annotations

from django.urls import include, path

from auditblanc.web import errors
from auditblanc.web.accessibility import accessibility
from auditblanc.web.assets import asset
from auditblanc.web.gallery import gallery

urlpatterns = [
    path("actifs/<slug:mark>/<str:name>", asset, name="asset"),
    path("galerie/", gallery, name="gallery"),
    path("accessibilite/", accessibility, name="accessibility"),
    path("", include("auditblanc.accounts.sign_in.urls")),
    path("", include("auditblanc.assessments.people.urls")),
    path("", include("auditblanc.assessments.urls")),
]
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
