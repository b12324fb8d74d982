"""One frozen copy: what it held, and a fingerprint that anybody can compute again."""

from __future__ import annotations

import hashlib

import pytest

from auditblanc.assessments.models import FrozenCopy
from auditblanc.assessments.writes.freeze import freeze
from tests import people
from tests.assessments.views.test_copies import address
from tests.pages import cells, texts


@pytest.fixture
def copy(assessment, alice):
    return freeze(assessment, "Avant audit", people.stamp(alice))


def test_a_copy_shows_what_it_held(client, alice, assessment, copy):
    assessment.ratings.update(level=None, presentation="Effacé")
    client.force_login(alice)

    rows = cells(client.get(address("frozen_copy", assessment, copy=copy.key)))

    assert (len(rows), rows[0][1:], rows[5][1:]) == (33, ["Prêt", "Le site et le catalogue 2027."], ["Non évalué", ""])


def test_the_file_has_the_fingerprint_of_the_copy(client, alice, assessment, copy):
    client.force_login(alice)

    answer = client.get(address("copy_file", assessment, copy=copy.key))

    assert hashlib.sha256(answer.content).hexdigest() == copy.fingerprint
    assert answer.headers["Content-Disposition"] == f'attachment; filename="copie-2026-11-25-{copy.key}.json"'


def test_a_copy_that_was_tampered_with_says_so(client, alice, assessment, copy):
    FrozenCopy.objects.update(document=copy.document.replace("catalogue", "brochure"))
    client.force_login(alice)

    answer = client.get(address("frozen_copy", assessment, copy=copy.key))

    assert texts(answer, "//*[@class='notice-title']") == ["Cette copie a été modifiée"]


def test_a_copy_takes_three_queries(client, alice, assessment, copy, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(3):
        client.get(address("frozen_copy", assessment, copy=copy.key))
