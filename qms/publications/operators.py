"""The service tasks of P10: open, check the preconditions, prepare the decision, publish or stop."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.ports import DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import StoredFile
from qms.documents.catalogue import catalogue_on
from qms.organisation.tables import Agency
from qms.outgoing.documents import last_done
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.publications.decision import DecisionText, content, title
from qms.publications.preconditions import difference_told, grounds_on, missing_grounds
from qms.publications.refusals import PublicationIncomplete, ScopeNotPublishable
from qms.publications.register import (
    STANDARD,
    hold_register,
    in_preparation,
    latest_published,
    lines_in_scope,
    open_publication,
    publication_of,
    write_scope,
)
from qms.publications.rules import PublicationKind, PublicationState, trigger_of
from qms.publications.scope import (
    Change,
    ScopeLine,
    as_text,
    chosen,
    difference,
    line_of,
    proposed,
    scope_problems,
)
from qms.publications.tables import Publication
from qms.reviews.tables import ManagementReview

MODEL_KEY: Final = "QMS_P10_CONG_BO"
CONFIRMING: Final = "XacNhanPhamVi"
SCOPE_CHANGED: Final = "PHAM_VI_THAY_DOI"
"""The message that starts the process; it carries ly_do, thu_tuc and nguon."""
_DEPARTMENT: Final = "Sở Khoa học và Công nghệ"


def publication_operators() -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    publication = {"ma_cong_bo": Parameter(type="text")}
    return {
        "publication.begin": DeclaredOperator(
            work=begin,
            parameters=_optional(
                "ly_do:text",
                "nguon:text",
                "ly_do_cong_bo:text",
                "mo_ta_ly_do:text",
                "tieu_chuan:text",
                "thu_tuc:list",
            ),
            variables={
                "ma_cong_bo": "text",
                "lan_cong_bo": "number",
                "nam": "number",
                "tieu_chuan": "text",
                "gop_vao": "text",
            },
        ),
        "publication.preconditions": DeclaredOperator(
            work=preconditions,
            parameters=publication,
            variables={
                "du_dieu_kien": "bool",
                "dieu_kien_thieu": "text",
                "chenh_lech_pham_vi": "text",
                "de_xuat_pham_vi": "text",
                "quy_trinh_noi_bo": "text",
            },
        ),
        "publication.prepare": DeclaredOperator(
            work=prepare,
            parameters={**publication, "pham_vi": Parameter(type="text"), **_optional("ngoai_le:text")},
            variables={"trich_yeu": "text", "noi_dung": "record", "nguoi_soan": "text"},
        ),
        "publication.signed": DeclaredOperator(
            work=signed,
            parameters={**publication, "van_ban": Parameter(type="record")},
            variables={"so_quyet_dinh": "text"},
        ),
        "publication.publish": DeclaredOperator(
            work=publish,
            parameters={
                **publication,
                **_optional(
                    "bien_nhan:record",
                    "ngay_niem_yet:date",
                    "anh_niem_yet:file",
                    "dia_chi_web:text",
                    "ngay_dang_web:date",
                ),
            },
            variables={"ngay_cong_bo": "date"},
        ),
        "publication.cancel": DeclaredOperator(
            work=cancel, parameters=_optional("ma_cong_bo:text", "ly_do_dung:text")
        ),
    }


def begin(call: OperatorCall) -> Value:
    """Open a publication, or say into which one the change goes that is still being prepared."""
    session, given = cast("Session", call.session), call.parameters
    hold_register(session, call.agency)
    other = in_preparation(session, call.agency, call.instance)
    year = local_day(call.now).year
    if other is not None:
        _row, code = other
        return {"ma_cong_bo": None, "lan_cong_bo": None, "nam": year, "gop_vao": code}
    row = open_publication(
        session,
        agency=call.agency,
        instance=call.instance,
        trigger=trigger_of(given.get("ly_do_cong_bo") or given.get("ly_do")),
        standard=str(given.get("tieu_chuan") or STANDARD),
        now=call.now,
    )
    return {
        "ma_cong_bo": str(row.id),
        "lan_cong_bo": row.ordinal,
        "nam": year,
        "tieu_chuan": row.standard,
        "gop_vao": None,
    }


def preconditions(call: OperatorCall) -> Value:
    """What is missing, how the catalogue differs from the last publication, and the scope to propose."""
    session, row = cast("Session", call.session), _publication(call)
    day = local_day(call.now)
    catalogue = catalogue_on(session, call.agency, day)
    found = grounds_on(session, call.agency, day, catalogue)
    missing = missing_grounds(found)
    row.review_id = found.review if not missing else None
    before = _before(session, call.agency)
    proposal = proposed(catalogue, (line.code for line in before))
    changes = difference(before, (line_of(one) for one in proposal))
    left_out = [one for one in catalogue if one.internal and one not in proposal]
    return {
        "du_dieu_kien": not missing,
        "dieu_kien_thieu": "\n".join(f"{n}. {one}" for n, one in enumerate(missing, start=1)) or None,
        "chenh_lech_pham_vi": difference_told(changes, first=row.kind == PublicationKind.FIRST),
        "de_xuat_pham_vi": as_text(proposal),
        "quy_trinh_noi_bo": as_text(left_out) or None,
    }


def prepare(call: OperatorCall) -> Value:
    """Write the scope and the decision, which is sent back to whoever confirmed the scope.

    Raises ScopeNotPublishable when the catalogue changed meanwhile.
    """
    session, row = cast("Session", call.session), _publication(call)
    day = local_day(call.now)
    catalogue = catalogue_on(session, call.agency, day)
    typed = str(call.parameters["pham_vi"])
    problems = scope_problems(typed, catalogue)
    if problems:
        raise ScopeNotPublishable(problems)
    entries = chosen(typed, catalogue)
    changes = difference(_before(session, call.agency), (line_of(one) for one in entries))
    lines: list[tuple[ScopeLine, Change]] = [
        *((line, Change.KEPT) for line in changes.kept),
        *((line, Change.ADDED) for line in changes.added),
        *((new, Change.NEW_VERSION) for _old, new in changes.changed),
        *((line, Change.REMOVED) for line in changes.removed),
    ]
    write_scope(session, row, lines, {one.code: one.id for one in entries})
    text = _text(session, row, lines, str(call.parameters.get("ngoai_le") or ""))
    step = last_done(call, CONFIRMING)
    drafter = str(step.completed_by) if step else None
    return {"trich_yeu": title(text), "noi_dung": content(text), "nguoi_soan": drafter}


def signed(call: OperatorCall) -> Value:
    """Tie the decision to the publication."""
    row = _publication(call)
    document = _record(call.parameters.get("van_ban"))
    row.decision_id = parse_id(str(document.get("id")))
    row.state = PublicationState.SIGNED
    return {"so_quyet_dinh": str(document.get("so_ky_hieu") or "")}


def publish(call: OperatorCall) -> Value:
    """Close the publication and archive the one before; raises PublicationIncomplete (A10).

    One that comes behind a later publication is archived at once.
    """
    session, given = cast("Session", call.session), call.parameters
    hold_register(session, call.agency)
    row = _publication(call)
    receipt = _receipt(session, call)
    photo = _file(session, call, given.get("anh_niem_yet"))
    posted_on, address = given.get("ngay_niem_yet"), str(given.get("dia_chi_web") or "")
    missing = [
        words
        for there, words in (
            (row.decision_id, ("quyết định", "decision")),
            (receipt, ("biên nhận của Sở", "receipt of the Department")),
            (isinstance(posted_on, date) and photo, ("niêm yết kèm ảnh", "posting with its picture")),
            (address, ("địa chỉ trang đăng", "web address")),
        )
        if not there
    ]
    if missing or receipt is None or photo is None:
        raise PublicationIncomplete(missing)
    row.dispatch_id, row.posted_file_id = receipt.id, photo.id
    row.posted_on, row.web_on = _day(posted_on), _day(given.get("ngay_dang_web"))
    row.web_address, row.published_on = address, local_day(call.now)
    later = select(Publication.id).where(
        Publication.agency_id == call.agency,
        Publication.state == PublicationState.PUBLISHED,
        Publication.ordinal > row.ordinal,
    )
    behind = session.scalar(later) is not None
    row.state = PublicationState.REPLACED if behind else PublicationState.PUBLISHED
    session.flush()
    session.execute(
        update(Publication)
        .where(
            Publication.agency_id == call.agency,
            Publication.state == PublicationState.PUBLISHED,
            Publication.ordinal < row.ordinal,
        )
        .values(state=PublicationState.REPLACED)
    )
    return {"ngay_cong_bo": row.published_on}


def cancel(call: OperatorCall) -> Value:
    """The publication is given up; what was published before goes on to hold."""
    if call.parameters.get("ma_cong_bo"):
        _publication(call).state = PublicationState.CANCELLED
    return None


def _publication(call: OperatorCall) -> Publication:
    session = cast("Session", call.session)
    return publication_of(session, call.agency, parse_id(str(call.parameters.get("ma_cong_bo") or "")))


def _before(session: Session, agency: UUID) -> tuple[ScopeLine, ...]:
    last = latest_published(session, agency)
    return lines_in_scope(session, last.id) if last else ()


def _text(
    session: Session, row: Publication, lines: list[tuple[ScopeLine, Change]], exclusions: str
) -> DecisionText:
    agency = session.get_one(Agency, row.agency_id)
    department = session.get(Agency, agency.overseen_by) if agency.overseen_by else None
    review = session.get(ManagementReview, row.review_id) if row.review_id else None
    return DecisionText(
        agency=agency.name,
        standard=row.standard,
        first=row.kind == PublicationKind.FIRST,
        replaces=_replaced(session, row.agency_id),
        review=day_text(review.held_on) if review and review.held_on else "",
        exclusions=exclusions,
        lines=lines,
        department=department.name if department else _DEPARTMENT,
    )


def _replaced(session: Session, agency: UUID) -> str:
    """The number and day of the decision that the new one replaces; empty for none."""
    last = latest_published(session, agency)
    document = session.get(OutgoingDocument, last.decision_id) if last and last.decision_id else None
    if document is None or document.number is None or document.dated_on is None:
        return ""
    return f"{document.number:02d}/{document.symbol} ngày {day_text(document.dated_on)}"


def _receipt(session: Session, call: OperatorCall) -> Dispatch | None:
    """The dispatch of this case that the addressee received."""
    key = parse_id(str(_record(call.parameters.get("bien_nhan")).get("id")))
    row = session.get(Dispatch, key) if key else None
    if row is None or row.agency_id != call.agency or row.received_at is None:
        return None
    return row if row.instance_id == call.instance else None


def _file(session: Session, call: OperatorCall, value: Value) -> StoredFile | None:
    """The first file of a field, as this case has it."""
    files = value if isinstance(value, list) else []
    key = parse_id(str(_record(files[0]).get("id"))) if files else None
    row = session.get(StoredFile, key) if key else None
    return row if row is not None and row.instance_id == call.instance else None


def _record(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None


def _optional(*described: str) -> Mapping[str, Parameter]:
    pairs = (each.split(":") for each in described)
    return {name: Parameter(type=kind, required=False) for name, kind in pairs}
