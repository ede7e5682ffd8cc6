"""A yearly plan from its first lines to the people who read it, on the database of an office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.commands.publish_message import PublishMessage, publish_message
from engine.commands.store_file import StoreFile, store_file
from engine.domain.errors import FieldsInvalid
from engine.domain.identifiers import derived_id
from engine.domain.values import Value
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.plans.acting import AmendPlan, RecordActivity, amend_plan, record_activity
from qms.plans.import_commands import ImportPlans, PlanRecordedMeanwhile, checked_plans, import_plans
from qms.plans.list_columns import COLUMNS
from qms.plans.queries import plan_record
from qms.plans.refusals import AmendmentUnderWay, FollowedByRegister
from qms.plans.rules import ActivityState
from qms.plans.tables import PlanOpinion, YearPlan
from qms.reviews.tables import ManagementReview
from qms.years.tables import QmsYear, YearItem
from tests.office import Office
from tests.qms.lists.spreadsheets import workbook
from tests.qms.plans.plan_case import FOLDER, PlanCase, begin, content, row, units, whole


def test_a_plan_is_consulted_signed_sent_and_followed_and_silence_is_written_down(office: Office) -> None:
    case = begin(office)
    assert case.waiting() == ["LapDuThao"]
    case.do("thuky", "LapDuThao", content(kinh_phi="9.000.000", nguon_kinh_phi="Thường xuyên"))
    case.do("truongkt", "GopY", {"y_kien": "Nhất trí.", "nhu_cau_dao_tao": "Một lớp đánh giá nội bộ."})
    office.pass_days(10)
    assert case.waiting() == ["HoanThien"]
    with office.system.store.reading() as session:
        opinions = session.scalars(select(PlanOpinion)).all()
    assert len(opinions) == len(units(office))
    (said,) = (one for one in opinions if not one.silent)
    assert (said.opinion, said.training_need) == ("Nhất trí.", "Một lớp đánh giá nội bộ.")
    assert said.person_id == office.viewer("truongkt").person
    case.do("thuky", "HoanThien", content(kinh_phi="9.000.000", nguon_kinh_phi="Thường xuyên"))
    case.do("taivu", "KiemTraKinhPhi", {"ket_qua_kinh_phi": "dat"})
    case.sign()
    plan = case.plan()
    assert (plan.edition, plan.state, plan.budget) == (1, "da_ban_hanh", 9_000_000)
    assert len(case.activities()) == len(whole())
    with office.system.store.reading() as session:
        document = session.get_one(OutgoingDocument, plan.document_id)
        sent = session.scalars(select(Dispatch)).one()
    assert (document.kind, sent.deliverable, sent.document_id) == ("KH", "KE_HOACH", document.id)
    office.pass_days(40)
    assert "HoanThien" not in case.waiting()


def test_a_plan_that_leaves_a_unit_out_is_refused_by_its_name_and_nothing_is_lost(office: Office) -> None:
    case = begin(office)
    of = units(office)
    left = next(name for name in of if name == "Phòng Kinh tế")
    audits = [
        row(f"Đánh giá {name}", "danh_gia_noi_bo", "01/09/2026", "30/09/2026", hd_danh_gia=unit)
        for name, unit in of.items()
        if name != left
    ]
    lines = [*audits, *whole()[1:]]
    case.do("thuky", "LapDuThao", content(lines))
    office.pass_days(10)
    with pytest.raises(FieldsInvalid) as refused:
        case.do("thuky", "HoanThien", content(lines))
    (message,) = refused.value.fields["hoat_dong"]
    assert "Phòng Kinh tế" in message[0]
    assert "Phòng Nội chính" not in message[0]


def test_money_over_the_local_cap_is_warned_of_with_its_basis_and_kept_for_a_reason(office: Office) -> None:
    case = begin(office)
    case.consulted(kinh_phi="12.000.000")
    with pytest.raises(FieldsInvalid) as refused:
        case.do("thuky", "HoanThien", content(kinh_phi="12.000.000"))
    (message,) = refused.value.fields["ly_do_vuot_tran"]
    assert "mức của địa phương 10.000.000 đ" in message[0]
    reasoned = content(kinh_phi="12.000.000", ly_do_vuot_tran="Thêm một lớp đào tạo.")
    case.do("thuky", "HoanThien", reasoned)
    with pytest.raises(FieldsInvalid) as called_fine:
        case.do("taivu", "KiemTraKinhPhi", {"ket_qua_kinh_phi": "dat"})
    assert set(called_fine.value.fields) == {"ket_qua_kinh_phi"}
    case.do("taivu", "KiemTraKinhPhi", {"ket_qua_kinh_phi": "vuot"})
    assert case.waiting() == ["CHUNG_TRINH_KY/KiemTraNoiDung"]
    assert case.plan().content["ly_do_vuot"] == "Thêm một lớp đào tạo."


def test_days_of_another_year_and_an_audit_of_nobody_are_refused_at_their_cells(office: Office) -> None:
    case = begin(office)
    lines = [
        row("Đánh giá", "danh_gia_noi_bo", "01/09/2026", "05/01/2027"),
        row("Báo cáo", "bao_cao", "01/09/2026", "30/09/2026"),
    ]
    with pytest.raises(FieldsInvalid) as refused:
        case.do("thuky", "LapDuThao", content(lines))
    assert set(refused.value.fields) == {
        "hoat_dong__1__hd_den",
        "hoat_dong__1__hd_danh_gia",
        "hoat_dong__2__hd_bao_cao",
    }


def test_the_departments_letter_starts_a_plan_that_carries_it(office: Office) -> None:
    office.deploy(FOLDER)
    letter = store(office, "cong-van.pdf")
    tell(
        office,
        "So_giao_ke_hoach",
        {
            "nam": 2026,
            "so_cong_van": "821/SKHCN-TĐC ngày 17/5/2026",
            "cong_van_so": [{"id": str(letter), "name": "cong-van.pdf", "size": 4}],
        },
    )
    with office.system.store.reading() as session:
        plan = session.scalars(select(YearPlan)).one()
    assert plan.letter_id == letter
    assert plan.instance_id is not None
    case = PlanCase(office=office, id=plan.instance_id)
    assert case.waiting() == ["LapDuThao"]
    assert "821/SKHCN-TĐC" in str(case.variables()["can_cu"])


def test_an_amendment_begins_from_the_edition_in_force_and_takes_its_place_when_signed(
    office: Office,
) -> None:
    first = begin(office)
    first.issue()
    plan = first.plan()
    asked = AmendPlan(
        viewer=office.viewer("thuky"), origin="test", plan=plan.id, reason="Dời lịch đánh giá nội bộ."
    )
    done = amend_plan(office.system.store, office.system.surroundings, asked, office.now)
    office.work()
    with pytest.raises(AmendmentUnderWay):
        amend_plan(office.system.store, office.system.surroundings, asked, office.now)
    second = PlanCase(office=office, id=done.instance)
    assert second.plan().carried_from == plan.id
    assert [row["hd_noi_dung"] for row in second.rows()] == [one.what for one in first.activities()]
    second.issue()
    with office.system.store.reading() as session:
        states = session.execute(select(YearPlan.edition, YearPlan.state).order_by(YearPlan.edition)).all()
        sent = session.scalars(select(Dispatch.deliverable)).all()
    assert [tuple(one) for one in states] == [(1, "bi_thay"), (2, "da_ban_hanh")]
    assert sent == ["KE_HOACH", "KE_HOACH"]


def test_a_plan_of_last_year_taken_over_gives_the_lines_of_the_new_draft(office: Office) -> None:
    good = {
        "nam": "2025",
        "noi_dung": "Đánh giá nội bộ năm 2025",
        "loai": "Đánh giá nội bộ",
        "danh_gia": "Mọi đơn vị",
        "tu": "01/09/2025",
        "den": "30/09/2025",
        "ket_qua": "Đã đánh giá.",
    }
    bad = good | {"nam": "2024", "danh_gia": "", "den": "01/08/2024"}
    book = workbook(COLUMNS, good, bad)
    viewer = office.viewer("thuky")
    with office.system.store.reading() as session:
        checked = checked_plans(session, viewer, "ke-hoach.xlsx", book, office.now)
    assert [row.entry.year for row in checked.good] == [2025]
    assert {one.heading for one in checked.bad[0].problems} == {
        "Từ ngày",
        "Đến ngày",
        "Đơn vị được đánh giá",
    }
    command = ImportPlans(
        viewer=viewer, origin="test", rows=checked.entries, file=store(office, "ke-hoach.pdf")
    )
    assert import_plans(office.system.store, command, office.now) == 1
    with pytest.raises(PlanRecordedMeanwhile):
        import_plans(office.system.store, command, office.now)
    case = begin(office)
    (carried,) = case.rows()
    assert carried["hd_noi_dung"] == "Đánh giá nội bộ năm 2026"
    assert carried["hd_danh_gia"] == "tat_ca"
    assert (carried["hd_tu"], carried["hd_den"]) == (date(2026, 9, 1), date(2026, 9, 30))


def test_an_activity_follows_its_register_and_else_the_word_of_its_unit(office: Office) -> None:
    case = begin(office)
    case.issue()
    audit, review, training, _ = case.activities()
    viewer = office.viewer("thuky")
    said = RecordActivity(
        viewer=viewer,
        origin="test",
        activity=training.id,
        state=ActivityState.DONE,
        result="Đã mở một lớp.",
        ended_on=None,
    )
    record_activity(office.system.store, said, office.now)
    with pytest.raises(FollowedByRegister):
        record_activity(office.system.store, replace(said, activity=review.id), office.now)
    with office.system.store.transaction() as session:
        session.add(
            ManagementReview(
                id=review.id,
                agency_id=viewer.agency,
                year=2026,
                ordinal=1,
                state="da_xac_nhan",
                held_on=date(2026, 10, 25),
                validity="",
                recorded_at=office.now,
            )
        )
    with office.system.store.reading() as session:
        found = plan_record(session, viewer, case.plan().id, office.today)
    standing = {one.id: one.standing for one in found.activities}
    assert standing[training.id].ended_on == office.today
    assert standing[review.id].ended_on == date(2026, 10, 25)
    assert standing[audit.id].late


def store(office: Office, name: str) -> UUID:
    """A file that the secretary uploaded."""
    command = StoreFile(
        viewer=office.viewer("thuky"), name=name, media_type="application/pdf", content=b"%PDF", task=None
    )
    return store_file(office.system.store, office.system.surroundings, command, office.now)


def test_a_plan_that_the_year_started_leaves_its_place_once_the_department_has_it(office: Office) -> None:
    office.deploy(FOLDER)
    agency, item = office.viewer("thuky").agency, derived_id("test", "item")
    with office.system.store.transaction() as session:
        year = QmsYear(
            id=derived_id("test", "year"),
            agency_id=agency,
            year=2026,
            state="dang_chay",
            opened_at=office.now,
        )
        session.add(year)
        session.flush()
        session.add(
            YearItem(
                id=item,
                agency_id=agency,
                year_id=year.id,
                process="P01",
                subject="",
                name="Kế hoạch ISO năm",
                starts_on=date(2026, 1, 1),
                legal_due=date(2026, 12, 31),
                target_due=date(2026, 12, 31),
                basis="DL-PLAN",
                state="cho",
                reason="",
            )
        )
    tell(
        office,
        "P01_bat_dau",
        {"ma_viec_nam": str(item), "nam": 2026, "chu_de": "", "han_viec_nam": date(2026, 12, 31)},
    )
    with office.system.store.reading() as session:
        plan = session.scalars(select(YearPlan)).one()
        assert session.get_one(YearItem, item).state == "dang_lam"
    assert plan.instance_id is not None
    case = PlanCase(office=office, id=plan.instance_id)
    assert office.instance(case.id).legal_due == date(2026, 12, 31)
    case.issue()
    with office.system.store.reading() as session:
        sent = session.scalars(select(Dispatch)).one()
    tell(office, "So_xac_nhan", {}, key=str(sent.id))
    with office.system.store.reading() as session:
        done = session.get_one(YearItem, item)
    assert (done.state, done.done_on) == ("xong", office.today)
    assert "CHUNG_PHO_BIEN/DocVaXacNhan" in case.waiting()


def tell(office: Office, name: str, payload: Mapping[str, Value], key: str | None = None) -> None:
    """A message comes into the agency's post and is delivered."""
    sent = PublishMessage(
        viewer=office.viewer("quantri"),
        origin="test",
        agency=office.viewer("thuky").agency,
        name=name,
        key=key,
        payload=payload,
    )
    publish_message(office.system.store, sent, office.now)
    office.work()
