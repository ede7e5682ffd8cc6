"""What P08 refuses, raises, carries over and hands on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.publish_message import PublishMessage, publish_message
from engine.commands.restart_instance import RestartInstance, restart_instance
from engine.domain.errors import FieldsInvalid, Refusal
from engine.domain.interventions import Intervention
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.refusals import NotAuthorised
from engine.domain.values import Value
from engine.ports import OperatorCall
from engine.store.tables import Message, ProcessInstance
from qms.demo_office.loading import person_id
from qms.nonconformities.opening import TreatSlip, treat_slip
from qms.nonconformities.rules import Severity, SlipAlreadyTreated, Source, VerificationMissing
from qms.nonconformities.slips import Proposal, enter
from qms.nonconformities.tables import Nonconformity
from qms.nonconformities.verifying import close
from qms.outgoing.receipts import ConfirmReceipt, confirm_receipt
from qms.outgoing.tables import Dispatch
from tests.office import Office
from tests.qms.nonconformities.slip_case import CAUSE, P08, SlipCase
from tests.qms.outgoing.issuing import Issuing
from tests.web_browser import Browser
from web.app import create_app
from workers import work

REPORT = "QMS_P08_BAO_CAO_KHAC_PHUC"


@pytest.fixture(name="slips")
def with_slips(office: Office) -> Office:
    office.deploy(P08)
    return office


def refused(slip: SlipCase, by: str, element: str, values: Mapping[str, str]) -> dict[str, str]:
    """The Vietnamese message of each field at which it is refused."""
    with pytest.raises(FieldsInvalid) as caught:
        slip.do(by, element, **values)
    return {key: messages[0][0] for key, messages in caught.value.fields.items()}


def send(office: Office, name: str, payload: Mapping[str, Value], key: Value = None) -> None:
    """A message of another process."""
    agency = office.viewer("thuky").agency
    command = PublishMessage(agency=agency, viewer=None, origin="test", name=name, key=key, payload=payload)
    publish_message(office.system.store, command, office.now)
    work.run_processes(office.system, office.now)


def cases(office: Office) -> list[UUID]:
    with office.system.store.reading() as session:
        return list(
            session.scalars(
                select(ProcessInstance.id)
                .where(ProcessInstance.code.like("P08%"))
                .order_by(ProcessInstance.code)
            )
        )


def followed(office: Office, case: UUID) -> SlipCase:
    """A case that something else began."""
    slip = SlipCase.__new__(SlipCase)
    slip.office, slip.id, slip.by = office, case, "thuky"
    return slip


def sent(office: Office, name: str) -> list[Message]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Message).where(Message.name == name)))


def test_carelessness_alone_and_dates_past_or_missing_are_refused_at_their_fields(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.propose()
    slip.correct()
    blame = slip.analysis(nguyen_nhan_goc="Do sơ suất của cán bộ thụ lý.")
    assert "không phải nguyên nhân gốc" in refused(slip, "camtien", "PhanTich", blame)["nguyen_nhan_goc"]
    late = slip.analysis(hanh_dong_de_xuat__1__han="20/11/2026")
    assert set(refused(slip, "camtien", "PhanTich", late)) == {"hanh_dong_de_xuat__1__han"}
    ownerless = slip.analysis(hanh_dong_de_xuat__1__nguoi="", hanh_dong_de_xuat__1__han="")
    assert set(refused(slip, "camtien", "PhanTich", ownerless)) == {
        "hanh_dong_de_xuat__1__nguoi",
        "hanh_dong_de_xuat__1__han",
    }
    none = {key: text for key, text in slip.analysis().items() if not key.startswith("hanh_dong")}
    assert set(refused(slip, "camtien", "PhanTich", none)) == {"hanh_dong_de_xuat"}
    assert slip.row().state == "phan_tich"


def test_a_finding_without_requirement_or_evidence_is_refused(slips: Office) -> None:
    slip = SlipCase(slips)
    with pytest.raises(FieldsInvalid) as caught:
        slip.propose(yeu_cau="", bang_chung="")
    assert set(caught.value.fields) == {"yeu_cau", "bang_chung"}


def test_who_took_part_can_neither_be_named_verifier_nor_verify(slips: Office) -> None:
    slip = SlipCase(slips, by="thuky")
    slip.propose()
    slip.correct()
    slip.analyse()
    own = {"quyet_dinh": "duyet", "nguoi_xac_minh": str(person_id("truongkt"))}
    assert set(refused(slip, "truongkt", "PheDuyetNhe", own)) == {"nguoi_xac_minh"}
    proposer = {"quyet_dinh": "duyet", "nguoi_xac_minh": str(person_id("thuky"))}
    assert set(refused(slip, "truongkt", "PheDuyetNhe", proposer)) == {"nguoi_xac_minh"}
    slip.approve(verifier="truongnc")
    slip.carry_out()
    with pytest.raises(Refusal):
        slip.verify("thuky")
    slip.verify("truongnc")
    assert slip.row().verified_by == person_id("truongnc")


def test_closing_without_the_verification_of_another_person_is_refused(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.to_verification()
    row = slip.row()
    with slips.system.store.transaction() as session:
        call = OperatorCall(
            operator="slip.close",
            instance=slip.id,
            agency=row.agency_id,
            element_id="DongPhieu",
            idempotency_key=uuid4(),
            parameters={"ma_phieu": str(row.id)},
            variables={},
            session=session,
            now=slips.now,
        )
        with pytest.raises(VerificationMissing):
            close(call)
        slip_row = session.get_one(Nonconformity, row.id)
        slip_row.verified_by, slip_row.effective = person_id("camtien"), True  # who analysed it
        session.flush()
        with pytest.raises(VerificationMissing):
            close(call)
    slip.verify()


def test_actions_that_did_not_help_carry_the_slip_over_to_a_new_one(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.to_verification()
    slip.verify(result="chua_dat")
    old = slip.row()
    assert (old.state, old.effective, slips.instance(slip.id).state) == ("chuyen_tiep", False, "completed")
    new = followed(slips, cases(slips)[-1])
    assert new.id != slip.id
    row = new.row()
    assert (row.reissue_of, row.severity, row.source) == (old.id, "nang", old.source)
    assert new.open() == ["KhacPhucNgay"]
    (closing,) = sent(slips, "P08_dong")
    assert closing.correlation_key == old.code
    slips.pass_until(slips.now + timedelta(minutes=15))
    heads = [mail for mail in slips.mails() if mail.to_address.startswith("chanhvp@")]
    assert row.code in heads[-1].text


def test_the_same_cause_at_the_same_procedure_within_a_year_is_graver_and_goes_higher(slips: Office) -> None:
    first = SlipCase(slips)
    procedure = first.choice("DeXuat", "ds_thu_tuc", "1.013225")
    first.propose(thu_tuc=procedure)
    first.correct()
    first.analyse()
    assert first.open() == ["PheDuyetNhe"]
    second = SlipCase(slips)
    second.propose(thu_tuc=procedure)
    second.correct()
    assert "KPH-2026-001" in second.told("PhanTich", "phieu_tuong_tu")
    second.analyse()
    assert (second.open(), second.row().severity) == (["PheDuyetNang"], "nang")
    assert "nâng từ nhẹ lên nặng" in second.told("PheDuyetNang", "canh_bao_tai_dien")


def test_another_cause_or_an_older_slip_is_no_repetition(slips: Office) -> None:
    first = SlipCase(slips)
    procedure = first.choice("DeXuat", "ds_thu_tuc", "1.013225")
    first.propose(thu_tuc=procedure, ngay_phat_hien="20/11/2025")
    first.correct()
    first.analyse()
    second = SlipCase(slips)
    second.propose(thu_tuc=procedure, ngay_phat_hien="21/11/2026")
    second.correct()
    second.analyse()
    assert second.open() == ["PheDuyetNhe"]


def test_sent_back_for_analysis_the_actions_are_written_anew(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.propose()
    slip.correct()
    slip.analyse()
    slip.do(
        "truongkt",
        "PheDuyetNhe",
        quyet_dinh="tra_lai",
        ly_do_tra_lai="Thiếu hành động.",
    )
    assert slip.row().state == "phan_tich"
    slip.analyse(hanh_dong_de_xuat__1__viec="Rà soát mọi hồ sơ đang giải quyết.")
    assert [one.what for one in slip.actions()] == ["Rà soát mọi hồ sơ đang giải quyết."]


def test_the_re_audit_is_due_thirty_days_after_the_audit(office: Office) -> None:
    office.deploy(P08)
    slip = SlipCase(office)
    slip.to_verification(nguon="danh_gia_noi_bo", ngay_danh_gia="15/10/2026", ngay_phat_hien="15/10/2026")
    row = slip.row()
    (task,) = (one for one in office.tasks(slip.id) if one.element_id == "XacMinhLai")
    assert (row.due_on, task.legal_due, task.target_due) == (
        date(2026, 11, 16),
        date(2026, 11, 16),
        date(2026, 11, 13),
    )
    (ready,) = sent(office, "P08_san_sang_xac_minh")
    assert ready.correlation_key == str(row.id)
    slip.verify(element="XacMinhLai")


def test_an_action_past_the_clock_of_its_source_is_refused(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.propose(nguon="danh_gia_noi_bo", ngay_danh_gia="15/11/2026", ngay_phat_hien="15/11/2026")
    slip.correct()
    late = slip.analysis(hanh_dong_de_xuat__1__han="16/12/2026")
    assert "15/12/2026" in refused(slip, "camtien", "PhanTich", late)["hanh_dong_de_xuat__1__han"]


def entered(office: Office) -> Nonconformity:
    """A slip that stands in the register and that no case treats, as a ladder writes one."""
    proposal = Proposal(
        source=Source.LATE_CASE,
        description="Việc “Sàng lọc” của hồ sơ P06-2026-001 chưa hoàn thành đúng hạn.",
        requirement="ISO 9001:2015, 8.1",
        evidence="",
        found_on=office.today,
        severity=Severity.MINOR,
    )
    with office.system.store.transaction() as session:
        return enter(session, uuid4(), office.viewer("thuky").agency, proposal, office.now)


def test_a_slip_of_the_register_is_treated_once(slips: Office) -> None:
    row = entered(slips)
    around = slips.system
    mine = TreatSlip(viewer=slips.viewer("camtien"), origin="test", slip=row.id)
    with pytest.raises(NotAuthorised):
        treat_slip(around.store, around.surroundings, mine, slips.now)
    command = TreatSlip(viewer=slips.viewer("thuky"), origin="test", slip=row.id)
    case = followed(slips, treat_slip(around.store, around.surroundings, command, slips.now))
    work.run_processes(around, slips.now)
    case.calm()
    assert (case.row().code, case.open()) == (row.code, ["PhanCong"])
    unit = case.choice("PhanCong", "ds_don_vi", "Phòng Kinh tế")
    case.do("thuky", "PhanCong", don_vi=unit)
    assert case.open() == ["KhacPhucNgay"]
    with pytest.raises(SlipAlreadyTreated):
        treat_slip(around.store, around.surroundings, command, slips.now)


def test_a_message_takes_over_the_slip_it_names(slips: Office) -> None:
    row = entered(slips)
    send(
        slips,
        "P08_mo_phieu",
        {
            "nguon": "qua_han_vbqppl",
            "mo_ta": row.description,
            "yeu_cau": row.requirement,
            "bang_chung": "Hồ sơ P06-2026-001",
            "phieu_kph": row.code,
        },
    )
    case = followed(slips, cases(slips)[-1])
    case.calm()
    assert (case.row().id, case.row().evidence, case.open()) == (row.id, "Hồ sơ P06-2026-001", ["PhanCong"])


def test_a_document_to_change_is_asked_of_p05_once_it_is_verified(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.propose()
    slip.correct()
    slip.analyse(can_sua_tai_lieu="co", mo_ta_sua_doi="Thêm bước đối chiếu trước khi trình ký.")
    slip.approve()
    slip.carry_out()
    assert sent(slips, "P05_yeu_cau") == []
    slip.verify()
    (asked,) = sent(slips, "P05_yeu_cau")
    assert slip.row().code.encode() in asked.payload
    assert slip.row().cause == CAUSE


def test_what_recurs_after_ninety_days_becomes_a_new_slip(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.to_verification()
    slip.verify()
    slips.pass_until(slips.now + timedelta(days=91))
    slip.do("thuky", "KiemTraTaiDien", tai_dien="co", nhan_xet_tai_dien="Hai hồ sơ tháng Giêng lại muộn.")
    assert slip.row().state == "chuyen_tiep"
    assert followed(slips, cases(slips)[-1]).row().reissue_of == slip.row().id


def test_an_inspection_is_reported_in_two_months_and_reopened_where_the_department_does_not_accept(
    slips: Office,
) -> None:
    slips.clock.move_to(datetime(2027, 6, 30, 9, 0, tzinfo=OFFICE_ZONE).astimezone(UTC))
    slip = SlipCase(slips)
    slip.to_verification(nguon="kiem_tra_so", ngay_bien_ban="30/06/2027", ngay_phat_hien="30/06/2027")
    assert slip.row().due_on == date(2027, 8, 30)
    whole = slips.instance(slip.id)  # reminded of from the beginning, also by the Department's step
    assert (whole.legal_due, whole.owed_to_department) == (date(2027, 8, 30), True)
    page = Browser(create_app(slips.system)).sign_in("thuky").get(f"/instances/{slip.id}").text
    assert "Cả hồ sơ có hạn chậm nhất ngày 30/08/2027" in page
    slip.verify()
    report = next(one for one in slips.tasks(slip.id) if one.element_id.endswith("/ChuanBiBaoCao"))
    assert report.legal_due == date(2027, 8, 30)
    send_report(slip)
    slip.do(
        "thuky",
        f"{REPORT}/YKienSo",
        y_kien_so="chua_chap_nhan",
        ngay_y_kien_so="05/07/2027",
        ly_do_so="Chưa nêu cách xử lý các hồ sơ đã trả sai.",
    )
    assert (slip.row().state, slip.open()) == ("phan_tich", ["PhanTich"])
    assert slips.instance(slip.id).legal_due is None  # reported in time: nobody is reminded any more
    slip.analyse(hanh_dong_de_xuat__1__viec="Thu hồi và trả lại kết quả của các hồ sơ đã trả sai.")
    slip.approve()
    slip.carry_out()
    slip.verify()
    send_report(slip)
    slip.do("thuky", f"{REPORT}/YKienSo", y_kien_so="chap_nhan", ngay_y_kien_so="20/07/2027")
    assert (slip.row().state, slip.open()) == ("dang_xac_minh", [])


def send_report(slip: SlipCase) -> None:
    """The report is written, checked, signed, issued, sent and received."""
    slip.do(
        "thuky", f"{REPORT}/ChuanBiBaoCao", danh_gia_chung="Các điểm không phù hợp đã được khắc phục xong."
    )
    issuing = Issuing(office=slip.office, case=slip.id)
    issuing.until_signature()
    issuing.signed()
    issuing.sealed()
    with slip.office.system.store.reading() as session:
        dispatch = session.scalars(
            select(Dispatch.id).where(Dispatch.instance_id == slip.id, Dispatch.received_at.is_(None))
        ).one()
    received = ConfirmReceipt(
        viewer=slip.office.viewer("socv"), origin="test", dispatch=dispatch, reference="Số đến 112"
    )
    confirm_receipt(slip.office.system.store, received, slip.office.now)
    slip.office.work()
    slip.calm()


def test_a_case_begun_again_treats_the_same_slip(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.propose()
    slip.correct()
    around = slips.system
    why = Intervention(viewer=slips.viewer("quantri"), origin="test", reason="Làm lại từ đầu")
    cancel_instance(
        around.store, around.surroundings, CancelInstance(instance=slip.id, intervention=why), slips.now
    )
    again = RestartInstance(instance=slip.id, intervention=why)
    begun = restart_instance(around.store, around.surroundings, again, slips.now).instance
    work.run_processes(around, slips.now)
    new = followed(slips, begun)
    new.by = slip.by
    new.propose()
    assert (new.row().code, new.row().state, new.open()) == ("KPH-2026-001", "de_xuat", ["KhacPhucNgay"])
