"""What a password may be, besides what the framework already looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from auditblanc.accounts.models import User

LIMIT = 128
_LONG = f"Ce mot de passe dépasse {LIMIT} caractères : une phrase d’une ligne suffit."


class MaximumLengthValidator:
    """A phrase, not a file: what is hashed at each entry stays small."""

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002 -- the framework's signature
        if len(password) > LIMIT:
            raise ValidationError(_LONG, code="password_too_long")

    def get_help_text(self) -> str:
        return f"{LIMIT} caractères au plus."
