"""The lines of registers that a task is about: the slip of P08, the audit of P07."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask import url_for
from flask_babel import gettext as _

from engine.domain.identifiers import parse_id
from engine.domain.values import Value
from engine.queries.task import TaskView

_AUDITS: Final = ("cuoc", "muc")
"""The variables in which the models of P07 hold the audit of a unit as a record."""


def register_links(view: TaskView) -> list[dict[str, str]]:
    """Label, code and address of each, from what the case knows; nothing of a task that is over."""
    found: list[dict[str, str]] = []
    slip = parse_id(str(view.case.get("ma_phieu") or ""))
    if slip is not None and view.case.get("so_phieu"):
        url = url_for("nonconformities.detail", slip=slip)
        found.append({"label": _("Phiếu"), "code": str(view.case["so_phieu"]), "url": url})
    for name in _AUDITS:
        record = _record(view.case.get(name))
        audit = parse_id(str(record.get("id") or ""))
        if audit is not None and record.get("ma"):
            url = url_for("audits.detail", audit=audit)
            found.append({"label": _("Cuộc đánh giá"), "code": str(record["ma"]), "url": url})
    return found


def _record(value: Value | None) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}
