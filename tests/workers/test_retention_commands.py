"""`quytrinh archive …` and `quytrinh disposal …`: a person is named, and is asked before anything is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.office import Office
from tests.processes import settings_of
from tests.qms.retention.kept_cases import CLERK, approve, case, confirm_period, ended, later, propose
from tests.workers.test_cli import quytrinh, refused


@pytest.fixture
def environment(office: Office) -> dict[str, str]:
    return settings_of(office.system.settings.database_url)


def test_an_archive_is_made_once_and_verified(
    office: Office, environment: dict[str, str], tmp_path: Path
) -> None:
    ended(office)
    file = tmp_path / "goi.zip"
    until = ("--until", "2099-12-31")
    made = quytrinh(environment, "archive", "export", str(file), "--user", CLERK, *until)
    assert made.exit_code == 0, made.output
    manifest = made.stdout.split("manifest ")[1].strip()
    whole = quytrinh(environment, "archive", "verify", str(file), "--manifest", manifest)
    assert whole.exit_code == 0, whole.output
    assert quytrinh(environment, "archive", "verify", str(file), "--manifest", "0" * 64).exit_code == 1
    assert "đã có" in refused(quytrinh(environment, "archive", "export", str(file), "--user", CLERK)).lower()
    again = tmp_path / "lai.zip"
    assert quytrinh(environment, "archive", "export", str(again), "--user", CLERK, *until).exit_code == 1
    assert not again.exists(), "nothing half written stays"
    assert "Không tìm thấy" in refused(quytrinh(environment, "archive", "export", "x", "--user", "khong-ai"))
    assert "verify_history" in quytrinh(environment, "archive", "verifier").stdout


def test_a_disposal_is_carried_out_only_by_somebody_who_says_yes(
    office: Office, environment: dict[str, str]
) -> None:
    (one,) = ended(office)
    confirm_period(office)
    later(office)
    approve(office, propose(office, [one]))
    number = f"1/{office.now.year}"
    assert "12/BB-TH" in quytrinh(environment, "disposal", "list", "--user", CLERK).stdout
    command = ("disposal", "carry-out", number, "--user", CLERK)
    assert quytrinh(environment, *command, typed="n\n").exit_code == 1
    # The command goes by the clock of the machine, by which the period is not over yet.
    early = quytrinh(environment, *command, typed="y\n")
    assert early.exit_code == 1
    assert "phải lưu đến hết ngày" in early.stderr
    assert case(office, one).disposed_at is None
    unknown = quytrinh(environment, "disposal", "carry-out", "9/2033", "--user", CLERK)
    assert "Không tìm thấy đề nghị" in refused(unknown)
