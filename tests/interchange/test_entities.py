"""Entities that lead out of a file: nothing is called, and nothing of the disk is shown."""

from __future__ import annotations

import socket

import pytest

from auditblanc.interchange import formats
from auditblanc.interchange.problems import UnreadableFileError
from tests.interchange.forged_forms import DECLARED, LINKS, enclosed, form, form_with, packed

STYLED = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>'
LINKED = "<w:p><w:hyperlink><w:r><w:t>Le site</w:t></w:r></w:hyperlink></w:p>"
LISTED = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
TEXT = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
MIMETYPE = "application/vnd.oasis.opendocument.text"

# Each part of a file that is read, with an entity in it.
PLACES = {
    "document": lambda trap: form_with(f"{trap}<w:document {DECLARED}>&x;</w:document>"),
    "styles": lambda trap: form(answer=STYLED, parts={"word/styles.xml": f"{trap}<w:styles {DECLARED}>&x;</w:styles>"}),
    "numbering": lambda trap: form(answer=LISTED, parts={"word/numbering.xml": f"{trap}<w:n {DECLARED}>&x;</w:n>"}),
    "comments": lambda trap: form(parts={"word/comments.xml": f"{trap}<w:comments {DECLARED}>&x;</w:comments>"}),
    "header": lambda trap: form(parts={"word/header1.xml": f"{trap}<w:hdr {DECLARED}>&x;</w:hdr>"}),
    "relationships": lambda trap: form(
        answer=LINKED,
        parts={"word/_rels/document.xml.rels": f'{trap}<Relationships xmlns="{LINKS}">&x;</Relationships>'},
    ),
    "what travels": lambda trap: form(parts={name: trap + part for name, part in enclosed("&x;").items()}),
    "OpenDocument": lambda trap: packed(
        {"mimetype": MIMETYPE, "content.xml": f'{trap}<o:document-content xmlns:o="{TEXT}">&x;</o:document-content>'}
    ),
}
TRAPS = {
    "entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "{}">]>',
    "parameter": '<!DOCTYPE a [<!ENTITY % y SYSTEM "{}">%y;]>',
    "type": '<!DOCTYPE a SYSTEM "{}">',
}


def told(data, catalogue):
    """All that reading a file says."""
    try:
        return repr(formats.read(data, catalogue))
    except UnreadableFileError as error:
        return str(error)


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("place", PLACES)
def test_an_entity_calls_nobody(catalogue, place, trap):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"

        told(PLACES[place](TRAPS[trap].format(address)), catalogue)

        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("place", PLACES)
def test_an_entity_shows_no_file(catalogue, tmp_path, place, trap):
    (tmp_path / "voisin").write_text("ne pas montrer")

    said = told(PLACES[place](TRAPS[trap].format((tmp_path / "voisin").as_uri())), catalogue)

    assert "ne pas montrer" not in said
