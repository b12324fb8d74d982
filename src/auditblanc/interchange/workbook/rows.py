"""What stands in each sheet, row by row: the assessment as cells, by the key of their column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.referential import REWORDED_MENTION
from auditblanc.domain.ruling import ruling
from auditblanc.interchange.spreadsheet import CellValue
from auditblanc.interchange.workbook import words
from auditblanc.interchange.workbook.layout import level_key
from auditblanc.interchange.workbook.words import said

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile
    from auditblanc.domain.referential import Edition, Indicator, LegalText, Wording
    from auditblanc.domain.snapshot import Rating, Snapshot

Row = dict[str, CellValue | None]

MENTION = f"\n\n{REWORDED_MENTION}"
OUTSIDE = "Hors de ce texte"


def grid(snapshot: Snapshot, edition: Edition, only: tuple[int, ...] | None = None) -> list[Row]:
    """A row for each indicator of the edition, or for those asked, then for those rated that it does not hold."""
    stated = [
        {
            **text_cells(indicator, edition),
            "computed": ruling(edition, indicator, snapshot.profile, None).computed.sentence,
            **_answers(snapshot.rating(indicator.number)),
        }
        for indicator in edition.indicators
        if only is None or indicator.number in only
    ]
    others = [rating for rating in snapshot.ratings if rating.indicator not in edition.numbers]
    return [*stated, *({"criterion": OUTSIDE, "number": rating.indicator, **_answers(rating)} for rating in others)]


def text_cells(indicator: Indicator, edition: Edition) -> dict[str, CellValue]:
    """The cells of the text, that nobody is to change."""
    criterion = next(item for item in edition.criteria if item.number == indicator.criterion)
    shown = indicator.statement if indicator.statement.is_reworded else indicator.scope_note
    return {
        "criterion": f"{criterion.number} – {criterion.title.text}",
        "number": indicator.number,
        "title": indicator.title,
        "statement": indicator.full_statement + mention(shown, edition.decree),
        "expected_level": worded(indicator.expected_level, edition.guide),
        "evidence_examples": worded(indicator.evidence_examples, edition.guide),
    }


def worded(wording: Wording, source: LegalText) -> str:
    """A cell of the text, with its mention when the words are ours."""
    return wording.text + mention(wording, source)


def mention(wording: Wording, source: LegalText) -> str:
    """What is written below words of ours; nothing below others."""
    return f"{MENTION} – {source.name}" if wording.is_reworded else ""


def _answers(rating: Rating) -> Row:
    return {
        "level": said(words.LEVELS, rating.level),
        "presentation": rating.presentation,
        "applicable": said(words.APPLIES, rating.applicable),
        "reason": rating.reason,
        "effort": said(words.EFFORTS, rating.effort),
        "review": said(words.REVIEWS, rating.review),
        "ticked": "\n".join(rating.ticked),
        **{level_key(part.category): said(words.LEVELS, part.level) for part in rating.by_category},
    }


def evidence(snapshot: Snapshot) -> list[Row]:
    return [
        {
            "title": item.title,
            "indicators": " ; ".join(map(str, item.indicators)),
            "place": item.place,
            "content_date": item.content_date,
            "holder": item.holder,
        }
        for item in snapshot.evidence
    ]


def sites(profile: Profile) -> list[Row]:
    return [
        {
            "name": site.name,
            "address": site.address,
            "permanent_staff": site.permanent_staff,
            "categories": ", ".join(site.categories),
            "is_central_function": "Oui" if site.is_central_function else "",
            "seen_at_last_audit": said(words.YES_NO, site.seen_at_last_audit),
        }
        for site in profile.sites
    ]


def findings(profile: Profile) -> list[Row]:
    return [
        {
            "indicator": finding.indicator,
            "gravity": said(words.GRAVITIES, finding.gravity),
            "words": finding.words,
            "received_on": finding.received_on,
            "edition": finding.edition,
        }
        for finding in (profile.last_audit.findings if profile.last_audit else ())
    ]
