"""A round of audits: its teams, the notice to the units, and the report on what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.execution.notices import notify
from engine.ports import Calendars, Directory, OperatorCall
from engine.store.tables import ProcessInstance
from qms.audits.answers import Row, day_of, record_of, rows_of, session_of, text_of
from qms.audits.contents import KIND_WORDS, PART_WORDS, decision_content, report_content
from qms.audits.fitness import Part
from qms.audits.programmes import auditor_choices, write_member
from qms.audits.tables import Audit, AuditFinding, AuditMember, AuditProgramme
from qms.audits.units import names_of, stands_in, told_of, unit_choices
from qms.organisation.tables import Unit
from qms.outgoing.documents import last_done

NOTICE_DAYS: Final = 5
"""Working days between the notice and the audit: our own rule, the standard only asks for planning."""


class RoundOperators:
    """The operators of a round."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def open(self, call: OperatorCall) -> Value:
        """The units, days and leads of the programme as the first rows of the team's form."""
        session = session_of(call)
        audits = _audits(session, call)
        units = {unit.id: unit for unit in _units(session, audits)}
        leads = {audit.id: _lead(session, audit) for audit in audits}
        return {
            "don_vi_chon": unit_choices(units.values()),
            "nguoi_chon": auditor_choices(session, call.agency),
            "lich_de_xuat": [{"don_vi": str(audit.unit_id), "ngay": audit.planned_on} for audit in audits],
            "doan_de_xuat": [
                {"don_vi": str(audit.unit_id), "nguoi": str(leads[audit.id]), "vai_tro": Part.LEAD.value}
                for audit in audits
            ],
        }

    def team(self, call: OperatorCall) -> Value:
        """Write days and members of each audit and compose the decision."""
        session = session_of(call)
        audits = {audit.unit_id: audit for audit in _audits(session, call)}
        set_days(session, audits, call)
        members = rows_of(call.parameters.get("doan"))
        for audit in audits.values():
            session.execute(delete(AuditMember).where(AuditMember.audit_id == audit.id))
        for row in members:
            audit = audits[UUID(text_of(row, "don_vi"))]
            write_member(session, audit, UUID(text_of(row, "nguoi")), Part(text_of(row, "vai_tro")))
        units = {unit.id: unit.name for unit in _units(session, audits.values())}
        people = names_of(session, [UUID(text_of(row, "nguoi")) for row in members])
        table: list[dict[str, Value]] = [
            {
                "Đơn vị": units[audit.unit_id],
                "Ngày": audit.planned_on,
                "Họ và tên": people[UUID(text_of(row, "nguoi"))],
                "Vai trò": PART_WORDS[text_of(row, "vai_tro")],
            }
            for audit in audits.values()
            for row in members
            if text_of(row, "don_vi") == str(audit.unit_id)
        ]
        name = text_of(record_of(call.parameters["dot"]), "ten")
        done = last_done(call, "LapDoan")
        return {
            "trich_yeu_qd": f"Về việc thành lập đoàn đánh giá nội bộ {name.lower()}",
            "noi_dung_qd": decision_content(name, table, str(call.parameters.get("noi_dung_doan") or "")),
            "nguoi_soan": str(done.completed_by) if done is not None and done.completed_by else None,
        }

    def notify(self, call: OperatorCall) -> Value:
        """Tell units and auditors (M07); where a day is nearer than five working days, tell nobody yet."""
        session, today = session_of(call), local_day(call.now)
        audits = {audit.unit_id: audit for audit in _audits(session, call)}
        set_days(session, audits, call)
        calendar = self._calendars.calendar_of(call.agency)
        first = calendar.add_working_days(today, NOTICE_DAYS)
        if any(audit.planned_on is None or audit.planned_on < first for audit in audits.values()):
            return {"kip_bao": False, "cuoc_danh_gia": []}
        units = {unit.id: unit.name for unit in _units(session, audits.values())}
        for audit in audits.values():
            audit.state = "da_thong_bao"
            tell_of_day(session, self._directory, audit, call.now)
        ordered = sorted(audits.values(), key=lambda audit: (audit.planned_on or today, audit.code))
        return {
            "kip_bao": True,
            "cuoc_danh_gia": [
                visit_record(session, self._directory, audit, units[audit.unit_id], today)
                for audit in ordered
            ],
        }

    def gather(self, call: OperatorCall) -> Value:
        """What was found in all units of the round, and which of them have to be audited again."""
        session = session_of(call)
        results = rows_of(call.parameters.get("ket_qua_cac_cuoc"))
        findings = _findings(session, [UUID(text_of(row, "id")) for row in results])
        return {
            "tong_hop_phat_hien": "\n".join([_counted(findings), *_each_told(findings, results)]),
            "cuoc_danh_gia_lai": [row for row in results if row.get("phieu")],
        }

    def report(self, call: OperatorCall) -> Value:
        """Compose the report from the register of findings."""
        session = session_of(call)
        results = rows_of(call.parameters.get("ket_qua_cac_cuoc"))
        names = {UUID(text_of(row, "id")): text_of(row, "ten_don_vi") for row in results}
        due = {UUID(text_of(row, "id")): day_of(row, "han_danh_gia_lai") for row in results}
        findings = _findings(session, list(names))
        table: list[dict[str, Value]] = [
            {
                "Mã": finding.code,
                "Đơn vị": names[finding.audit_id],
                "Loại": KIND_WORDS[finding.kind],
                "Điều khoản": finding.clause,
                "Bằng chứng": finding.evidence,
                "Nhận xét": finding.description,
                "Hạn đánh giá lại": due[finding.audit_id] if finding.kind.startswith("kph") else None,
            }
            for finding in findings
        ]
        name = text_of(record_of(call.parameters["dot"]), "ten")
        done = last_done(call, "SoanBaoCao")
        content = report_content(
            name,
            _counted(findings),
            table,
            str(call.parameters.get("nhan_xet_chung") or ""),
            str(call.parameters.get("kien_nghi") or ""),
            not_held=_not_held(results),
        )
        return {
            "trich_yeu_bc": f"Kết quả đánh giá nội bộ {name.lower()}",
            "noi_dung_bc": content,
            "nguoi_soan": str(done.completed_by) if done is not None and done.completed_by else None,
        }

    def reported(self, call: OperatorCall) -> Value:
        """The report is issued: the programme leads to it."""
        session = session_of(call)
        programme = session.get_one(AuditProgramme, UUID(str(call.parameters["ma_chuong_trinh"])))
        programme.report_id = parse_id(text_of(record_of(call.parameters.get("van_ban")), "id"))
        return None


def tell_of_day(session: Session, directory: Directory, audit: Audit, now: datetime) -> None:
    """Tell the unit and the team on which day it is audited (M07); once for each day."""
    day = audit.planned_on
    _tell(session, directory, audit, now, kind="M07", step=f"{day}", data={"due_on": f"{day}"})


def tell_called_off(session: Session, directory: Directory, audit: Audit, reason: str, now: datetime) -> None:
    """Tell the unit and the team, who prepared for it, that the audit is not held, and why (M14)."""
    said = {
        "reason": f"Cuộc đánh giá {audit.code} không thực hiện: {reason}",
        "reason_en": f"Audit {audit.code} is not held: {reason}",
    }
    _tell(session, directory, audit, now, kind="M14", step="huy", data=said)


def _tell(
    session: Session,
    directory: Directory,
    audit: Audit,
    now: datetime,
    *,
    kind: str,
    step: str,
    data: Mapping[str, object],
) -> None:
    instance = session.get_one(
        ProcessInstance, session.get_one(AuditProgramme, audit.programme_id).instance_id
    )
    unit = session.get_one(Unit, audit.unit_id).name
    members = session.scalars(select(AuditMember.person_id).where(AuditMember.audit_id == audit.id))
    heads = told_of(session, directory, audit.agency_id, audit.unit_id, local_day(now))
    notify(
        session,
        instance,
        dict.fromkeys((*members, *heads)),
        kind=kind,
        now=now,
        step=f"{audit.code} {step}",
        data={"step": f"Đánh giá nội bộ {unit}", "for_unit": str(audit.unit_id), **data},
    )


def visit_record(
    session: Session, directory: Directory, audit: Audit, unit: str, today: date
) -> dict[str, Value]:
    """What the case knows of the audit of a unit: its day, its lead, who speaks for the unit."""
    speaker = stands_in(session, directory, audit.agency_id, audit.unit_id, today)
    return {
        "id": str(audit.id),
        "ma": audit.code,
        "don_vi": str(audit.unit_id),
        "ten_don_vi": unit,
        "ngay": audit.planned_on,
        "truong_doan": str(_lead(session, audit)),
        "dai_dien": str(speaker) if speaker is not None else None,
    }


def set_days(session: Session, audits: dict[UUID, Audit], call: OperatorCall) -> None:
    """The days that were entered; a unit without a row keeps its own."""
    for row in rows_of(call.parameters.get("lich")):
        audit = audits.get(UUID(text_of(row, "don_vi")))
        if audit is not None:
            audit.planned_on = day_of(row, "ngay") or audit.planned_on
    session.flush()


def audits_in(session: Session, record: Value) -> list[Audit]:
    """The audits of a round's record, by day."""
    listed = record_of(record).get("cuoc")
    keys = [UUID(str(key)) for key in listed] if isinstance(listed, list) else []
    return list(
        session.scalars(select(Audit).where(Audit.id.in_(keys)).order_by(Audit.planned_on, Audit.code))
    )


def _audits(session: Session, call: OperatorCall) -> list[Audit]:
    return audits_in(session, call.parameters.get("dot"))


def _units(session: Session, audits: Iterable[Audit]) -> list[Unit]:
    keys = [audit.unit_id for audit in audits]
    return list(session.scalars(select(Unit).where(Unit.id.in_(keys)).order_by(Unit.position, Unit.code)))


def _lead(session: Session, audit: Audit) -> UUID:
    return session.scalars(
        select(AuditMember.person_id).where(
            AuditMember.audit_id == audit.id, AuditMember.part == Part.LEAD.value
        )
    ).one()


def _findings(session: Session, audits: list[UUID]) -> list[AuditFinding]:
    return list(
        session.scalars(
            select(AuditFinding).where(AuditFinding.audit_id.in_(audits)).order_by(AuditFinding.code)
        )
    )


def _counted(findings: list[AuditFinding]) -> str:
    counts = Counter(finding.kind for finding in findings)
    parts = [f"{counts[kind]} {words.lower()}" for kind, words in KIND_WORDS.items() if counts[kind]]
    return (", ".join(parts) or "không có phát hiện") + "."


def _each_told(findings: list[AuditFinding], results: list[Row]) -> list[str]:
    """A line for every finding with its unit, kind, clause and evidence; then who was not audited."""
    names = {UUID(text_of(row, "id")): text_of(row, "ten_don_vi") for row in results}
    told = [
        f"{one.code} – {names[one.audit_id]} – {KIND_WORDS[one.kind].lower()}, điều {one.clause}:"
        f" {one.description} Bằng chứng: {one.evidence}"
        for one in findings
    ]
    return [*told, *(f"Không thực hiện: {each}." for each in _not_held(results))]


def _not_held(results: list[Row]) -> list[str]:
    """The units whose audit was called off, with the reason."""
    return [
        f"{text_of(row, 'ten_don_vi')} ({text_of(row, 'khong_thuc_hien')})"
        for row in results
        if text_of(row, "khong_thuc_hien")
    ]
