"""The page of a reception: what became of each form, and whose is one that waits."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from auditblanc.accounts.models import Organisation
from auditblanc.assessments.background.queue import is_empty
from auditblanc.assessments.mass_intake.index import Index
from auditblanc.assessments.mass_intake.run import carry_on
from auditblanc.assessments.mass_intake.source import Folder
from auditblanc.assessments.models import Assessment, MassIntake, Outcome, ReceivedForm
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes.mass_intake import open_intake
from tests import people
from tests.assessments.mass_intake.filled import form, siren
from tests.assessments.mass_intake.filled import snapshot as answered
from tests.conftest import DATA
from tests.pages import cells, texts


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def forms(intake, count, outcome=Outcome.ATTACHED, **more):
    ReceivedForm.objects.bulk_create(
        ReceivedForm(intake=intake, name=f"{outcome}-{number:04}.docx", digest="x", outcome=outcome, **more)
        for number in range(count)
    )


@pytest.fixture
def intake(alice):
    return MassIntake.objects.create(received_by=alice, name="envoi.zip", total=100, begun_at=people.NOON)


@pytest.fixture
def waiting(alice, tmp_path):
    """A reception of one form of which nothing tells whose it is."""
    (tmp_path / "fiche.docx").write_bytes(form(4, name="École fictive"))
    made = open_intake(alice, name="envoi", creates=True, at=people.NOON)
    carry_on(made, Folder.below(tmp_path), Index(), now=lambda: people.NOON)
    return made


def at(intake):
    return f"/receptions/{intake.key}/"


def of(form):
    return f"{at(form.intake)}fiches/{form.pk}/"


@pytest.mark.parametrize("count", [3, 120])
def test_a_page_costs_the_same_whatever_the_number(client, intake, django_assert_num_queries, count):
    forms(intake, count)

    with django_assert_num_queries(5):
        shown = client.get(at(intake))

    assert len(cells(shown)) == min(count, 50)


def test_the_list_is_narrowed_to_what_waits_or_is_doubtful(client, intake):
    forms(intake, 2)
    forms(intake, 1, Outcome.WAITING, reason="Ni SIREN ni NDA.")
    forms(intake, 1, Outcome.REFUSED, reason="Abîmé.", doubtful=2)

    def names(suite):
        return [row[0] for row in cells(client.get(f"{at(intake)}?suite={suite}"))]

    assert (names("waiting"), names("doubtful"), names("attached"), len(names("x"))) == (
        ["waiting-0000.docx"], ["refused-0000.docx"], ["attached-0000.docx", "attached-0001.docx"], 4,
    )  # fmt: skip


def test_while_it_goes_on_the_page_asks_and_stops_when_it_is_done(client, intake):
    forms(intake, 30)
    going = client.get(at(intake), headers={"HX-Request": "true"})
    MassIntake.objects.update(ended_at=people.NOON)
    done = client.get(at(intake), headers={"HX-Request": "true"})

    assert texts(going, "//*[@role='status']") == ["30 fiches rattachées."]
    assert ("every 2s" in going.text, going.headers.get("HX-Refresh")) == (True, None)
    assert ("every 2s" in done.text, done.headers["HX-Refresh"]) == (False, "true")


def test_a_form_that_waits_is_given_to_an_organisation(client, mimosa, waiting):
    row = waiting.forms.get()

    answer = client.post(of(row), {"organisation": mimosa.key})

    row.refresh_from_db()
    made = Assessment.objects.get(organisation=mimosa)
    assert (answer.status_code, answer["Location"]) == (303, f"{at(waiting)}?suite=waiting")
    assert (row.outcome, row.assessment, row.document, row.reason) == ("attached", made, "", "")
    assert snapshot(made).ratings == answered(4).ratings


def test_sent_twice_it_is_one_assessment(client, mimosa, waiting):
    row = waiting.forms.get()
    for _ in range(2):
        assert client.post(of(row), {"organisation": mimosa.key}).status_code == 303

    assert Assessment.objects.count() == 1


def test_it_may_be_given_to_a_new_organisation(client, alice, waiting):
    client.post(of(waiting.forms.get()), {"name": "École fictive"})

    assert [(each.name, each.memberships.get().user) for each in Organisation.objects.all()] == [
        ("École fictive", alice)
    ]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choisissez un organisme, ou donnez le nom de celui qu’il faut créer."),
        ({"name": "x" * 201}, "Ce nom dépasse 200 caractères : raccourcissez-le."),
    ],
)
def test_without_an_organisation_it_says_so(client, waiting, sent, sentence):
    answer = client.post(of(waiting.forms.get()), sent)

    assert answer.status_code == 422
    assert sentence in " ".join(texts(answer, "//div[contains(@class, 'notice-error')]"))


@pytest.mark.parametrize(("role", "status"), [("editor", 303), ("reader", 403), ("contributor", 403), (None, 404)])
def test_only_an_organisation_where_one_may_write_takes_it(client, alice, waiting, role, status):
    theirs = people.organisation("Ailleurs", people.person("Denis"))
    if role:
        theirs.memberships.create(user=alice, role=role)

    answer = client.post(of(waiting.forms.get()), {"organisation": theirs.key})

    assert (answer.status_code, Assessment.objects.count()) == (status, int(status == 303))


def test_organisations_are_found_by_a_word(client, alice, waiting):
    for number in range(25):
        people.organisation(f"Client {number:02}", alice)

    def names(words):
        return texts(client.get(f"{of(waiting.forms.get())}?mots={words}"), "//fieldset//li")

    assert (len(names("")), names("client+17"), names("rien")) == (20, ["Client 17"], [])


def test_doubts_are_told_indicator_by_indicator(client, alice, tmp_path):
    (tmp_path / f"{siren(1)}.docx").write_bytes((DATA / "fiche-remplie.docx").read_bytes())
    made = open_intake(alice, name="envoi", creates=True, at=people.NOON)
    carry_on(made, Folder.below(tmp_path), Index(), now=lambda: people.NOON)
    ((number, where, sentence),) = cells(client.get(of(made.forms.get())))

    assert (number, where, sentence[-1]) == ("20", "présentation", ".")


def test_the_file_says_what_the_page_says(client, intake):
    forms(intake, 2)
    forms(intake, 1, Outcome.WAITING, reason="=1+1")
    book = load_workbook(BytesIO(client.get(f"{at(intake)}fichier/").content), read_only=True)
    rows = list(book["Fiches"].iter_rows(min_row=2))

    assert [row[0].value for row in rows] == ["attached-0000.docx", "attached-0001.docx", "waiting-0000.docx"]
    assert (rows[2][6].value, rows[2][6].data_type) == ("=1+1", "s")


def test_forgotten_the_list_goes_and_assessments_stay(client, mimosa, waiting):
    client.post(of(waiting.forms.get()), {"organisation": mimosa.key})
    asked = client.get(f"{at(waiting)}oublier/").status_code
    client.post(f"{at(waiting)}oublier/")

    assert (asked, MassIntake.objects.count(), ReceivedForm.objects.count(), Assessment.objects.count()) == (
        200,
        0,
        0,
        1,
    )


def test_asked_to_go_on_it_is_put_in_the_queue_once_more(client, intake):
    before = is_empty()
    client.post(f"{at(intake)}relancer/")

    assert (before, is_empty()) == (True, False)


def test_the_reception_of_somebody_else_is_not_there(client):
    theirs = MassIntake.objects.create(received_by=people.person("Denis"), name="envoi.zip", begun_at=people.NOON)
    forms(theirs, 1, Outcome.WAITING, reason="x")

    assert {client.get(path).status_code for path in (at(theirs), of(theirs.forms.get()), f"{at(theirs)}fichier/")} == {
        404
    }
