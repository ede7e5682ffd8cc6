"""P12 as both sides play it: plan, self-report, visit, minutes, two months, judgement (A7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from engine.domain.assignment import Viewer
from engine.domain.errors import FieldsInvalid
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.refusals import NotAuthorised
from engine.store.tables import Incident, ProcessInstance, StoredFile
from qms.exchange.tables import ExchangeLetter
from qms.inspections.importing import (
    EarlierInspection,
    ImportInspections,
    check_inspections,
    import_inspections,
)
from qms.inspections.queries import board_of, inspection_lines
from qms.inspections.tables import Inspection, InspectionPlan
from qms.lists.columns import CheckedList
from qms.nonconformities.tables import Nonconformity
from qms.organisation.tables import Agency
from qms.outgoing.receipts import ConfirmReceipt, confirm_receipt
from qms.outgoing.tables import Dispatch
from tests.office import Office
from tests.qms.inspections.inspection_case import (
    AGENCY,
    DEPARTMENT,
    Inspecting,
    begin_inspecting,
    judged,
    plan_answers,
    self_report,
)
from tests.qms.nonconformities.slip_case import SlipCase

REPORT = "QMS_P08_BAO_CAO_KHAC_PHUC"
REQUIREMENT = "muc_kiem_tra__11__mk_yeu_cau"
MINUTES_DAY = datetime(2027, 6, 30, 9, 0, tzinfo=OFFICE_ZONE)


@pytest.fixture(name="inspecting")
def year_begun(office: Office) -> Inspecting:
    return begin_inspecting(office)


def until_minutes(inspecting: Inspecting) -> None:
    """By file, then on site with one item that fails, the minutes signed on 30/6/2027."""
    inspecting.until_request()
    inspecting.answer()
    inspecting.do("socv", "XemHoSo", judged("2d", ends="len_tru_so"))
    inspecting.do("socv", "SoanQD", {"ngay_du_kien": "30/06/2027", "thanh_phan_doan": "Hai chuyên viên."})
    inspecting.sign("chicuctruong", "vanthuso", "giamdocso")
    inspecting.do("thuky", "ChuanBi", {"chuan_bi": "Phòng họp số 1, Thư ký ISO đón đoàn."})
    inspecting.office.clock.move_to(MINUTES_DAY.astimezone(inspecting.office.now.tzinfo))
    inspecting.do("socv", "KiemTraTruSo", judged("2d", ends="can_khac_phuc", ngay_cong_bo="30/06/2027"))
    inspecting.do(
        "socv",
        "LapBienBan",
        {
            "ngay_bien_ban": "30/06/2027",
            "dai_dien_so": "Phùng Thị Hải Yến",
            "dai_dien_co_quan": "Lâm Hữu Trường",
        },
        file="bien_ban",
    )


def test_minutes_of_30_june_make_a_report_due_on_30_august_and_a_slip_in_the_agency(
    inspecting: Inspecting,
) -> None:
    until_minutes(inspecting)
    row = inspecting.row()
    assert (row.asked_on, row.answer_due, row.answered_on) == (
        date(2027, 5, 4),
        date(2027, 5, 31),
        date(2027, 5, 4),
    )
    assert (row.held_on, row.minutes_on, row.corrective_due) == (
        date(2027, 6, 30),
        date(2027, 6, 30),
        date(2027, 8, 30),
    )
    assert (row.state, row.result) == ("cho_khac_phuc", "can_khac_phuc")
    assert row.decision.endswith(f"{row.asked_on:%d/%m/%Y}")
    with inspecting.office.system.store.reading() as session:
        slip = session.scalars(select(Nonconformity)).one()
        letters = session.scalars(select(ExchangeLetter.name).order_by(ExchangeLetter.sent_at)).all()
        assert session.scalars(select(Incident)).all() == []
        of_the_agency = session.scalars(
            select(StoredFile.instance_id).where(
                StoredFile.agency_id == AGENCY, StoredFile.name == "van-ban.pdf"
            )
        ).all()
    assert (slip.agency_id, slip.found_on, slip.due_on) == (AGENCY, date(2027, 6, 30), date(2027, 8, 30))
    assert slip.case_id is not None
    assert [item.slip_id for item in inspecting.items() if item.verdict == "khong_dat"] == [slip.id]
    assert sorted(letters) == ["P12_bien_ban", "P12_quyet_dinh", "P12_tra_loi", "P12_yeu_cau"]
    assert set(of_the_agency) == {inspecting.case("QMS_P12_TRA_LOI_KIEM_TRA")}
    assert inspecting.waiting() == ["PhanCong"]


def treated(inspecting: Inspecting, slip: SlipCase) -> None:
    """The unit analyses, acts and is verified; the report goes to the Department, which confirms it."""
    slip.analyse()
    slip.approve()
    slip.carry_out()
    slip.verify()
    slip.do(
        "thuky", f"{REPORT}/ChuanBiBaoCao", danh_gia_chung="Đã khắc phục xong, không tái diễn từ ngày sửa."
    )
    inspecting.sign("truongkt", "vanthu", "chanhvp")
    with inspecting.office.system.store.reading() as session:
        sent = session.scalars(select(Dispatch).where(Dispatch.received_at.is_(None))).first()
    assert sent is not None
    command = ConfirmReceipt(
        viewer=inspecting.office.viewer("socv"), origin="test", dispatch=sent.id, reference=""
    )
    confirm_receipt(inspecting.office.system.store, command, inspecting.office.now)
    inspecting.office.work()


def test_a_report_that_is_not_accepted_opens_the_slip_again_and_an_accepted_one_ends_it(
    inspecting: Inspecting,
) -> None:
    until_minutes(inspecting)
    slip = taken_up(inspecting)
    slip.do("thuky", "PhanCong", don_vi=slip.choice("PhanCong", "ds_don_vi", "Phòng Kinh tế"))
    slip.correct()
    treated(inspecting, slip)
    assert inspecting.row().corrective_received_on == date(2027, 6, 30)
    assert sorted(inspecting.waiting()) == ["DanhGia", f"{REPORT}/YKienSo"]
    refusal = {
        "y_kien": "chua_chap_nhan",
        "ly_do_y_kien": "Chưa nêu cách xử lý hồ sơ đã trả sai.",
        "so_van_ban_y_kien": "130/SKHCN-TĐC",
        "han_nhac": "10/09/2027",
    }
    with pytest.raises(FieldsInvalid):
        inspecting.do("socv", "DanhGia", refusal | {"han_nhac": "30/06/2027"})
    inspecting.do("socv", "DanhGia", refusal)
    row = inspecting.row()
    assert (row.judgement, row.corrective_received_on, row.corrective_due) == (
        "chua_chap_nhan",
        None,
        date(2027, 9, 10),
    )
    assert inspecting.waiting() == ["PhanTich"]
    treated(inspecting, slip)
    inspecting.do("socv", "DanhGia", {"y_kien": "chap_nhan"})
    row = inspecting.row()
    assert (row.state, row.judgement, row.judged_on) == ("da_dong", "chap_nhan", date(2027, 6, 30))
    assert inspecting.waiting() == []
    with inspecting.office.system.store.reading() as session:
        ended = {
            key: session.get_one(ProcessInstance, inspecting.case(key)).state
            for key in ("QMS_P12_KIEM_TRA_SO", "QMS_P12_KIEM_TRA_CO_QUAN", "QMS_P12_TRA_LOI_KIEM_TRA")
        }
    assert set(ended.values()) == {"completed"}


def taken_up(inspecting: Inspecting) -> SlipCase:
    """The case of P08 that the minutes opened."""
    slip = SlipCase.__new__(SlipCase)
    slip.office, slip.by, slip.id = inspecting.office, "thuky", inspecting.case("QMS_P08_HANH_DONG_KHAC_PHUC")
    return slip


def test_a_plan_without_an_agency_or_with_too_few_visits_is_refused_by_name(inspecting: Inspecting) -> None:
    with pytest.raises(FieldsInvalid) as twice:
        inspecting.do("socv", "LapKeHoach", plan_answers("ho_so", day="15/06/2028"))
    told = twice.value.fields
    assert set(told) == {"ke_hoach_kiem_tra", "ke_hoach_kiem_tra__1__kh_thoi_gian"}
    assert "1 trên 1 cơ quan" in str(told["ke_hoach_kiem_tra"])
    with inspecting.office.system.store.transaction() as session:
        session.add(
            Agency(
                id=fresh_id(),
                code="XA-TEN",
                name="UBND xã Tên Mới",
                short_name="Xã Tên Mới",
                contact="",
                overseen_by=DEPARTMENT,
                search_text="",
            )
        )
    with pytest.raises(FieldsInvalid) as missing:
        inspecting.do("socv", "LapKeHoach", plan_answers())
    assert "UBND xã Tên Mới" in str(missing.value.fields["ke_hoach_kiem_tra"])


def test_each_item_is_reported_and_judged_once_and_the_conclusion_follows_from_them(
    inspecting: Inspecting,
) -> None:
    inspecting.until_request()
    with pytest.raises(FieldsInvalid) as missing:
        inspecting.do("thuky", "TuBaoCao", self_report(without="2e"))
    assert "2e" in str(missing.value.fields["tu_bao_cao"])
    inspecting.answer()
    for answers, field in (
        (judged("2d", ends="dat"), "ket_luan"),
        (judged(ends="can_khac_phuc"), "ket_luan"),
        (
            judged("2d", ends="len_tru_so") | {"muc_kiem_tra__11__mk_yeu_cau": ""},
            "muc_kiem_tra__11__mk_yeu_cau",
        ),
    ):
        with pytest.raises(FieldsInvalid) as refused:
            inspecting.do("socv", "XemHoSo", answers)
        assert field in refused.value.fields


def test_an_agency_that_stays_silent_is_given_time_or_visited(inspecting: Inspecting) -> None:
    inspecting.until_request()
    for day, answers in (
        (1, {"xu_ly": "cho_them", "han_tra_loi": "10/06/2027", "ly_do_xu_ly": "Cơ quan mới sắp xếp lại."}),
        (11, {"xu_ly": "len_tru_so", "ly_do_xu_ly": "Cơ quan vẫn không trả lời."}),
    ):
        inspecting.office.clock.move_to(datetime(2027, 6, day, 8, 0, tzinfo=OFFICE_ZONE).astimezone(UTC))
        inspecting.office.work()
        inspecting.do("socv", "DonDoc", answers)
    assert inspecting.waiting() == ["SoanQD", "TuBaoCao"]


def test_both_sides_read_the_inspection_behind_the_wall_and_nobody_else(inspecting: Inspecting) -> None:
    inspecting.until_request()
    office = inspecting.office
    stranger = Viewer(person=fresh_id(), agency=fresh_id(), grants=office.viewer("thuky").grants)
    seen = []
    for viewer in (office.viewer("socv"), office.viewer("thuky"), stranger):
        with office.system.store.behind(viewer).reading() as session:
            counted = [
                session.scalar(select(func.count()).select_from(table))
                for table in (Inspection, InspectionPlan)
            ]
            seen.append(counted)
    assert seen == [[1, 1], [1, 0], [0, 0]]


def test_earlier_inspections_are_taken_over_once_and_say_whom_to_visit(office: Office) -> None:
    heads = "Cơ quan,Năm,Hình thức,Ngày tại trụ sở,Ngày biên bản,Kết quả,Hạn báo cáo khắc phục\n"
    good = "VP-UBND-TN,2025,Tại trụ sở,12/09/2025,12/09/2025,Phải khắc phục,12/11/2025\n"
    bad = (
        "Sở lạ,2025,Qua hồ sơ,,12/09/2025,Đạt,\n"
        "VP-UBND-TN,2024,Tại trụ sở,,12/09/2024,Phải khắc phục,\n"
        "VP-UBND-TN,2026,Qua hồ sơ,,12/12/2030,Đạt,\n"
    )
    viewer = office.viewer("socv")

    def checked(text: str) -> CheckedList[EarlierInspection]:
        with office.system.store.behind(viewer).reading() as session:
            return check_inspections(session, viewer, "kiem-tra.csv", text.encode(), office.now)

    found = checked(heads + good + bad)
    assert [one.year for one in found.entries] == [2025]
    command = ImportInspections(viewer=viewer, origin="test", rows=found.entries, file=fresh_id())
    for _ in range(2):
        assert import_inspections(office.system.store.behind(viewer), command, office.now) == 1
    assert checked(heads + good).entries == ()
    with office.system.store.reading() as session:
        (line,) = inspection_lines(session, viewer, office.today)
        board = board_of(session, viewer, 2026, office.today)
    assert line.late(office.today)
    assert board is not None
    assert (board.overdue, board.standings[0].last_site) == (1, 2025)
    with pytest.raises(NotAuthorised):
        import_inspections(office.system.store, replace(command, viewer=office.viewer("thuky")), office.now)
