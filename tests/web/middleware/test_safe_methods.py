"""Looking changes nothing, whatever a view does."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.http import HttpResponse

from auditblanc.accounts.models import Organisation
from auditblanc.web.middleware.safe_methods import WriteInSafeMethodError, safe_methods
from tests import people


def renaming(_request):
    Organisation.objects.update(name="Autre")
    return HttpResponse()


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_a_safe_method_cannot_write(rf, mimosa, method):
    with pytest.raises(WriteInSafeMethodError), transaction.atomic():
        safe_methods(renaming)(getattr(rf, method)("/"))

    assert Organisation.objects.get().name == "Atelier Mimosa"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_write(rf, mimosa, method):
    safe_methods(renaming)(getattr(rf, method)("/"))

    assert Organisation.objects.get().name == "Autre"


def test_a_safe_method_reads(rf, mimosa):
    answer = safe_methods(lambda _: HttpResponse(str(Organisation.objects.count())))(rf.get("/"))

    assert answer.content == b"1"


def test_after_a_look_one_may_write_again(rf, mimosa):
    safe_methods(lambda _: HttpResponse())(rf.get("/"))

    people.organisation("Encore une", people.person("Dora"))

    assert Organisation.objects.count() == 2
