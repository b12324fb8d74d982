"""The JSON file of a profile, written by hand as often as by us: an answer left out is an answer not given.

Its shape is published: ``docs/schema/profile-1.json``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from auditblanc.domain.profile import Profile
from auditblanc.interchange import json_table
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from auditblanc.interchange.json_table import Table, Upgrades

FORMAT = "auditblanc-profile"
VERSION = 1
SCHEMA = f"urn:auditblanc:schema:profile:{VERSION}"
UPGRADES: Upgrades = {}

_HEADER = frozenset({"$schema", "format", "version"})


def write_profile(profile: Profile) -> bytes:
    """The file, indented, every answer there, those not given as null or empty."""
    document = {"$schema": SCHEMA, "format": FORMAT, "version": VERSION, **profile_object(profile)}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def profile_object(profile: Profile) -> Table:
    """A profile as plain values, as it stands in the file."""
    table: Table = msgspec.json.decode(msgspec.json.encode(profile))
    return table


def read_profile(data: bytes, *, upgrades: Upgrades = UPGRADES) -> Profile:
    """The profile of a file; « {} » is one already.

    Raises:
        UnreadableFileError: one French sentence that names the place at fault, an unknown answer included.
    """
    document = json_table.table(data)
    if document.get("format", FORMAT) != FORMAT or "assessment" in document:
        raise UnreadableFileError(
            "Ce fichier JSON n’est pas un profil : donnez un fichier qui ne contient qu’un profil."
        )
    document = json_table.upgraded(document, version=VERSION, upgrades=upgrades)
    return json_table.built(Profile, {key: value for key, value in document.items() if key not in _HEADER})
