"""An office with cases that ended long ago, and the acts by which their content is destroyed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from engine.queries.history_record import record_lines
from engine.store.tables import ProcessInstance
from qms.retention.acting import Act
from qms.retention.carrying_out import CarryOutDisposal, carry_out_disposal
from qms.retention.classes import SetRetention, set_retention
from qms.retention.lines import DEFAULT_CODE
from qms.retention.proposals import (
    ApproveDisposal,
    Minutes,
    ProposeDisposal,
    approve_disposal,
    propose_disposal,
)
from tests.engine.cases import bundle, form, publish, role, start
from tests.office import Office
from workers.verify_history import Report, verify

KEY: Final = "QMS_P77_LUU"
LATER: Final = datetime(2033, 3, 1, 2, 0, tzinfo=UTC)
"""Six years after the cases of the office ended."""
CLERK, HEAD, OTHER_HEAD = "vanthu", "chanhvp", "phochanhvp"
SECRET: Final = "Nguyễn Văn Kín"
PDF: Final = b"%PDF-1.7 signed minutes"


def act(office: Office, username: str = CLERK, reason: str = "Hết thời hạn lưu") -> Act:
    return Act(viewer=office.viewer(username), origin="test", reason=reason)


def ended(office: Office, count: int = 1, *, told: bool = False) -> list[UUID]:
    """Cases that were worked on and completed, with what somebody typed; `told` by a mail before."""
    publish(
        office,
        bundle(
            "s:start\n a:user\n e:end\n s > a > e",
            {"a": role("THU_KY_ISO", '<gov:form key="phieu"/>')},
            key=KEY,
            forms={"phieu": form({"key": "ten", "type": "textfield", "label": "Họ tên"})},
        ),
    )
    cases = [start(office, KEY, nguoi_nop=SECRET) for _ in range(count)]
    if told:
        office.pass_until(office.now + timedelta(hours=1))
    for row in office.inbox("thuky"):
        office.claim("thuky", row.id)
        office.complete("thuky", row.id, {"ten": SECRET})
    return cases


def confirm_period(office: Office, years: int | None = 5, *, confirmed: bool = True) -> None:
    """The agency says how long the cases are kept, a minute after it last did."""
    office.clock.move_to(office.now + timedelta(minutes=1))
    command = SetRetention(
        act=act(office, reason="Theo danh mục hồ sơ"),
        code=DEFAULT_CODE,
        name="Hồ sơ thử",
        models=[],
        years=years,
        basis="QĐ 12/QĐ-VP",
        confirmed=confirmed,
        valid_from=date(2026, 1, 1),
    )
    set_retention(office.system.store, command, office.now)


def later(office: Office, moment: datetime = LATER) -> None:
    """Years go by in which nobody does anything."""
    office.clock.move_to(moment)


def propose(office: Office, cases: Sequence[UUID], by: str = CLERK) -> UUID:
    command = ProposeDisposal(act=act(office, by), cases=cases)
    return propose_disposal(office.system.store, office.system.surroundings, command, office.now)


def minutes(office: Office, number: str = "12/BB-TH", *, day: date | None = None) -> Minutes:
    return Minutes(
        number=number,
        day=day or office.today,
        council="Ông A, bà B, ông C",
        file_name="bien-ban.pdf",
        media_type="application/pdf",
        content=PDF,
    )


def approve(office: Office, disposal: UUID, by: str = HEAD, number: str = "12/BB-TH") -> None:
    command = ApproveDisposal(act=act(office, by), disposal=disposal, minutes=minutes(office, number))
    approve_disposal(office.system.store, command, office.now)


def carry_out(office: Office, disposal: UUID, by: str = CLERK) -> int:
    command = CarryOutDisposal(act=act(office, by), disposal=disposal)
    return carry_out_disposal(office.system.store, office.system.surroundings, command, office.now)


def disposed(office: Office, count: int = 1) -> list[UUID]:
    """Cases whose content was destroyed by minutes."""
    cases = ended(office, count)
    confirm_period(office)
    later(office)
    disposal = propose(office, cases)
    approve(office, disposal)
    assert carry_out(office, disposal) == count
    return cases


def verified(office: Office, instance: UUID | None = None) -> Report:
    with office.system.store.reading() as session:
        return verify(record_lines(session, office.now, instance=instance))


def case(office: Office, instance: UUID) -> ProcessInstance:
    with office.system.store.reading() as session:
        return session.get_one(ProcessInstance, instance)
