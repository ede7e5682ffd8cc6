"""The command line that moves running cases to another version and back."""

from __future__ import annotations

import json
from uuid import UUID

import pytest
from typer.testing import CliRunner, Result

from tests.engine.cases import kinds, start
from tests.engine.versions import CHAIN, LONGER, is_open, open_task, versions
from tests.office import Office
from tests.processes import settings_of
from workers.cli import app


@pytest.fixture
def environment(office: Office) -> dict[str, str]:
    return settings_of(office.system.settings.database_url)


@pytest.fixture
def case(office: Office) -> UUID:
    versions(office, CHAIN)
    case = start(office)
    versions(office, LONGER)
    return case


def quytrinh(environment: dict[str, str], *arguments: str) -> Result:
    result = CliRunner().invoke(app, ["instance", *arguments], env=environment)
    assert "Traceback" not in result.output
    return result


def test_a_trial_tells_and_changes_nothing(office: Office, environment: dict[str, str], case: UUID) -> None:
    result = quytrinh(environment, "migrate", "THU-2026-0001", "--to", "2", "--dry-run", "--json")
    assert result.exit_code == 0, result.output
    (report,) = json.loads(result.stdout)
    assert report == {
        "instance": str(case),
        "code": "THU-2026-0001",
        "from_version": 1,
        "to_version": 2,
        "result": "possible",
        "refusal": None,
        "renamed": {},
        "findings": [],
    }
    assert "instance.migrated" not in kinds(office, case)


def test_a_case_is_moved_and_moved_back(office: Office, environment: dict[str, str], case: UUID) -> None:
    result = quytrinh(environment, "migrate", str(case), "--to", "2", "--reason", "Sửa đổi quy trình")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("THU-2026-0001: v1 → v2 đã chuyển / migrated")
    office.complete("thuky", open_task(office, case, "a").id, {})
    assert is_open(office, case, "n")
    late = quytrinh(environment, "migrate-back", str(case), "--reason", "Nhầm")
    assert late.exit_code == 1
    assert "đã đi tiếp sau khi chuyển" in late.stderr


def test_every_case_of_a_version_is_moved_at_once(
    office: Office, environment: dict[str, str], case: UUID
) -> None:
    result = quytrinh(
        environment, "migrate", "--model", "QMS_P99_THU", "--from", "1", "--to", "2", "--reason", "Sửa đổi"
    )
    assert result.exit_code == 0, result.output
    assert "instance.migrated" in kinds(office, case)
    back = quytrinh(environment, "migrate-back", "THU-2026-0001", "--reason", "Nhầm")
    assert back.stdout == "THU-2026-0001: v2 → v1\n"


def test_what_is_refused_is_told_and_ends_with_status_one(
    office: Office, environment: dict[str, str], case: UUID
) -> None:
    versions(office, "s:start\n z:user\n b:user\n e:end\n s > z > b > e")
    refused = quytrinh(environment, "migrate", str(case), "--to", "3", "--reason", "Thử")
    assert refused.exit_code == 1
    assert "không chuyển / refused" in refused.stdout
    assert "Hồ sơ đang ở “Bước a”" in refused.stdout
    mapped = quytrinh(environment, "migrate", str(case), "--to", "3", "--map", "a=z", "--reason", "Thử")
    assert mapped.exit_code == 0, mapped.output
    assert is_open(office, case, "z")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["THU-2026-0001", "--to", "2"], "Xin ghi lý do"),
        (["THU-2026-9999", "--to", "2", "--reason", "x"], "Không có hồ sơ nào mang mã"),
        (["THU-2026-0001", "--to", "2", "--reason", "x", "--map", "a"], "xin viết BƯỚC_CŨ=BƯỚC_MỚI"),
        (["--to", "2", "--reason", "x"], "Xin nêu mã hồ sơ"),
    ],
)
def test_what_is_typed_wrongly_is_told_in_two_sentences(
    environment: dict[str, str], case: UUID, arguments: list[str], told: str
) -> None:
    result = quytrinh(environment, "migrate", *arguments)
    assert result.exit_code == 1
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 2
