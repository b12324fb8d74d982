"""Whose is a form, of many received at once: by what is written, never by a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.attachment import NOTHING, Attachment, Claim, Directory, Known, Place

BOIS = Known(key="bois", name="École du bois", siren="732 829 320", nda="11 75 12345 75")
FER = Known(key="fer", name="École du fer", siren="552100554")
NORD = Known(key="nord", name="Réseau Nord", siren="404833048", nda="32591234559")
SUD = Known(key="sud", name="Réseau Sud", siren="404833048", nda="93131234513")
KNOWN = (BOIS, FER, NORD, SUD)


def attached(*claims, known=KNOWN):
    return Directory(known).attach(claims)


def said(place=Place.INDEX, **numbers):
    return Claim(place=place, **numbers)


@pytest.mark.parametrize(
    ("claim", "known"),
    [
        (said(siren="732829320"), BOIS),
        (said(nda="11751234575"), BOIS),
        (said(siren="732 829 320", nda="11751234575"), BOIS),
        (said(organisation="fer"), FER),
        (said(organisation="fer", siren="552100554"), FER),
        (said(siren="404833048", nda="93131234513"), SUD),
        (said(siren="552100554", nda="84691234569"), FER),
        (said(organisation="elsewhere", siren="552100554"), FER),
    ],
    ids=[
        "siren",
        "nda",
        "both, typed otherwise",
        "the key that travels with the form",
        "a key that the number agrees with",
        "one siren, told apart by nda",
        "an nda that is not known yet",
        "the key of another place",
    ],
)
def test_a_form_is_of_the_organisation_that_is_written(claim, known):
    assert attached(claim) == Attachment(known=known)


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ([], NOTHING),
        ([said(siren="123456789")], NOTHING),
        ([said(nda="1175")], NOTHING),
        (
            [said(Place.FILE_NAME, siren="552100554"), said(siren="732829320")],
            "2 SIREN différents : 552100554 dans le nom du fichier, 732829320 dans l’index. Corrigez l’un d’eux, ou choisissez l’organisme.",
        ),
        (
            [said(siren="404833048")],
            "2 organismes ont ce SIREN (404833048) : donnez le NDA dans l’index, ou choisissez l’organisme.",
        ),
        (
            [said(siren="552100554", nda="11751234575")],
            "« École du bois » a un autre SIREN (732829320) que celui qui est écrit (552100554) : vérifiez-les, ou choisissez l’organisme.",
        ),
        (
            [said(Place.FORM, organisation="bois", nda="32591234559")],
            "« École du bois » a un autre NDA (11751234575) que celui qui est écrit (32591234559) : vérifiez-les, ou choisissez l’organisme.",
        ),
    ],
    ids=[
        "nothing",
        "a number that does not check",
        "not an nda",
        "two numbers",
        "one siren of two",
        "siren against nda",
        "key against nda",
    ],
)
def test_what_is_missing_or_contradicts_itself_is_told_and_not_guessed(claims, reason):
    assert attached(*claims) == Attachment(reason=reason)


@pytest.mark.parametrize(
    ("claim", "siren", "nda"),
    [
        (said(siren="784671695"), "784671695", ""),
        (said(nda="84 69 12345 69"), "", "84691234569"),
        # A company already known by another NDA: a provider of its own.
        (said(siren="732829320", nda="84691234569"), "732829320", "84691234569"),
    ],
)
def test_numbers_that_nobody_has_are_those_of_a_new_organisation(claim, siren, nda):
    assert attached(claim) == Attachment(siren=siren, nda=nda)


@given(st.permutations([said(Place.FORM, siren="732829320"), said(nda="11751234575"), said(Place.FILE_NAME)]))
def test_the_order_of_places_decides_nothing(claims):
    assert attached(*claims) == Attachment(known=BOIS)


def test_an_organisation_made_meanwhile_is_found_again():
    directory = Directory()
    directory.add(FER)
    assert directory.attach([said(siren="552100554")]) == Attachment(known=FER)


def test_one_nda_of_two_organisations_is_told():
    twin = Known(key="twin", name="École du bois, copie", nda="11751234575")
    assert attached(said(nda="11751234575"), known=(BOIS, twin)) == Attachment(
        reason="2 organismes ont ce NDA (11751234575) : choisissez l’organisme."
    )
