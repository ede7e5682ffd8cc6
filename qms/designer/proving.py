"""Proves a bundle in a process of its own: every process compiled, a case begun, its scenarios played.

Like `engine.runtime.trial`, with the scenarios and all findings: a stranger's file never takes the server
with it, and nothing of our settings goes along.
"""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, ModelRefused, Severity
from engine.runtime.compiling import compile_bundle, compile_models
from engine.runtime.limits import take_limits, write_no_files
from engine.runtime.trial import LARGEST_BUNDLE, MOST_FILES, try_out
from qms.designer.draft_files import SCENARIOS
from qms.designer.scenarios import failures

CPU_SECONDS: Final = 20
WALL_SECONDS: Final = 90.0
MEMORY_BYTES: Final = 1024**3
_HOUSE: Final = Path(__file__).parents[2]


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
    if len(bundle.files) > MOST_FILES or sum(map(len, bundle.files.values())) > LARGEST_BUNDLE:
        return Proof(findings=(_whole("bundle-too-large", *_TOO_LARGE),))
    request = {"files": {path: b64encode(content).decode() for path, content in bundle.files.items()}}
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "qms.designer.proving"],
            input=json.dumps(request).encode(),
            capture_output=True,
            cwd=_HOUSE,
            env={"PYTHONPATH": str(_HOUSE), "PYTHONUTF8": "1"},
            timeout=WALL_SECONDS,
            check=True,
        )
        answer = json.loads(ended.stdout)
        findings = tuple(_read(finding) for finding in answer["findings"])
    except (subprocess.SubprocessError, ValueError):
        return Proof(findings=(_whole("check-unfinished", *_UNFINISHED),))
    return Proof(findings=findings, scenarios=answer["scenarios"])


def prove(bundle: Bundle) -> Proof:
    """Prove it in this process, without limits."""
    try:
        models = compile_models(bundle)
        try_out(bundle)
        played, failed = _scenario_findings(bundle)
    except ModelRefused as refused:
        return Proof(findings=in_order(refused.findings))
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
        _whole("scenario-failed", f"kịch bản {path} không đạt, {vi}", f"the scenario {path} fails, {en}")
        for path, (vi, en) in failed
    )


_TOO_LARGE: Final = (
    "gói mô hình quá lớn (hơn 50 MB hoặc 1.000 tệp); hãy tách thành nhiều mô hình",
    "the bundle is too large (over 50 MB or 1,000 files); split it into several models",
)
_UNFINISHED: Final = (
    "mô hình quá lớn hoặc không dừng: kiểm tra không xong trong giới hạn thời gian và bộ nhớ",
    "the model is too large or never rests: its check did not end within the limits of time and memory",
)


def _whole(rule: str, vi: str, en: str) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        element_id=None,
        element_name="",
        line=1,
        message_vi=f"{vi[:1].upper()}{vi[1:].rstrip('.')}.",
        message_en=f"{en[:1].upper()}{en[1:].rstrip('.')}.",
    )


def _read(raw: Mapping[str, Any]) -> Finding:
    return Finding(**{**raw, "severity": Severity(raw["severity"])})


def main() -> None:
    """The child: read the request, take on the limits, answer with what was found."""
    request = json.loads(sys.stdin.buffer.read())
    take_limits(cpu_seconds=CPU_SECONDS, memory_bytes=MEMORY_BYTES)
    write_no_files()
    files = {path: b64decode(content) for path, content in request["files"].items()}
    try:
        proof = prove(Bundle(files=files))
    except (MemoryError, RecursionError):
        proof = Proof(findings=(_whole("check-unfinished", *_UNFINISHED),))
    except Exception as error:  # noqa: BLE001 - whatever a hostile file breaks, the caller gets an answer
        name = type(error).__name__
        proof = Proof(
            findings=(_whole("check-failed", f"kiểm tra gặp lỗi {name}", f"the check failed with {name}"),)
        )
    answer = {"findings": [asdict(finding) for finding in proof.findings], "scenarios": proof.scenarios}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
