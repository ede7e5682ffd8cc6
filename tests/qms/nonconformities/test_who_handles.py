"""Who does the unit's part of a slip, who verifies it, and what closing waits for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from engine.commands.publish_message import PublishMessage, publish_message
from engine.domain.errors import FieldsInvalid
from engine.domain.identifiers import derived_id
from engine.domain.values import Value
from qms.demo_office.loading import person_id, unit_id
from qms.nonconformities.rules import NonconformityState
from qms.organisation.tables import RoleAssignment
from tests.office import Office
from tests.qms.nonconformities.slip_case import P08, SlipCase

ROOM = unit_id("VP-UBND-TN", "P-KT")


def without(office: Office, *roles: str) -> None:
    """Nobody holds these roles in the room for economics any more."""
    with office.system.store.transaction() as session:
        held = update(RoleAssignment).where(RoleAssignment.unit_id == ROOM, RoleAssignment.role.in_(roles))
        session.execute(held.values(valid_to=office.today - timedelta(days=1)))


def message(case: SlipCase, name: str, key: str, payload: dict[str, Value]) -> None:
    """Another case tells this one."""
    office = case.office
    publish_message(
        office.system.store,
        PublishMessage(
            agency=office.viewer("thuky").agency,
            viewer=None,
            origin="test",
            name=name,
            key=key,
            payload=payload,
        ),
        office.now,
    )
    office.work()
    case.calm()


def test_a_unit_without_officers_has_its_slip_done_by_its_head_and_approved_above(office: Office) -> None:
    without(office, "CHUYEN_VIEN")
    office.deploy(P08)
    case = SlipCase(office)
    case.propose()
    (row,) = (each for each in office.inbox("truongkt") if each.name == "Khắc phục ngay")
    assert row.title == f"{case.row().code} – đơn vị chưa có chuyên viên, lãnh đạo đơn vị xử lý"
    case.correct(by="truongkt")
    case.analyse(by="truongkt")
    case.approve(by="truongbcd")
    assert case.open() == ["ThucHien"]


def test_a_unit_without_officers_and_head_has_its_slip_done_by_the_secretary(office: Office) -> None:
    without(office, "CHUYEN_VIEN", "LD_PHONG")
    office.deploy(P08)
    case = SlipCase(office)
    case.propose()
    case.correct(by="thuky")
    case.analyse(by="thuky")
    case.approve(by="truongbcd", verifier="kieuoanh")
    assert case.open() == ["ThucHien"]


def test_nobody_of_the_unit_is_named_to_verify_its_slip(office: Office) -> None:
    office.deploy(P08)
    case = SlipCase(office)
    case.propose()
    case.correct()
    case.analyse()
    with pytest.raises(FieldsInvalid) as refused:
        case.approve(verifier="camtien")
    assert set(refused.value.fields) == {"nguoi_xac_minh"}


def test_a_slip_that_changes_a_document_is_not_watched_before_the_document_is_issued(office: Office) -> None:
    office.deploy(P08)
    case = SlipCase(office)
    case.propose()
    case.correct()
    case.analyse(can_sua_tai_lieu="co", mo_ta_sua_doi="Thêm bước đối chiếu 3a.")
    case.approve()
    case.carry_out()
    case.verify()
    office.pass_days(15)
    assert case.open() == ["DonDocSua"]
    case.do("thuky", "DonDocSua", huong_don_doc="cho_tiep", ghi_chu_don_doc="Hồ sơ P05 đang trình ký.")
    office.pass_days(80)
    assert case.open() == ["DonDocSua"]
    assert case.row().state == NonconformityState.BEING_VERIFIED
    key = str(derived_id("P05_yeu_cau", case.row().id))
    message(case, "P05_xong", key, {"ket_qua": "ban_hanh", "tom_tat": "Lần 03"})
    assert case.open() == ["KiemTraTaiDien"]


def test_the_re_audit_is_the_verification_of_the_slip_that_waits_for_it(office: Office) -> None:
    day = office.today - timedelta(days=3)
    office.deploy(P08)
    case = SlipCase(office)
    case.to_verification(nguon="danh_gia_noi_bo", ngay_danh_gia=f"{day:%d/%m/%Y}")
    assert case.open() == ["XacMinhLai"]
    told: dict[str, Value] = {
        "ket_qua_xac_minh": "dat",
        "ngay_xac_minh": office.today,
        "nhan_xet_xac_minh": "Mười trong mười hồ sơ có giấy hẹn.",
        "nguoi_danh_gia_lai": str(person_id("kieuoanh")),
    }
    message(case, "P07_ket_qua_danh_gia_lai", str(case.row().id), told)
    row = case.row()
    assert case.open() == []
    assert (row.verified_by, row.effective, row.verified_on) == (
        person_id("kieuoanh"),
        True,
        office.today,
    )
