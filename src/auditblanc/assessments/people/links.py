"""Links that open something, shown to whoever makes them, and sent where letters go out and an address is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse

if TYPE_CHECKING:
    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.accounts.models import User

_LETTER = "Bonjour,\n\n{by} vous invite à {what} dans Auditblanc. Suivez ce lien dans les quatorze jours :\n\n{link}\n\nSi cette invitation ne vous dit rien, ne faites rien.\n"


def invitation_link(request: SignedInRequest, secret: str, email: str, to: str = "") -> str:
    """The address to copy; sent too, where an address is known and letters go out. ``to``: an organisation's name."""
    link = f"{settings.SITE.address}{reverse('people:invited', args=[secret])}"  # type: ignore[misc]  # of a site for several people
    if email and settings.SITE.has_mail:  # type: ignore[misc]  # as above
        what = f"rejoindre « {to} »" if to else "ouvrir un compte"
        words = _LETTER.format(by=request.user, what=what, link=link)
        # A subject is one line, whatever a file that was taken over had for a name.
        send_mail(" ".join(f"Invitation à {what}".split()), words, None, [email], fail_silently=True)
    return link


def again(request: SignedInRequest) -> None:
    """Before a link that opens somebody's account: who asks for it says again who they are."""
    from auditblanc.accounts.sign_in.again import require_again  # noqa: PLC0415 -- only a site for several people has it

    require_again(request)


def new_password_link(_request: SignedInRequest, person: User) -> str:
    """The address where the person chooses another password."""
    from auditblanc.accounts.sign_in.opening import new_password_path  # noqa: PLC0415 -- only a site for several people has it

    return f"{settings.SITE.address}{new_password_path(person)}"  # type: ignore[misc]  # as above
