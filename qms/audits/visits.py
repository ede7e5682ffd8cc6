"""The audit of one unit: its checklist, what was found, the unit's answer, and the slips that follow."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.execution.number_series import next_number
from engine.ports import Deadlines, OperatorCall
from engine.store.tables import ProcessInstance
from qms.audits.answers import Row, id_of, rows_of, session_of, text_of
from qms.audits.checklist import build_checklist
from qms.audits.contents import KIND_WORDS
from qms.audits.standard import clauses_on
from qms.audits.tables import Audit, AuditChecklistLine, AuditFinding, AuditMember
from qms.documents.procedures import procedures_in_force
from qms.nonconformities.rules import SOURCE_NAMES, Source
from qms.organisation.tables import Unit
from qms.outgoing.documents import last_done

REAUDIT_POLICY: Final = "DL-REAUDIT-30D"
OPENED_BEFORE: Final = 10
"""Working days before the target day on which the re-audit opens at the latest: the ladder's first step."""
_SOURCES: Final = frozenset({"dieu_khoan", "quy_trinh", "kph_mo", "ho_so_mau", "them"})
_SEVERITY: Final = {"kph_nang": "nang", "kph_nhe": "nhe"}


class VisitOperators:
    """The operators of the audit of a unit."""

    def __init__(self, deadlines: Deadlines) -> None:
        self._deadlines = deadlines

    def checklist(self, call: OperatorCall) -> Value:
        """Write the checklist with its sample into the register, and give it as rows to edit."""
        session, today = session_of(call), local_day(call.now)
        audit = _audit(session, call)
        lines = build_checklist(session, audit, today, call.now)
        session.execute(delete(AuditChecklistLine).where(AuditChecklistLine.audit_id == audit.id))
        for position, line in enumerate(lines, start=1):
            session.add(
                AuditChecklistLine(
                    id=derived_id("audit checklist", audit.id, position),
                    agency_id=audit.agency_id,
                    audit_id=audit.id,
                    position=position,
                    source=line.source,
                    clause=line.clause,
                    question=line.question,
                    procedure_id=line.procedure,
                    nonconformity_id=line.nonconformity,
                    sampled_instance_id=line.sampled,
                    seen="",
                    verdict="",
                )
            )
        session.flush()
        sampled = [line.sampled for line in lines if line.sampled is not None]
        return {
            "phieu_de_xuat": [
                {"nguon": line.source, "ma": line.clause, "cau_hoi": line.question} for line in lines
            ],
            "ho_so_mau": [str(case) for case in sampled],
            "ho_so_mau_van": _told_of_sample(session, sampled),
            "dieu_khoan_chon": [
                {"value": clause.number, "label": clause.label} for clause in clauses_on(today)
            ],
            "thu_tuc_chon": [
                {"value": str(one.id), "label": f"{one.code} {one.name}"}
                for one in procedures_in_force(session, audit.agency_id, today, cited=frozenset())
                if one.unit == audit.unit_id
            ],
        }

    def save_checklist(self, call: OperatorCall) -> Value:
        """The checklist as the auditor left it; the sample stays in the register whatever is struck out."""
        session = session_of(call)
        audit = _audit(session, call)
        write_lines(session, audit, rows_of(call.parameters.get("phieu")))
        audit.state = "dang_danh_gia"
        return None

    def findings(self, call: OperatorCall) -> Value:
        """Write what was found; written again after an explanation, codes stay with their rows."""
        session = session_of(call)
        audit = _audit(session, call)
        held = call.parameters.get("ngay_danh_gia")
        if not isinstance(held, date):
            raise TypeError(held)
        audit.held_on, audit.state = held, "cho_giai_trinh"
        write_lines(session, audit, rows_of(call.parameters.get("phieu")))
        rows = rows_of(call.parameters.get("phat_hien"))
        found = self._write_findings(session, audit, rows, call)
        grave = any(finding.kind in _SEVERITY for finding in found)
        terms = DeadlineTerms(policy=REAUDIT_POLICY, anchor=held)
        due = self._deadlines.reckon(audit.agency_id, terms).deadline
        audit.reaudit_due_on = due.legal_due if grave else None
        return {"phat_hien_van": "\n\n".join(_told(finding) for finding in found)}

    def silence(self, call: OperatorCall) -> Value:
        """Three working days without an answer: agreed, and written down as that."""
        audit = _audit(session_of(call), call)
        audit.answered_as = "im_lang"
        audit.answer = (
            f"Đơn vị không trả lời trong 03 ngày làm việc; coi là đồng ý từ {local_day(call.now):%d/%m/%Y}."
        )
        return {"tra_loi": "im_lang"}

    def settle(self, call: OperatorCall) -> Value:
        """Close the audit: the unit's answer, what each slip says, and by when is audited again."""
        session = session_of(call)
        audit = _audit(session, call)
        if audit.answered_as != "im_lang":
            audit.answered_as = str(call.parameters.get("tra_loi") or "")
            explained = audit.answered_as == "giai_trinh"
            audit.answer = str(call.parameters.get("giai_trinh") or "") if explained else ""
        audit.state = "da_ket_thuc"
        found = [one for one in findings_of(session, audit.id) if one.kind in _SEVERITY]
        unit = session.get_one(Unit, audit.unit_id)
        lead = session.scalars(
            select(AuditMember.person_id).where(
                AuditMember.audit_id == audit.id, AuditMember.part == "truong_doan"
            )
        ).first()
        return {
            "phieu_kph_mo": [slip_of(session, audit, finding) for finding in found],
            "ket_qua": {
                "id": str(audit.id),
                "ma": audit.code,
                "don_vi": str(audit.unit_id),
                "ten_don_vi": unit.name,
                "ngay_danh_gia": audit.held_on,
                "truong_doan": str(lead) if lead else None,
                "han_danh_gia_lai": audit.reaudit_due_on,
                "phieu": [{"phat_hien": str(one.id), "ma": one.code} for one in found],
            },
        }

    def _write_findings(
        self, session: Session, audit: Audit, rows: list[Row], call: OperatorCall
    ) -> list[AuditFinding]:
        found = []
        done = last_done(call, "GhiNhan")
        for position, row in enumerate(rows, start=1):
            key = derived_id("audit finding", audit.id, position)
            finding = session.get(AuditFinding, key)
            if finding is None:
                year = (audit.held_on or local_day(call.now)).year
                number = next_number(session, audit.agency_id, "PH", year)
                finding = AuditFinding(
                    id=key,
                    agency_id=audit.agency_id,
                    audit_id=audit.id,
                    code=f"PH-{year}-{number:03d}",
                    found_by=done.completed_by if done is not None else None,
                    recorded_at=call.now,
                )
                session.add(finding)
            finding.kind, finding.clause = text_of(row, "loai"), text_of(row, "dieu_khoan")
            finding.procedure_id = id_of(row, "thu_tuc")
            finding.evidence, finding.description = text_of(row, "bang_chung"), text_of(row, "mo_ta")
            finding.found_on = audit.held_on or local_day(call.now)
            found.append(finding)
        session.flush()
        gone = [one.id for one in findings_of(session, audit.id) if one not in found]
        session.execute(delete(AuditFinding).where(AuditFinding.id.in_(gone)))
        return found


def write_lines(session: Session, audit: Audit, rows: list[Row]) -> None:
    """What was seen and concluded for each line; a question that is new becomes a line of its own."""
    lines = {
        line.question: line
        for line in session.scalars(select(AuditChecklistLine).where(AuditChecklistLine.audit_id == audit.id))
    }
    position = max((line.position for line in lines.values()), default=0)
    for row in rows:
        question = text_of(row, "cau_hoi")
        line = lines.get(question)
        if line is None:
            position += 1
            source = text_of(row, "nguon")
            line = lines[question] = AuditChecklistLine(
                id=derived_id("audit checklist", audit.id, position),
                agency_id=audit.agency_id,
                audit_id=audit.id,
                position=position,
                source=source if source in _SOURCES else "them",
                clause=text_of(row, "ma"),
                question=question,
                seen="",
                verdict="",
            )
            session.add(line)
        line.seen = text_of(row, "da_thay") or line.seen
        line.verdict = text_of(row, "nhan_xet") or line.verdict
    session.flush()


def findings_of(session: Session, audit: UUID) -> list[AuditFinding]:
    """What was found in an audit, by code."""
    return list(
        session.scalars(
            select(AuditFinding).where(AuditFinding.audit_id == audit).order_by(AuditFinding.code)
        )
    )


def slip_of(
    session: Session, audit: Audit, finding: AuditFinding, *, reissue_of: UUID | None = None
) -> dict[str, Value]:
    """What the message that starts a slip (P08) carries: ids and short facts, the rest is in the register."""
    members = session.scalars(select(AuditMember.person_id).where(AuditMember.audit_id == audit.id))
    return {
        "nguon": SOURCE_NAMES[Source.AUDIT],
        "don_vi": str(audit.unit_id),
        "mo_ta": finding.description,
        "yeu_cau": f"{clauses_on(finding.found_on)[0].standard}, điều {finding.clause}",
        "bang_chung": finding.evidence,
        "muc_do": _SEVERITY[finding.kind],
        "thu_tuc": str(finding.procedure_id) if finding.procedure_id else None,
        "phat_hien": str(finding.id),
        "tai_ban": str(reissue_of) if reissue_of else None,
        "ngay_phat_hien": finding.found_on,
        "ngay_danh_gia": audit.held_on,
        "ngay_bien_ban": None,
        "phieu_kph": None,
        "nguoi_lien_quan": [str(person) for person in members],
    }


def _audit(session: Session, call: OperatorCall) -> Audit:
    return session.get_one(Audit, UUID(str(call.parameters["cuoc"])))


def _told(finding: AuditFinding) -> str:
    return (
        f"{finding.code} – {KIND_WORDS[finding.kind]} – điều {finding.clause}\n"
        f"Nhận xét: {finding.description}\nBằng chứng: {finding.evidence}"
    )


def _told_of_sample(session: Session, sampled: list[UUID]) -> str:
    rows = session.execute(
        select(ProcessInstance.id, ProcessInstance.code, ProcessInstance.overdue_at).where(
            ProcessInstance.id.in_(sampled)
        )
    )
    told = {row.id: row.code + (" (quá hạn)" if row.overdue_at else "") for row in rows}
    return "\n".join(told[case] for case in sampled) or "Trong một năm qua đơn vị chưa có hồ sơ nào."
