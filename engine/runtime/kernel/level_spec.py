"""What is known of a level from its drawing alone, shared by all cases of the model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.specs import WorkflowSpec

from engine.runtime.kernel.activities import Start


class LevelSpec(BpmnProcessSpec):  # type: ignore[misc]
    """The spec of a process or sub-process: our start, no end join: a level ends with its last token."""

    def __init__(self, name: str) -> None:
        WorkflowSpec.__init__(self, name=name)
        self.data_objects: dict[str, Any] = {}
        self.bpmn_start_events: list[Any] = []
        self.io_specification = None
        self.receives: frozenset[str] = frozenset()
        """Of the outermost level: names of the messages that something in the model waits for."""
        self.listens = False
        """Of the outermost level: whether something in the model waits for a message or a signal."""
        self.beginnings: dict[str, str] = {}
        """Start events drawn on the level: element id -> name of the spec, the usual one first."""
        self.variables: Mapping[str, str] = {}
        """Declared variables of the process that the level belongs to: name -> type."""
        self.rechecks = False
        """Whether an inclusive join stands on the level."""
        self.watches = False
        """Of the outermost level: whether something in the model waits for a condition."""
        self.correlation_keys: dict[str, Any] = {}
        self.start = Start(self, "Start")
        self.start.flow_ids = {}
