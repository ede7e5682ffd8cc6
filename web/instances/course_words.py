"""In words: what was changed of an audit under way, and a deadline that a case was given or has met."""

from __future__ import annotations

from datetime import date

from flask_babel import gettext as _

from engine.queries.instance import TimelineEvent
from web import wording


def course_in_words(event: TimelineEvent) -> str:
    """The sentence; empty for what is none of these."""
    match event.kind:
        case "audit.changed":
            return _audit(event)
        case "term.begun":
            return str(_("Cả hồ sơ có hạn chậm nhất ngày %(day)s", day=_day(event.data.get("legal_due"))))
        case "term.met":
            return str(
                _("Đã làm xong việc có hạn ngày %(day)s, thôi nhắc", day=_day(event.data.get("legal_due")))
            )
        case _:
            return ""


def _audit(event: TimelineEvent) -> str:
    audit, old, new = (event.data.get(key) for key in ("audit", "old", "new"))
    match event.data.get("change"):
        case "doi_nguoi":
            return str(_("Cuộc %(audit)s: %(new)s thay %(old)s", audit=audit, old=old, new=new))
        case "doi_ngay":
            return str(
                _("Cuộc %(audit)s: dời từ %(old)s sang %(new)s", audit=audit, old=_day(old), new=_day(new))
            )
        case _:
            return str(_("Cuộc %(audit)s: không thực hiện", audit=audit))


def _day(text: object) -> str:
    return wording.day(date.fromisoformat(text)) if isinstance(text, str) else ""
