"""Accounts and tokens by the command line of the machine's owner."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from typer.testing import CliRunner, Result

from qms.accounts.api_tokens import recognise_token
from qms.demo_office.loading import person_id
from tests.office import Office
from tests.processes import settings_of
from tests.qms.accounts.signed_in import audited, holds, known, set_up, signed_in
from workers.cli import app

GIVEN = "tạm dùng một lần thôi"


def quytrinh(environment: Mapping[str, str], *arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, arguments, env=dict(environment), input=typed)


def accounts(environment: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    listed = quytrinh(environment, "user", "list", "--json")
    return {line["username"]: line for line in json.loads(listed.stdout)}


def test_accounts_are_listed_closed_opened_unlocked_and_given_passwords_and_each_act_is_kept(
    office: Office,
) -> None:
    environment = settings_of(office.system.settings.database_url)
    _secret, confirmed = set_up(office)
    assert accounts(environment)["thuky"]["second_factor"]
    assert quytrinh(environment, "user", "reset-factor", "thuky", "--reason", "Mất máy").exit_code == 0
    assert quytrinh(environment, "user", "disable", "thuky", "--reason", "Nghỉ phép").exit_code == 0
    assert not holds(office, confirmed.signed_in.token)
    set_up(office, "camtien")
    told = ("user", "reset-unreadable-factors", "--reason", "Đổi khóa")
    same = {**environment, "QUYTRINH_SECRET_KEY": office.system.settings.secret_key}
    assert quytrinh(same, *told).stdout.strip() == "0"
    changed = {**environment, "QUYTRINH_SECRET_KEY": "another secret only for tests, long enough"}
    assert [quytrinh(changed, *told).stdout.strip() for _ in range(2)] == ["1", "0"]
    assert not accounts(environment)["camtien"]["second_factor"]
    line = accounts(environment)["thuky"]
    assert (line["disabled"], line["second_factor"]) == (True, False)
    assert quytrinh(environment, "user", "enable", "thuky", "--reason", "Trở lại").exit_code == 0
    assert quytrinh(environment, "user", "unlock", "thuky").stdout.strip() == "0"

    refused = quytrinh(environment, "user", "password", "thuky", typed="thuky123456789\n")
    assert (refused.exit_code, "dễ đoán" in refused.stderr) == (1, True)
    assert quytrinh(environment, "user", "password", "thuky", typed=f"{GIVEN}\n").exit_code == 0
    browser = known(office, signed_in(office, password=GIVEN).token)
    assert browser is not None
    assert browser.must_change_password
    kept = [
        "second_factor.reset",
        "account.disabled",
        "second_factor.reset",
        "account.enabled",
        "account.unlocked",
        "password.given",
    ]
    assert [kind for kind in audited(office) if kind in kept] == kept
    nobody = quytrinh(environment, "user", "unlock", "khongco")
    assert (nobody.exit_code, "Không tìm thấy người dùng khongco." in nobody.stderr) == (1, True)


def test_a_token_is_made_listed_and_revoked(office: Office) -> None:
    environment = settings_of(office.system.settings.database_url)
    made = quytrinh(
        environment, "token", "create", "thuky", "Bảng tin", "--scope", "read:tasks", "--days", "9"
    )
    secret = made.stdout.strip()
    machine = office.system.machine_clock.now()
    with office.system.store.reading() as session:
        found = recognise_token(session, secret, machine)
    assert found is not None
    assert found.person == person_id("thuky")
    listed = quytrinh(environment, "token", "list", "thuky").stdout
    assert ("Bảng tin" in listed, secret in listed) == (True, False)
    assert quytrinh(environment, "token", "revoke", str(found.id)).exit_code == 0
    with office.system.store.reading() as session:
        assert recognise_token(session, secret, machine) is None
    refused = quytrinh(environment, "token", "create", "thuky", "Bảng tin", "--scope", "administer")
    assert refused.exit_code == 1
