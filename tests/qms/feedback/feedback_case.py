"""Feedback as the demo office takes it in and answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.store.tables import ProcessInstance, Task
from qms.demo_office.loading import agency_id, person_id
from qms.feedback.rules import Channel
from qms.feedback.tables import Feedback
from qms.feedback.taking_in import Said, TakeFeedbackIn, take_feedback_in
from qms.organisation.tables import Unit
from tests.office import Office

FOLDER = Path(bpmn.__file__).parent / "qms" / "p16_phan_anh"
AGENCY = "VP-UBND-TN"
SENDER = "Lý Thị Người Gửi"
CONTACT = "0909 123 456"


@dataclass
class FeedbackCase:
    """One line of the register with its case."""

    office: Office
    id: UUID

    def row(self) -> Feedback:
        """The line."""
        with self.office.system.store.reading() as session:
            return session.get_one(Feedback, self.id)

    def case(self) -> ProcessInstance:
        """The case."""
        with self.office.system.store.reading() as session:
            return session.get_one(ProcessInstance, self.row().instance_id)

    def do(self, username: str, element: str, values: Mapping[str, str]) -> None:
        """The officer does the open task of that element."""
        with self.office.system.store.reading() as session:
            task = session.scalars(
                select(Task.id).where(
                    Task.instance_id == self.row().instance_id,
                    Task.element_id == element,
                    Task.state.in_(("open", "claimed")),
                )
            ).one()
        self.office.complete(username, task, values)
        self.office.work()

    def sort(self, unit: str, kind: str = "qua_han", person: str = "") -> None:
        """The secretary accepts it."""
        about = {"nguoi_bi_phan_anh": str(person_id(person))} if person else {}
        given = {"thu_ly": "co", "loai_pa": kind, "don_vi_pa": str(unit_id(self.office, unit)), **about}
        self.do("thuky", "PhanLoai", given)

    def reply(self) -> None:
        """The desk tells the sender, today."""
        given = {"ngay_tra_loi": f"{self.office.today:%d/%m/%Y}", "cach_tra_loi": "dien_thoai"}
        self.do("thanhnhan", "GuiTraLoi", given)


ANSWER = {
    "ket_qua_xac_minh": "Hồ sơ trả chậm ba ngày.",
    "ket_luan_pa": "dung",
    "noi_dung_tra_loi": "Cơ quan xin lỗi và đã trả kết quả.",
}


def unit_id(office: Office, code: str) -> UUID:
    """The unit of the agency with that code."""
    with office.system.store.reading() as session:
        asked = select(Unit.id).where(Unit.agency_id == agency_id(AGENCY), Unit.code == code)
        return session.scalars(asked).one()


def taken_in(
    office: Office, *, by: str = "thanhnhan", at: datetime | None = None, behaviour: bool = False
) -> FeedbackCase:
    """Somebody takes feedback in."""
    said = Said(
        channel=Channel.HOTLINE,
        received_at=at or office.now,
        content="Hồ sơ trả chậm ba ngày, không có văn bản xin lỗi.",
        sender=SENDER,
        contact=CONTACT,
        about_behaviour=behaviour,
    )
    command = TakeFeedbackIn(viewer=office.viewer(by), origin="test", said=said)
    key = take_feedback_in(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    return FeedbackCase(office=office, id=key)
