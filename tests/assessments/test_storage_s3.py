"""The same on an S3-compatible server, which this test starts on loopback."""

from __future__ import annotations

import io
import socket

import boto3
import pytest
from django.test import Client
from django.urls import reverse
from moto.server import ThreadedMotoServer

from auditblanc.assessments.models import Evidence, Piece
from auditblanc.assessments.reads.integrity import examine
from auditblanc.assessments.reads.kept_files import orphans
from auditblanc.assessments.storage import content_name, contents, discard, examined, keep, opened
from auditblanc.web import environment
from tests.assessments.given import PDF, TEXT, file, mark
from tests.pages import closed, page, words

BUCKET = "preuves-de-mimosa"


@pytest.fixture(scope="module")
def server():
    started = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    started.start()
    host, port = started.get_host_and_port()
    yield f"http://{host}:{port}"
    started.stop()


@pytest.fixture
def bucket(server, monkeypatch, settings, tmp_path):
    """An empty bucket, and the site told of it as a person would tell it."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "cle")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AUDITBLANC_FILES", f"s3://{BUCKET}/auditblanc?endpoint={server}&region=fr-par")
    settings.STORAGES = {**settings.STORAGES, "proofs": environment.files(tmp_path)}
    settings.PREVIEWS = tmp_path / "apercus"
    made = boto3.resource("s3", endpoint_url=server, region_name="fr-par").Bucket(BUCKET)
    made.create(CreateBucketConfiguration={"LocationConstraint": "fr-par"})
    yield made
    made.objects.all().delete()
    made.delete()


def kept(organisation, data):
    content = examined(io.BytesIO(data), "piece")
    keep(organisation, io.BytesIO(data), content)
    return content


def names(bucket):
    return [each.key for each in bucket.objects.all()]


def test_a_content_lies_under_the_folder_by_organisation_and_hash(bucket):
    kept("mimosa", PDF)
    kept("mimosa", PDF)
    kept("acacia", PDF)

    assert names(bucket) == [f"auditblanc/{content_name(each, mark(PDF))}" for each in ("acacia", "mimosa")]
    with opened("mimosa", mark(PDF)) as found:
        assert found.read() == PDF


def test_it_is_bytes_whatever_a_browser_said(bucket):
    kept("mimosa", b"<script>alert(1)</script>")

    assert [each.Object().content_type for each in bucket.objects.all()] == ["application/octet-stream"]


def test_a_content_that_is_gone_is_told(bucket):
    kept("mimosa", TEXT)
    discard("mimosa", mark(TEXT))
    discard("mimosa", mark(TEXT))

    assert names(bucket) == []
    with pytest.raises(FileNotFoundError):
        opened("mimosa", mark(TEXT))


def test_a_large_content_goes_through_the_disk(bucket):
    data = b"0123456789abcdef" * 600_000
    content = kept("mimosa", data)

    assert contents().size(content_name("mimosa", content.sha256)) == len(data)
    with opened("mimosa", content.sha256) as found:
        assert found.read(16) == b"0123456789abcdef"


def test_a_file_is_dropped_shown_and_checked(bucket, client, assessment, mimosa, alice):
    client.force_login(alice)
    path = [mimosa.key, assessment.key]
    row = Evidence.objects.get()

    client.post(reverse("assessments:add_pieces", args=[*path, row.key]), {"file": [file(TEXT, "a.txt")]})

    key = Piece.objects.get().key
    downloaded = client.get(reverse("assessments:piece_file", args=[mimosa.key, key]))
    looked = client.get(reverse("assessments:piece_preview", args=[mimosa.key, key]))
    assert b"".join(downloaded.streaming_content) == TEXT
    closed(downloaded)
    assert TEXT.decode().strip() in looked.content.decode()
    assert (examine().faults, orphans()) == ([], ())


def test_what_is_missing_and_left_over_is_found_there_too(bucket, client, assessment, mimosa, alice):
    client.force_login(alice)
    address = reverse("assessments:add_pieces", args=[mimosa.key, assessment.key, Evidence.objects.get().key])
    client.post(address, {"file": [file(TEXT, "a.txt")]})
    discard(mimosa.key, mark(TEXT))
    kept(mimosa.key, PDF)

    assert [fault.partition(" ; ")[0] for fault in examine().faults] == [
        "« Atelier Mimosa » : le fichier « a.txt » n’est plus à sa place"
    ]
    assert orphans() == ((mimosa.key, mark(PDF)),)


def test_a_server_that_is_away_is_told_and_nothing_is_half_written(
    monkeypatch, settings, tmp_path, assessment, mimosa, alice
):
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "cle")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AUDITBLANC_FILES", f"s3://{BUCKET}/x?endpoint=http://127.0.0.1:{port}&region=fr-par")
    settings.STORAGES = {**settings.STORAGES, "proofs": environment.files(tmp_path)}
    client = Client(raise_request_exception=False)
    client.force_login(alice)
    address = reverse("assessments:add_pieces", args=[mimosa.key, assessment.key, Evidence.objects.get().key])

    answer = client.post(address, {"file": [file(TEXT, "a.txt")]})

    assert (answer.status_code, answer.headers["Retry-After"], Piece.objects.count()) == (503, "10", 0)
    assert "Le stockage des fichiers ne répond pas pour l’instant" in words(page(answer))


@pytest.mark.parametrize("address", ["https://serveur/bucket", "s3://", "bucket"])
def test_an_address_that_is_none_is_refused_at_the_start(monkeypatch, tmp_path, address):
    monkeypatch.setenv("AUDITBLANC_FILES", address)

    with pytest.raises(ValueError, match="AUDITBLANC_FILES : écrivez s3://"):
        environment.files(tmp_path)


def test_without_an_address_files_are_in_the_data_folder(monkeypatch, tmp_path):
    monkeypatch.delenv("AUDITBLANC_FILES", raising=False)

    assert environment.files(tmp_path)["OPTIONS"] == {"location": tmp_path / "preuves"}


def test_the_limit_of_a_file_is_told_in_megabytes(monkeypatch):
    assert environment.file_limit() == 50_000_000
    monkeypatch.setenv("AUDITBLANC_FILE_LIMIT", "200")
    assert environment.file_limit() == 200_000_000
