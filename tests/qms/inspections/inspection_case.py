"""An inspection as the Department and the demo office play it, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.commands.start_process import StartProcess, start_process
from engine.commands.store_file import StoreFile, store_file
from engine.domain.assignment import Actor
from engine.domain.forms import AttachedFile
from engine.domain.local_time import OFFICE_ZONE
from engine.store.tables import ModelVersion, ProcessInstance, Task
from qms.demo_office.loading import agency_id, person_id
from qms.evidence.items import EvidenceItem
from qms.inspections.tables import Inspection, InspectionItem
from tests.office import Office

FOLDERS = Path(bpmn.__file__).parent / "qms"
AGENCY, DEPARTMENT = agency_id("VP-UBND-TN"), agency_id("SKHCN-TN")
SPRING = datetime(2027, 5, 4, 8, 0, tzinfo=OFFICE_ZONE)
MODELS = (
    "p12_kiem_tra_so",
    "p12_kiem_tra_co_quan",
    "p12_tra_loi_kiem_tra",
    "p08_hanh_dong_khac_phuc",
)


@dataclass
class Inspecting:
    """The Department's year of inspections, from its plan on."""

    office: Office
    plan: UUID

    def case(self, key: str) -> UUID:
        """The one case of a model."""
        with self.office.system.store.reading() as session:
            return session.scalars(
                select(ProcessInstance.id)
                .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
                .where(ModelVersion.key == key)
            ).one()

    def row(self) -> Inspection:
        """The inspection of the demo office."""
        with self.office.system.store.reading() as session:
            return session.scalars(select(Inspection)).one()

    def items(self) -> list[InspectionItem]:
        """Its items."""
        with self.office.system.store.reading() as session:
            return list(session.scalars(select(InspectionItem).order_by(InspectionItem.ordinal)))

    def open_task(self, username: str, element: str) -> UUID:
        """The task of that element in the officer's inbox, in whichever case."""
        offered = {row.id for row in self.office.inbox(username)}
        with self.office.system.store.reading() as session:
            tasks = session.scalars(
                select(Task.id).where(Task.element_id.endswith(element), Task.state.in_(("open", "claimed")))
            )
            (found,) = offered.intersection(tasks)
        return found

    def waiting(self) -> list[str]:
        """The elements of all tasks that wait, of all cases."""
        with self.office.system.store.reading() as session:
            return sorted(session.scalars(select(Task.element_id).where(Task.state.in_(("open", "claimed")))))

    def do(
        self,
        username: str,
        element: str,
        values: Mapping[str, str | Sequence[str]],
        *,
        file: str = "",
    ) -> None:
        """The officer does the task of that element, with a file under that key."""
        task = self.open_task(username, element)
        files = {file: self.upload(username, task)} if file else None
        self.office.complete(username, task, values, files)

    def upload(self, username: str, task: UUID) -> tuple[AttachedFile, ...]:
        """A file at a task."""
        command = StoreFile(
            viewer=self.office.viewer(username),
            name="van-ban.pdf",
            media_type="application/pdf",
            content=b"%PDF-1.7 x",
            task=task,
        )
        key = store_file(self.office.system.store, self.office.system.surroundings, command, self.office.now)
        return (AttachedFile(id=str(key), name="van-ban.pdf", size=10, media_type="application/pdf"),)

    def sign(self, checker: str, registry: str, head: str) -> None:
        """A document goes through its four steps."""
        self.do(checker, "KiemTraNoiDung", {"ket_qua_noi_dung": "dat"})
        self.do(registry, "KiemTraTheThuc", {"ket_qua_the_thuc": "dat"})
        self.do(head, "/Ky", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
        self.do(registry, "PhatHanh", {"da_dong_dau": "true"})

    def until_request(self) -> None:
        """The plan is made, signed, and the request written."""
        self.do("socv", "LapKeHoach", plan_answers())
        self.sign("chicuctruong", "vanthuso", "giamdocso")
        self.do(
            "socv",
            "YeuCau",
            {
                "so_cong_van": "88/SKHCN-TĐC",
                "ngay_cong_van": f"{self.office.today:%d/%m/%Y}",
                "han_tra_loi": "31/05/2027",
                "noi_dung_yeu_cau": "Tự báo cáo theo các mục của Điều 36.",
            },
            file="cong_van",
        )

    def answer(self) -> None:
        """The agency reports on itself; its head approves."""
        self.do("thuky", "TuBaoCao", self_report())
        self.do("chanhvp", "DuyetTraLoi", {"duyet_tra_loi": "duyet"})


def begin_inspecting(office: Office) -> Inspecting:
    """The Department begins the plan of 2027."""
    office.clock.move_to(SPRING.astimezone(office.now.tzinfo))
    for folder in MODELS:
        office.deploy(FOLDERS / folder)
    command = StartProcess(
        key="QMS_P12_KIEM_TRA_SO",
        agency=DEPARTMENT,
        series="P12",
        variables={"nam": 2027},
        actor=Actor(person=person_id("socv"), origin="test"),
    )
    started = start_process(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    return Inspecting(office=office, plan=started.instance)


def plan_answers(form: str = "tai_tru_so", agency: UUID = AGENCY, day: str = "15/06/2027") -> dict[str, str]:
    """The plan with one agency."""
    return {
        "muc_dich": "Đánh giá việc duy trì hệ thống.",
        "ke_hoach_kiem_tra": "1",
        "ke_hoach_kiem_tra__1__kh_co_quan": str(agency),
        "ke_hoach_kiem_tra__1__kh_hinh_thuc": form,
        "ke_hoach_kiem_tra__1__kh_thoi_gian": day,
        "ke_hoach_kiem_tra__1__kh_nguoi": "Phùng Thị Hải Yến",
    }


def self_report(without: str = "") -> dict[str, str]:
    """Each item of the article, perhaps without one."""
    told = [item.value for item in EvidenceItem if item.value != without]
    answers = {"tu_bao_cao": str(len(told)), "kien_nghi": "Mở lớp đánh giá viên."}
    for place, item in enumerate(told, 1):
        answers |= {
            f"tu_bao_cao__{place}__tb_muc": item,
            f"tu_bao_cao__{place}__tb_thuc_hien": f"Đã làm mục {item}.",
        }
    return answers


def judged(failing: str = "", *, ends: str = "dat", **more: str) -> dict[str, str]:
    """Each item of the article looked at, one of them not conforming."""
    answers = {"muc_kiem_tra": str(len(EvidenceItem)), "ket_luan": ends, "nhan_xet_chung": "Đã xem."} | more
    for place, item in enumerate(EvidenceItem, 1):
        failed = item.value == failing
        answers |= {
            f"muc_kiem_tra__{place}__mk_muc": item.value,
            f"muc_kiem_tra__{place}__mk_ket_qua": "khong_dat" if failed else "dat",
        }
        if failed:
            answers |= {
                f"muc_kiem_tra__{place}__mk_nhan_xet": "Hai văn bản cập nhật sau ba tháng.",
                f"muc_kiem_tra__{place}__mk_yeu_cau": "Điều 4 khoản 3 Quyết định 19/2014/QĐ-TTg",
            }
    return answers
