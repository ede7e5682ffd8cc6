"""A report as the demo office makes it, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.domain.local_time import OFFICE_ZONE
from engine.store.tables import Task
from qms.catalogue.commands import StartFromCatalogue, start_from_catalogue
from qms.reports.rules import MODEL_KEY
from qms.reports.tables import ReportContribution, YearReport
from tests.office import Office

FOLDER = Path(bpmn.__file__).parent / "qms" / "p11_bao_cao"
TEXT = {
    "tinh_hinh": "Cơ quan đã ban hành kế hoạch và giao việc cho các đơn vị.",
    "ket_qua": "Các quy trình được thực hiện, hồ sơ giải quyết đúng hạn.",
    "ton_tai": "Không có.",
    "kien_nghi": "Tiếp tục duy trì trong năm tới.",
    "khen_thuong": "Đề nghị khen thưởng Phòng Kinh tế.",
}


def moment(text: str) -> datetime:
    """A moment in Vietnam, written as in ISO 8601."""
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


@dataclass
class ReportCase:
    """One report under way."""

    office: Office
    id: UUID

    def report(self) -> YearReport:
        """Its line in the register."""
        with self.office.system.store.reading() as session:
            return session.scalars(select(YearReport).where(YearReport.instance_id == self.id)).one()

    def contributions(self) -> list[ReportContribution]:
        """What the units wrote."""
        with self.office.system.store.reading() as session:
            return list(
                session.scalars(
                    select(ReportContribution).where(ReportContribution.report_id == self.report().id)
                )
            )

    def waiting(self) -> list[str]:
        """The elements of the tasks that wait."""
        with self.office.system.store.reading() as session:
            return sorted(
                session.scalars(
                    select(Task.element_id).where(
                        Task.instance_id == self.id, Task.state.in_(("open", "claimed"))
                    )
                )
            )

    def do(self, username: str, element: str, values: Mapping[str, str | Sequence[str]]) -> None:
        """The officer does the task of that element that is in the own inbox; a worker goes on."""
        offered = {row.id for row in self.office.inbox(username)}
        with self.office.system.store.reading() as session:
            tasks = session.scalars(
                select(Task.id).where(
                    Task.instance_id == self.id,
                    Task.element_id.in_((element, f"CHUNG_TRINH_KY/{element}", f"CHUNG_GUI_SO/{element}")),
                    Task.state.in_(("open", "claimed")),
                )
            )
            (found,) = offered.intersection(tasks)
        self.office.complete(username, found, values)

    def choose(self, kind: str = "BC_TIEN_DO", year: str = "2026", **more: str) -> None:
        """The secretary says which report it is."""
        self.do("thuky", "ChonBaoCao", {"chu_de": kind, "nam_bao_cao": year, **more})

    def contribute(self, username: str) -> None:
        """A unit writes its part."""
        self.do(username, "DongGop", {"dg_ket_qua": "Đã xong 12 việc.", "dg_kien_nghi": "Mở lớp tập huấn."})

    def edit(self, **more: str) -> None:
        """The secretary edits the report."""
        self.do("thuky", "BienTap", {**TEXT, **more})

    def sign(self) -> None:
        """The report is checked, signed and issued: it goes out."""
        self.do("truongbcd", "KiemTraNoiDung", {"ket_qua_noi_dung": "dat"})
        self.do("vanthu", "KiemTraTheThuc", {"ket_qua_the_thuc": "dat"})
        self.do("chanhvp", "Ky", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
        self.do("vanthu", "PhatHanh", {"da_dong_dau": "true"})

    def silence(self, until: datetime) -> None:
        """The days of the units pass."""
        self.office.pass_until(until)


def begin(office: Office) -> ReportCase:
    """The secretary starts a report by hand."""
    office.deploy(FOLDER)
    command = StartFromCatalogue(viewer=office.viewer("thuky"), origin="test", key=MODEL_KEY)
    started = start_from_catalogue(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    return ReportCase(office=office, id=started.instance)
