"""The child that lays documents out, one at a time, and those who wait for it."""

from __future__ import annotations

import multiprocessing
import pickle
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection

from auditblanc.assessments.pdf import Ending
from auditblanc.web.pdf_helper.child import work


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long one document may take, how many one child makes, how many may wait."""

    seconds: float = 30
    documents: int = 200
    waiting: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Child:
    process: multiprocessing.process.BaseProcess
    pipe: Connection


class Press:
    """Documents and answers pass through as bytes: only the child and the worker who asked look into them.

    The child is started when first needed, and again after it crashed, was too slow or has made its share: typst's
    cache grows with each document.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._places = threading.BoundedSemaphore(1 + limits.waiting)
        self._turn = threading.Lock()
        self._child: _Child | None = None
        self._made = 0

    def answer(self, document: bytes) -> bytes:
        """How it ended and the PDF, packed; at once when too many wait already."""
        if not self._places.acquire(blocking=False):
            return _packed(Ending.BUSY)
        try:
            with self._turn:
                return self._made_by_child(document)
        finally:
            self._places.release()

    def end(self) -> None:
        """Stop the child, even at work; the next document starts another."""
        child, self._child, self._made = self._child, None, 0
        if child:
            child.process.kill()
            child.process.join()
            child.pipe.close()

    @property
    def pid(self) -> int | None:
        """Of the child, when there is one."""
        return self._child.process.pid if self._child else None

    def _made_by_child(self, document: bytes) -> bytes:
        pipe = self._started().pipe
        try:
            pipe.send_bytes(document)
            answer = pipe.recv_bytes() if pipe.poll(self.limits.seconds) else None
        except (EOFError, OSError):
            self.end()
            return _packed(Ending.FAILED)
        self._made += 1
        if answer is None or self._made >= self.limits.documents:
            self.end()
        return answer or _packed(Ending.SLOW)

    def _started(self) -> _Child:
        if self._child is None:
            context = multiprocessing.get_context("spawn")  # the one way that is the same on every system
            ours, theirs = context.Pipe()
            process = context.Process(target=work, args=(theirs,), name="auditblanc-pdf", daemon=True)
            process.start()
            # Ours alone is open now: when the child ends, we are told.
            theirs.close()
            self._child = _Child(process=process, pipe=ours)
        return self._child


def _packed(ending: Ending) -> bytes:
    return pickle.dumps((ending, b""))
