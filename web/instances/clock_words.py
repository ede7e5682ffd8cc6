"""The clock ledger in words: what began each stretch, how long it is, and what the history tells of it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.clock_ledger import ClockEntryKind, LedgerEntry
from engine.domain.deadline_policy import DeadlineUnit
from engine.queries.instance import TaskLine, TimelineEvent
from web import wording
from web.names import person_name

_MINUTES_OF_AN_HOUR: Final = 60
_HOURS_OF_A_DAY: Final = 8
_HUNDREDTH: Final = Decimal("0.01")


def working_time(minutes: int) -> str:
    """Minutes of office time as hours and minutes, and as working days of eight hours."""
    hours, rest = divmod(abs(minutes), _MINUTES_OF_AN_HOUR)
    text = (
        _("%(hours)s giờ %(minutes)s phút", hours=hours, minutes=rest)
        if rest
        else _("%(hours)s giờ", hours=hours)
    )
    days = Decimal(abs(minutes)) / _MINUTES_OF_AN_HOUR / _HOURS_OF_A_DAY
    if days < 1:
        return str(text)
    shown = wording.number(days.quantize(_HUNDREDTH, ROUND_HALF_UP).normalize())
    return str(_("%(time)s (%(days)s ngày làm việc)", time=text, days=shown))


def entry_name(entry: LedgerEntry | None) -> str:
    """What began a stretch."""
    if entry is None:
        return str(_("Bắt đầu tính"))
    if entry.kind is ClockEntryKind.EXTENSION:
        return str(_("Gia hạn %(by)s", by=_extension(entry.amount, entry.unit, entry.until)))
    return kind_names()[entry.kind]


def kind_names() -> dict[ClockEntryKind, str]:
    """What can be done to a clock."""
    return {
        ClockEntryKind.PAUSE: _("Tạm dừng đồng hồ"),
        ClockEntryKind.RESUME: _("Cho đồng hồ chạy tiếp"),
        ClockEntryKind.RESET: _("Tính lại từ đầu"),
        ClockEntryKind.EXTENSION: _("Gia hạn"),
    }


def unit_names() -> dict[DeadlineUnit, str]:
    """In what an extension is given."""
    return {
        DeadlineUnit.WORKING_DAY: _("ngày làm việc"),
        DeadlineUnit.HOUR: _("giờ làm việc"),
        DeadlineUnit.CALENDAR_DAY: _("ngày"),
        DeadlineUnit.MONTH: _("tháng"),
    }


def clock_in_words(event: TimelineEvent, task: TaskLine | None) -> str:
    """The sentence of the history about an entry of the ledger."""
    about = (
        _("của việc “%(step)s”", step=task.name if task else event.element_name)
        if event.task
        else _("của hồ sơ")
    )
    who, data = person_name(event.actor, event.at), event.data
    at = wording.moment(datetime.fromisoformat(str(data["at"]))) if "at" in data else ""
    named = str(data.get("event", ""))
    match event.kind:
        case "clock.paused":
            text = _("%(who)s tạm dừng đồng hồ thời hạn %(about)s từ %(at)s", who=who, about=about, at=at)
        case "clock.resumed":
            text = _(
                "%(who)s cho đồng hồ thời hạn %(about)s chạy tiếp từ %(at)s", who=who, about=about, at=at
            )
        case "clock.reset":
            text = _("%(who)s tính lại từ đầu thời hạn %(about)s từ %(at)s", who=who, about=about, at=at)
        case "clock.extended":
            text = _(
                "%(who)s gia hạn %(by)s cho thời hạn %(about)s",
                who=who,
                about=about,
                by=_told_extension(data),
            )
        case _:
            return str(_("Ghi nhận sự kiện “%(event)s”; đồng hồ thời hạn không đổi", event=named))
    return str(_("%(text)s (sự kiện “%(event)s”)", text=text, event=named)) if named else str(text)


def clock_grounds(event: TimelineEvent) -> tuple[str, ...]:
    """Who allowed an entry and by which paper."""
    grounds = [str(event.data.get(name, "")) for name in ("authority", "basis")]
    shown = "; ".join(text for text in grounds if text)
    return (str(_("Căn cứ: %(grounds)s", grounds=shown)),) if shown else ()


def _told_extension(data: object) -> str:
    told = data if isinstance(data, dict) else {}
    until, unit = told.get("until"), told.get("unit")
    return _extension(
        told.get("amount"),
        DeadlineUnit(unit) if unit else None,
        date.fromisoformat(str(until)) if until else None,
    )


def _extension(amount: int | None, unit: DeadlineUnit | None, until: date | None) -> str:
    if until is not None:
        return str(_("đến hết ngày %(day)s", day=wording.day(until)))
    match unit:
        case DeadlineUnit.HOUR:
            text = ngettext("thêm %(num)d giờ làm việc", "thêm %(num)d giờ làm việc", amount or 0)
        case DeadlineUnit.CALENDAR_DAY:
            text = ngettext("thêm %(num)d ngày", "thêm %(num)d ngày", amount or 0)
        case DeadlineUnit.MONTH:
            text = ngettext("thêm %(num)d tháng", "thêm %(num)d tháng", amount or 0)
        case _:
            text = ngettext("thêm %(num)d ngày làm việc", "thêm %(num)d ngày làm việc", amount or 0)
    return str(text)
