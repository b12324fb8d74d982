"""Merging one assessment into another: blank never erases, conflicts keep both, nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import AuditKind, Category, Gravity
from auditblanc.domain.comparison import compare
from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import Dossier, DossierKind, Evidence, EvidenceState
from auditblanc.domain.evidence_merge import merge_evidence, prefer, spoken
from auditblanc.domain.merge import MergeError, merge, merge_across
from auditblanc.domain.profile import (
    Activity,
    Audit,
    Certificate,
    Document,
    Finding,
    LastAudit,
    Profile,
    Provider,
    Site,
)
from auditblanc.domain.profile_difference import profile_differences
from auditblanc.domain.profile_merge import merge_profile
from auditblanc.domain.snapshot import CategoryLevel, FieldVersions, Level, Rating, Review, Snapshot
from tests.strategies import profiles, snapshots

CATALOGUE = load()
BASE = Snapshot(edition="2026-v9")


def noted(*ratings, **fields):
    return replace(BASE, ratings=ratings, **fields)


def described(**fields):
    return replace(BASE, profile=Profile(**fields))


def told(differences):
    return [(found.indicator, found.field, found.before_words, found.after_words) for found in differences]


def test_a_blank_answer_takes_the_other_one():
    into = noted(Rating(indicator=5, level=Level.PARTIAL))
    from_ = noted(Rating(indicator=5, presentation="Fiches."), Rating(indicator=7, effort=Effort.HOUR))

    found = merge(into, from_)

    assert found.snapshot.ratings == (
        Rating(indicator=5, level=Level.PARTIAL, presentation="Fiches.", versions=FieldVersions(presentation=1)),
        Rating(indicator=7, effort=Effort.HOUR),
    )
    assert told(found.taken) == [(5, "presentation", "vide", "Fiches."), (7, "effort", "non estimé", "1 heure")]
    assert found.conflicts == ()


def test_kinds_ticked_otherwise_on_both_sides_are_a_conflict():
    into = noted(Rating(indicator=5, ticked=("Programme", "Grille")))

    found = merge(into, noted(Rating(indicator=5, ticked=("Devis",))))

    assert found.snapshot == into
    assert told(found.conflicts) == [(5, "ticked", "Grille · Programme", "Devis")]


def test_kinds_ticked_in_another_order_are_the_same():
    into = noted(Rating(indicator=5, ticked=("Programme", "Grille")))

    found = merge(into, noted(Rating(indicator=5, ticked=("Grille", "Programme"))))

    assert (found.snapshot, found.taken, found.conflicts) == (into, (), ())


def test_a_blank_answer_never_erases():
    into = noted(Rating(indicator=5, level=Level.PARTIAL, presentation="Fiches."), title="Mars")

    found = merge(into, noted(Rating(indicator=5)))

    assert found.snapshot == into
    assert (found.taken, found.conflicts) == ((), ())


def test_a_conflict_keeps_what_was_there_and_lists_the_other():
    into = noted(Rating(indicator=5, level=Level.PARTIAL, presentation="Fiches."), title="Mars")
    from_ = noted(Rating(indicator=5, level=Level.READY, presentation="Grille."), title="Avril")

    found = merge(into, from_)

    assert found.snapshot == into
    assert told(found.conflicts) == [
        (None, "title", "Mars", "Avril"),
        (5, "level", "2 – Partiel", "1 – Prêt"),
        (5, "presentation", "Fiches.", "Grille."),
    ]


def test_level_and_categories_are_one_answer():
    split = (
        CategoryLevel(category=Category.TRAINING, level=Level.READY),
        CategoryLevel(category=Category.APPRENTICESHIP, level=Level.PARTIAL),
    )
    into = noted(Rating(indicator=5, level=Level.PARTIAL))
    from_ = noted(Rating(indicator=5, level=Level.PARTIAL, by_category=split))

    assert told(merge(into, from_).conflicts) == [
        (5, "level", "2 – Partiel", "AF\u00a0: 1 – Prêt · CFA\u00a0: 2 – Partiel")
    ]
    assert merge(BASE, from_).snapshot.rating(5).by_category == split


def test_a_decision_is_taken_with_its_reason():
    from_ = noted(Rating(indicator=5, applicable=False, reason="Jamais.", versions=FieldVersions(applicable=7)))

    found = merge(BASE, from_)

    assert found.snapshot.ratings == (
        Rating(indicator=5, applicable=False, reason="Jamais.", versions=FieldVersions(applicable=1)),
    )


def test_the_count_of_a_taken_field_goes_up_by_one():
    into = noted(Rating(indicator=5, level=Level.READY, versions=FieldVersions(level=3, presentation=4)))
    from_ = noted(Rating(indicator=5, presentation="Fiches.", versions=FieldVersions(presentation=9)))

    assert merge(into, from_).snapshot.rating(5).versions == FieldVersions(level=3, presentation=5)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (None, Review.LOOK_AGAIN, Review.LOOK_AGAIN),
        (Review.LOOK_AGAIN, None, Review.LOOK_AGAIN),
        (Review.LOOK_AGAIN, Review.KEPT, Review.LOOK_AGAIN),
        (Review.KEPT, Review.LOOK_AGAIN, Review.LOOK_AGAIN),
        (None, Review.KEPT, Review.KEPT),
        (None, None, None),
    ],
)
def test_the_marks_of_a_bridge_follow_what_is_taken(mine, theirs, expected):
    into = noted(Rating(indicator=5, level=Level.READY, review=mine))
    from_ = noted(Rating(indicator=5, presentation="Fiches.", review=theirs, carried_from="2019-v7"))

    rating = merge(into, from_).snapshot.rating(5)

    assert (rating.review, rating.carried_from) == (expected, "2019-v7")


def test_marks_alone_are_not_taken():
    into = noted(Rating(indicator=5, level=Level.READY))
    from_ = noted(
        Rating(indicator=5, level=Level.READY, review=Review.LOOK_AGAIN), Rating(indicator=33, review=Review.NEW)
    )

    assert merge(into, from_).snapshot == into


def test_proofs_are_united_without_doubles():
    planning = Evidence(title="Planning", indicators=(5, 6), holder="Alice")
    into = replace(BASE, evidence=(Evidence(title="Bilan", indicators=(1,)), planning))
    from_ = replace(
        BASE,
        evidence=(
            replace(planning, indicators=(4, 6)),
            replace(planning, indicators=(5,)),
            replace(planning, holder="Bob"),
        ),
    )

    found = merge(into, from_)

    assert found.snapshot.evidence == (
        Evidence(title="Bilan", indicators=(1,)),
        replace(planning, indicators=(4, 5, 6)),
        replace(planning, holder="Bob"),
    )
    assert told(found.taken) == [
        (4, "evidence", "absente", "Planning (Alice)"),
        (5, "evidence", "absente", "Planning (Bob)"),
        (6, "evidence", "absente", "Planning (Bob)"),
    ]


def test_what_a_proof_leaves_blank_the_other_fills_and_what_both_say_is_a_conflict():
    held = Evidence(title="Planning", indicators=(5,), shows="Les séances", state=EvidenceState.DRAFT)
    session = Dossier(kind=DossierKind.SESSION, name="Mars")
    other = replace(held, indicators=(5, 6), shows="Les salles", site="Lyon", dossiers=(session,), renewal_months=12)

    found = merge_evidence((held,), (other,))

    assert found.value == (replace(other, shows="Les séances"),)
    assert told(found.taken) == [
        (6, "evidence", "absente", "Planning (Les salles, tous les 12 mois, Lyon, Mars, En préparation)")
    ]
    assert told(found.conflicts) == [
        (
            5,
            "evidence",
            "Planning (Les séances, tous les 12 mois, Lyon, Mars, En préparation)",
            "Planning (Les salles, tous les 12 mois, Lyon, Mars, En préparation)",
        )
    ]
    assert prefer((held,), other) == (other,)


def test_a_form_that_knows_no_state_contradicts_none():
    held = Evidence(title="Planning", indicators=(5,), state=EvidenceState.MISSING)

    assert merge_evidence((held,), (Evidence(title="Planning", indicators=(5,)),)).conflicts == ()


def test_two_proofs_of_one_side_stay_two():
    pair = tuple(Evidence(title="Planning", indicators=(5,), site=site) for site in ("Lyon", "Paris"))

    assert merge_evidence((), pair).value == pair
    assert prefer(pair[:1], Evidence(title="Grille", indicators=())) == (
        pair[0],
        Evidence(title="Grille", indicators=()),
    )


def test_one_proof_noted_line_by_line_is_known_on_each_of_its_indicators():
    lines = tuple(Evidence(title="Planning", indicators=(number,)) for number in (1, 2))

    assert merge_evidence(lines, lines).value == lines
    assert merge_evidence(lines, (Evidence(title="Planning", indicators=(1, 2)),)).taken == ()


def test_a_period_is_taken_whole_or_not():
    spring = {"covers_from": date(2026, 3, 1), "covers_to": date(2026, 5, 31)}
    held = Evidence(title="Planning", indicators=(5,), covers_to=date(2026, 2, 1))

    found = merge_evidence((held,), (replace(held, **spring),))

    assert found.value == (held,)
    assert [line.after_words for line in found.conflicts] == ["Planning (du 1er mars 2026 au 31 mai 2026)"]
    assert prefer((held,), replace(held, **spring)) == (replace(held, **spring),)


def test_the_latest_day_of_change_is_kept():
    into, from_ = replace(BASE, updated_on=date(2026, 11, 1)), replace(BASE, updated_on=date(2026, 11, 22))

    assert merge(into, from_).snapshot.updated_on == date(2026, 11, 22)


PROFILES = [
    (
        {"provider": Provider(name="Alice"), "alternance": True},
        {"provider": Provider(name="Alice", siren="123"), "distance": False},
        {"provider": Provider(name="Alice", siren="123"), "alternance": True, "distance": False},
        ["profile.provider.siren", "profile.distance"],
        [],
    ),
    (
        {"alternance": True},
        {"alternance": False},
        {"alternance": True},
        [],
        ["profile.alternance"],
    ),
    (
        {"activities": (Activity(category=Category.TRAINING),)},
        {"activities": (Activity(category=Category.TRAINING, new_entrant=False),)},
        {"activities": (Activity(category=Category.TRAINING, new_entrant=False),)},
        ["profile.activities[AF].new_entrant"],
        [],
    ),
    (
        {"activities": (Activity(category=Category.TRAINING),)},
        {"activities": (Activity(category=Category.APPRENTICESHIP),)},
        {"activities": (Activity(category=Category.TRAINING),)},
        [],
        ["profile.activities"],
    ),
    (
        {"audit": Audit(first_day=date(2027, 1, 12))},
        {"audit": Audit(first_day=date(2027, 1, 12), last_day=date(2027, 1, 13), kind=AuditKind.INITIAL)},
        {"audit": Audit(first_day=date(2027, 1, 12), last_day=date(2027, 1, 13), kind=AuditKind.INITIAL)},
        ["profile.audit.last_day", "profile.audit.kind"],
        [],
    ),
    (
        {"audit": Audit(first_day=date(2027, 2, 12))},
        {"audit": Audit(first_day=date(2027, 1, 12), last_day=date(2027, 3, 13))},
        {"audit": Audit(first_day=date(2027, 2, 12))},
        [],
        ["profile.audit"],
    ),
    (
        {"sites": (Site(name="Lyon", is_central_function=True),)},
        {
            "sites": (
                Site(name="Metz", is_central_function=True),
                Site(name="Lyon", address="1 rue Haute"),
                Site(name="Nice"),
            )
        },
        {"sites": (Site(name="Lyon", address="1 rue Haute", is_central_function=True), Site(name="Nice"))},
        ["profile.sites[Lyon].address", "profile.sites[Nice]"],
        ["profile.sites[Metz]"],
    ),
    (
        {"certificate": Certificate(decided_on=date(2024, 5, 10))},
        {"certificate": Certificate(decided_on=date(2024, 5, 10), certifier="Certif")},
        {"certificate": Certificate(decided_on=date(2024, 5, 10), certifier="Certif")},
        ["profile.certificate.certifier"],
        [],
    ),
    (
        {"documents": (Document.SWORN_STATEMENT,)},
        {"documents": (Document.ORGANISATION_CHART, Document.SWORN_STATEMENT)},
        {"documents": (Document.SWORN_STATEMENT, Document.ORGANISATION_CHART)},
        ["profile.documents[organisation_chart]"],
        [],
    ),
    (
        {"last_audit": LastAudit(findings=(Finding(indicator=12, gravity=Gravity.MINOR),))},
        {
            "last_audit": LastAudit(
                held_on=date(2025, 1, 1),
                findings=(
                    Finding(indicator=3, gravity=Gravity.MAJOR),
                    Finding(indicator=12, gravity=Gravity.MAJOR, words="Rien."),
                ),
            )
        },
        {
            "last_audit": LastAudit(
                held_on=date(2025, 1, 1),
                findings=(
                    Finding(indicator=12, gravity=Gravity.MINOR, words="Rien."),
                    Finding(indicator=3, gravity=Gravity.MAJOR),
                ),
            )
        },
        [
            "profile.last_audit.held_on",
            "profile.last_audit.findings[12].words",
            "profile.last_audit.findings[3]",
        ],
        ["profile.last_audit.findings[12].gravity"],
    ),
    (
        {},
        {"last_audit": LastAudit(skipped=(13,))},
        {"last_audit": LastAudit(skipped=(13,))},
        ["profile.last_audit"],
        [],
    ),
]


@pytest.mark.parametrize(
    ("into", "from_", "expected", "taken", "conflicts"),
    PROFILES,
    ids=[
        "answers",
        "conflict",
        "new entrant",
        "other categories",
        "the same audit",
        "another audit",
        "sites",
        "certificate",
        "documents",
        "gaps",
        "last audit",
    ],
)
def test_a_profile_is_merged_answer_by_answer(into, from_, expected, taken, conflicts):
    found = merge(described(**into), described(**from_))

    assert found.snapshot.profile == Profile(**expected)
    assert [line.field for line in found.taken] == taken
    assert [line.field for line in found.conflicts] == conflicts


def test_two_editions_are_not_merged_as_they_stand():
    with pytest.raises(MergeError) as raised:
        merge(BASE, Snapshot(edition="2019-v9"))

    assert (
        str(raised.value) == "L’une porte sur « 2026-v9 », l’autre sur « 2019-v9 » : passez-les d’abord au même texte."
    )


def test_across_editions_the_other_one_is_carried_first_and_it_is_told():
    into = noted(Rating(indicator=4, level=Level.READY))
    from_ = Snapshot(
        edition="2019-v9",
        ratings=(
            Rating(indicator=4, level=Level.READY),
            Rating(indicator=12, level=Level.PARTIAL, presentation="Charte."),
        ),
    )

    found = merge_across(CATALOGUE, into, from_)

    assert found.bridge is not None
    assert found.bridge.start == "2019-v9"
    assert found.snapshot.ratings == (
        Rating(indicator=4, level=Level.READY),
        Rating(
            indicator=12,
            level=Level.PARTIAL,
            presentation="Charte.",
            review=Review.LOOK_AGAIN,
            carried_from="2019-v9",
            versions=FieldVersions(level=1, presentation=1),
        ),
    )


def test_on_the_same_edition_nothing_is_carried():
    assert merge_across(CATALOGUE, BASE, BASE).bridge is None


@given(snapshot=snapshots())
def test_an_assessment_merged_with_itself_is_itself(snapshot):
    found = merge(snapshot, snapshot)

    assert (found.snapshot, found.taken, found.conflicts) == (snapshot, (), ())


@given(snapshot=snapshots())
def test_nothing_merged_in_changes_nothing(snapshot):
    found = merge(snapshot, BASE)

    assert (found.snapshot, found.taken, found.conflicts) == (snapshot, (), ())


@given(snapshot=snapshots())
def test_merged_into_nothing_everything_is_taken(snapshot):
    found = merge(BASE, snapshot)

    assert found.conflicts == ()
    assert answers(found.snapshot) == answers(snapshot)
    assert found.snapshot.profile == snapshot.profile


@given(into=snapshots(), from_=snapshots())
def test_every_answer_of_both_sides_is_kept_or_listed(into, from_):
    found = merge(into, from_)

    listed = {told for line in found.conflicts for told in told_by(line)}
    assert answers(into) <= answers(found.snapshot)
    assert answers(from_) <= answers(found.snapshot) | listed


@given(into=snapshots(), from_=snapshots())
def test_what_is_left_different_after_a_merge_is_what_is_listed_or_what_the_other_leaves_blank(into, from_):
    found = merge(into, from_)

    listed = {(line.indicator, line.field) for line in found.conflicts}
    left = {
        (line.indicator, line.field)
        for line in compare(found.snapshot, from_).differences
        if line.indicator and line.field != "evidence" and line.after_words != line.nothing
    }
    assert left <= listed


@given(into=profiles, from_=profiles)
def test_every_answer_of_a_profile_is_taken_or_listed(into, from_):
    found = merge_profile(into, from_)

    listed = {line.field for line in found.conflicts}
    left = [line for line in profile_differences(found.value, from_) if not line.is_unanswered(line.after)]
    erased = [line for line in profile_differences(into, found.value) if not line.is_unanswered(line.before)]
    assert {line.difference.field for line in left} <= listed
    assert erased == []


@given(into=snapshots(), from_=snapshots())
def test_merging_again_takes_nothing_more(into, from_):
    once = merge(into, from_)

    again = merge(once.snapshot, from_)

    assert (again.snapshot, again.taken) == (once.snapshot, ())
    assert [line.after for line in again.conflicts] == [line.after for line in once.conflicts]


alike = st.builds(
    Evidence,
    title=st.just("Planning"),
    indicators=st.sampled_from([(1,), (2,), (1, 2)]),
    shows=st.sampled_from(["", "Les séances", "Les salles"]),
    renewal_months=st.sampled_from([None, 1, 2]),
    site=st.sampled_from(["", "Lyon"]),
    state=st.sampled_from([EvidenceState.READY, EvidenceState.ASKED, EvidenceState.MISSING]),
)
alikes = st.lists(alike, max_size=4).map(tuple)


@given(into=alikes, from_=alikes)
def test_proofs_of_one_name_merged_again_take_nothing_more(into, from_):
    """Nothing but what they say tells them apart: a second merge meets the same ones, filled by the first."""
    once = merge_evidence(into, from_)

    again = merge_evidence(once.value, from_)

    assert (again.value, again.taken) == (once.value, ())
    assert [line.after for line in again.conflicts] == [line.after for line in once.conflicts]


def answers(snapshot):
    """Every answer of an assessment that is not blank, as a comparison with nothing tells it."""
    bare = replace(snapshot, profile=Profile())
    return set().union(*(told_by(line) for line in compare(BASE, bare).differences if line.after_words != line.nothing))


def told_by(line):
    """An answer; of a proof, that the indicator has it, and each thing that it says beside its name."""
    if line.field != "evidence":
        return {(line.indicator, line.field, repr(line.after))}
    proof = line.after
    name = (proof.title, proof.place, proof.content_date, proof.holder)
    return {(line.indicator, name)} | {(name, key, repr(value)) for key, value in spoken(proof).items()}
