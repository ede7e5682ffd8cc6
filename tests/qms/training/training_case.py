"""The year's training as the demo office plays it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.store.tables import ProcessInstance, Task
from qms.catalogue.commands import StartFromCatalogue, start_from_catalogue
from qms.demo_office.loading import person_id
from qms.training.rules import CLASS_KEY, PLAN_KEY
from qms.training.tables import TrainingAttendance, TrainingCourse
from tests.office import Office

QMS = Path(bpmn.__file__).parent / "qms"
FOLDERS = (QMS / "p04_dao_tao", QMS / "p04_lop_dao_tao")
DAY = date(2026, 11, 27)


@dataclass
class TrainingCase:
    """A plan or a class under way."""

    office: Office
    id: UUID

    def course(self) -> TrainingCourse:
        """The class of this case in the register."""
        with self.office.system.store.reading() as session:
            asked = select(TrainingCourse).where(TrainingCourse.instance_id == self.id)
            return session.scalars(asked).one()

    def attendance(self) -> dict[UUID, TrainingAttendance]:
        """Who was asked, by person."""
        with self.office.system.store.reading() as session:
            asked = select(TrainingAttendance).where(TrainingAttendance.course_id == self.course().id)
            return {row.person_id: row for row in session.scalars(asked)}

    def do(self, username: str, element: str, values: Mapping[str, str]) -> None:
        """The officer does the open task of that element."""
        with self.office.system.store.reading() as session:
            task = session.scalars(
                select(Task.id).where(
                    Task.instance_id == self.id,
                    Task.element_id.in_((element, f"CHUNG_TRINH_KY/{element}")),
                    Task.state.in_(("open", "claimed")),
                )
            ).one()
        self.office.complete(username, task, values)
        self.office.work()

    def waiting(self) -> list[str]:
        """The elements of the tasks that wait."""
        with self.office.system.store.reading() as session:
            asked = select(Task.element_id).where(
                Task.instance_id == self.id, Task.state.in_(("open", "claimed"))
            )
            return sorted(session.scalars(asked))

    def sign(self) -> None:
        """A document is checked, signed and issued."""
        self.do("truongbcd", "KiemTraNoiDung", {"ket_qua_noi_dung": "dat"})
        self.do("vanthu", "KiemTraTheThuc", {"ket_qua_the_thuc": "dat"})
        self.do("chanhvp", "Ky", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
        self.do("vanthu", "PhatHanh", {"da_dong_dau": "true"})

    def enrol(self, people: Sequence[UUID], day: date = DAY) -> None:
        """Who takes part, and when."""
        rows = {f"nguoi_hoc__{n}__dd_nguoi": str(one) for n, one in enumerate(people, start=1)}
        self.do(
            "thuky",
            "LapDanhSach",
            {"ngay_lop": f"{day:%d/%m/%Y}", "nguoi_hoc": str(len(people)), **rows},
        )

    def hold(self, people: Iterable[UUID], *, away: Iterable[UUID] = (), day: date | None = None) -> None:
        """The class is held; some were away."""
        missed = set(away)
        told = list(people)
        rows = {
            key: value
            for n, one in enumerate(told, start=1)
            for key, value in (
                (f"diem_danh__{n}__dd_nguoi", str(one)),
                (f"diem_danh__{n}__dd_co_mat", "vang" if one in missed else "co_mat"),
            )
        }
        held_on = f"{day or self.office.today:%d/%m/%Y}"
        words = {"to_chuc": "da_to_chuc", "ngay_hoc": held_on, "diem_danh": str(len(told))}
        self.do("thuky", "ToChuc", {**words, **rows})

    def test(self, scores: Mapping[UUID, str], **more: str) -> None:
        """Each who came is tested."""
        rows = {
            key: value
            for n, (one, score) in enumerate(scores.items(), start=1)
            for key, value in ((f"ket_qua__{n}__kq_nguoi", str(one)), (f"ket_qua__{n}__kq_diem", score))
        }
        self.do("thuky", "DanhGiaNguoi", {"ket_qua": str(len(scores)), **rows, **more})


def plan_case(office: Office) -> TrainingCase:
    """The plan of the year, begun by hand."""
    return _begun(office, PLAN_KEY)


def class_case(office: Office, **described: str) -> TrainingCase:
    """A class beside the plan, described."""
    case = _begun(office, CLASS_KEY)
    words = {
        "loai_lop": "nghiep_vu",
        "ten_lop": "Kỹ năng tiếp dân",
        "doi_tuong": "Chuyên viên một cửa",
        "ngay_du_kien": f"{DAY:%d/%m/%Y}",
        "hinh_thuc": "tu_to_chuc",
    }
    case.do("thuky", "KhaiLop", {**words, **described})
    return case


def classes(office: Office) -> list[TrainingCase]:
    """All cases of classes, oldest first."""
    with office.system.store.reading() as session:
        asked = (
            select(ProcessInstance.id)
            .join(TrainingCourse, TrainingCourse.instance_id == ProcessInstance.id)
            .order_by(TrainingCourse.code)
        )
        return [TrainingCase(office=office, id=one) for one in session.scalars(asked)]


def planned(*rows: Mapping[str, str]) -> dict[str, str]:
    """The form of the plan."""
    cells = {
        f"lop_du_kien__{n}__{key}": value for n, row in enumerate(rows, start=1) for key, value in row.items()
    }
    purpose = "Mọi người hiểu và làm theo hệ thống."
    return {"muc_dich": purpose, "lop_du_kien": str(len(rows)), **cells}


def row(
    kind: str = "nhan_thuc", *, everybody: bool = True, day: date = DAY, source: str = "tu_to_chuc"
) -> dict[str, str]:
    """A row of the plan."""
    return {
        "l_loai": kind,
        "l_ten": "Nhận thức về ISO điện tử",
        "l_doi_tuong": "Toàn thể",
        **({"l_toan_the": "true"} if everybody else {}),
        "l_ngay": f"{day:%d/%m/%Y}",
        "l_kinh_phi": "2.000.000",
        "l_nguon": source,
    }


def person(username: str) -> UUID:
    """The id of an officer."""
    return person_id(username)


def _begun(office: Office, key: str) -> TrainingCase:
    for folder in FOLDERS:
        office.deploy(folder)
    command = StartFromCatalogue(viewer=office.viewer("thuky"), origin="test", key=key)
    started = start_from_catalogue(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    return TrainingCase(office=office, id=started.instance)
