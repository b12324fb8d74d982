"""Proofs pass from each assessment to its organisation; those that several assessments noted alike become one."""

from __future__ import annotations

from collections import defaultdict

from django.db import migrations


def move(apps, _editor):
    evidence = apps.get_model("assessments", "Evidence")
    links = apps.get_model("assessments", "EvidenceIndicator")
    alike = defaultdict(list)
    for row in evidence.objects.select_related("assessment").order_by("pk"):
        organisation = row.assessment.organisation_id
        alike[organisation, row.title, row.place, row.content_date, row.holder].append(row.pk)
    for (organisation, *_), (first, *others) in alike.items():
        evidence.objects.filter(pk=first).update(organisation=organisation)
        known = set(links.objects.filter(evidence=first).values_list("indicator", flat=True))
        theirs = set(links.objects.filter(evidence__in=others).values_list("indicator", flat=True))
        links.objects.bulk_create(links(evidence_id=first, indicator=number) for number in sorted(theirs - known))
        evidence.objects.filter(pk__in=others).delete()


class Migration(migrations.Migration):
    dependencies = [("assessments", "0002_register")]
    operations = [migrations.RunPython(move)]
