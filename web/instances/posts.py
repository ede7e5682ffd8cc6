"""Messages and signals in the history of a case, in words."""

from __future__ import annotations

from flask_babel import gettext as _

from engine.queries.instance import TimelineEvent
from web.names import person_name


def post_in_words(event: TimelineEvent) -> str | None:
    """What was sent or received, or None when the event is of another kind."""
    name = _named(event)
    match event.kind:
        case "message.sent":
            return str(_("Hồ sơ gửi thông điệp %(name)s", name=name))
        case "message.received":
            return str(_("Nhận thông điệp %(name)s %(sender)s", name=name, sender=_sender(event)))
        case "message.expired":
            return str(_("Hết thời gian giữ mà không nơi nào nhận thông điệp %(name)s", name=name))
        case "signal.thrown":
            receivers = event.data.get("receivers", 0)
            return str(
                _("Hồ sơ phát tín hiệu %(name)s, số nơi nhận khác: %(many)s", name=name, many=receivers)
            )
        case "signal.received":
            return str(_("Nhận tín hiệu %(name)s %(sender)s", name=name, sender=_sender(event)))
        case _:
            return None


def _named(event: TimelineEvent) -> str:
    name, key = event.data.get("name", ""), event.data.get("key")
    if key:
        return str(_("“%(name)s” (khóa “%(key)s”)", name=name, key=key))
    return f"“{name}”"


def _sender(event: TimelineEvent) -> str:
    if event.data.get("sender"):
        return str(_("từ một hồ sơ"))
    if event.actor is not None:
        return str(_("do %(who)s gửi", who=person_name(event.actor)))
    return str(_("do người quản trị máy chủ gửi"))
