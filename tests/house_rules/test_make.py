"""`make` works from any folder and in any path, and what is missing is said in one sentence."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "dirname", "cat", "cksum", "rm", "awk", "make", "tail")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what `make` reads, in a path that would break careless quoting."""
    folder = tmp_path / "Hồ sơ  của 'tôi' & $HOME"
    folder.mkdir()
    shutil.copy(HOUSE / "Makefile", folder)
    shutil.copytree(HOUSE / "scripts", folder / "scripts")
    for name in ("uv.lock", "pyproject.toml"):
        shutil.copy(HOUSE / name, folder)
    return folder


@pytest.fixture
def bare_path(tmp_path: Path) -> Path:
    """A PATH with the few tools every system has, and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None
        (folder / tool).symlink_to(found)
    return folder


@pytest.mark.parametrize("target", ["help", "setup", "demo", "test", "lint", "format", "clean"])
def test_a_target_reaches_the_project_from_another_folder(project: Path, tmp_path: Path, target: str) -> None:
    by_file = _make(tmp_path, "-n", "-f", str(project / "Makefile"), target)
    by_folder = _make(tmp_path, "-n", "-C", str(project), target)
    assert by_file.returncode == by_folder.returncode == 0


def test_help_in_an_odd_path_lists_every_target(project: Path, tmp_path: Path) -> None:
    told = _make(tmp_path, "-f", str(project / "Makefile"))
    assert told.returncode == 0, told.stderr
    assert [line.split()[1] for line in told.stdout.splitlines()][:3] == ["help", "setup", "demo"]


def test_a_machine_without_python_is_told_what_to_install(project: Path, bare_path: Path) -> None:
    told = _make(project, "demo", path=bare_path)
    assert told.returncode != 0
    assert "Cần Python 3.11" in told.stderr
    assert "apt install python3 python3-venv" in told.stderr


def test_a_python_that_is_too_old_is_not_taken(project: Path, bare_path: Path) -> None:
    _program(bare_path / "python3", "exit 1")
    assert "Python 3.11, 3.12 or 3.13 is needed" in _make(project, "demo", path=bare_path).stderr


def test_a_python_without_venv_is_told_which_package_is_missing(project: Path, bare_path: Path) -> None:
    _program(bare_path / "python3", 'case "$2" in *ensurepip*) exit 1 ;; esac')
    told = _make(project, "demo", path=bare_path)
    assert told.returncode != 0
    assert "Xin cài bằng lệnh: apt install python3-venv" in told.stderr
    assert "Please install it: apt install python3-venv" in told.stderr


def test_a_prepared_environment_is_used_as_it_is(project: Path, bare_path: Path) -> None:
    """A second `make demo` asks for no network: the stamp says that nothing changed."""
    (project / ".venv" / "bin").mkdir(parents=True)
    _program(project / ".venv" / "bin" / "python", "exit 0")
    _program(project / ".venv" / "bin" / "quytrinh", 'printf "%s" "$*"')
    version = next(
        line.removeprefix("uv_version=")
        for line in (project / "scripts" / "environment.sh").read_text().splitlines()
        if line.startswith("uv_version=")
    )
    files = (project / "uv.lock").read_bytes() + (project / "pyproject.toml").read_bytes()
    checksum = subprocess.run(["cksum"], check=True, input=files, capture_output=True)  # noqa: S607
    stamp = f"{version} {project} {checksum.stdout.decode().strip()}\n"
    (project / ".venv" / "quytrinh-run.stamp").write_text(stamp)
    told = _make(project, "demo", path=bare_path)
    assert told.stdout == "demo", told.stderr


def _make(folder: Path, *arguments: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": os.environ.get("HOME", "/"), "PATH": str(path or os.environ["PATH"])}
    command = [shutil.which("make") or "make", "--no-print-directory", *arguments]
    return subprocess.run(command, check=False, cwd=folder, env=environment, capture_output=True, text=True)


def _program(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
