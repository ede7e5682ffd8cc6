"""An archive is proved by anybody, and what is changed in it is named."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from qms.retention.archives import ArchiveLine, ExportArchive, archives, export_archive
from qms.retention.refusals import NothingToArchive
from tests.office import Office
from tests.qms.retention.kept_cases import SECRET, act, case, disposed, ended
from workers import verify_archive as program
from workers import verify_history
from workers.verify_archive import verify_archive


def export(office: Office, path: Path, *, again: bool = False) -> ArchiveLine:
    command = ExportArchive(act=act(office), ended_until=office.today, again=again)
    with path.open("w+b") as target:
        return export_archive(office.system.store, office.system.surroundings, command, target, office.now)


def test_an_archive_holds_ended_cases_and_is_proved_without_us(office: Office, tmp_path: Path) -> None:
    (one,) = ended(office)
    path = tmp_path / "goi.zip"
    made = export(office, path)
    assert (made.number, made.cases) == ("1/2026", 1)
    assert made.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    with zipfile.ZipFile(path) as archive:
        (entry,) = [name for name in archive.namelist() if name.endswith("case.json")]
        assert SECRET in archive.read(entry).decode()
    assert verify_archive(str(path), manifest_hash=made.manifest_sha256) == []
    assert case(office, one).disposed_at is None
    with office.system.store.reading() as session:
        assert archives(session, office.viewer("vanthu")) == [made]
    with pytest.raises(NothingToArchive):
        export(office, tmp_path / "lai.zip")
    assert export(office, tmp_path / "lai2.zip", again=True).number == "2/2026"
    for source in (program.__file__, verify_history.__file__):
        assert source is not None
        (tmp_path / Path(source).name).write_text(Path(source).read_text())
    run = subprocess.run(
        [sys.executable, "-S", str(tmp_path / "verify_archive.py"), str(path)],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_what_is_changed_in_an_archive_is_named(office: Office, tmp_path: Path) -> None:
    ended(office)
    path = tmp_path / "goi.zip"
    made = export(office, path)
    with zipfile.ZipFile(path) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    (entry,) = [name for name in whole if name.endswith("case.json")]
    for changed, said in (
        ({**whole, entry: whole[entry] + b" "}, "was changed"),
        ({name: content for name, content in whole.items() if name != entry}, "is missing"),
        ({**whole, "them.txt": b"x"}, "is not in the manifest"),
        ({**whole, "history.jsonl": whole["history.jsonl"].replace(b"Task", b"task")}, "was changed"),
        ({**whole, "manifest.json": whole["manifest.json"] + b" "}, "of the register"),
        ({**whole, "manifest.json": b"[]"}, "cannot be read"),
    ):
        if changed == whole:
            continue
        with zipfile.ZipFile(tmp_path / "khac.zip", "w") as archive:
            for name, content in changed.items():
                archive.writestr(name, content)
        found = verify_archive(str(tmp_path / "khac.zip"), manifest_hash=made.manifest_sha256)
        assert any(said in sentence for sentence in found), (said, found)
    (tmp_path / "rac.zip").write_bytes(b"no archive")
    assert verify_archive(str(tmp_path / "rac.zip"))


def test_a_destroyed_case_is_archived_as_what_is_left_of_it(office: Office, tmp_path: Path) -> None:
    disposed(office)
    path = tmp_path / "goi.zip"
    export(office, path)
    with zipfile.ZipFile(path) as archive:
        assert all(SECRET not in archive.read(name).decode() for name in archive.namelist())
    assert verify_archive(str(path)) == []
