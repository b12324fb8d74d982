"""Rows of a file on their way into the tables: each gets a new key, unless the same thing is here already."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db.models import BinaryField

from auditblanc.accounts.keys import new_key
from auditblanc.accounts.models import Organisation
from auditblanc.assessments.models import Assessment, Event
from auditblanc.assessments.organisation_file.tables import TABLES
from auditblanc.domain.text import LINE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db.models import Field, Model

    from auditblanc.assessments.organisation_file.package import Package
    from auditblanc.assessments.organisation_file.tables import Table

_AT_ONCE = 500


class RowMaker:
    """``added``: how many rows were made, by table. ``journals``: the new name of some of the file's journals.

    ``mark`` is put behind the title of an assessment of which the organisation has another state.
    """

    def __init__(self, organisation: Organisation, journals: Mapping[str, str], mark: str) -> None:
        self.added: Counter[str] = Counter()
        self._organisation = organisation
        self._journals = journals
        self._mark = mark
        self._new: dict[type[Model], dict[int, int]] = {}

    def all(self, package: Package) -> None:
        """Every row of every table.

        Raises:
            ValidationError, IntegrityError, ValueError, LookupError: a row breaks a rule, or names what is not there.
        """
        for table in TABLES:
            self._table(table, list(package.lines(table)))

    def _table(self, table: Table, said: list[dict[str, Any]]) -> None:
        held = {tuple(values): pk for *values, pk in table.rows(self._organisation).values_list(*table.same, "pk")}
        taken = _taken(table, said)
        known = self._new[table.model] = {}
        fresh: dict[int, Model] = {}
        for each in said:
            row = self._row(table, each)
            same = held.get(tuple(getattr(row, name) for name in table.same))
            if same is not None:
                known[each["id"]] = same
                continue
            if table.model is Assessment and taken.get(row.key) == self._organisation.pk:
                row.title = f"{row.title} {self._mark}".strip()[:LINE_LIMIT]
            if taken and row.key in taken:
                row.key = new_key()
            fresh[each["id"]] = row
        made = table.all().bulk_create(fresh.values(), batch_size=_AT_ONCE)
        known.update({old: row.pk for old, row in zip(fresh, made, strict=True)})
        self.added[table.name] = len(made)
        if table.model is Assessment:
            self._starts(said, fresh)

    def _starts(self, said: Iterable[dict[str, Any]], fresh: Mapping[int, Model]) -> None:
        """Which assessment each new one continues: known once all have their key."""
        known = self._new[Assessment]
        for each in said:
            if each["start_id"] and each["id"] in fresh:
                Assessment.objects.filter(pk=known[each["id"]]).update(start=known[each["start_id"]])

    def _row(self, table: Table, said: dict[str, Any]) -> Any:
        names = {field.attname for field in table.fields}
        if set(said) != names:
            raise ValueError(said)
        row = table.model()
        for field in table.fields:
            if not field.primary_key:
                setattr(row, field.attname, self._value(field, said[field.attname]))
        if isinstance(row, Event):
            row.journal = self._journals.get(row.journal, row.journal)
        row.clean_fields(exclude=[field.name for field in table.columns if _is_unchecked(row, field)])
        return row

    def _value(self, field: Field[Any, Any], value: Any) -> Any:
        if isinstance(value, list | dict):
            raise TypeError(value)
        if field.is_relation:
            target: Any = field.related_model
            if target is Organisation:
                return self._organisation.pk
            if value is None or (target is Assessment and field.name == "start"):
                return None
            return self._new[target][value]
        if isinstance(field, BinaryField):
            return bytes.fromhex(value)
        return field.to_python(value)


def _is_unchecked(row: Model, field: Field[Any, Any]) -> bool:
    """Keys are those of rows made here; nothing is a value where a column may hold it."""
    return field.is_relation or (field.null and getattr(row, field.attname) is None)


def _taken(table: Table, said: list[dict[str, Any]]) -> dict[str, int]:
    """The keys that this installation has already, with the organisation of each where the row names it."""
    if not said or "key" not in said[0]:
        return {}
    way = f"{table.way}_id" if table.way == "organisation" else f"{table.way}__pk"
    keys = [each["key"] for each in said]
    parts = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
    return dict(pair for part in parts for pair in table.all().filter(key__in=part).values_list("key", way))
