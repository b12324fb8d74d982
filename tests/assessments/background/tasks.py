"""What the tests have done later."""

from __future__ import annotations

import os
import time
from pathlib import Path

from auditblanc.accounts.models import Organisation, Tag
from auditblanc.accounts.writing import writing
from auditblanc.assessments.background import task

WORDS = [f"mot {number:02}" for number in range(20)]


@task
def put_tags(person: int, organisation: int) -> None:
    """Twenty words, those that are there already left alone: what is done twice is done once."""
    begun(organisation)
    for word in WORDS:
        with writing():
            Tag.objects.get_or_create(person_id=person, organisation_id=organisation, word=word)
        time.sleep(float(os.environ.get("PAUSE", "0")))


@task
def rename(organisation: int) -> None:
    with writing():
        Organisation.objects.filter(pk=organisation).update(name="Atelier renommé")


@task
def refuse(organisation: int) -> None:
    raise ValueError(f"ce que la personne {organisation} a écrit")


def begun(organisation: int) -> None:
    """Note it where the test looks, if it does."""
    if notes := os.environ.get("NOTES"):
        with Path(notes).open("a") as file:
            file.write(f"{organisation}\n")
