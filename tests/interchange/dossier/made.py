"""A dossier to be looked at: a few proofs, their contents, the archive as bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256
from io import BytesIO

from auditblanc.domain.catalogue import load
from auditblanc.domain.evidence import Evidence, EvidenceState, Piece, Revision
from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange.dossier import Scope, stream
from auditblanc.interchange.dossier.data import About

EDITION = load().edition("2026-v9")
ABOUT = About(
    organisation="Atelier Mimosa",
    edition=EDITION.id,
    edition_label="Texte de 2026",
    made_at=datetime(2026, 11, 26, 9, 30, tzinfo=UTC),
    journal_head="a" * 64,
)
CONTENTS = {sha256(data).hexdigest(): data for data in (b"%PDF-1.7 cgv", b"%PDF-1.7 emargement", b"%PDF-1.7 sante")}
TERMS, ATTENDANCE, HEALTH = CONTENTS


def piece(name: str, content: str) -> Piece:
    file = Revision(name=name, media_type="application/pdf", size=len(CONTENTS[content]), sha256=content)
    return Piece(revisions=(file,))


EVIDENCE = (
    Evidence(
        title="CGV",
        indicators=(1, 9),
        shows="Le délai d’accès et les tarifs.",
        content_date=date(2026, 1, 12),
        pieces=(piece("CGV 2026.pdf", TERMS),),
        key="k1",
    ),
    Evidence(
        title="Émargements", indicators=(11,), has_personal_data=True, pieces=(piece("mars.pdf", ATTENDANCE),) * 2
    ),
    Evidence(title="Suivi PSH", indicators=(26,), has_health_data=True, pieces=(piece("suivi.pdf", HEALTH),)),
    Evidence(title="Bilan", indicators=(2,), state=EvidenceState.DRAFT),
    Evidence(title="Bail", indicators=(17,), place="Classeur vert"),
)
SNAPSHOT = Snapshot(edition=EDITION.id, evidence=EVIDENCE)


def archive(scope: Scope | None = None, snapshot: Snapshot = SNAPSHOT, contents: dict[str, bytes] = CONTENTS) -> bytes:
    """The whole archive."""

    def source(digest: str) -> BytesIO:
        if digest not in contents:
            raise FileNotFoundError(digest)
        return BytesIO(contents[digest])

    return b"".join(stream(EDITION, snapshot, scope or Scope(), source, ABOUT))
