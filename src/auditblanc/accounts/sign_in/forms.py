"""What is asked of who signs in, signs up or chooses another password: the library's forms, in our words."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as library
from django import forms

from auditblanc.domain.text import LINE_LIMIT

_ADDRESS = "Adresse électronique"
_PASSWORD = "Mot de passe"  # noqa: S105 -- a label
_LENGTH = "Douze caractères au moins ; une phrase se retient mieux qu’un mot."


def _plain(form: forms.Form, **labels: str) -> None:
    """Our labels, and nothing written inside the fields: a placeholder is gone when one needs it."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.label = labels.get(name, field.label)


class SignInForm(library.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, login=_ADDRESS, password=_PASSWORD)
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].help_text = ""


class SignUpForm(library.SignupForm):
    name = forms.CharField(label="Votre nom", max_length=LINE_LIMIT, help_text="Celui que vos collègues liront.")
    field_order = ("name", "email", "password1")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, email=_ADDRESS, password1=_PASSWORD)
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["password1"].help_text = _LENGTH


class ChangePasswordForm(library.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(
            self,
            oldpassword="Mot de passe actuel",
            password1="Nouveau mot de passe",
            password2="Le même, une seconde fois",
        )
        self.fields["password1"].help_text = _LENGTH
        self.fields["oldpassword"].help_text = ""


class ForgottenForm(library.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, email=_ADDRESS)


class NewPasswordForm(library.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, password1="Nouveau mot de passe", password2="Le même, une seconde fois")
        self.fields["password1"].help_text = _LENGTH


class PasswordAgainForm(library.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, password=_PASSWORD)
