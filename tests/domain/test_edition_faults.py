"""An edition file at fault is refused with the name of the file, of the entry and of the field."""

from __future__ import annotations

import pytest

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import Condition
from auditblanc.domain.edition_file import EditionError
from tests.conftest import DATA

WHOLE = (DATA / "editions" / "autre-referentiel.toml").read_text("utf-8")
CONDITIONS = ", ".join(Condition)
WORST_BELOW_BEST = (
    "Le pire cas doit être au moins aussi grave que le plausible, lui-même au moins autant que le meilleur."
)

# What is written in place of what, and what is said of it.
FAULTS = [
    ('title = "Livre d’or"', "", "indicateur 41 › title : ce champ manque."),
    ('title = "Livre d’or"', 'titre = "Livre d’or"', "indicateur 41 › titre : ce champ n’existe pas."),
    ('title = "Livre d’or"', "title = 3", "indicateur 41 › title : un texte est attendu, « 3 » a été trouvé."),
    (
        "applies = { VAE = {} }",
        'applies = { VAE = { condition = "pluie" } }',
        f"indicateur 41 › applies › VAE › condition : « pluie » n’est pas admis ; valeurs possibles : {CONDITIONS}.",
    ),
    (
        "applies = { VAE = {} }",
        'applies = { VAE = { condition = "certifying" } }',
        "indicateur 41 › applies › VAE › condition : la condition « certifying » n’est pas décrite dans cette édition.",
    ),
    (
        "applies = { VAE = {} }",
        "applies = { XYZ = {} }",
        "indicateur 41 › applies › XYZ : « XYZ » n’est pas admis ; valeurs possibles : AF, BC, VAE, CFA.",
    ),
    ("applies = { VAE = {} }", "applies = {}", "indicateur 41 › applies : ce champ manque."),
    (
        'statement = { reworded = "Vous tenez un livre d’or.", sources = ["INVENTE"] }',
        'statement = { sources = ["INVENTE"] }',
        "indicateur 41 › statement : l’énoncé est vide.",
    ),
    (
        'statement = { reworded = "Vous tenez un livre d’or.", sources = ["INVENTE"] }',
        'statement = { reworded = "Vous tenez un livre d’or.", sources = ["AUTRE"] }',
        "indicateur 41 › statement › sources : la source « AUTRE » n’est pas décrite dans cette édition.",
    ),
    (
        "number = 41\ncriterion = 9",
        "number = 41\ncriterion = 8",
        "indicateur 41 › criterion : le critère 8 n’existe pas dans cette édition.",
    ),
    ("number = 1\ncriterion", "number = 0\ncriterion", "indicateur 0 › number : les numéros commencent à 1."),
    ("number = 41", "number = 40", "indicateur 40 : présent deux fois dans ce fichier."),
    (
        'reading_no = "un café froid est toujours grave", sources = ["INVENTE"]',
        'reading_no = "un café froid est toujours grave", sources = ["INVENTE", "AUTRE"]',
        "indicateur 40 › gradable_dispute › sources : la source « AUTRE » n’est pas décrite dans cette édition.",
    ),
    (
        'title = { reworded = "Avant l’arrivée", sources = ["INVENTE"] }',
        'title = { reworded = "Avant l’arrivée", sources = ["AUTRE"] }',
        "critère 1 › title › sources : la source « AUTRE » n’est pas décrite dans cette édition.",
    ),
    (
        'unknown = "dites si vous recevez des alternants"\ncertainty = "inference"\nsources = ["INVENTE"]',
        'unknown = "dites si vous recevez des alternants"\ncertainty = "inference"\nsources = ["AUTRE"]',
        "condition alternance › sources : la source « AUTRE » n’est pas décrite dans cette édition.",
    ),
    (
        'question = "Recevez-vous des alternants ?"',
        'question = "Recevez-vous des alternants ?"\ndisputed_answer = "un seul"',
        "condition alternance : « disputed_answer » et « dispute » vont ensemble : donnez les deux, ou aucun.",
    ),
    (
        'name = "Règlement de visite inventé"\ncertainty = "inference"\nsources = ["INVENTE"]',
        'name = "Règlement de visite inventé"\ncertainty = "inference"\nsources = ["AUTRE"]',
        "audit_order › sources : la source « AUTRE » n’est pas décrite dans cette édition.",
    ),
    (
        'answered_by = ["provider.name"]',
        'answered_by = ["provider.nom"]',
        "rules › pieces › pieces › name › answered_by : « provider.nom » n’est pas une réponse du profil.",
    ),
    (
        'unrated = { best = "none", plausible = "not_stated", worst = "major" }\n[rules.forecast.major_only]',
        'unrated = { best = "major", plausible = "not_stated", worst = "none" }\n[rules.forecast.major_only]',
        f"rules › forecast › gradable › unrated : {WORST_BELOW_BEST}",
    ),
    (
        "audits_from = 2027-01-01",
        "audits_from = 2027-01-01\naudits_to = 2026-12-31",
        "audits_to : la fin d’application précède le début.",
    ),
    (
        "effective_from = 2027-01-01",
        "effective_from = 2027-01-01\neffective_to = 2026-12-31",
        "decree › effective_to : la fin d’application précède le début.",
    ),
]


@pytest.mark.parametrize(("found", "written", "sentence"), FAULTS, ids=[sentence for _, _, sentence in FAULTS])
def test_a_fault_is_told_with_file_entry_and_field(tmp_path, found, written, sentence):
    assert found in WHOLE
    (tmp_path / "autre.toml").write_text(WHOLE.replace(found, written, 1), "utf-8")
    catalogue = load([tmp_path])

    with pytest.raises(EditionError) as caught:
        catalogue.edition("autre-2027")

    assert str(caught.value) == f"autre.toml › {sentence}"


def test_a_period_that_begins_and_ends_the_same_day_is_no_fault(tmp_path):
    text = WHOLE.replace("audits_from = 2027-01-01", "audits_from = 2027-01-01\naudits_to = 2027-01-01")
    (tmp_path / "autre.toml").write_text(text, "utf-8")

    edition = load([tmp_path]).edition("autre-2027")

    assert edition.audits_to == edition.audits_from
