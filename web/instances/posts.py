"""Messages and signals in the history of a case, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from flask_babel import gettext as _

from engine.domain.identifiers import parse_id
from engine.queries.case_links import CaseLink, LinkKind, started_cases
from engine.queries.instance import InstanceView, TimelineEvent
from web.message_names import message_name
from web.names import person_name

_OUTWARD: Final = frozenset({LinkKind.SENT_TO, LinkKind.STARTED})
_INWARD: Final = frozenset({LinkKind.RECEIVED_FROM, LinkKind.STARTED_BY})


def links_of(event: TimelineEvent, links: Iterable[CaseLink]) -> tuple[CaseLink, ...]:
    """The cases on the other side of what the event tells."""
    match event.kind:
        case "message.sent" | "signal.thrown":
            sides = _OUTWARD
        case "message.received" | "signal.received":
            sides = _INWARD
        case "instance.restarted":
            return tuple(link for link in links if link.kind is LinkKind.RESTARTED_AS)
        case "instance.restarted_from":
            return tuple(link for link in links if link.kind is LinkKind.RESTARTED_FROM)
        case "escalation.told":
            began = started_cases(event)
            return tuple(
                link for link in links if link.kind is LinkKind.STARTED_BY_LADDER and link.instance in began
            )
        case "escalation.began":
            return tuple(link for link in links if link.kind is LinkKind.LATE)
        case _:
            return ()
    thrown = parse_id(str(event.data.get("message") or event.data.get("signal")))
    return tuple(link for link in links if link.kind in sides and link.thrown == thrown)


def post_in_words(view: InstanceView, event: TimelineEvent) -> str | None:
    """What was sent or received, or None when the event is of another kind."""
    name = _named(event)
    match event.kind:
        case "message.sent":
            return str(_("Hồ sơ gửi thông điệp %(name)s", name=name))
        case "message.received":
            return str(_("Nhận thông điệp %(name)s %(sender)s", name=name, sender=_sender(view, event)))
        case "message.expired":
            return str(_("Hết thời gian giữ mà không nơi nào nhận thông điệp %(name)s", name=name))
        case "letter.sent":
            subject = event.data.get("subject", "")
            return str(_("Thư đã chuyển đến cơ quan khác: %(subject)s", subject=subject))
        case "signal.thrown":
            receivers = event.data.get("receivers", 0)
            return str(
                _("Hồ sơ phát tín hiệu %(name)s, số nơi nhận khác: %(many)s", name=name, many=receivers)
            )
        case "signal.received":
            return str(_("Nhận tín hiệu %(name)s %(sender)s", name=name, sender=_sender(view, event)))
        case _:
            return _of_stopped(event, name)


def _of_stopped(event: TimelineEvent, name: str) -> str | None:
    """What became of a message that could not be delivered."""
    who = person_name(event.actor, event.at)
    match event.kind:
        case "message.parked":
            return str(_("Thông điệp %(name)s không gửi được và bị giữ lại; cần người quản trị", name=name))
        case "message.resent":
            return str(_("%(who)s gửi lại thông điệp %(name)s", who=who, name=name))
        case "message.dropped":
            return str(_("%(who)s hủy thông điệp %(name)s", who=who, name=name))
        case _:
            return None


def _named(event: TimelineEvent) -> str:
    name, key = message_name(str(event.data.get("name", ""))), event.data.get("key")
    if key:
        return str(_("“%(name)s” (khóa “%(key)s”)", name=name, key=key))
    return f"“{name}”"


def _sender(view: InstanceView, event: TimelineEvent) -> str:
    if event.data.get("sender") == str(view.id):
        return str(_("từ chính hồ sơ này"))
    if event.data.get("sender"):
        return str(_("từ một hồ sơ"))
    if event.actor is not None:
        return str(_("do %(who)s gửi", who=person_name(event.actor, event.at)))
    return str(_("do người quản trị máy chủ gửi"))
