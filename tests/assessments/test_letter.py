"""The weekly letter: what it tells, to whom, and not twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils.timezone import now

from auditblanc.accounts.models import User
from auditblanc.assessments.background import later
from auditblanc.assessments.background.worker import work_now
from auditblanc.assessments.letter import letter, stop_path
from auditblanc.assessments.models import Action, Digest
from auditblanc.assessments.reads.journal import head
from auditblanc.assessments.reminding import remind, write_to
from auditblanc.assessments.writes.calendar import stop_digest
from tests import people

SITE = "https://auditblanc.invalid"
TODAY = people.NOON.date()


@pytest.fixture
def late(mimosa):
    return Action.objects.create(
        organisation=mimosa, what="Publier <les> résultats", due=date(2026, 11, 1), owner="Paul"
    )


def test_it_tells_what_is_late_and_what_comes(alice, assessment, late):
    Action.objects.create(organisation=late.organisation, what="Relire", due=TODAY + timedelta(days=14))
    Action.objects.create(organisation=late.organisation, what="Plus tard", due=TODAY + timedelta(days=15))

    found = letter(alice, TODAY, SITE)

    assert found.subject == "Auditblanc : 1 échéance en retard, 1 à venir"
    assert found.text.replace("\u00a0", " ") == (
        "Bonjour,\n\nAtelier Mimosa\n\nEn retard :\n- 1er novembre 2026 : Publier <les> résultats (Paul)\n"
        "\nDans les quatorze jours :\n- 9 décembre 2026 : Relire\n"
        f"\n{SITE}/o/{late.organisation.key}/evaluations/{assessment.key}/calendrier/\n"
        f"Empreinte du journal à ce jour : {head(late.organisation)}\n"
        "\nGardez cette lettre : l’empreinte permet de montrer plus tard que le journal n’a pas été récrit.\n"
        f"\nNe plus la recevoir : {SITE}{stop_path(alice)}\n"
    )


def test_what_was_typed_stays_text_in_the_page(alice, assessment, late):
    assert "Publier &lt;les&gt; résultats" in letter(alice, TODAY, SITE).html


def test_nothing_late_and_nothing_near_is_no_letter(alice, assessment):
    assert letter(alice, TODAY, SITE) is None


def test_each_is_written_to_once_a_week(alice, assessment, late, settings):
    settings.ADDRESS = SITE
    today = now()

    first, again = remind(today), remind(today)
    Digest.objects.update(sent_at=today - timedelta(days=7))
    next_week = remind(today)

    assert [(done.written, done.waiting) for done in (first, again, next_week)] == [(1, 0), (0, 0), (1, 0)]
    assert [message.to for message in mail.outbox] == [["alice@exemple.invalid"]] * 2
    assert mail.outbox[0].extra_headers == {"List-Unsubscribe": f"<{SITE}{stop_path(alice)}>"}
    assert [kind for _, kind in mail.outbox[0].alternatives] == ["text/html"]


def test_an_address_at_fault_holds_nobody_else_back(alice, mimosa, assessment, late):
    people.member("Bob", mimosa, "reader")
    User.objects.filter(name="Alice").update(email="alice\n@exemple.invalid")

    done = remind(now())

    assert (done.written, done.waiting) == (1, 1)
    assert [message.to for message in mail.outbox] == [["bob@exemple.invalid"]]


def test_a_letter_asked_for_twice_goes_once(alice, assessment, late):
    later(write_to, alice.pk)
    later(write_to, alice.pk)

    assert (work_now(), len(mail.outbox)) == (2, 1)


def test_who_stopped_it_and_who_has_no_address_are_left_in_peace(alice, mimosa, assessment, late):
    stop_digest(alice, people.NOON)
    silent = people.member("Bob", mimosa, "reader")
    silent.email = None
    silent.save()

    assert remind(now()).written == 0


def test_a_stranger_is_told_nothing_of_it(charlie, assessment, late):
    assert letter(charlie, TODAY, SITE) is None
