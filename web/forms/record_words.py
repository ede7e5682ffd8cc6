"""Records that forms leave in a case, in words: a receipt that was signed for, a document referred to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from flask_babel import gettext as _

from engine.domain.forms import Receiver
from engine.domain.identifiers import parse_id
from engine.domain.values import Value
from web import wording
from web.names import person_name

_RECEIPT: Final = frozenset({"receiver", "name", "at", "account"})
_REFERENCE: Final = frozenset({"register", "id", "label", "version"})
Record = Mapping[str, Value]


def record_lines(record: Record) -> tuple[str, ...]:
    """A receipt or a reference in words; nothing where the record is neither."""
    if record.keys() >= _RECEIPT:
        return receipt_lines(record)
    return reference_lines(record) if record.keys() >= _REFERENCE else ()


def receipt_lines(record: Record) -> tuple[str, ...]:
    """Who received, by what paper, when, and under whose account it was confirmed."""
    name, paper, at = record.get("name"), record.get("paper"), record.get("at")
    who = str(_("%(name)s (giấy tờ số %(paper)s)", name=name, paper=paper)) if paper else str(name)
    lines = [who]
    if isinstance(at, datetime):
        lines.append(str(_("Ký nhận lúc %(at)s", at=wording.moment(at))))
    account = parse_id(str(record.get("account") or ""))
    if account is not None:
        lines.append(_confirmed(record, account))
    return tuple(lines)


def _confirmed(record: Record, account: UUID) -> str:
    if record.get("receiver") == Receiver.OFFICER:
        return str(_("Xác nhận bằng tài khoản của người nhận"))
    return str(_("Cán bộ xác nhận: %(name)s", name=person_name(account)))


def reference_lines(record: Record) -> tuple[str, ...]:
    """The document as its register had it when it was picked."""
    label, version = str(record.get("label") or ""), str(record.get("version") or "")
    return (f"{label} ({version})",) if version else (label,)
