"""P06 under the virtual clock: what may be relied on, whenever in the year it begins."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

import bpmn
from engine.domain.bundle import read_bundle
from engine.domain.rehearsal_report import PathEnd, RehearsalReport
from engine.runtime import compile_bundle
from qms.legal_time.rehearsing import rehearse_model, shipped_legal_time
from workers.cli import app

FOLDER = Path(bpmn.__file__).parent / "qms" / "p06_cap_nhat_vbqppl"
START = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def report() -> RehearsalReport:
    return rehearse_model(compile_bundle(read_bundle(FOLDER)), shipped_legal_time(), START)


def test_the_case_is_due_three_months_after_the_document_takes_effect(report: RehearsalReport) -> None:
    assert report.case.legal_due == date(2026, 4, 6)  # 05/04/2026 is a Sunday
    assert [each.step for each in report.case.reminders] == ["R1", "R2", "R3", "E1", "E2", "E3", "E4"]
    assert "department_officer" in report.case.reminders[-1].to


def test_every_flow_and_every_task_is_rehearsed_and_every_task_has_dates(report: RehearsalReport) -> None:
    assert report.covered_flows == report.flows
    people = {step.element_id for path in report.paths for step in path.steps}
    assert people == {
        "SangLoc",
        "ChoYKien",
        "XacNhanKhongAnhHuong",
        "XacNhanDanhMuc",
        "DanhGiaTacDong",
        "DuyetKhongDoi",
        "DonDocP05",
        "SoanThao",
        "PheDuyet",
        "QuyDinhChuyenTiep",
        "DocVaXacNhan",
        "XuLyChuaDoc",
    }
    assert all(step.legal_due and step.reminders for path in report.paths for step in path.steps)


def test_a_case_that_nobody_works_on_passes_its_deadline_loudly(report: RehearsalReport) -> None:
    left = next(path for path in report.paths if path.end is PathEnd.WAITS_FOR_PERSON)
    assert [step.element_id for step in left.steps] == ["SangLoc"]
    assert [timer.element_id for timer in left.fired] == ["QuaHan"]
    assert left.fired[0].at == report.case.overdue_from
    assert all(each.told for each in left.steps[0].reminders)


def test_a_case_of_an_ordinary_day_keeps_its_three_months_on_every_path(report: RehearsalReport) -> None:
    assert report.findings == ()
    target = report.case.target_due
    # Nobody may wait for P05 until then: that path shows when it is pressed for and taken over.
    quiet = [path for path in report.paths if path.undisturbed]
    reading = [step for path in quiet for step in path.steps if step.element_id == "DocVaXacNhan"]
    assert reading
    assert target is not None
    assert all(step.target_due and step.target_due <= target for step in reading)


# Tết and the swapped days of the turn of a year leave the fewest working days.
@pytest.mark.parametrize(
    "start", [datetime(2026, 11, 30, 9, 5, tzinfo=UTC), datetime(2026, 12, 1, 1, tzinfo=UTC)]
)
def test_neither_does_tet_make_a_path_too_long(start: datetime) -> None:
    found = rehearse_model(compile_bundle(read_bundle(FOLDER)), shipped_legal_time(), start).findings
    assert {each.rule for each in found} == {"calendar-unconfirmed"}


def test_a_case_that_waits_for_p05_comes_back_to_the_secretary_every_ten_working_days(
    report: RehearsalReport,
) -> None:
    path = next(path for path in report.paths if any(step.element_id == "DonDocP05" for step in path.steps))
    calendar = shipped_legal_time().calendar
    assessed = next(step for step in path.steps if step.element_id == "DanhGiaTacDong")
    pressed = next(step for step in path.steps if step.element_id == "DonDocP05")
    assert assessed.done_at is not None
    asked = calendar.local_day(assessed.done_at)
    assert calendar.local_day(pressed.opened_at) == calendar.add_working_days(asked, 10)
    assert pressed.role == "THU_KY_ISO"


def test_what_is_sent_back_has_working_days_of_its_own(report: RehearsalReport) -> None:
    reworked = next(path for path in report.paths if path.reworked)
    again = [step for step in reworked.steps if step.element_id == "SangLoc"][1:]
    assert again
    calendar = shipped_legal_time().calendar
    for step in again:
        assert step.target_due == calendar.add_working_days(calendar.local_day(step.opened_at), 3)


def test_the_command_tells_the_same_as_json_and_findings_first_as_text() -> None:
    told = CliRunner().invoke(
        app, ["model", "rehearse", str(FOLDER), "--start", "2026-12-30T16:05", "--json"]
    )
    answer = json.loads(told.stdout)
    assert told.exit_code == 0
    assert {"file", "verdict", "start", "paths", "findings", "covered_flows", "flows"} <= answer.keys()
    assert (answer["start"], answer["covered_flows"]) == ("2026-12-30T09:05:00Z", answer["flows"])
    step = answer["paths"][0]["steps"][0]
    assert {
        "element_id",
        "name",
        "role",
        "opened_at",
        "target_due",
        "legal_due",
        "reminders",
        "timers",
    } <= step.keys()
    assert {"step", "at", "to", "mail"} <= step["reminders"][0].keys()
    text = CliRunner().invoke(app, ["model", "rehearse", str(FOLDER), "--start", "2026-12-30"]).stdout
    assert text.index("calendar-unconfirmed") < text.index("P1: ")


def test_a_file_that_is_no_model_and_a_start_that_is_no_day_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.bpmn").write_text("<html/>")
    told = CliRunner().invoke(
        app, ["model", "rehearse", str(tmp_path / "x.bpmn"), "--start", "2026-12-30", "--json"]
    )
    answer = json.loads(told.stdout)
    assert (answer["verdict"], answer["paths"]) == ("refused", [])
    wrong = CliRunner().invoke(app, ["model", "rehearse", str(FOLDER), "--start", "30 tháng 12"])
    assert wrong.exit_code != 0
    for year in ("9999-12-31", "0001-01-01T05:00"):
        impossible = CliRunner().invoke(app, ["model", "rehearse", str(FOLDER), "--start", year])
        assert impossible.exit_code == 1
        assert "Xin kiểm tra lại năm" in impossible.output
