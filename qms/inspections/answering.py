"""The agency's side: what it reports, the slips that the minutes open, and what the Department says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.evidence.gathering import gather
from qms.evidence.items import EvidenceItem
from qms.evidence.lines import EvidenceLine
from qms.exchange.files import bring_files
from qms.inspections.rows import (
    agency_name,
    day_of,
    form_name,
    item_choices,
    item_row,
    items_of,
    lines_of,
    locked,
    session_of,
    text_of,
    write,
)
from qms.inspections.rules import ANSWERED, REPORTED, InspectionState, Verdict
from qms.inspections.tables import Inspection, InspectionItem
from qms.nonconformities.rules import Source
from qms.nonconformities.slips import Proposal, enter
from qms.nonconformities.tables import Nonconformity
from qms.outgoing.tables import OutgoingDocument

MOST_LINES: Final = 12
"""Lines of evidence that are written out for an item; the pack has them all."""


def receive(call: OperatorCall) -> Value:
    """The request is here: each item of Article 36 with what the registers hold of it."""
    session, row = session_of(call), locked(call)
    bring_files(session, call)
    row.instance_id = call.instance
    pack = gather(session, call.agency, row.year, call.now)
    lines: list[Value] = []
    for section in pack.sections:
        told = [_told(line) for line in section.lines]
        more = len(told) - MOST_LINES
        shown = told[:MOST_LINES] + ([f"… và {more} minh chứng khác trong bộ hồ sơ"] if more > 0 else [])
        lines.append(
            {
                "tb_muc": section.item.value,
                "tb_thuc_hien": f"Có {len(told)} minh chứng trong hệ thống." if told else None,
                "tb_minh_chung": "\n".join(shown) or None,
            }
        )
    return {
        "ds_muc": item_choices(),
        "tu_bao_cao_mau": lines,
        "ten_hinh_thuc": form_name(row),
        "so_kiem_tra": f"{row.year}/{row.ordinal}",
    }


def answer(call: OperatorCall) -> Value:
    """The report goes into the register that both sides read, and a letter says that it is there."""
    session, given, row = session_of(call), call.parameters, locked(call)
    for line in lines_of(given["tu_bao_cao"]):
        item = item_row(session, row, EvidenceItem(text_of(line, "tb_muc")))
        item.shown = "\n".join(
            part for part in (text_of(line, "tb_thuc_hien"), text_of(line, "tb_minh_chung")) if part
        )
    row.answered_on = local_day(call.now)
    if row.state == InspectionState.ASKED:
        row.state = InspectionState.REVIEWED
    session.flush()
    payload: dict[str, Value] = {"ghi_chu_tra_loi": text_of(given, "kien_nghi") or None}
    write(call, row, ANSWERED, payload, f"Tự báo cáo theo Điều 36 của {agency_name(session, row.agency_id)}")
    return None


def open_slips(call: OperatorCall) -> Value:
    """A slip for each item that does not conform, found on the day of the minutes; once for each item."""
    session, row = session_of(call), locked(call)
    bring_files(session, call)
    signed = day_of(call.parameters, "ngay_bien_ban") or row.minutes_on or local_day(call.now)
    slips: list[Value] = []
    for item in items_of(session, row.id):
        if item.verdict == Verdict.FAILS:
            slip = _slip_of(session, call, item, signed)
            slips.append(
                {
                    "id": str(slip.id),
                    "so": slip.code,
                    "mo_ta": slip.description,
                    "yeu_cau": slip.requirement,
                    "bang_chung": slip.evidence,
                }
            )
    return {"ds_phieu": slips, "co_phieu": "co" if slips else "khong"}


def opinion(call: OperatorCall) -> Value:
    """What the Department said goes to the slips that stand now: one may have followed another."""
    session, row = session_of(call), locked(call)
    bring_files(session, call)
    slips: list[Value] = [
        {"id": str(one.slip_id)} for one in items_of(session, row.id) if one.slip_id is not None
    ]
    return {"ds_phieu": slips}


def report_sent(session: Session, call: OperatorCall, slip: Nonconformity) -> None:
    """The report on a slip went out: once all slips of an inspection are reported, the Department is told."""
    item = _item_of(session, call.agency, slip)
    if item is None:
        return
    item.slip_id, item.reported_on = slip.id, _sent_on(call)
    session.flush()
    row = session.get_one(Inspection, item.inspection_id, with_for_update=True)
    failed = [one for one in items_of(session, row.id) if one.verdict == Verdict.FAILS]
    if any(one.reported_on is None for one in failed):
        return
    days = [one.reported_on for one in failed if one.reported_on is not None]
    payload: dict[str, Value] = {
        "tom_tat_khac_phuc": "\n".join(_reported(session, failed)),
        "ngay_bao_cao": max(days),
    }
    write(call, row, REPORTED, payload, "Báo cáo kết quả khắc phục", _report_file(session, call))


def _slip_of(session: Session, call: OperatorCall, item: InspectionItem, signed: date) -> Nonconformity:
    proposal = Proposal(
        source=Source.INSPECTION,
        description=f"Kiểm tra của Sở, mục {item.item}: {item.remark}",
        requirement=item.requirement,
        evidence=f"Biên bản kiểm tra ký ngày {day_text(signed)}: {item.remark}",
        found_on=signed,
    )
    slip = enter(session, derived_id("nonconformity", item.id), call.agency, proposal, call.now)
    if slip.instance_id is None:
        slip.instance_id = call.instance
    item.slip_id = item.slip_id or slip.id
    return slip


def _item_of(session: Session, agency: UUID, slip: Nonconformity) -> InspectionItem | None:
    """The item behind a slip, or behind the one that it follows."""
    known = list(_followed(session, slip))
    return session.scalars(
        select(InspectionItem)
        .where(InspectionItem.agency_id == agency, InspectionItem.slip_id.in_(known))
        .with_for_update()
    ).first()


def _followed(session: Session, slip: Nonconformity) -> Iterator[UUID]:
    current: Nonconformity | None = slip
    seen: set[UUID] = set()
    while current is not None and current.id not in seen:
        seen.add(current.id)
        yield current.id
        current = session.get(Nonconformity, current.reissue_of) if current.reissue_of else None


def _reported(session: Session, failed: list[InspectionItem]) -> Iterator[str]:
    for one in failed:
        slip = session.get(Nonconformity, one.slip_id) if one.slip_id else None
        if slip is not None:
            yield f"Mục {one.item}, phiếu {slip.code}: {slip.cause or slip.description}"


def _sent_on(call: OperatorCall) -> date:
    receipt = call.variables.get("bien_nhan")
    sent = receipt.get("ngay_gui") if isinstance(receipt, dict) else None
    return sent if isinstance(sent, date) else local_day(call.now)


def _report_file(session: Session, call: OperatorCall) -> UUID | None:
    issued = call.variables.get("van_ban")
    named = issued.get("id") if isinstance(issued, dict) else None
    try:
        key = UUID(str(named))
    except ValueError:
        return None
    found = session.get(OutgoingDocument, key)
    return found.file_id if found is not None and found.agency_id == call.agency else None


def _told(line: EvidenceLine) -> str:
    day = f" ({day_text(line.day)})" if line.day else ""
    count = f": {line.part}/{line.whole}" if line.whole else ""
    return f"– {f'{line.code} ' if line.code else ''}{line.title}{count}{day}"
