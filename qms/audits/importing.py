"""A list of auditors' certificates in a spreadsheet: every row as it would enter, or why it does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from qms.audits.auditors import LONGEST, AddCertificate, CertificateDaysUnfit, CertificateKnown
from qms.audits.tables import AuditorCompetence
from qms.lists.columns import CheckedList, ListColumn
from qms.lists.known import people_by_name
from qms.lists.reading import RowReader, check_list

MOST_ROWS: Final = 1_000
COLUMNS: Final = (
    ListColumn(
        key="name",
        heading="Họ và tên",
        spellings=("họ tên", "đánh giá viên"),
        hint=("Người của cơ quan.", "Of the agency."),
        example="Tô Minh Đạt",
        needed=True,
    ),
    ListColumn(
        key="certificate",
        heading="Số chứng nhận",
        spellings=("chứng nhận", "số chứng chỉ"),
        example="ĐGV-2026-02",
        needed=True,
        coded=True,
    ),
    ListColumn(
        key="issuer", heading="Nơi cấp", spellings=("đơn vị cấp",), example="Chi cục TĐC", needed=True
    ),
    ListColumn(
        key="first_day",
        heading="Từ ngày",
        spellings=("ngày cấp", "hiệu lực từ"),
        hint=("dd/mm/yyyy.", "dd/mm/yyyy."),
        example="05/01/2026",
        needed=True,
    ),
    ListColumn(
        key="last_day",
        heading="Đến hết ngày",
        spellings=("hết hạn", "hiệu lực đến"),
        hint=("dd/mm/yyyy; bỏ trống nếu không có hạn.", "dd/mm/yyyy; empty without an end."),
        example="05/01/2029",
    ),
)


def check_certificates(
    session: Session, viewer: Viewer, origin: str, name: str, content: bytes
) -> CheckedList[AddCertificate]:
    """Hold the file against people and certificates of the agency; raises SheetRefused for no such list."""
    people = people_by_name(session, viewer)
    rows = session.execute(
        select(AuditorCompetence.person_id, AuditorCompetence.certificate).where(
            AuditorCompetence.agency_id == viewer.agency
        )
    )
    known = {(row.person_id, row.certificate) for row in rows}

    def read(row: RowReader) -> AddCertificate | None:
        found = _certificate(row, people, viewer, origin)
        if found is not None and (found.person, found.certificate) in known:
            refusal = CertificateKnown(found.certificate)
            row.wrong("certificate", refusal.vi, refusal.en)
        return found

    return check_list(COLUMNS, name, content, read, most_rows=MOST_ROWS)


def _certificate(
    row: RowReader, people: Mapping[str, Sequence[UUID]], viewer: Viewer, origin: str
) -> AddCertificate | None:
    person, first_day, last_day = row.person("name", people), row.day("first_day"), row.day("last_day")
    certificate, issuer = row.text("certificate", most=LONGEST), row.text("issuer", most=LONGEST)
    if first_day and last_day and last_day < first_day:
        refusal = CertificateDaysUnfit()
        row.wrong("last_day", refusal.vi, refusal.en)
    if person is None or first_day is None:
        return None
    row.once("certificate", (person, certificate))
    return AddCertificate(
        viewer=viewer,
        origin=origin,
        person=person,
        certificate=certificate,
        issuer=issuer,
        first_day=first_day,
        last_day=last_day,
    )
