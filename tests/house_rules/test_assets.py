"""What the browser gets: complete, licensed, ours, and nothing inline that the policy refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from web.assets import BUILD_FOLDER, read_manifest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "web").rglob("templates/**/*.html"))
INLINE = {
    "a style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
    "an htmx script": re.compile(
        r"\bhx-on\b|hx-trigger=\"[^\"]*\[|hx-(vals|headers)=['\"]js:", re.IGNORECASE
    ),
    "another host": re.compile(r"(?:src|href|action)=[\"'](?:https?:)?//", re.IGNORECASE),
}


def test_every_name_in_the_manifest_is_a_built_file() -> None:
    manifest = read_manifest()

    assert {"app.css", "app.js", "viewer.css", "viewer.js", "icon.svg", "LICENCES.txt"} <= manifest.keys()
    assert [file for file in manifest.values() if not (BUILD_FOLDER / file).is_file()] == []


def test_every_built_file_is_in_the_manifest() -> None:
    built = {path.name for path in BUILD_FOLDER.iterdir()}

    assert built - {"manifest.json"} == set(read_manifest().values())


def test_built_files_carry_the_hash_that_lets_browsers_keep_them() -> None:
    assert [file for file in read_manifest().values() if not re.search(r"-[0-9A-Z]{8}\.\w+$", file)] == []


def test_the_styles_name_only_files_that_are_built() -> None:
    for name in ("app.css", "viewer.css"):
        styles = (BUILD_FOLDER / read_manifest()[name]).read_text(encoding="utf-8")
        addresses = re.findall(r"url\([\"']?([^\"')]+)", styles)
        named = {address for address in addresses if not address.startswith("data:")}

        assert {Path(address).name for address in named} <= {path.name for path in BUILD_FOLDER.iterdir()}


def test_every_bundled_package_ships_its_licence() -> None:
    licences = (BUILD_FOLDER / read_manifest()["LICENCES.txt"]).read_text(encoding="utf-8")
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))

    for package in ("@fontsource/be-vietnam-pro", "bootstrap", "bpmn-js", "diagram-js", "htmx.org"):
        assert f"{package} {lock['packages'][f'node_modules/{package}']['version']} (" in licences
    assert "SIL OPEN FONT LICENSE" in licences
    assert "bpmn.io" in licences


def test_the_mark_of_bpmn_io_is_not_hidden() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "frontend" / "src").rglob("*.*ss"))

    assert "bjs-powered-by" not in sources


def test_the_build_is_pinned_and_names_no_registry() -> None:
    package = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))
    lock = (ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8")

    assert [each for each in package["devDependencies"].values() if not re.fullmatch(r"[0-9.]+", each)] == []
    assert '"resolved"' not in lock


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_holds_nothing_inline(template: Path) -> None:
    source = re.sub(r"{#.*?#}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert [what for what, pattern in INLINE.items() if pattern.search(source)] == []
