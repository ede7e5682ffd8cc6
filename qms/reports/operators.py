"""The service tasks of P11: open a report, gather, compose, send, receive, and open its next edition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from engine.domain.assignment import Actor
from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import (
    Calendars,
    Deadlines,
    DeclaredOperator,
    Directory,
    OperatorCall,
    Parameter,
    ServiceOperator,
)
from qms.evidence.making import enter_pack
from qms.organisation.roles import Role
from qms.organisation.tables import Unit
from qms.outgoing.documents import last_done
from qms.outgoing.tables import Dispatch
from qms.reports.composing import document_of, kept_text, subject_of
from qms.reports.contributing import earlier_text, record_contributions, take_figures
from qms.reports.opening import (
    ON_REQUEST,
    contributing_until,
    edited_until,
    entered_report,
    report_of,
    session_of,
)
from qms.reports.rules import DELIVERABLE_OF, ReportKind, ReportState, days_late
from qms.reports.tables import YearReport

EDITING: Final = "BienTap"
FOLLOWED_FOR: Final = timedelta(days=30)
"""How long after its receipt a report is watched for a demand for more."""
_REPORT: Final = "ma_bao_cao:text"


class ReportOperators:
    """The operators by the names that the model uses."""

    def __init__(self, calendars: Calendars, deadlines: Deadlines, directory: Directory) -> None:
        self._calendars = calendars
        self._deadlines = deadlines
        self._directory = directory

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        parts = ("tinh_hinh", "ket_qua", "ton_tai", "kien_nghi", "khen_thuong", "noi_nhan_them")
        return {
            "report.open": DeclaredOperator(
                work=self.open,
                parameters=_takes(
                    "chu_de:text",
                    "nam:number",
                    "han_viec_nam:date?",
                    "han_yeu_cau:date?",
                    "van_ban_yeu_cau:text?",
                    "noi_nhan_yeu_cau:text?",
                ),
                variables={
                    "ma_bao_cao": "text",
                    "ten_bao_cao": "text",
                    "ma_san_pham": "text",
                    "noi_nhan_bao_cao": "text",
                    "han_bao_cao": "date",
                    "han_gui": "date",
                    "han_dong_gop": "date",
                    "han_bien_tap": "date",
                    "don_vi_dong_gop": "list",
                    "tom_tat_so_lieu": "text",
                    "bai_nam_truoc": "text",
                    "lan_bao_cao": "number",
                },
            ),
            "report.contributions": DeclaredOperator(
                work=record_contributions,
                parameters=_takes(_REPORT, "don_vi_dong_gop:list", "cac_dong_gop:list?"),
                variables={
                    "tom_tat_so_lieu": "text",
                    "tom_tat_dong_gop": "text",
                    "don_vi_im_lang": "list",
                    "tinh_hinh": "text",
                    "ket_qua": "text",
                    "ton_tai": "text",
                    "kien_nghi": "text",
                },
            ),
            "report.compose": DeclaredOperator(
                work=compose,
                parameters=_takes(_REPORT, *(f"{part}:text?" for part in parts)),
                variables={
                    "trich_yeu_bao_cao": "text",
                    "noi_dung_bao_cao": "record",
                    "nguoi_bien_tap": "text",
                },
            ),
            "report.out": DeclaredOperator(work=out, parameters=_takes(_REPORT, "van_ban:record?")),
            "report.received": DeclaredOperator(
                work=received,
                parameters=_takes(_REPORT, "bien_nhan:record?"),
                variables={"so_ngay_tre": "number", "cuoi_ky_bo_sung": "date", "co_bo_sung": "text"},
            ),
            "report.explained": DeclaredOperator(
                work=explained, parameters=_takes(_REPORT, "ly_do_cham:text")
            ),
            "report.supplement": DeclaredOperator(
                work=self.supplement,
                parameters=_takes(_REPORT, "noi_dung_bo_sung:text?", "han_bo_sung:date?"),
                variables={
                    "han_bao_cao": "date",
                    "han_gui": "date",
                    "han_bien_tap": "date",
                    "lan_bao_cao": "number",
                    "da_phat_hanh": "bool",
                    "so_lan_qua_han": "number",
                },
            ),
        }

    def open(self, call: OperatorCall) -> Value:
        """Enter the report with its dates; who contributes until when; what the registers say today."""
        session, today = session_of(call), local_day(call.now)
        report = entered_report(call, self._deadlines)
        calendar = self._calendars.calendar_of(call.agency)
        return {
            "ma_bao_cao": str(report.id),
            "ten_bao_cao": report.title,
            "ma_san_pham": DELIVERABLE_OF[ReportKind(report.kind)],
            "noi_nhan_bao_cao": report.addressee,
            "han_bao_cao": report.legal_due,
            "han_gui": report.target_due,
            "han_dong_gop": contributing_until(report.target_due, today, calendar),
            "han_bien_tap": edited_until(report.target_due, calendar),
            "don_vi_dong_gop": self._contributing(call, today),
            "tom_tat_so_lieu": take_figures(call, report),
            "bai_nam_truoc": earlier_text(session, report),
            "lan_bao_cao": report.edition,
        }

    def supplement(self, call: OperatorCall) -> Value:
        """Open the next edition of the report: its own day, the words of the last one to begin with."""
        report, given, today = report_of(call), call.parameters, local_day(call.now)
        named = given.get("han_bo_sung")
        due = (
            self._deadlines.on_date(call.agency, named)
            if isinstance(named, date)
            else self._deadlines.working_days(call.agency, ON_REQUEST, today)
        )
        asked = {
            "edition": report.edition + 1,
            "asked_on": today.isoformat(),
            "what": str(given.get("noi_dung_bo_sung") or ""),
            "due_on": due.legal_due.isoformat(),
        }
        report.edition += 1
        report.state = ReportState.MORE_WANTED
        report.content = {**report.content, "supplements": [*report.content.get("supplements", ()), asked]}
        calendar = self._calendars.calendar_of(call.agency)
        return {
            "han_bao_cao": due.legal_due,
            "han_gui": due.target_due,
            "han_bien_tap": edited_until(due.target_due, calendar),
            "lan_bao_cao": report.edition,
            "da_phat_hanh": False,
            "so_lan_qua_han": 0,
        }

    def _contributing(self, call: OperatorCall, today: date) -> Value:
        """The units that have a head today."""
        session = session_of(call)
        headed = {unit for _, unit in self._directory.grants(session, call.agency, Role.UNIT_HEAD, today)}
        rows = session.execute(
            select(Unit.id, Unit.name)
            .where(Unit.id.in_([unit for unit in headed if unit is not None]))
            .where(Unit.valid_to.is_(None) | (Unit.valid_to > today))
            .order_by(Unit.position, Unit.name)
        )
        return [{"id": str(row.id), "ten": row.name} for row in rows]


def compose(call: OperatorCall) -> Value:
    """Keep the text, write the document; for the file of the year have its evidence packed as well."""
    session, report = session_of(call), report_of(call)
    report.content = {**report.content, **kept_text(call.parameters)}
    report.state = ReportState.SIGNING
    step = last_done(call, EDITING)
    editor = step.completed_by if step is not None else None
    if report.kind == ReportKind.FILE and editor is not None:
        report.content = {**report.content, "pack": str(_packed(call, report, editor))}
    session.flush()
    return {
        "trich_yeu_bao_cao": subject_of(report),
        "noi_dung_bao_cao": document_of(session, report, call.now),
        "nguoi_bien_tap": str(editor) if editor is not None else None,
    }


def _packed(call: OperatorCall, report: YearReport, editor: UUID) -> UUID:
    """The pack that goes with the file, asked for in the name of who edited it."""
    actor = Actor(person=editor, origin="P11")
    return enter_pack(session_of(call), actor, call.agency, report.year, editor, call.now)


def out(call: OperatorCall) -> Value:
    """The report goes out now; the dispatch that follows says the moment exactly."""
    report = report_of(call)
    report.state = ReportState.SENT
    if report.submitted_at is None:
        report.submitted_at = call.now
    document = call.parameters.get("van_ban")
    named = parse_id(str(document.get("id") or "")) if isinstance(document, dict) else None
    if named is not None:
        report.document_id = named
    return None


def received(call: OperatorCall) -> Value:
    """Enter the receipt; the first dispatch of the case decides whether it was late."""
    session, report = session_of(call), report_of(call)
    receipt = call.parameters.get("bien_nhan")
    named = parse_id(str(receipt.get("id") or "")) if isinstance(receipt, dict) else None
    row = session.get(Dispatch, named) if named is not None else None
    if row is not None and row.agency_id == call.agency:
        report.dispatch_id = row.id
        report.submitted_at = first_sent(call, report) or row.sent_at
    report.state = ReportState.RECEIVED
    late = days_late(report.submitted_at, report.legal_due) if report.submitted_at else 0
    return {
        "so_ngay_tre": late,
        "cuoi_ky_bo_sung": local_day(call.now) + FOLLOWED_FOR,
        "co_bo_sung": None,
    }


def explained(call: OperatorCall) -> Value:
    """Keep why the report was late."""
    report = report_of(call)
    reasons = [*report.content.get("late_reasons", ()), str(call.parameters["ly_do_cham"])]
    report.content = {**report.content, "late_reasons": reasons}
    return None


def first_sent(call: OperatorCall, report: YearReport) -> datetime | None:
    """When the case first sent what the report is owed as."""
    moment: datetime | None = session_of(call).scalar(
        select(func.min(Dispatch.sent_at)).where(
            Dispatch.instance_id == call.instance,
            Dispatch.deliverable == DELIVERABLE_OF[ReportKind(report.kind)],
        )
    )
    return moment


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }
