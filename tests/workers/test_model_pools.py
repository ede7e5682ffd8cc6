"""`quytrinh model check` and `model trace` of files with several processes and of calls between files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.engine.runtime.drawings import Drawing
from tests.workers.test_model_tools import checked, traced

CALLER = "s:start\n a:user\n c:call CON\n e:end\n s > a > c > e"
CALLED = "s:start\n a:user\n e:end\n s > a > e"
POOLS = CALLED + "\n HAI:process {\n s2:start\n b:user\n s2 > b\n }"


def write(path: Path, text: str, key: str = "P") -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(Drawing(text).xml().replace('process id="P"', f'process id="{key}"'), encoding="utf-8")
    return path


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "steps.json"
    path.write_text(json.dumps([{"complete": "a"}, {"complete": "a", "data": {"so": 1}}]), encoding="utf-8")
    return path


def test_every_process_of_a_file_is_looked_at_and_one_is_traced(tmp_path: Path, script: Path) -> None:
    path = write(tmp_path / "hai-be.bpmn", POOLS)
    (report,) = checked(path)
    assert report["verdict"] == "rewritten"  # the second has no end event
    assert "HAI" in {finding["element_id"] for finding in report["findings"]}
    first, second = traced(path, script), traced(path, script, "--process", "HAI")
    assert [task["id"] for task in first["steps"][0]["open"]] == ["a"]
    assert [task["id"] for task in second["steps"][0]["open"]] == ["b"]


def test_a_fault_in_the_second_process_refuses_the_file(tmp_path: Path) -> None:
    path = write(tmp_path / "hai-be.bpmn", POOLS)
    path.write_text(
        path.read_text().replace('id="b" name', 'id="b" startQuantity="2" name'), encoding="utf-8"
    )
    assert checked(path)[0]["verdict"] == "refused"


def test_what_a_drawing_calls_is_found_beside_it(tmp_path: Path, script: Path) -> None:
    caller = write(tmp_path / "mo-hinh" / "goi.bpmn", CALLER)
    (alone,) = checked(caller)
    assert [finding["rule"] for finding in alone["findings"] if finding["severity"] == "error"] == [
        "call-elsewhere"
    ]
    write(tmp_path / "mo-hinh" / "con.bpmn", CALLED, "CON")
    assert checked(caller)[0]["verdict"] == "accepted"
    steps = traced(caller, script)["steps"]
    assert [[task["id"] for task in step["open"]] for step in steps] == [["a"], ["CON/a"], []]
    assert (steps[-1]["status"], steps[-1]["variables"]) == ("completed", {"so": 1})


def test_a_drawing_called_model_beside_another_one_is_not_taken_for_it(tmp_path: Path) -> None:
    caller = write(tmp_path / "mo-hinh" / "goi.bpmn", CALLER)
    write(tmp_path / "mo-hinh" / "model.bpmn", CALLED, "CON")
    alone, folder = checked(caller, tmp_path / "mo-hinh")
    assert (alone["verdict"], folder["verdict"]) == ("accepted", "accepted")
    assert {finding["element_id"] for finding in alone["findings"]} >= {"a"}
