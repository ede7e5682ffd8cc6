"""What a year of the quality management system is: its model, its states, its messages."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from qms.years.entering import ItemState

MODEL_KEY: Final = "QMS_P00_NAM"
START: Final = "P00_bat_dau"
"""The message by which the calendar opens a year; carries `nam`, a text."""
WAIVER: Final = "Viec_nam_de_nghi_mien"
"""Somebody proposes that an item does not apply; its key is the id of the item."""
LOST: Final = "Viec_nam_dung"
"""The case of an item was cancelled; its key is the id of the item."""
FIRST_YEAR: Final = 2014
"""19/2014/QĐ-TTg took effect in it."""
OVER: Final = (ItemState.DONE, ItemState.WAIVED)


class YearState(StrEnum):
    """Whether a year is still under way."""

    RUNNING = "dang_chay"
    CLOSED = "da_dong"


class Standing(StrEnum):
    """How an obligation stands on a day."""

    AHEAD = "chua_den"
    DUE = "den_han"
    LATE = "qua_han"
    DONE = "xong"
    DONE_LATE = "xong_muon"
    WAIVED = "khong_ap_dung"
