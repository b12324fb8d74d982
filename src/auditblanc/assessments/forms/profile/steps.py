"""The short questions: enough to know which indicators apply, one small form a step."""

from __future__ import annotations

from dataclasses import dataclass

from auditblanc.assessments.forms.profile.activities import NEW_ENTRANT_HELP, CategoriesForm, NewEntrantForm
from auditblanc.assessments.forms.profile.answers import AnswersForm
from auditblanc.assessments.forms.profile.audit import AuditForm
from auditblanc.assessments.forms.profile.conditions import CertifyingForm, ShortConditionsForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """``why``: what the answer is for, under the title."""

    title: str
    why: str
    form: type[AnswersForm]


STEPS = (
    Step(title="Votre audit", why="Sa date choisit le texte sur lequel vous serez audité.", form=AuditForm),
    Step(title="Votre activité", why="Tous les indicateurs ne concernent pas tout le monde.", form=CategoriesForm),
    Step(
        title="Certification professionnelle",
        why="Certains indicateurs ne concernent que les prestations qui y conduisent.",
        form=CertifyingForm,
    ),
    Step(
        title="Votre façon de travailler",
        why="Chacune de ces réponses décide si certains indicateurs vous concernent.",
        form=ShortConditionsForm,
    ),
    Step(title="Nouvel entrant", why=NEW_ENTRANT_HELP, form=NewEntrantForm),
)
