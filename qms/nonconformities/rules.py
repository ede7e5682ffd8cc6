"""Where a nonconformity stands, where it comes from, how grave it is, and when it is a repetition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from engine.domain.errors import Conflict, NotFound
from engine.domain.text import fold


class NonconformityState(StrEnum):
    """Where a nonconformity stands (ISO 9001:2015, 10.2); as the form of the corrective action says it."""

    PROPOSED = "de_xuat"
    ANALYSIS = "phan_tich"
    AWAITING_APPROVAL = "cho_phe_duyet"
    IN_PROGRESS = "dang_thuc_hien"
    BEING_VERIFIED = "dang_xac_minh"
    CLOSED = "da_dong"
    CARRIED_OVER = "chuyen_tiep"
    """Its actions did not help: a new slip follows."""


ENDED: Final = frozenset({NonconformityState.CLOSED, NonconformityState.CARRIED_OVER})
APPROVED: Final = frozenset(
    {
        *(NonconformityState.IN_PROGRESS, NonconformityState.BEING_VERIFIED),
        *(NonconformityState.CLOSED, NonconformityState.CARRIED_OVER),
    }
)
"""Its actions have been approved."""
STEPS: Final = (
    NonconformityState.PROPOSED,
    NonconformityState.ANALYSIS,
    NonconformityState.AWAITING_APPROVAL,
    NonconformityState.IN_PROGRESS,
    NonconformityState.BEING_VERIFIED,
    NonconformityState.CLOSED,
)
"""The way of a slip that goes well."""


class Source(StrEnum):
    """Where a nonconformity comes from; two of them set a clock of their own."""

    AUDIT = "danh_gia_noi_bo"
    INSPECTION = "kiem_tra_so"
    OBJECTIVE = "mtcl_khong_dat"
    LATE_CASE = "ho_so_qua_han"
    COMPLAINT = "phan_anh_kien_nghi"
    LATE_LEGAL_UPDATE = "qua_han_vbqppl"
    OWN_FINDING = "tu_phat_hien"


class Severity(StrEnum):
    """How grave it is."""

    MINOR = "nhe"
    MAJOR = "nang"


SOURCE_NAMES: Final[Mapping[Source, str]] = {
    Source.AUDIT: "đánh giá nội bộ",
    Source.INSPECTION: "kiểm tra của Sở KH&CN",
    Source.OBJECTIVE: "mục tiêu chất lượng không đạt",
    Source.LATE_CASE: "hồ sơ quá hạn, sai sót",
    Source.COMPLAINT: "phản ánh, kiến nghị",
    Source.LATE_LEGAL_UPDATE: "quá hạn cập nhật VBQPPL",
    Source.OWN_FINDING: "tự phát hiện",
}
"""As the register holds it."""
_MARKS: Final = (
    (Source.LATE_LEGAL_UPDATE, ("vbqppl",)),
    (Source.AUDIT, ("danh gia noi bo", "danh_gia")),
    (Source.INSPECTION, ("kiem tra", "kiem_tra")),
    (Source.OBJECTIVE, ("muc tieu", "mtcl")),
    (Source.COMPLAINT, ("phan anh", "phan_anh", "kien nghi")),
    (Source.LATE_CASE, ("qua han", "qua_han", "sai sot", "ho so")),
)
CLOCKS: Final[Mapping[Source, str]] = {Source.AUDIT: "DL-REAUDIT-30D", Source.INSPECTION: "DL-INSP-2M"}
"""Source -> the policy that counts from the day of the audit, or from the day the minutes were signed."""
CAUSE_NAMES: Final[Mapping[str, str]] = {
    "tai_lieu": "Quy trình, tài liệu thiếu hoặc lạc hậu",
    "phan_cong": "Phân công, phối hợp chưa rõ",
    "nang_luc": "Năng lực, đào tạo",
    "nguon_luc": "Nguồn lực, thiết bị, phần mềm",
    "giam_sat": "Kiểm tra, giám sát",
    "ben_ngoai": "Thông tin từ bên ngoài",
    "khac": "Khác",
}
RECURRENCE_DAYS: Final = 90
"""After the verification it is looked whether it happened again (DOMAIN 7.9)."""


def source_of(text: str) -> Source:
    """The source that a code or the words of a register mean; what is not known was found by ourselves."""
    asked = fold(text)
    if asked in set(Source):
        return Source(asked)
    for source, marks in _MARKS:
        if any(mark in asked for mark in marks):
            return source
    return Source.OWN_FINDING


def year_before(day: date) -> date:
    """The day from which a slip of the same cause is a repetition: twelve months before `day`."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29/02
        return day.replace(year=day.year - 1, day=28)


def raised(severity: Severity) -> Severity:
    """One step graver; what is grave stays so."""
    return Severity.MAJOR if severity is Severity.MINOR else severity


class SlipNotFound(NotFound):
    """No such slip in the agency."""

    def __init__(self, named: object = "") -> None:
        super().__init__(
            vi=f"Không tìm thấy phiếu không phù hợp {named}.".replace(" .", "."),
            en=f"No nonconformity slip {named} was found.".replace(" was", " was"),
        )


class SlipAlreadyTreated(Conflict):
    """A case treats the slip already."""

    def __init__(self, code: str, case: str) -> None:
        super().__init__(
            vi=f"Phiếu {code} đang được xử lý trong hồ sơ {case}.",
            en=f"Slip {code} is already being treated in case {case}.",
        )


class SlipEnded(Conflict):
    """The slip is closed or carried over."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Phiếu {code} đã kết thúc, không xử lý tiếp được.",
            en=f"Slip {code} has ended and cannot be treated any more.",
        )


class VerificationMissing(Conflict):
    """A slip is closed only once somebody else has verified that its actions helped."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Phiếu {code} chưa được người khác xác minh đạt nên không đóng được.",
            en=f"Slip {code} has not been verified as effective by another person and cannot be closed.",
        )


class VerifierNotIndependent(Conflict):
    """Who verifies may not have proposed, corrected, analysed, approved or carried out."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=(
                f"Người xác minh phiếu {code} đã đề xuất, phân tích, phê duyệt hoặc thực hiện; "
                "phải do người khác xác minh."
            ),
            en=(
                f"Who verified slip {code} proposed, analysed, approved or carried out part of it; "
                "another person has to verify."
            ),
        )


class VerifierOfTheUnit(Conflict):
    """Who verifies may not belong to the unit that has to correct."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=(
                f"Người xác minh phiếu {code} thuộc hoặc giữ chức vụ tại đơn vị có điểm không phù hợp; "
                "phải do người của đơn vị khác xác minh."
            ),
            en=(
                f"Who verified slip {code} belongs to the unit concerned or holds a role there; "
                "somebody of another unit has to verify."
            ),
        )
