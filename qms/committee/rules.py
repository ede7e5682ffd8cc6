"""The words and limits of the steering committee: seats, why it is looked at, what comes of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from qms.organisation.roles import Role

MODEL_KEY: Final = "QMS_P13_KIEN_TOAN_BCD"
START: Final = "P13_bat_dau"
"""The message that begins a look at the committee, or goes into the one that is being prepared."""
WORKING_DAYS: Final = 10
"""From the event until the committee is right again (our own rule: the letters say only "in time")."""
PROPOSAL_WORKING_DAYS: Final = 3
"""Of these, for the proposal; the rest is for signing."""


class Seat(StrEnum):
    """A seat in the committee."""

    CHAIR = "truong_ban"
    DEPUTY = "pho_ban"
    MEMBER = "thanh_vien"
    SECRETARY = "thu_ky"


SEAT_NAMES: Final = {
    Seat.CHAIR: "Trưởng ban",
    Seat.DEPUTY: "Phó Trưởng ban",
    Seat.MEMBER: "Thành viên",
    Seat.SECRETARY: "Thư ký",
}
SEAT_ORDER: Final = tuple(Seat)
SEAT_ROLES: Final = {Seat.CHAIR: Role.STEERING_HEAD, Seat.SECRETARY: Role.ISO_SECRETARY}
"""The roles that go with a seat: whoever gets it holds the role, who loses it holds it no more."""


class CheckReason(StrEnum):
    """Why the committee is looked at."""

    PEOPLE = "nhan_su"
    ORGANISATION = "to_chuc"
    YEARLY = "dinh_ky"
    OTHER = "khac"


class CheckState(StrEnum):
    """What came of it."""

    RUNNING = "dang_xu_ly"
    KEPT = "giu_nguyen"
    RENEWED = "da_kien_toan"
    CANCELLED = "huy"


class HandOverState(StrEnum):
    """Where a task of somebody who leaves is."""

    HELD = "dang_giu"
    BACK = "ve_nhom"
    TO_GO = "cho_chuyen"
    GIVEN = "da_chuyen"
    REFUSED = "khong_chuyen_duoc"
    OVER = "da_het"
