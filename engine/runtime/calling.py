"""Finds the processes that call activities name outside their own file, and makes room for them.

What a called process draws keeps its ids behind a prefix, `KEY/id`, with a sign that no id of XML can have:
two files may use the same ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from engine.domain.bundle import CALLED_FOLDER, MODEL_FILE, Bundle
from engine.domain.definition import ActivityKind
from engine.runtime.choosing import called_by
from engine.runtime.drawing import Flow, Level, Node
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN, read_untrusted

DEEPEST_CALL: Final = 10
CALL_SIGN: Final = "/"
"""Stands in the ids of what a called process of another file draws, and in no others."""
_KEY: Final = re.compile(r"[\w.-]+")


def calls_of(process: Level) -> Iterator[Node]:
    """The call activities of a process, and of those of its file that it calls."""
    for level in process.walk():
        for node in level.nodes.values():
            if node.kind is ActivityKind.CALL_ACTIVITY:
                yield node


def find_called(bundle: Bundle, key: str) -> tuple[Bundle, bool] | None:
    """The bundle whose model.bpmn holds the called process, and whether it is a published version.

    A drawing beside model.bpmn comes before what was pinned at deployment. Of two drawings beside it that
    hold a process of that id, none is taken: the drawing does not say which.
    """
    beside = [path for path in _drawings(bundle) if _may_hold(bundle.files[path], key)]
    beside = [path for path in beside if key in _process_ids(bundle.files[path])]
    if len(beside) == 1:
        path = beside[0]
        swapped = {**bundle.files, MODEL_FILE: bundle.files[path]}
        if MODEL_FILE in bundle.files:
            swapped[path] = bundle.files[MODEL_FILE]
        return Bundle(files=swapped), False
    pinned = called_files(bundle, key)
    return (Bundle(files=pinned), True) if pinned and not beside else None


def called_files(bundle: Bundle, key: str) -> Mapping[str, bytes]:
    """The files of the published version of a model that this bundle calls."""
    folder = f"{CALLED_FOLDER}{key}/"
    if _KEY.fullmatch(key) is None:
        return {}
    return {
        path.removeprefix(folder): content
        for path, content in bundle.files.items()
        if path.startswith(folder)
    }


def calls_elsewhere(bundle: Bundle) -> tuple[str, ...]:
    """The processes that the drawings of a bundle call and that none of them holds."""
    called: set[str] = set()
    held: set[str] = set()
    for path in [MODEL_FILE, *_drawings(bundle)]:
        root = read_untrusted(bundle.files.get(path, b""), Findings())
        if root is not None:
            for process in root.iterchildren(f"{{{BPMN}}}process"):
                held.add(process.get("id") or "")
                called.update(called_by(process))
    return tuple(sorted(key for key in called - held if _KEY.fullmatch(key)))


def move_in(process: Level, prefix: str, *, with_forms: bool) -> None:
    """Put a prefix before every id that the process and those it calls draw."""
    for level in process.walk():
        for node in level.nodes.values():
            _rename(node, prefix, with_forms=with_forms)
        for flow in level.flows:
            _redirect(flow, prefix)
        level.nodes = {node.id: node for node in level.nodes.values()}
        level.id = f"{prefix}{level.id}"


def settle_under(call: Node, process: Level) -> None:
    """Let what a called process draws stand under the activity that calls it, the first one of several."""
    for node in process.nodes.values():
        if node.definition.parent_id is None:
            node.definition = replace(node.definition, parent_id=call.id)


def _rename(node: Node, prefix: str, *, with_forms: bool) -> None:
    said = node.definition
    node.definition = replace(
        said,
        element_id=f"{prefix}{said.element_id}",
        parent_id=said.parent_id and f"{prefix}{said.parent_id}",
        attached_to=said.attached_to and f"{prefix}{said.attached_to}",
        different_from=tuple(f"{prefix}{other}" for other in said.different_from),
        form_key=f"{prefix}{said.form_key}" if with_forms and said.form_key else said.form_key,
    )
    node.default = node.default and f"{prefix}{node.default}"
    node.calls = node.calls and f"{prefix}{node.calls}"


def _redirect(flow: Flow, prefix: str) -> None:
    flow.id = flow.id and f"{prefix}{flow.id}"
    flow.source, flow.target = f"{prefix}{flow.source}", f"{prefix}{flow.target}"


def _drawings(bundle: Bundle) -> list[str]:
    """The drawings beside model.bpmn."""
    return sorted(
        path for path in bundle.files if path.endswith(".bpmn") and "/" not in path and path != MODEL_FILE
    )


def _may_hold(source: bytes, key: str) -> bool:
    """Whether it is worth reading a drawing to look for a process."""
    return any(key.encode(encoding) in source for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def _process_ids(source: bytes) -> set[str]:
    root = read_untrusted(source, Findings())
    if root is None:
        return set()
    return {process.get("id") or "" for process in root.iterchildren(f"{{{BPMN}}}process")}
