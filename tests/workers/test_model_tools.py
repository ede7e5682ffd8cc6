"""`quytrinh model check` and `quytrinh model trace`: verdicts and traces of files, however they are made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tests.engine.runtime.drawings import Drawing, document
from tests.office import P06
from tests.processes import HOUSE
from workers.cli import app
from workers.confined import Died, confined
from workers.model_answers import plainly_asked

TWO_TASKS = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
FIELDS = {"rule", "severity", "element_id", "element_name", "line", "message_vi", "message_en"}
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]><d>&a11;</d>"
)
HOSTILE = {
    "nothing": b"",
    "not-xml": b"%PDF-1.7 \x00\xff\xfe",
    "another-xml": b"<html/>",
    "broken": document('<bpmn:process id="P">').encode(),
    "laughs": LAUGHS,
    "outside": b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>',
    "deep": document("<bpmn:process>" * 100_000).encode(),
    "nested": document("<bpmn:subProcess>" * 200 + "</bpmn:subProcess>" * 200).encode(),
    "wide": document("<bpmn:task/>" * 60_000).encode(),
    "large": document("<!--" + " " * 5 * 1024 * 1024 + "-->").encode(),
    "utf-16": document().encode("utf-16"),
    "no-process": document().encode(),
    "attributes": b"<a " + b" ".join(b'x%d="1"' % n for n in range(100_000)) + b"/>",
    "same-ids": document(
        '<bpmn:process id="P"><bpmn:task id="P"/><bpmn:task id="P"/></bpmn:process>'
    ).encode(),
    "no-ids": document("<bpmn:process><bpmn:startEvent/><bpmn:sequenceFlow/></bpmn:process>").encode(),
}


def quytrinh(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["model", *map(str, arguments)])


def checked(*files: Path) -> list[dict[str, Any]]:
    result = quytrinh("check", *files, "--json")
    assert result.exit_code == 0, result.output
    reports: list[dict[str, Any]] = json.loads(result.stdout)
    return reports


def traced(file: Path, script: Path, *more: str) -> dict[str, Any]:
    result = quytrinh("trace", file, "--script", script, "--json", *more)
    assert result.exit_code == 0, result.output
    trace: dict[str, Any] = json.loads(result.stdout)
    return trace


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "hai-viec.bpmn"
    path.write_text(Drawing(TWO_TASKS).xml(), encoding="utf-8")
    return path


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "steps.json"
    path.write_text(
        json.dumps([{"complete": "a", "data": {"tien": 0.1, "ghi_chu": "đã xong"}}, {"complete": "b"}]),
        encoding="utf-8",
    )
    return path


def test_a_model_that_ships_is_accepted_as_a_folder_and_as_a_file() -> None:
    as_folder, as_file = checked(P06, P06 / "model.bpmn")
    assert as_folder == {"file": str(P06), "verdict": "accepted", "findings": []}
    assert as_file == {"file": str(P06 / "model.bpmn"), "verdict": "accepted", "findings": []}


def test_a_finding_names_the_element_and_its_line_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "kich-ban.bpmn"
    xml = (
        Drawing(TWO_TASKS)
        .xml()
        .replace('<bpmn:userTask id="b" name="Bước b">', '<bpmn:scriptTask id="b" name="Bước b">')
    )
    path.write_text(
        xml.replace("</bpmn:userTask>\n<bpmn:endEvent", "</bpmn:scriptTask>\n<bpmn:endEvent"),
        encoding="utf-8",
    )
    (report,) = checked(path)
    assert report["verdict"] == "refused"
    finding = next(each for each in report["findings"] if each["element_id"] == "b")
    assert set(finding) == FIELDS
    assert (finding["severity"], finding["element_name"]) == ("error", "Bước b")
    assert xml.splitlines()[finding["line"] - 1].startswith('<bpmn:scriptTask id="b"')
    assert finding["message_vi"] != finding["message_en"]


def test_what_is_read_as_something_else_is_told(tmp_path: Path) -> None:
    path = tmp_path / "khong-ket-thuc.bpmn"
    path.write_text(Drawing("s:start\n a:user\n s > a").xml(), encoding="utf-8")
    (report,) = checked(path)
    assert report["verdict"] == "rewritten"
    assert "info" in {finding["severity"] for finding in report["findings"]}


def test_a_drawing_alone_may_name_forms_that_are_still_to_come(tmp_path: Path) -> None:
    xml = Drawing(TWO_TASKS).xml()
    form = '<bpmn:extensionElements><gov:form key="don"/></bpmn:extensionElements>'
    path = tmp_path / "model.bpmn"
    path.write_text(xml.replace('name="Bước a">', f'name="Bước a">{form}'), encoding="utf-8")
    alone, bundle = checked(path, tmp_path)
    assert alone["verdict"] == "accepted"
    told = [(finding["severity"], finding["rule"]) for finding in bundle["findings"]]
    assert told[0] == ("error", "form-missing")
    assert ("warning", "nobody-assigned") in told[1:], "what was seen besides is told too, after what refuses"
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "khac.json").write_text('{"components": []}', encoding="utf-8")
    assert checked(path)[0]["verdict"] == "refused"
    (tmp_path / "forms" / "don.json").write_text('{"components": []}', encoding="utf-8")
    assert [report["verdict"] for report in checked(path, tmp_path)] == ["accepted", "accepted"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence(tmp_path: Path, name: str, script: Path) -> None:
    path = tmp_path / f"{name}.bpmn"
    path.write_bytes(HOSTILE[name])
    (report,) = checked(path)
    assert report["verdict"] == "refused"
    assert report["findings"]
    assert all(set(finding) == FIELDS for finding in report["findings"])
    assert traced(path, script) == {"verdict": "refused", "findings": report["findings"], "steps": []}


def test_a_file_that_is_not_there_ends_with_status_1_and_the_others_are_told(
    tmp_path: Path, drawing: Path
) -> None:
    result = quytrinh("check", tmp_path / "khong-co.bpmn", drawing, tmp_path / "rong", "/dev/zero", "--json")
    assert result.exit_code == 1
    assert result.stderr == ""
    verdicts = [
        (report["verdict"], [each["rule"] for each in report["findings"]])
        for report in json.loads(result.stdout)
    ]
    assert [verdict for verdict, _ in verdicts] == ["refused", "accepted", "refused", "refused"]
    assert verdicts[0][1] == ["file-unreadable"]


def test_a_decision_table_is_looked_at_too(tmp_path: Path) -> None:
    path = tmp_path / "muc-phi.dmn"
    rule = "<rule><inputEntry><text>{}</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>"
    path.write_text(
        '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision id="Q"><decisionTable>'
        "<input><inputExpression><text>tien</text></inputExpression></input><output/>"
        f"{rule.format('&lt; 5')}{rule.format('> 5')}</decisionTable></decision></definitions>",
        encoding="utf-8",
    )
    (report,) = checked(path)
    assert (report["verdict"], [each["rule"] for each in report["findings"]]) == (
        "accepted",
        ["decision-gap"],
    )
    path.write_bytes(LAUGHS)
    assert checked(path)[0]["verdict"] == "refused"


def test_a_person_reads_lines(tmp_path: Path, drawing: Path, script: Path) -> None:
    (tmp_path / "x.bpmn").write_bytes(b"<html/>")
    said = quytrinh("check", drawing, tmp_path / "x.bpmn").stdout
    assert f"{drawing}: accepted" in said
    assert "Tệp không phải BPMN 2.0" in said
    assert "completed" in quytrinh("trace", drawing, "--script", script).stdout


def test_a_trace_tells_where_the_case_stands_after_each_step(drawing: Path, script: Path) -> None:
    trace = traced(drawing, script)
    assert trace["verdict"] == "accepted"
    assert {finding["rule"] for finding in trace["findings"]} == {"nobody-assigned"}
    assert trace["steps"] == [
        {
            "status": "running",
            "open": [{"id": "a", "name": "Bước a", "lane": None}],
            "waiting": [],
            "variables": {},
            "ended": [],
        },
        {
            "status": "running",
            "open": [{"id": "b", "name": "Bước b", "lane": None}],
            "waiting": [],
            "variables": {"tien": 0.1, "ghi_chu": "đã xong"},
            "ended": [],
        },
        {
            "status": "completed",
            "open": [],
            "waiting": [],
            "variables": {"tien": 0.1, "ghi_chu": "đã xong"},
            "ended": ["e"],
        },
    ]


def test_moments_are_told_in_utc_and_a_step_that_fails_carries_its_error(tmp_path: Path) -> None:
    path, steps = tmp_path / "hen.bpmn", tmp_path / "steps.json"
    path.write_text(Drawing("s:start\n w:timer in P3D\n e:end\n s > w > e").xml(), encoding="utf-8")
    steps.write_text('[{"complete": "w"}, {"advance": "P3D"}]', encoding="utf-8")
    begun, failed, done = traced(path, steps)["steps"]
    assert begun["waiting"] == [{"id": "w", "kind": "timer", "due": "2026-01-08T01:00:00Z"}]
    assert "“w”" in failed.pop("error")
    assert failed == begun
    assert done["status"] == "completed"


@pytest.mark.parametrize("content", ["", "{", "{}", "NaN", '[{"complete": "\\ud800"}]', "[" * 100_000, "5"])
def test_a_script_that_cannot_be_read_is_told_in_two_sentences(
    tmp_path: Path, drawing: Path, content: str
) -> None:
    path = tmp_path / "steps.json"
    path.write_text(content, encoding="utf-8")
    result = quytrinh("trace", drawing, "--script", path, "--json")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2
    assert result.stdout == ""


def test_a_process_that_is_not_in_the_file_is_told(drawing: Path, script: Path) -> None:
    assert traced(drawing, script, "--process", "P")["verdict"] == "accepted"
    unknown = traced(drawing, script, "--process", "KHAC")
    assert (unknown["verdict"], [each["rule"] for each in unknown["findings"]]) == (
        "refused",
        ["process-unknown"],
    )


@pytest.mark.parametrize("module", ["workers.entry", "workers.cli"])
def test_the_command_ends_cleanly_as_a_process_of_its_own(tmp_path: Path, drawing: Path, module: str) -> None:
    (tmp_path / "laughs.bpmn").write_bytes(LAUGHS)
    ended = subprocess.run(
        [sys.executable, "-m", module, "model", "check", drawing, tmp_path / "laughs.bpmn", "--json"],
        cwd=HOUSE,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert ended.stderr == b""
    assert [report["verdict"] for report in json.loads(ended.stdout)] == ["accepted", "refused"]


def test_looking_at_a_model_loads_no_database(drawing: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "workers.entry", "model", "check", drawing],
        cwd=HOUSE,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert b"engine.runtime" in ended.stderr
    assert b"sqlalchemy" not in ended.stderr


def test_a_command_asked_plainly_needs_no_parser_and_answers_as_the_parser_does(
    tmp_path: Path, drawing: Path, script: Path
) -> None:
    for words in (
        ["check", str(drawing), "--json"],
        ["check", str(drawing)],
        ["trace", str(drawing), "--script", str(script), "--process", "P", "--json"],
    ):
        answer = plainly_asked(words)
        assert answer is not None
        parsed = quytrinh(*words)
        assert (answer.output, answer.status) == (parsed.stdout.rstrip("\n"), parsed.exit_code)
    missing = plainly_asked(["trace", str(drawing), "--script", str(tmp_path / "khong-co.json")])
    assert missing is not None
    assert missing.status == 1
    assert len(missing.complaint.splitlines()) == 2


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["check", "--help"],
        ["check", "a", "--jsn"],
        ["check", "a", "--script", "s"],
        ["check", "--", "a"],
        ["trace", "a"],
        ["trace", "a", "--script"],
        ["trace", "a", "b", "--script", "s"],
    ],
)
def test_anything_odd_is_left_to_the_parser(words: list[str]) -> None:
    assert plainly_asked(words) is None


def test_the_answer_is_readable_whatever_the_terminal_says_of_itself(drawing: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "workers.entry", "model", "check", drawing],
        cwd=HOUSE,
        env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert "chưa có người thực hiện" in ended.stdout.decode()
    assert ended.stderr == b""


@pytest.mark.parametrize(
    "step",
    [
        {"complete": "a", "dta": {}},
        {"complete": "a", "nth": True},
        {"complete": "a", "data": False},
        {"message": "m", "payload": []},
        {"advance": "P1D", "complete": "a"},
        {"advance": "-P1D"},
        {"save_load": False},
        "a",
        None,
    ],
)
def test_a_step_with_a_slip_of_the_pen_is_an_error_on_its_entry(
    tmp_path: Path, drawing: Path, step: object
) -> None:
    path = tmp_path / "steps.json"
    path.write_text(json.dumps([step]), encoding="utf-8")
    begun, entry = traced(drawing, path)["steps"]
    assert entry.pop("error")
    assert entry == begun


def test_data_nested_without_end_are_an_error_on_their_entry(tmp_path: Path, drawing: Path) -> None:
    path = tmp_path / "steps.json"
    path.write_text(f'[{{"complete": "a", "data": {{"x": {"[" * 300}{"]" * 300}}}}}]', encoding="utf-8")
    _, entry = traced(drawing, path)["steps"]
    assert "40" in entry["error"]


def test_every_other_command_is_found_behind_the_entry() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "workers.entry", "model", "--help"],
        cwd=HOUSE,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert all(command in ended.stdout for command in (b"deploy", b"check", b"trace"))


# The child process


def test_confined_work_gives_its_report() -> None:
    assert confined(lambda: {"x": ["đủ", 1]}) == {"x": ["đủ", 1]}


def test_work_that_takes_too_much_memory_dies_alone() -> None:
    with pytest.raises(Died):
        confined(lambda: {"x": len(bytearray(2 * 1024**3))})


def test_work_that_kills_its_process_or_breaks_is_told() -> None:
    def broken() -> dict[str, object]:
        raise KeyError("x")

    with pytest.raises(Died, match="KeyError"):
        confined(broken)
    with pytest.raises(Died):
        confined(lambda: os._exit(3))
