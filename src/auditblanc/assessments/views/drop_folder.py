"""A folder dropped at once: each file kept, its indicators guessed from its path, one table to confirm before any proof is noted."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from auditblanc.assessments.access import assessment
from auditblanc.assessments.answering import stamp
from auditblanc.assessments.desk import desk, laid_out
from auditblanc.assessments.forms.files import kept, limits, upload
from auditblanc.assessments.forms.rows import RowForm, StateForm, all_valid, rows
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.storage import Content
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes import pieces as writes
from auditblanc.assessments.writes.pieces import Given
from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.french import counted
from auditblanc.domain.guess_indicators import guess, is_ignored
from auditblanc.domain.said_dates import said_date

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk

# The table is confirmed within a day, else the files are given again.
_DAY = 24 * 3600
_SALT = "auditblanc.folder"
MOST = 200
_NONE = "Choisissez d’abord un dossier, ou des fichiers."
_MANY = "Ce dossier compte {count} fichiers ; la limite est de {limit} à la fois : déposez-en un sous-dossier après l’autre."
_GONE = "Ce fichier a attendu trop longtemps : déposez le dossier de nouveau."


@require_http_methods(["GET", "HEAD", "POST"])
def drop_folder(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key, Hold(0))
    if request.method != "POST":
        return _page(request, here)
    files = request.FILES.getlist("file")
    paths = request.POST.getlist("path")
    if not files or len(files) > MOST:
        wrong = _MANY.format(count=len(files), limit=MOST) if files else _NONE
        return _page(request, here, wrong=wrong, status=422)
    starts: list[tuple[dict[str, Any], str]] = []
    refused: list[str] = []
    for place, file in enumerate(files):
        # A browser tells the path beside the file; the name alone is all there is without a script.
        path = paths[place] if len(paths) == len(files) else file.name or ""
        if is_ignored(path):
            refused.append(f"« {path} » : laissé par le système ou un logiciel, il n’est pas gardé.")
            continue
        try:
            (given,) = kept(organisation, [upload(file)])
        except ValidationError as error:
            refused.append(f"« {path} » : {' '.join(error.messages)}")
        else:
            starts.append(_start(here, path, given))
    table = rows(None, [start for start, _ in starts], here.edition.numbers)
    return _page(request, here, rows=[(row, why) for row, (_, why) in zip(table, starts, strict=True)], refused=refused)


@require_POST
def confirm_folder(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = laid_out(assessment(request, organisation, key), Hold(0))
    table, form = rows(request.POST, (), here.edition.numbers), StateForm(request.POST)
    if not (all_valid(table) and form.is_valid()):
        return _page(request, here, rows=[(row, "") for row in table], form=form, status=422)
    taken = [row for row in table if row.is_taken]
    try:
        items = _together(organisation, taken, EvidenceState(form.cleaned_data["state"]))
    except signing.BadSignature:
        return _page(request, here, wrong=_GONE, status=422)
    noted = writes.note(here.organisation.pk, items, stamp(request, form), on=here.assessment) if items else ()
    messages.success(request, f"{counted(len(noted), 'preuve mise au registre', 'preuves mises au registre')}.")
    return see_other("assessments:register", organisation, key)


def _start(here: Desk, path: str, given: Given) -> tuple[dict[str, Any], str]:
    """What the row begins with, and why these indicators."""
    found = guess(here.edition, path)
    start = {
        "take": True,
        "title": found.title,
        "indicators": ", ".join(map(str, found.indicators)),
        "content_date": found.dated.day if found.dated else None,
        "mark": signing.dumps([here.organisation.key, given.name, asdict(given.content)], salt=_SALT),
    }
    return start, f"{path} – {found.reason}"


def _together(organisation: str, taken: list[RowForm], state: EvidenceState) -> list[tuple[Evidence, list[Given]]]:
    """A proof a title: files confirmed under the same title and indicators are pieces of one.

    Raises:
        signing.BadSignature: a file was not given here, or too long ago.
    """
    proofs: dict[tuple[Any, ...], tuple[Evidence, list[Given]]] = {}
    for row in taken:
        said = row.cleaned_data
        owner, name, content = signing.loads(said["mark"], salt=_SALT, max_age=_DAY)
        if owner != organisation:
            raise signing.BadSignature
        given = Given(name=name, content=Content(**content))
        mark = said["title"], said["indicators"], said["content_date"]
        if mark not in proofs:
            dated = said_date(said["title"]) if not said["content_date"] else None
            proof = Evidence(
                title=said["title"],
                indicators=said["indicators"],
                content_date=said["content_date"],
                covers_from=dated.first if dated else None,
                covers_to=dated.last if dated else None,
                place=said["place"],
                state=state,
            )
            proofs[mark] = (proof, [])
        proofs[mark][1].append(given)
    return list(proofs.values())


def _page(request: SignedInRequest, here: Desk, *, status: int = 200, **shown: Any) -> HttpResponse:
    """``shown``: what there is of ``rows`` (a form and why), ``refused`` (sentences), ``form``, ``wrong``."""
    context = {
        "desk": here,
        "rows": [],
        "refused": [],
        "form": StateForm(initial={"state": EvidenceState.READY.value}),
        "wrong": "",
        "limits": limits(MOST),
    }
    return render(request, "assessments/drop_folder.html", context | shown, status=status)
