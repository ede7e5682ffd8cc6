"""The words of feedback: channels, kinds, states, which score of a survey asks for an answer."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from engine.domain.local_time import OFFICE_ZONE

MODEL_KEY: Final = "QMS_P16_PHAN_ANH"
CASES: Final = "P16"
SERIES: Final = "PA"
NEW: Final = "PHAN_ANH_MOI"
"""The message by which a portal or another process tells of feedback."""
POOR_SCORE: Final = 2
"""Of a survey, 1 to 5: so low a score is answered like any other feedback (DOMAIN 7.17)."""
_HOUR: Final = re.compile(r"([01]?\d|2[0-3])[:hH.]([0-5]\d)")


class Channel(StrEnum):
    """How it came."""

    IN_PERSON = "truc_tiep"
    PORTAL = "cong"
    HOTLINE = "duong_day_nong"
    SURVEY = "khao_sat"
    LETTER = "van_ban"


class Kind(StrEnum):
    """What it is about."""

    UNSORTED = ""
    BEHAVIOUR = "hanh_vi"
    DELAY = "qua_han"
    RULES = "quy_dinh"
    OTHER = "khac"


class FeedbackState(StrEnum):
    """How far it is."""

    NEW = "moi"
    BEING_ANSWERED = "dang_tra_loi"
    AWAITING_APPROVAL = "cho_duyet"
    ANSWERED = "da_tra_loi"
    NOT_ACCEPTED = "khong_thu_ly"


ENDED: Final = (FeedbackState.ANSWERED, FeedbackState.NOT_ACCEPTED)
CHANNEL_NAMES: Final = {
    Channel.IN_PERSON: "trực tiếp",
    Channel.PORTAL: "cổng thông tin, dịch vụ công",
    Channel.HOTLINE: "đường dây nóng",
    Channel.SURVEY: "phiếu khảo sát",
    Channel.LETTER: "văn bản, thư",
}


def moment_of(day: date, hour: str) -> datetime | None:
    """The moment of a day of the office and an hour typed as 08:30; None for what is no hour."""
    found = _HOUR.fullmatch(hour.strip())
    if found is None:
        return None
    return datetime.combine(day, time(int(found[1]), int(found[2])), OFFICE_ZONE)
