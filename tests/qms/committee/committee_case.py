"""A look at the steering committee as the demo office plays it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.store.tables import ProcessInstance, Task
from qms.committee.tables import CommitteeCheck, CommitteeMember, TaskHandOver
from qms.demo_office.loading import person_id
from tests.office import Office

FOLDER = Path(bpmn.__file__).parent / "qms" / "p13_kien_toan"
Seats = Sequence[tuple[str, str]]
USUAL: Seats = (("truongbcd", "truong_ban"), ("thuky", "thu_ky"), ("truongkt", "thanh_vien"))


@dataclass
class CommitteeCase:
    """One case of P13 under way."""

    office: Office
    id: UUID

    def check(self) -> CommitteeCheck:
        """Its line in the register."""
        with self.office.system.store.reading() as session:
            return session.scalars(select(CommitteeCheck).where(CommitteeCheck.instance_id == self.id)).one()

    def hand_overs(self) -> list[TaskHandOver]:
        """The tasks of who left."""
        with self.office.system.store.reading() as session:
            asked = select(TaskHandOver).where(TaskHandOver.check_id == self.check().id)
            return list(session.scalars(asked.order_by(TaskHandOver.task_name)))

    def do(self, username: str, element: str, values: Mapping[str, str]) -> None:
        """The officer does the open task of that element."""
        self.office.complete(username, self.open_task(element), values)

    def open_task(self, element: str) -> UUID:
        """The open task of that element."""
        with self.office.system.store.reading() as session:
            return session.scalars(
                select(Task.id).where(
                    Task.instance_id == self.id,
                    Task.element_id.in_((element, f"CHUNG_TRINH_KY/{element}")),
                    Task.state.in_(("open", "claimed")),
                )
            ).one()

    def waiting(self) -> list[str]:
        """The elements of the tasks that wait."""
        with self.office.system.store.reading() as session:
            asked = select(Task.element_id).where(
                Task.instance_id == self.id, Task.state.in_(("open", "claimed"))
            )
            return sorted(session.scalars(asked))

    def propose(self, seats: Seats = USUAL, *, by: str = "thuky", effective_on: str = "") -> None:
        """A new list."""
        self.do(by, "DeXuat", proposal(seats, effective_on=effective_on))

    def sign(self, *, checks: str = "truongbcd") -> None:
        """The decision is checked, signed and issued."""
        self.do(checks, "KiemTraNoiDung", {"ket_qua_noi_dung": "dat"})
        self.do("vanthu", "KiemTraTheThuc", {"ket_qua_the_thuc": "dat"})
        self.do("chanhvp", "Ky", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
        self.do("vanthu", "PhatHanh", {"da_dong_dau": "true"})
        self.office.work()

    def hand_over(self, by: str, given: Mapping[UUID, str] | None = None) -> None:
        """What was handed over, and which task goes to whom."""
        rows = {
            key: value
            for number, (task, receiver) in enumerate((given or {}).items(), start=1)
            for key, value in (
                (f"ban_giao__{number}__bg_viec", str(task)),
                (f"ban_giao__{number}__bg_nguoi", str(person_id(receiver))),
            )
        }
        words = {"noi_dung_ban_giao": "Đã bàn giao tài liệu của Ban."}
        self.do(by, "BanGiao", {"ban_giao": str(len(given or {})), **rows, **words})
        self.office.work()


def proposal(seats: Seats, *, effective_on: str = "") -> dict[str, str]:
    """The form of a new list."""
    rows = {
        key: value
        for number, (person, seat) in enumerate(seats, start=1)
        for key, value in (
            (f"thanh_phan__{number}__bcd_nguoi", str(person_id(person))),
            (f"thanh_phan__{number}__bcd_chuc_vu", "Chức vụ"),
            (f"thanh_phan__{number}__bcd_vai_tro", seat),
        )
    }
    base = {"ket_luan_bcd": "kien_toan", "thanh_phan": str(len(seats)), "ngay_hieu_luc_bcd": effective_on}
    return {**base, **rows}


def cases(office: Office) -> list[CommitteeCase]:
    """All cases of P13, oldest first."""
    with office.system.store.reading() as session:
        asked = select(ProcessInstance.id).where(ProcessInstance.code.startswith("P13"))
        return [
            CommitteeCase(office=office, id=one)
            for one in session.scalars(asked.order_by(ProcessInstance.started_at))
        ]


def members(office: Office) -> list[CommitteeMember]:
    """All seats ever entered, by their beginning."""
    with office.system.store.reading() as session:
        asked = select(CommitteeMember).order_by(CommitteeMember.valid_from, CommitteeMember.seat)
        return list(session.scalars(asked))
