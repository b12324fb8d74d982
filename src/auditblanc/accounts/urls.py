"""The addresses of who."""

from __future__ import annotations

from django.urls import path

from auditblanc.accounts import views

app_name = "accounts"
urlpatterns = [
    path("entrer/", views.sign_in, name="sign_in"),
    path("entrer/<str:token>/", views.enter, name="enter"),
]
