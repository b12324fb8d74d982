"""Files and headers that the site makes of what people typed: no formula in a sheet, no line of a header of theirs."""

from __future__ import annotations

import csv
import io
import zipfile
from email.message import Message

import pytest
from django.core import mail
from django.test import Client

from auditblanc.accounts.models import Organisation, User
from tests.architecture.test_access import filled
from tests.pages import closed
from tests.server.attack.world import ALL, place
from tests.server.attack.written import texts, write_everywhere

# What a spreadsheet takes for the beginning of a formula; no text of ours begins with a tab or a line end.
STARTS = ["=1+1", "+1", "-1", "@SUM(A1)"]
FORMATS = ["csv", "docx", "ics", "json", "odt", "pdf", "xlsx", "zip"]
INJECTED = "x\r\nSet-Cookie: vole=1\r\nBcc: autre@exemple.invalid\r\n\r\n<h1>"
# The same without what no line of ours holds.
ON_A_LINE = 'x"; filename="pire.exe"; Set-Cookie: vole=1 Bcc: autre@exemple.invalid %0d%0aX-Vole: 1'


@pytest.fixture
def mimosas(alice, mimosa):
    return place(alice, mimosa)


@pytest.fixture
def inside(alice):
    client = Client(raise_request_exception=False)
    client.force_login(alice)
    return client


def answers(client, mimosas, addresses=ALL):
    """Each address of the site, in each format where there are several: its name, the answer, what it holds."""
    for address, name in addresses:
        for format_ in FORMATS if ":format>" in address else ["json"]:
            answer = client.get(filled(address, {**mimosas.places, "format": format_}))
            content = answer.getvalue()
            closed(answer)
            yield f"{name} {format_}", answer, content


def tables(content, kind):
    """The cells of a CSV; the parts of a workbook; those within an archive."""
    if kind == "csv":
        text = content.decode("utf-8-sig")
        yield "csv", [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    elif kind == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            yield "xlsx", [book.read(name).decode() for name in book.namelist() if "/worksheets/" in name]
    elif kind == "zip":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from tables(archive.read(name), name.rpartition(".")[2])


def kind_of(answer):
    said = answer.headers.get("Content-Type", "")
    kinds = {"text/csv": "csv", "spreadsheetml": "xlsx", "application/zip": "zip"}
    return next((kind for part, kind in kinds.items() if part in said), "")


def named(answer):
    """The name under which a browser keeps it."""
    read = Message()
    read["Content-Disposition"] = answer.headers.get("Content-Disposition", "inline")
    return read.get_filename()


def test_what_people_type_is_known_by_itself():
    assert {model.__name__ for model, _ in texts()} >= {
        "Action",
        "Evidence",
        "Finding",
        "Organisation",
        "Rating",
        "User",
    }


@pytest.mark.parametrize("start", STARTS)
def test_no_cell_of_any_file_is_a_formula(start, inside, mimosas):
    write_everywhere(start, lines=f"{start}\n\t{start}")
    seen, wrong = set(), []
    # All addresses once, then those that have formats: the others make no table.
    addresses = ALL if start == STARTS[0] else [each for each in ALL if ":format>" in each[0]]
    for name, answer, content in answers(inside, mimosas, addresses):
        for kind, found in tables(content, kind_of(answer)) if answer.status_code == 200 else ():
            seen.add(name)
            if kind == "csv":
                wrong += [(name, cell) for cell in found if cell.startswith(tuple("=+-@\t\r")) and cell != "-"]
            else:
                wrong += [(name, "a formula") for part in found if "<f>" in part or "<f " in part]

    assert wrong == []
    assert seen >= {
        "portfolio_file csv",
        "portfolio_file xlsx",
        "register_file xlsx",
        "actions_file xlsx",
        "export xlsx",
    }


def test_no_header_is_written_by_who_types(inside, mimosas):
    write_everywhere(ON_A_LINE, lines=INJECTED.replace("\r", ""))
    wrong = [
        (name, answer.status_code)
        for name, answer, _ in answers(inside, mimosas)
        if answer.status_code >= 500 or "vole" in answer.cookies or named(answer) == "pire.exe"
    ]

    assert wrong == []


def test_no_letter_goes_to_who_was_typed_in_a_name(inside, mimosas):
    Organisation.objects.update(name=INJECTED)
    User.objects.filter(pk=mimosas.owner.pk).update(name=INJECTED)

    answer = inside.post(
        filled("o/<organisation>/personnes/", mimosas.places), {"role": "reader", "email": "dana@exemple.fr"}
    )

    assert answer.status_code == 200
    (letter,) = mail.outbox
    assert letter.recipients() == ["dana@exemple.fr"]
    assert letter.message()["Bcc"] is None
    assert "\n" not in letter.subject
