"""A profile as a JSON file, typed by hand or written by us."""

from __future__ import annotations

import pytest
from hypothesis import given

from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Activity, Audit, Certifying, Profile
from auditblanc.interchange.json_profile import read_profile, write_profile
from auditblanc.interchange.problems import UnreadableFileError
from tests.strategies import profiles


@pytest.mark.soak
@given(profile=profiles)
def test_every_answer_comes_back(profile):
    assert read_profile(write_profile(profile)) == profile


def test_a_file_typed_by_hand_gives_only_the_answers_it_has():
    data = b"""
    {
      "activities": [{"category": "AF"}, {"category": "CFA", "new_entrant": true}],
      "certifying": "rs",
      "distance": false,
      "audit": {"first_day": "2027-01-12"}
    }
    """

    profile = read_profile(data)

    assert profile == Profile(
        activities=(
            Activity(category=Category.TRAINING),
            Activity(category=Category.APPRENTICESHIP, new_entrant=True),
        ),
        certifying=Certifying.RS,
        distance=False,
        audit=Audit(first_day=profile.audit.first_day),
    )
    assert profile.audit.first_day is not None


def test_an_empty_table_is_a_profile_without_answers():
    assert read_profile(b"{}") == Profile()


def test_a_profile_of_an_earlier_version_is_brought_up_to_date():
    upgrades = {0: lambda table: {"alternance": table["alternant"]}}

    assert read_profile(b'{"version": 0, "alternant": true}', upgrades=upgrades) == Profile(alternance=True)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"alternances": true}', "« alternances » : ce champ n’existe pas."),
        (b'{"audit": {"jour": "2027-01-12"}}', "« audit.jour » : ce champ n’existe pas."),
        (b'{"alternance": "oui"}', "« alternance » : true ou false est attendu, « oui » a été trouvé."),
        (
            b'{"activities": [{"category": "OF"}]}',
            "« activities[0].category » : « OF » n’est pas admis ; valeurs possibles : AF, BC, VAE, CFA.",
        ),
        (
            b'{"activities": [{"category": "AF"}, {"category": "AF"}]}',
            "Une catégorie d’action est citée deux fois dans le profil.",
        ),
        (
            b'{"version": 2}',
            "Ce fichier vient d’une version plus récente d’Auditblanc (format 2, ici 1) : mettez Auditblanc à jour.",
        ),
        (
            b'{"format": "auditblanc-assessment", "version": 1, "assessment": {"edition": "2026-v9"}}',
            "Ce fichier JSON n’est pas un profil : donnez un fichier qui ne contient qu’un profil.",
        ),
        (b"null", "Ce fichier JSON n’est ni une évaluation ni un profil d’Auditblanc : choisissez-en un."),
    ],
)
def test_what_is_wrong_is_one_sentence(data, sentence):
    with pytest.raises(UnreadableFileError) as raised:
        read_profile(data)

    assert str(raised.value) == sentence
