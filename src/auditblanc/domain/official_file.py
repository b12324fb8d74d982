"""The official wording of an edition as a file of its own, beside the editions: ``2026-v9.official.json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from auditblanc.domain.edition_file import EditionError, refusal
from auditblanc.domain.official import OfficialTexts
from auditblanc.domain.structure import StructureError, build

if TYPE_CHECKING:
    from typing import Any

SUFFIX = ".official.json"
# What to do about a document that no longer stands, in a sentence of its own.
AGAIN = "Retirez-le, puis relevez le texte officiel à nouveau."


def file_name(edition: str) -> str:
    """The name under which the catalogue looks for the official wording of an edition."""
    return f"{edition}{SUFFIX}"


def write(texts: OfficialTexts) -> str:
    """The document of these texts: JSON, readable by people, an entry for each indicator."""
    document: dict[str, Any] = {
        "edition": texts.edition,
        "verification": {
            "by": texts.verification.by,
            "on": texts.verification.on.isoformat(),
            "url": texts.verification.url,
        },
        "criteria": [{"number": one.number, "title": one.title} for one in texts.criteria],
        "indicators": [
            {"number": one.number, "statement": one.statement, "expected_level": one.expected_level}
            for one in texts.indicators
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def read(text: str, name: str) -> OfficialTexts:
    """The texts of a document; ``name`` is that of the file.

    Raises:
        EditionError: not JSON, an entry or field at fault, or another edition than the name of the file says.
    """
    try:
        texts = build(OfficialTexts, json.loads(text))
    except StructureError as error:
        raise refusal(error, name) from error
    except (ValueError, RecursionError) as error:
        raise EditionError(f"{name} : ce fichier n’est pas du JSON correct. {AGAIN}") from error
    if file_name(texts.edition) != name:
        raise EditionError(f"{name} › edition : ce fichier porte sur l’édition « {texts.edition} ».")
    return texts
