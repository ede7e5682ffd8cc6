"""The service tasks of P08: open the slip, move it, hold its actions, its verification, its end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.domain.values import Value
from engine.execution.notices import notify
from engine.ports import Deadlines, DeclaredOperator, Directory, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import ProcessInstance
from qms.inspections.answering import report_sent
from qms.nonconformities.actions import action_done, action_records, results_told, told, write_actions
from qms.nonconformities.assigning import who_handles
from qms.nonconformities.choices import documents, procedures, staff, units, verifiers
from qms.nonconformities.involved import involved_in
from qms.nonconformities.report import report
from qms.nonconformities.rules import (
    CAUSE_NAMES,
    CLOCKS,
    NonconformityState,
    Severity,
    Source,
    raised,
    source_of,
)
from qms.nonconformities.slips import (
    Proposal,
    audit_of,
    day_of,
    enter,
    locked_slip,
    search_text,
    slip_key,
    slips_alike,
    take_over,
    text_of,
)
from qms.nonconformities.tables import Nonconformity
from qms.nonconformities.verifying import close, verify
from qms.organisation.queries import unit_name
from qms.organisation.roles import Role

MODEL_KEY: Final = "QMS_P08_HANH_DONG_KHAC_PHUC"
NOT_EFFECTIVE: Final = "E3"
LONGEST_TITLE: Final = 120

_PROPOSAL: Final = (
    *("nguon:text?", "don_vi:text?", "thu_tuc:text?", "mo_ta:text?", "yeu_cau:text?", "bang_chung:text?"),
    *(
        "muc_do:text?",
        "ngay_phat_hien:date?",
        "ngay_danh_gia:date?",
        "ngay_bien_ban:date?",
        "phat_hien:text?",
    ),
    *("tai_ban:text?", "phieu_kph:text?", "nguoi_lien_quan:list?"),
)
_OPENED: Final = {
    **dict.fromkeys(("ma_phieu", "so_phieu", "nguon", "muc_do", "cuoc_danh_gia", "ten_don_vi"), "text"),
    **dict.fromkeys(("mo_ta", "yeu_cau", "bang_chung", "don_vi", "thu_tuc", "tai_ban"), "text"),
    **dict.fromkeys(("co_phieu_tuong_tu", "phieu_tuong_tu", "lap_lai"), "text"),
    **dict.fromkeys(("ngay_phat_hien", "ngay_danh_gia", "ngay_bien_ban", "han_nguon"), "date"),
    "nguoi_lien_quan": "list",
}
_PLANNED: Final = (
    *("ma_phieu:text", "don_vi:text?", "thu_tuc:text?", "muc_do:text?", "ma_nguyen_nhan:text"),
    *("nguyen_nhan_goc:text", "hanh_dong_de_xuat:list", "nguoi_lien_quan:list?"),
)


class SlipOperators:
    """The operators by the names that the model uses."""

    def __init__(self, deadlines: Deadlines, directory: Directory) -> None:
        self._deadlines = deadlines
        self._directory = directory

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        return {
            "slip.prepare": DeclaredOperator(
                work=prepare,
                parameters={},
                variables={"hom_nay": "date"}
                | dict.fromkeys(("ds_don_vi", "ds_thu_tuc", "ds_nguoi", "ds_tai_lieu"), "list"),
            ),
            "slip.open": DeclaredOperator(work=self.open, parameters=_takes(*_PROPOSAL), variables=_OPENED),
            "slip.state": DeclaredOperator(
                work=state,
                parameters=_takes(
                    "ma_phieu:text", "trang_thai:text", "don_vi:text?", "noi_dung_khac_phuc:text?"
                ),
                variables={"hom_nay": "date"},
            ),
            "slip.assign": DeclaredOperator(
                work=partial(who_handles, self._directory),
                parameters=_takes("ma_phieu:text", "don_vi:text"),
                variables=dict.fromkeys(("nguoi_xu_ly", "nguoi_duyet_thay", "ghi_chu_phan_cong"), "text"),
            ),
            "slip.actions": DeclaredOperator(
                work=self.actions,
                parameters=_takes(*_PLANNED),
                variables={
                    **dict.fromkeys(("muc_do", "lap_lai", "canh_bao_tai_dien", "tom_tat_hanh_dong"), "text"),
                    **dict.fromkeys(("hanh_dong", "ds_nguoi_xac_minh"), "list"),
                },
            ),
            "slip.action_done": DeclaredOperator(
                work=action_done,
                parameters=_takes(
                    *("ma_phieu:text", "hanh_dong:text", "ngay_thuc_hien:date", "ket_qua_thuc_hien:text"),
                    "minh_chung:file?",
                ),
            ),
            "slip.ready": DeclaredOperator(
                work=ready, parameters=_takes("ma_phieu:text"), variables={"tom_tat_ket_qua": "text"}
            ),
            "slip.verify": DeclaredOperator(
                work=partial(verify, self._directory),
                parameters=_takes(
                    *(
                        "ma_phieu:text",
                        "ket_qua_xac_minh:text",
                        "ngay_xac_minh:date",
                        "nguoi_lien_quan:list?",
                    ),
                    "nguoi_danh_gia_lai:text?",
                ),
                variables={"ngay_kiem_tra_tai_dien": "date", "ma_yeu_cau": "text"},
            ),
            "slip.reissue": DeclaredOperator(
                work=self.reissue,
                parameters=_takes("ma_phieu:text"),
                variables={"phieu_moi": "text", "ma_phieu_moi": "text", "hom_nay": "date"},
            ),
            "slip.close": DeclaredOperator(
                work=close, parameters=_takes("ma_phieu:text"), variables={"ngay_dong": "date"}
            ),
            "slip.reported": DeclaredOperator(work=reported, parameters=_takes("ma_phieu:text")),
            "slip.report": DeclaredOperator(
                work=report,
                parameters=_takes(
                    "ma_phieu:text", "danh_gia_chung:text", "kien_nghi:text?", "ngay_bien_ban:date"
                ),
                variables={"trich_yeu": "text", "noi_dung": "record", "nam": "number"},
            ),
        }

    def open(self, call: OperatorCall) -> Value:
        """Enter the slip, or take over the one that stands in the register; what is missing is told of it.

        Raises SlipNotFound, SlipEnded, SlipAlreadyTreated.
        """
        session, given = cast("Session", call.session), call.parameters
        finding, audit = audit_of(session, call.agency, given.get("phat_hien"))
        row = _taken_or_entered(session, call)
        take_over(session, row, call.instance)
        if finding is not None and finding.nonconformity_id is None:
            finding.nonconformity_id = row.id
        _completed(row, given)
        source = source_of(text_of(given, "nguon") or row.source)
        row.due_on = self._clock(call, source)
        signed = day_of(given, "ngay_bien_ban")
        if source is Source.INSPECTION and signed is not None and call.clock is not None:
            # Reminded of from now on, not only once the report is begun (26/2014/TT-BKHCN, Article 37).
            call.clock.put_under(CLOCKS[source], signed, owed_to_department=True)
        row.search_text = search_text(row)
        instance = session.get_one(ProcessInstance, call.instance)
        instance.title = f"{row.code} – {row.description[:LONGEST_TITLE]}"
        instance.search_text = fold(f"{instance.code} {instance.title}")
        session.flush()
        if row.reissue_of is not None:
            self._tell_heads(call, instance)
        alike = slips_alike(session, row, row.procedure_id)
        return {
            "ma_phieu": str(row.id),
            "so_phieu": row.code,
            "nguon": str(source),
            "muc_do": row.severity or Severity.MINOR,
            "mo_ta": row.description,
            "yeu_cau": row.requirement,
            "bang_chung": row.evidence,
            "don_vi": _text(row.unit_id),
            "ten_don_vi": unit_name(session, row.unit_id),
            "thu_tuc": _text(row.procedure_id),
            "tai_ban": _text(row.reissue_of),
            "ngay_phat_hien": row.found_on,
            "ngay_danh_gia": day_of(given, "ngay_danh_gia"),
            "ngay_bien_ban": day_of(given, "ngay_bien_ban"),
            "han_nguon": row.due_on,
            # Without an audit in the register the message goes to nobody: its key is the slip itself.
            "cuoc_danh_gia": str(audit or row.id),
            "nguoi_lien_quan": _listed(given.get("nguoi_lien_quan")),
            "lap_lai": "khong",
            "co_phieu_tuong_tu": "co" if alike else "khong",
            "phieu_tuong_tu": "\n".join(told(each) for each in alike) or None,
        }

    def actions(self, call: OperatorCall) -> Value:
        """Hold cause and actions; the same procedure and kind of cause within twelve months is graver."""
        session, given = cast("Session", call.session), call.parameters
        row = locked_slip(session, call.agency, given["ma_phieu"])
        row.cause_code, row.cause = text_of(given, "ma_nguyen_nhan"), text_of(given, "nguyen_nhan_goc")
        row.search_text = search_text(row)
        before = slips_alike(session, row, row.procedure_id, row.cause_code)
        severity = Severity(row.severity or Severity.MINOR)
        row.severity = raised(severity) if before else severity
        row.state = NonconformityState.AWAITING_APPROVAL
        planned = write_actions(session, call, row, given["hanh_dong_de_xuat"])
        kept_out = involved_in(session, call.instance, {**call.variables, "hanh_dong": planned})
        return {
            "muc_do": row.severity,
            "lap_lai": "co" if before else "khong",
            "canh_bao_tai_dien": _warning(row, before, severity),
            "hanh_dong": planned,
            "tom_tat_hanh_dong": action_records(planned),
            "ds_nguoi_xac_minh": verifiers(
                session, self._directory, call.agency, local_day(call.now), row.unit_id, kept_out
            ),
        }

    def reissue(self, call: OperatorCall) -> Value:
        """Enter the slip that follows and carry this one over; the head is told as its case begins."""
        session = cast("Session", call.session)
        row = locked_slip(session, call.agency, call.parameters["ma_phieu"])
        day = local_day(call.now)
        proposal = Proposal(
            source=source_of(row.source),
            description=row.description,
            requirement=row.requirement,
            evidence=row.evidence,
            found_on=day,
            severity=raised(Severity(row.severity or Severity.MINOR)),
            unit=row.unit_id,
            procedure=row.procedure_id,
            reissue_of=row.id,
        )
        new = enter(session, derived_id("nonconformity", row.id, "reissue"), call.agency, proposal, call.now)
        new.instance_id = call.instance
        row.state, row.closed_on = NonconformityState.CARRIED_OVER, day
        return {"phieu_moi": new.code, "ma_phieu_moi": str(new.id), "hom_nay": day}

    def _tell_heads(self, call: OperatorCall, instance: ProcessInstance) -> None:
        """Actions that did not help are told to the heads at once (step E3)."""
        session = cast("Session", call.session)
        heads = self._directory.holders(session, call.agency, Role.AGENCY_HEAD, None, local_day(call.now))
        notify(session, instance, heads, kind="M04", step=NOT_EFFECTIVE, now=call.now)

    def _clock(self, call: OperatorCall, source: Source) -> date | None:
        """The legal due date of the source's own clock; None for sources that have none."""
        key = {Source.AUDIT: "ngay_danh_gia", Source.INSPECTION: "ngay_bien_ban"}.get(source, "")
        anchor = day_of(call.parameters, key)
        if anchor is None:
            return None
        return self._deadlines.by_policy(call.agency, CLOCKS[source], anchor).legal_due


def prepare(call: OperatorCall) -> Value:
    """What the forms offer: units, procedures, people, controlled documents."""
    session, day = cast("Session", call.session), local_day(call.now)
    return {
        "hom_nay": day,
        "ds_don_vi": units(session, call.agency, day),
        "ds_thu_tuc": procedures(session, call.agency, day),
        "ds_nguoi": staff(session, call.agency),
        "ds_tai_lieu": documents(session, call.agency),
    }


def state(call: OperatorCall) -> Value:
    """Move the slip; what came to be known meanwhile is written with it."""
    row = locked_slip(cast("Session", call.session), call.agency, call.parameters["ma_phieu"])
    row.state = NonconformityState(text_of(call.parameters, "trang_thai"))
    row.unit_id = parse_id(text_of(call.parameters, "don_vi")) or row.unit_id
    row.correction = text_of(call.parameters, "noi_dung_khac_phuc") or row.correction
    return {"hom_nay": local_day(call.now)}


def ready(call: OperatorCall) -> Value:
    """All actions are done: what they came to, for who verifies."""
    session = cast("Session", call.session)
    row = locked_slip(session, call.agency, call.parameters["ma_phieu"])
    row.state = NonconformityState.BEING_VERIFIED
    return {"tom_tat_ket_qua": results_told(session, row)}


def reported(call: OperatorCall) -> Value:
    """The report is with the Department: the two months are kept, and nobody is reminded of them any more."""
    session = cast("Session", call.session)
    report_sent(session, call, locked_slip(session, call.agency, call.parameters["ma_phieu"]))
    if call.clock is not None:
        call.clock.met(CLOCKS[Source.INSPECTION])
    return None


def _taken_or_entered(session: Session, call: OperatorCall) -> Nonconformity:
    given = call.parameters
    named = text_of(given, "phieu_kph")
    if named:
        return locked_slip(session, call.agency, named)
    tied = session.scalars(
        select(Nonconformity).where(Nonconformity.case_id == call.instance).with_for_update()
    ).first()
    if tied is not None:  # the case replaces one that was stopped, and begins anew
        tied.state = NonconformityState.PROPOSED
        return tied
    severity = text_of(given, "muc_do")
    proposal = Proposal(
        source=source_of(text_of(given, "nguon")),
        description=text_of(given, "mo_ta"),
        requirement=text_of(given, "yeu_cau"),
        evidence=text_of(given, "bang_chung"),
        found_on=day_of(given, "ngay_phat_hien") or local_day(call.now),
        severity=Severity(severity) if severity in set(Severity) else None,
        unit=parse_id(text_of(given, "don_vi")),
        procedure=parse_id(text_of(given, "thu_tuc")),
        reissue_of=_carried_from(session, call),
    )
    return enter(session, slip_key(call.instance), call.agency, proposal, call.now)


def _carried_from(session: Session, call: OperatorCall) -> UUID | None:
    named = text_of(call.parameters, "tai_ban")
    return locked_slip(session, call.agency, named).id if named else None


def _completed(row: Nonconformity, given: Mapping[str, Value]) -> None:
    """What a message or form says of a slip that stood in the register with less."""
    row.evidence = row.evidence or text_of(given, "bang_chung")
    row.requirement = row.requirement or text_of(given, "yeu_cau")
    row.unit_id = row.unit_id or parse_id(text_of(given, "don_vi"))
    row.procedure_id = row.procedure_id or parse_id(text_of(given, "thu_tuc"))
    severity = text_of(given, "muc_do")
    row.severity = row.severity or (severity if severity in set(Severity) else "")


def _warning(row: Nonconformity, before: list[Nonconformity], severity: Severity) -> str | None:
    if not before:
        return None
    raised_words = (
        "Mức độ được nâng từ nhẹ lên nặng." if severity is Severity.MINOR else "Mức độ giữ là nặng."
    )
    cause = CAUSE_NAMES.get(row.cause_code, row.cause_code)
    listed = "\n".join(told(each) for each in before)
    return (
        f"Lặp lại trong 12 tháng: cùng quy trình, cùng nhóm nguyên nhân “{cause}”. {raised_words}\n{listed}"
    )


def _listed(value: Value | None) -> list[Value]:
    return list(value) if isinstance(value, list) else []


def _text(key: UUID | None) -> str | None:
    return None if key is None else str(key)


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }
