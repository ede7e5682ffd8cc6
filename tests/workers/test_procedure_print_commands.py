"""`quytrinh model print`: a published version as a PDF, for the agency that asks."""

from __future__ import annotations

import io
from pathlib import Path

from pypdf import PdfReader
from typer.testing import CliRunner

from tests.engine.cases import AGENCY, bundle, publish, role
from tests.office import Office
from tests.processes import settings_of
from workers.cli import app


def test_a_version_is_printed_to_a_file_and_what_is_not_there_is_said(office: Office, tmp_path: Path) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("PHAP_CHE")}))
    env = dict(settings_of(office.system.settings.database_url))
    target = tmp_path / "quy-trinh.pdf"

    def printed(*arguments: str) -> tuple[int, str]:
        ended = CliRunner().invoke(app, ["model", "print", "QMS_P99_THU", *arguments], env=env)
        return ended.exit_code, ended.output

    assert printed("--version", "1", "-o", str(target), "--agency", AGENCY) == (0, f"{target}\n")
    text = PdfReader(io.BytesIO(target.read_bytes())).pages[0].extract_text()
    assert "QMS_P99_THU" in text
    assert "TÂY NINH" in text
    assert "QMS_P99_THU" in printed("--version", "1", "-o", str(target))[1]  # of everybody, and two agencies
    for arguments, said in (
        (("--version", "9", "--agency", AGENCY), "9"),
        (("--version", "1", "--agency", "KHONG-CO"), "KHONG-CO"),
    ):
        code, told = printed(*arguments, "-o", str(target))
        assert (code != 0, said in told) == (True, True)
