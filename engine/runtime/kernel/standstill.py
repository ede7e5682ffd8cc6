"""Tells when nothing leads on: a join waits for a token, and no person, moment or message can send one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from SpiffWorkflow.util.task import TaskState

from engine.runtime.incidents import ProcessIncident
from engine.runtime.kernel.tokens import LIVE
from engine.runtime.triggers import TriggerKind

_FROM_INSIDE: Final = frozenset({TriggerKind.ERROR, TriggerKind.ESCALATION})
"""What only a token of the case itself can bring about."""


def require_way_on(states: Iterable[tuple[Any, int]]) -> None:
    """Raise ProcessIncident when a join would wait for ever and the case with it, lost in silence.

    Given are the specs and states of all tasks.
    """
    stuck = None
    for spec, state in states:
        if not state & LIVE:
            continue
        trigger = getattr(spec, "trigger", None)
        if state == TaskState.READY or (trigger is not None and trigger.kind not in _FROM_INSIDE):
            return
        if state == TaskState.WAITING and trigger is None:
            stuck = spec
    if stuck is not None:
        raise ProcessIncident(
            element_id=stuck.element_id or "",
            element_name=stuck.element_name,
            vi="cổng chờ một nhánh mà không gì còn tới được; hãy sửa mô hình",
            en="the gateway waits for a path on which nothing can come any more; the model needs repair",
        )
