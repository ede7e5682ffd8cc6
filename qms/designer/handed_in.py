"""Files handed in to begin a draft: one drawing, several files, or a ZIP of a bundle."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from engine.domain.bundle import FORMS_FOLDER, MODEL_FILE
from engine.runtime.xml_intake import LARGEST_FILE
from qms.designer.draft_files import DECISIONS, LARGEST_DRAFT, MOST_FILES, README, SCENARIOS
from qms.designer.refusals import FileUnfit

_ZIP: Final = b"PK\x03\x04"
_BEGINNING: Final = 200
"""Bytes: no drawing comes to its first mark later, in whatever encoding."""
_DRAWINGS: Final = (".bpmn", ".xml", ".bpmn20")


def files_handed_in(given: Sequence[tuple[str, bytes]]) -> dict[str, bytes]:
    """The files of a draft by their places, from names and contents; raises FileUnfit.

    A ZIP may hold one folder around the bundle, as archives do; what belongs to no bundle is left out.
    Of several drawings the one called model.bpmn is the process, the others are called by it.
    """
    files: dict[str, bytes] = {}
    for name, content in given:
        inside = _unpacked(name, content) if content.startswith(_ZIP) else {name: content}
        named = any(PurePosixPath(path).name == MODEL_FILE for path in inside)
        for path, each in inside.items():
            place = _place(path, alone=len(given) == 1, named=named)
            if place is None:
                continue
            if len(each) > LARGEST_FILE:
                raise _too_large(path)
            if place == MODEL_FILE and b"<" not in each[:_BEGINNING]:
                raise _no_drawing(path)
            if place == MODEL_FILE and MODEL_FILE in files:
                raise FileUnfit(
                    vi="Có nhiều hơn một sơ đồ; xin chọn đúng một tệp .bpmn.",
                    en="There is more than one drawing; please choose exactly one .bpmn file.",
                )
            files[place] = each
    return files


def _unpacked(name: str, content: bytes) -> Mapping[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            # Sizes are asked before anything is unpacked: a small archive may hold very much.
            if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST_DRAFT:
                raise _too_large(name)
            return {entry.filename: _read(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise FileUnfit(
            vi=f"Không mở được tệp nén “{name}”.", en=f"The archive “{name}” cannot be opened."
        ) from None


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise _too_large(entry.filename)
    return content


def _too_large(name: str) -> FileUnfit:
    return FileUnfit(
        vi=f"“{name}” quá lớn: mỗi tệp không quá 5 MB, cả gói không quá 40 MB và {MOST_FILES} tệp.",
        en=f"“{name}” is too large: at most 5 MB a file, 40 MB and {MOST_FILES} files in all.",
    )


def _no_drawing(name: str) -> FileUnfit:
    return FileUnfit(
        vi=f"“{name}” không phải sơ đồ BPMN 2.0. Xin mở sơ đồ bằng phần mềm đã vẽ, xuất ra dạng BPMN 2.0"
        " (.bpmn) rồi gửi lại.",
        en=f"“{name}” is no BPMN 2.0 drawing. Please open it in the program that drew it, export it as"
        " BPMN 2.0 (.bpmn) and send that.",
    )


def _place(name: str, *, alone: bool, named: bool = False) -> str | None:
    """Where a draft keeps a file of that name; None for what belongs to no bundle.

    Where one drawing is `named` as the process, the other ones keep their names.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    suffix, folder = path.suffix.lower(), path.parent.name
    if suffix == ".bpmn" and named:
        return path.name
    if suffix in _DRAWINGS:
        return MODEL_FILE if suffix != ".xml" or alone else None
    if path.name == README:
        return README
    if suffix == ".json":
        return f"{SCENARIOS if folder == SCENARIOS.rstrip('/') else FORMS_FOLDER}{path.name}"
    return f"{DECISIONS}{path.name}" if suffix == ".dmn" else None
