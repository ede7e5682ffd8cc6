"""The form by which feedback is taken in at the register, and what it comes to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import Form, parse_form
from engine.domain.values import Value
from qms.feedback.rules import Channel, moment_of
from qms.feedback.taking_in import Said

_FILE = Path(__file__).parent / "forms" / "ghi-phan-anh.json"


@cache
def feedback_form() -> Form:
    """The form, read once."""
    return parse_form(json.loads(_FILE.read_text(encoding="utf-8")))


def said_from_form(values: Mapping[str, Value], today: date) -> Said:
    """What a valid form says; raises FieldsInvalid for what is no hour, or a day to come."""
    day = values["ngay_nhan"]
    if not isinstance(day, date):
        raise TypeError(day)
    if day > today:
        raise FieldsInvalid(fields={"ngay_nhan": [("Ngày này chưa đến.", "This day is still to come.")]})
    received = moment_of(day, str(values["gio_nhan"]))
    if received is None:
        raise FieldsInvalid(fields={"gio_nhan": [("Ghi giờ dạng 08:30.", "Write the hour as 08:30.")]})
    score = values.get("diem_pa")
    return Said(
        channel=Channel(str(values["kenh"])),
        received_at=received,
        content=str(values["noi_dung_pa"]),
        sender=str(values.get("nguoi_gui") or "").strip(),
        contact=str(values.get("lien_he") or "").strip(),
        dossier=str(values.get("ma_ho_so_pa") or "").strip(),
        score=None if score is None else int(str(score)),
        about_behaviour=bool(values.get("ve_hanh_vi")),
    )
