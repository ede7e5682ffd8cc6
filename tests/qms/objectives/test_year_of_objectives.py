"""The objectives of a year, from the draft to the summary, on the database of an office."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.domain.errors import FieldsInvalid
from engine.domain.identifiers import derived_id
from engine.store.tables import Message, ModelVersion, ProcessInstance
from qms.chains.chain import chain_of
from qms.demo_office.loading import person_id
from qms.nonconformities.tables import Nonconformity
from qms.objectives.correcting import CorrectMeasurement, correct_measurement
from qms.objectives.review_input import objective_figures
from qms.objectives.rules import Period as Quarter
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.reviews.period import Period
from qms.years.tables import QmsYear, YearItem
from tests.office import Office
from tests.qms.objectives.objective_case import QMS, YEAR, ObjectiveCase, begin, objective, of_unit, table

P08 = QMS / "p08_hanh_dong_khac_phuc"
PROCESS = "QMS_P08_HANH_DONG_KHAC_PHUC"


@pytest.fixture(name="drafted")
def case_with_a_draft(office: Office) -> ObjectiveCase:
    """One objective drafted; the units are asked."""
    case = begin(office)
    case.draft(objective())
    return case


def test_a_year_is_measured_four_times_and_summed_up(office: Office) -> None:
    office.deploy(P08)
    case = begin(office)
    case.draft(objective())
    case.past_registering()
    case.issue()
    with office.system.store.reading() as session:
        deliverable = session.scalars(select(Dispatch.deliverable)).one()
        told = session.scalars(select(Message).where(Message.name == "Viec_nam_xong")).all()
        (issued,) = session.scalars(select(OutgoingDocument.id))
    assert (deliverable, len(told), issued) == ("MTCL", 1, case.objectives()[0].document_id)
    for month, year, value in ((4, YEAR, "85"), (7, YEAR, "60"), (10, YEAR, "62"), (1, YEAR + 1, "81")):
        case.until(month, 6, year=year)
        case.enter("camtien", value)
    assert office.instance(case.id).state == "completed"
    lines = case.measurements()
    assert [(row.period, row.value, row.verdict) for row in lines] == [
        ("NAM", Decimal(81), "dat"),
        ("Q1", Decimal(85), "dat"),
        ("Q2", Decimal(60), "khong_dat"),
        ("Q3", Decimal(62), "khong_dat"),
        ("Q4", Decimal(81), "dat"),
    ]
    assert case.objectives()[0].state == "dat"
    _one_slip_with_its_case(office, case)
    _the_review_reads_it(office, case)
    _a_late_correction_changes_the_year(office, case)


def _one_slip_with_its_case(office: Office, case: ObjectiveCase) -> None:
    """The second miss follows the slip of the first, which is still open; both stand in one chain."""
    with office.system.store.reading() as session:
        slip = session.scalars(select(Nonconformity)).one()
        treated = session.scalars(
            select(ProcessInstance.id)
            .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
            .where(ModelVersion.key == PROCESS)
        ).one()
        chain = chain_of(session, office.viewer("thuky"), case.id)
    assert {row.slip_id for row in case.measurements() if row.verdict == "khong_dat"} == {slip.id}
    assert (slip.source, slip.instance_id, slip.case_id) == (
        "mục tiêu chất lượng không đạt",
        case.id,
        treated,
    )
    assert {case.id, treated} <= {one.id for one in chain.cases}


def _the_review_reads_it(office: Office, case: ObjectiveCase) -> None:
    agency = office.viewer("thuky").agency
    with office.system.store.reading() as session:
        period = Period(agency=agency, review=case.id, since=office.today, until=office.today)
        nothing = objective_figures(session, period)
        found = objective_figures(
            session,
            Period(agency=agency, review=case.id, since=office.today.replace(year=YEAR), until=office.today),
        )
    assert not nothing.known
    assert found.summary == "1 mục tiêu: đạt 1, nguy cơ 0, không đạt 0, chưa có số liệu 0."


def _a_late_correction_changes_the_year(office: Office, case: ObjectiveCase) -> None:
    (row,) = case.objectives()
    command = CorrectMeasurement(
        viewer=office.viewer("thuky"),
        origin="test",
        objective=row.id,
        period=Quarter.Q4,
        value=Decimal(70),
        reason="Đếm thiếu một phòng.",
    )
    correct_measurement(office.system.store, command, office.now)
    assert case.objectives()[0].state == "khong_dat"
    year = [(line.ordinal, line.value) for line in case.measurements() if line.period == "NAM"]
    assert year == [(1, Decimal(81)), (2, Decimal(70))]


def test_the_system_measures_by_itself_and_the_year_is_told_once_it_is_sent(office: Office) -> None:
    item = owed(office)
    case = begin(office)
    growing = {"mt_chi_so": "Tỷ lệ đề xuất", "mt_chi_tieu": "10", "mt_danh_gia": "luy_ke"}
    case.draft(objective(mt_nguon="ty_le_don_gian_hoa", **growing))
    case.past_registering()
    assert item_state(office, item) == "dang_lam"
    case.issue()
    assert item_state(office, item) == "xong"
    assert office.instance(case.id).state == "running"
    case.until(4, 6)
    (line,) = case.measurements()
    assert (line.automatic, line.value, line.verdict) == (True, Decimal(0), "nguy_co")
    assert case.waiting() == []


def owed(office: Office) -> UUID:
    """The year owes its objectives."""
    year, item = derived_id("test", "year"), derived_id("test", "item")
    agency = office.viewer("thuky").agency
    with office.system.store.transaction() as session:
        session.add(QmsYear(id=year, agency_id=agency, year=YEAR, state="dang_chay", opened_at=office.now))
        session.flush()
        session.add(
            YearItem(
                id=item,
                agency_id=agency,
                year_id=year,
                process="P02",
                subject="",
                name="Mục tiêu chất lượng",
                starts_on=office.today,
                basis="DL-PLAN",
                state="cho",
                reason="",
            )
        )
    return item


def item_state(office: Office, item: UUID) -> str:
    with office.system.store.reading() as session:
        return session.get_one(YearItem, item).state


@pytest.mark.parametrize(
    ("changed", "cell"),
    [
        ({"mt_chi_tieu": ""}, "mt_chi_tieu"),
        ({"mt_chi_tieu": "nhiều"}, "mt_chi_tieu"),
        ({"mt_chi_tieu": "101"}, "mt_chi_tieu"),
        ({"mt_don_vi_tinh": ""}, "mt_don_vi_tinh"),
        ({"mt_don_vi_tinh": "12"}, "mt_don_vi_tinh"),
        ({"mt_thoi_han": ""}, "mt_thoi_han"),
        ({"mt_thoi_han": f"31/12/{YEAR + 1}"}, "mt_thoi_han"),
        ({"mt_nguon": "thoi_gian_tb"}, "mt_don_vi_tinh"),
    ],
)
def test_an_objective_that_cannot_be_measured_is_refused_at_its_cell(
    office: Office, changed: dict[str, str], cell: str
) -> None:
    case = begin(office)
    with pytest.raises(FieldsInvalid) as refused:
        case.draft(objective(mt_noi_dung="Đúng hạn hơn"), objective(**changed))
    assert list(refused.value.fields) == [f"muc_tieu__2__{cell}"]
    assert case.waiting() == ["SoanMucTieu"]


def test_units_add_their_own_and_silence_is_written_down(office: Office, drafted: ObjectiveCase) -> None:
    (parent,) = drafted.objectives()
    drafted.register("truongkt", of_unit(parent.id))
    drafted.past_registering()
    told = drafted.variables()
    assert "Phòng Kinh tế: đăng ký 1 mục tiêu." in str(told["tom_tat_dang_ky"])
    assert "Phòng Nội chính: không đăng ký trong hạn (im lặng)." in str(told["tom_tat_dang_ky"])
    unit = next(row for row in drafted.objectives() if row.unit_id is not None)
    assert (unit.parent_id, unit.state) == (parent.id, "du_thao")


def test_an_objective_that_nobody_serves_gets_an_owner_before_it_is_signed(office: Office) -> None:
    case = begin(office)
    case.draft(objective(mt_nguoi=""), objective(mt_noi_dung="Giảm số lần bổ sung hồ sơ", mt_nguoi=""))
    served, alone = case.objectives()
    case.register("truongkt", of_unit(served.id))
    case.past_registering()
    assert case.waiting() == ["GiaoNguoi"]
    row = {"gn_muc_tieu": str(alone.id), "gn_nguoi": str(person_id("camtien"))}
    with pytest.raises(FieldsInvalid):
        case.do("thuky", "GiaoNguoi", table("phan_cong", {**row, "gn_nguoi": ""}))
    case.do("thuky", "GiaoNguoi", table("phan_cong", row))
    assert case.objectives()[1].owner_id == person_id("camtien")
    assert case.waiting() == ["CHUNG_TRINH_KY/KiemTraNoiDung"]


def test_values_that_cannot_be_are_refused_and_silence_at_measuring_is_no_figure(
    office: Office, drafted: ObjectiveCase
) -> None:
    drafted.past_registering()
    drafted.issue()
    drafted.until(4, 6)
    for value, analysis, cell in (("120", "Nhầm.", "do_gia_tri"), ("-1", "Nhầm.", "do_gia_tri")):
        with pytest.raises(FieldsInvalid) as refused:
            drafted.enter("camtien", value, analysis)
        assert list(refused.value.fields) == [f"ket_qua_do__1__{cell}"]
    with pytest.raises(FieldsInvalid) as refused:
        drafted.enter("camtien", "", "")
    assert list(refused.value.fields) == ["ket_qua_do__1__do_phan_tich"]
    drafted.until(4, 20)
    (line,) = drafted.measurements()
    assert (line.period, line.verdict, line.analysis) == (
        "Q1",
        "chua_co_so_lieu",
        "Không nhập số liệu trong hạn (im lặng).",
    )


def test_a_withdrawn_decision_goes_back_to_the_draft_with_all_that_was_typed(
    office: Office, drafted: ObjectiveCase
) -> None:
    (before,) = drafted.objectives()
    drafted.past_registering()
    drafted.do(
        "truongbcd", "KiemTraNoiDung", {"ket_qua_noi_dung": "tra_lai", "ly_do_tra_lai": "Thiếu chỉ tiêu."}
    )
    drafted.do(
        "camtien", "SoanThao", {"trich_yeu": "Mục tiêu", "viec_soan": "rut", "ly_do_rut": "Làm lại từ đầu."}
    )
    assert drafted.waiting() == ["SoanMucTieu"]
    drafted.draft(objective(mt_chi_tieu="82"))
    (after,) = drafted.objectives()
    assert (after.id, after.code, after.target) == (before.id, before.code, Decimal(82))
    assert office.instance(drafted.id).state == "running"
