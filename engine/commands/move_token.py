"""Move a token of a case: cancel it here and start there, in one step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.interventions import Intervention
from engine.domain.moves import PlaceGone
from engine.execution.interventions import lock_for, record, save_standing
from engine.execution.surroundings import Surroundings
from engine.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveToken:
    """From where (an id of `RunningProcess.places`) to which element."""

    instance: UUID
    place: str
    target: str | None
    """None only takes the token away."""
    after: bool = False
    """Whether to begin behind the target, as if it were done."""
    intervention: Intervention


def move_token(store: Store, surroundings: Surroundings, command: MoveToken, now: datetime) -> None:
    """Move it. A preview tells what would be cancelled and opened.

    Raises as `lock_for`, the refusals of `engine.domain.moves`, and ProcessIncident.
    """
    with store.transaction() as session:
        execution = lock_for(session, surroundings, command.instance, command.intervention, now)
        places = {place.id: place for place in execution.process.places()}
        if command.place not in places:
            raise PlaceGone
        starving = execution.process.move(command.place, command.target, after=command.after, now=now)
        source = places[command.place].element_id
        record(
            execution,
            command.intervention,
            "token.moved",
            element=source,
            data={"from": source, "to": command.target, "after": command.after, "starving": starving},
        )
        save_standing(execution)
