"""A yearly plan as the demo office plays it, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.domain.values import Value
from engine.runtime import RunningProcess
from engine.store.tables import ProcessInstance, Task
from qms.catalogue.commands import StartFromCatalogue, start_from_catalogue
from qms.organisation.tables import Unit
from qms.plans.rules import MODEL_KEY
from qms.plans.tables import PlanActivity, YearPlan
from tests.office import Office

FOLDER = Path(bpmn.__file__).parent / "qms" / "p01_ke_hoach_nam"


@dataclass
class PlanCase:
    """One plan under way."""

    office: Office
    id: UUID

    def plan(self) -> YearPlan:
        """Its line in the register."""
        with self.office.system.store.reading() as session:
            return session.scalars(select(YearPlan).where(YearPlan.instance_id == self.id)).one()

    def activities(self) -> list[PlanActivity]:
        """Its lines."""
        with self.office.system.store.reading() as session:
            return list(
                session.scalars(
                    select(PlanActivity)
                    .join(YearPlan, YearPlan.id == PlanActivity.plan_id)
                    .where(YearPlan.instance_id == self.id)
                    .order_by(PlanActivity.ordinal)
                )
            )

    def do(self, username: str, element: str, values: Mapping[str, str | Sequence[str]]) -> None:
        """The officer does the task of that element that is in the own inbox."""
        self.office.complete(username, self.open_task(username, element), values)

    def open_task(self, username: str, element: str) -> UUID:
        """The task of that element in the officer's inbox."""
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
        return found

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

    def variables(self) -> Mapping[str, Value]:
        """What the case knows."""
        with self.office.system.store.reading() as session:
            row = session.get_one(ProcessInstance, self.id)
            model = self.office.system.surroundings.models.compiled(session, row.model_version_id)
            return dict(RunningProcess.load(model, row.process_state, now=self.office.now).variables())

    def rows(self) -> list[Mapping[str, Value]]:
        """The lines of the draft as the form is filled."""
        lines = self.variables()["hoat_dong"]
        assert isinstance(lines, list)
        return [line for line in lines if isinstance(line, dict)]

    def consulted(self, **changed: str) -> None:
        """The draft is handed in and nobody answers."""
        self.do("thuky", "LapDuThao", content(**changed))
        self.office.pass_days(10)

    def sign(self) -> None:
        """The plan is checked, signed and issued."""
        self.do("truongbcd", "KiemTraNoiDung", {"ket_qua_noi_dung": "dat"})
        self.do("vanthu", "KiemTraTheThuc", {"ket_qua_the_thuc": "dat"})
        self.do("chanhvp", "Ky", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
        self.do("vanthu", "PhatHanh", {"da_dong_dau": "true"})

    def issue(self, **changed: str) -> None:
        """From the draft to the signature."""
        self.consulted(**changed)
        self.do("thuky", "HoanThien", content(**changed))
        self.do("taivu", "KiemTraKinhPhi", {"ket_qua_kinh_phi": "dat"})
        self.sign()


def begin(office: Office) -> PlanCase:
    """The secretary starts the plan of the year."""
    office.deploy(FOLDER)
    command = StartFromCatalogue(viewer=office.viewer("thuky"), origin="test", key=MODEL_KEY)
    started = start_from_catalogue(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    return PlanCase(office=office, id=started.instance)


def units(office: Office) -> dict[str, str]:
    """Ids of the units by name."""
    with office.system.store.reading() as session:
        return {
            unit.name: str(unit.id)
            for unit in session.scalars(
                select(Unit).where(Unit.agency_id == office.viewer("thuky").agency).order_by(Unit.position)
            )
        }


def row(what: str, kind: str, since: str, until: str, **more: str) -> dict[str, str]:
    """A line as it is typed."""
    return {
        "hd_noi_dung": what,
        "hd_loai": kind,
        "hd_don_vi": "ca_co_quan",
        "hd_tu": since,
        "hd_den": until,
        **more,
    }


def whole(audited: str = "tat_ca") -> list[dict[str, str]]:
    """Lines that lack nothing."""
    return [
        row("Đánh giá nội bộ", "danh_gia_noi_bo", "01/09/2026", "09/10/2026", hd_danh_gia=audited),
        row("Họp xem xét", "xem_xet_lanh_dao", "20/10/2026", "31/10/2026"),
        row("Đào tạo nhận thức", "dao_tao", "15/02/2026", "31/03/2026"),
        row("Báo cáo năm", "bao_cao", "15/10/2026", "06/11/2026", hd_bao_cao="BC_NAM"),
    ]


def content(rows: Sequence[Mapping[str, str]] | None = None, /, **changed: str) -> dict[str, str]:
    """The form of the plan as it is typed."""
    lines = whole() if rows is None else rows
    cells = {
        f"hoat_dong__{number}__{key}": text
        for number, line in enumerate(lines, start=1)
        for key, text in line.items()
    }
    return {
        "can_cu": "Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014",
        "muc_dich": "Duy trì hệ thống quản lý chất lượng năm 2026.",
        "pham_vi": "Mọi thủ tục hành chính của cơ quan.",
        "to_chuc_thuc_hien": "Thư ký ISO theo dõi, đôn đốc.",
        "hoat_dong": str(len(lines)),
        **cells,
        **changed,
    }
