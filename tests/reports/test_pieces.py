from __future__ import annotations

from dataclasses import replace
from datetime import date

from auditblanc.domain.profile import Audit, Certificate, Document, Profile, Provider
from auditblanc.domain.snapshot import Snapshot
from auditblanc.reports.content import Table
from auditblanc.reports.pieces import pieces_list
from tests.reports.conftest import TODAY
from tests.reports.said import said, words

PROFILE = Profile(
    provider=Provider(name="Mimosa", siren="000 000 000"),
    audit=Audit(first_day=date(2027, 3, 9), last_day=date(2027, 3, 10)),
    certificate=Certificate(decided_on=date(2025, 9, 15), certifier="Certificateur fictif"),
    documents=(Document.SWORN_STATEMENT,),
)


def test_each_piece_says_what_is_handed_in_and_what_is_missing(edition):
    document = pieces_list(Snapshot(edition=edition.id, profile=PROFILE), edition, today=TODAY)

    (table,) = (block for block in document.blocks if isinstance(block, Table))
    rows = {words(piece).split("\n")[0]: (words(given), words(state)) for piece, given, state in table.rows}
    assert (rows["Dénomination"], rows["Attestation sur l’honneur"], rows["Statut juridique"]) == (
        ("Mimosa", "présente"),
        ("attestation sur l’honneur", "présente"),
        ("", "manquante"),
    )


def test_the_list_says_for_which_audit_and_which_certifier(edition):
    document = pieces_list(Snapshot(edition=edition.id, profile=PROFILE), edition, today=TODAY)

    assert said(document)[:4] == [
        "Pièces à remettre avant l’audit – Mimosa",
        "Audit prévu du 9 mars 2027 au 10 mars 2027",
        "Organisme certificateur : Certificateur fictif",
        "3 pièces sur 11 sont prêtes.",
    ]


def test_an_edition_that_asks_for_nothing_has_no_table(edition):
    rules = replace(edition.rules, pieces=replace(edition.rules.pieces, pieces=(), sources=()))

    document = pieces_list(Snapshot(edition=edition.id), replace(edition, rules=rules), today=TODAY)

    assert said(document)[1:] == ["Ce texte ne dit pas quelles pièces sont demandées."]
