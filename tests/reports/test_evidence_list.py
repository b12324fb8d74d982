"""The list of proofs as a document: one line a proof, in the order of the indicators."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from auditblanc.domain.evidence import Dossier, DossierKind, Evidence, EvidenceState, Piece, Revision
from auditblanc.domain.snapshot import Snapshot
from auditblanc.reports.evidence_list import evidence_list
from auditblanc.reports.xlsx import xlsx
from tests.reports.conftest import TODAY
from tests.reports.said import said

FILE = Revision(name="cgv.pdf", media_type="application/pdf", size=1, sha256="a" * 64)
PROOFS = (
    Evidence(title="=Planning", indicators=(5, 12), state=EvidenceState.ASKED),
    Evidence(
        title="CGV",
        indicators=(1,),
        shows="Les tarifs",
        place="Drive",
        site="Lyon",
        holder="Paul",
        content_date=date(2026, 3, 1),
        covers_from=date(2026, 1, 1),
        covers_to=date(2026, 12, 31),
        dossiers=(Dossier(kind=DossierKind.SESSION, name="Mars"),),
        pieces=(Piece(revisions=(FILE,)),),
    ),
)


def listed(edition, *proofs):
    return evidence_list(Snapshot(edition=edition.id, evidence=proofs), edition, today=TODAY)


def test_each_proof_is_a_line_in_the_order_of_its_indicator(edition):
    sheet = load_workbook(BytesIO(xlsx(listed(edition, *PROOFS)))).active
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]

    assert rows[-2:] == [
        [
            "CGV\nLes tarifs\nMars",
            "1",
            "1er mars 2026\ndu 1er janvier 2026 au 31 décembre 2026",
            "Drive\nLyon",
            "Paul",
            "Prête",
            "cgv.pdf",
        ],
        ["=Planning", "5, 12", "–", "–", "–", "Demandée", "–"],
    ]


def test_none_is_a_sentence(edition):
    assert "0 preuve." in said(listed(edition))
