"""What a person reads when something goes wrong: what it is, and what to do."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from django.shortcuts import render

from auditblanc.web.outages import Outage, outage

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_AWAY = "La base de données ne répond pas pour l’instant. {kept}Réessayez dans un instant."
_STORE = "Le stockage des fichiers ne répond pas pour l’instant ; vos réponses, elles, s’enregistrent. {kept}Réessayez dans un instant."
_UNWRITABLE = (
    "Rien ne peut plus être écrit : le disque du site est plein, ou en lecture seule. {kept}Prévenez qui s’en occupe, "
    "puis réessayez une fois la place faite."
)
_KEPT = "Ce qui était enregistré l’est toujours, rien n’a été changé à moitié{typed}. "
_TYPED = ", et ce que vous venez d’envoyer est gardé dans cette page"
# Seconds before a browser, or a program, had better ask again.
_PAUSE = "10"
# Never written into a page again.
_SECRET = re.compile("password|code|credential|secret")


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
    """Django calls it while it handles the exception, wherever that was raised."""
    match outage(sys.exc_info()[1]):
        case Outage.AWAY:
            return _later(request, 503, "Le site ne peut pas répondre", _AWAY)
        case Outage.STORE:
            return _later(request, 503, "Les fichiers sont hors d’atteinte", _STORE)
        case Outage.UNWRITABLE:
            return _later(request, 507, "Rien ne peut être écrit", _UNWRITABLE)
    sentence = (
        "Auditblanc s’est arrêté sur un cas qu’il ne prévoit pas. Ce que vous aviez enregistré est gardé ; "
        "revenez à la page d’avant et réessayez."
    )
    return _page(request, 500, "Quelque chose n’a pas marché", sentence)


def _later(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    """It passes: what was sent is in the page, to be sent again."""
    again = _sent(request)
    kept = _KEPT.format(typed=_TYPED if again else "")
    answer = _page(request, status, title, sentence.format(kept=kept), again)
    answer.headers["Retry-After"] = _PAUSE
    return answer


def _sent(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of the form that was sent, if it was read whole; no file, and nothing that opens an account."""
    if request.method != "POST" or request.FILES or not hasattr(request, "_post"):
        return []
    fields = [(name, str(value)) for name, values in request.POST.lists() for value in values]
    return [] if any(_SECRET.search(name) for name, _ in fields) else fields


def _page(
    request: HttpRequest, status: int, title: str, sentence: str, again: list[tuple[str, str]] | None = None
) -> HttpResponse:
    context = {"title": title, "sentence": sentence, "status": status, "again": again or []}
    if request.headers.get("HX-Request"):
        # A part of a page was asked for: the page stays, and says what happened above.
        answer = render(request, "error_notice.html", context, status=status)
        answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = "#messages", "innerHTML"
        return answer
    return render(request, "error.html", {**context, "here": request.get_full_path()}, status=status)
