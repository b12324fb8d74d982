"""Data of a version before, brought to this one: nothing is lost, nothing is there twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys

# Two assessments of one organisation noted the same proof, each for indicators of its own; one of another organisation
# has the same words.
CODE = """
import json
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from auditblanc.web.local.tables import migrate_to
leaves = [("accounts", "0002_removed_at"), ("assessments", "0001_first")]
migrate_to(connection, leaves)
before = MigrationLoader(connection).project_state(leaves).apps
now = "2026-11-02T09:00:00Z"
organisations = [before.get_model("accounts", "Organisation").objects.create(key=f"o{n}", name=f"Atelier {n}", created_at=now) for n in (1, 2)]
assessments = [
    before.get_model("assessments", "Assessment").objects.create(
        key=f"a{n}", organisation=organisations[0 if n < 3 else 1], edition="2026-v9", created_at=now, updated_at=now
    )
    for n in (1, 2, 3)
]
Evidence = before.get_model("assessments", "Evidence")
Link = before.get_model("assessments", "EvidenceIndicator")
for n, (assessment, title, numbers) in enumerate(
    [(0, "CGV", (1, 2)), (1, "CGV", (2, 5)), (1, "Devis", (5,)), (2, "CGV", (1,))], start=1
):
    row = Evidence.objects.create(key=f"e{n}", assessment=assessments[assessment], title=title)
    Link.objects.bulk_create(Link(evidence=row, indicator=number) for number in numbers)
call_command("migrate", verbosity=0)
from auditblanc.assessments.models import Evidence
print(json.dumps([
    [row.organisation.key, row.key, row.title, sorted(row.links.values_list("indicator", flat=True))]
    for row in Evidence.objects.order_by("pk")
]))
"""


def test_proofs_that_assessments_noted_alike_become_one_of_their_organisation(tmp_path):
    variables = {**os.environ, "AUDITBLANC_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "auditblanc.web.settings"}
    variables.pop("AUDITBLANC_DATABASE", None)
    done = subprocess.run([sys.executable, "-c", CODE], env=variables, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == [
        ["o1", "e1", "CGV", [1, 2, 5]],
        ["o1", "e3", "Devis", [5]],
        ["o2", "e4", "CGV", [1]],
    ]


# Two assessments of an organisation, the newer one thrown away, and one of another that has no profile.
LATEST = """
import json
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from auditblanc.web.local.tables import migrate_to
leaves = [("accounts", "0002_removed_at"), ("assessments", "0008_imported_journals")]
migrate_to(connection, leaves)
before = MigrationLoader(connection).project_state(leaves).apps
now = "2026-11-02T09:00:00Z"
organisations = [before.get_model("accounts", "Organisation").objects.create(key=f"o{n}", name=f"Atelier {n}", created_at=now) for n in (1, 2)]
for key, organisation, begun, removed, profile in (
    ("a1", 0, "2026-01-01T09:00:00Z", None, '{"audit": {"first_day": "2027-03-09"}}'),
    ("a2", 0, "2026-02-01T09:00:00Z", now, '{"audit": {"first_day": null}}'),
    ("a3", 1, "2026-01-01T09:00:00Z", None, ""),
):
    before.get_model("assessments", "Assessment").objects.create(
        key=key, organisation=organisations[organisation], edition="2026-v9", levels="1020", profile=profile,
        created_at=begun, updated_at=now, removed_at=removed,
    )
call_command("migrate", verbosity=0)
from auditblanc.assessments.models import Assessment
print(json.dumps([
    [row.key, row.answered, row.audit_day and row.audit_day.isoformat(), row.is_latest] for row in Assessment.objects.order_by("key")
]))
"""


def test_what_lists_of_many_organisations_need_is_repeated_on_their_rows(tmp_path):
    variables = {**os.environ, "AUDITBLANC_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "auditblanc.web.settings"}
    variables.pop("AUDITBLANC_DATABASE", None)
    done = subprocess.run([sys.executable, "-c", LATEST], env=variables, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == [
        ["a1", 2, "2027-03-09", True],
        ["a2", 2, None, False],
        ["a3", 2, None, True],
    ]


# A new database gets all tables at once; one that was there went through each step.
BOTH = """
import json, re
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from auditblanc.web.local.tables import migrate_to
STEPS = [("accounts", "0005_notices"), ("assessments", "0018_action_person")]
def standing(*leaves):
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'DROP TABLE "{name}"')
        if leaves:
            migrate_to(connection, leaves)
        call_command("migrate", verbosity=0)
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql <> '' AND (tbl_name LIKE 'accounts_%' OR tbl_name LIKE 'assessments_%')")
        # The order in which columns and rules came is of no account.
        return {name: sorted(re.split(', (?="|CONSTRAINT)', sql.partition("(")[2].removesuffix(")"))) for name, sql in cursor.fetchall()}
first, second = standing(), standing(*STEPS)
print(json.dumps([sorted(first), [[name, first.get(name), second.get(name)] for name in {**first, **second} if first.get(name) != second.get(name)]]))
"""


def test_a_new_database_and_one_that_went_through_every_step_are_alike(tmp_path):
    variables = {**os.environ, "AUDITBLANC_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "auditblanc.web.settings"}
    variables.pop("AUDITBLANC_DATABASE", None)
    done = subprocess.run([sys.executable, "-c", BOTH], env=variables, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    tables, otherwise = json.loads(done.stdout)
    assert {"accounts_organisation", "assessments_rating"} <= set(tables)
    assert otherwise == []
