"""An office that may publish, and the steps of a publication."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.commands.start_process import StartProcess, start_process
from engine.commands.store_file import StoreFile, store_file
from engine.domain.assignment import Actor
from engine.domain.forms import AttachedFile
from engine.domain.identifiers import derived_id
from qms.audits.tables import Audit, AuditProgramme
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.documents.catalogue import catalogue_on
from qms.documents.catalogue_changes import (
    CatalogueChanged,
    ChangeCatalogue,
    change_catalogue,
    register_records,
)
from qms.documents.catalogue_rows import CatalogueRecord
from qms.documents.procedures import NewVersion, write_version
from qms.documents.tables import Procedure
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.publications.operators import MODEL_KEY
from qms.publications.tables import Publication, PublicationScope
from qms.reviews.tables import ManagementReview
from tests.office import Office

AGENCY = "VP-UBND-TN"
P10 = Path(bpmn.__file__).parent / "qms" / "p10_cong_bo"
PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(40)
NEW = CatalogueRecord(
    code="1.014000",
    name="Cấp lại giấy phép xây dựng",
    field="Hoạt động xây dựng",
    level="tinh",
    unit=unit_id(AGENCY, "P-KT"),
    legal_time="05 ngày làm việc",
    decided_by="1234/QĐ-UBND",
    valid_from=None,
    valid_to=None,
    citations=(),
)


def audited(office: Office, held_on: date, state: str = "da_ket_thuc") -> UUID:
    """An audit of the room for economics; returns its id."""
    agency = agency_id(AGENCY)
    programme, audit = derived_id("programme", held_on), derived_id("audit", held_on)
    with office.system.store.transaction() as session:
        session.add(
            AuditProgramme(
                id=programme,
                agency_id=agency,
                year=held_on.year,
                edition=1,
                state="da_duyet",
                criteria="",
                methods="",
                recorded_at=office.now,
            )
        )
        session.flush()
        session.add(
            Audit(
                id=audit,
                agency_id=agency,
                programme_id=programme,
                code=f"ĐG-{held_on:%Y}-01",
                unit_id=unit_id(AGENCY, "P-KT"),
                scope="",
                state=state,
                held_on=held_on,
                answered_as="",
                answer="",
                recorded_at=office.now,
            )
        )
    return audit


def reviewed(office: Office, held_on: date, validity: str = "hieu_luc") -> UUID:
    """A management review with its conclusions; returns its id."""
    review = derived_id("review", held_on)
    with office.system.store.transaction() as session:
        session.add(
            ManagementReview(
                id=review,
                agency_id=agency_id(AGENCY),
                year=held_on.year,
                ordinal=1,
                state="da_xac_nhan",
                held_on=held_on,
                validity=validity,
                validity_confirmed_on=held_on if validity else None,
                recorded_at=office.now,
            )
        )
    return review


def published(office: Office) -> UUID:
    """A first publication of every procedure, entered from paper; returns its id."""
    agency, day = agency_id(AGENCY), office.today - timedelta(days=20)
    decision, dispatch, row = (derived_id(one, "first") for one in ("decision", "dispatch", "publication"))
    with office.system.store.transaction() as session:
        session.add(
            OutgoingDocument(
                id=decision,
                agency_id=agency,
                kind="QĐ",
                title="Công bố Hệ thống quản lý chất lượng",
                state="issued",
                content={},
                capacity="",
                signed_at=office.now,
                number=12,
                symbol="QĐ-VP",
                dated_on=day,
                revoked_reason="",
                search_text="",
                recorded_at=office.now,
            )
        )
        session.add(
            Dispatch(
                id=dispatch,
                agency_id=agency,
                deliverable="QD_CONG_BO",
                year=day.year,
                addressee="Sở Khoa học và Công nghệ",
                channel="giay",
                sent_at=office.now,
                received_at=office.now,
                proof="bien_nhan",
                reference="Số đến 12",
            )
        )
        session.flush()
        session.add(
            Publication(
                id=row,
                agency_id=agency,
                ordinal=1,
                kind="lan_dau",
                trigger="lan_dau",
                state="da_cong_bo",
                standard="TCVN ISO 9001:2015",
                decision_id=decision,
                dispatch_id=dispatch,
                posted_on=day,
                web_address="https://vanphong.tayninh.gov.vn/iso",
                web_on=day,
                published_on=day,
                recorded_at=office.now,
            )
        )
        session.flush()
        for one in catalogue_on(session, agency, office.today):
            session.add(
                PublicationScope(
                    id=derived_id("scope", one.code),
                    agency_id=agency,
                    publication_id=row,
                    procedure_id=one.id,
                    code=one.code,
                    name=one.name,
                    field=one.field,
                    version=one.version,
                    change="them",
                )
            )
    return row


def ready(office: Office) -> None:
    """Everything that a publication asks for, and its model."""
    audited(office, office.today - timedelta(days=60))
    reviewed(office, office.today - timedelta(days=30))
    office.deploy(P10)


def enter(office: Office, *records: CatalogueRecord, list_id: UUID | None = None) -> CatalogueChanged:
    """The secretary enters records into the catalogue, as the register stands."""
    with office.system.store.reading() as session:
        expected = register_records(session, agency_id(AGENCY))
    command = ChangeCatalogue(
        viewer=office.viewer("thuky"),
        origin="test",
        records=records,
        expected=expected,
        source_file=list_id,
    )
    return change_catalogue(office.system.store, command, office.now)


def approve(office: Office, code: str, instance: UUID) -> None:
    """A version of the procedure in force today."""
    with office.system.store.transaction() as session:
        procedure = session.scalars(select(Procedure.id).where(Procedure.code == code)).one()
        new = NewVersion(
            procedure=procedure,
            label="01",
            effective_on=office.today,
            summary="",
            decision_number="",
            decided_on=None,
            instance=instance,
        )
        write_version(session, new, office.now)


def begin(office: Office) -> UUID:
    """The secretary begins a publication by hand and says why."""
    started = start_process(
        office.system.store,
        office.system.surroundings,
        StartProcess(
            key=MODEL_KEY,
            agency=agency_id(AGENCY),
            series="P10",
            variables={},
            actor=Actor(person=person_id("thuky"), origin="test"),
        ),
        office.now,
    )
    office.work()
    answers = {
        "ly_do_cong_bo": "lan_dau",
        "mo_ta_ly_do": "Công bố lần đầu sau khi xây dựng xong.",
        "tieu_chuan": "TCVN ISO 9001:2015",
    }
    do(office, "thuky", "Lập yêu cầu công bố", answers)
    return started.instance


def do(
    office: Office,
    username: str,
    step: str,
    values: Mapping[str, str],
    files: Mapping[str, Sequence[AttachedFile]] | None = None,
) -> None:
    """An officer completes the step."""
    office.complete(username, office.task(username, step), values, files)


def signed(office: Office) -> None:
    """The decision is checked, signed and issued."""
    do(office, "truongbcd", "Kiểm tra nội dung", {"ket_qua_noi_dung": "dat"})
    do(office, "vanthu", "Kiểm tra thể thức", {"ket_qua_the_thuc": "dat"})
    do(office, "chanhvp", "Ký văn bản", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
    do(office, "vanthu", "Đóng dấu, phát hành", {"da_dong_dau": "true"})


def photo(office: Office) -> tuple[AttachedFile, ...]:
    """A picture of the posting, stored at its step."""
    command = StoreFile(
        viewer=office.viewer("vanthu"),
        name="niem-yet.png",
        media_type="image/png",
        content=PHOTO,
        task=office.task("vanthu", "Niêm yết tại trụ sở"),
    )
    stored = store_file(office.system.store, office.system.surroundings, command, office.now)
    return (AttachedFile(id=str(stored), name="niem-yet.png", size=len(PHOTO), media_type="image/png"),)


def posting(office: Office, day: date | None = None) -> dict[str, str]:
    """The answers about the posting."""
    return {"noi_niem_yet": "Bảng tin trụ sở", "ngay_niem_yet": f"{day or office.today:%d/%m/%Y}"}


def web(office: Office, address: str = "https://vanphong.tayninh.gov.vn/cong-bo-iso") -> dict[str, str]:
    """The answers about the web site."""
    return {"dia_chi_web": address, "ngay_dang_web": f"{office.today:%d/%m/%Y}"}


def publications(office: Office) -> list[Publication]:
    """The register, the first publication first."""
    with office.system.store.reading() as session:
        return list(session.scalars(select(Publication).order_by(Publication.ordinal)))


def cases(office: Office) -> list[UUID]:
    """The cases of P10, by the day on which they were entered in the register."""
    return [row.instance_id for row in publications(office) if row.instance_id]


def changed(record: CatalogueRecord, **values: object) -> CatalogueRecord:
    """The record with other values."""
    return replace(record, **values)  # type: ignore[arg-type]
