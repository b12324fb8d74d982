from __future__ import annotations

import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.web import errors
from auditblanc.web.middleware.named_problems import named_problems

# No fixture of the database here: pytest-django refuses any query, and so must a broken site.


@pytest.fixture
def request_():
    return RequestFactory().get("/")


def told(answer: HttpResponse) -> tuple[int, str]:
    title = re.search(r"<h1>(.*)</h1>", answer.content.decode())
    return answer.status_code, title[1] if title else ""


def test_each_error_says_what_it_is_without_the_database(request_):
    answers = [
        errors.bad_request(request_, ValueError()),
        errors.forbidden(request_, PermissionError()),
        errors.expired_page(request_),
        errors.not_found(request_, LookupError()),
        errors.unprocessable(request_, "Ce fichier est vide."),
        errors.server_error(request_),
    ]

    assert [told(answer) for answer in answers] == [
        (400, "Cette demande n’est pas complète"),
        (403, "Ce n’est pas permis"),
        (403, "La page a expiré"),
        (404, "Cette page n’existe pas"),
        (422, "Ce qui a été envoyé n’a pas pu être lu"),
        (500, "Quelque chose n’a pas marché"),
    ]


def test_every_error_page_leads_somewhere(request_):
    page = errors.server_error(request_).content.decode()

    assert 'href="/">Revenir à l’accueil' in page


def test_a_file_that_no_view_caught_is_told_in_its_own_words(request_):
    caught = named_problems(lambda _request: HttpResponse()).process_exception

    answer = caught(request_, UnreadableFileError("Ce fichier est tronqué."))

    assert (answer.status_code, "Ce fichier est tronqué." in answer.content.decode()) == (422, True)
    assert caught(request_, ValueError("autre")) is None
    assert named_problems(lambda _request: HttpResponse("bon"))(HttpRequest()).content == b"bon"
