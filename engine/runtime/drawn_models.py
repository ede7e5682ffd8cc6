"""Reads and checks the drawing of a bundle, and those of the processes that it calls in other files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from engine.domain.bundle import MODEL_FILE, Bundle
from engine.domain.definition import (
    ActivityDefinition,
    DeadlineRule,
    EscalationRule,
    LegalRef,
    ProcessDefinition,
)
from engine.runtime.allowed import check_allowed
from engine.runtime.bundle_decisions import bind_decisions
from engine.runtime.bundle_forms import check_form_keys, read_forms
from engine.runtime.call_types import check_calls
from engine.runtime.calling import CALL_SIGN, DEEPEST_CALL, calls_of, find_called, move_in, settle_under
from engine.runtime.choosing import choose_process, keep_process, pool_name
from engine.runtime.drawing import Level
from engine.runtime.extensions import Extensions
from engine.runtime.findings import Findings
from engine.runtime.layout import drawing_order
from engine.runtime.message_flows import name_messages
from engine.runtime.normalising import normalise
from engine.runtime.process_starts import started_by
from engine.runtime.reading import DrawingReader, documentation
from engine.runtime.retention_class import retention_class
from engine.runtime.rules import check_drawing
from engine.runtime.type_checks import check_types
from engine.runtime.xml_intake import read_xml

_DRAWING: Final = b"BPMNDiagram"
"""The element of the file that holds where everything stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessRules:
    """What the office attached to the process as a whole."""

    deadline: DeadlineRule | None
    escalation: EscalationRule | None
    legal_basis: tuple[LegalRef, ...]
    title: str | None
    personal: bool
    confidential: bool
    retention: str


@dataclass(slots=True, kw_only=True, eq=False)
class DrawnModel:
    """A process as it was drawn, with all that it calls."""

    process: Level
    rules: ProcessRules
    forms: dict[str, Mapping[str, object]]
    order: tuple[str, ...]
    """Element ids as people read the drawing, those of called processes last."""

    def definition(self, bundle: Bundle) -> ProcessDefinition:
        """What the model says."""
        activities: dict[str, ActivityDefinition] = {}
        flows: dict[str, tuple[str, str]] = {}
        for level in self.process.walk():
            activities.update({node.id: node.definition for node in level.nodes.values()})
            flows.update({flow.id: (flow.source, flow.target) for flow in level.flows if flow.id})
        return ProcessDefinition(
            process_id=self.process.id,
            name=self.process.name,
            bundle_hash=bundle.hash,
            activities=activities,
            variables=self.process.variables,
            deadline=self.rules.deadline,
            escalation=self.rules.escalation,
            legal_basis=self.rules.legal_basis,
            title_expression=self.rules.title,
            forms=self.forms,
            order=self.order,
            flows=flows,
            documentation=documentation(self.process.element),
            started_by=started_by(self.process),
            personal=self.rules.personal,
            confidential=self.rules.confidential,
            retention=self.rules.retention,
            drawn=_DRAWING in bundle.files[MODEL_FILE],
        )


def draw(
    bundle: Bundle,
    process_id: str | None,
    findings: Findings,
    *,
    forms_known: bool,
    callers: tuple[str, ...] = (),
) -> DrawnModel | None:
    """The checked drawing of a process of model.bpmn; None when it cannot even be read."""
    root = read_xml(bundle, findings)
    forms = read_forms(bundle, findings)
    chosen = None if root is None else choose_process(root, process_id, findings)
    if root is None or chosen is None:
        return None
    name_messages(root, findings)
    keep_process(root, chosen)
    normalise(root, forms.keys(), findings)
    check_allowed(root, findings)
    process = DrawingReader(root, findings).read(chosen)
    process.name = process.name or pool_name(root, chosen)
    if forms_known:
        check_form_keys(process, forms, findings)
    own = tuple(node for level in process.walk() for node in level.nodes)
    model = DrawnModel(
        process=process,
        rules=_rules(Extensions(chosen, findings), retention_class(chosen, findings)),
        forms=forms,
        order=drawing_order(root, own),
    )
    bind_decisions(process, bundle, findings, whole=forms_known and not callers)
    called = _Caller(bundle, findings, forms_known=forms_known, callers=(*callers, process.id)).fetch(model)
    check_drawing(process, findings, elsewhere=frozenset(level.id for level in called))
    check_types(process, model.rules.deadline, model.rules.title, forms, findings)
    process.called += called
    check_calls(process, findings)
    return model


def _rules(extensions: Extensions, retention: str) -> ProcessRules:
    return ProcessRules(
        deadline=extensions.deadline(),
        escalation=extensions.escalation(),
        legal_basis=extensions.legal_basis(),
        title=extensions.title(),
        personal=extensions.personal(),
        confidential=extensions.confidential(),
        retention=retention,
    )


class _Caller:
    """Fetches the processes that a drawing calls and that stand in other files."""

    def __init__(
        self, bundle: Bundle, findings: Findings, *, forms_known: bool, callers: tuple[str, ...]
    ) -> None:
        self._bundle = bundle
        self._findings = findings
        self._forms_known = forms_known
        self._callers = callers

    def fetch(self, model: DrawnModel) -> list[Level]:
        """The called processes of other files, moved in under ids of their own; the calls now name them."""
        known = {level.id: level for level in (model.process, *model.process.called)}
        fetched: dict[str, str] = {}
        levels: list[Level] = []
        for node in calls_of(model.process):
            key = node.calls or ""
            if key in known or not key:
                if key in known and key != model.process.id:
                    settle_under(node, known[key])
                continue
            if key not in fetched:
                if self._turns_back(key, node.element):
                    continue
                found = self._fetch(key, model)
                if not found:
                    continue
                levels += found
                settle_under(node, found[0])
                fetched[key] = found[0].id
            node.calls = fetched[key]
        return levels

    def _turns_back(self, key: str, element: etree._Element) -> bool:
        if key not in self._callers and len(self._callers) < DEEPEST_CALL:
            return False
        self._findings.error(
            "call-recursion",
            element,
            f"quy trình được gọi “{key}” gọi trở lại quy trình đang gọi nó, hoặc lồng nhau quá sâu;"
            " hãy vẽ vòng lặp bằng luồng tuần tự",
            f"the called process “{key}” calls its caller again, or the calls nest too deeply; draw the loop"
            " with sequence flows",
        )
        return True

    def _fetch(self, key: str, model: DrawnModel) -> list[Level]:
        found = find_called(self._bundle, key)
        if found is None:
            return []
        bundle, published = found
        findings = Findings()
        drawn = draw(bundle, key, findings, forms_known=self._forms_known, callers=self._callers)
        self._findings.adopt(findings.errors, process_id=key)
        if not published:
            self._findings.adopt([*findings.warnings, *findings.rewrites], process_id=key)
        if drawn is None:
            return []
        prefix = f"{key}{CALL_SIGN}"
        move_in(drawn.process, prefix, with_forms=published)
        if published:
            model.forms.update({f"{prefix}{name}": form for name, form in drawn.forms.items()})
        else:
            model.forms.update(drawn.forms)
        model.order += tuple(f"{prefix}{element}" for element in drawn.order)
        called = [drawn.process, *drawn.process.called]
        drawn.process.called = []
        return called
