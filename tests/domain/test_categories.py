"""The words of categories, audits and gravities, as files and people know them."""

from __future__ import annotations

import pytest

from auditblanc.domain.categories import AuditKind, Category, Condition, Gravity
from auditblanc.domain.profile import Profile


def test_categories_are_those_of_the_labour_code():
    """Code du travail, article L. 6313-1, 1° to 4°."""
    assert [(category.value, category.label) for category in Category] == [
        ("AF", "Actions de formation"),
        ("BC", "Bilans de compétences"),
        ("VAE", "Validation des acquis de l’expérience"),
        ("CFA", "Actions de formation par apprentissage"),
    ]


def test_categories_are_named_within_a_sentence():
    assert [category.in_sentence for category in Category] == [
        "les actions de formation",
        "les bilans de compétences",
        "la validation des acquis de l’expérience",
        "l’apprentissage",
    ]


@pytest.mark.parametrize("condition", Condition)
def test_condition_is_named_as_the_answer_that_it_reads(condition):
    assert hasattr(Profile(), condition.value)


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        (AuditKind.INITIAL, "audit initial"),
        (AuditKind.SURVEILLANCE, "audit de surveillance"),
        (AuditKind.RENEWAL, "audit de renouvellement"),
    ],
)
def test_kind_of_audit_has_a_label(kind, label):
    assert kind.label == label


def test_gravity_has_a_label():
    assert [gravity.label for gravity in Gravity] == ["mineure", "majeure"]
