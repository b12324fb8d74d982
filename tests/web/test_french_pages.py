"""French typography on every page: apostrophes, and the spaces that must not break, in all that is ours to say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from auditblanc.accounts.writes import local_person
from auditblanc.assessments.forms.profile.sections import SECTIONS
from auditblanc.assessments.forms.profile.steps import STEPS
from tests import people
from tests.architecture.test_access import filled
from tests.architecture.test_names import EVERY
from tests.pages import page
from tests.places import places

if TYPE_CHECKING:
    from django.http import HttpResponse

NO_BREAK, NARROW = "\u00a0", "\u202f"
# A mark is one when a blank follows it, or nothing: « 14:32 » and addresses are left alone.
FAULTS = {
    "straight apostrophe": re.compile(r"\w'\w"),
    "before ; ! ?": re.compile(rf"[^{NARROW}][;!?](?=\s|$)"),
    "before : » %": re.compile(r"\S (?:»|%|:(?=\s|$))"),
    "inside « »": re.compile(rf"«(?![{NO_BREAK}{NARROW}])|(?<![{NO_BREAK}{NARROW}])»"),
}
# What a person may have typed, here or in a worked example, what is compared letter by letter, and keys.
NOT_OURS = "//blockquote/..|//script|//style|//textarea|//option|//code|//kbd|//*[@class='difference']"
# A paragraph at a time: what stands in an expression touches what stands around it.
BLOCKS = "|".join(
    f"//{tag}"
    for tag in [
        "p",
        "li",
        "dt",
        "dd",
        "th",
        "td",
        "label",
        "legend",
        "summary",
        "h1",
        "h2",
        "h3",
        "caption",
        "text",
        "title",
    ]
)


def said(answer: HttpResponse) -> list[str]:
    """Each text of the page that is ours, and the names that only a screen reader tells."""
    shown = page(answer)
    for element in shown.xpath(NOT_OURS):
        element.drop_tree()
    told = [*(element.text_content() for element in shown.xpath(BLOCKS)), *shown.xpath("//@aria-label|//@placeholder")]
    # How the source is laid out in lines is nobody's typography.
    return [re.sub(r"[ \n\t]*\n[ \n\t]*", " ", text).strip(" ") for text in told]


def wrong(texts: list[str]) -> list[str]:
    return [
        f"{name}: {text[max(0, found.start() - 30) : found.end() + 15]!r}"
        for text in texts
        for name, fault in FAULTS.items()
        for found in fault.finditer(text)
    ]


@pytest.fixture
def everything(db):
    me = local_person()
    there = places(people.assessment(people.organisation("Atelier Mimosa", me), me), me)
    path = filled("o/<organisation>/evaluations/<key>", there)
    sections = [f"{path}/profil/{section.key}/" for section in SECTIONS]
    questions = [f"{path}/questions/{step}/" for step, _ in enumerate(STEPS, 1)]
    return me, [*(filled(address, there) for address, _ in EVERY), *sections, *questions]


def test_every_page_is_set_in_french(client, everything):
    me, addresses = everything
    client.force_login(me)
    faults = {}

    for address in addresses:
        answer = client.get(address)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            faults[address] = wrong(said(answer))
        answer.close()

    assert len(faults) > 40
    assert {address: found for address, found in faults.items() if found} == {}


@pytest.mark.parametrize("text", ["l'audit", "Prêt ?", "Prêt?", "Attention :", "« Livret »", "10 %"])
def test_what_is_set_badly_is_found(text):
    assert len(wrong([text])) >= 1


def test_what_is_set_well_is_left_alone():
    assert wrong([f"L’audit{NO_BREAK}: «{NO_BREAK}prêt{NO_BREAK}»{NARROW}? À 14:32, https://exemple.fr/?a=1"]) == []
