"""Which tables one organisation has, in the order in which rows may be made, and the way from each to the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from auditblanc.accounts.models import Invitation, Logo, Notice, Organisation, Tag, User
from auditblanc.assessments import models

if TYPE_CHECKING:
    from django.db.models import Field, QuerySet

# Requests are answered here; the others follow from the rest.
_KEPT_HERE = frozenset({"event.request_id", "assessment.answered", "assessment.audit_day", "assessment.is_latest"})


@dataclass(frozen=True, slots=True)
class Table:
    """``way``: from a row to its organisation, through names of fields. ``same``: two rows alike in these are one thing.

    ``since``: the version of the file that has it first.
    """

    model: type[Model]
    way: str
    same: tuple[str, ...]
    since: int = 1

    @property
    def name(self) -> str:
        return str(self.model._meta.model_name)  # noqa: SLF001 -- public, by Django's own word

    @property
    def part(self) -> str:
        return f"tables/{self.name}.jsonl"

    def all(self) -> QuerySet[Any]:
        return self.model._default_manager.all()  # noqa: SLF001 -- the one name of it for any model

    @property
    def columns(self) -> tuple[Field[Any, Any], ...]:
        return tuple(self.model._meta.concrete_fields)  # noqa: SLF001 -- public, by Django's own word

    @property
    def fields(self) -> tuple[Field[Any, Any], ...]:
        """The columns that travel: not people, who are not there, nor what is of here or follows from the rest."""
        travel = (each for each in self.columns if each.related_model is not User)
        return tuple(each for each in travel if f"{self.name}.{each.name}" not in _KEPT_HERE)

    def rows(self, organisation: Organisation) -> QuerySet[Any]:
        return self.all().filter(**{self.way: organisation}).order_by("pk")


TABLES = (
    Table(Logo, "organisation", ("organisation_id",)),
    # Another state of the same assessment is another assessment: neither is better.
    Table(models.Assessment, "organisation", ("key", "updated_at")),
    Table(models.Rating, "assessment__organisation", ("assessment_id", "indicator")),
    Table(models.CategoryLevel, "rating__assessment__organisation", ("rating_id", "category")),
    Table(models.FrozenCopy, "assessment__organisation", ("key",)),
    Table(models.Evidence, "organisation", ("key",)),
    Table(models.EvidenceIndicator, "evidence__organisation", ("evidence_id", "indicator")),
    Table(models.Dossier, "organisation", ("kind", "name")),
    Table(models.EvidenceDossier, "evidence__organisation", ("evidence_id", "dossier_id")),
    Table(models.StoredFile, "organisation", ("sha256",)),
    Table(models.Piece, "evidence__organisation", ("key",)),
    Table(models.Revision, "piece__evidence__organisation", ("piece_id", "number")),
    Table(models.ReceivedFile, "assessment__organisation", ("assessment_id", "file_id"), since=2),
    Table(models.Finding, "organisation", ("key",)),
    Table(models.FindingEvidence, "finding__organisation", ("finding_id", "evidence_id")),
    Table(models.Action, "organisation", ("key",)),
    Table(models.ActionIndicator, "action__organisation", ("action_id", "indicator")),
    Table(models.Retention, "organisation", ("kind",)),
    Table(models.Event, "organisation", ("journal", "number")),
    Table(models.EventValue, "event__organisation", ("event_id",)),
)
# Of this installation alone: who signs in, addresses, what waits to be confirmed, who is at work.
LEFT_OUT = (
    models.MassIntake,
    models.ReceivedForm,
    models.CalendarFeed,
    models.Digest,
    models.Intake,
    models.Lease,
    models.Assignment,
    models.Comment,
    models.Campaign,
    models.Pushed,
    models.Phrase,
    Invitation,
    Tag,
    Notice,
)
