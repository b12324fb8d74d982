"""What every save carries: the version it started from, and the name of the request."""

from __future__ import annotations

from django import forms

PAGE = {
    "required": "La page n’est plus complète : rechargez-la, votre texte est gardé.",
    "invalid": "La page n’est plus complète : rechargez-la, votre texte est gardé.",
}


class RequestForm(forms.Form):
    """``request`` is drawn by the page, so that the same request again gets the same answer; empty without JavaScript."""

    request = forms.CharField(max_length=64, required=False)


class SaveForm(RequestForm):
    """``version`` is that of the field when the person began to change it."""

    version = forms.IntegerField(min_value=0, error_messages={**PAGE, "min_value": PAGE["invalid"]})
