"""One process lays out every PDF: what happens when it crashes, hangs, is asked too much, or the site ends."""

from __future__ import annotations

import os
import threading
import time
from datetime import date
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client

import psutil
import pytest

from auditblanc.assessments.pdf import HOST, VARIABLE, Ending, PdfError, compiled
from auditblanc.reports.content import Document, Paragraph, text
from auditblanc.web.pdf_helper import Limits, pdf_helper

PAGE = Document(title="Essai", running="Essai", made_on=date(2026, 11, 25), blocks=(Paragraph(text("Bonjour.")),))


class Told:
    """A document that makes whoever opens it do something."""

    def __init__(self, does, *arguments):
        self.does, self.arguments = does, arguments

    def __reduce__(self):
        return self.does, self.arguments


CRASH = Told(os._exit, 1)
ENDLESS = Told(time.sleep, 60)
BROKEN = Told(str, "not a document")


def ending(document):
    try:
        compiled(document)
    except PdfError as error:
        return error.ending
    return Ending.DONE


def test_without_a_helper_a_document_is_laid_out_here():
    assert VARIABLE not in os.environ
    assert compiled(PAGE)[:5] == b"%PDF-"


def test_the_helper_gives_the_same_pdf_as_this_process():
    here = compiled(PAGE)

    with pdf_helper():
        assert compiled(PAGE) == here


def test_the_helper_is_started_by_the_first_document_and_ends_with_the_site():
    with pdf_helper() as press:
        before = press.pid
        compiled(PAGE)
        pid = press.pid

    assert (before, pid is None, psutil.pid_exists(pid), VARIABLE in os.environ) == (None, False, False, False)


def test_after_a_crash_the_next_document_is_made():
    with pdf_helper():
        assert [ending(document) for document in (PAGE, CRASH, PAGE)] == [Ending.DONE, Ending.FAILED, Ending.DONE]


def test_a_document_that_cannot_be_drawn_does_not_end_the_helper():
    with pdf_helper() as press:
        compiled(PAGE)
        pid = press.pid

        assert (ending(BROKEN), ending(PAGE), press.pid) == (Ending.FAILED, Ending.DONE, pid)


def test_a_document_that_takes_too_long_is_given_up():
    with pdf_helper(Limits(seconds=2)):
        started = time.monotonic()

        assert (ending(ENDLESS), time.monotonic() - started < 10) == (Ending.SLOW, True)
        assert ending(PAGE) == Ending.DONE


def test_the_helper_starts_again_after_its_share_of_documents():
    pids = []
    with pdf_helper(Limits(documents=2)) as press:
        for _ in range(4):
            compiled(PAGE)
            pids.append(press.pid)

    first, none, second, last = pids
    assert (none, last, first != second) == (None, None, True)


def test_who_comes_when_too_many_wait_is_told_so_at_once():
    with pdf_helper(Limits(seconds=3, waiting=0)) as press:
        compiled(PAGE)
        at_work = threading.Thread(target=ending, args=(ENDLESS,))
        at_work.start()
        while press._places._value:
            time.sleep(0.01)

        with pytest.raises(PdfError) as caught:
            compiled(PAGE)
        at_work.join()

    assert str(caught.value) == "Beaucoup de documents se préparent en ce moment : réessayez dans un instant."


def test_who_does_not_have_the_key_is_not_read():
    with pdf_helper():
        port = int(os.environ[VARIABLE].partition(":")[0])

        with pytest.raises(AuthenticationError):
            Client((HOST, port), authkey=b"guessed")


def test_who_says_nothing_keeps_nobody_waiting():
    with pdf_helper():
        port = int(os.environ[VARIABLE].partition(":")[0])

        with Client((HOST, port)):
            assert ending(PAGE) == Ending.DONE
