"""Verify an archive of Quytrinh: needs this file, verify_history.py beside it, and Python 3.8 or newer.

    python3 verify_archive.py ARCHIVE.zip [--manifest HASH] [--root 2026-11-22=HASH ...]

The manifest names every entry with its SHA-256; the hash of the manifest stands in the register of archives
(`--manifest`). The histories are followed as those of an export.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from collections.abc import Iterator
from typing import Any

try:
    from workers.verify_history import Report, told, verify
except ImportError:  # as a program beside verify_history.py
    from verify_history import Report, told, verify  # type: ignore[import-not-found,no-redef]

FORMAT = "quytrinh-archive/1"
MANIFEST, HISTORY = "manifest.json", "history.jsonl"


def verify_archive(path: str, noted: dict[str, str] | None = None, manifest_hash: str = "") -> list[str]:
    """What is wrong with the archive, in sentences; empty: it is whole."""
    return examine(path, noted, manifest_hash)[0]


def examine(
    path: str, noted: dict[str, str] | None = None, manifest_hash: str = ""
) -> tuple[list[str], Report | None, str]:
    """What is wrong, the report on the histories, and the SHA-256 of the manifest."""
    try:
        with zipfile.ZipFile(path) as archive:
            content = archive.read(MANIFEST)
            own = hashlib.sha256(content).hexdigest()
            manifest = json.loads(content)
            wrong = [] if manifest_hash in {"", own} else ["manifest.json: is not the one of the register"]
            if manifest["format"] != FORMAT:
                return [*wrong, f"manifest.json: not of the format {FORMAT}"], None, own
            wrong += _entries(archive, manifest) + _files(manifest)
            lines = list(_lines(archive.read(HISTORY).decode("utf-8", "surrogatepass")))
    except (OSError, KeyError, ValueError, TypeError, zipfile.BadZipFile) as error:
        return [f"{path}: cannot be read ({error!r})"], None, ""
    report = verify(lines, noted)
    wrong += [str(finding) for finding in report.findings] + _cases(manifest, lines)
    return wrong, report, own


def _entries(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> list[str]:
    """Every entry is named, and has the content it was named with."""
    names = [info.filename for info in archive.infolist()]
    wrong = [f"{name}: stands twice" for name in sorted({name for name in names if names.count(name) > 1})]
    wrong += [
        f"{name}: is not in the manifest" for name in names if name not in {*manifest["entries"], MANIFEST}
    ]
    for name, sealed in sorted(manifest["entries"].items()):
        if name not in names:
            wrong.append(f"{name}: is missing")
            continue
        try:
            found = hashlib.sha256(archive.read(name)).hexdigest()
        except (zipfile.BadZipFile, OSError, ValueError):
            found = "unreadable"
        if found != sealed:
            wrong.append(f"{name}: was changed")
    return wrong


def _files(manifest: dict[str, Any]) -> list[str]:
    """A file in the archive is the one that was handed in."""
    return [
        f"{file['entry']}: is not the file that was handed in"
        for case in manifest["cases"]
        for file in case["files"]
        if manifest["entries"].get(file["entry"]) != file["sha256"]
    ]


def _cases(manifest: dict[str, Any], lines: list[dict[str, Any]]) -> list[str]:
    """The cases of the manifest are those of the histories, at the same end."""
    told_there = {
        line["instance"]: (line["code"], line["sequence"], line["hash"])
        for line in lines
        if line.get("type") == "case"
    }
    listed = {case["instance"]: (case["code"], case["sequence"], case["hash"]) for case in manifest["cases"]}
    return [
        f"{case}: manifest and history do not agree"
        for case in sorted(told_there.keys() | listed.keys())
        if told_there.get(case) != listed.get(case)
    ]


def _lines(text: str) -> Iterator[dict[str, Any]]:
    for line in text.split("\n")[:-1]:
        read = json.loads(line)
        yield read if isinstance(read, dict) else {}


def main(arguments: list[str]) -> int:
    """0: whole; 1: something is wrong; 2: not asked as it should be."""
    files, noted, manifest, waiting = [], {}, "", list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--root" and waiting:
            day, _equals, root = waiting.pop(0).partition("=")
            noted[day] = root.strip().lower()
        elif argument == "--manifest" and waiting:
            manifest = waiting.pop(0).strip().lower()
        else:
            files.append(argument)
    if len(files) != 1 or files[0].startswith("-"):
        sys.stderr.write("python3 verify_archive.py ARCHIVE.zip [--manifest HASH] [--root DAY=HASH ...]\n")
        return 2
    wrong, report, own = examine(files[0], noted, manifest)
    for sentence in wrong:
        sys.stdout.write(sentence + "\n")
    if report is not None:
        sys.stdout.write(told(report) + "\n")
    sys.stdout.write(f"manifest {own}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
