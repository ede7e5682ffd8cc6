"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

HOUSE = Path(__file__).resolve().parents[2]
MADE = {
    ".git",
    ".venv",
    ".tools",
    ".hypothesis",
    "var",
    "dist",
    "node_modules",
    "build",
    "vendor",
    "__pycache__",
}
WRITTEN = {".py", ".md", ".html", ".toml", ".yml", ".sh", ".js", ".css", ".json", ".bpmn", ".csv", ".txt", ""}
LONGEST = 400
LONGER: dict[str, str] = {
    "engine/runtime/running.py": "the one face of a running case; parting it would part the face",
    "qms/legal_time/policies.py": "a table of 37 policies, each a few lines of data",
    "workers/verify_history.py": "one file by promise: it is handed to whoever verifies a record",
    "tests/domain/test_deadline.py": "the worked examples of one algebra stand together",
    "tests/domain/test_forms.py": "one behaviour a test, all of one function",
    "tests/web/test_form_rendering.py": "one behaviour a test, all of one template",
}
"""Files past 400 lines, each with the reason why it is still one room."""

# Folders of the machines on which the house was built.
MACHINE = re.compile(r"(?<![\w.])/(?:work|farm|tmp/bash_jobs|opt/pypi)[/.]")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
MOCK = re.compile(r"unittest[.]mock|from unittest import mock|pytest[_-]mock|\bmocker\b")


def test_no_file_is_longer_than_a_room_without_a_reason() -> None:
    rooms = ("engine", "qms", "web", "workers", "tests", "scripts")  # a migration is one step, however long
    long = {
        name: lines
        for name, path in _files()
        if path.suffix == ".py" and name.split("/")[0] in rooms
        if (lines := len(path.read_text().splitlines())) > LONGEST and name not in LONGER
    }
    assert not long, "split the file, or list it in LONGER with the reason"


def test_every_reason_for_a_long_file_still_holds() -> None:
    for name in LONGER:
        assert len((HOUSE / name).read_text().splitlines()) > LONGEST, (
            f"{name} is short now: take it off the list"
        )


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    found = [f"{name}:{line}" for name, path in _files() for line in _lines_matching(path, MACHINE)]
    assert not found


def test_nothing_is_mocked() -> None:
    ours = Path(__file__).resolve()
    found = [
        f"{name}:{line}"
        for name, path in _files()
        if path.suffix == ".py" and path != ours
        for line in _lines_matching(path, MOCK)
    ]
    assert not found


def test_the_domain_stands_on_the_standard_library_alone() -> None:
    allowed = {*sys.stdlib_module_names, "engine"}
    found = [
        f"{path.name}: {module}"
        for path in sorted((HOUSE / "engine" / "domain").rglob("*.py"))
        for module in _imported(path)
        if module.split(".")[0] not in allowed
        or (module.split(".")[0] == "engine" and not module.startswith("engine.domain"))
    ]
    assert not found


def test_decision_records_are_numbered_without_gaps_and_say_their_status() -> None:
    records = sorted((HOUSE / "docs" / "adr").glob("*.md"))
    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        heading, *rest = record.read_text().splitlines()
        assert heading.startswith(f"# {record.name[:4]} "), record.name
        assert any(re.match(r"Status: (proposed|accepted|superseded by \d{4})\b", line) for line in rest), (
            record.name
        )


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_commands_that_a_page_names_exist(page: str) -> None:
    named = set(re.findall(r"`make ([a-z]+)`|^\s*make ([a-z]+)$", (HOUSE / page).read_text(), re.MULTILINE))
    targets = set(re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text(), re.MULTILINE))
    words = {word for pair in named for word in pair if word}
    assert words >= {"demo", "test"}
    assert words <= targets


def test_every_page_that_a_page_leads_to_is_there() -> None:
    found = [
        f"{name}: {target}"
        for name, path in _files()
        if path.suffix == ".md"
        for target in LINK.findall(path.read_text())
        if "://" not in target and not (path.parent / target.partition("#")[0]).exists()
    ]
    assert not found


def test_every_guide_is_reached_from_the_readme() -> None:
    readme = (HOUSE / "README.md").read_text()
    assert [page.name for page in (HOUSE / "docs").glob("*.md") if f"docs/{page.name}" not in readme] == []


def test_the_migrations_are_one_line_with_one_head() -> None:
    scripts = ScriptDirectory.from_config(_alembic())
    assert len(scripts.get_heads()) == 1


def _alembic() -> Config:
    config = Config()
    config.set_main_option("script_location", str(HOUSE / "migrations").replace("%", "%%"))
    return config


def _files() -> Iterator[tuple[str, Path]]:
    """What people wrote, as (path inside the house, file)."""
    for folder, inner, names in os.walk(HOUSE):
        inner[:] = [name for name in inner if name not in MADE and not name.endswith(("_cache", ".egg-info"))]
        for name in names:
            path = Path(folder) / name
            if path.suffix in WRITTEN and name not in {"uv.lock", "package-lock.json"}:
                yield path.relative_to(HOUSE).as_posix(), path


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _lines_matching(path: Path, pattern: re.Pattern[str]) -> list[int]:
    text = path.read_text(errors="replace")
    return [number for number, line in enumerate(text.splitlines(), 1) if pattern.search(line)]
