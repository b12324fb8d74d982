"""The settings of the site. Defaults suit one person on their own machine: loopback, no network, nothing to install."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from auditblanc.interchange.data_folder import PREVIEWS_FOLDER, UPLOADS_FOLDER, data_folder
from auditblanc.interchange.installation import is_neutral
from auditblanc.web import environment

WEB = Path(__file__).parent
DATA = data_folder()

DEBUG = environment.flag("AUDITBLANC_DEBUG")
SECRET_KEY = environment.secret(DATA)
# Whether several people have accounts here: auditblanc.web.server.settings.
IS_SHARED = False
# Whether this is the installation of a certification body, which may inform and not advise: auditblanc.domain.neutral.
IS_NEUTRAL = is_neutral()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "django_tasks_db",
    "auditblanc.accounts.apps.AccountsConfig",
    "auditblanc.assessments.apps.AssessmentsConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "auditblanc.web.middleware.neutral.neutral",
    "auditblanc.web.middleware.safe_methods.safe_methods",
    "auditblanc.web.middleware.named_problems.named_problems",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "auditblanc.web.urls"
WSGI_APPLICATION = "auditblanc.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "environment": "auditblanc.web.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "auditblanc.web.context.foot",
                "auditblanc.web.local.reminder.context",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.Jinja2"

# How the site is reached by those who are elsewhere, where it is: letters lead there.
ADDRESS = environment.text("AUDITBLANC_ADDRESS").rstrip("/")
_MAIL = environment.mail()
EMAIL_BACKEND = _MAIL.backend
EMAIL_HOST = _MAIL.host
EMAIL_PORT = _MAIL.port
EMAIL_HOST_USER = _MAIL.user
EMAIL_HOST_PASSWORD = _MAIL.password
EMAIL_USE_SSL = _MAIL.use_ssl
EMAIL_USE_TLS = _MAIL.use_tls
EMAIL_FILE_PATH = _MAIL.folder
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = environment.text("AUDITBLANC_MAIL_FROM") or "auditblanc@localhost"
LOGGING = environment.logging(DATA)
DATABASES = {"default": environment.database(DATA)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:sign_in"

LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True

STATIC_URL = "actifs/"
STATICFILES_DIRS = [WEB / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "proofs": environment.files(DATA),
}
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# What was drawn of them, to be seen again at once; may be emptied at any time.
PREVIEWS = DATA / PREVIEWS_FOLDER
# Files of proofs: bytes of one, of those of one form together, and how many.
PROOF_FILE_LIMIT = environment.file_limit()
PROOF_FORM_LIMIT = 10 * PROOF_FILE_LIMIT
PROOF_FILES_AT_ONCE = 50
# One form at a time, and never more of a file than its reader accepts (web.uploads). Where a form has more files than it
# may, it says so itself.
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
# Beside the data, on the same disk, and emptied at each start; where that is not made yet, where the system says.
FILE_UPLOAD_TEMP_DIR = DATA / UPLOADS_FOLDER if (DATA / UPLOADS_FOLDER).is_dir() else None
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "auditblanc.web.uploads.CutShort",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# A tab left open over a holiday still saves; the cookie is signed, and never leaves this machine. Browsers share cookies
# among the ports of a machine: two installations must not sign each other out.
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_NAME = f"auditblanc_{environment.text('AUDITBLANC_PORT')}"
SESSION_COOKIE_AGE = 180 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_NAME = f"{SESSION_COOKIE_NAME}_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "auditblanc.web.errors.expired_page"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    },
}
