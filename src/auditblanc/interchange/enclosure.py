"""What travels inside a Word form without being seen: the profile, dates and reasons, in a custom XML part.

The visible answers (levels and texts) are never in it: another editor may drop this part, and then only the profile and
the reasons are lost. Proofs are not in it either: a form is handed to other people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec
from lxml import etree

from auditblanc.domain.effort import Effort
from auditblanc.domain.profile import Profile
from auditblanc.domain.snapshot import CategoryLevel, Review, Snapshot
from auditblanc.interchange import safe_xml
from auditblanc.interchange.problems import UnreadableFileError

NAMESPACE = "urn:auditblanc:form:1"


@dataclass(frozen=True, slots=True, kw_only=True)
class EnclosedRating:
    indicator: int
    applicable: bool | None = None
    reason: str = ""
    by_category: tuple[CategoryLevel, ...] = ()
    review: Review | None = None
    carried_from: str = ""
    effort: Effort | None = None
    ticked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """``rows`` are the indicators that the form was written with: a row that is not in it is not missing.

    ``organisation``: the key of the organisation in the place that the form was written by; empty when nothing said it.
    """

    edition: str
    organisation: str = ""
    title: str = ""
    profile: Profile = Profile()
    updated_on: date | None = None
    rows: tuple[int, ...] = ()
    ratings: tuple[EnclosedRating, ...] = ()

    def rating(self, indicator: int) -> EnclosedRating:
        """What travels for an indicator; an empty one when nothing does."""
        empty = EnclosedRating(indicator=indicator)
        return next((rating for rating in self.ratings if rating.indicator == indicator), empty)


def enclose(snapshot: Snapshot, rows: tuple[int, ...], organisation: str = "") -> Enclosure:
    """What travels with a form of these rows."""
    ratings = tuple(
        EnclosedRating(
            indicator=rating.indicator,
            applicable=rating.applicable,
            reason=rating.reason,
            by_category=rating.by_category,
            review=rating.review,
            carried_from=rating.carried_from,
            effort=rating.effort,
            ticked=rating.ticked,
        )
        for rating in snapshot.ratings
        if rating.indicator in rows
    )
    return Enclosure(
        edition=snapshot.edition,
        organisation=organisation,
        title=snapshot.title,
        profile=snapshot.profile,
        updated_on=snapshot.updated_on,
        rows=rows,
        ratings=tuple(rating for rating in ratings if rating != EnclosedRating(indicator=rating.indicator)),
    )


def to_xml(enclosure: Enclosure) -> bytes:
    root = etree.Element(f"{{{NAMESPACE}}}form", nsmap={"auditblanc": NAMESPACE})
    root.text = msgspec.json.encode(enclosure).decode()
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def from_xml(data: bytes) -> Enclosure | None:
    """The enclosure of a custom XML part; ``None`` when the part is somebody else's.

    Raises:
        ValueError: the part is ours but was damaged.
    """
    try:
        root = safe_xml.parse(data)
    except UnreadableFileError as error:
        raise ValueError(str(error)) from error
    if root.tag != f"{{{NAMESPACE}}}form":
        return None
    return msgspec.json.decode((root.text or "").encode(), type=Enclosure)
