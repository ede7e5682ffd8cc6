"""The offline verifier: any row of an export that is changed, removed, inserted or moved is named."""

from __future__ import annotations

import ast
import copy
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from engine.domain.audit import FIRST_HASH, Event, seal
from engine.domain.day_seal import Act, DaySeal, acts_text, heads_text
from workers import verify_history
from workers.verify_history import Finding, verify

FIRST_CASE, SECOND_CASE = UUID(int=1), UUID(int=2)
OFFICER, AGENCY, TASK = UUID(int=7), UUID(int=8), UUID(int=9)
MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
Lines = list[dict[str, Any]]
PROGRAM = Path(verify_history.__file__)


def chain(case: UUID, length: int) -> tuple[Lines, list[bytes]]:
    """The lines of a case and of its events, and the hashes of these."""
    lines: Lines = []
    hashes = [FIRST_HASH]
    for number in range(1, length + 1):
        event = Event(
            instance=case,
            sequence=number,
            at=MORNING + timedelta(hours=number),
            kind="task.completed",
            actor=OFFICER,
            origin="10.0.0.7",
            element="Task_Duyet",
            task=TASK,
            data=json.dumps({"lan": number, "ý": 'bút phê "đồng ý"'}, ensure_ascii=False),
        )
        hashes.append(seal(event, hashes[-1]))
        lines.append(
            {
                "type": "event",
                "instance": str(case),
                "sequence": number,
                "at": event.at.isoformat(),
                "kind": event.kind,
                "actor": str(OFFICER),
                "origin": event.origin,
                "element": event.element,
                "task": str(TASK),
                "data": event.data,
                "hash": hashes[-1].hex(),
            }
        )
    head = {"type": "case", "instance": str(case), "agency": str(AGENCY), "code": "P06-2026-0001"}
    return [{**head, "sequence": length, "hash": hashes[-1].hex()}, *lines], hashes


def act(number: int) -> Act:
    return Act(
        id=number, at=MORNING, kind="signed_in", actor=OFFICER, agency=AGENCY, origin="10.0.0.7", data="{}"
    )


def act_line(one: Act) -> dict[str, Any]:
    return {
        "type": "act",
        "id": one.id,
        "at": one.at.isoformat(),
        "kind": one.kind,
        "actor": str(one.actor),
        "agency": str(one.agency),
        "origin": one.origin,
        "data": one.data,
    }


def day_line(day: DaySeal) -> dict[str, Any]:
    return {
        "type": "day",
        "day": day.day.isoformat(),
        "sealed_at": day.sealed_at.isoformat(),
        "heads": day.heads,
        "acts": day.acts,
        "acts_through": day.acts_through,
        "previous": day.previous.hex(),
        "root": day.root().hex(),
    }


def days(first: list[bytes], second: list[bytes]) -> Lines:
    """Three days: the first case after two events, then all of both, then nothing new."""
    previous, lines = FIRST_HASH, []
    heads: tuple[list[tuple[UUID, int, bytes]], ...] = (
        [(FIRST_CASE, 2, first[2])],
        [(FIRST_CASE, 5, first[5]), (SECOND_CASE, 3, second[3])],
        [],
    )
    for number, ends in enumerate(heads):
        sealed = DaySeal(
            day=date(2026, 11, 23) + timedelta(days=number),
            sealed_at=MORNING + timedelta(days=number + 1),
            heads=heads_text(ends),
            acts=acts_text([act(2 * number + 1), act(2 * number + 2)]),
            acts_through=2 * number + 2,
            previous=previous,
        )
        lines.append(day_line(sealed))
        previous = sealed.root()
    return lines


def export() -> Lines:
    """A whole record: three days, a case of five events and one of three, seven acts."""
    one, first = chain(FIRST_CASE, 5)
    two, second = chain(SECOND_CASE, 3)
    header = {"type": "record", "format": "quytrinh-history/1", "made_at": "2026-11-26", "instance": None}
    end = {"type": "end", "day": 3, "case": 2, "event": 8, "act": 7}
    return [header, *days(first, second), *one, *two, *(act_line(act(n)) for n in range(1, 8)), end]


def place(lines: Lines, sequence: int, case: UUID = FIRST_CASE) -> int:
    """Where an event of the case stands."""
    return next(
        index
        for index, line in enumerate(lines)
        if line["type"] == "event" and (line["instance"], line["sequence"]) == (str(case), sequence)
    )


def where(finding: Finding) -> tuple[str, str, str, int | None]:
    return finding.what, finding.part, finding.row, finding.sequence


def test_a_whole_record_is_found_whole() -> None:
    report = verify(export())
    assert report.findings == []
    assert (report.cases, report.events, report.acts, report.days, report.unsealed) == (2, 8, 7, 3, 1)


CHANGES = {
    "at": "2026-11-23T04:00:01+00:00",
    "kind": "task.claimed",
    "actor": str(UUID(int=99)),
    "origin": "10.0.0.8",
    "element": "Task_Khac",
    "task": None,
    "data": '{"lan":30}',
    "hash": "00" * 32,
}


@pytest.mark.parametrize("field", CHANGES)
@pytest.mark.parametrize("sequence", [1, 3, 5])
def test_a_changed_field_of_an_event_is_found_and_the_event_named(field: str, sequence: int) -> None:
    lines = export()
    row = lines[place(lines, sequence)]
    assert row[field] != CHANGES[field]
    row[field] = CHANGES[field]
    (finding,) = verify(lines).findings
    assert where(finding) == ("changed", "event", str(FIRST_CASE), sequence)
    assert (finding.differs == "hash") == (field == "hash")


@pytest.mark.parametrize(("field", "value"), [("sequence", 4), ("instance", str(SECOND_CASE))])
def test_an_event_under_another_number_or_case_is_missed_where_it_was(field: str, value: object) -> None:
    lines = export()
    lines[place(lines, 3)][field] = value
    assert ("removed", "event", str(FIRST_CASE), 3) in map(where, verify(lines).findings)


@pytest.mark.parametrize("sequence", [1, 3, 5])
def test_a_removed_event_is_named(sequence: int) -> None:
    lines = export()
    del lines[place(lines, sequence)]
    lines[-1]["event"] -= 1
    (finding,) = verify(lines).findings
    assert where(finding) == ("removed", "event", str(FIRST_CASE), sequence)


def test_an_event_removed_is_named_also_where_the_rest_was_numbered_anew() -> None:
    lines = export()
    at = place(lines, 2)
    del lines[at]
    for row in lines[at : at + 3]:
        row["sequence"] -= 1
    assert where(verify(lines).findings[0]) == ("removed", "event", str(FIRST_CASE), 2)


def test_an_inserted_event_is_named_with_its_number_twice_or_the_rest_numbered_anew() -> None:
    lines = export()
    at = place(lines, 3)
    lines.insert(at, copy.deepcopy(lines[at]) | {"data": "{}"})
    lines[-1]["event"] += 1
    # Of two that carry one number the chain says which does not belong.
    assert where(verify(lines).findings[0])[1:] == ("event", str(FIRST_CASE), 3)
    for row in lines[at + 1 : at + 4]:
        row["sequence"] += 1
    assert where(verify(lines).findings[0]) == ("inserted", "event", str(FIRST_CASE), 3)


def test_an_event_added_at_the_end_is_named() -> None:
    longer, _hashes = chain(FIRST_CASE, 6)
    lines = export()
    lines.insert(place(lines, 5) + 1, longer[-1])
    lines[-1]["event"] += 1
    assert where(verify(lines).findings[0]) == ("inserted", "event", str(FIRST_CASE), 6)


@pytest.mark.parametrize("numbered_anew", [False, True])
def test_events_that_changed_places_are_named(*, numbered_anew: bool) -> None:
    lines = export()
    at = place(lines, 2)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    if numbered_anew:
        lines[at]["sequence"], lines[at + 1]["sequence"] = 2, 3
    finding = verify(lines).findings[0]
    assert where(finding) == ("reordered", "event", str(FIRST_CASE), 2 if numbered_anew else 3)


def test_an_event_moved_into_another_case_is_found() -> None:
    lines = export()
    lines.insert(place(lines, 2, SECOND_CASE), lines.pop(place(lines, 3)))
    assert {where(one)[:3] for one in verify(lines).findings} == {
        ("removed", "event", str(FIRST_CASE)),
        ("reordered", "event", str(FIRST_CASE)),
    }


def test_a_chain_written_anew_from_end_to_end_is_not_what_its_day_sealed() -> None:
    lines = export()
    forged, _hashes = chain(FIRST_CASE, 5)
    previous = FIRST_HASH
    for row in forged[1:]:
        row["origin"] = "10.0.0.9"
        event = Event(
            instance=FIRST_CASE,
            sequence=row["sequence"],
            at=datetime.fromisoformat(row["at"]),
            kind=row["kind"],
            actor=OFFICER,
            origin=row["origin"],
            element=row["element"],
            task=TASK,
            data=row["data"],
        )
        previous = seal(event, previous)
        row["hash"] = previous.hex()
    forged[0]["hash"] = previous.hex()
    start = next(index for index, line in enumerate(lines) if line["type"] == "case")
    lines[start : start + 6] = forged
    (finding,) = verify(lines).findings
    assert where(finding) == ("changed", "event", str(FIRST_CASE), 2)
    without_days = [line for line in lines if line["type"] != "day"]
    without_days[-1]["day"] = 0
    assert verify(without_days).findings == []  # nothing but a root can tell


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("day", "2026-11-30"),
        ("sealed_at", "2026-11-25T01:00:01+00:00"),
        ("heads", ""),
        ("acts", ""),
        ("acts_through", 0),
        ("previous", "00" * 32),
        ("root", "11" * 32),
    ],
)
def test_a_changed_field_of_a_days_root_is_found(field: str, value: object) -> None:
    lines = export()
    lines[2][field] = value
    finding = verify(lines).findings[0]
    assert (finding.what, finding.part, finding.row) == ("changed", "day", str(lines[2]["day"]))


def test_a_removed_or_moved_day_is_named() -> None:
    lines = export()
    del lines[2]
    lines[-1]["day"] = 2
    assert where(verify(lines).findings[0])[:3] == ("removed", "day", "2026-11-25")
    lines = export()
    lines[1], lines[2] = lines[2], lines[1]
    assert any(finding.part == "day" for finding in verify(lines).findings)


def test_a_root_noted_elsewhere_shows_that_the_newest_days_were_taken_away_or_written_anew() -> None:
    lines = export()
    noted = {line["day"]: line["root"] for line in lines if line["type"] == "day"}
    assert verify(lines, noted).findings == []
    (finding,) = verify(lines, {"2026-11-24": "22" * 32}).findings
    assert where(finding)[:3] == ("changed", "day", "2026-11-24")
    del lines[3]
    lines[-1]["day"] = 2
    (finding,) = verify(lines, noted).findings
    assert where(finding)[:3] == ("removed", "day", "2026-11-25")


@pytest.mark.parametrize("field", ["at", "kind", "actor", "agency", "origin", "data"])
def test_a_changed_field_of_an_act_is_found(field: str) -> None:
    lines = export()
    line = next(one for one in lines if one["type"] == "act" and one["id"] == 3)
    line[field] = "khác"
    (finding,) = verify(lines).findings
    assert where(finding)[:3] == ("changed", "act", "3")


def test_an_act_removed_inserted_or_moved_is_named() -> None:
    def acts(change: Callable[[Lines], object]) -> list[tuple[str, str, str]]:
        lines = export()
        inside = [line for line in lines if line["type"] == "act"]
        change(inside)
        rest = [line for line in lines if line["type"] not in {"act", "end"}]
        return [where(one)[:3] for one in verify([*rest, *inside, lines[-1] | {"act": len(inside)}]).findings]

    assert acts(lambda inside: inside.pop(2)) == [("removed", "act", "3")]
    assert acts(lambda inside: inside.insert(2, inside.pop(0))) == [("reordered", "act", "1")]
    assert acts(lambda inside: inside.insert(0, inside[0] | {"id": 0})) == [("inserted", "act", "0")]


def test_a_case_that_was_sealed_and_is_gone_is_named() -> None:
    lines = [line for line in export() if line.get("instance") != str(SECOND_CASE)]
    lines[-1] |= {"case": 1, "event": 5}
    (finding,) = verify(lines).findings
    assert where(finding)[:3] == ("removed", "case", str(SECOND_CASE))


def test_an_export_of_one_case_is_not_asked_for_the_others() -> None:
    lines = [line for line in export() if line.get("instance") != str(SECOND_CASE) and line["type"] != "act"]
    lines[0]["instance"] = str(FIRST_CASE)
    lines[-1] |= {"case": 1, "event": 5, "act": 0}
    assert verify(lines).findings == []


@pytest.mark.parametrize("cut", [1, 4, 12])
def test_a_file_that_stops_early_is_not_whole(cut: int) -> None:
    assert verify(export()[:-cut]).findings


def test_nonsense_in_a_file_is_a_finding_and_never_a_fall(tmp_path: Path) -> None:
    for line in ("", "{}", "[]", "null", '{"type":"event"}', '{"type":[]}', "\udcff", '{"type":"end","x":1}'):
        texts = [json.dumps(one, ensure_ascii=False) for one in export()]
        texts.insert(8, line)
        file = tmp_path / "export.jsonl"
        file.write_text("\n".join(texts), encoding="utf-8", errors="surrogateescape")
        assert verify(verify_history.read_file(str(file))).findings, line
    nonsense: dict[str, object] = {"hash": "không", "sequence": "3", "data": {}, "at": None}
    for field, value in nonsense.items():
        lines = export()
        lines[place(lines, 3)][field] = value
        assert verify(lines).findings, field


def test_the_program_runs_alone_and_says_whole_or_not_by_its_exit_status(tmp_path: Path) -> None:
    program, file = tmp_path / "verify_history.py", tmp_path / "export.jsonl"
    program.write_bytes(PROGRAM.read_bytes())
    lines = export()

    def run(*arguments: str) -> tuple[int, str]:
        file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
        alone = [sys.executable, "-I", "-S", str(program), *arguments]
        done = subprocess.run(alone, capture_output=True, text=True, check=False, encoding="utf-8")
        return done.returncode, done.stdout

    status, said = run(str(file))
    assert (status, "Toàn vẹn" in said) == (0, True)
    lines[place(lines, 3)]["kind"] = "task.returned"
    status, said = run(str(file))
    assert status == 1
    assert f"{FIRST_CASE} #3: đã bị sửa" in said
    assert run()[0] == 2


def test_the_program_needs_only_the_standard_library_of_an_old_python() -> None:
    tree = ast.parse(PROGRAM.read_text(encoding="utf-8"), feature_version=(3, 8))
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in named} <= sys.stdlib_module_names
    assert "tomllib" not in named
