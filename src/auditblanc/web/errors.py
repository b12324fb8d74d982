"""What a person reads when something goes wrong: what it is, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django gives it by name
    return _page(request, 400, "Cette demande n’est pas complète", "Revenez à la page d’avant et recommencez.")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    sentence = str(exception) or "Vous n’avez pas le droit de faire cela ici."
    return _page(request, 403, "Ce n’est pas permis", sentence)


def expired_page(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django gives its own reason, in English
    sentence = "Cette page est restée ouverte trop longtemps. Rechargez-la : ce qui était enregistré y est toujours."
    return _page(request, 403, "La page a expiré", sentence)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django gives it by name
    sentence = "L’adresse est peut-être incomplète, ou ce qu’elle montrait a été supprimé."
    return _page(request, 404, "Cette page n’existe pas", sentence)


def shut(request: HttpRequest, sentence: str) -> HttpResponse:
    """Not in this installation; ``sentence`` says why."""
    return _page(request, 404, "Cette page est fermée ici", sentence)


def unprocessable(request: HttpRequest, sentence: str) -> HttpResponse:
    """What was sent cannot be read; ``sentence`` says why and what to do."""
    return _page(request, 422, "Ce qui a été envoyé n’a pas pu être lu", f"{sentence} Rien n’a été changé.")


def faulty_text(request: HttpRequest, sentence: str) -> HttpResponse:
    """An installed text is at fault, or the one of an assessment is gone: every page that needs it says so."""
    what_to_do = f"{sentence} Corrigez ce fichier ou retirez-le du dossier des textes ; vos réponses sont gardées."
    return _page(request, 500, "Un texte installé ne peut pas être lu", what_to_do)


def not_written(request: HttpRequest, sentence: str) -> HttpResponse:
    """The disk refused; ``sentence`` says why and what to do."""
    return _page(request, 507, "Le fichier n’a pas pu être écrit", sentence)


def server_error(request: HttpRequest) -> HttpResponse:
    sentence = (
        "Auditblanc s’est arrêté sur un cas qu’il ne prévoit pas. Ce que vous aviez enregistré est gardé ; "
        "revenez à la page d’avant et réessayez."
    )
    return _page(request, 500, "Quelque chose n’a pas marché", sentence)


def _page(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    return render(request, "error.html", {"title": title, "sentence": sentence, "status": status}, status=status)
