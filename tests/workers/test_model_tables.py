"""`quytrinh model check` and `model trace` of drawings with decision tables beside them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.engine.runtime.drawings import Drawing
from tests.engine.runtime.tables import OVERLAPPING, written
from tests.engine.runtime.test_business_rules import LINE, TABLE, asking
from tests.workers.test_model_tools import checked, traced

BROKEN = written(["x"], ["y"], OVERLAPPING).replace(b'"Q"', b'"KHAC"')


def drawn(folder: Path, name: str = "thu.bpmn") -> Path:
    drawing = folder / name
    drawing.write_text(Drawing(LINE.format(task=asking(more='result="muc"'))).xml())
    return drawing


def test_a_drawing_alone_finds_its_table_beside_it(tmp_path: Path) -> None:
    drawing = drawn(tmp_path)
    (tmp_path / "phi.dmn").write_bytes(TABLE)
    (tmp_path / "cua-nguoi-khac.dmn").write_bytes(BROKEN)
    (tmp_path / "hong.dmn").write_bytes(b"<")
    assert checked(drawing)[0]["verdict"] == "accepted"
    script = tmp_path / "steps.json"
    script.write_text(json.dumps([{"start": {"tien": 700}}, {"save_load": True}, {"complete": "a"}]))
    report = traced(drawing, script)
    assert [step["variables"]["muc"] for step in report["steps"]] == ["cao"] * 3
    assert report["steps"][-1]["status"] == "completed"


def test_a_drawing_without_its_table_is_refused(tmp_path: Path) -> None:
    (report,) = checked(drawn(tmp_path))
    assert report["verdict"] == "refused"
    (finding,) = [each for each in report["findings"] if each["severity"] == "error"]
    assert (finding["rule"], finding["element_id"]) == ("decision-unknown", "r")


def test_of_a_folder_every_table_has_to_be_right(tmp_path: Path) -> None:
    drawn(tmp_path, "model.bpmn")
    (tmp_path / "phi.dmn").write_bytes(TABLE)
    assert checked(tmp_path)[0]["verdict"] == "accepted"
    (tmp_path / "thua.dmn").write_bytes(BROKEN)
    (report,) = checked(tmp_path)
    assert [each["rule"] for each in report["findings"] if each["severity"] == "error"] == [
        "decision-overlap"
    ]


def test_a_table_that_contradicts_itself_is_refused_by_itself(tmp_path: Path) -> None:
    table = tmp_path / "muc.dmn"
    table.write_bytes(BROKEN)
    assert checked(table)[0]["verdict"] == "refused"
    table.write_bytes(TABLE)
    assert checked(table)[0]["verdict"] == "accepted"


def test_contradicting_rules_are_an_incident_of_the_trace(tmp_path: Path) -> None:
    drawing = drawn(tmp_path)
    rules = [(["<= tran"], ["1"]), ([">= 5"], ["2"])]
    (tmp_path / "phi.dmn").write_bytes(written(["tien"], ["muc"], rules))
    script = tmp_path / "steps.json"
    script.write_text(json.dumps([{"start": {"tien": 5, "tran": 5}}]))
    (begun,) = traced(drawing, script)["steps"]
    assert begun["status"] == "incident"
    assert "1, 2" in begun["error"]
