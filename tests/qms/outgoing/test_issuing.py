"""A document from draft to issue, and each way back."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest

from engine.domain.errors import FieldsInvalid
from engine.domain.mandate_refusals import MandateEnded
from engine.domain.mandates import MandateForm
from engine.queries.files import file_content
from qms.delegation.commands import RecordDelegation, delegate
from qms.demo_office.loading import person_id
from tests.office import Office
from tests.qms.outgoing.issuing import SUBMITTED, begin, numbers

DRAFT = {
    "trich_yeu": "Duy trì, cải tiến hệ thống quản lý chất lượng năm 2026",
    "can_cu_soan": "Căn cứ Quyết định số 19/2014/QĐ-TTg\nCăn cứ Thông tư số 26/2014/TT-BKHCN",
    "doan_soan": "Đoạn một.\n\nĐoạn hai.",
    **SUBMITTED,
}


def test_a_document_is_checked_signed_numbered_sealed_and_issued(office: Office) -> None:
    one = begin(office)
    assert one.document.state == "draft"
    one.until_signature()
    one.signed()
    assert (one.document.state, one.document.number, one.document.symbol) == ("signed", 1, "KH-VP")
    one.sealed()
    assert office.instance(one.case).state == "completed"
    document = one.document
    assert document.state == "issued"
    assert document.dated_on == office.today
    assert document.capacity == ""
    signed, sealed = one.signatures
    assert (signed.person_id, signed.method) == (person_id("chanhvp"), "account")
    assert (sealed.person_id, sealed.method) == (person_id("vanthu"), "seal")
    with office.system.store.reading() as session:
        assert document.file_id is not None
        issued = file_content(session, office.viewer("camtien"), document.file_id)
    assert issued.content.startswith(b"%PDF")
    assert sealed.sha256 == hashlib.sha256(issued.content).hexdigest()
    assert signed.sha256 != sealed.sha256  # the number came after the signature


def test_what_is_sent_back_is_drafted_anew_and_keeps_its_row(office: Office) -> None:
    one = begin(office)
    first = one.document
    one.do("truongkt", "Kiểm tra nội dung", {"ket_qua_noi_dung": "tra_lai", "ly_do_tra_lai": "Thiếu căn cứ."})
    one.do("camtien", "Soạn thảo văn bản", DRAFT)
    assert one.document.id == first.id
    assert one.document.content["can_cu"] == DRAFT["can_cu_soan"].split("\n")
    assert one.document.content["doan"] == ["Đoạn một.", "Đoạn hai."]


def test_a_document_that_says_nothing_is_refused_at_its_body(office: Office) -> None:
    one = begin(office, noi_dung=None, bo_qua_soan=False)
    empty = {"trich_yeu": "Tự kiểm tra việc tiếp nhận hồ sơ"}
    with pytest.raises(FieldsInvalid) as refused:
        one.do("camtien", "Soạn thảo văn bản", {**empty, **SUBMITTED})
    assert list(refused.value.fields) == ["doan_soan"]
    one.do("camtien", "Soạn thảo văn bản", {**empty, "viec_soan": "rut", "ly_do_rut": "Không cần nữa."})


def test_a_letter_names_its_addressee_and_every_task_the_document(office: Office) -> None:
    one = begin(office, loai_van_ban="CV", bo_qua_soan=False)
    with pytest.raises(FieldsInvalid) as refused:
        one.do("camtien", "Soạn thảo văn bản", DRAFT)
    assert list(refused.value.fields) == ["kinh_gui_soan"]
    one.do("camtien", "Soạn thảo văn bản", {**DRAFT, "kinh_gui_soan": "Sở Khoa học và Công nghệ"})
    assert one.document.content["kinh_gui"] == ["Sở Khoa học và Công nghệ"]
    (checking,) = (row for row in office.inbox("truongkt") if row.instance == one.case)
    assert checking.title == f"Công văn: {DRAFT['trich_yeu']}"


def test_a_withdrawn_draft_takes_no_number_and_says_why(office: Office) -> None:
    one = begin(office)
    one.do(
        "truongkt", "Kiểm tra nội dung", {"ket_qua_noi_dung": "tra_lai", "ly_do_tra_lai": "Trùng kế hoạch."}
    )
    one.do("camtien", "Soạn thảo văn bản", {**DRAFT, "viec_soan": "rut", "ly_do_rut": "Đã ghép."})
    assert office.instance(one.case).state == "completed"
    assert (one.document.state, one.document.revoked_reason) == ("draft", "Đã ghép.")
    assert numbers(office) == []


def test_a_deputy_signs_for_the_head(office: Office) -> None:
    one = begin(office)
    one.until_signature()
    one.signed("phochanhvp")
    assert one.document.capacity == "KT."
    assert [signature.capacity for signature in one.signatures] == ["KT."]


def test_a_written_mandate_gives_the_capacity_until_its_last_day(office: Office) -> None:
    """A25: a delegation of some days; the day after, the same person signs no more."""
    mandate = RecordDelegation(
        viewer=office.viewer("chanhvp"),
        origin="test",
        principal=person_id("chanhvp"),
        delegate=person_id("truongnc"),
        form=MandateForm.AUTHORISED,
        first_day=office.today,
        last_day=office.today + timedelta(days=1),
        decision="16/QĐ-VP",
        decided_on=office.today,
    )
    given = delegate(office.system.store, mandate, office.now)
    one, other = begin(office), begin(office)
    one.until_signature()
    other.until_signature()
    one.signed("truongnc")
    assert (one.document.capacity, one.document.signed_for) == ("TUQ.", person_id("chanhvp"))
    assert one.document.mandate_id == given
    late = next(row.id for row in office.inbox("truongnc") if row.instance == other.case)
    office.pass_days(2)
    with pytest.raises(MandateEnded):
        office.complete("truongnc", late, {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})


def test_a_file_without_a_digital_signature_is_not_taken_for_a_signed_one(office: Office) -> None:
    one = begin(office)
    one.until_signature()
    files = {"tep_da_ky": one.upload("chanhvp", "Ký văn bản", "da-ky.pdf", b"%PDF-1.7 nothing signed")}
    one.do("chanhvp", "Ký văn bản", {"quyet_dinh_ky": "ky", "cach_ky": "tep_ky_so"}, files)
    assert (one.document.state, one.signatures) == ("draft", [])
    one.signed()  # the step has come up again
    assert one.document.state == "signed"


def test_who_drafted_neither_checks_nor_signs_and_a_head_who_drafts_is_checked_by_another(
    office: Office,
) -> None:
    one = begin(office, nguoi_soan=str(person_id("truongkt")))
    assert "Kiểm tra nội dung" not in {row.name for row in office.inbox("truongkt")}
    one.do("truongbcd", "Kiểm tra nội dung", {"ket_qua_noi_dung": "dat"})


def test_numbers_of_a_kind_follow_one_another(office: Office) -> None:
    for case in (begin(office), begin(office), begin(office, loai_van_ban="CV")):
        case.until_signature()
        case.signed()
    assert [(each.series, each.number, each.symbol) for each in numbers(office)] == [
        ("CV", 1, "VP-KT"),
        ("KH", 1, "KH-VP"),
        ("KH", 2, "KH-VP"),
    ]
