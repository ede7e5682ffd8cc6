"""Compares two models by what they say: what was added, removed, changed and moved from one to the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engine.domain.comparison_matching import Match, match_parts, moved_places
from engine.domain.model_outline import ModelOutline, Part, Subject
from engine.domain.step_order import changed_precedence


class ChangeKind(StrEnum):
    """What became of something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


NAME: Final = "name"
KIND: Final = "kind"
ID: Final = "id"
WITHIN: Final = "within"
LANE: Final = "lane"
ORDER: Final = "order"
_PLACES: Final = frozenset({WITHIN, LANE, ORDER})
_WHOLE: Final = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was."""

    kind: ChangeKind
    subject: Subject
    path: str
    """What of the part changed, e.g. “deadline”, “legalBasis[19/2014/QĐ-TTg]”; empty: all of it."""
    old_id: str | None
    """The part in the old model; None where it is new."""
    new_id: str | None
    old: str | None
    """What was said; None where nothing was."""
    new: str | None

    def mirrored(self) -> Change:
        """The change that leads back."""
        back = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}
        return Change(
            kind=back.get(self.kind, self.kind),
            subject=self.subject,
            path=self.path,
            old_id=self.new_id,
            new_id=self.old_id,
            old=self.new,
            new=self.old,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How a model differs from an older one."""

    old: ModelOutline
    new: ModelOutline
    changes: tuple[Change, ...]
    """By subject, then in the order of the new model, what was removed last."""
    redrawn: bool
    """Whether boxes and lines were moved or coloured, which changes nothing that the model says."""

    @property
    def only_redrawn(self) -> bool:
        """Whether the drawing looks different and says the same."""
        return self.redrawn and not self.changes


def compare_outlines(old: ModelOutline, new: ModelOutline) -> Comparison:
    """All differences from the old model to the new one."""
    pairs = match_parts(old, new)
    changes = [*_one_sided(old, new, pairs), *_differences(pairs), *_reordered(old, new, pairs)]
    places = {part.id: number for number, part in enumerate(new.parts)}
    subjects = list(Subject)
    changes.sort(
        key=lambda each: (
            subjects.index(each.subject),
            places.get(each.new_id or "", len(places)),
            each.kind is not ChangeKind.ADDED,
            each.old_id or "",
            each.path,
        )
    )
    return Comparison(old=old, new=new, changes=tuple(changes), redrawn=old.looks != new.looks)


def _one_sided(old: ModelOutline, new: ModelOutline, pairs: tuple[Match, ...]) -> Iterator[Change]:
    kept_old = {mine.id for mine, _other in pairs}
    kept_new = {other.id for _mine, other in pairs}
    for part in old.by_id().values():
        if part.id not in kept_old:
            yield Change(
                kind=ChangeKind.REMOVED,
                subject=part.subject,
                path=_WHOLE,
                old_id=part.id,
                new_id=None,
                old=part.name,
                new=None,
            )
    for part in new.by_id().values():
        if part.id not in kept_new:
            yield Change(
                kind=ChangeKind.ADDED,
                subject=part.subject,
                path=_WHOLE,
                old_id=None,
                new_id=part.id,
                old=None,
                new=part.name,
            )


def _differences(pairs: tuple[Match, ...]) -> Iterator[Change]:
    renamed = {mine.id: other.id for mine, other in pairs}
    for mine, other in pairs:
        before, after = _said(mine), _said(other)
        for path in sorted(before.keys() | after.keys()):
            old, new = before.get(path), after.get(path)
            if old == new or (_refers(mine, other, path) and _mapped(old, renamed) == new):
                continue
            if path == WITHIN and not (old and new):
                continue
            yield Change(
                kind=ChangeKind.MOVED if path in _PLACES else ChangeKind.CHANGED,
                subject=other.subject,
                path=path,
                old_id=mine.id,
                new_id=other.id,
                old=old,
                new=new,
            )


def _said(part: Part) -> Mapping[str, str]:
    return {**part.facts, NAME: part.name, KIND: part.kind, ID: part.id, WITHIN: part.within}


def _refers(mine: Part, other: Part, path: str) -> bool:
    return path == WITHIN or path in mine.references | other.references


def _mapped(ids: str | None, renamed: Mapping[str, str]) -> str | None:
    """Ids of the old model as the new one has them."""
    return None if ids is None else " ".join(renamed.get(each, each) for each in ids.split())


def _reordered(old: ModelOutline, new: ModelOutline, pairs: tuple[Match, ...]) -> Iterator[Change]:
    now = {mine.id: other for mine, other in pairs}
    swapped = changed_precedence(old, new, {mine.id: other.id for mine, other in pairs})
    for own, (before_then, before_now) in swapped.items():
        yield _moved(own, now[own], before_then, before_now)
    for container, before in old.orders.items():
        if container not in now:
            continue
        after = new.orders.get(now[container].id, ())
        known = frozenset(after)
        both = [(own, now[own].id) for own in before if own in now and now[own].id in known]
        for own in sorted(moved_places(both, after)):
            other = now[own]
            yield _moved(own, other, str(before.index(own) + 1), str(after.index(other.id) + 1))


def _moved(own: str, other: Part, old: str, new: str) -> Change:
    """A change of order: of steps what comes right before, of fields and rules their number."""
    return Change(
        kind=ChangeKind.MOVED,
        subject=other.subject,
        path=ORDER,
        old_id=own,
        new_id=other.id,
        old=old,
        new=new,
    )
