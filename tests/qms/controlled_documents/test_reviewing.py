"""Documents are looked through again: on their day one case begins, and what it decides is carried out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from engine.store.tables import ProcessInstance
from qms.controlled_documents.reviewing import MODEL_KEY, begin_next_review
from tests.engine.cases import incidents
from tests.office import Office
from tests.qms.controlled_documents.document_office import Change, cases_of, deploy, detail, entry, record

DUE = entry(next_review_on=date(2026, 11, 24))


@pytest.fixture(name="document")
def recorded(office: Office) -> UUID:
    deploy(office)
    (document,) = record(office, DUE)
    return document


def reviews(office: Office) -> list[ProcessInstance]:
    return cases_of(office, MODEL_KEY)


def reviewed(office: Office, conclusion: str) -> Change:
    (row,) = reviews(office)
    review = Change(office, row.id)
    review.do(
        "camtien",
        "Rà soát tài liệu",
        {"ket_luan_ra_soat": conclusion, "noi_dung_ra_soat": "Đã đối chiếu căn cứ pháp lý và biểu mẫu."},
    )
    review.do("truongkt", "Duyệt kết quả rà soát", {"quyet_dinh_ra_soat": "dong_y"})
    return review


def test_the_review_begins_on_its_day_and_once(office: Office, document: UUID) -> None:
    office.work()
    assert reviews(office) == []
    office.pass_days(1)
    (case,) = reviews(office)
    assert case.title == "Rà soát QT-05 Cập nhật VBQPPL – Đất đai"
    assert detail(office, document).line.next_review_on == date(2027, 11, 24)
    assert not begin_next_review(office.system.store, office.system.surroundings, office.now)
    office.work()
    assert len(reviews(office)) == 1


def test_a_document_that_stays_is_reviewed_again_a_year_after(office: Office, document: UUID) -> None:
    office.pass_days(1)
    office.pass_days(2)
    review = reviewed(office, "giu_nguyen")
    assert office.instance(review.id).state == "completed"
    assert detail(office, document).line.next_review_on == date(2027, 11, 26)


def test_a_document_that_must_change_gets_its_slip_filled_in(office: Office, document: UUID) -> None:
    office.pass_days(1)
    review = reviewed(office, "sua_doi")
    assert office.instance(review.id).state == "completed"
    (change,) = cases_of(office, "QMS_P05_TAI_LIEU")
    assert change.title == "Thay đổi tài liệu: QT-05 Cập nhật VBQPPL – Đất đai"
    assert Change(office, change.id).open() == ["Xem xét yêu cầu, giao chủ trì"]
    assert incidents(office, change.id) == []
    assert detail(office, document).line.label == "01"
