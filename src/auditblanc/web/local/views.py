"""« Mes données »: where they are, a copy of them, a copy put back, and everything erased."""

from __future__ import annotations

from functools import wraps
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth import login
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from auditblanc.accounts.sign_in.local import TOKEN_VARIABLE
from auditblanc.accounts.writes import local_person
from auditblanc.interchange.data_folder import data_folder
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.web.environment import DATABASE_VARIABLE, text
from auditblanc.web.local import state
from auditblanc.web.local.copy_file import file_name, write_copy
from auditblanc.web.local.erasing import erase_everything as erase
from auditblanc.web.local.forms import CopyForm, EraseForm
from auditblanc.web.local.putting_back import put_back
from auditblanc.web.local.staging import forget_staged, stage, staged

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse, HttpResponseBase

    from auditblanc.accounts.http import SignedInRequest


def of_a_folder(view: Callable[[SignedInRequest], HttpResponseBase]) -> Callable[[SignedInRequest], HttpResponseBase]:
    """These pages are about the data folder of the one who started the site: a server of several people has none."""

    @wraps(view)
    def only_there(request: SignedInRequest) -> HttpResponseBase:
        if text(DATABASE_VARIABLE) or not text(TOKEN_VARIABLE):
            raise Http404(request.path)
        return view(request)

    return only_there


@of_a_folder
@require_safe
def my_data(request: SignedInRequest) -> HttpResponse:
    folder = data_folder()
    return render(request, "local/my_data.html", {"folder": folder, "state": state.read(folder)})


@of_a_folder
@require_POST
def save_copy(request: SignedInRequest) -> HttpResponseBase:  # noqa: ARG001 -- Django gives it
    """The copy, as a file to keep."""
    folder, now = data_folder(), timezone.localtime()
    package = TemporaryFile(dir=folder)  # noqa: SIM115 -- the answer closes it
    write_copy(folder, package, at=now)
    package.seek(0)
    state.copied(folder, now)
    return FileResponse(package, as_attachment=True, filename=file_name(now), content_type="application/zip")


@of_a_folder
@require_http_methods(["GET", "HEAD", "POST"])
def restore_copy(request: SignedInRequest) -> HttpResponse:
    """Give a copy; look at what it holds; put it in place, or give it up."""
    folder = data_folder()
    if request.method != "POST":
        return _restore_page(request, CopyForm(), 200)
    if "put_back" in request.POST:
        return _put_back(request)
    if "give_up" in request.POST:
        forget_staged(folder)
        return redirect("local:my_data")
    form = CopyForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            stage(form.cleaned_data["copy"], folder)
        except UnreadableFileError as error:
            form.add_error("copy", str(error))
    return _restore_page(request, form, 422) if form.errors else redirect("local:restore_copy")


def _restore_page(request: SignedInRequest, form: CopyForm, status: int) -> HttpResponse:
    waiting = staged(data_folder())
    context = {"form": form, "copy": waiting[1] if waiting else None}
    return render(request, "local/restore_copy.html", context, status=status)


def _put_back(request: SignedInRequest) -> HttpResponse:
    folder = data_folder()
    waiting = staged(folder)
    if waiting is None:
        messages.warning(request, "Il n’y a plus de copie à restaurer : choisissez-la de nouveau.")
        return redirect("local:restore_copy")
    aside = put_back(waiting[0], folder, at=timezone.localtime())
    forget_staged(folder)
    # The person of the copy is another row.
    login(request, local_person())
    messages.success(request, f"La copie est restaurée. Vos données d’avant sont gardées dans « {aside} ».")
    return redirect("assessments:home")


@of_a_folder
@require_http_methods(["GET", "HEAD", "POST"])
def erase_everything(request: SignedInRequest) -> HttpResponse:
    """Ask for one word, then erase."""
    form = EraseForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "folder": data_folder()}
        return render(request, "local/erase_everything.html", context, status=422 if form.errors else 200)
    erase(data_folder(), at=timezone.localtime())
    login(request, local_person())
    messages.success(request, "Tout est effacé. Auditblanc est comme au premier jour.")
    return redirect("assessments:home")
