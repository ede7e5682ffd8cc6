"""Proves a bundle in a process of its own: every process compiled, a case begun, its scenarios played.

Like `engine.runtime.trial`, with the scenarios and all findings: a stranger's file never takes the server
with it, and nothing of our settings goes along.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import Final

from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, ModelRefused, Severity
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
from engine.runtime.compiling import compile_bundle, compile_models
from engine.runtime.limits import take_limits, write_no_files
from engine.runtime.trial import try_out
from qms.designer.draft_files import SCENARIOS
from qms.designer.scenarios import failures

CPU_SECONDS: Final = 20
WALL_SECONDS: Final = 90.0
MEMORY_BYTES: Final = 1024**3


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What was found; errors first."""

    findings: tuple[Finding, ...]
    scenarios: int = 0
    """How many were played to their end as they expect."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What has to be mended before anybody reviews it."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)

    @property
    def verdict(self) -> str:
        """In the words of `model check`: refused, rewritten or accepted."""
        if self.errors:
            return "refused"
        rewritten = any(one.severity is Severity.INFO for one in self.findings)
        return "rewritten" if rewritten else "accepted"


def prove_apart(bundle: Bundle) -> Proof:
    """Prove it in a child process with limits; what comes to no end is a finding too."""
    large = too_large(bundle)
    if large:
        return Proof(findings=large)
    request = {"files": files_as_text(bundle)}
    try:
        answer = answer_apart("qms.designer.proving", request, wall_seconds=WALL_SECONDS)
    except NoAnswer:
        return Proof(findings=(_unfinished(),))
    findings = tuple(finding_from_text(finding) for finding in answer["findings"])
    return Proof(findings=findings, scenarios=answer["scenarios"])


def prove(bundle: Bundle) -> Proof:
    """Prove it in this process, without limits."""
    try:
        models = compile_models(bundle)
        try_out(bundle)
        played, failed = _scenario_findings(bundle)
    except ModelRefused as refused:
        return Proof(findings=in_order((*refused.findings, *refused.aside)))
    said = [finding for model in models for finding in (*model.rewritten, *model.warnings)]
    return Proof(findings=in_order((*failed, *said)), scenarios=played)


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Each once, errors first, in the order of the file."""
    order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    return tuple(sorted(dict.fromkeys(findings), key=lambda one: (order.index(one.severity), one.line)))


def _scenario_findings(bundle: Bundle) -> tuple[int, tuple[Finding, ...]]:
    if not any(path.startswith(SCENARIOS) for path in bundle.files):
        return 0, ()
    played, failed = failures(bundle, compile_bundle(bundle))
    return played, tuple(
        whole_finding(
            "scenario-failed", f"kịch bản {path} không đạt, {vi}", f"the scenario {path} fails, {en}"
        )
        for path, (vi, en) in failed
    )


def _unfinished() -> Finding:
    return unfinished("check-unfinished", "kiểm tra", "check")


def main() -> None:
    """The child: read the request, take on the limits, answer with what was found."""
    request = json.loads(sys.stdin.buffer.read())
    take_limits(cpu_seconds=CPU_SECONDS, memory_bytes=MEMORY_BYTES)
    write_no_files()
    try:
        proof = prove(bundle_from_text(request["files"]))
    except (MemoryError, RecursionError):
        proof = Proof(findings=(_unfinished(),))
    except Exception as error:  # noqa: BLE001 - whatever a hostile file breaks, the caller gets an answer
        name = type(error).__name__
        proof = Proof(
            findings=(
                whole_finding("check-failed", f"kiểm tra gặp lỗi {name}", f"the check failed with {name}"),
            )
        )
    answer = {"findings": [finding_as_text(each) for each in proof.findings], "scenarios": proof.scenarios}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
