"""Several people write one text at once, on the site that runs: nothing that anybody typed is lost.

Every text that was acknowledged stands in the journal, each save covers the very text that its writer had seen, and whoever
came second holds both texts in the answer.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import threading
from contextlib import closing
from dataclasses import dataclass, field
from urllib.error import HTTPError
from urllib.parse import urlencode

import psycopg
import pytest
from lxml import html

from tests import postgresql
from tests.web.local.begun import begun
from tests.web.local.started import Visitor, started

# A thousand texts in all, and fifty in the sample.
ROUNDS = 334 if os.environ.get("AUDITBLANC_SOAK") else 17
DATABASES = ["sqlite", "postgresql"] if ROUNDS > 17 else [os.environ.get(postgresql.VARIABLE, "sqlite")]
WORDS = ["registre", "livret", "devis", "page 3", "catalogue 2027", "à jour", "« Nos formations »", "\n", "émargement"]


@pytest.fixture(scope="module", params=DATABASES)
def site(request, tmp_path_factory):
    on_it = {"AUDITBLANC_DATABASE": postgresql.start()} if request.param == "postgresql" else {}
    with started(tmp_path_factory.mktemp("races") / "data", **on_it) as running:
        yield running


@dataclass
class Writer:
    """A person in a window of their own, who saves as the script does. ``acknowledged``: version begun from, and text."""

    visitor: Visitor
    address: str
    luck: random.Random
    version: int = 0
    acknowledged: list[tuple[int, str]] = field(default_factory=list)

    def write(self) -> None:
        """Save a text, from what this window last saw, and choose until it is saved."""
        text = self.typed()
        while (met := self.save(text)) is not None:
            text = self.chosen(*met)

    def typed(self) -> str:
        return f"{' '.join(self.luck.choices(WORDS, k=self.luck.randint(1, 8)))} {self.luck.random()}".strip()

    def chosen(self, mine: str, theirs: str, both: str) -> str:
        assert set(both.split()) >= {*mine.split(), *theirs.split()}
        return self.luck.choice([mine, theirs, both])

    def save(self, text: str) -> tuple[str, str, str] | None:
        """``None`` once it is saved; else the three texts that the answer offers. A lost answer is asked for again."""
        said = {"presentation": text, "version": self.version, "request": f"{self.luck.getrandbits(64):x}"}
        for _ in range(self.luck.choice([1, 1, 1, 2])):
            status, tree = self.ask(said)
        if status == 200:
            self.acknowledged.append((self.version, text))
        self.version = int(tree.xpath("//input[@name='version']/@value")[0])
        if status == 200:
            return None
        mine, theirs, both = ((each.text or "")[1:] for each in tree.xpath("//textarea[@name='presentation']"))
        assert (status, mine) == (409, text)
        return mine, theirs, both

    def ask(self, said: dict[str, object]) -> tuple[int, html.HtmlElement]:
        token = self.visitor.token
        try:
            answer = self.visitor.open(
                f"{self.address}presentation/", urlencode(said).encode(), **{"HX-Request": "true", "X-CSRFToken": token}
            )
        except HTTPError as error:
            with error:
                return error.code, html.fromstring(error.read().decode())
        return 200, html.fromstring(answer)


def writers(site, address, seed):
    for number in range(3):
        visitor = Visitor(site)
        tree = html.fromstring(visitor.open(address))
        visitor.token = tree.xpath("//input[@name='csrfmiddlewaretoken']/@value")[0]
        yield Writer(visitor, address, random.Random(f"{seed}-{number}"))


def journal(site, key):
    """What the journal holds of the text: version, before and after, in order."""
    asked = (
        "SELECT event.version, value.before, value.after FROM assessments_event AS event"
        " JOIN assessments_eventvalue AS value ON value.event_id = event.id"
        " WHERE event.assessment = {} AND event.field = 'presentation' ORDER BY event.number"
    )
    if address := site.variables.get("AUDITBLANC_DATABASE"):
        with psycopg.connect(address) as connection:
            rows = connection.execute(asked.format("%s"), [key]).fetchall()
    else:
        with closing(sqlite3.connect(site.folder / "auditblanc.sqlite3")) as connection:
            rows = connection.execute(asked.format("?"), [key]).fetchall()
    return [(version, *(json.loads(text)["presentation"] for text in texts)) for version, *texts in rows]


@pytest.mark.soak
def test_races_on_one_text_lose_none(site):
    address = f"{begun(site)}indicateurs/3/"
    people = list(writers(site, address, "races"))
    faults: list[BaseException] = []

    def work(person: Writer) -> None:
        try:
            for _ in range(ROUNDS):
                person.write()
        except BaseException as fault:  # noqa: BLE001 -- told by the test itself, below
            faults.append(fault)

    threads = [threading.Thread(target=work, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert faults == []
    kept = journal(site, address.split("/")[4])
    assert [version for version, _, _ in kept] == list(range(1, len(kept) + 1))
    assert [before for _, before, _ in kept] == ["", *(after for _, _, after in kept)][: len(kept)]
    acknowledged = [each for person in people for each in person.acknowledged]
    assert len(acknowledged) == 3 * ROUNDS
    # Written over the text that its writer had seen; or there already, as when the other text was taken.
    written = {(version - 1, after) for version, _, after in kept}
    lost = [each for each in acknowledged if each not in written and not stood(kept, *each)]
    assert lost == []


def stood(kept, since, text):
    return any(version >= since and after == text for version, _, after in kept)
