"""The words of simplification: kinds, who decides, states, and the share of procedures (OB-11)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

MODEL_KEY: Final = "QMS_P14_DON_GIAN_HOA"
PROCESS: Final = "P14"
SERIES: Final = "DGH"
MEASURED_AFTER_MONTHS: Final = 6
_TENTH: Final = 10
T = TypeVar("T")


class Kind(StrEnum):
    """What is cut."""

    TIME = "thoi_gian"
    PARTS = "thanh_phan"
    STEPS = "quy_trinh"
    OTHER = "khac"


class Competence(StrEnum):
    """Who may decide that it is so from now on."""

    AGENCY = "co_quan"
    PROVINCE = "ubnd_tinh"
    MINISTRY = "bo_nganh"


class ProposalState(StrEnum):
    """How far a proposal is."""

    PROPOSED = "de_xuat"
    AGREED = "dong_y"
    NOT_AGREED = "khong_dong_y"
    SENT = "da_kien_nghi"
    APPROVED = "duoc_chap_thuan"
    REFUSED = "bi_tu_choi"
    APPLIED = "da_ap_dung"
    MEASURED = "da_do_luong"


NOT_COUNTED: Final = (ProposalState.PROPOSED, ProposalState.NOT_AGREED)
"""The province asks for what the agency proposes: what its head has not agreed to is none yet."""
COMPETENCE_NAMES: Final = {
    Competence.AGENCY: "Cơ quan",
    Competence.PROVINCE: "Ủy ban nhân dân tỉnh",
    Competence.MINISTRY: "Bộ, ngành",
}
KIND_NAMES: Final = {
    Kind.TIME: "thời gian giải quyết",
    Kind.PARTS: "thành phần hồ sơ",
    Kind.STEPS: "quy trình",
    Kind.OTHER: "nội dung khác",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TenthReached:
    """Procedures with a proposal of the year among those of the scope."""

    proposed: int
    scope: int

    @property
    def missing(self) -> int:
        """How many procedures still need a proposal."""
        return max(0, -(-self.scope // _TENTH) - self.proposed)

    @property
    def reached(self) -> bool:
        """Whether one procedure in ten, or more, has a proposal."""
        return self.missing == 0


def tenth(scope: Collection[T], proposals: Iterable[tuple[T, ProposalState]]) -> TenthReached:
    """Each procedure counts once, and only by a proposal that the agency stands by."""
    counted = {procedure for procedure, state in proposals if state not in NOT_COUNTED}
    return TenthReached(proposed=len(counted), scope=len(scope))
