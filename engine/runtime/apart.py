"""What goes to a process of its own and comes back: the files of a bundle, and findings about the whole."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, Severity

MOST_FILES: Final = 1_000
LARGEST_BUNDLE: Final = 50 * 1024 * 1024
_HOUSE: Final = Path(__file__).parents[2]


def answer_apart(module: str, request: object, *, wall_seconds: float) -> Any:
    """What a module answers as a program of its own, both ways as JSON; raises NoAnswer.

    Nothing of our settings and secrets goes along.
    """
    try:
        ended = subprocess.run(
            [sys.executable, "-m", module],
            input=json.dumps(request).encode(),
            capture_output=True,
            cwd=_HOUSE,
            env={"PYTHONPATH": str(_HOUSE), "PYTHONUTF8": "1"},
            timeout=wall_seconds,
            check=True,
        )
        return json.loads(ended.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise NoAnswer from error


class NoAnswer(Exception):
    """The other process came to no end, or said nothing that can be read."""


def too_large(bundle: Bundle) -> tuple[Finding, ...]:
    """The finding that a bundle is too large to be sent; none where it is not."""
    if len(bundle.files) <= MOST_FILES and sum(map(len, bundle.files.values())) <= LARGEST_BUNDLE:
        return ()
    return (
        whole_finding(
            "bundle-too-large",
            "gói mô hình quá lớn (hơn 50 MB hoặc 1.000 tệp); hãy tách thành nhiều mô hình",
            "the bundle is too large (over 50 MB or 1,000 files); split it into several models",
        ),
    )


def unfinished(rule: str, vi: str, en: str) -> Finding:
    """The finding that looking through a model came to no end; `vi` and `en` name what did not."""
    return whole_finding(
        rule,
        f"mô hình quá lớn hoặc không dừng: {vi} không xong trong giới hạn thời gian và bộ nhớ",
        f"the model is too large or never rests: its {en} did not end within the limits of time and memory",
    )


def whole_finding(rule: str, vi: str, en: str) -> Finding:
    """An error that lies with no element; sentences without capital and stop."""
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        element_id=None,
        element_name="",
        line=1,
        message_vi=f"{vi[:1].upper()}{vi[1:].rstrip('.')}.",
        message_en=f"{en[:1].upper()}{en[1:].rstrip('.')}.",
    )


def files_as_text(bundle: Bundle) -> dict[str, str]:
    """The files as JSON can carry them."""
    return {path: b64encode(content).decode() for path, content in bundle.files.items()}


def bundle_from_text(files: Mapping[str, str]) -> Bundle:
    """The bundle of files that `files_as_text` wrote."""
    return Bundle(files={path: b64decode(content) for path, content in files.items()})


def finding_as_text(finding: Finding) -> dict[str, object]:
    """The finding as JSON can carry it."""
    return asdict(finding)


def finding_from_text(raw: Mapping[str, Any]) -> Finding:
    """The finding that `finding_as_text` wrote."""
    return Finding(**{**raw, "severity": Severity(raw["severity"])})
