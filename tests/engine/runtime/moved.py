"""Moving a case of one drawing to another one, as a version that follows it."""

from __future__ import annotations

from collections.abc import Mapping

from engine.domain.bundle import Bundle
from engine.domain.definition import Severity
from engine.domain.migration import MigrationFinding, plan
from engine.domain.values import Value
from engine.runtime import CompiledModel, RunningProcess, compile_bundle
from engine.runtime.migrating import carry_over
from engine.runtime.migration_arming import arm
from tests.engine.runtime.drawings import Case, Drawing


def model_of(text: str) -> CompiledModel:
    """The compiled drawing, or XML."""
    xml = text if text.startswith("<") else Drawing(text).xml()
    return compile_bundle(Bundle(files={"model.bpmn": xml.encode()}))


class Moving:
    """A case under way that a test moves to other versions."""

    def __init__(self, text: str, **variables: Value) -> None:
        self.case = Case(model_of(text), variables, stored=True)
        self.findings: tuple[MigrationFinding, ...] = ()

    def to(self, text: str, given: Mapping[str, str] | None = None) -> Case:
        """Move it; the case goes on in the new version, which must take it."""
        assert self.tried(text, given), [finding.message_vi for finding in self.findings]
        return self.case

    def refused(self, text: str, given: Mapping[str, str] | None = None) -> list[str]:
        """The rules that stand in the way; the case is as before."""
        before = self.case.process.dump()
        assert not self.tried(text, given)
        assert self.case.process.dump() == before
        for finding in self.findings:
            assert finding.message_vi[0].isupper()
            assert finding.message_vi.endswith(".")
            assert finding.message_en.endswith(".")
        return [finding.rule for finding in self.findings if finding.severity is Severity.ERROR]

    @property
    def told(self) -> list[str]:
        """The rules of what was told without being in the way."""
        return [finding.rule for finding in self.findings if finding.severity is Severity.WARNING]

    def tried(self, text: str, given: Mapping[str, str] | None = None) -> bool:
        new = model_of(text)
        case = self.case
        the_plan = plan(case.model.definition, new.definition, given or {})
        carried = carry_over(case.model, new, the_plan, case.process.dump(), case.now)
        self.findings = carried.findings
        if carried.state is None:
            return False
        process = RunningProcess.load(new, carried.state, case.now)
        assert process.dump() == carried.state, "what was carried over is a state as the kernel writes it"
        assert {task.id for task in process.open_tasks()} == {task.id for task in case.process.open_tasks()}
        self.findings += arm(process, new, carried.arms)
        case.model, case._process = new, process
        case._rest()
        return True
