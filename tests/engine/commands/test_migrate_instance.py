"""Moving cases on the database: rows follow, what people did stays, and there is a way back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from engine.commands.claim_task import ReleaseTask, release_task
from engine.commands.migrate_instance import (
    MigrateInstances,
    migrate_instances,
    preview_migration,
)
from engine.commands.run_next_job import run_next_job
from engine.commands.save_draft import SaveDraft, save_draft
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.interventions import (
    InterventionForbidden,
    InterventionReasonMissing,
)
from engine.domain.migration import MigrationRefused
from engine.domain.states import TaskState
from engine.domain.values import Value
from engine.ports import OperatorCall
from engine.store.tables import (
    AuditEvent,
    Notification,
    Task,
    Timer,
)
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, bundle, form, history, jobs, kinds, offer, publish, role, start
from tests.engine.chain import assert_whole
from tests.engine.versions import (
    BY_SECRETARY,
    CHAIN,
    GUARDED,
    LONGER,
    SECRETARY,
    by,
    is_open,
    migrate,
    moved,
    open_task,
    rows,
    versions,
)
from tests.office import Office


def test_a_case_goes_on_in_the_new_version_with_its_task_as_it_was(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    task = office.task("thuky", "Bước a")
    office.claim("thuky", task)
    versions(office, LONGER)
    before = next(one for one in office.tasks(case) if one.id == task)
    report = moved(office, case)
    assert (report.from_version, report.to_version) == (1, 2)
    after = open_task(office, case, "a")
    assert (after.id, after.claimed_by, after.claimed_at) == (task, before.claimed_by, before.claimed_at)
    office.complete("thuky", task, {})
    assert is_open(office, case, "n")


def test_a_case_that_is_not_moved_stays_on_its_version(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(office, LONGER)
    office.complete("thuky", office.task("thuky", "Bước a"), {})
    assert is_open(office, case, "b")


def test_drafts_stay(office: Office) -> None:
    texts = form({"type": "textfield", "key": "y_kien", "label": "Ý kiến"})
    filled = {"a": SECRETARY + '<gov:form key="phieu"/>', "b": SECRETARY}
    publish(office, bundle(CHAIN, filled, forms={"phieu": texts}))
    case = start(office)
    task = office.task("thuky", "Bước a")
    draft = SaveDraft(task=task, viewer=office.viewer("thuky"), values={"y_kien": ["dở dang"]}, files={})
    save_draft(office.system.store, office.system.surroundings, draft, office.now)
    publish(office, bundle(LONGER, filled | {"n": SECRETARY}, forms={"phieu": texts}))
    with office.system.store.reading() as session:
        kept = session.scalars(select(Task.draft).where(Task.id == task)).one()
    moved(office, case)
    with office.system.store.reading() as session:
        assert session.scalars(select(Task.draft).where(Task.id == task)).one() == kept
    assert kept is not None


def test_name_role_and_form_follow_the_new_version_and_the_new_holders_are_told(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    task = office.task("thuky", "Bước a")
    office.claim("thuky", task)
    texts = form({"type": "textfield", "key": "y_kien", "label": "Ý kiến"})
    renamed = bundle(
        CHAIN,
        {"a": role("LD_CQ") + '<gov:form key="phieu"/>', "b": SECRETARY},
        forms={"phieu": texts},
    )
    xml = renamed.files["model.bpmn"].decode().replace("Bước a", "Xem xét")
    publish(office, type(renamed)(files={**renamed.files, "model.bpmn": xml.encode()}))
    moved(office, case)
    (after,) = (one for one in office.tasks(case) if one.id == task)
    assert (after.name, after.role, after.form_key) == ("Xem xét", "LD_CQ", "phieu")
    assert (after.state, after.claimed_by) == (TaskState.OPEN, None)
    assert "task.released" in kinds(office, case)
    with office.system.store.reading() as session:
        told = session.scalars(select(Notification.person_id).where(Notification.task_id == task)).all()
    heads = office.system.surroundings.directory
    with office.system.store.reading() as session:
        holders = heads.holders(session, agency_id(AGENCY), "LD_CQ", None, office.today)
    assert holders
    assert set(holders) <= set(told)


def test_timers_keep_their_moment_and_new_ones_count_from_now(office: Office) -> None:
    versions(office, GUARDED)
    case = start(office)
    begun = office.now
    office.pass_days(1)
    versions(
        office,
        GUARDED + "\n u:timer on a in P5D beside\n y:user\n u > y > e",
        extensions=BY_SECRETARY,
    )
    report = moved(office, case)
    assert [finding.rule for finding in report.findings] == ["border-armed"]
    with office.system.store.reading() as session:
        due = {
            row.element_id: row.due for row in session.scalars(select(Timer).where(Timer.instance_id == case))
        }
    assert due == {"t": begun + timedelta(days=3), "u": office.now + timedelta(days=5)}
    office.pass_days(2)
    assert is_open(office, case, "x")
    assert_whole(office, case)


def test_a_dropped_timer_never_fires(office: Office) -> None:
    versions(office, GUARDED)
    case = start(office)
    versions(office, CHAIN)
    moved(office, case)
    office.pass_days(4)
    assert [task.name for task in office.tasks(case)] == ["Bước a"]


def done(call: OperatorCall) -> Value:
    return {"xong": call.now}


def test_a_service_task_waits_for_the_operator_of_the_new_version(office: Office) -> None:
    offer(office, lam__cu=done, lam__moi=done)
    old = "s:start\n v:service lam.cu\n e:end\n s > v > e"
    publish(office, bundle(old, {}))
    case = start(office)
    publish(office, bundle(old.replace("lam.cu", "lam.moi"), {}))
    (before,) = jobs(office, case)
    moved(office, case)
    (after,) = jobs(office, case)
    assert (after.id, after.operator) == (before.id, "lam.moi")
    assert run_next_job(office.system.store, office.system.surroundings, office.now)
    assert office.instance(case).state == "completed"


def test_a_refused_case_is_as_before_and_the_others_go(office: Office) -> None:
    versions(office, CHAIN)
    stays, goes = start(office), start(office)
    office.complete("thuky", open_task(office, goes, "a").id, {})
    versions(office, "s:start\n b:user\n e:end\n s > b > e")
    before = rows(office, stays)
    reports = {report.instance: report for report in migrate(office, stays, goes)}
    refusal = reports[stays].refusal
    assert isinstance(refusal, MigrationRefused)
    assert "Hồ sơ đang ở “Bước a”" in refusal.vi
    assert reports[goes].refusal is None
    assert rows(office, stays) == before
    assert kinds(office, stays)[-1] == "task.created"
    assert is_open(office, goes, "b")


def test_a_preview_tells_the_same_and_writes_nothing(office: Office) -> None:
    versions(office, GUARDED)
    case = start(office)
    versions(office, LONGER)
    before, told = rows(office, case), kinds(office, case)
    command = MigrateInstances(instances=[case], version=2, intervention=by(office))
    (seen,) = preview_migration(office.system.store, office.system.surroundings, command, office.now)
    assert rows(office, case) == before
    assert kinds(office, case) == told
    assert [finding.rule for finding in seen.findings] == ["border-dropped"]
    assert moved(office, case) == seen


def test_the_history_says_who_why_and_what(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(
        office,
        CHAIN.replace("a:user", "k:user").replace("s > a", "s > k"),
        extensions={**BY_SECRETARY, "k": SECRETARY},
    )
    moved(office, case, a="k")
    event = next(one for one in history(office, case) if one.kind == "instance.migrated")
    assert event.actor_id == office.viewer("quantri").person
    for told in (
        '"from_version":1',
        '"to_version":2',
        '"renamed":{"a":"k"}',
        "Quy trình đã sửa đổi",
        "old_state_sha256",
    ):
        assert told in event.data
    with office.system.store.reading() as session:
        audited = session.scalars(select(AuditEvent).where(AuditEvent.kind == "instance.migrated")).one()
    assert str(case) in audited.data


def test_a_mapping_that_somebody_gives_is_followed(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(
        office,
        "s:start\n p:user\n q:user\n e:end\n s > p > q > e",
        extensions={"p": SECRETARY, "q": SECRETARY},
    )
    (report,) = migrate(office, case)
    assert isinstance(report.refusal, MigrationRefused)
    moved(office, case, a="p")
    assert is_open(office, case, "p")
    (unknown,) = migrate(office, case, version=1, khong="a")
    assert unknown.refusal is not None
    assert "không có bước “khong”" in unknown.refusal.vi


# Who may, and what is no case to move


def test_only_an_administrator_of_the_agency_moves_cases_and_says_why(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(office, LONGER)
    system = office.system
    for intervention, refusal in (
        (by(office, "thuky"), InterventionForbidden),
        (by(office, reason="  "), InterventionReasonMissing),
    ):
        with pytest.raises(refusal):
            migrate_instances(
                system.store,
                system.surroundings,
                MigrateInstances(instances=[case], version=2, intervention=intervention),
                office.now,
            )
    assert "instance.migrated" not in kinds(office, case)


def test_a_case_of_another_agency_is_not_to_be_found(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office, agency="SO-KHCN-TN")
    versions(office, LONGER)
    (report,) = migrate(office, case)
    assert report.refusal is not None
    assert report.code == ""
    assert "Không tìm thấy hồ sơ này" in report.refusal.vi


def test_a_version_that_is_not_there_or_is_its_own_is_refused(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    for version, told in ((7, "không có phiên bản 7"), (1, "đã chạy theo phiên bản 1")):
        (report,) = migrate(office, case, version=version)
        assert report.refusal is not None
        assert told in report.refusal.vi


def test_an_ended_case_is_not_moved(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    for name in "ab":
        office.complete("thuky", open_task(office, case, name).id, {})
    versions(office, LONGER)
    (report,) = migrate(office, case)
    assert report.refusal is not None
    assert "đã kết thúc" in report.refusal.vi


def test_a_suspended_case_is_moved_and_stays_suspended(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(office, LONGER)
    suspend_instance(
        office.system.store,
        office.system.surroundings,
        SuspendInstance(instance=case, intervention=by(office)),
        office.now,
    )
    moved(office, case)
    assert office.instance(case).state == "suspended"


def test_releasing_a_task_after_the_move_works_as_ever(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    office.claim("thuky", open_task(office, case, "a").id)
    versions(office, LONGER)
    moved(office, case)
    release_task(
        office.system.store,
        office.system.surroundings,
        ReleaseTask(task=open_task(office, case, "a").id, viewer=office.viewer("thuky"), origin="test"),
        office.now,
    )
    assert open_task(office, case, "a").claimed_by is None
