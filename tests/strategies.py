"""Hypothesis strategies for the values of the domain: anything that can be built, the odd included."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from auditblanc.domain.action import Action, ActionState, Origin, Priority
from auditblanc.domain.categories import AuditKind, Category, Gravity
from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import Dossier, DossierKind, Evidence, EvidenceState, Piece, Revision
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import (
    ActingAsSubcontractor,
    Activity,
    Audit,
    Certificate,
    Certifying,
    Document,
    Finding,
    LastAudit,
    Profile,
    Provider,
    Site,
    TurnoverBand,
)
from auditblanc.domain.snapshot import CategoryLevel, FieldVersions, Level, Rating, Review, Snapshot, worst
from auditblanc.domain.text import TextError, clean_line, clean_text

# Words that formats are known to trip on, among anything else.
TRAPS = [
    "_x0041_",
    "=1+1",
    "@SUM(A1)",
    "'x",
    "<b>&amp;</b>",
    "]]>",
    "AF : 1 · BC : 3",
    "- a",
    "1.",
    "\u2028",
    "é\u0301",
    "X",
    "\u00a0x\u200b",
    "𝄞",
]


# What most fields hold, drawn at once: drawing every field character by character makes an assessment ten times slower.
SAMPLES = [
    "",
    "Registre, dossier 2026-014",
    "première ligne\n\n  - deuxième\tligne  \ndernière",
    *TRAPS,
    " ".join(TRAPS),
]
_characters = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")


def _cleaned(clean):
    def attempt(raw: str) -> str:
        try:
            return clean(raw)
        except TextError:
            return "texte"

    return attempt


def _written(clean):
    samples = sorted({_cleaned(clean)(sample) for sample in SAMPLES})
    return st.one_of(st.sampled_from(samples), st.text(_characters, max_size=8).map(_cleaned(clean)))


texts = _written(clean_text)
lines = _written(clean_line)
named = lines.map(lambda line: line or "Sans nom")
filled = texts.map(lambda text: text or "Motif")
dates = st.dates(min_value=date(2019, 1, 1), max_value=date(2035, 12, 31))
answers = st.sampled_from([None, True, False])
levels = st.sampled_from([None, *Level])
categories = st.lists(st.sampled_from(Category), unique=True, max_size=4).map(tuple)


def optional(strategy):
    return st.one_of(st.none(), strategy)


providers = st.builds(Provider, name=lines, siren=lines, nda=lines, legal_status=lines, director=lines)
activities = st.lists(
    st.builds(Activity, category=st.sampled_from(Category), new_entrant=answers),
    unique_by=lambda a: a.category,
    max_size=4,
).map(tuple)


@st.composite
def audits(draw):
    days = sorted(draw(st.lists(dates, max_size=2)))
    return Audit(
        first_day=days[0] if days else None,
        last_day=days[1] if len(days) > 1 else None,
        kind=draw(st.sampled_from([None, *AuditKind])),
    )


@st.composite
def sites(draw):
    names = draw(st.lists(named, unique=True, max_size=3))
    central = draw(st.integers(-1, 2))
    return tuple(
        Site(
            name=name,
            address=draw(texts),
            permanent_staff=draw(optional(st.integers(0, 5000))),
            categories=draw(categories),
            is_central_function=index == central,
            seen_at_last_audit=draw(answers),
        )
        for index, name in enumerate(names)
    )


@st.composite
def certificates(draw):
    days = sorted(draw(st.lists(dates, min_size=1, max_size=2, unique=True)))
    return Certificate(
        decided_on=days[0],
        expires_on=days[1] if len(days) > 1 else None,
        certifier=draw(lines),
        number=draw(lines),
        categories=draw(categories),
    )


findings = st.builds(
    Finding,
    indicator=st.integers(1, 33),
    gravity=st.sampled_from(Gravity),
    edition=lines,
    words=texts,
    received_on=optional(dates),
)
last_audits = st.builds(
    LastAudit,
    held_on=optional(dates),
    findings=st.lists(findings, unique_by=lambda f: f.indicator, max_size=3).map(tuple),
    skipped=st.lists(st.integers(1, 33), unique=True, max_size=4).map(tuple),
)
profiles = st.builds(
    Profile,
    provider=providers,
    activities=activities,
    certifying=optional(st.sampled_from(Certifying)),
    alternance=answers,
    work_situation_periods=answers,
    subcontracting_or_portage=answers,
    duration_over_2_days=answers,
    distance=answers,
    hosts_learners_with_disabilities=answers,
    acting_as_subcontractor=optional(st.sampled_from(ActingAsSubcontractor)),
    audit=audits(),
    turnover=optional(st.sampled_from(TurnoverBand)),
    sites=sites(),
    certificate=optional(certificates()),
    last_audit=optional(last_audits),
    documents=st.lists(st.sampled_from(Document), unique=True).map(tuple),
)


ticked = st.lists(named, unique=True, max_size=3).map(tuple)


@st.composite
def ratings(draw, indicator: int):
    rating = Rating(
        indicator=indicator,
        level=draw(levels),
        presentation=draw(texts),
        review=draw(st.sampled_from([None, *Review])),
        carried_from=draw(st.sampled_from(["", "2019-v7", "2019-v9"])),
        effort=draw(st.sampled_from([None, *Effort])),
        ticked=draw(ticked),
        versions=draw(st.builds(FieldVersions, level=st.integers(0, 99), presentation=st.integers(0, 99))),
    )
    if draw(st.booleans()):
        rating = replace(rating, applicable=draw(st.booleans()), reason=draw(filled))
    split = tuple(CategoryLevel(category=category, level=draw(levels)) for category in draw(categories))
    if split and draw(st.booleans()):
        rating = replace(rating, by_category=split, level=worst(part.level for part in split))
    return rating


revisions = st.builds(
    Revision,
    name=named,
    media_type=lines,
    size=st.integers(0, 10**12),
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    added_on=optional(dates),
)
pieces = st.builds(Piece, revisions=st.lists(revisions, min_size=1, max_size=2).map(tuple))
dossiers = st.builds(Dossier, kind=st.sampled_from(DossierKind), name=named)
cited = st.lists(st.integers(1, 32), unique=True, min_size=1, max_size=4).map(sorted).map(tuple)
light_evidence = st.builds(
    Evidence, title=named, indicators=cited, place=lines, content_date=optional(dates), holder=lines
)
full_evidence = st.builds(
    Evidence,
    title=named,
    indicators=cited,
    place=lines,
    content_date=optional(dates),
    holder=lines,
    key=lines,
    shows=lines,
    covers_to=optional(dates),
    renewal_months=optional(st.integers(1, 120)),
    site=lines,
    dossiers=st.lists(dossiers, unique=True, max_size=2).map(sorted).map(tuple),
    has_personal_data=st.booleans(),
    has_health_data=st.booleans(),
    state=st.sampled_from(EvidenceState),
    pieces=st.lists(pieces, max_size=2).map(tuple),
)
evidence = st.one_of(light_evidence, full_evidence)


@st.composite
def actions(draw):
    """An action, done or not, with its day when it is."""
    state = draw(st.sampled_from(ActionState))
    return Action(
        what=draw(named),
        indicators=draw(cited),
        key=draw(lines),
        origin=draw(st.sampled_from(Origin)),
        finding=draw(lines),
        owner=draw(lines),
        due=draw(optional(dates)),
        priority=draw(st.sampled_from(Priority)),
        effort=draw(optional(st.sampled_from(Effort))),
        cause=draw(texts),
        state=state,
        done_on=draw(dates) if state is ActionState.DONE else None,
        closing_evidence=draw(lines),
        check_on=draw(optional(dates)),
        is_effective=draw(answers),
        check_note=draw(texts),
        every_months=draw(optional(st.integers(1, 120))),
    )


audit_findings = st.builds(
    AuditFinding,
    finding=findings,
    key=lines,
    audit_day=optional(dates),
    site=lines,
    cause=texts,
    plan=texts,
    evidence=st.lists(named, unique=True, max_size=2).map(tuple),
    answered_on=optional(dates),
    lifted_on=optional(dates),
)


@st.composite
def snapshots(draw, edition: str = "2026-v9", numbers: tuple[int, ...] = tuple(range(1, 34))):
    """An assessment with a rating for each of some indicators, as a person would have left it."""
    some = sorted(draw(st.sets(st.sampled_from(numbers), max_size=6)))
    return Snapshot(
        edition=edition,
        title=draw(lines),
        profile=draw(profiles),
        ratings=tuple(draw(ratings(number)) for number in some),
        evidence=tuple(draw(st.lists(evidence, max_size=3))),
        actions=tuple(draw(st.lists(actions(), max_size=2))),
        findings=tuple(draw(st.lists(audit_findings, max_size=2))),
        updated_on=draw(optional(dates)),
    )
