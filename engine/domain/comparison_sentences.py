"""Says the changes between two models in sentences, Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from engine.domain.comparison import ID, LANE, NAME, WITHIN, Change, ChangeKind, Comparison
from engine.domain.comparison_words import NOTHING, SUBJECTS, Pair, change_words, label_of
from engine.domain.model_outline import Part, Subject

_HASHED: Final = "content"
_INSIDE: Final = frozenset({Subject.FIELD, Subject.RULE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change with its sentences."""

    change: Change
    vi: str
    en: str


def tell(comparison: Comparison) -> tuple[Told, ...]:
    """Each change in a sentence, in their order."""
    teller = _Teller(comparison.old.by_id(), comparison.new.by_id())
    return tuple(teller.tell(change) for change in comparison.changes)


class _Teller:
    """Knows both models by their parts."""

    def __init__(self, old: Mapping[str, Part], new: Mapping[str, Part]) -> None:
        self._old = old
        self._new = new

    def tell(self, change: Change) -> Told:
        vi, en = self._sentence(change)
        return Told(change=change, vi=f"{vi[:1].upper()}{vi[1:]}.", en=f"{en[:1].upper()}{en[1:]}.")

    def _sentence(self, change: Change) -> Pair:
        match change.kind:
            case ChangeKind.ADDED:
                part = self._new[change.new_id or ""]
                vi, en = self._called(part, self._new)
                place_vi, place_en = self._place(part)
                return f"Thêm {vi}{place_vi}", f"Added: {en}{place_en}"
            case ChangeKind.REMOVED:
                vi, en = self._called(self._old[change.old_id or ""], self._old)
                return f"Bỏ {vi}", f"Removed: {en}"
            case ChangeKind.MOVED:
                return self._moved(change)
            case ChangeKind.CHANGED:
                return self._changed(change)

    def _moved(self, change: Change) -> Pair:
        vi, en = self._called(self._new[change.new_id or ""], self._new)
        old = self._named(change.old, self._old)
        new = self._named(change.new, self._new)
        if change.path == LANE:
            return (
                f"Chuyển {vi} từ làn {old[0]} sang làn {new[0]}",
                f"Moved {en} from lane {old[1]} to lane {new[1]}",
            )
        if change.path == WITHIN:
            return f"Chuyển {vi} từ {old[0]} vào {new[0]}", f"Moved {en} from {old[1]} into {new[1]}"
        if change.subject is Subject.STEP:
            return (
                f"Đổi thứ tự {vi}: sau {old[0]} → sau {new[0]}",
                f"Moved {en}: after {old[1]} → after {new[1]}",
            )
        return f"Đổi thứ tự {vi}: thứ {change.old} → {change.new}", (
            f"Moved {en}: number {change.old} → {change.new}"
        )

    def _changed(self, change: Change) -> Pair:
        vi, en = self._called(self._new[change.new_id or ""], self._new)
        if change.path == _HASHED:
            return f"Sửa nội dung {vi}", f"Changed the content of {en}"
        label_vi, label_en = label_of(change.path)
        if change.path == NAME and change.old and change.new:
            before_vi, before_en = self._called(self._old[change.old_id or ""], self._old)
            return f"Đổi tên {before_vi} → {change.new}", f"Renamed {before_en} → {change.new}"
        if change.path == ID:
            return f"{label_vi} {vi}: {change.old} → {change.new}", (
                f"{label_en} of {en}: {change.old} → {change.new}"
            )
        if self._refers(change):
            old, new = self._named(change.old, self._old), self._named(change.new, self._new)
            words = (f"{old[0]} → {new[0]}", f"{old[1]} → {new[1]}")
        else:
            words = change_words(change.path, change.old, change.new)
        return f"{label_vi} {vi}: {words[0]}", f"{label_en} of {en}: {words[1]}"

    def _refers(self, change: Change) -> bool:
        before, after = self._old[change.old_id or ""], self._new[change.new_id or ""]
        return change.path in before.references | after.references

    def _named(self, ids: str | None, parts: Mapping[str, Part]) -> Pair:
        """What ids stand for, by their names."""
        if not ids:
            return ("đầu quy trình", "the beginning") if ids == "" else NOTHING
        called = [
            (parts[each].name or each, parts[each].name or each) if each in parts else (each, each)
            for each in ids.split()
        ]
        return ", ".join(vi for vi, _en in called), ", ".join(en for _vi, en in called)

    def _place(self, part: Part) -> Pair:
        lane = part.facts.get("lane", "")
        if part.subject is not Subject.STEP or lane not in self._new:
            return "", ""
        name = self._new[lane].name or lane
        return f" (làn {name})", f" (lane {name})"

    def _called(self, part: Part, parts: Mapping[str, Part]) -> Pair:
        """A part as one speaks of it: “bước Thẩm định”, “nhánh từ Duyệt? đến Ký”."""
        vi, en = SUBJECTS[part.subject]
        if part.subject is Subject.FLOW:
            source = self._named(part.facts.get("sourceRef") or None, parts)
            target = self._named(part.facts.get("targetRef") or None, parts)
            name = f" “{part.name}”" if part.name else ""
            return (
                f"{vi}{name} từ {source[0]} đến {target[0]}",
                f"{en}{name} from {source[1]} to {target[1]}",
            )
        name = part.name or part.id
        if part.subject in _INSIDE and part.within in parts:
            around_vi, around_en = self._called(parts[part.within], parts)
            return f"{vi} “{name}” của {around_vi}", f"{en} “{name}” of the {around_en}"
        return f"{vi} {name}", f"{en} {name}"


def grouped(told: tuple[Told, ...]) -> tuple[tuple[Pair, tuple[Told, ...]], ...]:
    """The sentences under headings, in the order in which a procedure is read."""
    groups: list[tuple[Pair, tuple[Told, ...]]] = []
    for heading, subjects in _GROUPS:
        inside = tuple(each for each in told if each.change.subject in subjects)
        if inside:
            groups.append((heading, inside))
    return tuple(groups)


_GROUPS: Final[tuple[tuple[Pair, frozenset[Subject]], ...]] = (
    (("Quy trình và vai trò", "Process and roles"), frozenset({Subject.PROCESS, Subject.LANE})),
    (("Các bước", "Steps"), frozenset({Subject.STEP})),
    (
        ("Nhánh, điều kiện và sự kiện", "Branches, conditions and events"),
        frozenset({Subject.FLOW, Subject.GATEWAY, Subject.EVENT}),
    ),
    (("Biểu mẫu", "Forms"), frozenset({Subject.FORM, Subject.FIELD})),
    (("Bảng quyết định", "Decision tables"), frozenset({Subject.DECISION, Subject.RULE})),
    (
        ("Quy trình được gọi, kịch bản và ghi chú", "Called processes, scenarios and notes"),
        frozenset({Subject.CALLED, Subject.SCENARIO, Subject.NOTE, Subject.FILE}),
    ),
)


def change_report(told: Told) -> dict[str, object]:
    """A change as JSON can write it."""
    change = told.change
    return {
        "kind": change.kind.value,
        "subject": change.subject.value,
        "path": change.path,
        "old_id": change.old_id,
        "new_id": change.new_id,
        "old": change.old,
        "new": change.new,
        "message_vi": told.vi,
        "message_en": told.en,
    }
