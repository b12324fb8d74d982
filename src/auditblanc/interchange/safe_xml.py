"""Parse XML that a stranger sent, within bounds: no document type, no entity, no network, a bounded number of nodes.

The tree holds elements and text only, comments and processing instructions being left out, and is at most 256 deep
(libxml2's own bound): walking it by recursion is safe.
"""

from __future__ import annotations

import re

from lxml import etree

from auditblanc.interchange.problems import UnreadableFileError

# A node costs up to 120 bytes, a tag may stand for two of them and an attribute is two: a tree stays under 200 MB.
TAG_LIMIT = 500_000
ATTRIBUTE_LIMIT = 300_000

_DOCTYPE = "Ce fichier contient une déclaration de type (DOCTYPE) que ni Word, ni Excel, ni LibreOffice n’écrivent : il n’est pas ouvert ; enregistrez-le à nouveau avec l’un d’eux puis réessayez."
_ENCODING = "Ce fichier est écrit dans un codage de caractères que ni Word, ni Excel, ni LibreOffice n’emploient : enregistrez-le à nouveau avec l’un d’eux puis réessayez."
_HUGE = "Le contenu de ce fichier est démesuré (texte de plus de 10 millions de caractères, éléments trop nombreux ou trop imbriqués) : raccourcissez-le, enregistrez-le puis réessayez."
_DAMAGED = "Le contenu de ce fichier est abîmé : ouvrez-le dans le logiciel qui l’a créé, enregistrez-le sous un autre nom puis réessayez."

_DECLARED = re.compile(rb"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
_UTF8_NAMES = (b"", b"utf-8", b"utf8", b"us-ascii", b"ascii")
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
# In bytes of UTF-8 a tag can only start so; in content it would be written « &lt; ».
_DOCTYPE_MARK = b"<!DOCTYPE"


def parse(data: bytes) -> etree._Element:
    """The root of a document.

    Raises:
        UnreadableFileError: damaged, beyond a bound, or using what Office documents never use.
    """
    utf8 = _as_utf8(data)
    if _DOCTYPE_MARK in utf8:
        raise UnreadableFileError(_DOCTYPE)
    # Most documents are too short to hold so many.
    is_long = len(utf8) > min(TAG_LIMIT, ATTRIBUTE_LIMIT)
    if is_long and (utf8.count(b"<") > TAG_LIMIT or utf8.count(b"=") > ATTRIBUTE_LIMIT):
        raise UnreadableFileError(_HUGE)
    try:
        return etree.fromstring(utf8, _parser())
    except etree.XMLSyntaxError as error:
        is_huge = getattr(error, "code", None) == etree.ErrorTypes.ERR_RESOURCE_LIMIT
        raise UnreadableFileError(_HUGE if is_huge else _DAMAGED) from error


def _parser() -> etree.XMLParser:
    """A parser for one document: a shared one would not be safe between threads."""
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _as_utf8(data: bytes) -> bytes:
    """The same document in UTF-8: the only encodings of Office packages are UTF-8 and UTF-16."""
    try:
        if data.startswith(_BYTE_ORDER_MARKS):
            return data.decode("utf-16").encode()
        declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf")[:1024])
        if b"\x00" in data[:4] or (declared and declared[1].lower() not in _UTF8_NAMES):
            raise UnreadableFileError(_ENCODING)
    except UnicodeError as error:
        raise UnreadableFileError(_ENCODING) from error
    return data
