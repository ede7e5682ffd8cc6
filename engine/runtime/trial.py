"""Tries a bundle out before it is published: every process is compiled and a case of it begun.

In a process of its own, with limits of time and memory: what a model can do to the machine is not known
before it has been done. Safe in programs of many threads, since nothing of them is copied but the files.
"""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64decode, b64encode
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, ModelRefused, Severity
from engine.domain.errors import Refusal
from engine.runtime.compiling import CompiledModel, compile_models
from engine.runtime.limits import take_limits, write_no_files
from engine.runtime.running import RunningProcess

MOST_FILES: Final = 1_000
LARGEST_BUNDLE: Final = 50 * 1024 * 1024
CPU_SECONDS: Final = 10
WALL_SECONDS: Final = 60.0
"""Longer than the CPU time: the machine may be busy with other things."""
MEMORY_BYTES: Final = 1024**3
_HOUSE: Final = Path(__file__).parents[2]
_SOME_DAY: Final = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


def try_out_apart(
    bundle: Bundle,
    *,
    cpu_seconds: int = CPU_SECONDS,
    wall_seconds: float = WALL_SECONDS,
    memory_bytes: int = MEMORY_BYTES,
) -> None:
    """Try the bundle out in a process of its own; raises ModelRefused, also when that comes to no end."""
    if len(bundle.files) > MOST_FILES or sum(map(len, bundle.files.values())) > LARGEST_BUNDLE:
        raise ModelRefused((_whole("bundle-too-large", *_TOO_LARGE),))
    request = {
        "files": {path: b64encode(content).decode() for path, content in bundle.files.items()},
        "cpu_seconds": cpu_seconds,
        "memory_bytes": memory_bytes,
    }
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "engine.runtime.trial"],
            input=json.dumps(request).encode(),
            capture_output=True,
            cwd=_HOUSE,
            # Nothing of our settings and secrets goes along.
            env={"PYTHONPATH": str(_HOUSE), "PYTHONUTF8": "1"},
            timeout=wall_seconds,
            check=True,
        )
        findings = json.loads(ended.stdout)
    except (subprocess.SubprocessError, ValueError):
        raise ModelRefused((_whole("trial-unfinished", *_UNFINISHED),)) from None
    if findings:
        raise ModelRefused(tuple(_read(finding) for finding in findings))


def try_out(bundle: Bundle) -> None:
    """Try the bundle out in this process, without limits; raises ModelRefused."""
    for model in compile_models(bundle):
        _begin(model)


def _begin(model: CompiledModel) -> None:
    """Begin a case that knows nothing, and take it up again.

    That it comes to an incident for want of values says nothing about the model.
    """
    try:
        case = RunningProcess.start(model, variables={}, now=_SOME_DAY, alone=True)
        RunningProcess.load(model, case.dump(), _SOME_DAY, alone=True)
    except Refusal:
        return


_TOO_LARGE: Final = (
    "gói mô hình quá lớn (hơn 50 MB hoặc 1.000 tệp); hãy tách thành nhiều mô hình",
    "the bundle is too large (over 50 MB or 1,000 files); split it into several models",
)
_UNFINISHED: Final = (
    "mô hình quá lớn hoặc không dừng: chạy thử không xong trong giới hạn thời gian và bộ nhớ",
    "the model is too large or never rests: its trial did not end within the limits of time and memory",
)


def _whole(rule: str, vi: str, en: str) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        element_id=None,
        element_name="",
        line=1,
        message_vi=f"{vi[:1].upper()}{vi[1:]}.",
        message_en=f"{en[:1].upper()}{en[1:]}.",
    )


def _read(raw: dict[str, object]) -> Finding:
    line = raw["line"]
    return Finding(
        rule=str(raw["rule"]),
        severity=Severity(str(raw["severity"])),
        element_id=None if raw["element_id"] is None else str(raw["element_id"]),
        element_name=str(raw["element_name"]),
        line=line if isinstance(line, int) else 1,
        message_vi=str(raw["message_vi"]),
        message_en=str(raw["message_en"]),
    )


def main() -> None:
    """The child: read the request, take on the limits, answer with the findings."""
    request = json.loads(sys.stdin.buffer.read())
    take_limits(cpu_seconds=request["cpu_seconds"], memory_bytes=request["memory_bytes"])
    write_no_files()
    files = {path: b64decode(content) for path, content in request["files"].items()}
    findings: tuple[Finding, ...] = ()
    try:
        try_out(Bundle(files=files))
    except ModelRefused as refused:
        findings = refused.findings
    except (MemoryError, RecursionError):
        findings = (_whole("trial-unfinished", *_UNFINISHED),)
    except Exception as error:  # noqa: BLE001 - whatever a hostile file breaks, the caller gets an answer
        name = type(error).__name__
        findings = (_whole("trial-failed", f"chạy thử gặp lỗi {name}", f"the trial failed with {name}"),)
    sys.stdout.write(json.dumps([asdict(finding) for finding in findings]))


if __name__ == "__main__":
    main()
