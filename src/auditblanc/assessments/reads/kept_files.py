"""Are the contents of files still those that the rows tell of? And what is kept that no row tells of?"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from auditblanc.assessments.models import ReceivedFile, Revision, StoredFile
from auditblanc.assessments.storage import contents, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.accounts.models import Organisation

_SHA256 = re.compile("[0-9a-f]{64}")
_GONE = "« {name} » : le fichier « {file} » n’est plus à sa place ; restaurez une copie qui le contient, ou remplacez-le dans sa preuve."
_ALTERED = "« {name} » : le contenu du fichier « {file} » a changé hors d’Auditblanc ; restaurez une copie qui le contient, ou remplacez-le dans sa preuve."


def faults(organisation: Organisation) -> Iterator[str]:
    """Every content of an organisation read again, in pieces: one sentence for each that is gone or altered."""
    shown = (
        each.filter(file__organisation=organisation).order_by("-pk").values_list("file", "name")
        for each in (ReceivedFile.objects, Revision.objects)
    )
    names = dict(pair for pairs in shown for pair in pairs)
    for file in StoredFile.objects.filter(organisation=organisation).order_by("pk").iterator():
        # A content that nothing shows any more waits to be purged; nobody misses it.
        if file.pk not in names:
            continue
        found = _digest(organisation.key, file.sha256)
        if found != file.sha256:
            yield (_ALTERED if found else _GONE).format(name=organisation, file=names[file.pk])


def orphans() -> tuple[tuple[str, str], ...]:
    """Contents that no row tells of, by organisation (its key) and hash: what an upload left that was cut short."""
    told: dict[str, set[str]] = defaultdict(set)
    for organisation, sha256 in StoredFile.objects.values_list("organisation__key", "sha256"):
        told[organisation].add(sha256)
    return tuple((organisation, name) for organisation, name in _everything() if name not in told.get(organisation, ()))


def _everything() -> Iterator[tuple[str, str]]:
    store = contents()
    try:
        organisations = sorted(store.listdir("")[0])
    except FileNotFoundError:  # a folder is only made once there is something to keep
        return
    for organisation in organisations:
        for group in sorted(store.listdir(organisation)[0]):
            names = sorted(store.listdir(f"{organisation}/{group}")[1])
            yield from ((organisation, name) for name in names if _SHA256.fullmatch(name))


def _digest(organisation: str, sha256: str) -> str:
    """The hash of what is there; empty where nothing is."""
    try:
        with opened(organisation, sha256) as content:
            digest = hashlib.sha256()
            for chunk in iter(lambda: content.read(1 << 20), b""):
                digest.update(chunk)
            return digest.hexdigest()
    except FileNotFoundError:
        return ""
