"""What is asked for a second factor: the code of an application, the name of a key. The library's forms, in our words."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as keys

_CODE = "Code à six chiffres, ou code de secours"


class CodeForm(codes.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _asks_for_a_code(self, _CODE)


class CodeAgainForm(codes.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _asks_for_a_code(self, _CODE)


class ActivateCodesForm(totp.ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _asks_for_a_code(self, "Code que l’application affiche")


class AddKeyForm(keys.AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Nom de cette clé"
        self.fields["name"].help_text = "Pour la reconnaître : « Téléphone », « Clé du bureau »."
        self.fields["passwordless"].label = "Entrer avec cette clé seule, sans mot de passe"
        self.fields["passwordless"].help_text = "La clé demande alors une empreinte, un visage ou son propre code."


class NameKeyForm(keys.EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Nom de cette clé"


def _asks_for_a_code(form: codes.BaseAuthenticateForm | totp.ActivateTOTPForm, label: str) -> None:
    field = form.fields["code"]
    field.label = label
    field.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric"}
