"""The command line: what operators type, what they get, and that mistakes are told in plain sentences."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner, Result

from engine.commands.beat import beat
from engine.ports import RealClock
from engine.store.session import Store
from qms.accounts.signing_in import SignIn, sign_in
from qms.legal_time.keeping import load_book
from qms.organisation.tables import Agency, Person, RoleAssignment, Unit
from tests.office import P06, Office, entry
from tests.processes import HOUSE, free_port, settings_of, taken
from workers.cli import app

PASSWORD = "một câu dễ nhớ"


def quytrinh(environment: Mapping[str, str | None], *arguments: str, typed: str = "") -> Result:
    """The command in this process, with this environment."""
    return CliRunner().invoke(app, arguments, env=dict(environment), input=typed)


def refused(result: Result) -> str:
    """What a command said that ended with status 1: plain sentences, no traceback."""
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    assert result.stdout == ""
    return result.stderr


@pytest.fixture
def environment(office: Office) -> dict[str, str]:
    return settings_of(office.system.settings.database_url)


@pytest.mark.parametrize(
    ("anchor", "legal_due", "target_due"),
    [
        ("2026-11-30", "2027-03-01", "2027-02-26"),
        ("2026-07-01", "2026-10-01", "2026-10-01"),
        ("2027-03-01", "2027-06-01", "2027-06-01"),
    ],
)
def test_a_deadline_is_computed_without_any_system_running(
    anchor: str, legal_due: str, target_due: str
) -> None:
    result = quytrinh({}, "deadline", "compute", "--policy", "DL-LEGAL-3M", "--anchor", anchor, "--json")
    assert result.exit_code == 0
    report = json.loads(result.stdout)
    assert (report["legal_due"], report["target_due"]) == (legal_due, target_due)
    assert report["explanation"]
    assert len(report["explanation"]) == len(report["explanation_en"])


def test_a_deadline_is_shown_to_a_reader_with_its_derivation() -> None:
    result = quytrinh({}, "deadline", "compute", "--policy", "DL-LEGAL-3M", "--anchor", "2026-11-30")
    assert "legal_due: 2027-03-01\n" in result.stdout
    assert "28/02/2027 là Chủ nhật" in result.stdout


def test_an_unknown_policy_is_told_in_two_sentences() -> None:
    said = refused(quytrinh({}, "deadline", "compute", "--policy", "DL-KHONG-CO", "--anchor", "2026-11-30"))
    assert "Không có quy tắc thời hạn “DL-KHONG-CO”." in said
    assert "There is no deadline policy “DL-KHONG-CO”." in said
    assert len(said.splitlines()) == 2


@pytest.mark.parametrize("anchor", ["30/11/2026", "2026-02-30", "mai", ""])
def test_what_is_no_day_is_told_in_two_sentences(anchor: str) -> None:
    said = refused(quytrinh({}, "deadline", "compute", "--policy", "DL-LEGAL-3M", "--anchor", anchor))
    assert f"“{anchor}” không phải là một ngày" in said
    assert len(said.splitlines()) == 2


def test_a_moment_without_a_zone_is_refused() -> None:
    said = refused(
        quytrinh({}, "deadline", "compute", "--policy", "DL-LEGAL-3M", "--anchor", "2026-11-30T08:00")
    )
    assert "múi giờ" in said


def test_an_agency_and_a_user_are_added_and_the_user_can_sign_in(
    office: Office, environment: dict[str, str]
) -> None:
    units = ("--unit", "P-KT=Phòng Kinh tế", "--unit", "P-NC=Phòng Nội chính")
    added = quytrinh(
        environment, "agency", "add", "UBND-X", "UBND xã Mẫu", *units, "--overseen-by", "SKHCN-TN"
    )
    assert added.exit_code == 0, added.output
    person = ("--name", "Lê Thị Mẫu", "--agency", "UBND-X", "--unit", "P-KT", "--email", "mau@x.example")
    roles = ("--role", "CHUYEN_VIEN", "--role", "THU_KY_ISO", "--since", "2026-01-01")
    result = quytrinh(environment, "user", "add", "mau", *person, *roles, typed=f"{PASSWORD}\n")
    assert result.exit_code == 0, result.output

    signed_in = sign_in(
        office.system.store, SignIn(username="mau", password=PASSWORD, origin="test"), office.now
    )
    assert signed_in.person == UUID(result.stdout.strip())
    with office.system.store.reading() as session:
        agency = session.get_one(Agency, UUID(added.stdout.strip()))
        names = session.scalars(select(Unit.name).where(Unit.agency_id == agency.id).order_by(Unit.position))
        assert list(names) == ["Phòng Kinh tế", "Phòng Nội chính"]
        held = session.scalars(select(RoleAssignment).where(RoleAssignment.person_id == signed_in.person))
        assert {(role.role, role.valid_from) for role in held} == {
            ("CHUYEN_VIEN", date(2026, 1, 1)),
            ("THU_KY_ISO", date(2026, 1, 1)),
        }


@pytest.mark.parametrize(
    ("arguments", "password", "sentence"),
    [
        (("moi",), "ngắn", "Mật khẩu cần từ"),
        (("thuky",), PASSWORD, "Tên đăng nhập thuky đã có người dùng."),
        (("moi", "--role", "GIAM_DOC"), PASSWORD, "Không có vai trò GIAM_DOC."),
        (("moi", "--unit", "P-KHONG-CO"), PASSWORD, "không có đơn vị mang mã P-KHONG-CO"),
        (("moi", "--since", "01/01/2026"), PASSWORD, "“01/01/2026” không phải là một ngày"),
    ],
)
def test_a_refused_user_leaves_nothing_behind(
    office: Office, environment: dict[str, str], arguments: tuple[str, ...], password: str, sentence: str
) -> None:
    before = people(office)
    required = ("--name", "Người Mới", "--agency", "VP-UBND-TN")
    said = refused(quytrinh(environment, "user", "add", *arguments, *required, typed=f"{password}\n"))
    assert sentence in said
    assert people(office) == before


def people(office: Office) -> int:
    with office.system.store.reading() as session:
        return session.scalar(select(func.count()).select_from(Person)) or 0


def test_a_known_agency_and_an_odd_unit_are_refused(office: Office, environment: dict[str, str]) -> None:
    known = refused(quytrinh(environment, "agency", "add", "VP-UBND-TN", "Văn phòng khác"))
    assert "Mã cơ quan VP-UBND-TN đã được dùng." in known
    odd = refused(quytrinh(environment, "agency", "add", "MOI", "Cơ quan mới", "--unit", "Phòng Kinh tế"))
    assert "MÃ=TÊN" in odd


def test_a_model_is_deployed_once(office: Office, environment: dict[str, str]) -> None:
    again = quytrinh(environment, "model", "deploy", str(P06 / "model.bpmn"))
    assert again.exit_code == 0, again.output
    assert again.stdout == "QMS_P06_CAP_NHAT_VBQPPL v1 (đã có / known)\n"


def test_a_refused_model_is_answered_with_every_finding_and_its_line(
    office: Office, environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "model.bpmn").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">\n'
        '  <bpmn:process id="P" isExecutable="true">\n'
        '    <bpmn:startEvent id="S"/>\n'
        '    <bpmn:scriptTask id="A"/>\n'
        '    <bpmn:sendTask id="B"/>\n'
        "  </bpmn:process>\n"
        "</bpmn:definitions>\n",
        encoding="utf-8",
    )
    said = refused(quytrinh(environment, "model", "deploy", str(tmp_path)))
    assert any("dòng 5 A:" in line for line in said.splitlines())
    assert any("dòng 6 B:" in line for line in said.splitlines())


def test_a_folder_without_a_model_is_refused(environment: dict[str, str], tmp_path: Path) -> None:
    assert "model.bpmn" in refused(quytrinh(environment, "model", "deploy", str(tmp_path / "khong-co")))


def test_the_state_of_the_system_is_told_with_an_exit_status(
    office: Office, environment: dict[str, str]
) -> None:
    nobody = quytrinh(environment, "health", "--json")
    assert nobody.exit_code == 1
    told = json.loads(nobody.stdout)
    assert (told["worker"], told["timers"], told["timer_lateness"]["overdue"]) == ("down", "up", 0)
    now = RealClock().now()
    beat(office.system.store, "a:1", started_at=now, now=now)
    assert quytrinh(environment, "health").exit_code == 0


def test_a_case_and_an_inbox_are_shown_as_data(office: Office, environment: dict[str, str]) -> None:
    case = office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))

    shown = quytrinh(environment, "instance", "show", str(case), "--json")
    assert shown.exit_code == 0, shown.output
    report = json.loads(shown.stdout)
    assert (report["id"], report["code"], report["state"]) == (str(case), "P06-2026-0001", "running")
    assert (report["legal_due"], report["target_due"]) == ("2027-03-01", "2027-02-26")
    assert [task["name"] for task in report["tasks"]] == ["Sàng lọc văn bản"]
    assert [timer["due"] for timer in report["timers"]] == ["2027-03-01T17:00:00+00:00"]
    assert report["history"][0]["kind"] == "instance.started"

    listed = quytrinh(environment, "inbox", "--user", "thuky", "--json")
    assert listed.exit_code == 0, listed.output
    (row,) = json.loads(listed.stdout)
    assert (row["name"], row["instance"], row["target_due"]) == ("Sàng lọc văn bản", str(case), "2026-12-01")
    nobody = quytrinh(environment, "inbox", "--user", "camtien", "--json")
    assert json.loads(nobody.stdout) == []


def test_an_unknown_case_and_an_unknown_person_are_told(office: Office, environment: dict[str, str]) -> None:
    assert "Không tìm thấy hồ sơ" in refused(quytrinh(environment, "instance", "show", str(uuid4())))
    assert "Không tìm thấy người dùng ai-do." in refused(quytrinh(environment, "inbox", "--user", "ai-do"))


@pytest.mark.parametrize(
    "name",
    ["DATABASE_URL", "QUYTRINH_SECRET_KEY", "QUYTRINH_BASE_URL", "SMTP_URL", "QUYTRINH_MAIL_FROM"],
)
@pytest.mark.parametrize("command", ["worker", "serve"])
def test_a_missing_setting_stops_the_start_by_its_name(command: str, name: str) -> None:
    environment = {**settings_of("postgresql://nobody@127.0.0.1:1/none"), name: ""}
    assert refused(quytrinh(environment, command)).startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QUYTRINH_ENVIRONMENT", "san-xuat"),
        ("DATABASE_URL", "sqlite:///quytrinh.db"),
        ("QUYTRINH_SECRET_KEY", "ngắn"),
        ("QUYTRINH_BASE_URL", "iso.example"),
        ("QUYTRINH_UPLOAD_LIMIT_MB", "lớn"),
        ("SMTP_URL", "http://mail.example"),
        ("QUYTRINH_MAIL_FROM", "không phải địa chỉ"),
        ("QUYTRINH_DEMO_TIME", "1"),
    ],
)
def test_an_odd_setting_stops_the_start_by_its_name(name: str, value: str) -> None:
    environment = {**settings_of("postgresql://nobody@127.0.0.1:1/none"), name: value}
    assert name in refused(quytrinh(environment, "worker"))


def test_a_database_that_does_not_answer_is_told_in_two_sentences() -> None:
    environment = settings_of("postgresql://nobody@127.0.0.1:1/none")
    for arguments in (("db", "upgrade"), ("inbox", "--user", "thuky"), ("worker", "--health")):
        assert "Cơ sở dữ liệu tạm thời không trả lời" in refused(quytrinh(environment, *arguments))


def test_an_upgrade_enters_the_shipped_legal_time_once(database_url: str) -> None:
    environment = settings_of(database_url)
    for _ in range(2):
        assert quytrinh(environment, "db", "upgrade").exit_code == 0
    store = Store(database_url)
    with store.reading() as session:
        assert load_book(session).version == 1
    store.close()


def test_a_busy_port_is_told_with_the_way_to_another() -> None:
    port = free_port()
    environment = settings_of("postgresql://nobody@127.0.0.1:1/none")
    with taken(port):
        for command, option in (("serve", "--port"), ("mail-catcher", "--smtp-port")):
            said = refused(quytrinh(environment, command, option, str(port)))
            assert f"Cổng {port} đang bận." in said
            assert f"quytrinh {command} {option} SỐ" in said


def test_the_installed_command_prints_json_and_nothing_else() -> None:
    program = Path(sys.executable).with_name("quytrinh")
    arguments = ("deadline", "compute", "--policy", "DL-LEGAL-3M", "--anchor", "2026-11-30", "--json")
    done = subprocess.run(
        [program, *arguments], cwd=HOUSE.parent, capture_output=True, check=True, timeout=60
    )
    assert json.loads(done.stdout)["legal_due"] == "2027-03-01"
    assert done.stderr == b""
