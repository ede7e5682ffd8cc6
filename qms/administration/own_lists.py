"""Of a list from a file, an administrator enters only what belongs to the own agency."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from qms.administration.authority import require_administrator
from qms.organisation.authority import may_change_organisation
from qms.organisation.importing import CellProblem, ListCheck, heading
from qms.organisation.list_columns import ListKind
from qms.organisation.tables import Agency


def only_own(session: Session, viewer: Viewer, check: ListCheck) -> ListCheck:
    """The list with the rows of other agencies among the bad ones. Raises NotAuthorised.

    New agencies are entered only by those who look after the whole organisation.
    """
    require_administrator(viewer)
    if may_change_organisation(session, viewer):
        return check
    own = session.scalar(select(Agency.code).where(Agency.id == viewer.agency))
    column = "code" if check.kind is ListKind.AGENCIES else "agency"
    others = [row for row in check.good if check.kind is ListKind.AGENCIES or row.text("agency") != own]
    problems = tuple(
        CellProblem(
            row=row.row,
            column=heading(check.kind, column),
            vi="không phải cơ quan của bạn",
            en="is not your agency",
        )
        for row in others
    )
    left_out = {row.row for row in others}
    return replace(
        check,
        good=tuple(row for row in check.good if row.row not in left_out),
        problems=tuple(sorted((*check.problems, *problems), key=lambda problem: problem.row)),
    )
