"""Verify an exported history of Quytrinh: needs this file and Python 3.8 or newer, nothing else.

    python3 verify_history.py FILE [--root 2026-11-22=HASH ...]

Every event carries the SHA-256 of the hash before it and of its own fields; every day has a root over the
ends of all chains, chained to the day before. A root that somebody noted elsewhere (`--root`) proves that
nobody has written the whole record anew. Of a case destroyed by minutes the hashes are left: its last event
seals what is left of each event before it, and an act of approval must name the case.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

FORMAT = "quytrinh-history/1"
FIRST = "0" * 64
EVENT = ("instance", "sequence", "at", "kind", "actor", "origin", "element", "task", "data")
ACT = ("id", "at", "kind", "actor", "agency", "origin", "data")
DISPOSED, TOMBSTONE, APPROVED = "record.disposed", '{"disposed":true}', "disposal.approved"

CHANGED, REMOVED, INSERTED, REORDERED = "changed", "removed", "inserted", "reordered"
UNREADABLE = "unreadable"
VIETNAMESE = {
    CHANGED: "đã bị sửa",
    REMOVED: "đã bị xóa",
    INSERTED: "đã bị chèn thêm",
    REORDERED: "đã bị đổi thứ tự",
    UNREADABLE: "không đọc được",
}


class Finding(NamedTuple):
    """The first thing wrong in a chain: which row (instance and sequence, a day, an act) and what of it."""

    what: str
    part: str
    row: str
    sequence: int | None
    differs: str

    def __str__(self) -> str:
        place = self.row if self.sequence is None else f"{self.row} #{self.sequence}"
        return f"{self.part} {place}: {VIETNAMESE[self.what]} / {self.what} ({self.differs})"


class Destroyed(NamedTuple):
    """A case whose content was destroyed by minutes; its hashes still hold."""

    instance: str
    code: str
    disposal: str
    minutes: str
    minutes_on: str

    def __str__(self) -> str:
        told = f"{self.minutes}, {self.minutes_on}"
        return f"{self.code}: đã tiêu hủy theo biên bản số / destroyed by minutes {told}"


class Report(NamedTuple):
    """What was looked at and what is wrong; `unsealed` rows came after the newest root."""

    cases: int
    events: int
    acts: int
    days: int
    unsealed: int
    newest_day: str | None
    newest_root: str | None
    findings: list[Finding]
    destroyed: list[Destroyed]


class _Record:
    """What has been read so far."""

    def __init__(self, noted: dict[str, str]) -> None:
        self.noted = noted
        self.findings: list[Finding] = []
        self.counted = {"day": 0, "case": 0, "event": 0, "act": 0}
        self.unsealed = 0
        self.scope: str | None = None
        self.heads: dict[str, dict[int, str]] = {}
        self.acts: dict[int, str] = {}
        self.days: list[dict[str, Any]] = []
        self.cases: set[str] = set()
        self.case: dict[str, Any] | None = None
        self.rows: list[dict[str, Any]] = []
        self.last_act = -1
        self.destroyed: list[Destroyed] = []
        self.approved: set[tuple[str, str, str]] = set()

    def found(self, what: str, part: str, row: object, differs: str, sequence: int | None = None) -> None:
        self.findings.append(Finding(what, part, str(row), sequence, differs))

    # ---- days -----------------------------------------------------------------------------------

    def day(self, line: dict[str, Any]) -> None:
        """One root, in the order of days; the first that does not fit is named."""
        broken = self._day_fault(line)
        if broken and not any(finding.part == "day" for finding in self.findings):
            self.found(broken[0], "day", line["day"], broken[1])
        self.days.append(line)
        for text in line["heads"].splitlines():
            instance, sequence, sealed = text.split(" ")
            self.heads.setdefault(instance, {})[int(sequence)] = sealed
        for text in line["acts"].splitlines():
            number, sealed = text.split(" ")
            self.acts[int(number)] = sealed

    def _day_fault(self, line: dict[str, Any]) -> tuple[str, str] | None:
        noted = self.noted.pop(line["day"], None)
        if noted is not None and noted != line["root"]:
            return CHANGED, "root is not the one noted"
        if _sealed_day(line) != line["root"]:
            return CHANGED, "its fields do not give its root"
        before = self.days[-1] if self.days else None
        if before is None:
            return None if line["previous"] == FIRST else (REMOVED, "the days before it are missing")
        expected = date.fromisoformat(before["day"]) + timedelta(days=1)
        if date.fromisoformat(line["day"]) < expected:
            return REORDERED, f"stands after {before['day']}"
        if date.fromisoformat(line["day"]) > expected:
            return REMOVED, f"{expected.isoformat()} is missing before it"
        if line["previous"] != before["root"]:
            return CHANGED, "does not follow from the root of the day before"
        return None

    # ---- cases and their events -----------------------------------------------------------------

    def begin_case(self, line: dict[str, Any]) -> None:
        self.end_case()
        _require_numbers(line["sequence"])
        if line["instance"] in self.cases:
            self.found(REORDERED, "case", line["instance"], "stands in two places")
        self.cases.add(line["instance"])
        self.case = line

    def event(self, line: dict[str, Any]) -> None:
        if self.case is None or line["instance"] != self.case["instance"]:
            what = REORDERED if line["instance"] in self.cases else INSERTED
            self.found(what, "event", line["instance"], "stands outside its case", line["sequence"])
            return
        _require_numbers(line["sequence"])
        self.rows.append(line)

    def end_case(self) -> None:
        """All rows of a case are there: follow its chain."""
        if self.case is None:
            return
        finding = _chain_fault(self.case, self.rows, self.heads.get(self.case["instance"], {}))
        if finding is not None:
            self.findings.append(finding)
        self.destroyed += _destroyed(self.case, self.rows)
        last = max(self.heads.get(self.case["instance"], {0: ""}))
        self.unsealed += sum(1 for row in self.rows if row["sequence"] > last)
        self.case, self.rows = None, []

    # ---- acts of authority ----------------------------------------------------------------------

    def act(self, line: dict[str, Any]) -> None:
        number = line["id"]
        if number <= self.last_act:
            self.found(REORDERED, "act", number, f"stands after {self.last_act}")
        self.last_act = max(number, self.last_act)
        if line["kind"] == APPROVED:
            data = json.loads(line["data"])
            if line["actor"] not in {None, data["proposed_by"]}:
                self.approved |= {(case, data["disposal"], data["minutes"]) for case in data["cases"]}
        sealed = self.acts.pop(number, None)
        if sealed is None:
            # The day before the newest may still have come too early for what was being written.
            if len(self.days) > 1 and number <= self.days[-2]["acts_through"]:
                self.found(INSERTED, "act", number, "no day has sealed it")
            self.unsealed += 1
        elif sealed != _sealed_act(line):
            self.found(CHANGED, "act", number, "its fields do not give its seal")

    # ---- the end --------------------------------------------------------------------------------

    def end(self, line: dict[str, Any] | None) -> None:
        self.end_case()
        if line is None:
            self.found(REMOVED, "file", "end", "the file stops before its last line")
        else:
            for name, count in self.counted.items():
                if line.get(name) != count:
                    what = REMOVED if count < line.get(name, 0) else INSERTED
                    self.found(what, "file", name, f"{count} lines instead of {line.get(name)}")
        for day in self.noted:
            self.found(REMOVED, "day", day, "noted, but not in the record")
        if self.scope is not None:
            return
        for instance in sorted(self.heads.keys() - self.cases):
            self.found(REMOVED, "case", instance, "a day has sealed it")
        for number in sorted(self.acts):
            self.found(REMOVED, "act", number, "a day has sealed it")
        for one in self.destroyed:
            if (one.instance, one.disposal, one.minutes) not in self.approved:
                self.found(REMOVED, "case", one.instance, "no act approved its disposal by these minutes")

    def report(self) -> Report:
        newest = self.days[-1] if self.days else {}
        return Report(
            self.counted["case"],
            self.counted["event"],
            self.counted["act"],
            self.counted["day"],
            self.unsealed,
            newest.get("day"),
            newest.get("root"),
            self.findings,
            self.destroyed,
        )


def verify(lines: Iterable[dict[str, Any]], noted: dict[str, str] | None = None) -> Report:
    """Follow all chains of the lines of an export; `noted` are roots by day that were kept elsewhere."""
    record = _Record(dict(noted or {}))
    closing = None
    for number, line in enumerate(lines, start=1):
        try:
            if closing is not None:
                record.found(INSERTED, "file", f"line {number}", "stands after the last line")
            elif line["type"] == "end":
                closing = line
            else:
                _read(record, line, number)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            record.found(UNREADABLE, "file", f"line {number}", repr(error))
    record.end(closing)
    return record.report()


def _read(record: _Record, line: dict[str, Any], number: int) -> None:
    kind = line["type"]
    if number == 1:
        if kind != "record" or line["format"] != FORMAT:
            raise ValueError(f"not an export of the format {FORMAT}")
        record.scope = line["instance"]
        return
    record.counted[kind] += 1
    reader = {"day": record.day, "case": record.begin_case, "event": record.event, "act": record.act}
    reader[kind](line)


# ---- one chain ----------------------------------------------------------------------------------


def _chain_fault(case: dict[str, Any], rows: list[dict[str, Any]], heads: dict[int, str]) -> Finding | None:
    """The first row of the chain that is not as it was written."""
    previous, last_sealed = FIRST, 0
    remains = _remains(case, rows)
    for index, row in enumerate(rows):
        what, differs = _row_fault(case, rows, index, previous, remains)
        if what:
            # Of a removed row only the number is left.
            sequence = index + 1 if what == REMOVED else row["sequence"]
            return Finding(what, "event", case["instance"], sequence, differs)
        previous = row["hash"]
        sealed = heads.get(index + 1, previous)
        if sealed != previous:
            differs = f"it, or one after #{last_sealed}, is not what the root of its day sealed"
            return Finding(CHANGED, "event", case["instance"], index + 1, differs)
        if index + 1 in heads:
            last_sealed = index + 1
    return _end_fault(case, len(rows), previous, heads)


def _end_fault(case: dict[str, Any], length: int, last: str, heads: dict[int, str]) -> Finding | None:
    expected = max([case["sequence"], *heads])
    if length < expected:
        return Finding(REMOVED, "event", case["instance"], length + 1, f"the chain goes to #{expected}")
    if length > case["sequence"]:
        return Finding(INSERTED, "event", case["instance"], case["sequence"] + 1, "the case does not know it")
    if last != case["hash"]:
        return Finding(CHANGED, "case", case["instance"], length, "hash of the last event")
    return None


def _row_fault(
    case: dict[str, Any], rows: list[dict[str, Any]], index: int, previous: str, remains: dict[int, str]
) -> tuple[str, str]:
    row, expected = rows[index], index + 1
    if row["sequence"] > expected:
        later = any(other["sequence"] == expected for other in rows[index:])
        return (REORDERED, f"stands where #{expected} should") if later else (REMOVED, "number missing")
    if row["sequence"] < expected:
        return INSERTED, "its number stands twice"
    if row["data"] == TOMBSTONE or expected in remains:
        if row["data"] == TOMBSTONE and remains.get(expected) == _sealed_remains(row):
            return "", ""
        return CHANGED, "what is left of it is not what a disposal sealed"
    sealed = _sealed_event(row, previous)
    if sealed == row["hash"]:
        return "", ""
    if index + 1 == len(rows):
        own = sealed == case["hash"]
        return CHANGED, "hash" if own else "its fields do not give its hash"
    return _told_apart(row, rows[index + 1], previous, sealed)


def _told_apart(
    row: dict[str, Any], following: dict[str, Any], previous: str, sealed: str
) -> tuple[str, str]:
    """What the row after it says of one whose hash is wrong: also of those who numbered the rest anew."""
    if _sealed_event(following, sealed) == following["hash"]:
        return CHANGED, "hash"
    if _sealed_event(following, previous, -1) == following["hash"]:
        if _sealed_event(row, following["hash"], +1) == row["hash"]:
            return REORDERED, "changed places with the next"
        return INSERTED, "the next row was numbered anew"
    if _sealed_event(following, row["hash"], +1) == following["hash"]:
        return REMOVED, "the rows after it were numbered anew"
    return CHANGED, "its fields do not give its hash"


# ---- what disposal left -------------------------------------------------------------------------


def _disposal(case: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The data of the event that tells of the disposal, if it tells of this very case."""
    told = [row["data"] for row in rows if row["kind"] == DISPOSED]
    if len(told) != 1:
        return None
    try:
        disposal: dict[str, Any] = json.loads(told[0])
        dict(disposal["remains"])
        return disposal if disposal["code"] == case["code"] and disposal["minutes"] else None
    except (KeyError, TypeError, ValueError):
        return None


def _remains(case: dict[str, Any], rows: list[dict[str, Any]]) -> dict[int, str]:
    """By its number the seal of each event that lost its data."""
    disposal = _disposal(case, rows)
    return {} if disposal is None else dict(disposal["remains"])


def _destroyed(case: dict[str, Any], rows: list[dict[str, Any]]) -> list[Destroyed]:
    disposal = _disposal(case, rows)
    if disposal is None:
        return []
    told = (str(disposal.get(name)) for name in ("disposal", "minutes", "minutes_on"))
    return [Destroyed(case["instance"], case["code"], *told)]


def _sealed_remains(row: dict[str, Any]) -> str:
    return _hash(_json([row[name] for name in EVENT if name != "data"] + [row["hash"]]))


# ---- seals --------------------------------------------------------------------------------------


def _sealed_event(row: dict[str, Any], previous: str, moved: int = 0) -> str:
    """The hash of an event after another, had it the number `moved` further."""
    fields = [row[name] for name in EVENT]
    fields[1] += moved
    return _hash(_raw(previous) + _json(fields))


def _sealed_act(row: dict[str, Any]) -> str:
    return _hash(_json([row[name] for name in ACT]))


def _sealed_day(line: dict[str, Any]) -> str:
    fields = [
        line["day"],
        line["sealed_at"],
        _hash(_bytes(line["heads"])),
        _hash(_bytes(line["acts"])),
        line["acts_through"],
    ]
    return _hash(_raw(line["previous"]) + _json(fields))


def _raw(sealed: str) -> bytes:
    """The bytes of a hash; none for what is no hash, from which nothing follows."""
    try:
        return bytes.fromhex(sealed)
    except ValueError:
        return b""


def _require_numbers(number: object) -> None:
    if not isinstance(number, int):
        raise TypeError(f"{number!r} is no number")


def _json(fields: list[Any]) -> bytes:
    return _bytes(json.dumps(fields, ensure_ascii=False, separators=(",", ":")))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


# ---- as a program -------------------------------------------------------------------------------


def read_file(path: str) -> Iterator[dict[str, Any]]:
    """The lines of an export; what is no JSON becomes an empty line, which is a finding."""
    with Path(path).open(encoding="utf-8", errors="surrogateescape", newline="\n") as lines:
        for text in lines:
            try:
                line = json.loads(text)
            except (ValueError, RecursionError):
                line = {}
            yield line if isinstance(line, dict) else {}


def told(report: Report) -> str:
    """The report for a reader."""
    lines = [str(finding) for finding in report.findings] + [str(one) for one in report.destroyed]
    lines.append(
        f"{report.cases} hồ sơ / cases, {report.events} sự kiện / events, {report.acts} hành vi / acts,"
        f" {report.days} ngày niêm / sealed days, {report.unsealed} chưa niêm / not sealed yet"
    )
    if report.newest_day:
        lines.append(f"{report.newest_day}={report.newest_root}")
    count = len(report.findings)
    lines.append(f"{count} sai lệch / findings" if count else "Toàn vẹn / Whole")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """0: whole; 1: something is wrong; 2: not asked as it should be."""
    files, noted, waiting = [], {}, list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--root" and waiting:
            day, _equals, root = waiting.pop(0).partition("=")
            noted[day] = root.strip().lower()
        else:
            files.append(argument)
    if len(files) != 1 or files[0].startswith("-"):
        sys.stderr.write("python3 verify_history.py FILE [--root 2026-11-22=HASH ...]\n")
        return 2
    report = verify(read_file(files[0]), noted)
    sys.stdout.write(told(report) + "\n")
    return 1 if report.findings else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
