"""A5: a legal update not finished at the end of its three months becomes a slip, and P08 treats it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select

from engine.domain.local_time import OFFICE_ZONE
from engine.store.tables import ProcessInstance
from qms.nonconformities.tables import Nonconformity
from tests.office import Office, entry
from tests.qms.nonconformities.slip_case import P08


def test_at_the_first_moment_after_the_three_months_a_slip_and_its_case_begin(office: Office) -> None:
    office.deploy(P08)
    # In force on 01/07/2026: due 01/10/2026; registered after that, it is overdue from its first moment.
    update = office.register(entry("88/2026/NĐ-CP", effective_on=date(2026, 7, 1)))
    office.work()
    row = office.instance(update)
    assert row.legal_due == date(2026, 10, 1)
    assert row.overdue_from == datetime(2026, 10, 2, 0, 0, tzinfo=OFFICE_ZONE).astimezone(UTC)
    with office.system.store.reading() as session:
        (slip,) = session.scalars(select(Nonconformity))
        case = session.get_one(ProcessInstance, slip.case_id)
    assert (slip.instance_id, slip.source, slip.state) == (update, "quá hạn cập nhật VBQPPL", "de_xuat")
    assert case.code.startswith("P08-")
    assert slip.code in case.title
    office.work()
    with office.system.store.reading() as session:
        assert len(session.scalars(select(Nonconformity)).all()) == 1
