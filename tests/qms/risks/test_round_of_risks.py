"""P03 on the database of an office: identified, ranked, acted on, judged; refusals, silence, carry-over."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from engine.domain.errors import FieldsInvalid
from engine.store.tables import Message, ModelVersion, ProcessInstance
from qms.demo_office.loading import person_id
from qms.nonconformities.tables import Nonconformity
from qms.reviews.period import Period
from qms.risks.review_input import risk_figures
from tests.office import Office
from tests.qms.risks.risk_case import OWNER, QMS, YEAR, RiskCase, begin, risk, table

NONE = {"rui_ro": "0", "khong_co": "true", "ly_do_khong_co": "Đã rà sáu quy trình, điểm đều dưới 4."}


@pytest.fixture(name="ranked")
def case_with_a_grave_risk(office: Office) -> RiskCase:
    """One unit told three things, others nothing; the first has to be acted on."""
    case = begin(office)
    case.identify(
        "truongkt",
        risk(),
        risk(rr_mo_ta="Hồ sơ giấy thất lạc", rr_kha_nang="2"),
        risk(rr_loai="co_hoi", rr_mo_ta="Nộp hồ sơ trực tuyến", rr_kha_nang="1"),
    )
    case.past_identifying()
    return case


def test_a_grave_risk_is_acted_on_and_judged_by_somebody_else(office: Office, ranked: RiskCase) -> None:
    assert [(row.code, row.score, row.state) for row in ranked.risks()] == [
        ("CH-2027-001", 4, "nhan_dien"),
        ("RR-2027-001", 16, "dang_xu_ly"),
        ("RR-2027-002", 8, "theo_doi"),
    ]
    with office.system.store.reading() as session:
        told = session.scalars(select(Message).where(Message.name == "Viec_nam_xong")).all()
    assert len(told) == 1
    ranked.plan()
    ranked.carry_out()
    ranked.judge("co")
    (action,) = ranked.actions()
    assert (action.effective, action.residual_likelihood, action.residual_severity) == (True, 2, 4)
    assert (action.owner_id, action.checked_by) == (person_id(OWNER), person_id("thuky"))
    assert ranked.risks()[1].state == "da_xu_ly"
    assert office.instance(ranked.id).state == "completed"
    with office.system.store.reading() as session:
        agency = office.viewer("thuky").agency
        period = Period(
            agency=agency, review=ranked.id, since=office.today, until=office.today.replace(year=YEAR)
        )
        figures = risk_figures(session, period)
    assert figures.known
    assert figures.summary.startswith("2 rủi ro, 1 cơ hội")


def test_what_did_not_work_is_done_again_and_then_becomes_a_slip(office: Office, ranked: RiskCase) -> None:
    office.deploy(QMS / "p08_hanh_dong_khac_phuc")
    ranked.plan()
    ranked.carry_out()
    ranked.judge("khong")
    ranked.do("truongbcd", "QuyetDinh", {"quyet_dinh_tiep": "lam_tiep", "ly_do_quyet_dinh": "Làm thêm."})
    ranked.plan(ranked.action(hd_noi_dung="Đào tạo người trả kết quả"))
    ranked.carry_out()
    (second,) = [row for row in ranked.actions() if row.effective is None]
    judged = {"dg_viec": str(second.id), "dg_hieu_luc": "co", "dg_ghi_chu": ""}
    # Each action worked, and still the risk is as grave as before: that is not an effect.
    left = {"kha_nang_con": "4", "muc_do_con": "3"}
    ranked.do("thuky", "DanhGia", {**table("danh_gia", judged), **left})
    ranked.do("truongbcd", "QuyetDinh", {"quyet_dinh_tiep": "mo_phieu", "ly_do_quyet_dinh": "Hai lần."})
    with office.system.store.reading() as session:
        slip = session.scalars(select(Nonconformity)).one()
        treated = session.scalars(
            select(ProcessInstance.id)
            .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
            .where(ModelVersion.key == "QMS_P08_HANH_DONG_KHAC_PHUC")
        ).one()
    assert (slip.instance_id, slip.case_id) == (ranked.id, treated)
    assert ranked.risks()[1].state == "dong"
    assert len(ranked.actions()) == 2


def test_a_unit_names_risks_or_says_why_there_are_none(office: Office) -> None:
    case = begin(office)
    for values in (table("rui_ro"), {**table("rui_ro", risk()), **NONE, "rui_ro": "1"}):
        with pytest.raises(FieldsInvalid):
            case.do("truongkt", "NhanDien", values)
    with pytest.raises(FieldsInvalid) as twice:
        case.identify("truongkt", risk(), risk())
    assert set(twice.value.fields) == {"rui_ro__2__rr_mo_ta"}
    case.do("truongkt", "NhanDien", NONE)
    case.past_identifying()
    assert case.risks() == []
    assert office.instance(case.id).state == "completed"


def test_an_action_needs_somebody_a_date_to_come_and_not_the_secretary(
    office: Office, ranked: RiskCase
) -> None:
    for changed in (
        {"hd_nguoi": ""},
        {"hd_han": ""},
        {"hd_nguoi": str(person_id("thuky"))},
        {"hd_han": "01/01/2020"},
    ):
        with pytest.raises(FieldsInvalid) as refused:
            ranked.plan(ranked.action(**changed))
        assert set(refused.value.fields) == {f"hanh_dong__1__{next(iter(changed))}"}
    with pytest.raises(FieldsInvalid):
        ranked.do("truongkt", "DeXuat", {"hanh_dong": "0"})
    assert ranked.actions() == []


def test_an_action_that_is_late_stays_and_is_escalated(office: Office, ranked: RiskCase) -> None:
    ranked.plan()
    (action,) = ranked.actions()
    (task,) = [each for each in office.tasks(ranked.id) if each.element_id.endswith("ThucHien")]
    assert task.target_due == action.due_on
    before = len(office.mails())
    office.pass_days(60)
    assert ranked.waiting() == ["P03_XU_LY_RUI_RO/ThucHien"]
    late = {mail.person_id for mail in office.mails()[before:]}
    assert {person_id(OWNER), person_id("truongkt")} <= late


def test_next_year_begins_with_what_this_year_had(office: Office, ranked: RiskCase) -> None:
    again = begin(office, year=2028)
    asked = again.variables()["don_vi_hoi_ra_soat"]
    assert isinstance(asked, list)
    offered = [row["rr_mo_ta"] for unit in asked for row in unit["mau"]]  # type: ignore[index,union-attr,call-overload]
    assert offered == ["Trả kết quả trễ hạn", "Hồ sơ giấy thất lạc", "Nộp hồ sơ trực tuyến"]
    again.identify("truongkt", risk(rr_kha_nang="2"))
    again.past_identifying()
    (row,) = again.risks()
    (before,) = [each for each in ranked.risks() if each.score == 16]
    assert (row.carried_from, row.year, row.state) == (before.id, 2028, "theo_doi")
