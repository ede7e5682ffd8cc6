"""`quytrinh agency import`: what operators type and what they are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from qms.organisation.tables import Agency
from tests.office import Office
from tests.processes import settings_of
from tests.workers.test_cli import quytrinh, refused

ANNEXES = Path(__file__).resolve().parents[1] / "qms" / "organisation"


@pytest.fixture
def environment(office: Office) -> dict[str, str]:
    return settings_of(office.system.settings.database_url)


def agencies(office: Office) -> int:
    with office.system.store.reading() as session:
        return session.scalar(select(func.count()).select_from(Agency)) or 0


def test_an_annex_is_tried_then_entered_and_its_head_is_told(
    office: Office, environment: dict[str, str]
) -> None:
    file = str(ANNEXES / "annex_plan.txt")

    tried = quytrinh(environment, "agency", "import", file, "--annex", "plan", "--dry-run")
    assert tried.exit_code == 0, tried.output
    assert "Kế hoạch 13/32, MTCL 8/32" in tried.stdout
    assert "annex_plan.txt:29: STT: số thứ tự 29" in tried.stderr
    assert agencies(office) == 2

    done = quytrinh(environment, "agency", "import", file, "--annex", "plan", "--json")
    report = json.loads(done.stdout)
    assert report["counts"] == {"plans": 13, "objectives": 8, "both": 4, "neither": 15}
    assert (report["rows"], report["added"], report["dry_run"]) == (32, 32, False)
    assert [problem["row"] for problem in report["problems"]] == [29]
    assert agencies(office) == 34


def test_a_list_with_a_code_used_twice_tells_the_row(
    office: Office, environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "co-quan.csv"
    file.write_text("Mã cơ quan;Tên cơ quan\nX1;Xã Một\nX1;Xã Hai\n", encoding="utf-8")

    done = quytrinh(environment, "agency", "import", str(file))

    assert done.exit_code == 0, done.output
    assert "co-quan.csv:3: Mã cơ quan: trùng với dòng 2" in done.stderr
    assert "2 dòng: 1 thêm mới, 0 đã có, 1 không nhập" in done.stdout
    assert agencies(office) == 3


def test_what_cannot_be_imported_is_told_in_plain_sentences(tmp_path: Path) -> None:
    binary, empty, letter = tmp_path / "a.txt", tmp_path / "b.csv", tmp_path / "c.txt"
    binary.write_bytes(bytes(range(256)))
    empty.write_text("")
    letter.write_text("Kính gửi các cơ quan", encoding="utf-8")
    roadmap = str(ANNEXES / "annex_roadmap.txt")

    assert "Không đọc được tệp" in refused(quytrinh({}, "agency", "import", str(tmp_path / "khong-co.csv")))
    assert "UTF-8" in refused(quytrinh({}, "agency", "import", str(binary), "--annex", "plan"))
    assert "Tệp rỗng" in refused(quytrinh({}, "agency", "import", str(empty)))
    assert "phụ lục" in refused(quytrinh({}, "agency", "import", str(letter), "--annex", "roadmap"))
    assert "--province" in refused(quytrinh({}, "agency", "import", roadmap, "--annex", "roadmap"))
