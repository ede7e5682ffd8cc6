"""What a controlled document and its versions may be, their words, and what is refused of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.text import fold


class DocumentKind(StrEnum):
    """The kinds of the list of internal documents (ISO 9001:2015, 7.5.1)."""

    POLICY = "chinh_sach"
    MANUAL = "so_tay"
    PROCEDURE = "quy_trinh"
    INSTRUCTION = "huong_dan"
    FORM = "bieu_mau"
    REGULATION = "quy_dinh"
    OTHER = "khac"


KIND_NAMES: Final = {
    DocumentKind.POLICY: ("Chính sách", "Policy"),
    DocumentKind.MANUAL: ("Sổ tay", "Manual"),
    DocumentKind.PROCEDURE: ("Quy trình", "Procedure"),
    DocumentKind.INSTRUCTION: ("Hướng dẫn", "Instruction"),
    DocumentKind.FORM: ("Biểu mẫu", "Form"),
    DocumentKind.REGULATION: ("Quy định", "Regulation"),
    DocumentKind.OTHER: ("Tài liệu khác", "Another document"),
}


class VersionState(StrEnum):
    """Where a version stands between its first draft and its last day."""

    DRAFT = "du_thao"
    IN_REVIEW = "dang_xem_xet"
    AWAITING_APPROVAL = "cho_phe_duyet"
    APPROVED = "da_phe_duyet"
    """Signed, and its day has not come."""
    IN_FORCE = "hieu_luc"
    SUPERSEDED = "het_hieu_luc"
    WITHDRAWN = "thu_hoi"
    NOT_APPROVED = "khong_duyet"


STATE_NAMES: Final = {
    VersionState.DRAFT: ("Dự thảo", "Draft"),
    VersionState.IN_REVIEW: ("Đang xem xét", "In review"),
    VersionState.AWAITING_APPROVAL: ("Chờ phê duyệt", "Awaiting approval"),
    VersionState.APPROVED: ("Đã phê duyệt, chưa hiệu lực", "Approved, not yet in force"),
    VersionState.IN_FORCE: ("Có hiệu lực", "In force"),
    VersionState.SUPERSEDED: ("Hết hiệu lực", "Superseded"),
    VersionState.WITHDRAWN: ("Đã thu hồi", "Withdrawn"),
    VersionState.NOT_APPROVED: ("Không ban hành", "Not issued"),
}

IN_THE_MAKING: Final = frozenset({VersionState.DRAFT, VersionState.IN_REVIEW, VersionState.AWAITING_APPROVAL})
APPROVED_STATES: Final = frozenset(
    {VersionState.APPROVED, VersionState.IN_FORCE, VersionState.SUPERSEDED, VersionState.WITHDRAWN}
)
"""Those that the head has signed; which of them may be used for what stands in `usable`."""
MOVES: Final = {
    VersionState.DRAFT: frozenset({VersionState.IN_REVIEW, VersionState.NOT_APPROVED}),
    VersionState.IN_REVIEW: frozenset(
        {VersionState.DRAFT, VersionState.AWAITING_APPROVAL, VersionState.NOT_APPROVED}
    ),
    VersionState.AWAITING_APPROVAL: frozenset({VersionState.DRAFT, VersionState.APPROVED}),
    VersionState.APPROVED: frozenset({VersionState.IN_FORCE}),
    VersionState.IN_FORCE: frozenset({VersionState.SUPERSEDED, VersionState.WITHDRAWN}),
    VersionState.SUPERSEDED: frozenset[VersionState](),
    VersionState.WITHDRAWN: frozenset[VersionState](),
    VersionState.NOT_APPROVED: frozenset[VersionState](),
}


class RequestKind(StrEnum):
    """What is asked for."""

    ISSUE = "ban_hanh"
    CHANGE = "sua_doi"
    WITHDRAW = "bai_bo"


REQUEST_NAMES: Final = {
    RequestKind.ISSUE: ("Ban hành tài liệu mới", "Issue a new document"),
    RequestKind.CHANGE: ("Sửa đổi tài liệu", "Change the document"),
    RequestKind.WITHDRAW: ("Bãi bỏ tài liệu", "Withdraw the document"),
}


class Reason(StrEnum):
    """Why a document is issued, changed or withdrawn."""

    LAW = "vbqppl"
    NONCONFORMITY = "kph"
    IMPROVEMENT = "cai_tien"
    ORGANISATION = "to_chuc"
    OTHER = "khac"


REASON_NAMES: Final = {
    Reason.LAW: ("Văn bản quy phạm pháp luật thay đổi", "The law changed"),
    Reason.NONCONFORMITY: ("Khắc phục sự không phù hợp", "A nonconformity"),
    Reason.IMPROVEMENT: ("Cải tiến", "Improvement"),
    Reason.ORGANISATION: ("Tổ chức bộ máy thay đổi", "The organisation changed"),
    Reason.OTHER: ("Lý do khác", "Another reason"),
}

REVIEW_MONTHS: Final = 12
"""How often a document is looked through, where its line says nothing else."""


def searchable(code: str, name: str, kind: str) -> str:
    """By what a document is found: marks, capitals and the signs between words do not matter."""
    named = KIND_NAMES[DocumentKind(kind)][0]
    return (
        " ".join(fold(f"{code} {name} {named}").replace("–", " ").replace("-", " ").split())
        + f" {fold(code)}"
    )


class ControlledDocumentNotFound(NotFound):
    """No such line in the agency's list."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy tài liệu này trong danh mục của cơ quan.",
            en="This document is not in the list of your agency.",
        )


class DocumentCodeTaken(Conflict):
    """Another document has the code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Mã hiệu {code} đã có trong danh mục tài liệu. Xin dùng mã khác.",
            en=f"The code {code} is in the list of documents already. Please use another one.",
        )
        self.code = code


class ChangeUnderWay(Conflict):
    """Another version of the document is in the making."""

    def __init__(self, code: str, case: str) -> None:
        super().__init__(
            vi=f"Tài liệu {code} đang được thay đổi trong hồ sơ {case}. Xin chờ hồ sơ đó xong.",
            en=f"Document {code} is being changed in case {case}. Please wait until that is done.",
        )
        self.code, self.case = code, case


class NothingInForce(Conflict):
    """What has no version in force can neither be withdrawn nor shown."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Tài liệu {code} không có phiên bản nào đang có hiệu lực.",
            en=f"No version of document {code} is in force.",
        )
        self.code = code


class VersionNotThere(Conflict):
    """The version is not in the state in which this is done."""

    def __init__(self, label: str, state: VersionState) -> None:
        vi, en = STATE_NAMES[state]
        super().__init__(
            vi=f"Lần ban hành {label} đang ở trạng thái “{vi}” nên không làm được bước này.",
            en=f"Version {label} is in the state “{en}”; this step is not possible.",
        )
        self.label, self.state = label, state


class VersionTaken(Conflict):
    """The document had a version of that label before."""

    def __init__(self, code: str, label: str) -> None:
        super().__init__(
            vi=f"Tài liệu {code} đã có lần ban hành {label}. Xin ghi số khác.",
            en=f"Document {code} has a version {label} already. Please write another one.",
        )
        self.code, self.label = code, label


class DecisionMissing(Invalid):
    """Nobody signed: the version stays where it is (19/2014/QĐ-TTg, Điều 4 khoản 2 điểm a)."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chưa có quyết định đã ký và cấp số của hồ sơ này nên phiên bản chưa được phê duyệt.",
            en="No signed and numbered decision of this case was found, so the version is not approved.",
        )


class NotYetEffective(Invalid):
    """The day from which it holds has not come."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chưa đến ngày có hiệu lực của phiên bản.", en="The version's first day has not come yet."
        )
