"""The settings of a site for several people: those of one machine, with accounts and what protects them.

Read only where :func:`auditblanc.web.server.said.unsafe` finds nothing; the command that starts the site sees to it.
"""

from __future__ import annotations

from typing import Any

from auditblanc.web.server.logs import logging_of
from auditblanc.web.server.said import said
from auditblanc.web.settings import *  # noqa: F403 -- the same site, plus what follows
from auditblanc.web.settings import INSTALLED_APPS as _APPS
from auditblanc.web.settings import LOGGING as _LOGGING
from auditblanc.web.settings import MIDDLEWARE as _MIDDLEWARE
from auditblanc.web.settings import SECRET_KEY as _FOLDERS_SECRET
from auditblanc.web.settings import TEMPLATES as _TEMPLATES

SITE = said()
IS_SHARED = True
SECRET_KEY = SITE.secret or _FOLDERS_SECRET
ALLOWED_HOSTS = [SITE.name]
CSRF_TRUSTED_ORIGINS = [SITE.address]
USE_X_FORWARDED_HOST = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SITE.proxies != "0" else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SITE.is_encrypted else 0

ROOT_URLCONF = "auditblanc.web.server.urls"
INSTALLED_APPS = [
    *_APPS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "auditblanc.web.server.health.health",
    "auditblanc.web.server.metrics.metrics",
    "auditblanc.web.server.logs.access",
    "auditblanc.web.server.private_pages.private_pages",
    *_MIDDLEWARE,
    "allauth.account.middleware.AccountMiddleware",
]
LOGGING = logging_of(_LOGGING)
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "auditblanc.accounts.passwords.MaximumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
_SEEN = [
    "django.contrib.messages.context_processors.messages",
    "auditblanc.web.context.foot",
    "auditblanc.web.server.context.site",
]
_ENGINE: dict[str, Any] = dict(_TEMPLATES[0])
TEMPLATES = [{**_ENGINE, "OPTIONS": {**_ENGINE["OPTIONS"], "context_processors": _SEEN}}]


LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "assessments:home"

# In the database, where a person sees them and ends them. « Lax »: who follows a link from a letter is not asked again.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-auditblanc" if SITE.is_encrypted else "auditblanc"
SESSION_COOKIE_SECURE = SITE.is_encrypted
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = SITE.session_seconds
CSRF_COOKIE_NAME = f"{SESSION_COOKIE_NAME}-csrf"
CSRF_COOKIE_SECURE = SITE.is_encrypted
# What limits attempts is counted for all workers together, in a table.
CACHES = {"default": {"BACKEND": "auditblanc.accounts.attempts.Attempts", "LOCATION": "sign_in_attempts"}}

ALLAUTH_TRUSTED_PROXY_COUNT = int(SITE.proxies) if SITE.proxies.isdecimal() else 0
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_ADAPTER = "auditblanc.accounts.sign_in.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "auditblanc.accounts.sign_in.forms.SignInForm",
    "signup": "auditblanc.accounts.sign_in.forms.SignUpForm",
    "change_password": "auditblanc.accounts.sign_in.forms.ChangePasswordForm",
    "reset_password": "auditblanc.accounts.sign_in.forms.ForgottenForm",
    "reset_password_from_key": "auditblanc.accounts.sign_in.forms.NewPasswordForm",
    "reauthenticate": "auditblanc.accounts.sign_in.forms.PasswordAgainForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# Where no letter goes out, an account is only made from an invitation, which vouches for the address.
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if SITE.has_mail else "none"
ACCOUNT_EMAIL_NOTIFICATIONS = SITE.has_mail
ACCOUNT_SIGNUP_ENABLED = SITE.is_open
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SITE.is_encrypted else "http"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]

MFA_ADAPTER = "auditblanc.accounts.sign_in.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "auditblanc.accounts.sign_in.second_factor.CodeForm",
    "reauthenticate": "auditblanc.accounts.sign_in.second_factor.CodeAgainForm",
    "activate_totp": "auditblanc.accounts.sign_in.second_factor.ActivateCodesForm",
    "add_webauthn": "auditblanc.accounts.sign_in.second_factor.AddKeyForm",
    "edit_webauthn": "auditblanc.accounts.sign_in.second_factor.NameKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Auditblanc"
# A browser only lends its keys to an encrypted address, or to this machine.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SITE.is_encrypted
