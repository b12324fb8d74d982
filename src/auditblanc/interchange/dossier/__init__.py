"""The verifiable dossier: proofs by criterion and indicator in one archive, with a list of SHA-256 that ordinary tools check.

It proves that the files agree with the list; not when they were made, nor by whom. See docs/decisions/0018-dossier.md.
"""

from __future__ import annotations

from auditblanc.interchange.dossier.scope import Scope, chosen
from auditblanc.interchange.dossier.verify import Verdict, verify
from auditblanc.interchange.dossier.writer import AlteredError, Source, stream

__all__ = ["AlteredError", "Scope", "Source", "Verdict", "chosen", "stream", "verify"]
