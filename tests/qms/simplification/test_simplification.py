"""P14 in the office: an officer proposes, both paths of competence, the measure, the year, refusals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound

from engine.domain.deadline import add_months
from engine.domain.errors import FieldsInvalid
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import start_of_day
from engine.domain.refusals import NotAuthorised
from engine.domain.values import Value, dump_values
from engine.execution.messages import Sender, add_messages, message_row
from engine.store.tables import Message
from qms.demo_office.loading import agency_id, person_id
from qms.simplification.proposing import propose_simplification
from qms.simplification.queries import proposal_detail, proposal_lines, share_of_year
from qms.simplification.refusals import ProposalNotFound
from qms.simplification.rules import Competence, ProposalState, TenthReached
from tests.office import Office
from tests.qms.simplification.simplification_case import FOLDER, PROCEDURE, QMS, cases, proposed, slip

AGENCY = "VP-UBND-TN"


@pytest.fixture(name="ready")
def with_the_model(office: Office) -> Office:
    """The office with its model."""
    office.deploy(FOLDER)
    return office


def share(office: Office, year: int = 2026) -> TenthReached:
    with office.system.store.reading() as session:
        return share_of_year(session, office.viewer("giabao"), year, office.today)


def post(office: Office, name: str, key: str | None, values: dict[str, Value]) -> None:
    """A message of somebody else arrives."""
    sender = Sender(agency=agency_id(AGENCY), instance=None, element=None, person=None, origin="test")
    row = message_row(sender, fresh_id(), name=name, key=key, payload=dump_values(values), now=office.now)
    with office.system.store.transaction() as session:
        add_messages(session, [row])
    office.work()


def answered(office: Office, result: str, applies_on: date | None = None) -> dict[str, Value]:
    return {
        "ket_qua_tra_loi": result,
        "so_tra_loi": "123/UBND-KSTT",
        "ngay_tra_loi": office.today,
        "ngay_ap_dung": applies_on,
        "noi_dung_tra_loi": "Theo kiến nghị của Văn phòng.",
    }


def test_what_the_agency_decides_goes_to_p05_applies_and_is_measured_half_a_year_later(ready: Office) -> None:
    ready.deploy(QMS / "p05_kiem_soat_tai_lieu")
    assert share(ready) == TenthReached(proposed=0, scope=share(ready).scope)
    case = proposed(ready)
    assert case.waiting() == ["ThamDinh"]
    assert case.row().state == ProposalState.PROPOSED
    assert share(ready).proposed == 0
    case.agree()
    assert case.waiting() == ["TheoDoiP05"]
    assert share(ready).proposed == 1
    with ready.system.store.reading() as session:
        asked = select(Message.received_by).where(Message.name == "P05_yeu_cau")
        (other,) = session.scalars(asked)
    assert other is not None
    assert ready.instance(other).code.startswith("P05")
    applies = ready.today + timedelta(days=10)
    told: dict[str, Value] = {
        "ket_qua": "ban_hanh",
        "so_quyet_dinh": "15/QĐ-VP",
        "ngay_quyet_dinh": ready.today,
        "ngay_hieu_luc": applies,
    }
    post(ready, "P05_xong", str(case.row().id), told)
    assert case.waiting() == []
    assert case.row().state == ProposalState.APPROVED
    ready.pass_until(start_of_day(applies))
    assert (case.row().state, case.row().applied_on) == (ProposalState.APPLIED, applies)
    measured_from = add_months(applies, 6)
    ready.pass_until(start_of_day(measured_from) - timedelta(minutes=1))
    assert case.waiting() == []
    ready.pass_until(start_of_day(measured_from))
    assert case.waiting() == ["DoLuong"]
    case.do("truongkt", "DoLuong", {"ket_qua_do": "dat", "gio_thuc_te": "30", "nhan_xet_do": "Đo 40 hồ sơ."})
    row = case.row()
    assert (row.state, row.measured_on) == (ProposalState.MEASURED, measured_from)
    assert row.measured == "Đạt; 30 giờ làm việc/hồ sơ. Đo 40 hồ sơ."
    assert case.state() == "completed"


def test_what_the_province_decides_goes_there_signed_and_its_answer_may_be_no(ready: Office) -> None:
    case = proposed(ready, Competence.PROVINCE)
    case.agree()
    case.sign()
    assert case.waiting() == ["NhapTraLoi"]
    row = case.row()
    assert row.state == ProposalState.SENT
    assert row.document_id is not None
    ready.pass_days(60)
    assert case.waiting() == ["NhapTraLoi"]
    post(ready, "P14_tra_loi", str(row.id), answered(ready, "tu_choi"))
    row = case.row()
    assert (row.state, row.answered_on) == (ProposalState.REFUSED, ready.today)
    assert row.answer.startswith("Số 123/UBND-KSTT: ")
    assert case.state() == "completed"
    assert share(ready).proposed == 1, "the agency did propose it"
    assert share(ready, 2027).proposed == 0, "it belongs to the year in which it was proposed"


def test_the_head_says_no_with_a_reason_and_it_counts_nothing(ready: Office) -> None:
    case = proposed(ready)
    case.review()
    with pytest.raises(FieldsInvalid) as refused:
        case.do("truongbcd", "DuyetDeXuat", {"ket_luan_dgh": "khong_dong_y"})
    assert set(refused.value.fields) == {"ly_do_ket_luan"}
    case.do("truongbcd", "DuyetDeXuat", {"ket_luan_dgh": "khong_dong_y", "ly_do_ket_luan": "Trái luật."})
    assert (case.row().state, case.row().answer) == (ProposalState.NOT_AGREED, "Trái luật.")
    assert case.state() == "completed"
    assert share(ready).proposed == 0


def test_a_head_who_proposes_is_judged_by_the_legal_officer(ready: Office) -> None:
    case = proposed(ready, by="truongkt")
    assert [row.name for row in ready.inbox("truongkt")] == []
    case.review(by="phapche")
    assert case.waiting() == ["DuyetDeXuat"]


def test_what_is_wrong_with_the_slip_is_told_at_its_field_and_no_case_begins(ready: Office) -> None:
    whole = slip(ready)
    wrong = replace(
        whole,
        procedure=None,
        kinds=(),
        competence=None,
        proposed=" 10 NGÀY làm việc",
        saved_cost="1,5",
        reason="",
    )
    store, engine = ready.system.store, ready.system.surroundings
    with pytest.raises(FieldsInvalid) as refused:
        propose_simplification(store, engine, wrong, ready.now)
    assert set(refused.value.fields) == {
        "procedure",
        "kinds",
        "competence",
        "proposed",
        "saved_cost",
        "reason",
    }
    with pytest.raises(FieldsInvalid) as refused:
        propose_simplification(store, engine, replace(whole, procedure=fresh_id()), ready.now)
    assert set(refused.value.fields) == {"procedure"}
    with pytest.raises(NotAuthorised):
        propose_simplification(store, engine, replace(whole, viewer=ready.viewer("quantri")), ready.now)
    assert cases(ready) == []


def test_the_year_asks_the_secretary_where_a_tenth_is_missing_and_nobody_where_it_is_reached(
    ready: Office,
) -> None:
    begins: dict[str, Value] = {
        "ma_viec_nam": str(fresh_id()),
        "nam": ready.today.year,
        "chu_de": "",
        "han_viec_nam": None,
    }
    post(ready, "P14_bat_dau", None, begins)
    (case,) = cases(ready)
    assert case.waiting() == ["DeXuat"]
    given = {
        "thu_tuc": str(PROCEDURE),
        "noi_dung_cat_giam": "thoi_gian",
        "hien_tai": "10 ngày",
        "de_xuat": "10  NGÀY",
        "ly_do_de_xuat": "Bước lấy ý kiến làm trùng.",
        "tham_quyen": "co_quan",
    }
    with pytest.raises(FieldsInvalid) as refused:
        case.do("thuky", "DeXuat", given)
    assert set(refused.value.fields) == {"de_xuat"}
    case.do("thuky", "DeXuat", {**given, "de_xuat": "06 ngày"})
    assert case.row().proposed_by == person_id("thuky")
    case.agree()
    assert share(ready).reached
    post(ready, "P14_bat_dau", None, {**begins, "ma_viec_nam": str(fresh_id())})
    assert cases(ready)[-1].state() == "completed"
    with pytest.raises(NoResultFound):
        cases(ready)[-1].row()


def test_the_register_finds_without_marks_and_shows_no_other_agency(ready: Office) -> None:
    case = proposed(ready)
    with ready.system.store.reading() as session:
        ours, theirs = ready.viewer("camtien"), ready.viewer("socv")
        (line,) = proposal_lines(session, ours, words="giay phep xay dung")
        assert (line.id, line.code) == (case.row().id, f"DGH-{ready.today.year}-001")
        assert proposal_lines(session, ours, words="ho kinh doanh") == ()
        assert proposal_lines(session, ours, state=ProposalState.SENT) == ()
        assert proposal_lines(session, theirs) == ()
        with pytest.raises(ProposalNotFound):
            proposal_detail(session, theirs, line.id)
