"""Words, states and arithmetic of inspections by the Department (26/2014/TT-BKHCN, Articles 33 to 38)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from engine.domain.errors import NotFound
from qms.evidence.items import ITEM_NAMES, EvidenceItem

POLICY: Final = "DL-INSP-2M"
"""The corrective report: two months from the day on which the minutes were signed."""
ASKED: Final = "P12_yeu_cau"
ANSWERED: Final = "P12_tra_loi"
ANNOUNCED: Final = "P12_quyet_dinh"
CONCLUDED: Final = "P12_bien_ban"
REPORTED: Final = "P12_bao_cao_khac_phuc"
JUDGED: Final = "P12_y_kien"
"""The letters of an inspection; the key of all but the first is the inspection."""


class InspectionForm(StrEnum):
    """Where it is held; every agency is inspected by file, on site besides."""

    FILE = "ho_so"
    SITE = "tai_tru_so"


class InspectionState(StrEnum):
    """How far an inspection is."""

    PLANNED = "ke_hoach"
    ASKED = "cho_tra_loi"
    REVIEWED = "dang_xem"
    CORRECTED = "cho_khac_phuc"
    CLOSED = "da_dong"
    CANCELLED = "huy"


class Verdict(StrEnum):
    """What was found of an item."""

    NONE = ""
    CONFORMS = "dat"
    FAILS = "khong_dat"
    NOT_APPLICABLE = "khong_ap_dung"


class Result(StrEnum):
    """What the inspection came to."""

    NONE = ""
    CONFORMS = "dat"
    CORRECT = "can_khac_phuc"
    TO_SITE = "len_tru_so"


class Judgement(StrEnum):
    """What the Department says of the corrective report."""

    NONE = ""
    ACCEPTED = "chap_nhan"
    REFUSED = "chua_chap_nhan"


FORM_NAMES: Final = {
    InspectionForm.FILE: ("Qua hồ sơ", "By file"),
    InspectionForm.SITE: ("Tại trụ sở", "On site"),
}
STATE_NAMES: Final = {
    InspectionState.PLANNED: ("Trong kế hoạch", "Planned"),
    InspectionState.ASKED: ("Chờ cơ quan trả lời", "Awaiting the answer"),
    InspectionState.REVIEWED: ("Đang xem xét", "Under review"),
    InspectionState.CORRECTED: ("Chờ báo cáo khắc phục", "Awaiting the corrective report"),
    InspectionState.CLOSED: ("Đã đóng", "Closed"),
    InspectionState.CANCELLED: ("Đã hủy", "Cancelled"),
}
RESULT_NAMES: Final = {
    Result.NONE: ("Chưa kết luận", "Not concluded"),
    Result.CONFORMS: ("Đạt", "Conforms"),
    Result.CORRECT: ("Phải khắc phục", "Corrective action"),
    Result.TO_SITE: ("Đưa vào kiểm tra tại trụ sở", "To be inspected on site"),
}
VERDICT_NAMES: Final = {
    Verdict.NONE: ("Chưa xem", "Not looked at"),
    Verdict.CONFORMS: ("Đạt", "Conforms"),
    Verdict.FAILS: ("Không đạt", "Does not conform"),
    Verdict.NOT_APPLICABLE: ("Không áp dụng", "Does not apply"),
}
JUDGEMENT_NAMES: Final = {
    Judgement.NONE: ("Chưa có ý kiến", "Not judged"),
    Judgement.ACCEPTED: ("Chấp nhận", "Accepted"),
    Judgement.REFUSED: ("Chưa chấp nhận", "Not accepted"),
}
ITEM_LABELS: Final = {item: f"{item.value} – {ITEM_NAMES[item][0]}" for item in EvidenceItem}


class InspectionNotFound(NotFound):
    """No such inspection of the agency, on either side."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy lần kiểm tra này trong sổ.", en="There is no such inspection in the register."
        )


def fewest_on_site(agencies: int) -> int:
    """A third of the agencies, rounded up (Article 33)."""
    return -(-agencies // 3)
