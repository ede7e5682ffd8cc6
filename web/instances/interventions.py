"""What the history tells of interventions and of the end of incidents, in sentences."""

from __future__ import annotations

from typing import Final

from flask_babel import gettext as _

from engine.domain.values import Value, load_values
from engine.domain.variable_types import write_value
from engine.queries.instance import TimelineEvent
from web.names import person_name

MOST_SHOWN: Final = 160
"""How many characters of a value a line of the history shows."""


def intervention_in_words(event: TimelineEvent) -> str | None:
    """The sentence of an intervention; None for an event of another kind. Its reason is told beside it."""
    who, code = (
        person_name(event.actor, event.at),
        str(event.data.get("into_code") or event.data.get("from_code") or ""),
    )
    match event.kind:
        case "instance.suspended":
            text = _("%(who)s tạm dừng hồ sơ", who=who)
        case "instance.resumed":
            text = _("%(who)s cho hồ sơ tiếp tục", who=who)
        case "instance.cancelled":
            text = _("%(who)s hủy hồ sơ", who=who)
        case "instance.restarted":
            text = _("%(who)s khởi động lại thành hồ sơ %(code)s", who=who, code=code)
        case "instance.restarted_from":
            text = _("Hồ sơ này thay cho hồ sơ %(code)s", code=code)
        case "instance.migrated" | "instance.migration_reverted":
            text = _migrated(event, who)
        case "instance.agency_succeeded" | "instance.confidentiality":
            text = _owned_or_closed(event, who)
        case "variables.changed":
            text = _("%(who)s sửa dữ liệu: %(changes)s", who=who, changes=_changes(event))
        case "token.moved":
            text = _moved(event, who)
        case _:
            text = _of_incident(event, who)
    return None if text is None else str(text)


def _owned_or_closed(event: TimelineEvent, who: str) -> str:
    if event.kind == "instance.agency_succeeded":
        return _succeeded(event, who)
    if event.data.get("new") is True:
        return str(_("%(who)s đặt chế độ mật cho hồ sơ", who=who))
    return str(_("%(who)s bỏ chế độ mật của hồ sơ", who=who))


def _succeeded(event: TimelineEvent, who: str) -> str:
    return str(
        _(
            "%(who)s ghi nhận hồ sơ chuyển từ %(old)s sang %(new)s theo %(decision)s",
            who=who,
            old=event.data.get("from_name", ""),
            new=event.data.get("to_name", ""),
            decision=event.data.get("decision", ""),
        )
    )


def _of_incident(event: TimelineEvent, who: str) -> str | None:
    step = _step(event, event.element)
    match event.kind:
        case "incident.retried":
            return str(_("%(who)s cho thử lại bước “%(step)s”", who=who, step=step))
        case "incident.answered":
            return str(_("%(who)s trả lời thay bước “%(step)s”", who=who, step=step))
        case "incident.skipped":
            return str(_("%(who)s bỏ qua bước “%(step)s”", who=who, step=step))
        case "incident.closed":
            return str(_("%(who)s đóng sự cố", who=who))
        case "incident.resolved":
            return str(_("Sự cố ở bước “%(step)s” đã được xử lý xong", step=step))
        case _:
            return None


def _moved(event: TimelineEvent, who: str) -> str:
    source, target = _step(event, event.element), event.data.get("to")
    if not target:
        return str(_("%(who)s hủy bước “%(step)s”", who=who, step=source))
    there = _step(event, str(target))
    if event.data.get("after"):
        return str(_("%(who)s chuyển từ “%(step)s” đến sau “%(there)s”", who=who, step=source, there=there))
    return str(_("%(who)s chuyển từ “%(step)s” đến “%(there)s”", who=who, step=source, there=there))


def _migrated(event: TimelineEvent, who: str) -> str:
    old, new = event.data.get("from_version"), event.data.get("to_version")
    if event.kind == "instance.migrated":
        return str(
            _("%(who)s chuyển hồ sơ từ phiên bản %(old)s sang phiên bản %(new)s", who=who, old=old, new=new)
        )
    return str(
        _("%(who)s hoàn tác, đưa hồ sơ từ phiên bản %(old)s về phiên bản %(new)s", who=who, old=old, new=new)
    )


def _changes(event: TimelineEvent) -> str:
    old = load_values(str(event.data.get("old", "{}")).encode())
    new = load_values(str(event.data.get("new", "{}")).encode())
    return "; ".join(f"{name}: {_short(old.get(name))} → {_short(new[name])}" for name in new)


def _short(value: Value) -> str:
    """The value, or its beginning: the whole stands in the history."""
    text = write_value(value)
    return f"{text[:MOST_SHOWN]}…" if len(text) > MOST_SHOWN else text or "–"


def _step(event: TimelineEvent, element: str | None) -> str:
    """What the step was called in the version of that time."""
    activity = event.definition.activities.get(element or "")
    return (activity.name if activity else "") or element or ""
