"""`quytrinh deadline recompute`: what would move, and moving it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from uuid import UUID

from typer.testing import CliRunner

from engine.domain.calendar import DayKind
from qms.legal_time.changes import ApplyChange, DraftChange, apply_change, draft_change
from qms.legal_time.edits import SetDay
from qms.legal_time.scopes import NATION
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office
from tests.processes import settings_of
from workers.cli import app

LONG_AGO = datetime(2026, 1, 5, tzinfo=UTC)
"""The command goes by the machine's clock."""
OFF = SetDay(day=date(2026, 11, 27), kind=DayKind.HOLIDAY, name="Nghỉ", basis="TB 1")


def recompute(office: Office, *arguments: str) -> str:
    environment = settings_of(office.system.settings.database_url)
    result = CliRunner().invoke(app, ["deadline", "recompute", *arguments], env=environment)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_recompute_looks_at_a_draft_then_at_what_is_due_and_then_does_it(office: Office) -> None:
    step = role("THU_KY_ISO", '<gov:deadline workingDays="3"/>')
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": step}))
    instance = start(office)
    store, around = office.system.store, office.system.surroundings
    assert json.loads(recompute(office, "--dry-run", "--json"))["changed"] == 0
    command = DraftChange(viewer=None, origin="test", scope=NATION, title="", edits=[OFF])
    draft = draft_change(store, around, command, office.now)
    looked = json.loads(recompute(office, "--change", str(draft), "--json"))
    (row,) = looked["deadlines"]
    assert row["legal_due"] == ["2026-11-27", "2026-11-30"]
    apply_change(store, around, ApplyChange(viewer=None, origin="test", change=draft), LONG_AGO)
    assert "Bước a: 27/11/2026 → 30/11/2026" in recompute(office, "--dry-run")
    assert office.tasks(instance)[0].legal_due == date(2026, 11, 27)
    done = json.loads(recompute(office, "--json"))
    assert (done["changed"], done["left"], done["finished"]) == (1, 0, True)
    assert office.tasks(instance)[0].legal_due == date(2026, 11, 30)


def test_a_draft_that_is_not_there_is_told_in_two_sentences(office: Office) -> None:
    environment = settings_of(office.system.settings.database_url)
    asked = ["deadline", "recompute", "--change", str(UUID(int=7))]
    unknown = CliRunner().invoke(app, asked, env=environment)
    assert (unknown.exit_code, "is not to be found" in unknown.stderr) == (1, True), unknown.output
