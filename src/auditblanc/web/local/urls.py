"""The addresses that only a site on one's own machine has."""

from __future__ import annotations

from django.urls import path

from auditblanc.web.local import views
from auditblanc.web.local.presence import presence

app_name = "local"
urlpatterns = [
    path("mes-donnees/", views.my_data, name="my_data"),
    path("mes-donnees/enregistrer/", views.save_copy, name="save_copy"),
    path("mes-donnees/restaurer/", views.restore_copy, name="restore_copy"),
    path("mes-donnees/effacer/", views.erase_everything, name="erase_everything"),
    path("presence/<str:challenge>/", presence, name="presence"),
]
