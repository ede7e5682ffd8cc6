"""Reads decision tables in a process of its own, as any file that a stranger may have written (`proving`)."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from engine.domain.definition import Severity
from engine.runtime.decision_sheets import Sheet, SheetColumn, SheetRule
from engine.runtime.limits import take_limits, write_no_files
from qms.designer.table_reading import (
    AskedVariable,
    Outcome,
    TableAsked,
    TableFinding,
    TableRead,
    read_table,
)

CPU_SECONDS: Final = 10
WALL_SECONDS: Final = 30.0
MEMORY_BYTES: Final = 1024**3
_HOUSE: Final = Path(__file__).parents[2]


def read_table_apart(asked: TableAsked) -> TableRead:
    """Read it in a child process with limits; what comes to no end is a finding too."""
    request = {
        "content": b64encode(asked.content).decode(),
        "known": dict(asked.known),
        "texts": None if asked.texts is None else dict(asked.texts),
    }
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "qms.designer.table_apart"],
            input=json.dumps(request).encode(),
            capture_output=True,
            cwd=_HOUSE,
            env={"PYTHONPATH": str(_HOUSE), "PYTHONUTF8": "1"},
            timeout=WALL_SECONDS,
            check=True,
        )
        return _received(json.loads(ended.stdout))
    except (subprocess.SubprocessError, ValueError):
        return TableRead(sheet=None, tables=0, findings=(_UNFINISHED,))


_UNFINISHED: Final = TableFinding(
    rule="check-unfinished",
    severity=Severity.ERROR.value,
    row=None,
    column=None,
    element_id="",
    message_vi="Bảng quá lớn hoặc không dừng: kiểm tra không xong trong giới hạn thời gian và bộ nhớ.",
    message_en="The table is too large or never rests: its check did not end within its limits.",
)


def _received(raw: Mapping[str, Any]) -> TableRead:
    outcome = raw["outcome"]
    return TableRead(
        sheet=None if raw["sheet"] is None else _sheet(raw["sheet"]),
        tables=raw["tables"],
        findings=tuple(TableFinding(**each) for each in raw["findings"]),
        variables=tuple(AskedVariable(**each) for each in raw["variables"]),
        outcome=None if outcome is None else _outcome(outcome),
    )


def _sheet(raw: Mapping[str, Any]) -> Sheet:
    def column(each: Mapping[str, Any]) -> SheetColumn:
        return SheetColumn(**{**each, "ids": tuple(each["ids"])})

    def rule(each: Mapping[str, Any]) -> SheetRule:
        lists = {name: tuple(each[name]) for name in ("cell_ids", "inputs", "outputs")}
        return SheetRule(**{**each, **lists})

    return Sheet(
        **{
            **raw,
            "inputs": tuple(map(column, raw["inputs"])),
            "outputs": tuple(map(column, raw["outputs"])),
            "rules": tuple(map(rule, raw["rules"])),
        }
    )


def _outcome(raw: Mapping[str, Any]) -> Outcome:
    return Outcome(
        rules=tuple(raw["rules"]),
        rows=tuple(tuple(row) for row in raw["rows"]),
        wrong={name: (told[0], told[1]) for name, told in raw["wrong"].items()},
        refused=None if raw["refused"] is None else (raw["refused"][0], raw["refused"][1]),
        by_default=raw["by_default"],
    )


def main() -> None:
    """The child: read the request, take on the limits, answer."""
    request = json.loads(sys.stdin.buffer.read())
    take_limits(cpu_seconds=CPU_SECONDS, memory_bytes=MEMORY_BYTES)
    write_no_files()
    asked = TableAsked(content=b64decode(request["content"]), known=request["known"], texts=request["texts"])
    try:
        read = read_table(asked)
    except Exception:  # noqa: BLE001 - whatever a hostile file breaks, the caller gets an answer
        read = TableRead(sheet=None, tables=0, findings=(_UNFINISHED,))
    sys.stdout.write(json.dumps(asdict(read)))


if __name__ == "__main__":
    main()
