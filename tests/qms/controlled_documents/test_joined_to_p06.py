"""P06 and P05: a procedure that is a controlled document is changed by P05, and late updates become slips."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.domain.interventions import Intervention
from engine.store.tables import Message
from qms.controlled_documents.tables import ReadConfirmation
from qms.demo_office.loading import person_id
from qms.documents.tables import Procedure
from tests.office import Office
from tests.qms.controlled_documents.document_office import Change, cases_of, deploy, detail, entry, record
from tests.qms.update_case import EFFECTIVE, PERMIT, Case


def permit(office: Office) -> Procedure:
    with office.system.store.reading() as session:
        return session.scalars(select(Procedure).where(Procedure.code == PERMIT)).one()


def test_a_procedure_under_control_is_changed_by_p05_and_p06_goes_on_with_its_decision(
    office: Office,
) -> None:
    deploy(office)
    (document,) = record(office, entry(name="Cấp giấy phép xây dựng", procedure=permit(office).id))
    case = Case(office)
    case.screen("co", noi_dung_lien_quan="Điều 5")
    case.choose(PERMIT)
    case.assess("sua_doi")
    office.work()
    assert case.open() == []
    (row,) = cases_of(office, "QMS_P05_TAI_LIEU")
    change = Change(office, row.id)
    change.triage(document)
    change.draft(EFFECTIVE)
    change.review()
    change.sign()
    office.work()
    assert "Quy định chuyển tiếp hồ sơ" in case.open()
    (done,) = case.line().cases[0].changes
    assert (done.old_label, done.new_label, done.effective_on) == ("01", "02", EFFECTIVE)
    assert done.decision_number == "01/QĐ-VP"
    versions = case.procedure(PERMIT).versions
    assert [one.label for one in versions].count("02") == 1
    assert detail(office, document).line.changing


def test_what_p05_does_not_finish_is_taken_over_by_the_secretary_and_its_version_is_written(
    office: Office,
) -> None:
    deploy(office)
    record(office, entry(name="Cấp giấy phép xây dựng", procedure=permit(office).id))
    case = Case(office)
    case.screen("co", noi_dung_lien_quan="Điều 5")
    case.choose(PERMIT)
    case.assess("sua_doi")
    office.work()
    office.pass_days(16)
    assert case.open() == ["Đôn đốc hồ sơ P05"]
    told = "Hồ sơ P05 đã bị hủy, làm tiếp ở đây"
    case.do("thuky", "Đôn đốc hồ sơ P05", huong_don_doc="tu_lam", ghi_chu_don_doc=told)
    case.draft("02")
    case.approve()
    assert [one.label for one in case.procedure(PERMIT).versions].count("02") == 1


def test_a_cancelled_p05_case_ends_the_wait_with_its_result(office: Office) -> None:
    deploy(office)
    record(office, entry(name="Cấp giấy phép xây dựng", procedure=permit(office).id))
    case = Case(office)
    case.screen("co", noi_dung_lien_quan="Điều 5")
    case.choose(PERMIT)
    case.assess("sua_doi")
    office.work()
    (row,) = cases_of(office, "QMS_P05_TAI_LIEU")
    why = Intervention(viewer=office.viewer("quantri"), origin="test", reason="Lập nhầm")
    around = office.system
    cancel_instance(
        around.store, around.surroundings, CancelInstance(instance=row.id, intervention=why), office.now
    )
    office.work()
    assert case.open() == ["Đánh giá tác động"]
    with around.store.reading() as session:
        (told,) = session.scalars(select(Message).where(Message.name == "P05_xong"))
    assert (told.sender_instance, told.received_by) == (row.id, case.id)


def test_an_update_that_is_late_sends_its_slip_to_p08_once(office: Office) -> None:
    case = Case(office, effective_on=date(2026, 8, 3))
    office.work()
    office.pass_days(3)
    with office.system.store.reading() as session:
        (sent,) = session.scalars(select(Message).where(Message.name == "P08_mo_phieu"))
    assert sent.sender_instance == case.id
    assert b"KPH-2026-" in sent.payload


def test_readings_of_an_update_stand_in_the_register_of_readings(office: Office) -> None:
    case = Case(office)
    case.screen("co", noi_dung_lien_quan="Điều 5")
    case.choose(PERMIT)
    case.assess("sua_doi")
    case.draft("02")
    case.approve()
    case.do(
        "thuky",
        "Quy định chuyển tiếp hồ sơ",
        ap_dung_chuyen_tiep="giu_ban_cu",
        can_cu_chuyen_tiep="Điều 20 của văn bản",
    )
    readers = ("truongkt", "camtien", "giabao", "chihoa")
    for username in readers:
        case.do(username, "Đọc và xác nhận đã hiểu", da_doc_hieu="true")
    case.assert_closed("da_cap_nhat")
    with office.system.store.reading() as session:
        rows = session.scalars(select(ReadConfirmation).where(ReadConfirmation.instance_id == case.id)).all()
    assert {row.person_id for row in rows} == {person_id(username) for username in readers}
    assert {(row.subject, row.closed_as) for row in rows} == {
        ("Thay đổi quy trình theo văn bản 301/2026/NĐ-CP", "da_doc")
    }
    assert all(row.confirmed_at is not None for row in rows)
