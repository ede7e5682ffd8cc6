"""`quytrinh model lint`: by the registers and the people of an agency, from the database."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from tests.engine.cases import AGENCY, bundle, role
from tests.office import Office
from tests.processes import settings_of
from workers.cli import app


def test_a_model_is_linted_by_what_its_agency_has(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "thu.bpmn"
    steps = {"a": role("THU_KY_ISO", '<gov:deadline workingDays="2"/>'), "b": role("LD_MOT_CUA")}
    file.write_bytes(bundle("s:start\n a:user\n b:user\n e:end\n s > a > b > e", steps).files["model.bpmn"])
    broken = tmp_path / "hong.bpmn"
    broken.write_bytes(b"<a/>")
    env = dict(settings_of(office.system.settings.database_url))

    def lint(*arguments: str) -> dict[str, object]:
        ended = CliRunner().invoke(app, ["model", "lint", *arguments, "--agency", AGENCY, "--json"], env=env)
        report: dict[str, object] = json.loads(ended.stdout)
        return report

    report = lint(str(file), "--day", "2026-12-01")
    assert (report["verdict"], report["day"]) == ("errors", "2026-12-01")
    findings = report["findings"]
    assert isinstance(findings, list)
    found = {(each["rule"], each["element_id"]) for each in findings}
    assert {("step-time-missing", "b"), ("role-held-by-nobody", "b"), ("escalation-missing", "a")} <= found
    assert ("role-held-by-nobody", "a") not in found
    assert lint(str(broken))["verdict"] == "refused"
