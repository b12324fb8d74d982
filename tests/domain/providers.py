"""Profiles that tests start from: one or several categories, and every question of the conditions answered or not."""

from __future__ import annotations

from auditblanc.domain.applicability import applicability
from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Activity, Certifying, Profile
from auditblanc.domain.snapshot import Rating

EVERYTHING = {
    "certifying": Certifying.RNCP,
    "alternance": True,
    "work_situation_periods": True,
    "subcontracting_or_portage": True,
    "duration_over_2_days": True,
}
NOTHING = {
    "certifying": Certifying.NONE,
    "alternance": False,
    "work_situation_periods": False,
    "subcontracting_or_portage": False,
    "duration_over_2_days": False,
}


def provider(*categories, new_entrant=None, **answers):
    """A profile of those categories (``AF``, ``Category.TRAINING``…), with nothing else answered than ``answers``."""
    activities = tuple(Activity(category=Category(category), new_entrant=new_entrant) for category in categories)
    return Profile(activities=activities, **answers)


def applies(catalogue, number, profile, edition="2026-v9", **decision):
    """Whether an indicator applies to a profile, with what a rating decides if anything."""
    text = catalogue.edition(edition)
    rating = Rating(indicator=number, **decision) if decision else None
    return applicability(text, text.indicator(number), profile, rating)
