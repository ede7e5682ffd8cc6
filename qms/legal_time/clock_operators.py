"""The service task with which a model tells of an event that may move the clock of its case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.domain.clock_ledger import ClockEntryKind
from engine.domain.errors import Invalid
from engine.domain.values import Value
from engine.ports import DeclaredOperator, OperatorCall, Parameter, ServiceOperator

CLOCK_EVENT: Final = "legal_clock.event"
EFFECTS: Final[Mapping[ClockEntryKind | None, str]] = {
    ClockEntryKind.PAUSE: "tam_dung",
    ClockEntryKind.RESUME: "tiep_tuc",
    ClockEntryKind.RESET: "tinh_lai",
    None: "ghi_nhan",
}
"""What the operator answers, in the words of models."""


class EventUnnamed(Invalid):
    """An event without a name moves nothing."""

    def __init__(self) -> None:
        super().__init__(
            vi="Bước này báo một sự kiện của đồng hồ thời hạn nhưng không nêu tên sự kiện.",
            en="This step tells of an event of the clock without naming it.",
        )


def clock_operators() -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    return {
        CLOCK_EVENT: DeclaredOperator(
            work=tell_event,
            parameters={
                "su_kien": Parameter(type="text"),
                "can_cu": Parameter(type="text", required=False),
                "ly_do": Parameter(type="text", required=False),
            },
            result="text",
        )
    }


def tell_event(call: OperatorCall) -> Value:
    """Tell the clock of the case what happened; what the policy of the case made of it."""
    event = str(call.parameters.get("su_kien") or "").strip()
    if not event:
        raise EventUnnamed
    if call.clock is None:
        return EFFECTS[None]
    basis, reason = (str(call.parameters.get(name) or "") for name in ("can_cu", "ly_do"))
    return EFFECTS[call.clock.happened(event, basis=basis, reason=reason)]
