"""The words and limits of training: kinds of classes, when a test is passed, when to warn."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Final

CLASS_KEY: Final = "QMS_P04_LOP_DAO_TAO"
PLAN_KEY: Final = "QMS_P04_DAO_TAO"
SERIES: Final = "DT"
"""Codes of classes: DT-2026-001."""
PASSED_FROM: Final = Decimal(5)
EFFECT_AFTER_DAYS: Final = 90
WARN_DAYS: Final = 60
"""So many days before its last day a competence is warned of."""


class CourseKind(StrEnum):
    """What a class is about (19/2014/QĐ-TTg, Article 4; ISO 9001:2015, 7.2 and 7.3)."""

    AWARENESS = "nhan_thuc"
    DOCUMENTS = "tai_lieu"
    AUDIT = "danh_gia_noi_bo"
    EXPERT = "chuyen_gia"
    SKILLS = "nghiep_vu"


KIND_NAMES: Final = {
    CourseKind.AWARENESS: "Nhận thức về ISO",
    CourseKind.DOCUMENTS: "Xây dựng tài liệu",
    CourseKind.AUDIT: "Đánh giá nội bộ",
    CourseKind.EXPERT: "Chuyên gia đánh giá",
    CourseKind.SKILLS: "Nghiệp vụ",
}


class CourseSource(StrEnum):
    """Who holds it."""

    OWN = "tu_to_chuc"
    DEPARTMENT = "so_mo_lop"
    OUTSIDE = "thue_ngoai"


class CourseState(StrEnum):
    """How far it is."""

    PLANNED = "ke_hoach"
    HELD = "da_to_chuc"
    ASSESSED = "da_danh_gia"
    EFFECT_SEEN = "da_xem_hieu_luc"
    CANCELLED = "huy"


class Came(StrEnum):
    """Whether somebody came."""

    PRESENT = "co_mat"
    EXCUSED = "vang_co_ly_do"
    ABSENT = "vang"


class Effect(StrEnum):
    """What the head found 90 days after."""

    YES = "co"
    IN_PART = "mot_phan"
    NO = "khong"


class CompetenceState(StrEnum):
    """How a person stands with a kind of competence on a day."""

    HELD = "co"
    EXPIRING = "sap_het"
    EXPIRED = "het_han"
    LACKING = "chua_co"
