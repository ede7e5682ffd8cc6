"""A year of the demo office as its officers play it, with small processes that stand for the yearly ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.domain.forms import AttachedFile
from engine.domain.identifiers import fresh_id
from engine.domain.interventions import Intervention
from engine.domain.local_time import OFFICE_ZONE
from engine.store.tables import EventSubscription, Message, Task
from qms.audits.tables import Audit, AuditProgramme
from qms.catalogue.commands import StartFromCatalogue, start_from_catalogue
from qms.demo_office.loading import agency_id
from qms.organisation.tables import Unit
from qms.reviews.tables import ManagementReview
from qms.years.entering import DONE, ItemState
from qms.years.rules import MODEL_KEY
from qms.years.tables import QmsYear, YearItem
from qms.years.waiving import ProposeWaiver, propose_waiver
from tests.engine.cases import AGENCY, bundle, publish, role
from tests.office import Office

P00 = Path(bpmn.__file__).parent / "qms" / "p00_nam"
YEAR = 2027
FIRST_DAY = date(2027, 1, 4)
"""02/01/2027 is a Saturday."""


@dataclass
class YearCase:
    """The year of the office."""

    office: Office
    year: int = YEAR

    @property
    def row(self) -> QmsYear:
        """The year in the register."""
        with self.office.system.store.reading() as session:
            return session.scalars(
                select(QmsYear).where(QmsYear.agency_id == agency_id(AGENCY), QmsYear.year == self.year)
            ).one()

    @property
    def id(self) -> UUID:
        """Its case."""
        found = self.row.instance_id
        assert found is not None
        return found

    def item(self, process: str, subject: str = "") -> YearItem:
        """One thing of the year."""
        with self.office.system.store.reading() as session:
            return session.scalars(
                select(YearItem).where(
                    YearItem.year_id == self.row.id, YearItem.process == process, YearItem.subject == subject
                )
            ).one()

    def items(self) -> list[YearItem]:
        """All of them, by the day on which they start."""
        with self.office.system.store.reading() as session:
            return list(
                session.scalars(
                    select(YearItem)
                    .where(YearItem.year_id == self.row.id)
                    .order_by(YearItem.starts_on, YearItem.process, YearItem.subject)
                )
            )

    def waiting(self) -> list[str]:
        """The tasks of the year's case that wait."""
        with self.office.system.store.reading() as session:
            return sorted(
                name.rpartition("/")[2]
                for name in session.scalars(
                    select(Task.element_id).where(
                        Task.instance_id == self.id, Task.state.in_(("open", "claimed"))
                    )
                )
            )

    def branches(self) -> int:
        """How many of its items the case still waits for."""
        with self.office.system.store.reading() as session:
            return len(
                session.scalars(
                    select(EventSubscription.id).where(
                        EventSubscription.instance_id == self.id, EventSubscription.name == DONE
                    )
                ).all()
            )

    def do(
        self,
        username: str,
        element: str,
        values: Mapping[str, str | Sequence[str]],
        files: Mapping[str, Sequence[AttachedFile]] | None = None,
    ) -> None:
        """The officer does the first task of that element."""
        offered = {row.id for row in self.office.inbox(username)}
        with self.office.system.store.reading() as session:
            tasks = session.scalars(
                select(Task.id)
                .where(
                    Task.instance_id == self.id,
                    Task.element_id.in_((element, f"P00_VIEC_CUA_NAM/{element}")),
                    Task.state.in_(("open", "claimed")),
                )
                .order_by(Task.created_at)
            ).all()
        self.office.complete(username, next(task for task in tasks if task in offered), values, files)

    def waive(self, process: str, reason: str = "Kinh phí do cấp trên bảo đảm cả năm.") -> None:
        """The secretary proposes that it does not apply."""
        command = ProposeWaiver(
            viewer=self.office.viewer("thuky"), origin="test", item=self.item(process).id, reason=reason
        )
        propose_waiver(self.office.system.store, command, self.office.now)
        self.office.work()

    def begun_by(self, process: str) -> list[UUID]:
        """The cases that the year's messages to a process began."""
        with self.office.system.store.reading() as session:
            return [
                one
                for one in session.scalars(
                    select(Message.received_by)
                    .where(Message.name == f"{process}_bat_dau", Message.sender_instance == self.id)
                    .order_by(Message.sent_at)
                )
                if one is not None
            ]

    def finish(self, case: UUID) -> None:
        """The one task of a small process is done."""
        task = next(one for one in self.office.tasks(case) if one.completed_at is None)
        self.office.complete("thuky", task.id, {})

    def cancel(self, case: UUID) -> None:
        """The administrator cancels a case."""
        intervention = Intervention(
            viewer=self.office.viewer("quantri"), origin="test", reason="Mở nhầm hồ sơ."
        )
        command = CancelInstance(instance=case, intervention=intervention)
        cancel_instance(self.office.system.store, self.office.system.surroundings, command, self.office.now)
        self.office.work()


def stand_in(office: Office, process: str) -> None:
    """Publish a small process that takes its place in the year and leaves it."""
    drawing = f"""
    n:start message {process}_bat_dau
    s:start
    v:service year.enter quy_trinh="{process}" ma_viec_nam=ma_viec_nam nam=nam
    a:user
    r:service year.leave ma_viec_nam=ma_viec_nam
    d:send Viec_nam_xong
    e:end
    n > v
    s > v > a > r > d > e
    """
    key = '<gov:message key="ma_viec_nam" keep="P1D"/>'
    publish(office, bundle(drawing, {"a": role("THU_KY_ISO"), "d": key}, key=f"QMS_{process}_THU"))


def on(day: date, hour: int = 8) -> datetime:
    """A moment of a day in the office."""
    return datetime.combine(day, time(hour), OFFICE_ZONE)


def opened(office: Office, *processes: str) -> YearCase:
    """The year as the calendar opens it; of all processes these alone are published."""
    for process in processes:
        stand_in(office, process)
    office.deploy(P00)
    office.pass_until(on(FIRST_DAY))
    return YearCase(office)


def begun_by_hand(office: Office) -> UUID:
    """The secretary starts the process of the year."""
    command = StartFromCatalogue(viewer=office.viewer("thuky"), origin="test", key=MODEL_KEY)
    started = start_from_catalogue(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    return started.instance


def audited_and_reviewed(office: Office, *, units: int | None = None) -> None:
    """The registers say that units were audited (all of them without a number) and a review was held."""
    agency = agency_id(AGENCY)
    with office.system.store.transaction() as session:
        programme = AuditProgramme(
            id=fresh_id(),
            agency_id=agency,
            year=YEAR,
            edition=1,
            state="da_xong",
            criteria="",
            methods="",
            recorded_at=office.now,
        )
        session.add(programme)
        session.flush()
        found = session.scalars(select(Unit).where(Unit.agency_id == agency).order_by(Unit.code)).all()
        for number, unit in enumerate(found[:units], start=1):
            session.add(
                Audit(
                    id=fresh_id(),
                    agency_id=agency,
                    programme_id=programme.id,
                    code=f"DG-{number}",
                    unit_id=unit.id,
                    scope="",
                    held_on=date(YEAR, 9, 20),
                    state="da_ket_thuc",
                    answered_as="",
                    answer="",
                    recorded_at=office.now,
                )
            )
        session.add(
            ManagementReview(
                id=fresh_id(),
                agency_id=agency,
                year=YEAR,
                ordinal=1,
                state="da_xac_nhan",
                held_on=date(YEAR, 10, 20),
                validity="hieu_luc",
                recorded_at=office.now,
            )
        )


def review_of(office: Office, case: UUID, year: int) -> None:
    """The register says that a case is the review of the year."""
    with office.system.store.transaction() as session:
        session.add(
            ManagementReview(
                id=fresh_id(),
                agency_id=agency_id(AGENCY),
                year=year,
                ordinal=1,
                state="chuan_bi",
                instance_id=case,
                validity="",
                recorded_at=office.now,
            )
        )


def all_over(office: Office, case: YearCase, *, apart_from: Sequence[str] = ()) -> None:
    """Waive what the year owes, apart from some processes: what a test is not about."""
    for item in case.items():
        if item.process not in apart_from and item.state == ItemState.WAITING:
            command = ProposeWaiver(
                viewer=office.viewer("thuky"), origin="test", item=item.id, reason="Không thuộc bài thử này."
            )
            propose_waiver(office.system.store, command, office.now)
    office.work()
    while "DuyetMien" in case.waiting():
        case.do("chanhvp", "DuyetMien", {"quyet_dinh_mien": "duyet"})
