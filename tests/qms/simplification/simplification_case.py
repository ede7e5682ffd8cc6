"""A proposal to simplify a procedure as the demo office plays it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.domain.identifiers import derived_id
from engine.store.tables import ProcessInstance, Task
from qms.simplification.proposing import ProposeSimplification, propose_simplification
from qms.simplification.rules import Competence, Kind
from qms.simplification.tables import Simplification
from tests.office import Office

QMS = Path(bpmn.__file__).parent / "qms"
FOLDER = QMS / "p14_don_gian_hoa"
PROCEDURE = derived_id("procedure", "VP-UBND-TN", "1.013225")
"""Handled by the economic office, whose head is truongkt."""


@dataclass
class ProposalCase:
    """One case of P14 under way."""

    office: Office
    id: UUID

    def row(self) -> Simplification:
        """Its line in the register."""
        with self.office.system.store.reading() as session:
            asked = select(Simplification).where(Simplification.instance_id == self.id)
            return session.scalars(asked).one()

    def waiting(self) -> list[str]:
        """The elements of the tasks that wait."""
        with self.office.system.store.reading() as session:
            asked = select(Task.element_id).where(
                Task.instance_id == self.id, Task.state.in_(("open", "claimed"))
            )
            return sorted(session.scalars(asked))

    def state(self) -> str:
        """How far the case is."""
        return self.office.instance(self.id).state

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

    def agree(self) -> None:
        """The head of the unit is in favour, the head of the committee agrees."""
        self.review()
        self.do("truongbcd", "DuyetDeXuat", {"ket_luan_dgh": "dong_y"})

    def review(self, *, by: str = "truongkt") -> None:
        """Somebody else than the proposer is in favour."""
        self.do(by, "ThamDinh", {"y_kien_tham_dinh": "nhat_tri", "nhan_xet_tham_dinh": "Khả thi."})

    def sign(self) -> None:
        """The letter is checked, signed and issued."""
        self.do("truongbcd", "KiemTraNoiDung", {"ket_qua_noi_dung": "dat"})
        self.do("vanthu", "KiemTraTheThuc", {"ket_qua_the_thuc": "dat"})
        self.do("chanhvp", "Ky", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
        self.do("vanthu", "PhatHanh", {"da_dong_dau": "true"})


def slip(office: Office, by: str = "giabao") -> ProposeSimplification:
    """Ten working days become six; the agency decides."""
    return ProposeSimplification(
        viewer=office.viewer(by),
        origin="test",
        procedure=PROCEDURE,
        kinds=(Kind.TIME, Kind.STEPS),
        current="10 ngày làm việc",
        proposed="06 ngày làm việc",
        saved_cost="12.000.000",
        saved_hours="32",
        reason="Bước lấy ý kiến làm trùng với bước thẩm định.",
        competence=Competence.AGENCY,
    )


def proposed(
    office: Office, competence: Competence = Competence.AGENCY, *, by: str = "giabao"
) -> ProposalCase:
    """The case that the slip begins."""
    command = replace(slip(office, by), competence=competence)
    done = propose_simplification(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    return ProposalCase(office=office, id=done.instance)


def cases(office: Office) -> list[ProposalCase]:
    """All cases of P14, oldest first."""
    with office.system.store.reading() as session:
        asked = select(ProcessInstance.id).where(ProcessInstance.code.startswith("P14"))
        found = session.scalars(asked.order_by(ProcessInstance.code))
        return [ProposalCase(office=office, id=one) for one in found]
