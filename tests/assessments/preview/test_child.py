"""What the child that looks at one file answers, and how it ends."""

from __future__ import annotations

import io
import subprocess
import sys

import msgspec

from auditblanc.assessments.preview import child
from auditblanc.assessments.preview.look import Look
from auditblanc.interchange import child_process
from tests.assessments.preview.made import image, pdf, shown


def answered(data, media_type, page=1):
    target = io.BytesIO()
    code = child.main(io.BytesIO(data), target, media_type, page)
    line, _, rest = target.getvalue().partition(b"\n")
    return code, line, rest


def test_pages_come_with_the_picture_of_one():
    code, line, rest = answered(pdf(3), "application/pdf", 3)

    assert (code, msgspec.json.decode(line, type=Look)) == (0, Look(pages=3))
    assert shown(rest).format == "WEBP"


def test_a_picture_is_one_page():
    code, line, rest = answered(image("PNG"), "image/png")

    assert (code, msgspec.json.decode(line, type=Look), shown(rest).size) == (0, Look(pages=1), (60, 40))


def test_a_text_is_itself():
    code, line, rest = answered("Présents : 8\n".encode(), "text/plain")

    assert (code, msgspec.json.decode(line, type=Look), rest) == (0, Look(text="Présents : 8\n"), b"")


def test_a_refusal_is_its_reason():
    code, line, _ = answered(b"", "image/png")

    assert (code, line.decode()) == (child_process.REFUSED, "il est abîmé")


class Heavy(io.BytesIO):
    """A file that does not fit in what the system gives."""

    def read(self, size=-1):
        raise MemoryError


def test_a_file_that_fills_the_memory_is_too_heavy():
    assert child.main(Heavy(), io.BytesIO(), "image/png", 1) == child_process.TOO_HEAVY


def test_the_child_knows_nothing_of_the_site_and_loads_what_it_needs():
    code = "import sys, auditblanc.assessments.preview.child; print([m for m in ('django', 'lxml', 'PIL') if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
