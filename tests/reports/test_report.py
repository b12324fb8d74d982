from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given

from auditblanc.domain.action import Action, ActionState
from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import Category, Gravity
from auditblanc.domain.edition_check import checked_sentence
from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.forecast import DISCLAIMER, TITLE, forecast
from auditblanc.domain.forecast_words import range_sentence
from auditblanc.domain.profile import Activity, Finding, LastAudit, Profile, Provider, Site
from auditblanc.domain.referential import REWORDED_MENTION, Verification, Wording
from auditblanc.domain.snapshot import Level, Rating, Review, Snapshot
from auditblanc.reports.content import Heading
from auditblanc.reports.report import ReportOptions, report
from tests.reports.conftest import TODAY
from tests.reports.said import chapter, said
from tests.strategies import snapshots

OF_INDICATORS = "Les indicateurs"


def of_one(edition, **rating):
    """The report on an assessment in which only indicator 1 was touched."""
    snapshot = Snapshot(edition=edition.id, ratings=(Rating(indicator=1, **rating),))
    return report(snapshot, edition, today=TODAY)


def first_indicator(document):
    told = chapter(document, OF_INDICATORS)
    return told[
        told.index("1. Information du public sur les prestations") + 1 : told.index("2. Indicateurs de résultats")
    ]


def test_the_report_says_each_thing_once_in_its_chapter(mimosa, edition):
    document = report(mimosa, edition, today=TODAY)

    assert [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1] == [
        "En résumé",
        "Où vous en êtes, critère par critère",
        TITLE,
        "Ce qui reste à faire",
        "Le prestataire",
        "Ce qui s’applique, et pourquoi",
        OF_INDICATORS,
        "Textes et sources",
    ]


def test_the_cover_names_the_provider_the_audit_the_text_and_the_day(mimosa, edition):
    assert said(report(mimosa, edition, today=TODAY))[:5] == [
        "Atelier Mimosa (organisme fictif)",
        "Rapport d’auto-évaluation",
        "Audit de surveillance prévu le 9 mars 2027",
        "Texte de 2026, lu avec le guide V9 (33 indicateurs)",
        "Établi le 3 décembre 2026",
    ]


@pytest.mark.parametrize(
    ("name", "title", "told"),
    [("Mimosa", "Printemps", "Mimosa"), ("", "Printemps", "Printemps"), ("", "", "Organisme non nommé")],
)
def test_a_report_is_named_by_what_is_known(edition, name, title, told):
    snapshot = Snapshot(edition=edition.id, title=title, profile=Profile(provider=Provider(name=name)))

    assert report(snapshot, edition, today=TODAY).title == f"Rapport d’auto-évaluation – {told}"


def test_points_to_watch_always_stand_with_their_warning(mimosa, edition):
    told = chapter(report(mimosa, edition, today=TODAY), TITLE)

    assert (told[0], told[2]) == (range_sentence(forecast(edition, mimosa)), DISCLAIMER)
    assert "Les 9 autres écarts restent à traiter." in told


def test_a_report_can_be_made_without_points_to_watch(mimosa, edition):
    told = "\n".join(said(report(mimosa, edition, today=TODAY, options=ReportOptions(with_forecast=False))))

    assert [word for word in ("vigilance", "Plausible", "écart majeur", "Par où commencer") if word in told] == []


def test_a_report_never_promises(mimosa, edition):
    assert "serez certifié" not in "\n".join(said(report(mimosa, edition, today=TODAY)))


def test_a_decision_of_the_person_stands_beside_what_was_computed(edition):
    reason = "Aucune offre n’est ouverte au public."
    told = chapter(of_one(edition, applicable=False, reason=reason), "Ce qui s’applique, et pourquoi")

    row = told.index("1")
    assert told[row + 2 : row + 5] == [
        "Non applicable",
        f"Déclaré non applicable : {reason}",
        "Calculé : Applicable : l’indicateur vaut pour toutes les catégories d’actions.",
    ]


def test_an_indicator_says_its_level_its_text_and_its_proofs(edition):
    rating = Rating(
        indicator=1, level=Level.PARTIAL, presentation="Le site.\nLe livret.", review=Review.LOOK_AGAIN, ticked=("CGV",)
    )
    proof = Evidence(title="Livret", indicators=(1,), place="classeur bleu")
    snapshot = Snapshot(edition=edition.id, ratings=(rating,), evidence=(proof,))

    told = first_indicator(report(snapshot, edition, today=TODAY))

    assert (told[0], told[-7:]) == (
        "Partiel (il en manque) · ▲ À revoir",
        ["Ce qui sera présenté", "Le site.", "Le livret.", "Preuves cochées", "CGV", "Preuves notées", "Livret (classeur bleu)"],
    )  # fmt: skip


def test_our_words_are_marked_and_give_the_official_reference(edition):
    told = first_indicator(of_one(edition))

    assert told[-1] == f"{REWORDED_MENTION} – Décret n° 2026-728 du 1er août 2026"


def test_official_words_win_and_say_who_compared_them(edition):
    checked = Verification(by="Ana", on=TODAY, url="https://exemple.test/texte")
    first, *others = edition.indicators
    statement = Wording(official="Le texte officiel.", reworded="Le nôtre.", verification=checked)
    pasted = replace(edition, indicators=(replace(first, statement=statement), *others))

    told = first_indicator(of_one(pasted))

    assert told[-2:] == ["Le texte officiel.", "Vérifié par Ana le 3 décembre 2026, d’après https://exemple.test/texte"]


def test_what_is_written_on_an_indicator_that_does_not_apply_is_kept(mimosa, edition):
    told = chapter(report(mimosa, edition, today=TODAY), OF_INDICATORS)

    place = told.index("14. Accompagnement socio-professionnel, éducatif et citoyen")
    assert told[place + 1 : place + 4] == [
        "Non applicable : l’indicateur ne vise que l’apprentissage.",
        "Ce qui sera présenté",
        "Non concerné",
    ]


def test_what_is_left_to_do_is_listed_by_reason(mimosa, edition):
    told = chapter(report(mimosa, edition, today=TODAY), "Ce qui reste à faire")

    assert told[:4] == [
        "Aucun élément",
        "12. Engagement, prévention des ruptures et des violences",
        "22. Développement des compétences des salariés",
        "32. Amélioration continue et analyse des risques",
    ]
    assert told[told.index("À noter") + 1] == "19. Ressources pédagogiques et appropriation"


def test_ready_with_nothing_to_show_is_an_open_point(edition, mimosa):
    bare = replace(mimosa, ratings=(Rating(indicator=1, level=Level.READY),))

    told = chapter(report(bare, edition, today=TODAY), "Ce qui reste à faire")

    assert told[told.index("Évalués prêts, sans rien à montrer") + 1] == "1. Information du public sur les prestations"


def test_nothing_left_to_do_is_said(edition, mimosa):
    numbers = [each.indicator for each in applicabilities(edition, mimosa) if each.counts]
    done = tuple(Rating(indicator=number, level=Level.READY, presentation="Tout.") for number in numbers)

    told = chapter(report(replace(mimosa, ratings=done), edition, today=TODAY), "Ce qui reste à faire")

    assert told == ["Aucun point ouvert."]


def test_the_report_says_how_fresh_its_texts_are_and_what_is_unknown(mimosa, edition):
    told = chapter(report(mimosa, edition, today=TODAY), "Textes et sources")

    assert told[0] == checked_sentence(edition, TODAY)
    assert [
        line for unknown in edition.unknowns for line in told if line.startswith(f"{unknown.topic}. {unknown.sentence}")
    ] != []


def test_the_head_of_the_journal_is_printed_when_there_is_one(mimosa, edition):
    document = report(mimosa, edition, today=TODAY, options=ReportOptions(journal_head="3f9a"))

    assert said(document)[-2:] == ["Journal", "Empreinte de la dernière entrée du journal : 3f9a"]


@given(snapshots())
def test_any_assessment_has_a_report_with_no_heading_skipped(snapshot):
    catalogue = load()

    document = report(snapshot, catalogue.edition(snapshot.edition), today=TODAY)

    levels = [0, *(block.level for block in document.blocks if isinstance(block, Heading))]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_the_last_audit_is_told_in_the_words_of_the_certifier(edition):
    words = "La partie de l’entreprise est vide."
    finding = Finding(
        indicator=13, gravity=Gravity.MINOR, edition="2019-v9", words=words, received_on=date(2025, 10, 1)
    )
    last = LastAudit(held_on=date(2025, 9, 25), findings=(finding,), skipped=(4, 5))
    snapshot = Snapshot(edition=edition.id, profile=Profile(last_audit=last))

    told = chapter(report(snapshot, edition, today=TODAY), "Le prestataire")

    assert told[told.index("Le dernier audit") + 1 :] == [
        "Tenu le 25 septembre 2025.",
        "Indicateurs non audités : 4 et 5.",
        "Écarts relevés",
        *("N°", "Gravité", "Texte", "Reçu le", "Mots de l’auditeur"),
        *("13", "mineure", "2019-v9", "1er octobre 2025", words),
    ]


def test_a_last_audit_without_a_gap_says_so(edition):
    snapshot = Snapshot(edition=edition.id, profile=Profile(last_audit=LastAudit()))

    assert chapter(report(snapshot, edition, today=TODAY), "Le prestataire")[-1] == "Aucun écart relevé."


def test_sites_are_told_with_what_is_known_of_each(edition):
    sites = (
        Site(name="Siège", address="1 rue\nVille", permanent_staff=3, is_central_function=True),
        Site(name="Annexe", categories=(Category.TRAINING,), seen_at_last_audit=False),
    )
    snapshot = Snapshot(edition=edition.id, profile=Profile(sites=sites))

    told = chapter(report(snapshot, edition, today=TODAY), "Le prestataire")

    assert told[told.index("Siège") :] == [
        *("Siège", "fonction centrale", "1 rue, Ville", "3", "non renseigné", "non renseigné"),
        *("Annexe", "non renseigné", "non renseigné", "AF", "non"),
    ]


def test_an_indicator_to_read_again_says_what_changed(mimosa, edition):
    told = chapter(report(mimosa, edition, today=TODAY), OF_INDICATORS)

    assert f"Ce qui a changé : {edition.indicator(1).change.summary}" in told


def test_a_disputed_gravity_is_an_open_point(edition):
    apprentices = Profile(activities=(Activity(category=Category.APPRENTICESHIP),))
    snapshot = Snapshot(edition=edition.id, profile=apprentices)

    told = chapter(report(snapshot, edition, today=TODAY), "Ce qui reste à faire")

    place = told.index("Discutés")
    assert (told[place + 1][:3], told[place + 2]) == ("33.", edition.indicator(33).gradable_dispute.of_gravity)


def test_what_is_under_way_is_a_chapter_of_its_own(edition):
    gap = AuditFinding(
        finding=Finding(indicator=2, gravity=Gravity.MAJOR, words="Rien de publié."), audit_day=date(2026, 11, 2)
    )
    done = Action(what="Fait", state=ActionState.DONE, done_on=TODAY)
    late = Action(what="Publier", indicators=(2,), owner="Paul", due=date(2020, 1, 1))
    snapshot = Snapshot(
        edition=edition.id, findings=(gap, replace(gap, lifted_on=TODAY)), actions=(done, Action(what="Relire"), late)
    )

    assert chapter(report(snapshot, edition, today=date(2026, 11, 26)), "Plan d’actions et écarts") == [
        "Écarts à lever",
        "Écart majeur, indicateur 2 – « Rien de publié. » – À répondre, 68 jours restants.",
        "Actions en cours et à faire",
        "Publier – indicateur 2, Paul, pour le 1er janvier 2020 (en retard).",
        "Relire – sans échéance.",
    ]


def test_a_proof_is_told_with_its_state_and_its_files(edition):
    told = Evidence(title="CGV", indicators=(1,), state=EvidenceState.DRAFT, shows="Les tarifs")
    snapshot = Snapshot(edition=edition.id, evidence=(told,))

    assert "CGV (Les tarifs, En préparation)" in first_indicator(report(snapshot, edition, today=TODAY))
