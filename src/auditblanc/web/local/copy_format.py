"""The names within a copy, and how large one may be."""

from __future__ import annotations

import re

from auditblanc.interchange.data_folder import PROOFS_FOLDER

MANIFEST = "manifeste.json"
EDITIONS = "editions/"
# 2: files of proofs are there too.
FORMAT = 2
# Of a file of proofs: its organisation, then its content.
FILE_NAME = re.compile(rf"{PROOFS_FOLDER}/[0-9a-z]+/[0-9a-f]{{2}}/[0-9a-f]{{64}}")
# What a list of parts can tell and still be read at once.
FILES_LIMIT = 80_000
