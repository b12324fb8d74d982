"""What is asked of who joins, and of who invites."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from auditblanc.accounts.models import Role, User
from auditblanc.assessments.forms.fields import TextField
from auditblanc.domain.text import LINE_LIMIT

ROLES = [(role.value, role.label) for role in Role if role is not Role.AUDITOR]


class OpenAccountForm(forms.Form):
    """A name, an address and a password. ``email``: the address that was invited, when it was said."""

    name = forms.CharField(label="Votre nom", max_length=LINE_LIMIT, help_text="Celui que vos collègues liront.")
    email = forms.EmailField(label="Adresse électronique", help_text="C’est avec elle que vous entrerez.")
    password = forms.CharField(
        label="Mot de passe",
        strip=False,
        widget=forms.PasswordInput,
        help_text="Douze caractères au moins ; une phrase se retient mieux qu’un mot.",
    )

    def __init__(self, *args: Any, email: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].initial = email
        for name, kind in (("name", "name"), ("email", "username"), ("password", "new-password")):
            self.fields[name].widget.attrs["autocomplete"] = kind

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email).exists():
            raise ValidationError("Un compte a déjà cette adresse : entrez d’abord, puis ouvrez de nouveau ce lien.")
        return email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        said = {name: self.cleaned_data.get(name) or "" for name in ("name", "email")}
        validate_password(password, User(name=said["name"], email=said["email"]))
        return password


class InviteForm(forms.Form):
    """``role``: any but the auditor's, whose room is not open yet."""

    email = forms.EmailField(label="Adresse électronique", required=False, help_text="Facultative : le lien suffit.")
    role = forms.ChoiceField(label="Rôle", choices=ROLES, initial=Role.EDITOR)


class RoleForm(forms.Form):
    role = forms.ChoiceField(choices=ROLES)


class CommentForm(forms.Form):
    """A few words, and to whom they are said, where it is to somebody."""

    text = TextField(label="Commentaire", required=True, error_messages={"required": "Écrivez quelques mots."})
    to = forms.ModelChoiceField(
        label="À l’attention de",
        queryset=User.objects.none(),
        required=False,
        empty_label="tout le monde",
        to_field_name="key",
    )

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        field.queryset = User.objects.filter(pk__in=[each.pk for each in people])  # type: ignore[attr-defined]  # a choice among rows
        field.help_text = "Cette personne le lira dans « Mon travail »."


class NoticeForm(forms.Form):
    """A text of the site; nothing gives back the one that it comes with."""

    text = TextField(label="Texte", help_text="Remplacez ce qui est entre crochets. Vide : le texte d’origine revient.")


class AccountForm(forms.Form):
    """Whom to invite to open an account, in no organisation yet."""

    email = forms.EmailField(label="Adresse électronique", required=False, help_text="Facultative : le lien suffit.")
