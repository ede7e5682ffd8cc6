"""The first wall alone: with the second one away, the application refuses whoever is of another agency."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from engine.commands.assign_task import AssignTask, assign_task
from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.change_variables import ChangeVariables, change_variables
from engine.commands.claim_task import (
    ClaimTask,
    ReleaseTask,
    ReturnTask,
    claim_task,
    release_task,
    return_task,
)
from engine.commands.complete_task import CompleteTask, complete_task
from engine.commands.mark_confidential import MarkConfidential, mark_confidential
from engine.commands.move_clock import MoveClock, move_clock
from engine.commands.move_token import MoveToken, move_token
from engine.commands.restart_instance import RestartInstance, restart_instance
from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.revert_migration import RevertMigration, revert_migration
from engine.commands.save_draft import SaveDraft, save_draft
from engine.commands.store_file import StoreFile, store_file
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.assignment import Grant, Viewer
from engine.domain.clock_entries import ClockEntryKind, LedgerEntry
from engine.domain.errors import Forbidden, NotFound
from engine.domain.forms import Submitted
from engine.domain.interventions import Intervention
from engine.queries.case_record import case_record
from engine.queries.clock import case_clock
from engine.queries.closed_cases import closed_cases
from engine.queries.incidents import count_open_incidents, incident_records
from engine.queries.instance import instance_view, model_drawing
from engine.queries.instances import instance_lines
from engine.queries.interventions import case_for_repair
from engine.queries.mails import mail_lines
from engine.queries.task import task_form, task_view
from engine.queries.visible import visible_among
from tests.engine.cases import bundle, history, publish, role, start
from tests.office import Office

ALL_ROLES = ("QUAN_TRI", "LD_CQ", "THU_KY_ISO", "PHAP_CHE", "LD_PHONG")


def test_another_agencys_officer_is_refused_by_every_verb_and_query(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("PHAP_CHE")}))
    case = start(office)
    (task,) = (row.id for row in office.tasks(case))
    told = len(history(office, case))
    acts = {**verbs(office, case, task), **pages(office, case, task)}
    refused = {name: refuses(act) for name, act in acts.items()}
    assert {name for name, so in refused.items() if not so} == set()
    assert len(history(office, case)) == told
    viewer = stranger(office)
    with office.system.store.reading() as session:
        assert instance_lines(session, viewer)[1] == 0
        assert incident_records(session, office.system.surroundings, viewer)[1] == 0
        assert count_open_incidents(session, viewer) == 0
        assert mail_lines(session, viewer)[1] == 0
        assert closed_cases(session, viewer) == ()
        assert visible_among(session, viewer, {case}) == frozenset()


def stranger(office: Office) -> Viewer:
    """Somebody of the Department who holds every role there."""
    found = office.viewer("quantriso")
    return replace(found, grants=tuple(Grant(role=name, unit=None) for name in ALL_ROLES))


def refuses(act: Callable[[], object]) -> bool:
    try:
        act()
    except (NotFound, Forbidden):
        return True
    return False


def verbs(office: Office, case: UUID, task: UUID) -> dict[str, Callable[[], object]]:
    """Every verb about a case or task, asked by the stranger."""
    viewer, at, now = stranger(office), "test", office.now
    why = Intervention(viewer=viewer, origin=at, reason="Thử")
    store, around = office.system.store, office.system.surroundings
    entry = LedgerEntry(kind=ClockEntryKind.PAUSE, at=now, authority="CT", basis="QĐ", reason="Thử")
    return {
        "claim": lambda: claim_task(store, around, ClaimTask(task=task, viewer=viewer, origin=at), now),
        "release": lambda: release_task(store, around, ReleaseTask(task=task, viewer=viewer, origin=at), now),
        "return": lambda: return_task(
            store, around, ReturnTask(task=task, viewer=viewer, origin=at, reason="Thử"), now
        ),
        "assign": lambda: assign_task(
            store, around, AssignTask(task=task, viewer=viewer, origin=at, to=None, reason="Thử"), now
        ),
        "draft": lambda: save_draft(
            store, around, SaveDraft(task=task, viewer=viewer, values={}, files={}), now
        ),
        "complete": lambda: complete_task(
            store,
            around,
            CompleteTask(task=task, viewer=viewer, origin=at, submitted=Submitted(values={}, files={})),
            now,
        ),
        "file": lambda: store_file(
            store,
            around,
            StoreFile(viewer=viewer, name="a.txt", media_type="text/plain", content=b"a", task=task),
            now,
        ),
        "suspend": lambda: suspend_instance(
            store, around, SuspendInstance(instance=case, intervention=why), now
        ),
        "resume": lambda: resume_instance(
            store, around, ResumeInstance(instance=case, intervention=why), now
        ),
        "cancel": lambda: cancel_instance(
            store, around, CancelInstance(instance=case, intervention=why), now
        ),
        "restart": lambda: restart_instance(
            store, around, RestartInstance(instance=case, intervention=why), now
        ),
        "variables": lambda: change_variables(
            store, around, ChangeVariables(instance=case, intervention=why, scope="", values={"x": 1}), now
        ),
        "token": lambda: move_token(
            store, around, MoveToken(instance=case, place=str(task), target=None, intervention=why), now
        ),
        "revert": lambda: revert_migration(
            store, around, RevertMigration(instance=case, intervention=why), now
        ),
        "confidential": lambda: mark_confidential(
            store, around, MarkConfidential(instance=case, intervention=why), now
        ),
        "clock": lambda: move_clock(
            store, around, MoveClock(instance=case, task=None, viewer=viewer, origin=at, entry=entry), now
        ),
    }


def pages(office: Office, case: UUID, task: UUID) -> dict[str, Callable[[], object]]:
    """Every query about a case or task, asked by the stranger."""
    viewer, around, now = stranger(office), office.system.surroundings, office.now

    def asked(query: Callable[[Session], object]) -> Callable[[], object]:
        def run() -> object:
            with office.system.store.reading() as session:
                return query(session)

        return run

    return {
        "task page": asked(lambda session: task_view(session, around, viewer, task)),
        "task form": asked(lambda session: task_form(session, around, viewer, task)),
        "case": asked(lambda session: instance_view(session, around, viewer, case, now)),
        "drawing": asked(lambda session: model_drawing(session, viewer, case)),
        "record": asked(lambda session: case_record(session, viewer, case)),
        "clock page": asked(lambda session: case_clock(session, around, viewer, case, now)),
        "repair": asked(lambda session: case_for_repair(session, around, viewer, case, now)),
    }
