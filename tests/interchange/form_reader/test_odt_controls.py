"""Boxes to tick and lists to choose from in OpenDocument texts."""

from __future__ import annotations

import pytest

from tests.interchange.form_reader.odt_packages import texts


@pytest.mark.parametrize(
    ("control", "seen"),
    [
        ('<loext:content-control loext:checkbox="true" loext:checked="true">☑</loext:content-control>', "☒"),
        ('<loext:content-control loext:checkbox="true">☐</loext:content-control>', "☐"),
        ("<loext:content-control>saisi</loext:content-control>", "saisi"),
        ('<loext:content-control loext:showing-place-holder="true">Cliquez</loext:content-control>', ""),
        (
            '<loext:content-control><loext:list-item loext:display-text="Prêt"/>Prêt</loext:content-control>',
            "Prêt",
        ),
    ],
)
def test_a_content_control_says_its_state_or_its_text(control, seen):
    assert texts(f"<text:p>. {control} fin</text:p>") == [f". {seen} fin" if seen else ". fin"]


def old_field(kind: str, *values: tuple[str, str]) -> str:
    inside = "".join(f'<field:param field:name="{name}" field:value="{value}"/>' for name, value in values)
    return f'<field:fieldmark field:type="vnd.oasis.opendocument.field.{kind}">{inside}</field:fieldmark>'


CHOICES = (("Dropdown_ListEntry", "Prêt"), ("Dropdown_ListEntry", "Partiel"))


@pytest.mark.parametrize(
    ("control", "seen"),
    [
        (old_field("FORMCHECKBOX", ("Checkbox_Checked", "true")), "☒"),
        (old_field("FORMCHECKBOX", ("Checkbox_Checked", "false")), "☐"),
        (old_field("FORMCHECKBOX"), "☐"),
        (old_field("FORMTEXT"), ""),
        (old_field("FORMDROPDOWN", *CHOICES, ("Dropdown_Selected", "1")), "Partiel"),
        (old_field("FORMDROPDOWN", *CHOICES), "Prêt"),
        (old_field("FORMDROPDOWN", *CHOICES, ("Dropdown_Selected", "9")), ""),
        ('<field:fieldmark-start field:type="FORMTEXT"/>saisi<field:fieldmark-end/>', "saisi"),
    ],
)
def test_a_field_of_an_old_word_form_says_its_state(control, seen):
    assert texts(f"<text:p>.{control}</text:p>") == [f".{seen}"]


@pytest.mark.parametrize(
    ("control", "seen"),
    [
        ('<form:checkbox xml:id="c" form:current-state="checked" form:label="Oui"/>', "☒"),
        ('<form:checkbox xml:id="c" form:state="checked"/>', "☒"),
        ('<form:checkbox xml:id="c" form:state="checked" form:current-state="unchecked"/>', "☐"),
        ('<form:checkbox form:id="c"/>', "☐"),
        ('<form:radio xml:id="c" form:current-selected="true"/>', "☒"),
        ('<form:radio xml:id="c"/>', "☐"),
        ('<form:text xml:id="c" form:value="avant" form:current-value="saisi"/>', "saisi"),
        ('<form:textarea xml:id="c"><text:p>saisi</text:p></form:textarea>', "saisi"),
        (
            (
                '<form:listbox xml:id="c"><form:option form:label="Prêt"/>'
                '<form:option form:label="Partiel" form:current-selected="true"/></form:listbox>'
            ),
            "Partiel",
        ),
        ('<form:button xml:id="c" form:label="Envoyer"/>', ""),
        ('<form:checkbox xml:id="another" form:current-state="checked"/>', ""),
    ],
)
def test_a_control_of_the_page_says_its_state(control, seen):
    forms = f"<office:forms><form:form>{control}</form:form></office:forms>"

    assert texts(f'{forms}<text:p>.<draw:control draw:control="c"/></text:p>') == [f".{seen}"]
