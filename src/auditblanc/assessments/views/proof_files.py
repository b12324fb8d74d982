"""Files of one proof: added, replaced, removed, put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from auditblanc.assessments.access import piece as piece_of
from auditblanc.assessments.access import proof as proof_of
from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.files import FileForm, FilesForm, kept, renamed
from auditblanc.assessments.models import Revision
from auditblanc.assessments.reads.pieces import current
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.writes import pieces as writes
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from django.http import HttpRequest, HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.assessments.models import Assessment, Evidence, Piece
    from auditblanc.assessments.writes.stamp import Stamp

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
def add_pieces(request: SignedInRequest, organisation: str, key: str, evidence: str) -> HttpResponse:
    here, row = desk(request, organisation, key), proof_of(request, organisation, evidence)
    form = FilesForm(request.POST, request.FILES) if request.method == "POST" else FilesForm()
    if form.is_valid():
        uploads = form.cleaned_data["file"]
        count = writes.add(row, kept(organisation, uploads), _stamp(request, form), on=here.assessment)
        words = f"{counted(count, 'fichier ajouté', 'fichiers ajoutés')} à « {row.title} »."
        return _back(request, here, row, f"{words}{renamed(uploads)}")
    context = {"desk": here, "form": form, "proof": row, "replaced": None}
    return render(request, "assessments/add_pieces.html", context, status=422 if form.is_bound else 200)


@require_http_methods(METHODS)
def replace_piece(request: SignedInRequest, organisation: str, key: str, piece: str) -> HttpResponse:
    here, row = desk(request, organisation, key), piece_of(request, organisation, piece)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_valid():
        (upload,) = form.cleaned_data["file"]
        (given,) = kept(organisation, [upload])
        count = writes.replace(row, given, _stamp(request, form), on=here.assessment)
        words = f"« {given.name} » remplace l’état d’avant, qui est gardé."
        same = "C’est le même contenu : rien n’a été changé."
        return _back(request, here, row.evidence, f"{words}{renamed([upload])}" if count else same)
    context = {"desk": here, "form": form, "proof": row.evidence, "replaced": current(row).name}
    return render(request, "assessments/add_pieces.html", context, status=422 if form.is_bound else 200)


@require_POST
def remove_piece(request: SignedInRequest, organisation: str, key: str, piece: str) -> HttpResponse:
    words = "« {name} » est retiré de la preuve ; pendant trente jours, il peut y être remis."
    return _done(request, (organisation, key, piece), writes.remove, words)


@require_POST
def put_back_piece(request: SignedInRequest, organisation: str, key: str, piece: str) -> HttpResponse:
    return _done(request, (organisation, key, piece), writes.put_back, "« {name} » est remis dans la preuve.")


@require_POST
def restore_piece(request: SignedInRequest, organisation: str, key: str, piece: str, number: int) -> HttpResponse:
    def write(row: Piece, at: Stamp, *, on: Assessment) -> int:
        try:
            return writes.restore(row, number, at, on=on)
        except Revision.DoesNotExist as error:
            raise Http404 from error

    return _done(request, (organisation, key, piece), write, "« {name} » est de nouveau l’état montré.")


def _done(request: SignedInRequest, path: tuple[str, str, str], write: Callable[..., int], words: str) -> HttpResponse:
    organisation, key, piece = path
    here, row = desk(request, organisation, key), piece_of(request, organisation, piece)
    write(row, stamp(request), on=here.assessment)
    return _back(request, here, row.evidence, words.format(name=current(row).name))


def _back(request: HttpRequest, here: Desk, row: Evidence, words: str) -> HttpResponse:
    messages.success(request, words)
    return HttpResponseRedirect(reverse("assessments:proof", args=[*here.path, row.key]), status=303)


def _stamp(request: SignedInRequest, form: forms.Form) -> Stamp:
    return stamp(request, form.cleaned_data["request"])
