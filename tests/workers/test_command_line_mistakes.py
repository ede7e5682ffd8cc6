"""Mistakes at the command line: two plain sentences and status 1, whatever was typed, and nothing done."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
import typer
from sqlalchemy import select
from typer.testing import CliRunner, Result

from engine.store.tables import Message
from tests.engine.cases import AGENCY, bundle, history, publish, role, start
from tests.engine.repairs import Service, opened, stuck
from tests.office import Office
from tests.processes import free_port, settings_of
from workers.cli import app

WHY = ("--reason", "Theo biên bản 3/BB")
LINE = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"


def quytrinh(office: Office, *arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, env=settings_of(office.system.settings.database_url))


def refused(office: Office, *arguments: str) -> Result:
    """A command that ended in two sentences and status 1."""
    result = quytrinh(office, *arguments)
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert len(result.stderr.splitlines()) == 2
    assert result.stdout == ""
    return result


@pytest.fixture
def case(office: Office) -> UUID:
    publish(office, bundle(LINE, dict.fromkeys("ab", role("THU_KY_ISO"))))
    return start(office, so=7)


@pytest.mark.parametrize(
    "more",
    [
        ("--days", "999999999999"),
        ("--days", "-999999999999"),
        ("--payload", '{"a": "\\ud800"}'),
        ("--payload", '{"a": ' * 20_000),
        ("--payload", '{"a": {"$": "decimal", "value": "sNaN"}}'),
        ("--payload", '{"a": 1e999}'),
        ("--key", "\udcff"),
    ],
)
def test_a_message_that_nobody_could_receive_is_refused(office: Office, more: tuple[str, str]) -> None:
    refused(office, "message", "send", "Tin", "--agency", AGENCY, *more)
    with office.system.store.reading() as session:
        assert session.scalars(select(Message)).all() == []


def test_one_answer_is_one_value(office: Office) -> None:
    instance, incident = stuck(office, Service())
    for text in ("1, 2", "", "{", "xong"):
        refused(office, "incident", "resolve", str(incident.id), "--answer", text, *WHY)
    assert opened(office, instance) == []
    resolved = quytrinh(office, "incident", "resolve", str(incident.id), "--answer", "[1, 2]", *WHY)
    assert resolved.exit_code == 0, resolved.output
    assert opened(office, instance) == ["a"]


def test_a_move_without_a_reason_is_refused_before_its_effect_is_told(office: Office, case: UUID) -> None:
    before = len(history(office, case))
    refused(office, "instance", "move", str(case), "--from", "a", "--to", "b")
    assert len(history(office, case)) == before


def test_what_an_intervention_names_wrongly_is_told(office: Office, case: UUID) -> None:
    stranger = str(uuid4())
    for arguments in (
        ("instance", "move", str(case), "--from", "a", "--to", "zzz", *WHY),
        ("instance", "set", str(case), "tên biến=1", *WHY),
        ("instance", "set", str(case), "so=1", "--scope", "zzz", *WHY),
        ("instance", "resume", str(case), *WHY),
        ("instance", "restart", str(case), *WHY),
        ("instance", "show", stranger),
        ("instance", "places", "THU-\udcff"),
        ("incident", "retry", stranger, *WHY),
        ("incident", "resolve", stranger, "--close", *WHY),
        ("incident", "resolve", stranger, *WHY),
        ("instance", "migrate", "--to", "2", *WHY),
        ("instance", "migrate", "--to", "2", "--model", "KHONG_CO", "--from", "1", *WHY),
        ("instance", "migrate-back", str(case), *WHY),
        ("signal", "send", "", "--agency", AGENCY),
    ):
        refused(office, *arguments)
    assert opened(office, case) == ["a"]


def test_a_version_without_cases_is_said_to_have_none(office: Office) -> None:
    publish(office, bundle(LINE, dict.fromkeys("ab", role("THU_KY_ISO"))))
    migrate = ("instance", "migrate", "--to", "2", "--model", "QMS_P99_THU", "--from", "1", *WHY)
    said = quytrinh(office, *migrate)
    assert (said.exit_code, "No case runs on this version." in said.stdout) == (0, True)
    assert json.loads(quytrinh(office, *migrate, "--json").stdout) == []


def test_health_says_that_the_database_is_down(office: Office) -> None:
    nobody = f"postgresql+psycopg://nobody@127.0.0.1:{free_port()}/none"
    result = CliRunner().invoke(app, ["health", "--json"], env=settings_of(nobody))
    assert result.exit_code == 1, result.output
    assert json.loads(result.stdout) == {"database": "down"}
    del office


def test_health_says_what_to_do_about_a_database_without_tables(empty_database_url: str) -> None:
    result = CliRunner().invoke(app, ["health", "--json"], env=settings_of(empty_database_url))
    told = json.loads(result.stdout)
    assert (result.exit_code, told["database"]) == (1, "old")
    assert all("quytrinh db upgrade" in told[language] for language in ("what_vi", "what_en"))


def _purposes(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Each command with what its help says; Any, for Typer brings a Click of its own."""
    yield " ".join(path), group.help or ""
    for name, command in getattr(group, "commands", {}).items():
        yield from _purposes(command, (*path, name))


def test_every_command_says_in_both_languages_what_it_is_for() -> None:
    told = dict(_purposes(typer.main.get_command(app)))
    assert len(told) > 30
    assert {path: words for path, words in told.items() if " / " not in words} == {}
