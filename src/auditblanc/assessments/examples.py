"""The worked examples, read once, and the one that is most like a provider."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from auditblanc.domain.catalogue import load
from auditblanc.interchange import examples

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile
    from auditblanc.interchange.examples import Example


@lru_cache(maxsize=1)
def _shipped() -> tuple[Example, ...]:
    return examples.examples(load())


def nearest(profile: Profile, indicator: int) -> Example | None:
    """How the provider most like this one answered an indicator; ``None`` when none did."""
    return examples.nearest(_shipped(), profile, indicator)
