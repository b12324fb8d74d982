"""What is wrong with a form, gathered: each fault leads to its field."""

from __future__ import annotations

from django import forms

from auditblanc.web.faults import Fault, faults, tells_what_is_asked


class Sample(forms.Form):
    name = forms.CharField(label="Nom", error_messages={"required": "Donnez un nom."})
    kind = forms.ChoiceField(
        label="Audit",
        choices=[("a", "A"), ("b", "B")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez."},
    )
    place = forms.CharField(label="Lieu", required=False)

    def clean(self):
        raise forms.ValidationError("Les deux ne vont pas ensemble.")


class Chosen(forms.Form):
    kind = forms.ChoiceField(choices=[("a", "A")], initial="a", widget=forms.RadioSelect)
    place = forms.CharField(required=False)


def test_a_fault_leads_to_its_field_and_a_group_to_its_first_answer():
    assert faults(Sample({})) == (
        Fault(sentence="Les deux ne vont pas ensemble."),
        Fault(sentence="Donnez un nom.", label="Nom", to="id_name"),
        Fault(sentence="Choisissez.", label="Audit", to="id_kind_0"),
    )


def test_a_form_that_nobody_sent_has_no_fault():
    assert faults(Sample()) == ()


def test_of_several_forms_each_tells_its_own():
    several = forms.formset_factory(Sample, extra=0)(
        {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-kind": "a"}
    )

    assert faults(several) == (
        Fault(sentence="Les deux ne vont pas ensemble."),
        Fault(sentence="Donnez un nom.", label="Nom", to="id_form-0-name"),
    )


def test_what_is_no_form_has_no_fault_and_asks_nothing():
    assert (faults("docx"), tells_what_is_asked("docx")) == ((), False)


def test_a_form_says_how_its_answers_are_told_apart_where_one_may_be_forgotten():
    assert tells_what_is_asked(Sample()) is True


def test_an_answer_chosen_from_the_start_cannot_be_forgotten():
    assert tells_what_is_asked(Chosen()) is False
