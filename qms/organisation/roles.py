"""The catalogue of roles; models and assignments name nothing else."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """The roles of an office, by the codes that models use."""

    AGENCY_HEAD = "LD_CQ"
    STEERING_HEAD = "TRUONG_BCD"
    ISO_SECRETARY = "THU_KY_ISO"
    UNIT_HEAD = "LD_PHONG"
    OFFICER = "CHUYEN_VIEN"
    LEGAL_OFFICER = "PHAP_CHE"
    REGISTRY_CLERK = "VAN_THU"
    FINANCE = "TAI_VU"
    DEPARTMENT_OFFICER = "SO_CV"
    ADMINISTRATOR = "QUAN_TRI"
    ONE_STOP_HEAD = "LD_MOT_CUA"
    ONE_STOP_OFFICER = "TNTKQ"


ROLE_NAMES: Final = {
    Role.AGENCY_HEAD: ("Lãnh đạo cơ quan", "Head of the agency"),
    Role.STEERING_HEAD: ("Trưởng Ban Chỉ đạo ISO", "Head of the ISO steering committee"),
    Role.ISO_SECRETARY: ("Thư ký ISO", "ISO secretary"),
    Role.UNIT_HEAD: ("Lãnh đạo phòng", "Head of unit"),
    Role.OFFICER: ("Chuyên viên", "Officer"),
    Role.LEGAL_OFFICER: ("Pháp chế", "Legal officer"),
    Role.REGISTRY_CLERK: ("Văn thư", "Registry clerk"),
    Role.FINANCE: ("Tài vụ", "Finance"),
    Role.DEPARTMENT_OFFICER: ("Chuyên viên Sở KH&CN", "Officer of the Department"),
    Role.ADMINISTRATOR: ("Quản trị hệ thống", "Administrator"),
    Role.ONE_STOP_HEAD: ("Lãnh đạo bộ phận một cửa", "Head of the one-stop centre"),
    Role.ONE_STOP_OFFICER: ("Bộ phận Tiếp nhận và Trả kết quả", "Reception desk of the one-stop centre"),
}
