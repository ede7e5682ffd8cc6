"""An audit under way: somebody of the team leaves, the day is put off, the audit is called off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.domain.errors import Refusal
from engine.domain.refusals import NotAuthorised
from engine.queries.task import task_view
from engine.store.tables import HistoryEvent
from qms.audits.change_refusals import (
    AuditChangeUnreasoned,
    AuditDayNotOfYear,
    AuditDayTooNear,
    AuditNotChangeable,
    AuditorNotFit,
    NotOfTheTeam,
)
from qms.audits.changes import AuditChange, ChangeAudit, change_audit
from qms.audits.tables import AuditMember
from qms.demo_office.loading import person_id
from tests.office import Office
from tests.qms.audits.auditing import Auditing, begin, moment, others_found, prepared
from tests.web_browser import Browser
from web.app import create_app

PREPARE, RECORD = "Chuẩn bị phiếu ghi chép", "Đánh giá, ghi nhận"
ROOM_TITLE = "Phòng Kinh tế"


def change(
    auditing: Auditing,
    kind: AuditChange,
    *,
    by: str = "thuky",
    reason: str = "Chuyển công tác",
    leaving: str = "kieuoanh",
    person: str = "yennhi",
    day: date | None = None,
) -> None:
    """The secretary changes the audit of the room for economics."""
    office = auditing.office
    command = ChangeAudit(
        viewer=office.viewer(by),
        origin="test",
        audit=auditing.audit().id,
        kind=kind,
        reason=reason,
        leaving=person_id(leaving),
        person=person_id(person),
        day=day,
    )
    change_audit(office.system.store, office.system.surroundings, command, office.now)
    office.work()


def steps(office: Office, username: str) -> list[str]:
    """The steps of the room's audit in somebody's inbox."""
    return [row.name for row in office.inbox(username) if ROOM_TITLE in row.title]


def members(auditing: Auditing) -> dict[UUID, str]:
    with auditing.office.system.store.reading() as session:
        rows = session.scalars(select(AuditMember).where(AuditMember.audit_id == auditing.audit().id))
        return {row.person_id: row.part for row in rows}


def told(auditing: Auditing) -> list[str]:
    with auditing.office.system.store.reading() as session:
        asked = select(HistoryEvent.data).where(
            HistoryEvent.instance_id == auditing.case, HistoryEvent.kind == "audit.changed"
        )
        return list(session.scalars(asked))


def test_who_takes_the_lead_gets_the_steps_and_the_history_says_who_left(autumn: Office) -> None:
    auditing = begin(autumn)
    auditing.planned()
    assert steps(autumn, "kieuoanh") == [PREPARE]
    wrong: tuple[tuple[type[Refusal], Callable[[], None]], ...] = (
        (NotAuthorised, lambda: change(auditing, AuditChange.REPLACE, by="kieuoanh")),
        (AuditChangeUnreasoned, lambda: change(auditing, AuditChange.REPLACE, reason=" ")),
        (NotOfTheTeam, lambda: change(auditing, AuditChange.REPLACE, person="kieuoanh")),
        (NotOfTheTeam, lambda: change(auditing, AuditChange.REPLACE, leaving="yennhi")),
        (AuditorNotFit, lambda: change(auditing, AuditChange.REPLACE, person="camtien")),  # of the room
        (AuditorNotFit, lambda: change(auditing, AuditChange.REPLACE, person="giabao")),  # certificate ended
    )
    for refusal, act in wrong:
        with pytest.raises(refusal):
            act()
    assert told(auditing) == []

    change(auditing, AuditChange.REPLACE)
    assert steps(autumn, "kieuoanh") == []
    assert steps(autumn, "yennhi") == [PREPARE]
    assert members(auditing) == {person_id("yennhi"): "truong_doan"}
    (event,) = told(auditing)
    assert "Đinh Thị Kiều Oanh" in event
    assert "Chuyển công tác" in event
    page = Browser(create_app(autumn.system)).sign_in("thuky").get(f"/instances/{auditing.case}").text
    assert "thay Đinh Thị Kiều Oanh" in page


def test_an_audit_put_off_waits_for_its_new_day_and_one_called_off_ends_without_findings(
    autumn: Office,
) -> None:
    auditing = begin(autumn)
    auditing.planned()
    prepared(auditing)  # the day has come, the lead could record
    assert steps(autumn, "kieuoanh") == [RECORD]
    for day, refusal in (
        (date(2026, 10, 16), AuditDayTooNear),
        (date(2026, 10, 25), AuditDayTooNear),  # a Sunday
        (date(2027, 1, 8), AuditDayNotOfYear),
    ):
        with pytest.raises(refusal):
            change(auditing, AuditChange.POSTPONE, day=day)
    change(auditing, AuditChange.POSTPONE, day=date(2026, 10, 26), reason="Phòng tiếp đoàn kiểm tra")
    assert auditing.audit().planned_on == date(2026, 10, 26)
    assert steps(autumn, "kieuoanh") == [PREPARE]
    autumn.pass_days(1)
    assert any("26/10/2026" in mail.subject for mail in autumn.mails())

    change(auditing, AuditChange.CALL_OFF, reason="Phòng được sắp xếp lại")
    assert steps(autumn, "kieuoanh") == []
    audit = auditing.audit()
    assert (audit.state, audit.held_on) == ("huy", None)
    with pytest.raises(AuditNotChangeable):
        change(auditing, AuditChange.CALL_OFF)
    others_found(auditing)
    report = autumn.task("thuky", "Hoàn thiện báo cáo")
    with autumn.system.store.reading() as session:
        around, secretary = autumn.system.surroundings, autumn.viewer("thuky")
        summed_up = str(task_view(session, around, secretary, report).case["tong_hop_phat_hien"])
    assert "phù hợp, điều 8.5.1: Làm đúng quy trình đã duyệt. Bằng chứng: Hồ sơ P06-2026-001" in summed_up
    assert "Không thực hiện: Phòng Kinh tế (Phòng được sắp xếp lại)." in summed_up
    called_off = [mail for mail in autumn.mails() if "Không thực hiện cuộc đánh giá" in mail.subject]
    assert "truongkt@" in str([mail.to_address for mail in called_off])
    assert "Phòng được sắp xếp lại" in called_off[0].text
    autumn.pass_until(moment(12, 2, 18))
    heads = [mail.text for mail in autumn.mails() if mail.to_address.startswith("chanhvp@")]
    assert any("các đơn vị chưa được đánh giá nội bộ: Phòng Kinh tế" in text for text in heads)
