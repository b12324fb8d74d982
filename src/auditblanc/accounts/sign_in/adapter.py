"""What the library of accounts asks of us: who may sign up, what a new account is, its sentences."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from django.http import HttpRequest

    from auditblanc.accounts.models import User
    from auditblanc.accounts.sign_in.forms import SignUpForm

_log = logging.getLogger("auditblanc.security")
_LATER = "Trop d’essais de suite : attendez quelques minutes, puis réessayez."


class AccountAdapter(DefaultAccountAdapter):
    """Accounts known by their address alone, with a name for others to read."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Ce compte est fermé : demandez à qui gère le site de le rouvrir.",
        "email_password_mismatch": "L’adresse ou le mot de passe n’est pas le bon : vérifiez les deux, ou choisissez un autre mot de passe.",
        "email_taken": "Un compte a déjà cette adresse : ouvrez-le, ou choisissez-en une autre.",
        "enter_current_password": "Tapez votre mot de passe actuel.",
        "incorrect_password": "Ce n’est pas votre mot de passe : tapez-le de nouveau.",
        "invalid_password_reset": "Ce lien ne sert plus : demandez-en un autre.",
        "too_many_login_attempts": _LATER,
        "rate_limited": _LATER,
        "unverified_primary_email": "Cette adresse n’est pas encore confirmée : suivez d’abord le lien que vous avez reçu.",
    }

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        self._tell("entered", request, user)

    def logout(self, request: HttpRequest) -> None:
        self._tell("left", request, request.user)
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        super().authentication_failed(request, **credentials)
        self._tell("refused", request, None)

    def set_password(self, user: User, password: str) -> None:
        super().set_password(user, password)
        self._tell("password changed", None, user)

    def _tell(self, what: str, request: HttpRequest | None, person: object) -> None:
        """For whoever runs the site: who, from where; never what was typed."""
        place = self.get_client_ip(request) if request else ""
        _log.info(what, extra={"said": {"person": getattr(person, "key", ""), "from": place}})

    def save_user(self, request: HttpRequest, user: User, form: SignUpForm, commit: bool = True) -> User:  # noqa: FBT001, FBT002 -- the library's signature
        user.name = form.cleaned_data["name"]
        made: User = super().save_user(request, user, form, commit)
        return made


class SecondFactorAdapter(DefaultMFAAdapter):
    """Codes and keys, in our words."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": "Désactivez d’abord la double authentification : elle protège l’adresse actuelle.",
        "cannot_delete_authenticator": "Ce moyen ne peut pas être retiré.",
        "cannot_generate_recovery_codes": "Activez d’abord un code ou une clé : les codes de secours les remplacent.",
        "incorrect_code": "Ce code n’est pas le bon, ou il a déjà servi : tapez celui que l’application affiche maintenant.",
        "unverified_email": "Confirmez d’abord votre adresse : suivez le lien que vous avez reçu.",
        "rate_limited": _LATER,
    }

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The name that the browser shows beside a key; the host alone ties the key to the site."""
        entity: dict[str, Any] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": "Auditblanc"}

    def build_totp_svg(self, url: str) -> SafeString:
        """Drawn within the page: a picture in an address of its own is refused by our policy."""
        drawn: str = super().build_totp_svg(url)
        return mark_safe(drawn.partition("?>")[2])  # noqa: S308 -- drawn by the library from an address that it made

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 -- the library's names
        known = user.authenticator_set.filter(type=type).count()  # type: ignore[attr-defined]  # the library's own relation
        return f"Clé {known + 1}"
