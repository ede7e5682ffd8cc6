"""Decisions of business rule tasks on a real database: published, asked, and kept in the history."""

from __future__ import annotations

import json

import pytest

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from tests.engine import cases
from tests.engine.runtime.tables import OVERLAPPING, written
from tests.engine.runtime.test_business_rules import TABLE, asking
from tests.office import Office


def files(table: bytes) -> Bundle:
    task = asking(more='result="muc"')
    drawing = cases.bundle(f"s:start\na:user\ne:end\n{task}\ns > r > a > e", {"a": cases.role("THU_KY_ISO")})
    return Bundle(files={**drawing.files, "muc.dmn": table})


def test_what_was_decided_and_from_what_is_in_the_history(office: Office) -> None:
    cases.publish(office, files(TABLE.replace(b"<rule>", b'<rule id="R">')))
    case = cases.start(office, tien=700)
    (decided,) = [one for one in cases.history(office, case) if one.kind == "activity.decided"]
    assert decided.element_id == "r"
    assert json.loads(decided.data) == {
        "decision": "Q",
        "result": "muc",
        "steps": [
            {
                "decision": "Q",
                "name": "Mức",
                "inputs": {"tien": 700},
                "rows": [3],
                "rules": ["R"],
                "output": "cao",
            }
        ],
    }
    assert cases.jobs(office, case) == []


def test_a_model_with_a_table_that_contradicts_itself_is_not_published(office: Office) -> None:
    with pytest.raises(ModelRefused) as refused:
        cases.publish(office, files(written(["x"], ["y"], OVERLAPPING)))
    assert "decision-overlap" in [finding.rule for finding in refused.value.findings]
