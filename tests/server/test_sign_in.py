"""Coming in with an account: password, second factor, sessions, and what stops who tries too often."""

from __future__ import annotations

import logging
import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.hashers import identify_hasher
from django.core import mail
from django.test import Client

from auditblanc.accounts.models import User
from tests.pages import error_of, page, texts
from tests.server.accounts import PASSWORD, account, enter, enter_again

NEW = "une tout autre phrase, plus longue"


def code(secret: str) -> str:
    """The one that an application shows now."""
    return f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06d}"


def notices(answer):
    return texts(answer, "//*[@id='messages']//p")


def faults(answer):
    return texts(answer, "//*[contains(@class, 'notice-error')]//li")


def test_a_password_opens_the_page_that_was_asked_for(client, alice):
    asked = client.get("/textes/")

    answer = client.post(asked.headers["Location"], {"login": "ALICE@exemple.invalid", "password": PASSWORD})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/textes/")
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("to", ["https://ailleurs.invalid/", "//ailleurs.invalid", "javascript:alert(1)"])
def test_entering_leads_nowhere_else(client, alice, to):
    assert enter(client, alice, next=to).headers["Location"] == "/"


@pytest.mark.parametrize("email", ["alice@exemple.invalid", "personne@exemple.invalid"])
def test_a_wrong_password_and_an_unknown_address_are_told_alike(client, alice, email):
    answer = client.post("/entrer/", {"login": email, "password": "x"})

    assert answer.status_code == 200
    assert faults(answer) == [
        "L’adresse ou le mot de passe n’est pas le bon : vérifiez les deux, ou choisissez un autre mot de passe."
    ]


def test_passwords_are_kept_by_argon2(alice):
    assert identify_hasher(User.objects.get(pk=alice.pk).password).algorithm == "argon2"


def test_who_tries_too_often_waits_and_the_right_password_does_not_help(client, alice):
    for _ in range(5):
        enter(client, alice, "x")

    answer = enter(Client(REMOTE_ADDR="10.1.2.3"), alice)

    assert faults(answer) == ["Trop d’essais de suite : attendez quelques minutes, puis réessayez."]


def test_one_place_that_tries_many_addresses_waits(client, db):
    answers = [client.post("/entrer/", {"login": f"{n}@exemple.invalid", "password": "x"}) for n in range(31)]

    assert answers[-1].status_code == 429
    assert texts(answers[-1], "//h1") == ["Trop d’essais de suite"]


def test_the_session_is_another_one_once_signed_in(client, alice):
    client.get("/entrer/")
    client.session["mark"] = 1
    before = client.session.session_key

    enter(client, alice)

    assert client.session.session_key != before


def test_the_cookie_of_a_session_is_out_of_reach_of_scripts(client, alice):
    cookie = enter(client, alice).cookies["auditblanc"]

    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_what_one_reads_once_inside_is_kept_by_nobody(client, alice):
    enter(client, alice)

    shown = client.get("/")
    style = client.get(page(shown).xpath("string(//link[@rel='stylesheet']/@href)"))

    assert shown.headers["Cache-Control"] == "private, no-store"
    assert style.headers["Cache-Control"].startswith("public")


def test_who_comes_in_leaves_or_is_refused_is_told_to_who_runs_the_site(client, alice, caplog):
    logger = logging.getLogger("auditblanc.security")
    logger.addHandler(caplog.handler)

    enter(client, alice, "x")
    enter(client, alice)
    client.post("/sortir/")

    logger.removeHandler(caplog.handler)
    told = [(each.getMessage(), each.said) for each in caplog.records if each.name == logger.name]
    assert told == [
        ("refused", {"person": "", "from": "127.0.0.1"}),
        ("entered", {"person": alice.key, "from": "127.0.0.1"}),
        ("left", {"person": alice.key, "from": "127.0.0.1"}),
    ]


def test_leaving_asks_first_and_closes_the_session(client, alice):
    enter(client, alice)

    assert client.get("/sortir/").status_code == 200
    assert client.post("/sortir/").headers["Location"] == "/entrer/"
    assert client.get("/").status_code == 302


def test_a_form_from_elsewhere_is_refused(alice):
    client = Client(enforce_csrf_checks=True)

    answer = enter(client, alice)

    assert (answer.status_code, texts(answer, "//h1")) == (403, ["La page a expiré"])


def test_other_sessions_are_listed_and_closed(client, alice):
    elsewhere = Client(
        HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"
    )
    enter(elsewhere, alice)
    enter(client, alice)

    shown = client.get("/compte/sessions/")
    client.post("/compte/sessions/")

    assert texts(shown, "//tbody/tr/td[2]") == ["Firefox sous Windows", "Navigateur inconnu"]
    assert elsewhere.get("/").status_code == 302
    assert client.get("/").status_code == 200


def test_a_forgotten_password_is_replaced_by_a_link_and_every_session_ends(client, alice):
    inside = Client()
    enter(inside, alice)

    client.post("/entrer/mot-de-passe/", {"email": alice.email})
    (letter,) = mail.outbox
    path = re.search(r"http://testserver(\S+)", letter.body)[1]
    form = client.get(path, follow=True)
    done = client.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})

    assert letter.subject == "Choisir un autre mot de passe"
    assert done.headers["Location"] == "/entrer/mot-de-passe/change/"
    assert enter(client, alice, NEW).status_code == 302
    assert inside.get("/").status_code == 302
    assert texts(Client().get(path, follow=True), "//h1") == ["Ce lien ne sert plus"]


def test_asking_for_another_password_does_not_tell_who_has_an_account(client, alice):
    answers = [client.post("/entrer/mot-de-passe/", {"email": each}) for each in (alice.email, "x@exemple.invalid")]

    assert [each.headers["Location"] for each in answers] == ["/entrer/mot-de-passe/envoye/"] * 2
    assert [each.subject for each in mail.outbox] == ["Choisir un autre mot de passe", "Aucun compte à cette adresse"]


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("court", "Ce mot de passe est trop court. Il doit contenir au minimum 12 caractères."),
        ("alice@exemple.invalid", "Le mot de passe est trop semblable au champ « adresse électronique »."),
        ("123456789012345", "Ce mot de passe est entièrement numérique."),
        ("une phrase " * 12, "Ce mot de passe dépasse 128 caractères : une phrase d’une ligne suffit."),
    ],
)
def test_a_weak_password_is_refused_next_to_its_field(client, alice, password, sentence):
    enter(client, alice)

    answer = client.post(
        "/compte/mot-de-passe/", {"oldpassword": PASSWORD, "password1": password, "password2": password}
    )

    assert sentence in error_of(answer, "password1")


def test_signing_up_waits_for_the_address_to_be_confirmed(client, db):
    made = client.post("/entrer/nouveau/", {"name": "Dana", "email": "dana@exemple.invalid", "password1": PASSWORD})
    person = User.objects.get(email="dana@exemple.invalid")
    inside = client.get("/")
    (letter,) = mail.outbox
    path = re.search(r"http://testserver(\S+)", letter.body)[1]
    shown = client.get(path)
    client.post(path)

    assert (made.headers["Location"], person.name) == ("/entrer/adresse/", "Dana")
    assert inside.status_code == 302
    assert texts(shown, "//h1") == ["Confirmer votre adresse"]
    assert enter(client, person).status_code == 302


def test_signing_up_with_a_known_address_looks_the_same(client, alice):
    answer = client.post("/entrer/nouveau/", {"name": "X", "email": alice.email, "password1": PASSWORD})

    assert answer.headers["Location"] == "/entrer/adresse/"
    assert [each.subject for each in mail.outbox] == ["Vous avez déjà un compte"]


def test_where_accounts_are_by_invitation_nobody_signs_up(client, db, settings):
    settings.ACCOUNT_SIGNUP_ENABLED = False

    answer = client.post("/entrer/nouveau/", {"name": "X", "email": "x@exemple.invalid", "password1": PASSWORD})

    assert texts(answer, "//h1") == ["Les comptes se créent sur invitation"]
    assert User.objects.count() == 0


def test_a_code_is_asked_once_an_application_is_activated(client, alice):
    enter(client, alice)
    enter_again(client)
    client.get("/compte/protection/application/")
    secret = client.session["mfa.totp.secret"]

    activated = client.post("/compte/protection/application/", {"code": code(secret)})
    later = Client()
    asked = enter(later, alice)
    wrong = later.post("/entrer/code/", {"code": "000000"})
    outside = later.get("/")
    # The code that activated it serves no more: one of the rescue codes does, once.
    rescue = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()[0]
    entered = later.post("/entrer/code/", {"code": rescue})

    assert activated.headers["Location"] == "/compte/protection/secours/"
    assert asked.headers["Location"] == "/entrer/code/"
    assert error_of(wrong, "code") == (
        "Ce code n’est pas le bon, ou il a déjà servi : tapez celui que l’application affiche maintenant."
    )
    assert outside.status_code == 302
    assert entered.status_code == 302
    assert later.get("/").status_code == 200


def test_the_drawing_of_the_secret_is_within_the_page(client, alice):
    enter(client, alice)
    enter_again(client)

    shown = client.get("/compte/protection/application/")

    assert page(shown).xpath("count(//*[@class='code-drawing']/svg)") == 1
    assert client.session["mfa.totp.secret"] in shown.content.decode()


def test_what_protects_an_account_asks_again_who_it_is(client, alice):
    enter(client, alice)

    answer = client.get("/compte/protection/application/")

    assert answer.headers["Location"].startswith("/compte/confirmer/")


def test_codes_can_be_seen_saved_and_made_again(client, alice):
    enter(client, alice)
    enter_again(client)
    TOTP.activate(alice, generate_totp_secret())
    client.post("/compte/protection/secours/refaire/")

    shown = client.get("/compte/protection/secours/")
    saved = client.get("/compte/protection/secours/telecharger/")

    codes = texts(shown, "//ul[@class='codes']/li")
    assert len(codes) == 10
    assert saved.content.decode().split() == codes


def test_a_closed_account_stays_out(client, db):
    closed = account("Eve", is_active=False)

    assert enter(client, closed).headers["Location"] == "/entrer/ferme/"
    assert client.get("/").status_code == 302
