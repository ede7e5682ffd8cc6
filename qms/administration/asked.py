"""What a planned change asks for, written down and read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias
from uuid import UUID

from qms.administration.authority import Basis
from qms.administration.places import PersonLeaves, TransferPerson
from qms.administration.units import ChangeUnits, NewUnit
from qms.organisation.rules import SuccessionKind
from qms.organisation.succession import NewName, SucceedAgencies

Change: TypeAlias = SucceedAgencies | ChangeUnits | TransferPerson | PersonLeaves


class ChangeKind(StrEnum):
    """What is planned."""

    AGENCIES = "agencies"
    UNITS = "units"
    TRANSFER = "transfer"
    LEAVING = "leaving"


def kind_of(change: Change) -> ChangeKind:
    """The kind under which the change is kept."""
    match change:
        case SucceedAgencies():
            return ChangeKind.AGENCIES
        case ChangeUnits():
            return ChangeKind.UNITS
        case TransferPerson():
            return ChangeKind.TRANSFER
        case PersonLeaves():
            return ChangeKind.LEAVING


def subjects_of(change: Change) -> tuple[UUID, ...]:
    """Whom or what it concerns; a unit that it founds has no id yet."""
    match change:
        case SucceedAgencies() | ChangeUnits():
            return (*change.predecessors, *change.successors)
        case TransferPerson() | PersonLeaves():
            return (change.person,)


def written(change: Change) -> dict[str, Any]:
    """What the verb needs besides decision and day, as JSON."""
    match change:
        case SucceedAgencies():
            new = change.new
            return {
                "succession": change.kind,
                "predecessors": _texts(change.predecessors),
                "successors": _texts(change.successors),
                "new": [new.code, new.name, new.short_name] if new is not None else None,
            }
        case ChangeUnits():
            return {
                "agency": str(change.agency),
                "succession": change.kind,
                "predecessors": _texts(change.predecessors),
                "successors": _texts(change.successors),
                "new": [[each.code, each.name] for each in change.new],
            }
        case TransferPerson():
            return {
                "person": str(change.person),
                "agency": str(change.agency),
                "unit": str(change.unit) if change.unit else None,
                "title": change.title,
                "kept": sorted(_texts(change.kept)),
            }
        case PersonLeaves():
            return {"person": str(change.person)}


def read_change(kind: str, asked: Mapping[str, Any], effective_on: date, basis: Basis) -> Change:
    """The change as it was asked for."""
    match ChangeKind(kind):
        case ChangeKind.AGENCIES:
            new = asked["new"]
            return SucceedAgencies(
                viewer=basis.viewer,
                origin=basis.origin,
                kind=SuccessionKind(asked["succession"]),
                predecessors=_ids(asked["predecessors"]),
                successors=_ids(asked["successors"]),
                new=NewName(code=new[0], name=new[1], short_name=new[2]) if new else None,
                effective_on=effective_on,
                decision=basis.decision,
                decided_on=basis.decided_on,
            )
        case ChangeKind.UNITS:
            succession = asked["succession"]
            return ChangeUnits(
                basis=basis,
                agency=UUID(asked["agency"]),
                kind=SuccessionKind(succession) if succession else None,
                predecessors=_ids(asked["predecessors"]),
                successors=_ids(asked["successors"]),
                new=[NewUnit(code=code, name=name) for code, name in asked["new"]],
                effective_on=effective_on,
            )
        case ChangeKind.TRANSFER:
            return TransferPerson(
                basis=basis,
                person=UUID(asked["person"]),
                agency=UUID(asked["agency"]),
                unit=UUID(asked["unit"]) if asked["unit"] else None,
                title=asked["title"],
                effective_on=effective_on,
                kept=frozenset(_ids(asked["kept"])),
            )
        case ChangeKind.LEAVING:
            return PersonLeaves(basis=basis, person=UUID(asked["person"]), effective_on=effective_on)


def _texts(ids: Iterable[UUID]) -> list[str]:
    return [str(each) for each in ids]


def _ids(texts: Iterable[str]) -> list[UUID]:
    return [UUID(each) for each in texts]
