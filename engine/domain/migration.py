"""Moving a running case to another version of its model: which element there stands for which here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from engine.domain.definition import ActivityDefinition, ActivityKind, ProcessDefinition, Severity
from engine.domain.errors import Conflict, Invalid
from engine.domain.text import fold


class How(StrEnum):
    """Why an element of the new version stands for one of the old."""

    SAME_ID = "same_id"
    SAME_NAME = "same_name"
    SAME_PLACE = "same_place"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """An element of the old version and what stands for it in the new one."""

    old: str
    new: str
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrationFinding:
    """What moving means for something in the case; an error stops it, the rest is to be known."""

    rule: str
    severity: Severity
    element_id: str
    """Of the old version; of the new one for what is only there."""
    element_name: str
    message_vi: str
    message_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrationPlan:
    """What stands for what between two versions of one model, whatever case it is used for."""

    old: ProcessDefinition
    new: ProcessDefinition
    counterparts: Mapping[str, Counterpart]
    """By element id of the old version."""
    flows: Mapping[str, str]
    """Sequence flows by id: old -> new."""

    def element(self, old: str) -> str | None:
        """The id in the new version of an element of the old one; None when nothing stands for it."""
        found = self.counterparts.get(old)
        return found.new if found else None

    @property
    def removed(self) -> tuple[str, ...]:
        """Elements of the old version for which nothing stands in the new one."""
        return tuple(each for each in self.old.activities if each not in self.counterparts)

    @property
    def added(self) -> tuple[str, ...]:
        """Elements of the new version that stand for nothing of the old one."""
        known = {each.new for each in self.counterparts.values()}
        return tuple(each for each in self.new.activities if each not in known)

    @property
    def renamed(self) -> tuple[Counterpart, ...]:
        """Where the id differs."""
        return tuple(each for each in self.counterparts.values() if each.old != each.new)


class MigrationRefused(Conflict):
    """The case cannot be moved; `findings` says why, and what else moving it would mean."""

    def __init__(self, findings: tuple[MigrationFinding, ...]) -> None:
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        more_vi = f" (và {len(errors) - 1} lý do khác)" if len(errors) > 1 else ""
        more_en = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        super().__init__(
            vi=f"Chưa chuyển phiên bản được: {errors[0].message_vi}{more_vi}",
            en=f"The case cannot be moved to that version: {errors[0].message_en}{more_en}",
        )
        self.findings = findings


class MappingInvalid(Invalid):
    """A mapping that somebody gave names what is not there, or one thing twice."""

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(vi=f"Bảng ghép bước chưa đúng: {vi}.", en=f"The mapping of steps is wrong: {en}.")


NO_MAPPING: Mapping[str, str] = MappingProxyType({})


def plan(
    old: ProcessDefinition, new: ProcessDefinition, given: Mapping[str, str] = NO_MAPPING
) -> MigrationPlan:
    """Find for each element of the old version what stands for it in the new one.

    What the person gave comes first, then the same id with the same kind, then a name (for what has none,
    a place in the flow) that only one element of that kind has on either side. Raises MappingInvalid.
    """
    found = _given(old, new, given)
    matching = _Matching(old, new, found)
    matching.by_id()
    # Each match can make another one unambiguous: an element is looked for where its parent is.
    while matching.by_name() or matching.by_place():
        pass
    return MigrationPlan(
        old=old, new=new, counterparts=found, flows=_flows(old, new, {key: c.new for key, c in found.items()})
    )


def same_kind(old: ActivityDefinition, new: ActivityDefinition) -> bool:
    """Whether one may stand for the other; what people do is of one kind."""
    return old.kind is new.kind or (old.kind.done_by_people and new.kind.done_by_people)


def _given(
    old: ProcessDefinition, new: ProcessDefinition, given: Mapping[str, str]
) -> dict[str, Counterpart]:
    for source, target in given.items():
        if source not in old.activities:
            raise MappingInvalid(
                vi=f"phiên bản đang chạy không có bước “{source}”",
                en=f"the running version has no element “{source}”",
            )
        if target not in new.activities:
            raise MappingInvalid(
                vi=f"phiên bản mới không có bước “{target}”", en=f"the new version has no element “{target}”"
            )
    twice = {target for target in given.values() if list(given.values()).count(target) > 1}
    if twice:
        shown = min(twice)
        raise MappingInvalid(
            vi=f"hai bước cùng ghép vào “{shown}”", en=f"two elements are mapped to “{shown}”"
        )
    return {key: Counterpart(old=key, new=target, how=How.GIVEN) for key, target in given.items()}


class _Matching:
    """Finds counterparts until no more can be told apart."""

    def __init__(self, old: ProcessDefinition, new: ProcessDefinition, found: dict[str, Counterpart]) -> None:
        self._old = old
        self._new = new
        self._found = found
        self._taken = {each.new for each in found.values()}

    def by_id(self) -> None:
        for element, activity in self._old.activities.items():
            other = self._new.activities.get(element)
            if other is not None and element not in self._found and same_kind(activity, other):
                self._match(element, element, How.SAME_ID)

    def by_name(self) -> bool:
        """Same kind, name and parent, and on a border the same host; whether anything was found."""
        return self._by(
            lambda one: self._named(one, self._known),
            lambda one: self._named(one, lambda element: element),
            How.SAME_NAME,
        )

    def by_place(self) -> bool:
        """Same kind and name, or no name as many gateways, between the same neighbours.

        A step of another name in the same place may ask something else of people; a person has to say so.
        """
        return self._by(
            lambda one: self._placed(self._old, one, self._known),
            lambda one: self._placed(self._new, one, lambda each: each if each in self._taken else None),
            How.SAME_PLACE,
        )

    def _known(self, element: str) -> str | None:
        return self._found[element].new if element in self._found else None

    def _by(
        self,
        old_mark: Callable[[ActivityDefinition], Hashable | None],
        new_mark: Callable[[ActivityDefinition], Hashable | None],
        how: How,
    ) -> bool:
        # An id that both versions have under different kinds is a change of kind, never a new name.
        here = _once(
            (old_mark(one), key)
            for key, one in self._old.activities.items()
            if key not in self._found and key not in self._new.activities
        )
        there = _once(
            (new_mark(one), key)
            for key, one in self._new.activities.items()
            if key not in self._taken and key not in self._old.activities
        )
        both = here.keys() & there.keys()
        for mark in both:
            self._match(here[mark], there[mark], how)
        return bool(both)

    def _match(self, old: str, new: str, how: How) -> None:
        if new not in self._taken:
            self._found[old] = Counterpart(old=old, new=new, how=how)
            self._taken.add(new)

    @staticmethod
    def _named(one: ActivityDefinition, known: Callable[[str], str | None]) -> Hashable | None:
        around = tuple(
            None if each is None else known(each) or "" for each in (one.parent_id, one.attached_to)
        )
        if "" in around or not one.name.strip():
            return None
        return (_kind(one), fold(one.name), *around)

    @staticmethod
    def _placed(
        definition: ProcessDefinition, one: ActivityDefinition, known: Callable[[str], str | None]
    ) -> Hashable | None:
        before = {source for source, target in definition.flows.values() if target == one.element_id}
        after = {target for source, target in definition.flows.values() if source == one.element_id}
        named = [frozenset(known(each) or "" for each in group) for group in (before, after)]
        if any("" in group for group in named) or not any(named) or one.attached_to is not None:
            return None
        return (_kind(one), fold(one.name), *named)


def _kind(one: ActivityDefinition) -> ActivityKind:
    return ActivityKind.TASK if one.kind.done_by_people else one.kind


def _once(marked: Iterable[tuple[Hashable | None, str]]) -> dict[Hashable, str]:
    """What has a mark of its own."""
    groups: dict[Hashable, list[str]] = {}
    for mark, key in marked:
        if mark is not None:
            groups.setdefault(mark, []).append(key)
    return {mark: keys[0] for mark, keys in groups.items() if len(keys) == 1}


def _flows(old: ProcessDefinition, new: ProcessDefinition, element: Mapping[str, str]) -> Mapping[str, str]:
    """A flow stands for one with the same ends: that of the same id, else the only one."""
    between: dict[tuple[str, str], list[str]] = {}
    for flow, ends in new.flows.items():
        between.setdefault(ends, []).append(flow)
    flows: dict[str, str] = {}
    for flow, (source, target) in old.flows.items():
        same: Collection[str] = between.get((element.get(source, ""), element.get(target, "")), ())
        if flow in same:
            flows[flow] = flow
        elif len(same) == 1:
            flows[flow] = next(iter(same))
    return flows
