"""Small models on a real database: a drawing gets roles and forms, is published, started and played."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from threading import Barrier
from typing import Any, Self, TypeVar
from uuid import UUID

from psycopg import Connection, Cursor
from psycopg.abc import Query
from sqlalchemy import Engine, event, select

from engine.commands.deploy_model import DeployModel, ModelDeployed, deploy_model
from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from engine.domain.bundle import Bundle
from engine.domain.errors import Refusal
from engine.domain.identifiers import fresh_id
from engine.domain.values import Value
from engine.ports import ServiceOperator
from engine.store.tables import HistoryEvent, Incident, Job
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.organisation.tables import RoleAssignment
from tests.engine.runtime.drawings import Drawing
from tests.office import Office

AGENCY = "VP-UBND-TN"
Result = TypeVar("Result")


def role(name: str, more: str = "") -> str:
    """The extension of a task that waits for holders of a role."""
    return f'<gov:assignment role="{name}"/>{more}'


def bundle(
    drawing: str,
    extensions: Mapping[str, str],
    *,
    key: str = "QMS_P99_THU",
    forms: Mapping[str, object] | None = None,
) -> Bundle:
    """The files of a drawing whose elements carry these extensions; the key "P" stands for the process."""
    xml = Drawing(drawing).xml()
    for element, inner in extensions.items():
        tag = re.compile(rf'(<bpmn:\w+ id="{element}"[^>]*[^/]>)(?:</?bpmn:extensionElements>)*')
        xml = tag.sub(rf"\1<bpmn:extensionElements>{inner}</bpmn:extensionElements>", xml, count=1)
    files = {"model.bpmn": xml.replace('<bpmn:process id="P"', f'<bpmn:process id="{key}"').encode()}
    files |= {f"forms/{name}.json": json.dumps(form).encode() for name, form in (forms or {}).items()}
    return Bundle(files=files)


def form(*components: Mapping[str, object], key: str = "phieu") -> Mapping[str, object]:
    """A form of these components."""
    return {"type": "default", "id": key, "title": "Phiếu thử", "components": list(components)}


def publish(office: Office, files: Bundle) -> ModelDeployed:
    """Publish the files as a version of their model."""
    command = DeployModel(bundle=files, actor=Actor.system())
    return deploy_model(office.system.store, office.system.surroundings, command, office.now)


def start(office: Office, key: str = "QMS_P99_THU", *, agency: str = AGENCY, **variables: Value) -> UUID:
    """Start a case; no worker comes by."""
    command = StartProcess(
        key=key, agency=agency_id(agency), series="THU", variables=variables, actor=Actor.system()
    )
    return start_process(office.system.store, office.system.surroundings, command, office.now).instance


def offer(office: Office, **operators: ServiceOperator) -> None:
    """Let models use these operators, under their names with dots for double underscores."""
    named = {name.replace("__", "."): operator for name, operator in operators.items()}
    surroundings = office.system.surroundings
    known = replace(surroundings, operators={**surroundings.operators, **named})
    office.system = replace(office.system, surroundings=known)


def withdraw(office: Office, name: str) -> None:
    """Offer an operator no longer."""
    surroundings = office.system.surroundings
    left = {key: operator for key, operator in surroundings.operators.items() if key != name}
    office.system = replace(office.system, surroundings=replace(surroundings, operators=left))


def grant(
    office: Office,
    username: str,
    held: str,
    unit: str | None = None,
    *,
    since: date = date(2024, 1, 1),
    until: date | None = None,
) -> None:
    """Give an officer one more role; `until` is the first day without it."""
    with office.system.store.transaction() as session:
        session.add(
            RoleAssignment(
                id=fresh_id(),
                agency_id=agency_id(AGENCY),
                unit_id=unit_id(AGENCY, unit) if unit else None,
                person_id=person_id(username),
                role=held,
                valid_from=since,
                valid_to=until,
                decision="Quyết định thử",
            )
        )


def end_roles(office: Office, username: str, day: date) -> None:
    """From that day on the officer holds no role any more."""
    with office.system.store.transaction() as session:
        for held in session.scalars(
            select(RoleAssignment).where(RoleAssignment.person_id == person_id(username))
        ):
            held.valid_to = day


def at_once(*acts: Callable[[], Result]) -> list[Result | Refusal]:
    """Do all of it at the same moment, each in a thread of its own; refusals are answers too."""
    barrier = Barrier(len(acts))

    def one(act: Callable[[], Result]) -> Result | Refusal:
        barrier.wait(timeout=30)
        try:
            return act()
        except Refusal as refusal:
            return refusal

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


LEGAL_TIME_READ = re.compile(
    r"FROM (legal_time_version|calendar_day|office_hours|deadline_policy|escalation_ladder)\b"
    r"|agency\.province"
)


@contextmanager
def statements(engine: Engine, *, legal_time: bool = False) -> Iterator[list[str]]:
    """The statements that reach the database meanwhile, without the reading of legal time unless asked for.

    That comes every few seconds of machine time, whatever is done.
    """
    seen: list[str] = []

    class Noting(Cursor[tuple[object, ...]]):
        def execute(self, query: Query, *more: Any, **named: Any) -> Self:
            if legal_time or not LEGAL_TIME_READ.search(str(query)):
                seen.append(str(query))
            return super().execute(query, *more, **named)

        def executemany(self, query: Query, *more: Any, **named: Any) -> None:
            seen.append(str(query))
            super().executemany(query, *more, **named)

    def take(connection: Connection, *_more: object) -> None:
        connection.cursor_factory = Noting

    def put_back(connection: Connection, *_more: object) -> None:
        connection.cursor_factory = Cursor

    event.listen(engine, "checkout", take)
    event.listen(engine, "checkin", put_back)
    try:
        yield seen
    finally:
        event.remove(engine, "checkout", take)
        event.remove(engine, "checkin", put_back)


def history(office: Office, instance: UUID) -> list[HistoryEvent]:
    """What is written about a case, in order."""
    with office.system.store.reading() as session:
        return list(
            session.scalars(
                select(HistoryEvent)
                .where(HistoryEvent.instance_id == instance)
                .order_by(HistoryEvent.sequence)
            )
        )


def kinds(office: Office, instance: UUID) -> list[str]:
    """The kinds of what is written about a case, without the steps of the drawing."""
    return [one.kind for one in history(office, instance) if not one.kind.startswith("activity.")]


def jobs(office: Office, instance: UUID) -> list[Job]:
    """The service tasks that a case waits for."""
    with office.system.store.reading() as session:
        return list(session.scalars(select(Job).where(Job.instance_id == instance)))


def incidents(office: Office, instance: UUID) -> list[Incident]:
    """What somebody has to repair in a case."""
    with office.system.store.reading() as session:
        return list(session.scalars(select(Incident).where(Incident.instance_id == instance)))
