"""A management review as the demo office plays it, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.mandates import MandateForm
from engine.store.tables import Task
from qms.catalogue.commands import StartFromCatalogue, start_from_catalogue
from qms.delegation.commands import RecordDelegation, delegate
from qms.demo_office.loading import person_id
from qms.reviews.rules import MODEL_KEY, ReviewItem
from qms.reviews.tables import ManagementReview, ReviewDecision
from tests.office import Office

FOLDERS = Path(bpmn.__file__).parent / "qms"
UNIT_HEADS = (
    "truonghctc",
    "truongqttv",
    "truongnc",
    "truongkt",
    "truongkgvx",
    "truongbtcd",
    "giamdochcc",
    "giamdocthcb",
)
INVITED = ("chanhvp", "phochanhvp", "truongbcd", "thuky", *UNIT_HEADS)
MEETING_DAY = date(2026, 12, 7)
ALL_CONCLUDED = {f"ket_luan_{item}": "Đạt yêu cầu." for item in ReviewItem}


@dataclass
class ReviewCase:
    """One review under way."""

    office: Office
    id: UUID

    def review(self) -> ManagementReview:
        """Its line in the register."""
        with self.office.system.store.reading() as session:
            return session.scalars(
                select(ManagementReview).where(ManagementReview.instance_id == self.id)
            ).one()

    def decisions(self) -> list[ReviewDecision]:
        """All tasks of all reviews, by code."""
        with self.office.system.store.reading() as session:
            return list(session.scalars(select(ReviewDecision).order_by(ReviewDecision.code)))

    def do(
        self,
        username: str,
        element: str,
        values: Mapping[str, str | Sequence[str]],
        *,
        case: UUID | None = None,
    ) -> None:
        """The officer does the task of that element that is in the own inbox."""
        self.office.complete(username, self.open_task(username, element, case=case), values)

    def open_task(self, username: str, element: str, *, case: UUID | None = None) -> UUID:
        """The task of that element in the officer's inbox."""
        offered = {row.id for row in self.office.inbox(username)}
        with self.office.system.store.reading() as session:
            tasks = session.scalars(
                select(Task.id).where(
                    Task.instance_id == (case or self.id),
                    Task.element_id.in_((element, f"CHUNG_TRINH_KY/{element}")),
                    Task.state.in_(("open", "claimed")),
                )
            )
            (found,) = offered.intersection(tasks)
        return found

    def waiting(self, *, case: UUID | None = None) -> list[str]:
        """The elements of the tasks that wait."""
        with self.office.system.store.reading() as session:
            return sorted(
                session.scalars(
                    select(Task.element_id).where(
                        Task.instance_id == (case or self.id), Task.state.in_(("open", "claimed"))
                    )
                )
            )

    def prepare(self) -> None:
        """Plan, inputs, comments, agenda, up to the invitation that waits to be checked."""
        self.plan()
        self.comment_inputs()
        self.office.pass_until(datetime(2026, 12, 2, 8, 0, tzinfo=OFFICE_ZONE))
        self.do("truongbcd", "DuyetChuongTrinh", {"quyet_dinh_chuong_trinh": "duyet"})

    def plan(self) -> None:
        """The secretary plans the meeting."""
        self.do(
            "thuky",
            "LapKeHoach",
            {
                "nam": "2026",
                "ngay_hop": f"{MEETING_DAY:%d/%m/%Y}",
                "gio_hop": "08:00",
                "dia_diem": "Phòng họp số 1",
                "chuong_trinh": "Xem xét đầu vào a đến f và kết luận.",
            },
        )

    def comment_inputs(self) -> None:
        """The secretary comments on the inputs."""
        self.do("thuky", "HoanThienDauVao", {f"nhan_xet_{item}": "Đã xem số liệu." for item in ReviewItem})

    def sign(self, signer: str = "chanhvp") -> None:
        """A document is checked, signed and issued."""
        self.do("truongbcd", "KiemTraNoiDung", {"ket_qua_noi_dung": "dat"})
        self.do("vanthu", "KiemTraTheThuc", {"ket_qua_the_thuc": "dat"})
        self.do(signer, "Ky", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
        self.do("vanthu", "PhatHanh", {"da_dong_dau": "true"})

    def meet(self, chair: str = "chanhvp", *, away: Sequence[str] = ()) -> None:
        """Invitation signed, the day comes, the meeting is told."""
        self.sign("chanhvp" if "chanhvp" not in away else "phochanhvp")
        self.office.pass_until(datetime(2026, 12, 7, 9, 0, tzinfo=OFFICE_ZONE))
        self.do("thuky", "Hop", meeting_answers(chair, away=away))

    def conclude(self, *tasks: Mapping[str, str], signer: str = "chanhvp") -> None:
        """Minutes and notice written and signed."""
        self.do("thuky", "LapBienBan", {**ALL_CONCLUDED, **task_rows(*tasks)})
        self.sign(signer)
        self.sign(signer)

    def confirm(self, username: str = "chanhvp") -> None:
        """The system is confirmed to be effective."""
        self.do(username, "XacNhanHieuLuc", {"hieu_luc": "hieu_luc"})


def begin(office: Office) -> ReviewCase:
    """The secretary starts the review of the year."""
    office.deploy(FOLDERS / "p09_xem_xet_lanh_dao")
    office.deploy(FOLDERS / "p09_viec_sau_xem_xet")
    command = StartFromCatalogue(viewer=office.viewer("thuky"), origin="test", key=MODEL_KEY)
    started = start_from_catalogue(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    return ReviewCase(office=office, id=started.instance)


def meeting_answers(chair: str, *, away: Sequence[str] = ()) -> dict[str, str]:
    """The form of the meeting, everybody told of."""
    rows = {
        key: value
        for number, name in enumerate(INVITED, start=1)
        for key, value in (
            (f"diem_danh__{number}__dd_nguoi", str(person_id(name))),
            (f"diem_danh__{number}__dd_co_mat", "vang_co_ly_do" if name in away else "co_mat"),
        )
    }
    return {
        "ngay_hop_thuc_te": f"{MEETING_DAY:%d/%m/%Y}",
        "chu_tri": str(person_id(chair)),
        "thu_ky_hop": str(person_id("thuky")),
        "diem_danh": str(len(INVITED)),
        **rows,
        "thao_luan": "Các đơn vị báo cáo, thảo luận từng đầu vào.",
    }


def task_rows(*tasks: Mapping[str, str]) -> dict[str, str]:
    """Rows of the table of tasks."""
    rows = {
        f"viec_moi__{n}__{key}": value for n, task in enumerate(tasks, start=1) for key, value in task.items()
    }
    return {"viec_moi": str(len(tasks)), **rows}


def task(owner: str = "camtien", due: str = "18/12/2026", way: str = "tu_lam") -> dict[str, str]:
    """A task for somebody."""
    return {
        "viec_noi_dung": "Rút ngắn bước kiểm tra hồ sơ.",
        "viec_loai": "cai_tien",
        "viec_nguoi": str(person_id(owner)),
        "viec_han": due,
        "viec_cach": way,
    }


def authorise(office: Office, delegate_name: str, *, procedures: frozenset[str] = frozenset()) -> None:
    """The head authorises somebody in writing from today until the end of the year."""
    command = RecordDelegation(
        viewer=office.viewer("chanhvp"),
        origin="test",
        principal=person_id("chanhvp"),
        delegate=person_id(delegate_name),
        form=MandateForm.AUTHORISED,
        procedures=procedures,
        first_day=office.today,
        last_day=date(2026, 12, 31),
        decision="15/UQ-VP",
        decided_on=office.today,
    )
    delegate(office.system.store, command, office.now)
