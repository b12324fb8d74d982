"""Places with permanent staff."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.forms.fields import LineField, TextField, in_order, yes_no
from auditblanc.assessments.forms.profile.several import ItemForm, Items
from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Site

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile


class SiteForm(ItemForm):
    blamed = "name"

    name = LineField(
        label="Nom du site",
        help_text="Par exemple sa ville.",
        required=True,
        error_messages={"required": "Un site n’a pas de nom : donnez-lui un nom, par exemple sa ville."},
    )
    address = TextField(label="Adresse")
    permanent_staff = forms.IntegerField(label="Effectif permanent", required=False, max_value=1_000_000)
    categories = forms.MultipleChoiceField(
        label="Catégories réalisées sur ce site",
        choices=[(each.value, f"{each.label} ({each.value})") for each in Category],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_central_function = forms.BooleanField(
        label="Ce site porte la fonction centrale",
        required=False,
        help_text="Elle est toujours auditée ; un seul site la porte.",
    )
    seen_at_last_audit = yes_no(label="Ce site a-t-il été vu au dernier audit ?")

    @classmethod
    def told(cls, item: Site) -> dict[str, Any]:
        return {name: getattr(item, name) for name in cls.base_fields} | {
            "categories": [each.value for each in item.categories]
        }

    def built(self, given: dict[str, Any]) -> Site:
        before = self.initial.get("categories", [])
        categories = tuple(Category(value) for value in in_order(given["categories"], before))
        return Site(**{**given, "categories": categories})


class SitesForm(Items):
    form = SiteForm
    removal = "Retirer ce site"

    def held(self, profile: Profile) -> tuple[Site, ...]:
        return profile.sites

    def applied(self, items: tuple[Site, ...]) -> Profile:
        return replace(self.basis.profile, sites=items)
