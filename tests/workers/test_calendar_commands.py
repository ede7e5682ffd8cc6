"""The working calendar at the command line: shown, set with its basis, tried out, and imported."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from typer.testing import CliRunner, Result

from engine.store.tables import AuditEvent
from qms.demo_office.loading import agency_id
from qms.legal_time.tables import CalendarDayLine, LegalTimeChange
from tests.engine.cases import AGENCY
from tests.office import Office, entry
from tests.processes import settings_of
from workers.cli import app

BASIS = "Văn bản số 1/VPCP"


def quytrinh(office: Office, *arguments: str) -> Result:
    """The command in this process, on the database of the office."""
    settings = settings_of(office.system.settings.database_url)
    return CliRunner().invoke(app, ("calendar", *arguments), env=dict(settings))


def entered(office: Office, day: date) -> list[CalendarDayLine]:
    with office.system.store.reading() as session:
        line = CalendarDayLine
        return list(session.scalars(select(line).where(line.day == day, line.until_version.is_(None))))


def test_a_year_is_shown_in_words_and_as_json(office: Office) -> None:
    told = quytrinh(office, "show", "2026")
    assert told.exit_code == 0, told.output
    assert "02/01/2026 off_swapped: Nghỉ hoán đổi dịp Tết Dương lịch" in told.stdout
    report = json.loads(quytrinh(office, "show", "2026", "--agency", AGENCY, "--json").stdout)
    days = {day["day"]: day["working"] for day in report["days"]}
    assert (days["2026-01-02"], days["2026-01-10"], report["year"]) == (0.0, 1.0, 2026)


def test_a_day_is_set_for_an_agency_and_the_deadlines_it_moves_are_told(office: Office) -> None:
    office.register(entry("01/2026/NĐ-CP", effective_on=date(2026, 9, 14)))
    holding = ("off", "--basis", BASIS, "--agency", AGENCY)
    tried = quytrinh(office, "set", "2026-12-14", *holding, "--dry-run")
    assert (tried.exit_code, "14/12/2026 -> 15/12/2026" in tried.stdout) == (0, True), tried.output
    assert entered(office, date(2026, 12, 14)) == []
    with office.system.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(LegalTimeChange)) == 0
    done = quytrinh(office, "set", "14/12/2026", *holding)
    assert (done.exit_code, "đã có hiệu lực" in done.stdout) == (0, True), done.output
    (line,) = entered(office, date(2026, 12, 14))
    assert (line.kind, line.agency_id, line.basis) == ("off_swapped", agency_id(AGENCY), BASIS)
    with office.system.store.reading() as session:
        audited = session.scalar(select(func.count()).where(AuditEvent.kind == "legal_time.changed"))
    assert audited == 1


def test_a_year_is_confirmed_for_the_country(office: Office) -> None:
    assert quytrinh(office, "confirm", "2026", "--basis", BASIS).exit_code == 0
    (line,) = entered(office, date(2026, 11, 24))
    assert (line.confirmed, line.agency_id) == (True, None)


def test_a_file_is_imported_and_its_bad_lines_are_told(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "lịch.csv"
    file.write_text(
        "Ngày,Loại ngày,Tên,Căn cứ\n21/12/2026,nghỉ hoán đổi,Một,\n32/12/2026,nghỉ lễ,Hai,\n",
        encoding="utf-8",
    )
    said = quytrinh(office, "import", str(file), "--basis", BASIS, "--confirmed")
    assert said.exit_code == 0, said.output
    assert "lịch.csv:3: 32/12/2026" in said.stderr
    (line,) = entered(office, date(2026, 12, 21))
    assert (line.basis, line.confirmed) == (BASIS, True)


def test_mistakes_are_told_in_two_sentences(office: Office) -> None:
    named = ("--basis", BASIS)
    for arguments, sentence in (
        (("set", "30/02/2026", "off", *named), "is not a day"),
        (("set", "9999-01-01", "off", *named), "is not a day"),
        (("set", "14/12/2026", "off", "--basis", " "), "names no basis"),
        (("set", "14/12/2026", "off", *named, "--agency", "KHONG-CO"), "no agency with the code"),
        (("set", "14/12/2026", "off", *named, "--agency", AGENCY, "--province", "X"), "one scope"),
        (("set", "14/12/2026", "off", *named, "--province", "Tây Nin"), "No agency lies in the province"),
        (("show", "9999"), "kept from"),
        (("import", "/dev/zero"), "cannot be read"),
        (("import", "/khong/co.csv"), "cannot be read"),
    ):
        said = quytrinh(office, *arguments)
        assert (said.exit_code, sentence in said.stderr) == (1, True), said.output
        assert "Traceback" not in said.output
