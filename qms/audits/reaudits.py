"""The re-audit after correction: when, by whom, which slips, and what becomes of those that did not help."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.execution.notices import notify
from engine.ports import Calendars, Deadlines, Directory, OperatorCall
from engine.store.tables import ProcessInstance
from qms.audits.answers import Row, rows_of, session_of, text_of
from qms.audits.fitness import auditors_on, fit_among
from qms.audits.tables import Audit, AuditFinding, AuditMember
from qms.audits.units import names_of, told_of
from qms.audits.visits import OPENED_BEFORE, REAUDIT_POLICY, findings_of, slip_of
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import CorrectiveAction, Nonconformity
from qms.organisation.roles import Role
from qms.outgoing.documents import last_done

STATE_WORDS: Final = {
    NonconformityState.PROPOSED: "đề xuất",
    NonconformityState.ANALYSIS: "đang phân tích",
    NonconformityState.AWAITING_APPROVAL: "chờ phê duyệt",
    NonconformityState.IN_PROGRESS: "đang thực hiện",
    NonconformityState.BEING_VERIFIED: "đang xác minh",
    NonconformityState.CLOSED: "đã đóng",
    NonconformityState.CARRIED_OVER: "chuyển tiếp sang phiếu mới",
}
NOT_CARRIED_OUT: Final = frozenset(
    {NonconformityState.PROPOSED, NonconformityState.ANALYSIS, NonconformityState.AWAITING_APPROVAL}
)
"""States of a slip in which no action was approved yet."""


class ReauditOperators:
    """The operators of the re-audit of a unit."""

    def __init__(self, calendars: Calendars, deadlines: Deadlines, directory: Directory) -> None:
        self._calendars = calendars
        self._deadlines = deadlines
        self._directory = directory

    def follow(self, call: OperatorCall) -> Value:
        """By when is audited again, and when the task opens at the latest."""
        session = session_of(call)
        audit = _audit(session, call)
        anchor = call.parameters.get("moc_dgl")
        anchor = anchor if isinstance(anchor, date) else audit.held_on
        if anchor is None:
            raise TypeError(audit.code)
        terms = DeadlineTerms(policy=REAUDIT_POLICY, anchor=anchor)
        due = self._deadlines.reckon(call.agency, terms).deadline
        opens = self._calendars.calendar_of(call.agency).add_working_days(due.target_due, -OPENED_BEFORE)
        waited: list[Value] = [
            {"phat_hien": str(one.id), "ma": one.code} for one in _grave(session, audit.id)
        ]
        return {"moc_dgl": anchor, "ngay_mo_dgl": opens, "phieu_cho": waited}

    def open(self, call: OperatorCall) -> Value:
        """How far each slip is, who carried actions out, who audits again; the unit is told (M08)."""
        session, today = session_of(call), local_day(call.now)
        audit = _audit(session, call)
        latest = [(one, latest_slip(session, one)) for one in _grave(session, audit.id)]
        slips = [slip for _, slip in latest if slip is not None]
        doers = _doers(session, slips)
        auditor = self._auditor(session, audit, today, doers)
        self._tell(session, audit, [slip.code for slip in slips], call)
        return {
            "nguoi_dgl": str(auditor) if auditor else None,
            "nguoi_thuc_hien": [str(doer) for doer in doers],
            "phieu_xac_minh": [
                {"value": str(one.id), "label": slip.code if slip is not None else one.code}
                for one, slip in latest
            ],
            "bang_de_xuat": [_proposed(session, one, slip) for one, slip in latest],
            "tinh_trang_phieu": "\n".join(_told(session, one, slip) for one, slip in latest),
        }

    def reaudit(self, call: OperatorCall) -> Value:
        """Write the result; what is not effective is issued again, linked to the old slip, and the head told.

        A slip that is still open is issued again by its own case, from its fourth box: here it is only waited
        for, so that no finding is followed by two new slips.
        """
        session = session_of(call)
        audit = _audit(session, call)
        held = call.parameters.get("ngay_danh_gia_lai")
        if not isinstance(held, date):
            raise TypeError(held)
        results = {
            UUID(text_of(row, "phieu")): text_of(row, "hieu_luc")
            for row in rows_of(call.parameters.get("ket_qua_dgl"))
        }
        grave = _grave(session, audit.id)
        failed = [one for one in grave if results.get(one.id) != "dat"]
        sent = self._concluded(session, grave, call)
        if not failed:
            audit.reaudited_on, audit.state = held, "da_danh_gia_lai"
            return {"dat_het": True, "phieu_tai_ban": [], "phieu_cho": [], "ket_qua_gui": sent}
        again: list[Value] = []
        for finding in failed:
            slip = latest_slip(session, finding)
            if slip is not None and slip.state == NonconformityState.CLOSED:
                again.append(slip_of(session, audit, finding, reissue_of=slip.id))
        self._tell_head(session, audit, failed, held, call)
        return {
            "dat_het": False,
            "ket_qua_gui": sent,
            "phieu_tai_ban": again,
            "phieu_cho": [{"phat_hien": str(one.id), "ma": one.code} for one in failed],
            "moc_dgl": held,
            "ngay_mo_dgl": self._opens(call, held),
        }

    def _concluded(self, session: Session, grave: list[AuditFinding], call: OperatorCall) -> list[Value]:
        """What the slips that wait for their verification are told: this judgement is that verification.

        A slip whose actions are still under way is not told: what was judged then is not what it waits for.
        """
        rows = {UUID(text_of(row, "phieu")): row for row in rows_of(call.parameters.get("ket_qua_dgl"))}
        done = last_done(call, "DanhGiaLai")
        if done is None or done.completed_by is None:
            return []
        told: list[Value] = []
        for finding in grave:
            slip, row = latest_slip(session, finding), rows.get(finding.id)
            if slip is None or row is None or slip.state != NonconformityState.BEING_VERIFIED:
                continue
            told.append(
                {
                    "ma_phieu": str(slip.id),
                    "ket_qua": "dat" if text_of(row, "hieu_luc") == "dat" else "chua_dat",
                    "bang_chung": text_of(row, "bang_chung"),
                    "nguoi": str(done.completed_by),
                }
            )
        return told

    def _opens(self, call: OperatorCall, anchor: date) -> date:
        terms = DeadlineTerms(policy=REAUDIT_POLICY, anchor=anchor)
        due = self._deadlines.reckon(call.agency, terms).deadline
        return self._calendars.calendar_of(call.agency).add_working_days(due.target_due, -OPENED_BEFORE)

    def _auditor(self, session: Session, audit: Audit, today: date, doers: Collection[UUID]) -> UUID | None:
        """Somebody of the team who still may; else anybody competent and independent; else nobody by name."""
        members = session.scalars(
            select(AuditMember.person_id)
            .where(AuditMember.audit_id == audit.id, AuditMember.part != "quan_sat")
            .order_by(AuditMember.part.desc(), AuditMember.person_id)
        )
        everybody = [person for person, _ in auditors_on(session, audit.agency_id, today)]
        asked = [one for one in dict.fromkeys((*members, *everybody)) if one not in doers]
        return next(iter(fit_among(session, self._directory, asked, audit.unit_id, today)), None)

    def _tell(self, session: Session, audit: Audit, codes: list[str], call: OperatorCall) -> None:
        """Once for each day by which is audited again."""
        anchor = call.variables.get("moc_dgl")
        terms = DeadlineTerms(
            policy=REAUDIT_POLICY, anchor=anchor if isinstance(anchor, date) else audit.held_on or date.min
        )
        due = self._deadlines.reckon(call.agency, terms).deadline.legal_due
        heads = told_of(session, self._directory, call.agency, audit.unit_id, local_day(call.now))
        notify(
            session,
            session.get_one(ProcessInstance, call.instance),
            heads,
            kind="M08",
            now=call.now,
            step=f"{audit.code} {due}",
            data={
                "step": f"Đánh giá lại {audit.code}",
                "for_unit": str(audit.unit_id),
                "due_on": f"{due}",
                "document": ", ".join(codes),
            },
        )

    def _tell_head(
        self, session: Session, audit: Audit, failed: list[AuditFinding], held: date, call: OperatorCall
    ) -> None:
        """Not effective: step E3 of the ladder at once."""
        codes = ", ".join(finding.code for finding in failed)
        today = local_day(call.now)
        heads = self._directory.holders(session, call.agency, Role.AGENCY_HEAD, None, today)
        notify(
            session,
            session.get_one(ProcessInstance, call.instance),
            heads,
            kind="M03",
            now=call.now,
            step=f"reaudit {audit.code} {held}",
            data={
                "step": f"Đánh giá lại {audit.code}: chưa đạt",
                "reason": f"Khắc phục chưa có hiệu lực: {codes}. Phiếu mới được lập, nối với phiếu cũ.",
                "reason_en": f"Corrections not effective: {codes}. New slips follow the old ones.",
            },
        )


def latest_slip(session: Session, finding: AuditFinding) -> Nonconformity | None:
    """The newest slip that follows from a finding: the first one, or the last of those issued after it."""
    slip = session.get(Nonconformity, finding.nonconformity_id) if finding.nonconformity_id else None
    while slip is not None:
        newer = session.scalars(
            select(Nonconformity).where(Nonconformity.reissue_of == slip.id).limit(1)
        ).one_or_none()
        if newer is None:
            return slip
        slip = newer
    return None


def _audit(session: Session, call: OperatorCall) -> Audit:
    return session.get_one(Audit, UUID(str(call.parameters["cuoc"])))


def _grave(session: Session, audit: UUID) -> list[AuditFinding]:
    return [one for one in findings_of(session, audit) if one.kind.startswith("kph")]


def _doers(session: Session, slips: list[Nonconformity]) -> list[UUID]:
    """Whoever carried an action out does not judge whether it helped (A6)."""
    if not slips:
        return []
    owners = session.scalars(
        select(CorrectiveAction.owner_id)
        .where(CorrectiveAction.nonconformity_id.in_([slip.id for slip in slips]))
        .distinct()
    )
    return list(owners)


def _told(session: Session, finding: AuditFinding, slip: Nonconformity | None) -> str:
    if slip is None:
        return f"{finding.code}: chưa có phiếu."
    said = f"{slip.code} ({finding.code}): {STATE_WORDS[NonconformityState(slip.state)]} – {slip.description}"
    return f"{said}\n{_verified(session, slip)}" if slip.verified_by is not None else said


def _proposed(session: Session, finding: AuditFinding, slip: Nonconformity | None) -> Row:
    """A row for the slip; what its verification said already stands in it, to be confirmed or corrected."""
    if slip is None or slip.verified_by is None or slip.effective is None:
        return {"phieu": str(finding.id), "hieu_luc": None, "bang_chung": None}
    verdict = "dat" if slip.effective else "chua_dat"
    return {"phieu": str(finding.id), "hieu_luc": verdict, "bang_chung": _verified(session, slip)}


def _verified(session: Session, slip: Nonconformity) -> str:
    who = names_of(session, [slip.verified_by] if slip.verified_by else [])
    name, day = next(iter(who.values()), ""), slip.verified_on
    verdict = "đạt" if slip.effective else "chưa đạt"
    return f"{slip.code} đã được xác minh {verdict}" + (f" ngày {day:%d/%m/%Y}" if day else "") + f", {name}."
