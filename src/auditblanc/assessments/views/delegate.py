"""« Confier une partie » : choose indicators and a name, get a file that holds only those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from auditblanc.assessments.desk import desk
from auditblanc.assessments.downloads import download, file_name
from auditblanc.assessments.forms.part import PartForm
from auditblanc.assessments.mention import mention
from auditblanc.domain.applicability import applicabilities
from auditblanc.interchange import form_docx, workbook
from auditblanc.interchange.form_docx import FormOptions
from auditblanc.interchange.workbook import WorkbookOptions

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.domain.referential import Criterion

Option = tuple[int, str, str]


@require_safe
def delegate(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key)
    return _page(request, here, PartForm(here.edition, initial={"kind": "docx"}))


@require_safe
def part_file(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    """The file; what was chosen stands in the query, for nothing is written."""
    here = desk(request, organisation, key)
    form = PartForm(here.edition, request.GET)
    if not form.is_valid():
        return _page(request, here, form, status=422)
    rows, recipient, kind = (form.cleaned_data[name] for name in ("indicators", "recipient", "kind"))
    data = _written(here, kind, tuple(rows), recipient)
    return download(data, file_name(f"partie de {recipient}", here.organisation.name, localdate(), f".{kind}"))


def _written(here: Desk, kind: str, rows: tuple[int, ...], recipient: str) -> bytes:
    if kind == "docx":
        form = FormOptions(rows=rows, recipient=recipient, mention=mention(), organisation=here.organisation.key)
        return form_docx.write(here.snapshot, here.edition, form)
    book = WorkbookOptions(rows=rows, recipient=recipient, mention=mention())
    return workbook.write(here.snapshot, here.edition, book)


def _page(request: HttpRequest, here: Desk, form: PartForm, status: int = 200) -> HttpResponse:
    chosen = form.data.getlist("indicators") if form.is_bound else []  # type: ignore[attr-defined]  # a query
    context = {"desk": here, "form": form, "criteria": _criteria(here), "chosen": chosen}
    return render(request, "assessments/delegate.html", context, status=status)


def _criteria(here: Desk) -> list[tuple[Criterion, list[Option]]]:
    """The indicators of each criterion, with where each stands."""
    applies = {each.indicator: each.counts is not False for each in applicabilities(here.edition, here.snapshot)}
    return [
        (
            criterion,
            [
                (
                    each.number,
                    f"{each.number}. {each.title}",
                    _standing(here, each.number, applies=applies[each.number]),
                )
                for each in here.edition.indicators
                if each.criterion == criterion.number
            ],
        )
        for criterion in here.edition.criteria
    ]


def _standing(here: Desk, number: int, *, applies: bool) -> str:
    if not applies:
        return "ne vous concerne pas"
    level = here.snapshot.rating(number).level
    return level.label if level else "Non évalué"
