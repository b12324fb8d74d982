"""What the browser is given besides pages: one style sheet, two scripts, an icon. Their address holds their content's mark."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from django.http import HttpRequest

# One request for all of them; the order is that of the layers.
BUNDLES = {
    "site.css": (
        "css/layers.css",
        "css/tokens.css",
        "css/reset.css",
        "css/typography.css",
        "css/page.css",
        "css/buttons.css",
        "css/forms.css",
        "css/level.css",
        "css/tables.css",
        "css/parts.css",
        "css/messages.css",
        "css/charts.css",
        "css/assessment.css",
        "css/indicator.css",
        "css/files.css",
        "css/screen.css",
        "css/accounts.css",
        "css/print.css",
    ),
    "site.js": (
        "js/dialog.js",
        "js/prepares.js",
        "js/sending.js",
        "js/saving.js",
        "js/phrases.js",
        "js/shortcuts.js",
        "js/swapped.js",
        "js/paste.js",
        "js/paths.js",
    ),
    # Of the library of accounts, whose pages a site for several people has.
    "keys.js": ("mfa/js/webauthn-json.js", "mfa/js/webauthn.js", "account/js/onload.js"),
    "htmx.js": ("django_htmx/htmx-4.min.js",),
    "icon.svg": ("icon.svg",),
}
_FOREVER = "public, max-age=31536000, immutable"


@lru_cache
def content(name: str) -> bytes:
    """The bytes of an asset. Raises: KeyError when there is none."""
    # A script may end without a semicolon, and the next one begin with a parenthesis.
    between = b"\n;\n" if name.endswith(".js") else b"\n"
    return between.join(_found(part) for part in BUNDLES[name])


def _found(part: str) -> bytes:
    path = finders.find(part)
    if path is None:
        raise FileNotFoundError(part)
    return Path(path).read_bytes()


@lru_cache
def address(name: str) -> str:
    """Where an asset is: another address as soon as its content is another."""
    mark = hashlib.sha256(content(name)).hexdigest()[:12]
    return reverse("asset", args=[mark, name])


@require_safe
@login_not_required
def asset(_request: HttpRequest, mark: str, name: str) -> HttpResponse:  # noqa: ARG001 -- the mark only makes the address
    """An asset, to be kept for ever: its address changes with it."""
    try:
        data = content(name)
    except (KeyError, FileNotFoundError) as error:  # no such thing, or not on a site of this kind
        raise Http404(name) from error
    kind = guess_type(name)[0] or "application/octet-stream"
    return HttpResponse(data, content_type=f"{kind}; charset=utf-8", headers={"Cache-Control": _FOREVER})
