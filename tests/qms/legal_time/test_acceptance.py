"""Acceptance scenarios of legal time: A4, A5, A6, A13, A20, A22 and A25 of the offices' list."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.commands.complete_task import CompleteTask, complete_task
from engine.domain.calendar import WorkingCalendar
from engine.domain.deadline import Deadline, compute_deadline
from engine.domain.errors import FieldsInvalid
from engine.domain.forms import Submitted
from engine.domain.local_time import OFFICE_ZONE, local_moment
from engine.domain.refusals import DutiesNotSeparated, TaskNotYours
from engine.domain.states import TaskState
from engine.domain.values import Value
from engine.queries.instances import instance_lines
from engine.store.tables import AuditEvent
from qms.documents.rules import entry_from_form
from qms.legal_time.calendar_seed import seed_calendar
from qms.legal_time.policies import POLICIES
from qms.nonconformities.tables import Nonconformity
from tests.engine.cases import bundle, grant, publish, role, start
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

CALENDAR = WorkingCalendar(seed_calendar())
SEPARATED = '<gov:separation differentFrom="sua"/>'
CORRECTION = "s:start\n sua:user\n xac_minh:user\n e:end\n s > sua > xac_minh > e"
SIGNING = "s:start\n ky:user\n e:end\n s > ky > e"


def due(code: str, anchor: date | datetime) -> Deadline:
    (policy,) = (one for one in POLICIES if one.code == code)
    return compute_deadline(policy, anchor, CALENDAR)


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=OFFICE_ZONE)


def registration(**values: Value) -> dict[str, Value]:
    return {
        "so_ky_hieu": "217/2026/NĐ-CP",
        "trich_yeu": "Quy định thử",
        "co_quan_ban_hanh": "Chính phủ",
        "linh_vuc": "Xây dựng",
        "ngay_ky": date(2026, 6, 24),
        **values,
    }


@pytest.fixture
def summer(database_url: str) -> Office:
    """The demo office on 25/06/2026."""
    return Office(database_url, at(2026, 6, 25, 8))


def test_a4_three_months_count_from_the_effective_date_not_from_the_signature() -> None:
    document = entry_from_form(registration(cach_hieu_luc="ngay", ngay_hieu_luc=date(2026, 7, 1)))
    assert document.effective_on is not None
    reckoned = due("DL-LEGAL-3M", document.effective_on)
    assert (reckoned.legal_due, reckoned.target_due) == (date(2026, 10, 1), date(2026, 10, 1))
    assert "01/07/2026" in reckoned.explanation[0][0]


def test_a4_an_effect_some_days_after_the_signature_is_computed() -> None:
    document = entry_from_form(registration(cach_hieu_luc="sau_ngay_ky", so_ngay=10))
    assert document.effective_on == date(2026, 7, 4)
    assert document.effect_rule == "sau 10 ngày kể từ ngày ký"
    # 04/10/2026 is a Sunday
    reckoned = due("DL-LEGAL-3M", document.effective_on)
    assert (reckoned.legal_due, reckoned.target_due) == (date(2026, 10, 5), date(2026, 10, 2))
    with pytest.raises(FieldsInvalid):
        entry_from_form(registration(cach_hieu_luc="sau_ngay_ky", so_ngay=10, ngay_ky=None))


def test_a5_at_midnight_after_the_legal_date_the_case_is_late_and_told(summer: Office) -> None:
    case = summer.register(
        entry("218/2026/NĐ-CP", effective_on=date(2026, 7, 1), signed_on=date(2026, 6, 24))
    )
    row = summer.instance(case)
    assert (row.legal_due, row.overdue_from) == (date(2026, 10, 1), at(2026, 10, 2))
    summer.clock.move_to(at(2026, 10, 1, 23, 59))
    summer.work()
    assert summer.instance(case).overdue_at is None
    summer.pass_until(at(2026, 10, 2, 9))
    assert summer.instance(case).overdue_at == at(2026, 10, 2)
    with summer.system.store.reading() as session:
        (found,) = session.scalars(select(Nonconformity))
        late, total = instance_lines(session, summer.viewer("thuky"), late_at=summer.now)
    assert found.source == "quá hạn cập nhật VBQPPL"
    assert (total, late[0].id) == (1, case)
    head = [mail.subject for mail in summer.mails() if mail.to_address.startswith("chanhvp@")]
    assert any("218/2026/NĐ-CP" in subject for subject in head)
    summer.close()


def test_a6_a_re_audit_is_due_thirty_days_after_the_audit() -> None:
    reckoned = due("DL-REAUDIT-30D", date(2026, 10, 15))
    assert (reckoned.legal_due, reckoned.target_due) == (date(2026, 11, 16), date(2026, 11, 13))


def test_a6_whoever_corrected_a_finding_may_not_verify_the_correction(office: Office) -> None:
    publish(
        office, bundle(CORRECTION, {"sua": role("CHUYEN_VIEN"), "xac_minh": role("CHUYEN_VIEN", SEPARATED)})
    )
    case = start(office)
    office.complete("camtien", office.tasks(case)[0].id, {})
    verification = office.tasks(case)[1].id
    with pytest.raises(DutiesNotSeparated):
        office.complete("camtien", verification, {})
    assert office.instance(case).state == "running"
    assert office.complete("giabao", verification, {}).ended


def test_a13_copies_asked_for_after_15_00_on_a_friday_are_promised_for_monday_with_the_hour() -> None:
    reckoned = due("DL-CHUNGTHUC", at(2026, 10, 9, 15, 5))
    assert reckoned.legal_due == date(2026, 10, 12)
    assert reckoned.overdue_from == at(2026, 10, 12, 17)
    vietnamese = " ".join(sentence for sentence, _ in reckoned.explanation)
    assert "12/10/2026" in vietnamese
    assert "17:00" in vietnamese


def test_a20_a_report_before_10_11_is_late_one_minute_after_midnight() -> None:
    reckoned = due("DL-RPT-1011", date(2026, 1, 1))
    assert reckoned.legal_due == date(2026, 11, 9)
    assert at(2026, 11, 9, 23, 59) < reckoned.overdue_from <= at(2026, 11, 10, 0, 1)


def test_a22_after_three_days_without_a_worker_each_person_hears_once_and_dates_are_the_legal_ones(
    office: Office,
) -> None:
    case = office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    office.work()
    office.clock.move_to(at(2027, 2, 28, 8))
    office.work()
    before, told = office.instance(case), len(office.mails())
    office.clock.move_to(at(2027, 3, 3, 8))
    for _ in range(3):
        office.work()
    after = office.instance(case)
    assert (after.legal_due, after.target_due) == (before.legal_due, before.target_due)
    assert after.overdue_from == at(2027, 3, 2)
    assert after.overdue_at is not None
    assert local_moment(after.overdue_at) == at(2027, 3, 3, 8)
    new = [mail.to_address for mail in office.mails()[told:]]
    assert new
    assert len(new) == len(set(new))


def delegated(office: Office) -> UUID:
    """A case with a signing task on 01/09/2027, a deputy signing for the head until 05/09."""
    office.clock.move_to(at(2027, 9, 1, 8))
    grant(office, "truongkt", "TRUONG_BCD", since=date(2027, 9, 1), until=date(2027, 9, 6))
    publish(office, bundle(SIGNING, {"ky": role("TRUONG_BCD")}))
    return start(office)


def signed(office: Office, task: UUID) -> None:
    command = CompleteTask(
        task=task, viewer=office.viewer("truongkt"), origin="test", submitted=Submitted(values={}, files={})
    )
    complete_task(office.system.store, office.system.surroundings, command, office.now)


def test_a25_a_deputy_signs_on_the_last_day_of_the_delegation_and_not_on_the_day_after(
    office: Office,
) -> None:
    first = office.tasks(delegated(office))[0].id
    second = office.tasks(start(office))[0].id
    office.claim("truongkt", second)
    office.clock.move_to(at(2027, 9, 5, 23, 59))
    signed(office, first)
    office.clock.move_to(office.now + timedelta(minutes=1))
    with pytest.raises(TaskNotYours):
        signed(office, second)


def test_a25_the_refused_signature_is_on_record(office: Office) -> None:
    case = delegated(office)
    task = office.tasks(case)[0].id
    office.claim("truongkt", task)
    office.clock.move_to(at(2027, 9, 6, 8))
    deputy = Browser(create_app(office.system)).sign_in("truongkt")
    assert deputy.post(f"/tasks/{task}/completion").status_code == 403
    with office.system.store.reading() as session:
        (refused,) = session.scalars(select(AuditEvent).where(AuditEvent.kind == "access.refused"))
    assert str(task) in refused.data
    assert "TaskNotYours" in refused.data
    assert office.tasks(case)[0].state == TaskState.CLAIMED
