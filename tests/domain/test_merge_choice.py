"""What comes back from a colleague, answer by answer: kept, taken, or both; nothing is lost by doing nothing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from auditblanc.domain.difference import is_blank
from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.merge import MergeError, merge
from auditblanc.domain.merge_choice import Choice, chosen, proposals
from auditblanc.domain.profile import Profile, Provider, Site
from auditblanc.domain.snapshot import Level, Rating, Snapshot
from tests.strategies import snapshots

BASE = Snapshot(edition="2026-v9")


def noted(*ratings, **fields):
    return replace(BASE, ratings=ratings, **fields)


def told(into, from_):
    return [
        (each.key, each.difference.before_words, each.difference.after_words, each.default.value)
        for each in proposals(into, from_)
    ]


def texts(mine, theirs):
    into, from_ = (noted(Rating(indicator=5, presentation=text)) for text in (mine, theirs))
    return into, from_


def test_what_one_did_not_answer_is_taken_unless_one_says_no():
    into = noted(Rating(indicator=5, level=Level.PARTIAL))
    from_ = noted(Rating(indicator=5, presentation="Fiches."), Rating(indicator=7, effort=Effort.HOUR))

    assert told(into, from_) == [
        ("5-presentation", "vide", "Fiches.", "take"),
        ("7-effort", "non estimé", "1 heure", "take"),
    ]
    assert chosen(into, from_, {"7-effort": Choice.KEEP}).ratings[0].presentation == "Fiches."
    assert chosen(into, from_, {"7-effort": Choice.KEEP}).rating(7) == Rating(indicator=7)


def test_a_blank_answer_proposes_nothing():
    assert (
        proposals(noted(Rating(indicator=5, level=Level.READY, presentation="Fiches.")), noted(Rating(indicator=5)))
        == ()
    )


def test_of_two_texts_both_are_kept_unless_one_chooses():
    into, from_ = texts("Le registre et les fiches.", "Le registre et les grilles.")

    (found,) = proposals(into, from_)

    assert (found.default, found.both) == (Choice.BOTH, "Le registre et les fiches. Le registre et les grilles.")
    written = {choice: chosen(into, from_, {found.key: choice}).rating(5).presentation for choice in found.choices}
    assert written == {
        Choice.KEEP: "Le registre et les fiches.",
        Choice.TAKE: "Le registre et les grilles.",
        Choice.BOTH: "Le registre et les fiches. Le registre et les grilles.",
    }


@pytest.mark.parametrize(
    ("mine", "theirs", "default"),
    [
        ("Le registre.", "Le registre. Et les grilles.", Choice.TAKE),
        ("Le registre. Et les grilles.", "Le registre.", Choice.KEEP),
        ("a" * 15_000, "b" * 15_000, Choice.KEEP),
    ],
    ids=["theirs holds mine", "mine holds theirs", "too long together"],
)
def test_both_is_offered_only_where_it_is_of_use(mine, theirs, default):
    (found,) = proposals(*texts(mine, theirs))

    assert (found.choices, found.default) == ((Choice.KEEP, Choice.TAKE), default)


def test_another_level_is_taken_unless_one_keeps_ones_own():
    into, from_ = noted(Rating(indicator=5, level=Level.READY)), noted(Rating(indicator=5, level=Level.MISSING))

    assert told(into, from_) == [("5-level", "1 – Prêt", "3 – Manquant", "take")]
    assert chosen(into, from_, {}).rating(5).level is Level.MISSING
    assert chosen(into, from_, {"5-level": Choice.KEEP}) == into


def test_proofs_are_added_indicator_by_indicator():
    into = replace(BASE, evidence=(Evidence(title="Registre", indicators=(1,)),))
    from_ = replace(
        BASE, evidence=(Evidence(title="Registre", indicators=(1, 5)), Evidence(title="Grille", indicators=(7,)))
    )

    assert [key for key, *_ in told(into, from_)] == ["5-evidence-0", "7-evidence-1"]
    assert chosen(into, from_, {}).evidence == from_.evidence
    assert chosen(into, from_, {"5-evidence-0": Choice.KEEP, "7-evidence-1": Choice.KEEP}) == into


def test_a_proof_that_both_describe_stays_unless_one_takes_the_others():
    into = replace(BASE, evidence=(Evidence(title="Registre", indicators=(1,), shows="Les dates"),))
    from_ = replace(BASE, evidence=(Evidence(title="Registre", indicators=(1,), shows="Les noms"),))

    assert told(into, from_) == [("evidence-0", "Registre (Les dates)", "Registre (Les noms)", "keep")]
    assert chosen(into, from_, {}) == into
    assert chosen(into, from_, {"evidence-0": Choice.TAKE}) == from_


def test_title_and_profile_stay_unless_one_takes_the_others():
    into = replace(BASE, title="Mars", profile=Profile(provider=Provider(name="Mimosa")))
    from_ = replace(BASE, title="Avril", profile=Profile(provider=Provider(name="Acacia", siren="123456789")))

    assert told(into, from_) == [
        ("title", "Mars", "Avril", "keep"),
        ("profile.provider.name", "Mimosa", "Acacia", "keep"),
        ("profile.provider.siren", "non renseigné", "123456789", "take"),
    ]
    taken = dict.fromkeys(("title", "profile.provider.name"), Choice.TAKE)
    assert chosen(into, from_, taken) == from_
    assert chosen(BASE, from_, {}) == from_


def test_an_answer_that_cannot_stand_with_the_others_is_left_unless_one_insists():
    sites = [(Site(name=name, is_central_function=True),) for name in ("Lyon", "Paris")]
    into, from_ = (replace(BASE, profile=Profile(sites=each)) for each in sites)
    (found,) = proposals(into, from_)

    assert chosen(into, from_, {}) == into
    with pytest.raises(MergeError) as caught:
        chosen(into, from_, {found.key: Choice.TAKE})
    assert str(caught.value) == (
        "« Site (Paris) » ne peut pas être pris tel quel. Deux sites portent la fonction centrale : n’en gardez qu’un."
    )


@given(into=snapshots(), from_=snapshots())
def test_keeping_ones_own_wherever_one_spoke_is_what_a_merge_does(into, from_):
    from_ = replace(from_, edition=into.edition)
    spoken = {each.key: Choice.KEEP for each in proposals(into, from_) if not is_blank(each.difference.before)}

    result, merged = chosen(into, from_, spoken), merge(into, from_).snapshot

    assert set(result.evidence) == set(merged.evidence)
    assert [each.presentation for each in result.ratings] == [
        merged.rating(n.indicator).presentation for n in result.ratings
    ]


@given(into=snapshots(), from_=snapshots())
def test_doing_nothing_loses_no_text(into, from_):
    result = chosen(into, replace(from_, edition=into.edition), {})

    for rating in (*into.ratings, *from_.ratings):
        kept = result.rating(rating.indicator).presentation
        assert Counter(re.findall(r"\w+", rating.presentation)) <= Counter(re.findall(r"\w+", kept))
