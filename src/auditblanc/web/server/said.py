"""What the environment says to a site of several people, and what would be unsafe in it. Every variable is in docs/settings.md."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditblanc.web.environment import DATABASE_VARIABLE, flag, text
from auditblanc.web.server import copy_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESS = "AUDITBLANC_ADDRESS"
SECRET = "AUDITBLANC_SECRET"  # noqa: S105 -- the name of the variable, not what it holds
LISTEN = "AUDITBLANC_LISTEN"
PROXIES = "AUDITBLANC_PROXIES"
SIGN_UP = "AUDITBLANC_SIGN_UP"
WORK = "AUDITBLANC_WORK"
METRICS = "AUDITBLANC_METRICS"
MAIL = "AUDITBLANC_MAIL"
SESSION = "AUDITBLANC_SESSION_HOURS"
DEBUG = "AUDITBLANC_DEBUG"
OPEN, INVITED = "open", "invitation"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SECRET_LENGTH = 50
_TOKEN_LENGTH = 20
_DEFAULT_PORT = 8000
# Two weeks; a year at most.
_SESSION_HOURS, _LONGEST = 14 * 24, 365 * 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """``address``: how the site is reached, without a slash at its end; ``host`` and ``port``: where it listens.

    ``work``: how many work processes it has beside it; ``metrics``: the token that is shown its figures.
    """

    address: str
    secret: str
    host: str
    port: str
    proxies: str
    work: str
    metrics: str
    sign_up: str
    has_mail: bool
    session: str

    @property
    def name(self) -> str:
        """The host that browsers ask for."""
        return urlsplit(self.address).hostname or ""

    @property
    def is_encrypted(self) -> bool:
        return urlsplit(self.address).scheme == "https"

    @property
    def session_seconds(self) -> int:
        """How long somebody stays in, from their entry on."""
        return int(self.session) * 3600 if self.session.isdecimal() else 0

    @property
    def is_open(self) -> bool:
        """Whether anybody may make an account."""
        return self.sign_up == OPEN


def said() -> Said:
    """As it is written, right or wrong: :func:`unsafe` tells which."""
    host, _, port = text(LISTEN).rpartition(":")
    return Said(
        address=text(ADDRESS).rstrip("/"),
        secret=text(SECRET),
        host=host.strip("[]") or "127.0.0.1",
        port=port or str(_DEFAULT_PORT),
        proxies=text(PROXIES) or "0",
        work=text(WORK) or "1",
        metrics=text(METRICS),
        sign_up=text(SIGN_UP) or INVITED,
        has_mail=bool(text(MAIL)),
        session=text(SESSION) or str(_SESSION_HOURS),
    )


def unsafe(site: Said) -> tuple[str, ...]:
    """What keeps the site from being opened to others, each in a sentence that says what to do."""
    return tuple(_faults(site))


def _faults(site: Said) -> Iterator[str]:
    yield from _of_address(site)
    if flag(DEBUG):
        yield f"{DEBUG} montre le code du site à qui provoque une erreur : retirez cette variable."
    if site.secret and len(site.secret) < _SECRET_LENGTH:
        yield f"{SECRET} est trop court pour protéger les sessions : donnez au moins {_SECRET_LENGTH} caractères tirés au hasard."
    if text(DATABASE_VARIABLE) and not site.secret:
        yield f"Avec PostgreSQL, plusieurs machines peuvent répondre et doivent partager un secret : donnez-le dans {SECRET}, au moins {_SECRET_LENGTH} caractères tirés au hasard."
    if site.sign_up not in (OPEN, INVITED):
        yield f"{SIGN_UP} vaut « {site.sign_up} » : écrivez « {OPEN} » (chacun crée son compte) ou « {INVITED} »."
    if site.is_open and not site.has_mail:
        yield f"Avec {SIGN_UP}={OPEN}, les adresses se vérifient par courriel : réglez {MAIL}, ou revenez aux invitations."
    if site.metrics and len(site.metrics) < _TOKEN_LENGTH:
        yield f"{METRICS} ouvre les mesures du site à qui le connaît : donnez au moins {_TOKEN_LENGTH} caractères tirés au hasard."
    if not site.work.isdecimal():
        yield f"{WORK} est un nombre : combien de processus font les tâches longues, 0 pour aucun sur cette machine."
    yield from copy_plan.faults()
    if not 0 < site.session_seconds <= _LONGEST * 3600:
        yield f"{SESSION} est un nombre d’heures, de 1 à {_LONGEST} : au bout de ce temps, il faut entrer de nouveau."
    yield from _of_listening(site)


def _of_address(site: Said) -> Iterator[str]:
    if not site.name:
        yield f"{ADDRESS} ne dit pas comment le site est atteint : écrivez par exemple https://auditblanc.exemple.fr."
    elif not site.is_encrypted and site.name not in _LOOPBACK:
        yield f"{ADDRESS} n’est pas chiffrée : les mots de passe passeraient en clair. Écrivez une adresse en https://."


def _of_listening(site: Said) -> Iterator[str]:
    if not site.port.isdecimal() or not 0 < int(site.port) < 65536:  # noqa: PLR2004 -- ports are sixteen bits
        yield f"{LISTEN} doit se terminer par un numéro de port, par exemple 127.0.0.1:8000."
    if not site.proxies.isdecimal():
        yield f"{PROXIES} est un nombre : combien de serveurs mandataires se suivent devant le site."
    elif site.host not in _LOOPBACK and int(site.proxies) == 0:
        yield f"{LISTEN} ouvre le site au réseau sans chiffrement : placez un serveur mandataire devant lui et dites-le avec {PROXIES}=1, ou écoutez sur 127.0.0.1."
