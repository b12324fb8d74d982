"""One organisation, whole, as one file: out of an installation, and into another, as a new organisation or beside what is there.

A ZIP: ``organisation.json`` says what it is and lists every part with its SHA-256, ``tables/NAME.jsonl`` holds the rows of a
table, ``files/SHA256`` the contents of proofs. Numbers of rows within the file tie them together; on the way in every row gets
a new one. See docs/decisions/0020-organisation-file.md.
"""
