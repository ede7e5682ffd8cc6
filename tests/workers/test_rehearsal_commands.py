"""`quytrinh model rehearse --agency`: by the calendar and the people of an agency, from the database."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from tests.engine.cases import AGENCY, bundle, role
from tests.office import Office
from tests.processes import settings_of
from workers.cli import app

ONE = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
DEADLINE = '<gov:deadline workingDays="2"/>'
START = "2026-12-10T08:00"


def drawing(folder: Path) -> Path:
    """Two steps: one of a role that somebody of the demo holds, one of a role that nobody does."""
    file = folder / "thu.bpmn"
    held, by_nobody = role("THU_KY_ISO", DEADLINE), role("LD_MOT_CUA", DEADLINE)
    file.write_bytes(bundle(ONE, {"a": held, "b": by_nobody}).files["model.bpmn"])
    return file


def quytrinh(office: Office, *arguments: str) -> Result:
    """The command in this process, on the database of the office."""
    settings = settings_of(office.system.settings.database_url)
    return CliRunner().invoke(app, arguments, env=dict(settings))


def first_due(answer: Result) -> str:
    report = json.loads(answer.stdout)
    due: str = report["paths"][0]["steps"][0]["legal_due"]
    return due


def test_a_rehearsal_goes_by_the_calendar_and_the_people_of_the_agency(
    office: Office, tmp_path: Path
) -> None:
    asked = ("model", "rehearse", str(drawing(tmp_path)), "--start", START)
    off = ("calendar", "set", "2026-12-11", "off", "--basis", "CV 1", "--agency", AGENCY)
    assert quytrinh(office, *off).exit_code == 0
    shipped = quytrinh(office, *asked, "--json")
    by_agency = quytrinh(office, *asked, "--agency", AGENCY, "--json")
    assert (first_due(shipped), first_due(by_agency)) == ("2026-12-14", "2026-12-15")
    report = json.loads(by_agency.stdout)
    assert (json.loads(shipped.stdout)["agency"], report["agency"]) == (None, AGENCY)
    unheld = [each["element_id"] for each in report["findings"] if each["rule"] == "task-held-by-nobody"]
    assert unheld == ["b"]
    assert AGENCY in quytrinh(office, *asked, "--agency", AGENCY).stdout


def test_an_agency_that_is_not_there_is_refused_in_two_sentences(office: Office, tmp_path: Path) -> None:
    told = quytrinh(office, "model", "rehearse", str(tmp_path), "--start", START, "--agency", "KHONG-CO")
    assert (told.exit_code, told.stdout) == (1, "")
    assert [line[:9] for line in told.stderr.splitlines()] == ["Không có ", "There is "]
