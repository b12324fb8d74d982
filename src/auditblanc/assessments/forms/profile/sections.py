"""The profile, part by part: how a part is called, asked and told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditblanc.assessments.forms.profile.activities import ActivitiesForm
from auditblanc.assessments.forms.profile.answers import AnswersForm
from auditblanc.assessments.forms.profile.audit import AuditForm
from auditblanc.assessments.forms.profile.certificate import CertificateForm
from auditblanc.assessments.forms.profile.conditions import ConditionsForm
from auditblanc.assessments.forms.profile.identity import IdentityForm
from auditblanc.assessments.forms.profile.last_audit import FindingsForm, LastAuditForm
from auditblanc.assessments.forms.profile.several import Items
from auditblanc.assessments.forms.profile.sites import SitesForm
from auditblanc.assessments.forms.profile.situation import DocumentsForm, SizeForm, SubcontractorForm
from auditblanc.domain.difference import in_words, is_blank
from auditblanc.domain.profile import Activity, Certificate, LastAudit, Profile
from auditblanc.domain.profile_labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator


# A name and what is answered; nothing when it is not answered.
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """``told`` are the answers that it shows: of the profile, or of its part ``of``; ``nothing`` is what a missing one is called."""

    key: str
    title: str
    form: type[AnswersForm | Items]
    told: tuple[str, ...]
    of: str = ""
    lead: str = ""
    nothing: str = "non renseigné"
    one_more: str = ""

    def facts(self, profile: Profile) -> tuple[Fact, ...]:
        part = getattr(profile, self.of) if self.of else profile
        return tuple(_facts(part, self.told)) if part else ()


SECTIONS = (
    Section(
        key="organisme",
        title="Votre organisme",
        form=IdentityForm,
        of="provider",
        told=("name", "siren", "nda", "legal_status", "director"),
    ),
    Section(
        key="audit",
        nothing="à confirmer",
        title="L’audit que vous préparez",
        form=AuditForm,
        of="audit",
        told=("kind", "first_day", "last_day"),
        lead="Son premier jour choisit le texte. Sa nature dit ce qui sera regardé.",
    ),
    Section(
        key="activites",
        nothing="à confirmer",
        title="Ce que vous faites",
        form=ActivitiesForm,
        told=("activities",),
        lead="Nouvel entrant : vous n’avez encore rien réalisé dans cette catégorie.",
    ),
    Section(
        key="conditions",
        nothing="à confirmer",
        title="Ce qui décide des indicateurs applicables",
        form=ConditionsForm,
        told=(
            "certifying",
            "alternance",
            "work_situation_periods",
            "subcontracting_or_portage",
            "duration_over_2_days",
        ),
    ),
    Section(
        key="sous-traitance",
        nothing="à confirmer",
        title="Si vous intervenez pour un autre organisme",
        form=SubcontractorForm,
        told=("acting_as_subcontractor",),
    ),
    Section(
        key="taille",
        title="Taille et publics",
        form=SizeForm,
        told=("turnover", "distance", "hosts_learners_with_disabilities"),
    ),
    Section(
        key="sites",
        one_more="Ajouter un site",
        title="Vos sites",
        form=SitesForm,
        told=("sites",),
        lead="Un site est un lieu où travaille du personnel permanent. Sans site déclaré, l’audit est compté pour un seul lieu.",
    ),
    Section(
        key="certificat",
        title="Votre certificat en cours",
        form=CertificateForm,
        of="certificate",
        told=("decided_on", "certifier", "number", "expires_on", "categories"),
    ),
    Section(
        key="dernier-audit",
        title="Votre dernier audit",
        form=LastAuditForm,
        of="last_audit",
        told=("held_on", "skipped"),
    ),
    Section(
        key="ecarts",
        one_more="Ajouter un écart",
        title="Les écarts de votre dernier audit",
        form=FindingsForm,
        of="last_audit",
        told=("findings",),
        lead="Un écart par indicateur, tel que le certificateur l’a écrit. L’audit de surveillance les regarde tous.",
    ),
    Section(
        key="documents",
        title="Documents demandés par le certificateur",
        form=DocumentsForm,
        told=("documents",),
    ),
)
BY_KEY = {section.key: section for section in SECTIONS}


def _facts(part: Profile | LastAudit | Certificate, names: tuple[str, ...]) -> Iterator[Fact]:
    for name in names:
        label, value = LABELS[type(part)][name], getattr(part, name)
        if is_blank(value):
            yield label, ""
        elif isinstance(value, tuple):
            yield from ((label, _item(item)) for item in value)
        else:
            yield label, in_words(value)


def _item(item: Any) -> str:
    if isinstance(item, Activity):
        known = {True: "nouvel entrant", False: "déjà réalisée", None: "nouvel entrant ou non : à confirmer"}
        return f"{item.category.label} – {known[item.new_entrant]}"
    return in_words(item)
