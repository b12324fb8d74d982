"""A folder of filled forms becomes assessments: each of its own organisation, once, whatever happens meanwhile."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.db import connection

from auditblanc.accounts.models import Organisation
from auditblanc.assessments.mass_intake.deciding import waiting_reading
from auditblanc.assessments.mass_intake.index import Index, read_index
from auditblanc.assessments.mass_intake.run import carry_on
from auditblanc.assessments.mass_intake.source import Archive, Folder
from auditblanc.assessments.models import Assessment, Event, Outcome, Rating, ReceivedFile, ReceivedForm
from auditblanc.assessments.reads.integrity import row_faults
from auditblanc.assessments.reads.mass_intake import counts
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.storage import opened
from auditblanc.assessments.writes.mass_intake import attach_by_hand, open_intake
from auditblanc.assessments.writes.removal import purge
from auditblanc.domain.attachment import NOTHING
from tests import people
from tests.assessments.mass_intake.filled import CATALOGUE, EDITION, folder_of, form, siren
from tests.assessments.mass_intake.filled import snapshot as answered
from tests.conftest import DATA
from tests.neutral import make_neutral

pytestmark = pytest.mark.django_db


def received(source, person, index=b"", *, creates=True, intake=None):
    intake = intake or open_intake(person, name="envoi", creates=creates, at=people.NOON)
    carry_on(intake, source, read_index(index) if index else Index(), now=lambda: people.NOON)
    return intake


def outcomes(intake):
    return {form.name: (form.outcome, form.reason) for form in intake.forms.order_by("name")}


def everything():
    """Every row of an organisation's that a reception could have changed."""
    return [list(model.objects.order_by("pk").values()) for model in (Organisation, Assessment, Rating, Event)]


def test_each_form_becomes_the_assessment_of_its_provider(alice, tmp_path):
    intake = received(Folder.below(folder_of(tmp_path, 5)), alice)

    made = {each.organisation.name: each for each in Assessment.objects.select_related("organisation")}
    assert (counts(intake).attached, counts(intake).new, intake.total, intake.ended_at) == (5, 5, 5, people.NOON)
    assert sorted(made) == [f"Organisme fictif {number}" for number in range(5)]
    assert snapshot(made["Organisme fictif 3"]).ratings == answered(3).ratings
    assert snapshot(made["Organisme fictif 3"]).profile.provider.siren == siren(3)
    assert {each.memberships.get().user for each in Organisation.objects.all()} == {alice}
    assert not [fault for each in Organisation.objects.all() for fault in row_faults(each)]


def test_a_second_run_changes_nothing(alice, tmp_path):
    source = Folder.below(folder_of(tmp_path, 5))
    received(source, alice)
    before = everything()

    again = received(source, alice)

    assert everything() == before
    assert {outcome for outcome, _ in outcomes(again).values()} == {Outcome.ALREADY}
    assert {form.organisation.name for form in again.forms.all()} == {
        f"Organisme fictif {number}" for number in range(5)
    }


def test_a_run_that_was_stopped_goes_on_from_there(alice, tmp_path):
    folder = folder_of(tmp_path, 25)
    source = Folder.below(folder)
    intake = open_intake(alice, name="envoi", creates=True, at=people.NOON)

    def stop(more):
        if ReceivedForm.objects.count() >= 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_on(intake, source, now=lambda: people.NOON, done=stop)
    half = ReceivedForm.objects.count()
    received(source, alice, intake=intake)

    assert 0 < half < 25
    assert counts(intake).attached == Assessment.objects.count() == Organisation.objects.count() == 25


def test_the_same_form_twice_is_one_assessment(alice, tmp_path):
    data = form(1)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{siren(1)}.docx").write_bytes(data)

    intake = received(Folder.below(tmp_path), alice)

    assert {name: outcome for name, (outcome, _) in outcomes(intake).items()} == {
        f"a/{siren(1)}.docx": "attached",
        f"b/{siren(1)}.docx": "already",
    }
    assert Assessment.objects.count() == 1


def test_a_form_finds_its_organisation_by_the_key_that_it_carries(alice, mimosa, tmp_path):
    (tmp_path / "fiche.docx").write_bytes(form(1, organisation=mimosa.key))

    intake = received(Folder.below(tmp_path), alice)

    assert [each.organisation for each in intake.forms.all()] == [mimosa]
    assert Assessment.objects.filter(organisation=mimosa).count() == 1


def test_the_key_of_somebody_else_s_organisation_opens_nothing(alice, tmp_path):
    theirs = people.organisation("Ailleurs", people.person("Denis"))
    (tmp_path / "fiche.docx").write_bytes(form(1, organisation=theirs.key))

    intake = received(Folder.below(tmp_path), alice)

    assert outcomes(intake) == {"fiche.docx": ("waiting", NOTHING)}
    assert Assessment.objects.count() == 0


@pytest.mark.parametrize(
    ("role", "outcome"), [("editor", "attached"), ("reader", "waiting"), ("contributor", "waiting")]
)
def test_only_who_may_write_there_attaches(mimosa, role, outcome, tmp_path):
    member = people.member("Denis", mimosa, role)
    (tmp_path / "fiche.docx").write_bytes(form(1, organisation=mimosa.key))

    intake = received(Folder.below(tmp_path), member)

    assert [each.outcome for each in intake.forms.all()] == [outcome]


def test_the_index_says_whose_a_form_is_and_names_it(alice, tmp_path):
    (tmp_path / "a.docx").write_bytes(form(1))
    index = f"fichier;nom;SIREN;NDA\na.docx;École fictive;{siren(7)};11 75 12345 75\nb.docx;;{siren(8)};\n".encode()

    intake = received(Folder.below(tmp_path), alice, index)

    made = Assessment.objects.get()
    provider = snapshot(made).profile.provider
    assert (made.organisation.name, provider.name, provider.siren, provider.nda) == (
        "École fictive", "École fictive", siren(7), "11751234575",
    )  # fmt: skip
    assert intake.remarks == "Ligne 3 de l’index : « b.docx » n’est pas parmi les fichiers reçus."


def test_once_attached_an_organisation_is_found_by_its_number(alice, tmp_path):
    received(Folder.below(folder_of(tmp_path / "first", 1)), alice)
    later = tmp_path / "second"
    later.mkdir()
    (later / "fiche.docx").write_bytes(form(40, siren=siren(0)))

    intake = received(Folder.below(later), alice)

    assert [(each.organisation.name, each.is_new) for each in intake.forms.all()] == [("Organisme fictif 0", False)]
    assert Organisation.objects.count() == 1
    assert Assessment.objects.filter(is_latest=True).count() == 1


def test_what_nothing_tells_waits_with_what_was_read_and_is_not_guessed_from_a_name(alice, mimosa, tmp_path):
    (tmp_path / f"{mimosa.name}.docx").write_bytes(form(1, name=mimosa.name))

    intake = received(Folder.below(tmp_path), alice)

    (waiting,) = intake.forms.all()
    assert (waiting.outcome, waiting.reason, waiting.rated) == ("waiting", NOTHING, len(EDITION.numbers))
    assert Assessment.objects.count() == 0


def test_completed_by_an_index_what_waited_is_attached_and_waits_no_more(alice, tmp_path):
    (tmp_path / "a.docx").write_bytes(form(1, name="École fictive"))
    first = received(Folder.below(tmp_path), alice)

    received(Folder.below(tmp_path), alice, f"fichier;siren\na.docx;{siren(7)}\n".encode())

    assert outcomes(first) == {"a.docx": ("already", "")}
    assert first.forms.get().document == ""
    assert Assessment.objects.count() == 1


def test_what_waits_for_thirty_days_is_let_go_and_may_be_given_again(alice, mimosa, tmp_path):
    (tmp_path / "a.docx").write_bytes(form(1))
    intake = received(Folder.below(tmp_path), alice)
    purge(people.NOON + timedelta(days=30))
    kept = intake.forms.get().outcome

    purge(people.NOON + timedelta(days=30, seconds=1))
    gone = intake.forms.get()
    again = received(Folder.below(tmp_path), alice)

    assert (kept, gone.outcome, gone.document, again.forms.get().outcome) == ("waiting", "refused", "", "waiting")


def test_without_leave_to_make_organisations_unknown_numbers_wait(alice, tmp_path):
    intake = received(Folder.below(folder_of(tmp_path, 1)), alice, creates=False)

    assert outcomes(intake) == {
        f"{siren(0)}.docx": (
            "waiting", f"Aucun de vos organismes n’a le SIREN {siren(0)} : créez-le, ou choisissez l’organisme.",
        )
    }  # fmt: skip
    assert Organisation.objects.count() == 0


def test_a_bad_file_among_others_is_refused_alone(alice, tmp_path):
    folder_of(tmp_path, 2)
    (tmp_path / f"{siren(5)}.docx").write_bytes(b"PK\x03\x04 damaged")
    (tmp_path / f"{siren(6)}.odt").write_bytes((DATA / "fiche-remplie.odt").read_bytes())

    intake = received(Folder.below(tmp_path), alice)

    found = outcomes(intake)
    assert found[f"{siren(5)}.docx"] == (
        "refused",
        "Ce fichier est abîmé ou incomplet : ouvrez-le dans le logiciel qui l’a créé, enregistrez-le sous un autre nom puis réessayez, ou redemandez-le.",
    )
    assert [outcome for outcome, _ in found.values()].count("attached") == 3


def test_an_archive_is_received_as_its_folder_is(alice, tmp_path):
    folder_of(tmp_path, 3)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for path in tmp_path.iterdir():
            archive.write(path, f"envoi/{path.name}")
        archive.writestr("__MACOSX/envoi/._x.docx", b"x")
        archive.writestr("envoi/~$lock.docx", b"x")

    intake = received(Archive.of(data), alice)

    assert (counts(intake).attached, intake.total) == (3, 3)


def test_doubts_are_told_and_do_not_hold_a_form_back(alice, tmp_path):
    (tmp_path / f"{siren(1)}.docx").write_bytes((DATA / "fiche-remplie.docx").read_bytes())

    intake = received(Folder.below(tmp_path), alice)

    assert [(each.outcome, each.doubtful) for each in intake.forms.all()] == [("attached", 1)]


@pytest.mark.parametrize(("count", "queries"), [(10, 196), (20, 380)])
def test_each_form_costs_the_same(alice, tmp_path, django_assert_num_queries, count, queries):
    source = Folder.below(folder_of(tmp_path, count))
    # PostgreSQL holds the organisation while its journal goes on.
    locks = count * connection.features.has_select_for_update

    with django_assert_num_queries(queries + locks):
        received(source, alice)


def test_in_neutral_mode_each_file_is_kept_as_it_came(alice, mimosa, settings, tmp_path):
    make_neutral(settings)
    data = {f"{siren(1)}.docx": form(1), "a.docx": form(2)}
    for name, content in data.items():
        (tmp_path / name).write_bytes(content)
    intake = received(Folder.below(tmp_path), alice)
    waiting = intake.forms.get(name="a.docx")
    read = waiting_reading(waiting, CATALOGUE).snapshot
    attach_by_hand(waiting, snapshot=read, numbers=EDITION.numbers, to=mimosa, stamp=people.stamp(alice))

    kept = {row.name: row for row in ReceivedFile.objects.select_related("file", "assessment__organisation")}

    for name, content in data.items():
        with opened(kept[name].assessment.organisation.key, kept[name].file.sha256) as file:
            assert file.read() == content
    assert not ReceivedForm.objects.exclude(data=None).exists()


def test_otherwise_no_file_is_kept(alice, tmp_path):
    (tmp_path / "a.docx").write_bytes(form(2))
    received(Folder.below(folder_of(tmp_path, 1)), alice)

    assert (ReceivedFile.objects.count(), ReceivedForm.objects.exclude(data=None).count()) == (0, 0)
