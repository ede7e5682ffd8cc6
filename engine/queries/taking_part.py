"""Which tasks give a viewer a part in their case, as conditions of SQL: what one may see beyond the inbox."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, not_, or_

from engine.domain.assignment import Viewer
from engine.domain.mandates import Mandate
from engine.domain.states import LIVE_TASK_STATES
from engine.store.tables import Task


def taking_part(viewer: Viewer) -> ColumnElement[bool]:
    """Tasks that the viewer did, holds or may do, or that others do or did in the viewer's name."""
    person = viewer.person
    return or_(
        Task.claimed_by == person,
        Task.completed_by == person,
        Task.person_id == person,
        Task.claimed_for == person,
        Task.completed_for == person,
        _granted(viewer),
        *_lent(viewer),
    )


def _granted(viewer: Viewer) -> ColumnElement[bool]:
    """Tasks of a role the viewer holds: in the unit it is held in, or everywhere."""
    everywhere = sorted({grant.role for grant in viewer.grants if grant.unit is None})
    clauses: list[ColumnElement[bool]] = [Task.role.in_(everywhere)] if everywhere else []
    for role, unit in sorted({(grant.role, grant.unit) for grant in viewer.grants if grant.unit is not None}):
        clauses.append(and_(Task.role == role, or_(Task.unit_id == unit, Task.unit_id.is_(None))))
    return or_(*clauses) if clauses else Task.id.is_(None)


def _lent(viewer: Viewer) -> list[ColumnElement[bool]]:
    """Tasks that mandates reach as they stand: what others did before is not shown to who stands in today."""
    clauses: list[ColumnElement[bool]] = []
    for one in viewer.mandated:
        of_role = and_(Task.role == one.role, Task.person_id.is_(None))
        if one.unit is not None:
            of_role = and_(of_role, or_(Task.unit_id == one.unit, Task.unit_id.is_(None)))
        clauses.append(and_(of_role, *_within(one.mandate)))
    for mandate in viewer.substitutes:
        bound = and_(Task.person_id == mandate.principal, *_within(mandate))
        clauses.append(and_(bound, Task.role.in_(sorted(mandate.roles))) if mandate.roles else bound)
    return clauses


def _within(mandate: Mandate) -> list[ColumnElement[bool]]:
    """The scope of a mandate, over tasks that are open or held."""
    clauses: list[ColumnElement[bool]] = [not_(Task.in_person), Task.state.in_(LIVE_TASK_STATES)]
    if mandate.procedures:
        clauses.append(Task.process_key.in_(sorted(mandate.procedures)))
    if mandate.elements:
        clauses.append(Task.element_id.in_(sorted(mandate.elements)))
    return clauses
