"""What the history of a case tells of dates that were reckoned anew, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from engine.domain.identifiers import parse_id
from engine.domain.local_time import clock_text, day_text
from engine.queries.instance import TaskLine, TimelineEvent
from web.translation import language_of_request


def redated_in_words(event: TimelineEvent) -> str:
    """What happened to the dates of the case."""
    if event.kind == "deadline.not_recomputed":
        return str(_("Không tính lại được thời hạn; hạn cũ được giữ nguyên"))
    if not event.data.get("dates"):
        return str(_("Các mốc chờ của hồ sơ đi theo lịch làm việc mới"))
    return str(_("Thời hạn được tính lại"))


def redated_reason(event: TimelineEvent) -> str:
    """Which change of legal time brought it."""
    english = event.data.get("reason_en") if language_of_request() == "en" else None
    return str(english or event.data.get("reason", ""))


def redated_lines(event: TimelineEvent, tasks: Mapping[UUID, TaskLine]) -> tuple[str, ...]:
    """A line for each deadline: whose it is, its old and its new dates."""
    dates = event.data.get("dates")
    return tuple(_line(one, tasks) for one in dates) if isinstance(dates, list) else ()


def _line(told: Mapping[str, Any], tasks: Mapping[UUID, TaskLine]) -> str:
    task = tasks.get(parse_id(str(told.get("task", ""))) or UUID(int=0))
    name = str(task.name if task else told.get("element") or _("Cả hồ sơ"))
    return f"{name}: {'; '.join(_parts(told))}"


def _parts(told: Mapping[str, Any]) -> Iterator[str]:
    english = language_of_request() == "en"
    if "why" in told:
        yield str((english and told.get("why_en")) or told["why"])
    if "legal_due" in told:
        old, new = (_day(one) for one in told["legal_due"])
        yield str(_("hạn pháp lý %(old)s → %(new)s", old=old, new=new))
    if "target_due" in told:
        old, new = (_day(one) for one in told["target_due"])
        yield str(_("hạn mục tiêu %(old)s → %(new)s", old=old, new=new))
    if "overdue_from" in told and "legal_due" not in told:
        old, new = (_moment(one) for one in told["overdue_from"])
        yield str(_("quá hạn từ %(old)s → %(new)s", old=old, new=new))
    if told.get("no_longer_late"):
        yield str(_("không còn bị tính quá hạn"))


def _day(text: str | None) -> str:
    return day_text(date.fromisoformat(text)) if text else "–"


def _moment(text: str | None) -> str:
    return clock_text(datetime.fromisoformat(text)) if text else "–"
