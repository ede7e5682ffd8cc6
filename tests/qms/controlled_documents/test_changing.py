"""A document is changed by P05: what holds when, who signed, who reads, and what others are told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from engine.domain.errors import FieldsInvalid
from engine.store.tables import Message
from qms.controlled_documents.lifecycle import in_force, moved
from qms.controlled_documents.rules import ChangeUnderWay, RequestKind, VersionNotThere, VersionState
from qms.controlled_documents.tables import ControlledVersion
from qms.controlled_documents.usable import usable_version
from qms.demo_office.loading import agency_id
from tests.office import Office
from tests.qms.controlled_documents.document_office import (
    AGENCY,
    CODE,
    Change,
    begun,
    deploy,
    detail,
    record,
    requested,
    version,
)

FIRST_DAY = date(2026, 12, 10)


@pytest.fixture(name="document")
def recorded(office: Office) -> UUID:
    deploy(office)
    (document,) = record(office)
    return document


def held(office: Office) -> str | None:
    with office.system.store.reading() as session:
        found = usable_version(session, agency_id(AGENCY), CODE)
        return found.label if found else None


def until_signed(office: Office, document: UUID, scope: str = "") -> Change:
    change = requested(office, document)
    change.triage(document)
    if scope:
        change.draft(FIRST_DAY, doi_pham_vi="co", thu_tuc_pham_vi=[scope])
    else:
        change.draft(FIRST_DAY)
    change.review()
    change.sign()
    return change


def messages(office: Office, name: str) -> list[Message]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Message).where(Message.name == name)))


def test_a_new_version_holds_from_its_day_and_the_old_one_stays_readable(
    office: Office, document: UUID
) -> None:
    change = until_signed(office, document, scope="1.013225")
    new = version(office, document, "02")
    assert (new.state, new.effective_on) == (VersionState.APPROVED, FIRST_DAY)
    assert (new.decision_number, new.decided_on) == ("01/QĐ-VP", office.today)
    assert new.file_name == "QT-05.pdf"
    assert held(office) == "01"
    office.pass_until(datetime(2026, 12, 9, 16, 59, tzinfo=UTC))
    assert held(office) == "01"
    office.pass_until(datetime(2026, 12, 9, 17, 0, tzinfo=UTC))
    assert held(office) == "02"
    old = version(office, document, "01")
    assert (old.state, old.ended_on, old.ended_by) == (VersionState.SUPERSEDED, FIRST_DAY, "01/QĐ-VP")
    assert detail(office, document).line.next_review_on == date(2027, 12, 10)
    assert {row.person for row in version(office, document, "02").readings} == {
        "Dương Nhật Quang",
        "Hồ Thị Cẩm Tiên",
        "Phạm Gia Bảo",
        "Tăng Chí Hòa",
    }
    for count, username in enumerate(("truongkt", "camtien", "giabao", "chihoa"), start=1):
        change.do(username, "Đọc và xác nhận đã hiểu", {"da_doc_hieu": "true"})
        assert detail(office, document).line.read == count
    line = detail(office, document).line
    assert (line.read, line.readers) == (4, 4)
    assert office.instance(change.id).state == "completed"
    (told,) = messages(office, "PHAM_VI_THAY_DOI")
    assert b"1.013225" in told.payload


def test_what_is_not_signed_can_be_used_nowhere(office: Office, document: UUID) -> None:
    change = requested(office, document)
    change.triage(document)
    assert version(office, document, "02").state is VersionState.DRAFT
    change.draft(date(2026, 11, 23))
    assert version(office, document, "02").state is VersionState.IN_REVIEW
    change.review()
    assert version(office, document, "02").state is VersionState.AWAITING_APPROVAL
    assert held(office) == "01"
    with (
        pytest.raises(IntegrityError, match="ck_controlled_version_approved"),
        office.system.store.transaction() as session,
    ):
        session.execute(text("UPDATE controlled_version SET state = 'da_phe_duyet' WHERE label = '02'"))
    with office.system.store.reading() as session:
        row = session.scalars(select(ControlledVersion).where(ControlledVersion.label == "02")).one()
        with pytest.raises(VersionNotThere):
            moved(row, VersionState.IN_FORCE)


def test_who_asked_is_told_as_soon_as_the_decision_is_issued(office: Office, document: UUID) -> None:
    change = until_signed(office, document)
    (told,) = messages(office, "P05_xong")
    assert told.correlation_key == str(change.id)
    assert messages(office, "PHAM_VI_THAY_DOI") == []


def test_a_document_is_withdrawn_by_a_decision_from_its_day(office: Office, document: UUID) -> None:
    change = requested(office, document, kind=RequestKind.WITHDRAW)
    change.triage(document, kind="bai_bo")
    change.draft(FIRST_DAY, file=False)
    change.review()
    change.sign()
    assert held(office) == "01"
    office.pass_until(datetime(2026, 12, 10, 1, 0, tzinfo=UTC))
    assert held(office) is None
    old = version(office, document, "01")
    assert (old.state, old.ended_on) == (VersionState.WITHDRAWN, FIRST_DAY)


def test_a_refused_request_ends_and_says_so(office: Office, document: UUID) -> None:
    change = begun(office)
    assert change.open() == ["Lập phiếu yêu cầu"]
    slip = {
        "loai_yeu_cau": "sua_doi",
        "tai_lieu": str(document),
        "ly_do": "khac",
        "mo_ta": "Đề nghị in khổ nhỏ hơn.",
    }
    change.do("giabao", "Lập phiếu yêu cầu", slip)
    change.do(
        "thuky",
        "Xem xét yêu cầu, giao chủ trì",
        {**slip, "ket_luan_phan_loai": "tu_choi", "ly_do_tu_choi": "Không ảnh hưởng đến nội dung."},
    )
    assert office.instance(change.id).state == "completed"
    assert [one.label for one in detail(office, document).versions] == ["01"]
    assert len(messages(office, "P05_xong")) == 1


def test_a_label_that_was_used_is_refused_at_its_field(office: Office, document: UUID) -> None:
    change = requested(office, document)
    with pytest.raises(FieldsInvalid) as refused:
        change.triage(document, label="01")
    assert set(refused.value.fields) == {"lan_ban_hanh"}
    assert change.open() == ["Xem xét yêu cầu, giao chủ trì"]


def test_a_draft_without_its_file_is_refused_at_its_field_but_keeps_it_when_sent_back(
    office: Office, document: UUID
) -> None:
    change = requested(office, document)
    change.triage(document)
    with pytest.raises(FieldsInvalid) as refused:
        change.draft(FIRST_DAY, file=False)
    assert set(refused.value.fields) == {"tep_du_thao"}
    change.draft(FIRST_DAY)
    change.do(
        "truongbcd",
        "Xem xét dự thảo",
        {"ket_luan_xem_xet": "tra_lai", "ly_do_tra_lai": "Thiếu mục 5.3 và 5.4."},
    )
    assert version(office, document, "02").state is VersionState.DRAFT
    change.draft(FIRST_DAY, file=False)
    assert version(office, document, "02").file_name == "QT-05.pdf"


def test_two_changes_of_one_document_do_not_meet(office: Office, document: UUID) -> None:
    first, second = requested(office, document), requested(office, document)
    first.triage(document)
    with pytest.raises(FieldsInvalid) as refused:
        second.triage(document, label="03")
    assert set(refused.value.fields) == {"tai_lieu"}
    with pytest.raises(ChangeUnderWay):
        requested(office, document)


def test_the_day_of_the_decision_counts_where_the_draft_named_an_earlier_one(
    office: Office, document: UUID
) -> None:
    change = requested(office, document)
    change.triage(document)
    change.draft(date(2026, 11, 24))
    change.review()
    office.pass_days(3)
    change.sign()
    assert version(office, document, "02").effective_on == office.today == date(2026, 11, 26)
    office.work()
    assert held(office) == "02"
    with office.system.store.reading() as session:
        found = in_force(session, document)
        assert found is not None
        assert found.approved_by is not None
