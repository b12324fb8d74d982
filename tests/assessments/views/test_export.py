"""Each format downloads, and reads back to what it holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.profile import Profile
from auditblanc.interchange import formats
from auditblanc.interchange.form_docx import FormOptions, keep
from tests import people
from tests.assessments.views.addresses import address

NAMES = {
    "docx": "fiche-word-atelier-mimosa",
    "xlsx": "classeur-atelier-mimosa",
    "json": "json-atelier-mimosa",
}


@pytest.mark.parametrize("entry", formats.WRITTEN, ids=lambda entry: entry.name)
def test_a_file_reads_back_to_what_its_format_holds(client, alice, assessment, catalogue, entry):
    client.force_login(alice)

    answer = client.get(address("export", assessment, entry.name))

    read = formats.read(answer.content, catalogue)
    written = replace(people.SNAPSHOT, updated_on=people.NOON.date())
    assert (read.snapshot, read.problems) == (entry.keep(written, catalogue.edition("2026-v9")), ())


@pytest.mark.parametrize("entry", formats.WRITTEN, ids=lambda entry: entry.name)
def test_a_file_has_a_name_that_says_what_it_is(client, alice, assessment, entry, today):
    client.force_login(alice)

    answer = client.get(address("export", assessment, entry.name))

    name = f"{NAMES[entry.name]}-{today}{entry.suffix}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_blank_form_of_what_concerns_the_provider(client, alice, assessment, catalogue):
    client.force_login(alice)

    answer = client.get(address("export", assessment, "docx"), {"vierge": "1", "concernes": "1"})

    read, edition = formats.read(answer.content, catalogue).snapshot, catalogue.edition("2026-v9")
    found = applicabilities(edition, people.SNAPSHOT)
    concerned = tuple(each.indicator for each in found if each.counts is not False)
    assert len(concerned) < 33
    assert read.ratings == keep(people.SNAPSHOT, edition, FormOptions(rows=concerned, blank=True)).ratings


def test_where_nothing_is_known_every_indicator_is_printed(client, alice, mimosa, catalogue):
    unknown = people.assessment(mimosa, alice, replace(people.SNAPSHOT, profile=Profile()))
    client.force_login(alice)

    answer = client.get(address("export", unknown, "docx"), {"concernes": "1"})

    assert len(formats.read(answer.content, catalogue).snapshot.ratings) == 33


@pytest.mark.parametrize("name", ["odt", "pdf"])
def test_a_format_that_is_not_written_is_not_found(client, alice, assessment, name):
    client.force_login(alice)

    assert client.get(address("export", assessment, name)).status_code == 404


def test_a_file_takes_five_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(5):
        client.get(address("export", assessment, "docx"))
