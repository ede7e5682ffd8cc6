"""P06 branch by branch, as officers walk it: screening, second eyes, new versions, reading, closing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from engine.domain.errors import FieldsInvalid
from engine.domain.refusals import DutiesNotSeparated, TaskNotYours
from engine.queries.task import task_view
from qms.documents.procedures import NewVersion, write_version
from tests.engine.cases import grant, jobs
from tests.office import Office, entry
from tests.qms.update_case import EFFECTIVE, EXTENSION, PERMIT, Case

WHY = "Văn bản chỉ áp dụng cho bộ, ngành."


@pytest.fixture(name="case")
def running_case(office: Office) -> Case:
    return Case(office)


def test_no_effect_needs_a_second_pair_of_eyes(case: Case) -> None:
    case.screen("khong", ly_do_sang_loc=WHY)
    assert case.open() == ["Xác nhận không ảnh hưởng"]
    assert case.view("chanhvp", "Xác nhận không ảnh hưởng").case["ly_do_sang_loc"] == WHY
    case.do("chanhvp", "Xác nhận không ảnh hưởng", quyet_dinh_sang_loc="dong_y")
    case.assert_closed("khong_anh_huong")
    assert case.line().cases[0].changes == ()


def test_the_second_pair_of_eyes_is_not_the_first(case: Case) -> None:
    grant(case.office, "thuky", "LD_CQ", "LDVP")
    case.screen("khong", ly_do_sang_loc=WHY)
    with pytest.raises(DutiesNotSeparated, match="Sàng lọc văn bản"):
        case.do("thuky", "Xác nhận không ảnh hưởng", quyet_dinh_sang_loc="dong_y")
    case.do("phochanhvp", "Xác nhận không ảnh hưởng", quyet_dinh_sang_loc="dong_y")
    case.assert_closed("khong_anh_huong")


def test_no_effect_needs_a_reason(case: Case) -> None:
    with pytest.raises(FieldsInvalid) as refused:
        case.screen("khong")
    assert list(refused.value.fields) == ["ly_do_sang_loc"]
    assert case.open() == ["Sàng lọc văn bản"]


def test_the_head_sends_a_screening_back_with_a_reason_that_the_secretary_sees(case: Case) -> None:
    case.screen("khong", ly_do_sang_loc=WHY)
    with pytest.raises(FieldsInvalid):
        case.do("chanhvp", "Xác nhận không ảnh hưởng", quyet_dinh_sang_loc="tra_lai")
    case.do(
        "chanhvp",
        "Xác nhận không ảnh hưởng",
        quyet_dinh_sang_loc="tra_lai",
        ly_do_tra_lai_sang_loc="Xem lại Điều 54.",
    )
    again = case.view("thuky", "Sàng lọc văn bản")
    assert again.case["ly_do_tra_lai_sang_loc"] == "Xem lại Điều 54."
    case.screen("co")
    assert case.open() == ["Xác nhận danh mục thủ tục"]


def test_what_is_not_clear_goes_to_the_legal_officer_and_comes_back(case: Case) -> None:
    case.screen("chua_ro", ly_do_sang_loc="Điều 54 có áp dụng cho cấp tỉnh không?")
    with pytest.raises(StopIteration):
        case.view("thuky", "Cho ý kiến pháp lý")
    asked = case.view("phapche", "Cho ý kiến pháp lý")
    assert asked.case["ly_do_sang_loc"] == "Điều 54 có áp dụng cho cấp tỉnh không?"
    case.do("phapche", "Cho ý kiến pháp lý", y_kien_ket_luan="co", y_kien_phap_che="Có, theo khoản 1 điểm b.")
    again = case.view("thuky", "Sàng lọc văn bản")
    assert again.case["y_kien_phap_che"] == "Có, theo khoản 1 điểm b."


def test_procedures_that_cite_what_is_replaced_stand_first_and_are_ticked(case: Case) -> None:
    case.screen("co")
    view = case.view("thuky", "Xác nhận danh mục thủ tục")
    options, ticked = view.case["de_xuat_thu_tuc"], view.case["thu_tuc_de_xuat"]
    assert isinstance(options, list)
    assert isinstance(ticked, list)
    assert [option["value"] for option in options[:2] if isinstance(option, dict)] == ticked
    assert "217/2026/NĐ-CP" in str(options[0])
    with pytest.raises(FieldsInvalid):
        case.do("thuky", "Xác nhận danh mục thủ tục", thu_tuc_chon=[])
    with pytest.raises(FieldsInvalid):
        case.do("thuky", "Xác nhận danh mục thủ tục", thu_tuc_chon=[str(case.id)])


def test_no_change_is_approved_by_the_head_of_the_unit(case: Case) -> None:
    case.screen("co")
    case.choose(PERMIT)
    case.assess("khong_doi")
    case.do(
        "truongkt",
        "Duyệt giữ nguyên quy trình",
        quyet_dinh_khong_doi="tra_lai",
        ly_do_tra_lai_danh_gia="Còn phí.",
    )
    assert case.view("camtien", "Đánh giá tác động").case["ly_do_tra_lai_danh_gia"] == "Còn phí."
    case.assess("khong_doi")
    case.do("truongkt", "Duyệt giữ nguyên quy trình", quyet_dinh_khong_doi="dong_y")
    case.assert_closed("khong_doi")
    (change,) = case.line().cases[0].changes
    assert (change.action, change.old_label, change.new_label) == ("khong_doi", "01", "01")
    assert [version.label for version in case.procedure(PERMIT).versions] == ["01"]


@pytest.mark.parametrize("plan", ["sua_doi", "thay_the"])
def test_a_new_version_takes_the_place_of_the_old_one_on_its_day(case: Case, plan: str) -> None:
    case.screen("co")
    case.choose(PERMIT)
    case.assess(plan)
    case.draft("02", effective_on=date(2026, 12, 15))
    case.approve()
    new, old = case.procedure(PERMIT).versions
    assert (new.label, new.effective_on, new.ended_on) == ("02", date(2026, 12, 15), None)
    assert (new.decision_number, new.instance) == ("125/QĐ-VP", case.id)
    assert (old.label, old.ended_on) == ("01", date(2026, 12, 15))
    (change,) = case.line().cases[0].changes
    assert (change.action, change.old_label, change.new_label) == (plan, "01", "02")
    assert (change.effective_on, change.decided_on) == (date(2026, 12, 15), case.office.today)
    assert case.open() == ["Quy định chuyển tiếp hồ sơ"]


def test_a_decision_of_a_day_to_come_or_under_a_number_of_another_is_refused_at_its_field(case: Case) -> None:
    case.screen("co")
    case.choose(PERMIT)
    case.assess("sua_doi")
    case.draft("02")
    with pytest.raises(FieldsInvalid) as ahead:
        case.approve(ngay_quyet_dinh="2026-11-24")
    assert list(ahead.value.fields) == ["ngay_quyet_dinh"]
    assert "23/11/2026" in ahead.value.fields["ngay_quyet_dinh"][0][0]
    write_other(case, "07", number="125/QĐ-VP", decided_on=date(2026, 11, 2))
    with pytest.raises(FieldsInvalid) as used:
        case.approve()
    assert used.value.fields["so_quyet_dinh"][0][0] == (
        "Số 125/QĐ-VP năm 2026 đã dùng cho văn bản ngày 02/11/2026."
    )
    case.approve("126/QĐ-VP")
    assert case.line().cases[0].changes[0].decision_number == "126/QĐ-VP"


def test_a_withdrawn_procedure_ends_and_is_proposed_no_more(case: Case) -> None:
    case.screen("co")
    case.choose(EXTENSION)
    case.assess("bai_bo")
    case.draft("", effective_on=EFFECTIVE)
    case.approve()
    (version,) = case.procedure(EXTENSION).versions
    assert (version.label, version.ended_on) == ("01", EFFECTIVE)
    (change,) = case.line().cases[0].changes
    assert (change.action, change.old_label, change.new_label) == ("bai_bo", "01", None)
    case.office.pass_until(case.office.now + timedelta(days=14))
    later = case.office.register(
        replace(entry("302/2026/NĐ-CP", effective_on=date(2027, 1, 1)), amends="217/2026/NĐ-CP")
    )
    task = next(one for one in case.office.tasks(later) if one.name == "Sàng lọc văn bản")
    case.office.complete("thuky", task.id, {"ket_luan_sang_loc": "co"})
    (confirm,) = (one for one in case.office.tasks(later) if one.name == "Xác nhận danh mục thủ tục")
    viewer = case.office.viewer("thuky")
    with case.office.system.store.reading() as session:
        view = task_view(session, case.office.system.surroundings, viewer, confirm.id)
    assert PERMIT in str(view.case["de_xuat_thu_tuc"])
    assert EXTENSION not in str(view.case["de_xuat_thu_tuc"])


def test_no_change_takes_effect_before_the_law_does(case: Case) -> None:
    case.screen("co")
    case.choose(PERMIT)
    case.assess("sua_doi")
    with pytest.raises(FieldsInvalid) as refused:
        case.draft("02", effective_on=EFFECTIVE - timedelta(days=1))
    ((vi, _),) = refused.value.fields["ngay_hieu_luc_moi"]
    assert "30/11/2026" in vi


def test_who_drafted_a_change_may_not_approve_it(case: Case) -> None:
    grant(case.office, "chanhvp", "CHUYEN_VIEN", "P-KT")
    case.screen("co")
    case.choose(PERMIT)
    case.assess("sua_doi")
    case.draft("02", username="chanhvp")
    with pytest.raises(DutiesNotSeparated, match="Soạn thảo thay đổi"):
        case.approve(username="chanhvp")
    assert [version.label for version in case.procedure(PERMIT).versions] == ["01"]
    case.approve(username="phochanhvp")
    assert [version.label for version in case.procedure(PERMIT).versions] == ["02", "01"]


def test_who_drafted_one_procedure_may_approve_another(case: Case) -> None:
    grant(case.office, "chanhvp", "CHUYEN_VIEN", "P-KT")
    case.screen("co")
    case.choose(PERMIT, EXTENSION)
    for _ in range(2):
        case.assess("sua_doi")
    drafts = [task for task in case.office.tasks(case.id) if task.name == "Soạn thảo thay đổi"]
    values = {
        "so_phien_ban_moi": "02",
        "ngay_hieu_luc_moi": "2026-11-30",
        "tom_tat_thay_doi": "Rút thời hạn lại.",
    }
    case.office.complete("chanhvp", drafts[0].id, values)
    case.office.complete("camtien", drafts[1].id, values)
    approval = {
        "quyet_dinh_phe_duyet": "duyet",
        "so_quyet_dinh": "125/QĐ-VP",
        "ngay_quyet_dinh": "2026-11-23",
    }
    waiting = {
        task.scope: task.id for task in case.office.tasks(case.id) if task.name == "Phê duyệt thay đổi"
    }
    with pytest.raises(DutiesNotSeparated):
        case.office.complete("chanhvp", waiting[drafts[0].scope], approval)
    case.office.complete("chanhvp", waiting[drafts[1].scope], approval)


def test_a_draft_sent_back_is_written_again_by_the_unit_only(case: Case) -> None:
    case.screen("co")
    case.choose(PERMIT)
    with pytest.raises(StopIteration):
        case.assess("sua_doi", username="minhdat")
    case.assess("sua_doi")
    case.draft("02")
    case.do(
        "chanhvp",
        "Phê duyệt thay đổi",
        quyet_dinh_phe_duyet="tra_lai",
        ly_do_tra_lai_du_thao="Thiếu biểu mẫu.",
    )
    view = case.view("giabao", "Soạn thảo thay đổi")
    assert view.case["ly_do_tra_lai_du_thao"] == "Thiếu biểu mẫu."
    with pytest.raises(TaskNotYours):
        case.office.claim("minhdat", view.id)
    case.draft("02", username="giabao")
    case.approve()
    assert [version.label for version in case.procedure(PERMIT).versions] == ["02", "01"]


def changed(case: Case) -> list[UUID]:
    """The case up to reading; who has to read."""
    case.screen("co")
    case.choose(PERMIT)
    case.assess("sua_doi")
    case.draft("02")
    case.approve()
    case.do(
        "thuky",
        "Quy định chuyển tiếp hồ sơ",
        ap_dung_chuyen_tiep="giu_ban_cu",
        can_cu_chuyen_tiep="Điều 60 khoản 2",
    )
    return [task.person_id for task in case.office.tasks(case.id) if task.person_id is not None]


def test_everyone_of_the_unit_reads_and_confirms_and_the_case_closes(case: Case) -> None:
    readers = ("truongkt", "camtien", "giabao", "chihoa")
    assert set(changed(case)) == {case.office.viewer(name).person for name in readers}
    with pytest.raises(FieldsInvalid):
        case.do("camtien", "Đọc và xác nhận đã hiểu")
    for name in readers:
        assert [row.name for row in case.office.inbox(name)] == ["Đọc và xác nhận đã hiểu"]
        case.do(name, "Đọc và xác nhận đã hiểu", da_doc_hieu="true")
    case.assert_closed("da_cap_nhat")


def test_after_15_working_days_the_secretary_gets_the_list_of_those_who_did_not_read(case: Case) -> None:
    changed(case)
    began = case.office.today
    for name in ("truongkt", "camtien"):
        case.do(name, "Đọc và xác nhận đã hiểu", da_doc_hieu="true")
    calendar = case.office.system.surroundings.calendars.calendar_of(case.office.viewer("thuky").agency)
    last_day = calendar.add_working_days(began, 15)
    assert last_day == date(2026, 12, 15)  # 24/11 is a day off
    while case.office.today < last_day:
        case.office.pass_days(1)
    assert case.open() == ["Đọc và xác nhận đã hiểu"] * 2
    case.office.pass_days(1)
    assert case.open() == ["Xử lý người chưa xác nhận"]
    unread = case.view("thuky", "Xử lý người chưa xác nhận").case["nguoi_chua_doc"]
    assert isinstance(unread, list)
    assert [one["label"] for one in unread if isinstance(one, dict)] == ["Phạm Gia Bảo", "Tăng Chí Hòa"]
    case.do(
        "thuky",
        "Xử lý người chưa xác nhận",
        nguoi_da_xu_ly=[str(one["value"]) for one in unread if isinstance(one, dict)],
        bien_phap_chua_doc="nhac_nho",
        ghi_chu_chua_doc="Đã nhắc trực tiếp ngày 16/12/2026.",
    )
    case.assert_closed("da_cap_nhat")


def test_a_version_number_that_the_procedure_had_before_is_refused_at_the_draft(case: Case) -> None:
    case.screen("co")
    case.choose(PERMIT)
    case.assess("sua_doi")
    with pytest.raises(FieldsInvalid) as refused:
        case.draft("01")
    assert refused.value.fields == {
        "so_phien_ban_moi": [
            ("“01” đã được dùng; hãy nhập nội dung khác.", "“01” is taken; enter another one.")
        ]
    }
    assert case.open() == ["Soạn thảo thay đổi"]


def test_a_version_number_that_another_case_took_meanwhile_is_said_in_words(case: Case) -> None:
    case.screen("co")
    case.choose(PERMIT)
    case.assess("sua_doi")
    case.draft("02")
    write_other(case, "02")
    task = next(row.id for row in case.office.inbox("chanhvp") if row.name == "Phê duyệt thay đổi")
    approval = {
        "quyet_dinh_phe_duyet": "duyet",
        "so_quyet_dinh": "125/QĐ-VP",
        "ngay_quyet_dinh": "2026-11-23",
    }
    case.office.complete("chanhvp", task, approval)
    (job,) = jobs(case.office, case.id)
    assert job.last_error is not None
    assert "version 02" in job.last_error
    assert case.line().cases[0].changes == ()


def write_other(case: Case, label: str, *, number: str = "", decided_on: date | None = None) -> None:
    """A version of the permit, by another way."""
    with case.office.system.store.transaction() as session:
        write_version(
            session,
            NewVersion(
                procedure=case.procedure(PERMIT).id,
                label=label,
                effective_on=EFFECTIVE,
                summary="",
                decision_number=number,
                decided_on=decided_on,
                instance=case.id,
            ),
            case.office.now,
        )
