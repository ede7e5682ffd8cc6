"""From a bundle to a model that can be run: read, check, build, and keep the result by the bundle's hash."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final, TypeAlias

from lxml import etree

from engine.domain.bundle import Bundle
from engine.domain.definition import ActivityDefinition, Finding, ModelRefused, ProcessDefinition
from engine.runtime.allowed import check_allowed
from engine.runtime.bundle_forms import check_form_keys, read_forms
from engine.runtime.choosing import keep_process
from engine.runtime.drawing import Level
from engine.runtime.extensions import Extensions
from engine.runtime.findings import Findings
from engine.runtime.kernel.building import build
from engine.runtime.layout import drawing_order
from engine.runtime.normalising import normalise
from engine.runtime.reading import DrawingReader, documentation
from engine.runtime.rules import check_drawing
from engine.runtime.xml_intake import read_xml

MOST_CACHED: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CompiledModel:
    """A model ready to run; shared by all threads and never changed."""

    definition: ProcessDefinition
    warnings: tuple[Finding, ...]
    """What runs but deserves a look."""
    rewritten: tuple[Finding, ...]
    """What was read as something else with the same meaning."""
    process_spec: Any
    level_specs: Mapping[str, Any]


_Key: TypeAlias = tuple[str, str | None, bool]
_cache: OrderedDict[_Key, CompiledModel] = OrderedDict()
_lock: Final = Lock()


def compile_bundle(
    bundle: Bundle, *, process_id: str | None = None, forms_known: bool = True
) -> CompiledModel:
    """The compiled model of a bundle, kept for the next call; raises ModelRefused with all findings.

    `process_id` chooses one of several processes of the file. With `forms_known=False` a task may name a form
    that the bundle does not hold: a drawing is looked at before its forms are there.
    """
    key = (bundle.hash, process_id, forms_known)
    with _lock:
        kept = _cache.get(key)
        if kept is not None:
            _cache.move_to_end(key)
            return kept
    # Two threads may compile the same bundle at once; both results are equal and one is kept.
    model = _compile(bundle, process_id, forms_known=forms_known)
    with _lock:
        kept = _cache.setdefault(key, model)
        while len(_cache) > MOST_CACHED:
            _cache.popitem(last=False)
    return kept


def _compile(bundle: Bundle, process_id: str | None, *, forms_known: bool) -> CompiledModel:
    findings = Findings()
    root = read_xml(bundle, findings)
    forms = read_forms(bundle, findings)
    if root is None:
        raise ModelRefused(findings.errors)
    if process_id is not None and not keep_process(root, process_id, findings):
        raise ModelRefused(findings.errors)
    normalise(root, forms.keys(), findings)
    check_allowed(root, findings)
    process = DrawingReader(root, findings).read()
    if process is None:
        raise ModelRefused(findings.errors)
    check_drawing(process, findings)
    if forms_known:
        check_form_keys(process, forms, findings)
    definition = _definition(bundle, process, root, forms, findings)
    if findings.errors:
        raise ModelRefused(findings.errors)
    process_spec, level_specs = build(process)
    return CompiledModel(
        definition=definition,
        warnings=findings.warnings,
        rewritten=findings.rewrites,
        process_spec=process_spec,
        level_specs=level_specs,
    )


def _definition(
    bundle: Bundle,
    process: Level,
    root: etree._Element,
    forms: Mapping[str, Mapping[str, object]],
    findings: Findings,
) -> ProcessDefinition:
    extensions = Extensions(process.element, findings)
    activities: dict[str, ActivityDefinition] = {}
    flows: dict[str, tuple[str, str]] = {}
    for level in process.walk():
        activities.update({node.id: node.definition for node in level.nodes.values()})
        flows.update({flow.id: (flow.source, flow.target) for flow in level.flows if flow.id})
    return ProcessDefinition(
        process_id=process.id,
        name=process.name,
        bundle_hash=bundle.hash,
        activities=activities,
        variables=extensions.variables(),
        deadline=extensions.deadline(),
        escalation=extensions.escalation(),
        legal_basis=extensions.legal_basis(),
        title_expression=extensions.title(),
        forms=forms,
        order=drawing_order(root, tuple(activities)),
        flows=flows,
        documentation=documentation(process.element),
    )
