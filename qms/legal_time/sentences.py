"""What a change of legal time is about, in a sentence of Vietnamese and of English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from engine.domain.calendar import DayKind
from qms.legal_time.edits import (
    ConfirmYear,
    Edit,
    EndPolicy,
    RemoveDay,
    RemoveHours,
    RemoveLadder,
    SetDay,
    SetHours,
    SetLadder,
    SetPolicy,
)

Sentence = tuple[str, str]

DAY_KINDS: Final[dict[DayKind, Sentence]] = {
    DayKind.HOLIDAY: ("nghỉ lễ, tết", "public holiday"),
    DayKind.OFF_SWAPPED: ("nghỉ hoán đổi", "day off in exchange"),
    DayKind.WORK_SWAPPED: ("làm bù", "worked in exchange"),
    DayKind.HALF_DAY: ("làm việc nửa ngày", "half a working day"),
    DayKind.ORDINARY: ("như ngày thường", "as its weekday"),
}
_NAMED: Final = 3


def reason_of(title: str, edits: Sequence[Edit]) -> Sentence:
    """Why dates are reckoned anew: the title, and what the edits do."""
    vi, en = told_edits(edits)
    return (f"{title}: {vi}.", f"{title}: {en}.") if title != vi else (f"{vi}.", f"{en}.")


def told_edits(edits: Sequence[Edit]) -> Sentence:
    """What edits do, the first few one by one."""
    told = [told_edit(edit) for edit in edits[:_NAMED]]
    vi, en = "; ".join(one[0] for one in told), "; ".join(one[1] for one in told)
    more = len(edits) - _NAMED
    if more > 0:
        vi, en = f"{vi}; và {more} thay đổi khác", f"{en}; and {more} more"
    return vi, en


def told_edit(edit: Edit) -> Sentence:  # noqa: PLR0911 - one answer an edit
    """What one edit does, in few words."""
    match edit:
        case SetDay():
            return _day(edit)
        case RemoveDay():
            return (f"bỏ dòng riêng của ngày {edit.day:%d/%m/%Y}", f"own line of {edit.day:%d/%m/%Y} removed")
        case ConfirmYear():
            return (
                f"xác nhận lịch năm {edit.year} ({edit.basis})",
                f"calendar of {edit.year} confirmed ({edit.basis})",
            )
        case SetHours():
            since = f"{edit.valid_from:%d/%m/%Y}"
            return (
                f"giờ làm việc từ ngày {since} ({edit.basis})",
                f"office hours from {since} ({edit.basis})",
            )
        case RemoveHours():
            since = f"{edit.valid_from:%d/%m/%Y}"
            return f"bỏ giờ làm việc riêng từ ngày {since}", f"own office hours from {since} removed"
        case SetPolicy():
            policy = edit.policy
            return (
                f"quy tắc thời hạn {policy.code} ({policy.legal_basis})",
                f"deadline policy {policy.code} ({policy.legal_basis})",
            )
        case EndPolicy():
            return _end(edit)
        case SetLadder():
            return (
                f"thang nhắc việc {edit.ladder.code} ({edit.basis})",
                f"escalation ladder {edit.ladder.code} ({edit.basis})",
            )
        case RemoveLadder():
            return f"bỏ thang nhắc việc riêng {edit.code}", f"own escalation ladder {edit.code} removed"


def _day(edit: SetDay) -> Sentence:
    kind_vi, kind_en = DAY_KINDS[edit.kind]
    waits_vi, waits_en = ("", "") if edit.confirmed else (", chờ xác nhận", ", not confirmed yet")
    return (
        f"ngày {edit.day:%d/%m/%Y} {kind_vi}{waits_vi} ({edit.basis})",
        f"{edit.day:%d/%m/%Y} {kind_en}{waits_en} ({edit.basis})",
    )


def _end(edit: EndPolicy) -> Sentence:
    if edit.last_day is None:
        return f"bỏ quy tắc thời hạn riêng {edit.code}", f"own deadline policy {edit.code} removed"
    return (
        f"quy tắc thời hạn {edit.code} hết hiệu lực sau ngày {edit.last_day:%d/%m/%Y}",
        f"deadline policy {edit.code} ends after {edit.last_day:%d/%m/%Y}",
    )
