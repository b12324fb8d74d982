"""What would be unsafe in a site for several people, each told in one sentence."""

from __future__ import annotations

import os

import pytest

from auditblanc.web.server.said import said, unsafe

SAFE = {"AUDITBLANC_ADDRESS": "https://auditblanc.exemple.fr"}
LONG = "x" * 50


@pytest.fixture
def found(monkeypatch):
    """The faults of an environment where only these variables of ours are said."""

    def told(**variables):
        for name in [name for name in os.environ if name.startswith("AUDITBLANC_")]:
            monkeypatch.delenv(name)
        for name, value in {**SAFE, **variables}.items():
            monkeypatch.setenv(name, value)
        return unsafe(said())

    return told


@pytest.mark.parametrize("hours", ["0", "9000", "deux", "-3"])
def test_a_session_lasts_some_hours(found, hours):
    (fault,) = found(AUDITBLANC_SESSION_HOURS=hours)

    assert fault.startswith("AUDITBLANC_SESSION_HOURS est un nombre d’heures, de 1 à 8760")


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"AUDITBLANC_ADDRESS": "http://localhost:8000"},
        {"AUDITBLANC_LISTEN": "0.0.0.0:8000", "AUDITBLANC_PROXIES": "1"},
        {"AUDITBLANC_LISTEN": "[::1]:8000"},
        {"AUDITBLANC_DATABASE": "postgresql://x", "AUDITBLANC_SECRET": LONG},
        {"AUDITBLANC_SIGN_UP": "open", "AUDITBLANC_MAIL": "smtp://x"},
    ],
)
def test_what_is_safe_is_left_in_peace(found, variables):
    assert found(**variables) == ()


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        (
            {"AUDITBLANC_ADDRESS": ""},
            "AUDITBLANC_ADDRESS ne dit pas comment le site est atteint : écrivez par exemple https://auditblanc.exemple.fr.",
        ),
        (
            {"AUDITBLANC_ADDRESS": "http://auditblanc.exemple.fr"},
            "AUDITBLANC_ADDRESS n’est pas chiffrée : les mots de passe passeraient en clair. Écrivez une adresse en https://.",
        ),
        (
            {"AUDITBLANC_DEBUG": "1"},
            "AUDITBLANC_DEBUG montre le code du site à qui provoque une erreur : retirez cette variable.",
        ),
        (
            {"AUDITBLANC_SECRET": "court"},
            "AUDITBLANC_SECRET est trop court pour protéger les sessions : donnez au moins 50 caractères tirés au hasard.",
        ),
        (
            {"AUDITBLANC_DATABASE": "postgresql://x"},
            "Avec PostgreSQL, plusieurs machines peuvent répondre et doivent partager un secret : donnez-le dans AUDITBLANC_SECRET, au moins 50 caractères tirés au hasard.",
        ),
        (
            {"AUDITBLANC_SIGN_UP": "oui"},
            "AUDITBLANC_SIGN_UP vaut « oui » : écrivez « open » (chacun crée son compte) ou « invitation ».",
        ),
        (
            {"AUDITBLANC_SIGN_UP": "open"},
            "Avec AUDITBLANC_SIGN_UP=open, les adresses se vérifient par courriel : réglez AUDITBLANC_MAIL, ou revenez aux invitations.",
        ),
        (
            {"AUDITBLANC_LISTEN": "127.0.0.1:99999"},
            "AUDITBLANC_LISTEN doit se terminer par un numéro de port, par exemple 127.0.0.1:8000.",
        ),
        (
            {"AUDITBLANC_METRICS": "court"},
            "AUDITBLANC_METRICS ouvre les mesures du site à qui le connaît : donnez au moins 20 caractères tirés au hasard.",
        ),
        (
            {"AUDITBLANC_WORK": "beaucoup"},
            "AUDITBLANC_WORK est un nombre : combien de processus font les tâches longues, 0 pour aucun sur cette machine.",
        ),
        (
            {"AUDITBLANC_PROXIES": "deux"},
            "AUDITBLANC_PROXIES est un nombre : combien de serveurs mandataires se suivent devant le site.",
        ),
        (
            {"AUDITBLANC_BACKUPS": "/absent"},
            "AUDITBLANC_BACKUPS : « /absent » n’est pas un dossier de cette machine ; créez-le, ou donnez-en un autre.",
        ),
        (
            {"AUDITBLANC_LISTEN": "0.0.0.0:8000"},
            "AUDITBLANC_LISTEN ouvre le site au réseau sans chiffrement : placez un serveur mandataire devant lui et dites-le avec AUDITBLANC_PROXIES=1, ou écoutez sur 127.0.0.1.",
        ),
    ],
)
def test_what_is_unsafe_is_told(found, variables, sentence):
    assert found(**variables) == (sentence,)
