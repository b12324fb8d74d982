"""Where two profiles differ, answer by answer, and how one takes an answer of the other."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from auditblanc.domain.difference import Difference, in_words, is_blank
from auditblanc.domain.profile import Audit, Certificate, LastAudit, Profile
from auditblanc.domain.profile_labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")

# What tells an item of a list from another; an item without such an answer is told by itself.
_KEYS = {"activities": "category", "sites": "name", "findings": "indicator"}
# Lists that one more item does not contradict. Of the others, each is one answer: which categories, and no other.
_GROWING = ("sites", "findings", "documents")
# When this answer differs, the rest is about something else and is not compared with it.
_IDENTITIES: dict[type, str] = {Audit: "first_day", Certificate: "decided_on", LastAudit: "held_on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step down a profile: a field, and the key of one of its items when it is a list."""

    name: str
    key: Any = None

    def __str__(self) -> str:
        return self.name if self.key is None else f"{self.name}[{self.key}]"


Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDifference:
    """An answer that two profiles do not share. ``default`` is what it is when nobody answered."""

    path: Path
    label: str
    before: Any
    after: Any
    default: Any = None

    @property
    def difference(self) -> Difference:
        where = ".".join(str(step) for step in self.path)
        return Difference(field=f"profile.{where}", label=self.label, before=self.before, after=self.after)

    def is_unanswered(self, value: Any) -> bool:
        """Whether one of the two values is what it is when nobody answered."""
        return is_blank(value) or bool(value == self.default)


def profile_differences(before: Profile, after: Profile) -> Iterator[AnswerDifference]:
    """Each answer that differs, in the order of the fields. The order of items in a list says nothing."""
    return _parts(before, after, ())


def with_answer(part: T, path: Path, value: Any) -> T:
    """``part`` with one answer replaced, or one item added.

    Raises:
        ValueError: the answer cannot stand with the others.
    """
    step, rest = path[0], path[1:]
    held = getattr(part, step.name)
    if step.key is None:
        held = with_answer(held, rest, value) if rest else value
    elif rest:
        held = tuple(with_answer(item, rest, value) if _key(step.name, item) == step.key else item for item in held)
    else:
        held = (*held, value)
    return replace(part, **{step.name: held})  # type: ignore[type-var]


def _parts(one: Any, other: Any, path: Path) -> Iterator[AnswerDifference]:
    for field in fields(one):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        here = (*path, Step(name=field.name))
        if _is_same(mine, theirs):
            continue
        if _is_comparable(mine, theirs):
            yield from _parts(mine, theirs, here)
        elif _is_item_by_item(field.name, mine, theirs):
            yield from _items(one, other, field.name, path)
        else:
            default = None if field.default is MISSING else field.default
            yield AnswerDifference(path=here, label=_label(one, here), before=mine, after=theirs, default=default)


def _items(one: Any, other: Any, name: str, path: Path) -> Iterator[AnswerDifference]:
    mine = {_key(name, item): item for item in getattr(one, name)}
    theirs = {_key(name, item): item for item in getattr(other, name)}
    for key in mine | theirs:
        here = (*path, Step(name=name, key=key))
        if key in mine and key in theirs:
            yield from _parts(mine[key], theirs[key], here) if is_dataclass(mine[key]) else ()
        else:
            yield AnswerDifference(path=here, label=_label(one, here), before=mine.get(key), after=theirs.get(key))


def _is_same(mine: Any, theirs: Any) -> bool:
    return bool(mine == theirs or (isinstance(mine, tuple) and set(mine) == set(theirs)))


def _is_comparable(mine: Any, theirs: Any) -> bool:
    """Whether both are the same thing, of which some answers differ."""
    if not is_dataclass(mine) or not is_dataclass(theirs):
        return False
    identity = _IDENTITIES.get(type(mine))
    told = {getattr(part, identity) for part in (mine, theirs)} - {None} if identity else set()
    return len(told) < 2  # noqa: PLR2004 -- two different answers tell two different things


def _is_item_by_item(name: str, mine: Any, theirs: Any) -> bool:
    if name in _GROWING:
        return True
    return name in _KEYS and {_key(name, item) for item in mine} == {_key(name, item) for item in theirs}


def _key(name: str, item: Any) -> Any:
    return getattr(item, _KEYS[name]) if name in _KEYS else item


def _label(part: Any, path: Path) -> str:
    items = [in_words(step.key) for step in path if step.key is not None]
    label = LABELS[type(part)][path[-1].name]
    return f"{label} ({', '.join(items)})" if items else label
