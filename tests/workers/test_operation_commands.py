"""Interventions from the command line of the server: what is typed, what is told, what happens."""

from __future__ import annotations

import json
from uuid import UUID, uuid4

import pytest
from typer.testing import CliRunner, Result

from engine.domain.interventions import InterventionReasonMissing
from engine.domain.states import InstanceState, TaskState
from engine.domain.values import Value
from engine.ports import OperatorCall
from tests.engine.cases import bundle, history, incidents, offer, publish, role, start
from tests.office import Office
from tests.processes import settings_of
from workers.cli import app

ROLES = {one: role("THU_KY_ISO") for one in ("a", "b")}
LINE = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
WHY = ("--reason", "Theo biên bản 3/BB")


@pytest.fixture
def case(office: Office) -> UUID:
    publish(office, bundle(LINE, ROLES))
    return start(office, so=7)


def quytrinh(office: Office, *arguments: str) -> Result:
    environment = settings_of(office.system.settings.database_url)
    return CliRunner().invoke(app, arguments, env=environment)


def done(office: Office, *arguments: str) -> str:
    result = quytrinh(office, *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(office: Office, *arguments: str) -> str:
    result = quytrinh(office, *arguments)
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert len(result.stderr.splitlines()) == 2
    return result.stderr


def opened(office: Office, instance: UUID) -> list[str]:
    live = {TaskState.OPEN, TaskState.CLAIMED}
    return sorted(one.element_id for one in office.tasks(instance) if one.state in live)


def test_a_case_is_suspended_and_resumed_by_its_code(office: Office, case: UUID) -> None:
    code = office.instance(case).code
    done(office, "instance", "suspend", code, *WHY)
    assert office.instance(case).state == InstanceState.SUSPENDED
    assert "Hệ thống đã tạm dừng" in refused(office, "instance", "suspend", code, *WHY)
    done(office, "instance", "resume", str(case), *WHY)
    assert office.instance(case).state == InstanceState.RUNNING
    assert history(office, case)[-1].origin == "command line"


def test_what_is_no_case_is_told(office: Office) -> None:
    for name in ("THU-2026-9999", str(uuid4())):
        assert name in refused(office, "instance", "cancel", name, *WHY)


def test_a_reason_is_asked_for(office: Office, case: UUID) -> None:
    said = refused(office, "instance", "cancel", str(case), "--reason", " ")
    assert InterventionReasonMissing().vi in said
    assert quytrinh(office, "instance", "cancel", str(case)).exit_code == 2
    assert office.instance(case).state == InstanceState.RUNNING


def test_a_move_can_be_looked_at_before_it_is_made(office: Office, case: UUID) -> None:
    move = ("instance", "move", str(case), "--from", "a", "--to", "b")
    assert done(office, *move, "--dry-run").splitlines() == ["- a: Bước a", "+ b: Bước b"]
    assert opened(office, case) == ["a"]
    done(office, *move, *WHY)
    assert opened(office, case) == ["b"]
    assert "0 chỗ" in refused(office, *move, *WHY)
    assert "kết thúc" in done(
        office, "instance", "move", str(case), "--from", "b", "--to", "b", "--after", *WHY
    )
    assert office.instance(case).state == InstanceState.COMPLETED


def test_variables_keep_their_type(office: Office, case: UUID) -> None:
    done(office, "instance", "set", str(case), "so=1.234,5", "ten=Lan", *WHY)
    done(office, "instance", "set", str(case), "ngay=05/02/2027", "--type", "date", *WHY)
    shown = json.loads(done(office, "instance", "places", str(case), "--json"))
    assert shown["scopes"][0]["variables"] == {"ngay": "05/02/2027", "so": "1.234,5", "ten": "Lan"}
    assert [place["element"] for place in shown["places"]] == ["a"]
    assert "so = 1.234,5" in done(office, "instance", "places", str(case))
    refused(office, "instance", "set", str(case), "so=nhiều", *WHY)
    refused(office, "instance", "set", str(case), "so", *WHY)


def test_a_cancelled_case_is_restarted(office: Office, case: UUID) -> None:
    done(office, "instance", "cancel", str(case), *WHY)
    code, instance = done(office, "instance", "restart", str(case), *WHY).split()
    assert (code, opened(office, UUID(instance))) == ("THU-2026-0002", ["a"])


def test_incidents_are_listed_retried_and_resolved(office: Office) -> None:
    def broken(call: OperatorCall) -> Value:
        del call
        raise RuntimeError

    offer(office, dich_vu__ghi=broken)
    publish(
        office, bundle("s:start\n v:service dich_vu.ghi result=kq\n a:user\n e:end\n s > v > a > e", ROLES)
    )
    instance = start(office)
    office.pass_days(1)
    (incident,) = incidents(office, instance)
    (listed,) = json.loads(done(office, "incident", "list", "--json"))
    assert (listed["id"], listed["element"], listed["resolution"]) == (str(incident.id), "v", None)
    assert "[open]" in done(office, "incident", "list")
    done(office, "incident", "retry", str(incident.id), *WHY)
    assert done(office, "instance", "retry", str(instance), *WHY) == "1\n"
    refused(office, "incident", "resolve", str(incident.id), *WHY)
    refused(office, "incident", "resolve", str(incident.id), "--answer", "{", *WHY)
    done(office, "incident", "resolve", str(incident.id), "--answer", '{"so": 5}', *WHY)
    assert opened(office, instance) == ["a"]
    assert done(office, "incident", "list") == ""
    assert "[answered]" in done(office, "incident", "list", "--all")
