"""`quytrinh model from-table` and `to-table`: a table of an office to a model and back."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from qms.procedure_tables.intake import read_file
from tests.office import P06
from tests.qms.procedure_tables.documents import ANSWERS, HA_TINH
from workers.cli import app
from workers.model_tools import check_model


def test_a_table_is_asked_about_drawn_and_told_again(tmp_path: Path) -> None:
    table, folder = tmp_path / "bang.csv", tmp_path / "mo_hinh"
    table.write_bytes(HA_TINH)
    asked = CliRunner().invoke(app, ["model", "from-table", str(table), "--output", str(folder)])
    assert asked.exit_code == 1
    assert "--answer id=…): name" in asked.output
    assert not folder.exists()

    said = [part for name, value in ANSWERS.items() for part in ("--answer", f"{name}={value}")]
    drawn = CliRunner().invoke(app, ["model", "from-table", str(table), "--output", str(folder), *said])
    assert drawn.exit_code == 0, drawn.output
    assert check_model(folder).report["verdict"] == "accepted"

    told = CliRunner().invoke(
        app, ["model", "to-table", str(folder), "--docx", "--pdf", "--xlsx", "--output", str(tmp_path / "ra")]
    )
    assert told.exit_code == 0, told.output
    for ending in ("docx", "xlsx"):
        assert read_file(f"ra.{ending}", (tmp_path / f"ra.{ending}").read_bytes()).rows == (
            read_file("bang.csv", HA_TINH).rows
        )
    assert (tmp_path / "ra.pdf").read_bytes().startswith(b"%PDF")


def test_a_shipped_model_is_told_at_the_terminal() -> None:
    told = CliRunner().invoke(app, ["model", "to-table", str(P06)])
    assert "Sàng lọc văn bản" in told.output
    assert "Nếu “Chưa rõ”: chuyển B1" in told.output


def test_files_that_cannot_be_read_are_refused_with_a_sentence(tmp_path: Path) -> None:
    missing = CliRunner().invoke(app, ["model", "from-table", str(tmp_path / "x.docx")])
    assert missing.exit_code == 1
    broken = tmp_path / "x.docx"
    broken.write_bytes(b"PK")
    assert CliRunner().invoke(app, ["model", "from-table", str(broken)]).exit_code == 1
    assert CliRunner().invoke(app, ["model", "to-table", str(broken)]).exit_code == 1
