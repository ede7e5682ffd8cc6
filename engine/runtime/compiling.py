"""From a bundle to a model that can be run: read, check, build, and keep the result by the bundle's hash."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final, TypeAlias

from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, ModelRefused, ProcessDefinition
from engine.runtime.choosing import choose_process, published_processes, startable_processes
from engine.runtime.drawn_models import draw
from engine.runtime.findings import Findings, line_of
from engine.runtime.kernel.building import build
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
    lines: Mapping[str, int]
    """Element id -> the line of its drawing."""
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


def compile_models(bundle: Bundle, *, forms_known: bool = True) -> tuple[CompiledModel, ...]:
    """Every process of the bundle that a case may be started of; raises ModelRefused for any of them."""
    findings = Findings()
    root = read_xml(bundle, findings)
    chosen = None if root is None else choose_process(root, None, findings)
    if root is None or chosen is None:
        raise ModelRefused(findings.errors)
    models: list[CompiledModel] = []
    refused: list[Finding] = []
    aside: list[Finding] = []
    for process in startable_processes(root):
        process_id = process.get("id")
        try:
            models.append(compile_bundle(bundle, process_id=process_id, forms_known=forms_known))
        except ModelRefused as refusal:
            # What several processes share is found once for each of them.
            refused += [finding for finding in refusal.findings if finding not in refused]
            aside += refusal.aside
    if refused:
        aside += [each for model in models for each in (*model.warnings, *model.rewritten)]
        raise ModelRefused(
            tuple(sorted(refused, key=lambda finding: finding.line)), tuple(dict.fromkeys(aside))
        )
    return tuple(models)


def published_ids(bundle: Bundle) -> frozenset[str]:
    """The ids of the processes that a deployment of the bundle publishes."""
    root = read_xml(bundle, Findings())
    return frozenset(
        () if root is None else (process.get("id") or "" for process in published_processes(root))
    )


def _compile(bundle: Bundle, process_id: str | None, *, forms_known: bool) -> CompiledModel:
    findings = Findings()
    drawn = draw(bundle, process_id, findings, forms_known=forms_known)
    if findings.errors or drawn is None:
        raise ModelRefused(findings.errors, (*findings.warnings, *findings.rewrites))
    process_spec, level_specs = build(drawn.process)
    return CompiledModel(
        definition=drawn.definition(bundle),
        warnings=findings.warnings,
        rewritten=findings.rewrites,
        lines={
            node.id: line_of(node.element) for level in drawn.process.walk() for node in level.nodes.values()
        },
        process_spec=process_spec,
        level_specs=level_specs,
    )
