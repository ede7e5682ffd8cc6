"""The money of a year as the demo office plays it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.commands.publish_message import PublishMessage, publish_message
from engine.store.tables import Task
from qms.budget.rules import MODEL_KEY
from qms.budget.tables import BudgetLine, BudgetYear
from qms.catalogue.commands import StartFromCatalogue, start_from_catalogue
from qms.outgoing.dispatching import CONFIRMED
from qms.outgoing.tables import Dispatch
from tests.office import Office

FOLDER = Path(bpmn.__file__).parent / "qms" / "p15_kinh_phi"
GRANTED = {"so_tien_duyet": "8.000.000", "ngay_duyet": "20/11/2026", "co_quan_duyet": "UBND tỉnh, 12/QĐ-UBND"}


@dataclass
class BudgetCase:
    """One budget under way."""

    office: Office
    id: UUID

    def budget(self) -> BudgetYear:
        """Its line in the register."""
        with self.office.system.store.reading() as session:
            return session.scalars(select(BudgetYear).where(BudgetYear.instance_id == self.id)).one()

    def lines(self) -> list[BudgetLine]:
        """Its estimate."""
        with self.office.system.store.reading() as session:
            return list(session.scalars(select(BudgetLine).order_by(BudgetLine.ordinal)))

    def do(self, username: str, element: str, values: Mapping[str, str | Sequence[str]]) -> None:
        """The officer does the task of that element that is in the own inbox."""
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

    def sign(self) -> None:
        """The letter is checked, signed and issued."""
        self.do("truongbcd", "KiemTraNoiDung", {"ket_qua_noi_dung": "dat"})
        self.do("vanthu", "KiemTraTheThuc", {"ket_qua_the_thuc": "dat"})
        self.do("chanhvp", "Ky", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
        self.do("vanthu", "PhatHanh", {"da_dong_dau": "true"})

    def approve(self) -> None:
        """From an estimate within the caps to what was approved."""
        self.do("thuky", "LapDuToan", estimate(line("Duy trì", "duy_tri", "8.000.000")))
        self.do("taivu", "KiemTraDuToan", {"ket_qua_du_toan": "dat"})
        self.sign()
        self.received()
        self.do("taivu", "NhapDuyet", GRANTED)

    def received(self) -> None:
        """The receipt of the Department of Finance comes from outside."""
        with self.office.system.store.reading() as session:
            sent = session.scalars(select(Dispatch).where(Dispatch.instance_id == self.id)).one()
        told = PublishMessage(
            viewer=self.office.viewer("quantri"),
            origin="test",
            agency=sent.agency_id,
            name=CONFIRMED,
            key=str(sent.id),
            payload={},
        )
        publish_message(self.office.system.store, told, self.office.now)
        self.office.work()


def begin(office: Office) -> BudgetCase:
    """The secretary starts the estimate."""
    office.deploy(FOLDER)
    command = StartFromCatalogue(viewer=office.viewer("thuky"), origin="test", key=MODEL_KEY)
    started = start_from_catalogue(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    return BudgetCase(office=office, id=started.instance)


def line(what: str, kind: str, amount: str, reason: str = "") -> dict[str, str]:
    """A line as it is typed."""
    return {
        "dt_noi_dung": what,
        "dt_loai": kind,
        "dt_so_tien": amount,
        "dt_nguon": "Thường xuyên",
        "dt_ly_do": reason,
    }


def estimate(*lines: Mapping[str, str]) -> dict[str, str]:
    """The form of the estimate as it is typed."""
    cells = {
        f"dong_du_toan__{number}__{key}": text
        for number, each in enumerate(lines, start=1)
        for key, text in each.items()
    }
    return {"loai_co_quan": "ubnd_tinh", "dong_du_toan": str(len(lines)), **cells}
