"""P11 in the office: from the figures to the receipt, who is silent, what is late, and the next edition."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.publish_message import PublishMessage, publish_message
from engine.domain.errors import FieldsInvalid
from engine.domain.interventions import Intervention
from engine.domain.states import InstanceState
from engine.domain.values import Value
from engine.store.tables import ProcessInstance
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.evidence.tables import EvidencePackRow
from qms.legal_time.scopes import Scope
from qms.outgoing.receipts import ConfirmReceipt, confirm_receipt
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.reports.calendar import CalendarRule
from qms.reports.calendar_changes import ChangeReportingCalendar, change_reporting_calendar
from qms.reports.calendar_seeding import DEPARTMENT
from qms.reports.rules import OwedKind, ReportState
from qms.reports.tables import YearReport
from qms.years.entering import ItemState
from qms.years.tables import QmsYear, YearItem
from tests.office import Office
from tests.qms.reports.report_case import FOLDER, TEXT, ReportCase, begin, moment
from tests.qms.reviews.review_case import UNIT_HEADS

OFFICE = agency_id("VP-UBND-TN")
EDITING = moment("2026-11-30T08:00")


def before_10_12(office: Office) -> None:
    """The office's own calendar asks for the progress report before 10/12."""
    rule = CalendarRule(
        kind=OwedKind.PROGRESS,
        addressee=DEPARTMENT,
        month=12,
        day=10,
        exclusive=True,
        owed=True,
        basis="Công văn số 12/SKHCN-TĐC ngày 02/11/2026",
    )
    command = ChangeReportingCalendar(
        viewer=office.viewer("quantri"),
        origin="test",
        scope=Scope(agency=agency_id("VP-UBND-TN")),
        kind=OwedKind.PROGRESS,
        addressee=DEPARTMENT,
        year_from=2026,
        rule=rule,
        reason="Sở lùi hạn.",
    )
    change_reporting_calendar(office.system.store, command, office.now)


def received_by_department(case: ReportCase) -> None:
    """The Department confirms what lies there unconfirmed."""
    office = case.office
    with office.system.store.reading() as session:
        (dispatch,) = session.scalars(
            select(Dispatch.id).where(Dispatch.instance_id == case.id, Dispatch.received_at.is_(None))
        )
    command = ConfirmReceipt(viewer=office.viewer("socv"), origin="test", dispatch=dispatch, reference="12")
    confirm_receipt(office.system.store, command, office.now)
    office.work()


def drafted(case: ReportCase) -> OutgoingDocument:
    """The document of the report, on its way to the signature."""
    with case.office.system.store.reading() as session:
        return session.scalars(select(OutgoingDocument).where(OutgoingDocument.instance_id == case.id)).one()


def edited(office: Office) -> ReportCase:
    """A report whose units were silent, at the secretary's desk."""
    before_10_12(office)
    case = begin(office)
    case.choose()
    case.silence(EDITING)
    return case


def test_a_report_goes_from_its_figures_to_its_receipt(office: Office) -> None:
    before_10_12(office)
    case = begin(office)
    case.choose()
    report = case.report()
    assert (report.legal_due, report.addressee) == (date(2026, 12, 9), DEPARTMENT)
    assert {one["code"] for one in report.figures["figures"]} >= {"pham_vi", "danh_gia", "kph", "kinh_phi"}
    for username in UNIT_HEADS[:-1]:
        case.contribute(username)
    case.silence(EDITING)
    written = {row.unit_id: row for row in case.contributions()}
    assert len(written) == len(UNIT_HEADS)
    (silent,) = [row for row in written.values() if row.silent]
    assert (silent.results, silent.person_id) == ("", None)
    economy = written[unit_id("VP-UBND-TN", "P-KT")]
    assert (economy.results, economy.person_id) == ("Đã xong 12 việc.", person_id("truongkt"))
    with pytest.raises(FieldsInvalid) as refused:
        case.edit(tinh_hinh="", ket_qua="")
    assert set(refused.value.fields) == {"tinh_hinh", "ket_qua"}
    case.edit(noi_nhan_them="UBND tỉnh")
    assert case.report().state == ReportState.SIGNING
    told = drafted(case).content
    assert told["dieu"][0]["ten"] == "I. Tình hình thực hiện"
    assert told["dieu"][2]["noi_dung"].endswith("trong hạn: Trung tâm Tin học - Công báo.")
    assert told["bang"][0]["dong"][0][1] == "Thủ tục, quy trình trong phạm vi công bố"
    assert told["noi_nhan"][:2] == [DEPARTMENT, "UBND tỉnh"]
    assert told["can_cu"][-1] == "Công văn số 12/SKHCN-TĐC ngày 02/11/2026"
    case.sign()
    sent = case.report()
    assert (sent.state, sent.content["khen_thuong"]) == (ReportState.SENT, TEXT["khen_thuong"])
    received_by_department(case)
    done = case.report()
    assert (done.state, done.dispatch_id is not None, done.document_id is not None) == (
        ReportState.RECEIVED,
        True,
        True,
    )
    case.do("thuky", "TheoDoi", {"co_bo_sung": "khong"})
    assert office.instance(case.id).state == InstanceState.COMPLETED


def test_a_report_sent_a_minute_after_its_last_day_is_late_whenever_it_is_received(office: Office) -> None:
    case = edited(office)
    case.edit()
    office.pass_until(moment("2026-12-10T00:01"))
    assert "GiaiTrinhCham" in case.waiting()
    with pytest.raises(FieldsInvalid) as refused:
        case.do("thuky", "GiaiTrinhCham", {"ly_do_cham": "Chờ số liệu của đơn vị."})
    assert set(refused.value.fields) == {"ly_do_cham"}
    case.sign()
    assert case.report().submitted_at is not None
    office.pass_until(moment("2026-12-11T09:00"))
    received_by_department(case)
    with office.system.store.reading() as session:
        told = session.get_one(ProcessInstance, case.id)
        assert told.state == InstanceState.RUNNING
    case.do("thuky", "GiaiTrinhCham", {"ly_do_cham": "Chờ số liệu của đơn vị."})
    assert case.report().content["late_reasons"] == ["Chờ số liệu của đơn vị."]
    assert case.waiting() == ["TheoDoi"]


def test_more_is_asked_for_and_goes_out_as_the_next_edition_of_the_same_report(office: Office) -> None:
    case = edited(office)
    case.edit()
    case.sign()
    received_by_department(case)
    first = case.report().submitted_at
    command = PublishMessage(
        agency=OFFICE,
        viewer=office.viewer("quantri"),
        origin="test",
        name="So_yeu_cau_bo_sung",
        key=str(case.report().id),
        payload={"noi_dung_bo_sung": "Bổ sung số liệu đào tạo.", "han_bo_sung": date(2026, 12, 18)},
    )
    publish_message(office.system.store, command, office.now)
    office.work()
    report = case.report()
    assert (report.edition, report.state) == (2, ReportState.MORE_WANTED)
    case.edit(ket_qua="Đã bổ sung số liệu đào tạo của các lớp.")
    case.sign()
    received_by_department(case)
    again = case.report()
    assert (again.edition, again.state, again.submitted_at) == (2, ReportState.RECEIVED, first)
    with office.system.store.reading() as session:
        titles = session.scalars(
            select(OutgoingDocument.title)
            .where(OutgoingDocument.instance_id == case.id)
            .order_by(OutgoingDocument.number)
        ).all()
    assert [title.endswith("(bổ sung lần 1)") for title in titles] == [False, True]
    office.pass_until(moment("2027-01-10T08:00"))
    assert office.instance(case.id).state == InstanceState.COMPLETED


def test_a_second_report_of_the_kind_is_refused_at_its_field(office: Office) -> None:
    edited(office)
    second = begin(office)
    with pytest.raises(FieldsInvalid) as refused:
        second.choose()
    assert set(refused.value.fields) == {"chu_de"}
    with pytest.raises(FieldsInvalid) as refused:
        second.choose(year="2027")
    assert set(refused.value.fields) == {"nam_bao_cao"}


def test_the_department_asks_and_the_report_is_due_on_its_day(office: Office) -> None:
    office.deploy(FOLDER)
    command = PublishMessage(
        agency=OFFICE,
        viewer=office.viewer("quantri"),
        origin="test",
        name="So_yeu_cau_bao_cao",
        payload={
            "van_ban_yeu_cau": "Công văn số 99/SKHCN-TĐC",
            "noi_dung_yeu_cau": "Báo cáo việc dùng chữ ký số.",
            "han_yeu_cau": date(2026, 12, 20),
        },
    )
    publish_message(office.system.store, command, office.now)
    office.work()
    report = _only(office).report()
    # 20/12/2026 is a Sunday: it stays the last day, the target goes back.
    assert (report.kind, report.legal_due, report.target_due) == (
        "DOT_XUAT",
        date(2026, 12, 20),
        date(2026, 12, 18),
    )
    assert report.basis == "Công văn số 99/SKHCN-TĐC"


def test_the_file_of_the_year_is_the_index_of_its_evidence_and_has_it_packed(office: Office) -> None:
    case = begin(office)
    case.choose("HO_SO_DUY_TRI")
    case.silence(EDITING)
    case.edit()
    index = drafted(case).content["bang"][1]
    with office.system.store.reading() as session:
        pack = session.get_one(EvidencePackRow, UUID(case.report().content["pack"]))
    assert [row[0] for row in index["dong"]][:3] == ["1a", "1b", "1c"]
    assert len(index["dong"]) == 13
    assert (pack.year, pack.asked_by) == (2026, person_id("thuky"))


def test_the_year_starts_it_and_is_told_when_the_receipt_is_there(office: Office) -> None:
    before_10_12(office)
    office.deploy(FOLDER)
    item = _owed(office)
    carried: dict[str, Value] = {
        "ma_viec_nam": str(item),
        "nam": 2026,
        "chu_de": "BC_TIEN_DO",
        "han_viec_nam": None,
    }
    command = PublishMessage(
        agency=OFFICE, viewer=office.viewer("quantri"), origin="test", name="P11_bat_dau", payload=carried
    )
    publish_message(office.system.store, command, office.now)
    office.work()
    case = _only(office)
    case.silence(EDITING)
    case.edit()
    case.sign()
    with office.system.store.reading() as session:
        assert session.get_one(YearItem, item).state == ItemState.RUNNING
    received_by_department(case)
    with office.system.store.reading() as session:
        assert session.get_one(YearItem, item).state == ItemState.DONE


def _only(office: Office) -> ReportCase:
    with office.system.store.reading() as session:
        (case,) = session.scalars(select(YearReport.instance_id))
    assert case is not None
    return ReportCase(office=office, id=case)


def _owed(office: Office) -> UUID:
    year, item = UUID(int=2026), UUID(int=11)
    with office.system.store.transaction() as session:
        session.add(
            QmsYear(
                id=year,
                agency_id=agency_id("VP-UBND-TN"),
                year=2026,
                state="dang_chay",
                opened_at=office.now,
            )
        )
        session.flush()
        session.add(
            YearItem(
                id=item,
                agency_id=agency_id("VP-UBND-TN"),
                year_id=year,
                process="P11",
                subject="BC_TIEN_DO",
                name="Báo cáo",
                starts_on=date(2026, 11, 1),
                basis="DL-RPT-1011",
                state=ItemState.WAITING,
                reason="",
            )
        )
    return item


def test_a_report_whose_case_is_cancelled_is_given_up_and_may_be_made_anew(office: Office) -> None:
    case = edited(office)
    why = Intervention(viewer=office.viewer("quantri"), origin="test", reason="Mở nhầm loại báo cáo.")
    command = CancelInstance(instance=case.id, intervention=why)
    cancel_instance(office.system.store, office.system.surroundings, command, office.now)
    assert case.report().state == ReportState.CANCELLED
    again = begin(office)
    again.choose()
    assert again.report().state == ReportState.PREPARED
