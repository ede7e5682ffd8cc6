"""The template “Tham vấn nhiều đơn vị” in an office: each unit is asked, and silence is written down."""

from __future__ import annotations

from sqlalchemy import select

from engine.domain.bundle import MODEL_FILE
from engine.queries.task import task_view
from engine.store.tables import HistoryEvent
from qms.demo_office.loading import agency_id, unit_id
from qms.designer.checking import check_bundle
from qms.designer.draft_files import assembled
from qms.designer.library import FOLDER, template_files
from tests.engine.cases import AGENCY, start
from tests.office import Office

CODE, KEY = "tham_van_nhieu_don_vi", "MAU_THAM_VAN_NHIEU_DON_VI"


def test_each_chosen_unit_is_asked_and_who_says_nothing_in_five_working_days_had_no_opinion(
    office: Office,
) -> None:
    office.deploy(FOLDER / CODE)
    case = start(office, KEY)
    office.work()
    asked = office.task("xuanthuc", "Chuẩn bị nội dung, chọn đơn vị")
    office.claim("xuanthuc", asked)
    units = [str(unit_id(AGENCY, code)) for code in ("P-HCTC", "P-NC")]
    office.complete("xuanthuc", asked, {"noi_dung_tham_van": "Dự thảo quy chế", "don_vi_chon": units})
    office.work()
    opened = [task for task in office.tasks(case) if task.element_id == "ChoYKien"]
    assert {str(task.unit_id) for task in opened} == set(units)
    assert not [row for row in office.inbox("truongqttv") if row.name == "Cho ý kiến"]

    answer = office.task("truongnc", "Cho ý kiến")
    office.claim("truongnc", answer)
    office.complete("truongnc", answer, {"tra_loi": "Đồng ý", "y_kien": "Nhất trí"})
    due = next(task.legal_due or task.target_due for task in opened)
    assert due is not None
    office.pass_days((due - office.today).days)
    assert [task.state for task in office.tasks(case) if task.element_id == "ChoYKien"].count("open") == 1
    office.pass_days(1)
    (summary,) = (task for task in office.tasks(case) if task.element_id == "TongHop")
    with office.system.store.reading() as session:
        seen = task_view(session, office.system.surroundings, office.viewer("xuanthuc"), summary.id).case
        fired = session.scalars(
            select(HistoryEvent.element_id).where(
                HistoryEvent.instance_id == case, HistoryEvent.kind == "timer.fired"
            )
        ).all()
    assert seen["y_kien_cac_don_vi"] == [
        {
            "don_vi": "Phòng Hành chính - Tổ chức",
            "tra_loi": "Không trả lời",
            "y_kien": "Không có ý kiến trong thời hạn 5 ngày làm việc",
        },
        {"don_vi": "Phòng Nội chính", "tra_loi": "Đồng ý", "y_kien": "Nhất trí"},
    ]
    assert fired == ["HetHanTraLoi"]


def test_the_template_stands_before_the_check_of_an_office(office: Office) -> None:
    files = template_files(CODE)
    assert MODEL_FILE in files
    proof = check_bundle(office.system, assembled(files), agency=agency_id(AGENCY), day=office.today)
    assert not proof.errors
