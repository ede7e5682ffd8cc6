"""What follows when a case of P05 is cancelled: who asked for the change learns that none comes."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, cast

from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.domain.values import Value, dump_values
from engine.execution.cancelled_cases import CancelledCase
from engine.execution.messages import Sender, add_messages, message_row

MESSAGE: Final = "P05_xong"
CANCELLED: Final = "da_huy"
KEPT: Final = timedelta(days=90)
"""As long as the model keeps what it says itself at its end."""


def tell_who_asked(session: object, cancelled: CancelledCase) -> None:
    """Send what ends the wait of P06, P08 or P07, with the result "da_huy"; nobody asked: nothing is sent."""
    key = str(cancelled.variables.get("ma_yeu_cau") or "")
    if key in {"", str(cancelled.instance)}:
        return
    told: dict[str, Value] = {
        "ma_yeu_cau": key,
        "ket_qua": CANCELLED,
        "tai_lieu": cancelled.variables.get("tai_lieu"),
        "tom_tat": f"Hồ sơ {cancelled.code} đã bị hủy, tài liệu chưa được sửa.",
        **dict.fromkeys(("phien_ban", "ngay_hieu_luc", "so_quyet_dinh", "ngay_quyet_dinh")),
    }
    sender = Sender(
        agency=cancelled.agency,
        instance=cancelled.instance,
        element=None,
        person=cancelled.actor.person,
        origin=cancelled.actor.origin,
    )
    row = message_row(
        sender,
        derived_id("cancelled", cancelled.instance),
        name=MESSAGE,
        key=key,
        payload=dump_values(told),
        now=cancelled.now,
        expires=cancelled.now + KEPT,
    )
    add_messages(cast("Session", session), [row])
