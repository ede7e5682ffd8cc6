"""Changing an audit under way: somebody of the team leaves, the day is put off, the audit is called off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.identifiers import fresh_id
from engine.domain.refusals import NotAuthorised
from engine.domain.text import one_line, storable
from engine.domain.values import Value, dump_values
from engine.execution.history import record_audit
from engine.execution.instances import lock
from engine.execution.messages import Sender, add_messages, message_row
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from qms.audits.change_refusals import (
    AuditChangeUnreasoned,
    AuditDayNotOfYear,
    AuditDayTooNear,
    AuditNotChangeable,
    AuditorNotFit,
    AuditUnknown,
    NotOfTheTeam,
)
from qms.audits.fitness import Part, unfit
from qms.audits.rounds import NOTICE_DAYS, tell_called_off, tell_of_day, visit_record
from qms.audits.tables import Audit, AuditMember, AuditProgramme
from qms.audits.units import names_of
from qms.organisation.tables import Person, Unit

MESSAGE: Final = "P07_thay_doi"
LONGEST_REASON: Final = 500
_BEFORE: Final = frozenset({"da_thong_bao", "dang_danh_gia"})
_TEAM_MATTERS: Final = _BEFORE | {"cho_giai_trinh"}


class AuditChange(StrEnum):
    """What becomes of an audit."""

    REPLACE = "doi_nguoi"
    POSTPONE = "doi_ngay"
    CALL_OFF = "khong_thuc_hien"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAudit:
    """What is changed and why; `leaving` and `person` to replace somebody, `day` to put it off."""

    viewer: Viewer
    origin: str
    audit: UUID
    kind: AuditChange
    reason: str
    leaving: UUID | None = None
    person: UUID | None = None
    day: date | None = None


def change_audit(store: Store, surroundings: Surroundings, command: ChangeAudit, now: datetime) -> None:
    """Write it into the register and the history of the case, and tell the case by a message.

    The case gives the steps of the lead to the new one and waits for the new day; called off, it goes on
    without findings, and the unit counts as not audited in the year. Raises NotAuthorised, AuditUnknown,
    AuditNotChangeable, AuditChangeUnreasoned, NotOfTheTeam, AuditorNotFit, AuditDayTooNear and
    AuditDayNotOfYear.
    """
    if not changes_audits(command.viewer):
        raise NotAuthorised("thay đổi cuộc đánh giá", "change an audit")
    reason = one_line(storable(command.reason))[:LONGEST_REASON]
    if not reason:
        raise AuditChangeUnreasoned
    actor = Actor(person=command.viewer.person, origin=command.origin)
    with store.transaction() as session:
        audit, programme = _found(session, command)
        if programme.instance_id is None:
            raise AuditNotChangeable(audit.code)
        execution = lock(session, surroundings, programme.instance_id, actor=actor, now=now)
        session.refresh(audit, with_for_update=True)
        today = surroundings.calendars.calendar_of(audit.agency_id).local_day(now)
        told = _changed(session, surroundings, command, audit, programme, today)
        session.flush()
        data: dict[str, object] = {
            "audit": audit.code,
            "change": command.kind.value,
            "reason": reason,
            **told,
        }
        execution.record("audit.changed", data=data)
        execution.save_history()
        record_audit(session, "audit.changed", actor=actor, agency=audit.agency_id, now=now, data=data)
        if command.kind is AuditChange.POSTPONE:
            tell_of_day(session, surroundings.directory, audit, now)
        if command.kind is AuditChange.CALL_OFF:
            tell_called_off(session, surroundings.directory, audit, reason, now)
        sender = Sender(
            agency=audit.agency_id, instance=None, element=None, person=actor.person, origin=actor.origin
        )
        payload = dump_values(_carried(session, surroundings, audit, command.kind, reason, today))
        add_messages(
            session,
            [message_row(sender, fresh_id(), name=MESSAGE, key=str(audit.id), payload=payload, now=now)],
        )


def changes_audits(viewer: Viewer) -> bool:
    """Whether the viewer changes audits under way."""
    return may(viewer, Power.CHANGE_AUDITS)


def may_become(audit_state: str, *, reaudit_waits: bool) -> tuple[AuditChange, ...]:
    """What can be changed of an audit in that state; `reaudit_waits`: a re-audit is still to be held."""
    if audit_state in _BEFORE:
        return tuple(AuditChange)
    if audit_state in _TEAM_MATTERS or (audit_state == "da_ket_thuc" and reaudit_waits):
        return (AuditChange.REPLACE,)
    return ()


def _found(session: Session, command: ChangeAudit) -> tuple[Audit, AuditProgramme]:
    audit = session.get(Audit, command.audit)
    if audit is None or audit.agency_id != command.viewer.agency:
        raise AuditUnknown
    return audit, session.get_one(AuditProgramme, audit.programme_id)


def _changed(
    session: Session,
    surroundings: Surroundings,
    command: ChangeAudit,
    audit: Audit,
    programme: AuditProgramme,
    today: date,
) -> dict[str, object]:
    """Carry it out in the register; what of it the history tells."""
    waits = audit.reaudit_due_on is not None and audit.reaudited_on is None
    if command.kind not in may_become(audit.state, reaudit_waits=waits):
        raise AuditNotChangeable(audit.code)
    match command.kind:
        case AuditChange.REPLACE:
            return _replaced(session, surroundings, command, audit, today)
        case AuditChange.POSTPONE:
            return _put_off(session, surroundings, command, audit, programme, today)
        case AuditChange.CALL_OFF:
            audit.state = "huy"
            return {"day": audit.planned_on}


def _replaced(
    session: Session, surroundings: Surroundings, command: ChangeAudit, audit: Audit, today: date
) -> dict[str, object]:
    """The new one takes the part; who leaves after the audit was held stays on record as a member."""
    team = {one.person_id: one for one in _team(session, audit)}
    leaving = team.get(command.leaving) if command.leaving is not None else None
    person = session.get(Person, command.person) if command.person is not None else None
    if leaving is None or person is None or person.agency_id != audit.agency_id or not person.active:
        raise NotOfTheTeam(audit.code)
    taken = team.get(person.id)
    if person.id == leaving.person_id or (taken is not None and leaving.part != Part.LEAD):
        raise NotOfTheTeam(audit.code)
    part, planned = Part(leaving.part), audit.planned_on or today
    day = today if audit.held_on is not None else max(planned, today)
    reasons = unfit(session, surroundings.directory, person.id, audit.unit_id, day, part)
    if reasons:
        raise AuditorNotFit([reason.sentence() for reason in reasons])
    if audit.held_on is None:
        session.delete(leaving)
    else:
        leaving.part = Part.MEMBER.value
    session.flush()
    if taken is not None:
        taken.part = part.value
    else:
        session.add(
            AuditMember(audit_id=audit.id, person_id=person.id, agency_id=audit.agency_id, part=part.value)
        )
    names = names_of(session, [leaving.person_id, person.id])
    return {"part": part.value, "old": names[leaving.person_id], "new": names[person.id]}


def _put_off(
    session: Session,
    surroundings: Surroundings,
    command: ChangeAudit,
    audit: Audit,
    programme: AuditProgramme,
    today: date,
) -> dict[str, object]:
    """A working day of the year, told five working days before, on which the team may still audit."""
    calendar, day = surroundings.calendars.calendar_of(audit.agency_id), command.day
    first = calendar.add_working_days(today, NOTICE_DAYS)
    if day is None or day < first or not calendar.is_working(day):
        raise AuditDayTooNear(first)
    if day.year != programme.year:
        raise AuditDayNotOfYear(programme.year)
    wrong = [
        reason.sentence()
        for one in _team(session, audit)
        for reason in unfit(
            session, surroundings.directory, one.person_id, audit.unit_id, day, Part(one.part)
        )
    ]
    if wrong:
        raise AuditorNotFit(wrong)
    before, audit.planned_on, audit.state = audit.planned_on, day, "da_thong_bao"
    return {"old": before, "new": day}


def _team(session: Session, audit: Audit) -> list[AuditMember]:
    return list(session.scalars(select(AuditMember).where(AuditMember.audit_id == audit.id)))


def _carried(
    session: Session, surroundings: Surroundings, audit: Audit, kind: AuditChange, reason: str, today: date
) -> dict[str, Value]:
    """What the case has to know: the visit anew, and its result where it is not held."""
    unit = session.get_one(Unit, audit.unit_id).name
    visit = visit_record(session, surroundings.directory, audit, unit, today)
    result: Value = None
    if kind is AuditChange.CALL_OFF:
        result = {
            "id": str(audit.id),
            "ma": audit.code,
            "don_vi": str(audit.unit_id),
            "ten_don_vi": unit,
            "ngay_danh_gia": None,
            "truong_doan": visit["truong_doan"],
            "han_danh_gia_lai": None,
            "phieu": [],
            "khong_thuc_hien": reason,
        }
    return {
        "cuoc": visit,
        "bo_cuoc": kind is AuditChange.CALL_OFF,
        "ket_qua": result,
        "ly_do_thay_doi": reason,
    }
