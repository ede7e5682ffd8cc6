"""Tries a bundle out before it is published: every process is compiled and a case of it begun.

In a process of its own, with limits of time and memory: what a model can do to the machine is not known
before it has been done. Safe in programs of many threads, since nothing of them is copied but the files.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Final

from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, ModelRefused
from engine.domain.errors import Refusal
from engine.runtime.apart import (
    NoAnswer,
    answer_apart,
    bundle_from_text,
    files_as_text,
    finding_as_text,
    finding_from_text,
    too_large,
    unfinished,
    whole_finding,
)
from engine.runtime.compiling import CompiledModel, compile_models
from engine.runtime.limits import take_limits, write_no_files
from engine.runtime.running import RunningProcess

CPU_SECONDS: Final = 10
WALL_SECONDS: Final = 60.0
"""Longer than the CPU time: the machine may be busy with other things."""
MEMORY_BYTES: Final = 1024**3
_SOME_DAY: Final = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


def try_out_apart(
    bundle: Bundle,
    *,
    cpu_seconds: int = CPU_SECONDS,
    wall_seconds: float = WALL_SECONDS,
    memory_bytes: int = MEMORY_BYTES,
) -> None:
    """Try the bundle out in a process of its own; raises ModelRefused, also when that comes to no end."""
    large = too_large(bundle)
    if large:
        raise ModelRefused(large)
    request = {
        "files": files_as_text(bundle),
        "cpu_seconds": cpu_seconds,
        "memory_bytes": memory_bytes,
    }
    try:
        findings = answer_apart("engine.runtime.trial", request, wall_seconds=wall_seconds)
    except NoAnswer:
        raise ModelRefused((_unfinished(),)) from None
    if findings:
        raise ModelRefused(tuple(finding_from_text(finding) for finding in findings))


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


def _unfinished() -> Finding:
    return unfinished("trial-unfinished", "chạy thử", "trial")


def main() -> None:
    """The child: read the request, take on the limits, answer with the findings."""
    request = json.loads(sys.stdin.buffer.read())
    take_limits(cpu_seconds=request["cpu_seconds"], memory_bytes=request["memory_bytes"])
    write_no_files()
    findings: tuple[Finding, ...] = ()
    try:
        try_out(bundle_from_text(request["files"]))
    except ModelRefused as refused:
        findings = refused.findings
    except (MemoryError, RecursionError):
        findings = (_unfinished(),)
    except Exception as error:  # noqa: BLE001 - whatever a hostile file breaks, the caller gets an answer
        name = type(error).__name__
        findings = (
            whole_finding("trial-failed", f"chạy thử gặp lỗi {name}", f"the trial failed with {name}"),
        )
    sys.stdout.write(json.dumps([finding_as_text(finding) for finding in findings]))


if __name__ == "__main__":
    main()
