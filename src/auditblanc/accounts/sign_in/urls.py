"""The addresses of accounts, under the names that the library asks for: those that we show, and no other."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.usersessions.views import list_usersessions
from django.urls import path, re_path

urlpatterns = [
    path("entrer/", account.login, name="account_login"),
    path("entrer/code/", mfa.authenticate, name="mfa_authenticate"),
    path("entrer/cle/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("entrer/nouveau/", account.signup, name="account_signup"),
    path("entrer/ferme/", account.account_inactive, name="account_inactive"),
    path("entrer/mot-de-passe/", account.password_reset, name="account_reset_password"),
    path("entrer/mot-de-passe/envoye/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^entrer/mot-de-passe/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "entrer/mot-de-passe/change/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("entrer/adresse/", account.email_verification_sent, name="account_email_verification_sent"),
    path("entrer/adresse/<str:key>/", account.confirm_email, name="account_confirm_email"),
    path("sortir/", account.logout, name="account_logout"),
    path("compte/adresse/", account.email, name="account_email"),
    path("compte/mot-de-passe/", account.password_change, name="account_change_password"),
    path("compte/mot-de-passe/premier/", account.password_set, name="account_set_password"),
    path("compte/confirmer/", account.reauthenticate, name="account_reauthenticate"),
    path("compte/confirmer/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("compte/confirmer/cle/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("compte/sessions/", list_usersessions, name="usersessions_list"),
    path("compte/protection/", mfa.index, name="mfa_index"),
    path("compte/protection/application/", totp.activate_totp, name="mfa_activate_totp"),
    path("compte/protection/application/retirer/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("compte/protection/cles/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("compte/protection/cles/ajouter/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("compte/protection/cles/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("compte/protection/cles/<int:pk>/retirer/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("compte/protection/secours/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "compte/protection/secours/refaire/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
    path(
        "compte/protection/secours/telecharger/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
