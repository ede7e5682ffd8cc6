"""In whose name somebody else may act: written delegations and the substitution for who is absent.

The forms of signing are those of Nghị định 30/2020/NĐ-CP, Điều 13: a deputy signs for the head (KT.), a
head of unit by order of the head (TL.), whoever is authorised in writing for a limited time (TUQ.), who may
not pass it on. The substitute of an absent person (vắng mặt) acts on that person's tasks by the decision that
says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID


class MandateForm(StrEnum):
    """How the name of the other is used."""

    FOR_THE_HEAD = "KT"
    BY_ORDER = "TL"
    AUTHORISED = "TUQ"
    ABSENCE = "THAY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """A delegation or substitution in force on the day it was looked up for.

    It reaches what its principal holds by own right on that day, never what the principal holds by a mandate:
    there is no sub-delegation. Empty sets reach everything.
    """

    id: UUID
    principal: UUID
    form: MandateForm
    decision: str
    decided_on: date | None
    valid_from: date
    valid_to: date | None
    """The first day on which it holds no more."""
    roles: frozenset[str] = field(default_factory=frozenset)
    procedures: frozenset[str] = field(default_factory=frozenset)
    """Keys of models."""
    elements: frozenset[str] = field(default_factory=frozenset)
    """Element ids of tasks."""

    def covers(self, procedure: str, element: str) -> bool:
        """Whether a task of that element of that model is within the scope."""
        in_procedure = not self.procedures or procedure in self.procedures
        return in_procedure and (not self.elements or element in self.elements)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActedFor:
    """What an event says of who acted in whose name."""

    on_behalf_of: UUID
    form: MandateForm
    decision: str
    decided_on: date | None
    mandate: UUID


def acted_for(data: Mapping[str, object]) -> ActedFor | None:
    """Read it from the data of a task's event; None where somebody acted in the own name."""
    if not all(data.get(key) for key in ("on_behalf_of", "form", "mandate")):
        return None
    day = data.get("decided_on")
    return ActedFor(
        on_behalf_of=UUID(str(data["on_behalf_of"])),
        form=MandateForm(str(data["form"])),
        decision=str(data.get("decision", "")),
        decided_on=date.fromisoformat(str(day)) if day else None,
        mandate=UUID(str(data["mandate"])),
    )


class MandateEnd(StrEnum):
    """Why a mandate opens a task no more."""

    RUN_OUT = "run_out"
    REVOKED = "revoked"
    ROLE_LOST = "role_lost"
    """The principal does not hold the role any more: nobody lends what he has not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedMandate:
    """A mandate that was in force once and is not on the day it was looked up for."""

    mandate: Mandate
    end: MandateEnd
    roles: tuple[tuple[str, UUID | None], ...]
    """What its principal holds or once held, with the unit (None: everywhere)."""
