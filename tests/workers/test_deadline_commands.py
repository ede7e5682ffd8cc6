"""`quytrinh deadline compute` with a clock ledger and a calendar of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from workers.cli import app

PAUSED = [
    {"kind": "pause", "at": "2026-10-07", "basis": "Điều 54", "authority": "Chủ tịch"},
    {"kind": "resume", "at": "2026-10-09T00:00:00+07:00"},
]
ASKED = ("deadline", "compute", "--policy", "DL-GPXD-7", "--anchor", "2026-10-05", "--json")


def computed(*arguments: str) -> dict[str, object]:
    result = CliRunner().invoke(app, [*ASKED, *arguments])
    assert result.exit_code == 0, result.output
    report: dict[str, object] = json.loads(result.stdout)
    return report


def refused(*arguments: str) -> str:
    result = CliRunner().invoke(app, [*ASKED, *arguments])
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2
    return result.stderr


def test_a_ledger_moves_the_dates_and_shows_its_stretches(tmp_path: Path) -> None:
    file = tmp_path / "so.json"
    file.write_text(json.dumps(PAUSED))
    report = computed("--ledger", str(file), "--at", "2026-10-09T09:30")
    assert (computed()["legal_due"], report["legal_due"]) == ("2026-10-14", "2026-10-16")
    stretches = report["intervals"]
    assert isinstance(stretches, list)
    assert [(one["running"], one["working_minutes"]) for one in stretches] == [
        (True, 960),
        (False, 960),
        (True, 120),
    ]
    assert (report["elapsed"], report["stood"], report["paused_since"]) == (1080, 960, None)
    assert report["remaining"] == 5 * 480 + 360
    assert "intervals" not in computed()


def test_a_calendar_of_ones_own_is_counted_by(tmp_path: Path) -> None:
    table, listed = tmp_path / "lich.csv", tmp_path / "lich.json"
    table.write_text("day,kind,name,basis,confirmed\n2026-10-06,holiday,Nghỉ,TB 1,yes\n")
    listed.write_text(json.dumps([{"day": "2026-10-06", "kind": "off_swapped", "confirmed": False}]))
    assert computed("--calendar", str(table))["legal_due"] == "2026-10-15"
    report = computed("--calendar", str(listed))
    assert (report["legal_due"], report["unconfirmed"]) == ("2026-10-15", True)


@pytest.mark.parametrize(
    ("option", "content", "said"),
    [
        ("--ledger", "{", "không phải một danh sách JSON"),
        ("--ledger", "[1]", "mục 1"),
        ("--ledger", json.dumps([{"kind": "stop", "at": "2026-10-07"}]), "mục 1"),
        ("--ledger", json.dumps([{"kind": "pause", "at": "mai"}]), "mục 1"),
        ("--ledger", json.dumps([{"kind": "pause", "at": "2026-10-07", "untill": "x"}]), "untill"),
        ("--ledger", json.dumps([PAUSED[0], PAUSED[0]]), "đã dừng từ"),
        ("--ledger", json.dumps([PAUSED[1]]), "không cần tiếp tục"),
        ("--ledger", json.dumps([{"kind": "extension", "at": "2026-10-07"}]), "Gia hạn phải ghi"),
        ("--calendar", "ngay;loai\n", "cần các cột"),
        ("--calendar", "day,kind,confirmed\n2026-10-06,holiday,maybe\n", "mục 1"),
        ("--calendar", "day,kind\n2026-10-06,holiday\n2026-10-06,half_day\n", "ghi hai lần"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_two_sentences(
    tmp_path: Path, option: str, content: str, said: str
) -> None:
    file = tmp_path / "tep"
    file.write_text(content)
    assert said in refused(option, str(file))


def test_a_file_that_is_not_there_and_a_moment_that_is_none_are_refused(tmp_path: Path) -> None:
    assert "không mở được" in refused("--ledger", str(tmp_path / "khong-co.json"))
    file = tmp_path / "so.json"
    file.write_text(json.dumps(PAUSED))
    assert "không phải là một ngày" in refused("--ledger", str(file), "--at", "hôm nay")
    assert "không phải là một ngày" in refused("--at", "hôm nay")
    assert "không phải một tệp" in refused("--ledger", "/dev/zero")
