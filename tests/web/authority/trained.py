"""A class and a look at the steering committee, for the addresses that name one."""

from __future__ import annotations

from uuid import UUID

from engine.domain.identifiers import fresh_id
from qms.committee.tables import CommitteeCheck
from qms.demo_office.loading import agency_id
from qms.training.answers import PlannedClass
from qms.training.classes import enter_class
from qms.training.rules import CourseKind, CourseSource
from tests.engine.cases import AGENCY
from tests.office import Office


def trained(office: Office) -> UUID:
    """A class of the year."""
    planned = PlannedClass(
        kind=CourseKind.SKILLS,
        title="Kỹ năng tiếp dân",
        audience="Một cửa",
        everybody=False,
        trainer="",
        planned_on=office.today,
        cost=None,
        source=CourseSource.OWN,
    )
    key, year = fresh_id(), office.today.year
    with office.system.store.transaction() as session:
        enter_class(session, agency_id(AGENCY), key, planned, office.now, year=year, instance=None)
    return key


def looked_at_committee(office: Office) -> UUID:
    """A look at the committee that a change began."""
    check = fresh_id()
    with office.system.store.transaction() as session:
        session.add(
            CommitteeCheck(
                id=check,
                agency_id=agency_id(AGENCY),
                reason="nhan_su",
                what="Thay đổi",
                event_on=office.today,
                state="dang_xu_ly",
                recorded_at=office.now,
            )
        )
    return check
