"""The files of a draft: where each may lie, how large it may be, and the bundle that they make."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final

from engine.domain.bundle import CALLED_FOLDER, MODEL_FILE, Bundle
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import LARGEST_FILE, read_untrusted
from qms.designer.refusals import FileUnfit

README: Final = "README.md"
DECISIONS: Final = "decisions/"
SCENARIOS: Final = "scenarios/"
ORIGIN: Final = "draft.json"
"""Whose draft a version was: it makes the bundle of each draft another one."""
MOST_FILES: Final = 200
LARGEST_DRAFT: Final = 40 * 1024 * 1024
_NAME: Final = r"[a-zA-Z0-9][a-zA-Z0-9_.-]{0,79}"
_PLACES: Final = re.compile(
    rf"(?:{_NAME}\.bpmn|README\.md|forms/{_NAME}\.json|scenarios/{_NAME}\.json|decisions/{_NAME}\.dmn)"
)


def require_place(path: str) -> None:
    """Refuse (FileUnfit) a path at which a draft keeps no file."""
    if _PLACES.fullmatch(path) is None:
        raise FileUnfit(
            vi=f"“{path[:120]}” không phải tên tệp của một bản thảo: model.bpmn, ….bpmn, forms/….json,"
            " decisions/….dmn, scenarios/….json hoặc README.md.",
            en=f"“{path[:120]}” is no file of a draft: model.bpmn, ….bpmn, forms/….json, decisions/….dmn,"
            " scenarios/….json or README.md.",
        )


def require_readable(path: str, content: bytes) -> None:
    """Refuse (FileUnfit) a file too large or not of its kind; whether a model runs is asked by the check."""
    if len(content) > LARGEST_FILE:
        raise FileUnfit(
            vi=f"Tệp “{path}” lớn hơn 5 MB nên không lưu được.",
            en=f"The file “{path}” is larger than 5 MB, so it cannot be saved.",
        )
    if path.endswith((".bpmn", ".dmn")):
        _require_xml(path, content)
    elif path.endswith(".json"):
        _require_json(path, content)
    else:
        _require_text(path, content)


def assembled(files: Mapping[str, bytes]) -> Bundle:
    """The bundle as the engine reads it: decision tables stand beside the drawing."""
    return Bundle(files={_in_bundle(path): content for path, content in files.items()})


def taken_apart(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a published version as a draft keeps them; what was added at publishing stays behind."""
    own = {
        path: content
        for path, content in files.items()
        if path != ORIGIN and not path.startswith(CALLED_FOLDER)
    }
    return {_in_draft(path): content for path, content in own.items()}


def is_own(path: str) -> bool:
    """Whether the file is the author's, and not one that submission has added."""
    return path != ORIGIN and not path.startswith(CALLED_FOLDER)


def media_type(path: str) -> str:
    """What a browser is told of the file."""
    if path.endswith((".bpmn", ".dmn")):
        return "application/xml"
    return "application/json" if path.endswith(".json") else "text/plain"


def _in_bundle(path: str) -> str:
    return path.removeprefix(DECISIONS) if path.startswith(DECISIONS) else path


def _in_draft(path: str) -> str:
    return f"{DECISIONS}{path}" if path.endswith(".dmn") and "/" not in path else path


def _require_xml(path: str, content: bytes) -> None:
    findings = Findings()
    if read_untrusted(content, findings) is None:
        told = findings.errors[0]
        raise FileUnfit(
            vi=f"Tệp “{path}” chưa được lưu: {told.message_vi}",
            en=f"The file “{path}” was not saved: {told.message_en}",
        )
    if path == MODEL_FILE and b"definitions" not in content:
        raise FileUnfit(
            vi="Nội dung gửi lên không phải sơ đồ BPMN 2.0 nên chưa được lưu.",
            en="What was sent is no BPMN 2.0 drawing, so it was not saved.",
        )


def _require_json(path: str, content: bytes) -> None:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        raise FileUnfit(
            vi=f"Tệp “{path}” không phải JSON nên chưa được lưu.",
            en=f"The file “{path}” is no JSON, so it was not saved.",
        ) from None


def _require_text(path: str, content: bytes) -> None:
    try:
        content.decode()
    except ValueError:
        raise FileUnfit(
            vi=f"Tệp “{path}” không phải văn bản UTF-8 nên chưa được lưu.",
            en=f"The file “{path}” is no text in UTF-8, so it was not saved.",
        ) from None
