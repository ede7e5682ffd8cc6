"""Moving cases on the database: rows follow, what people did stays, and there is a way back."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.commands.claim_task import ReleaseTask, release_task
from engine.commands.migrate_instance import (
    InstanceMigrated,
    MigrateInstances,
    migrate_instances,
    preview_migration,
)
from engine.commands.revert_migration import MigrationReverted, RevertMigration, revert_migration
from engine.commands.run_next_job import run_next_job
from engine.commands.save_draft import SaveDraft, save_draft
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.interventions import (
    Intervention,
    InterventionForbidden,
    InterventionReasonMissing,
)
from engine.domain.migration import MigrationRefused
from engine.domain.migration_refusals import MovedOnSince, NothingToRevert
from engine.domain.states import TaskState
from engine.store.tables import (
    AuditEvent,
    InstanceMigration,
    Notification,
    ProcessInstance,
    Task,
    Timer,
)
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, bundle, form, history, jobs, kinds, offer, publish, role, start
from tests.engine.chain import assert_whole
from tests.office import Office

SECRETARY = role("THU_KY_ISO")
CHAIN = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
LONGER = "s:start\n a:user\n n:user\n b:user\n e:end\n s > a > n > b > e"
GUARDED = CHAIN + "\n t:timer on a in P3D\n x:user\n t > x > e"
BY_SECRETARY = dict.fromkeys("abnx", SECRETARY)


def versions(office: Office, *drawings: str, extensions: dict[str, str] | None = None) -> None:
    """Publish each drawing as the next version."""
    for text in drawings:
        used = {key: value for key, value in (extensions or BY_SECRETARY).items() if f"{key}:" in text}
        publish(office, bundle(text, used))


def by(
    office: Office, username: str | None = "quantri", reason: str = "Quy trình đã sửa đổi"
) -> Intervention:
    viewer = office.viewer(username) if username else None
    return Intervention(viewer=viewer, origin="test", reason=reason)


def migrate(
    office: Office, *instances: UUID, version: int = 2, **mapping: str
) -> tuple[InstanceMigrated, ...]:
    command = MigrateInstances(instances=instances, version=version, mapping=mapping, intervention=by(office))
    return migrate_instances(office.system.store, office.system.surroundings, command, office.now)


def moved(office: Office, instance: UUID, version: int = 2, **mapping: str) -> InstanceMigrated:
    (report,) = migrate(office, instance, version=version, **mapping)
    assert report.refusal is None, report.refusal
    assert_whole(office, instance)
    return report


def back(office: Office, instance: UUID) -> MigrationReverted:
    command = RevertMigration(instance=instance, intervention=by(office, reason="Chuyển nhầm"))
    reverted = revert_migration(office.system.store, office.system.surroundings, command, office.now)
    assert_whole(office, instance)
    return reverted


def open_task(office: Office, instance: UUID, name: str) -> Task:
    (found,) = (
        task
        for task in office.tasks(instance)
        if task.name == f"Bước {name}" and task.state in {"open", "claimed"}
    )
    return found


def state(office: Office, instance: UUID) -> bytes:
    with office.system.store.reading() as session:
        return session.scalars(
            select(ProcessInstance.process_state).where(ProcessInstance.id == instance)
        ).one()


def rows(office: Office, instance: UUID) -> list[object]:
    """Everything that is written about a case, apart from its history and its revision."""
    with office.system.store.reading() as session:
        case = session.get_one(ProcessInstance, instance)
        known = {"history_sequence", "history_hash", "revision"}
        kept: list[object] = [
            {c.name: getattr(case, c.name) for c in ProcessInstance.__table__.columns if c.name not in known}
        ]
        for table in (Task, Timer):
            found = session.scalars(select(table).where(table.instance_id == instance).order_by(table.id))
            kept += [{c.name: getattr(row, c.name) for c in row.__table__.columns} for row in found]
        return kept


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
    assert office.task("thuky", "Bước n")


def test_a_case_that_is_not_moved_stays_on_its_version(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(office, LONGER)
    office.complete("thuky", office.task("thuky", "Bước a"), {})
    assert open_task(office, case, "b")


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
        extensions={**BY_SECRETARY, "y": SECRETARY},
    )
    report = moved(office, case)
    assert [finding.rule for finding in report.findings] == ["border-armed"]
    with office.system.store.reading() as session:
        due = {
            row.element_id: row.due for row in session.scalars(select(Timer).where(Timer.instance_id == case))
        }
    assert due == {"t": begun + timedelta(days=3), "u": office.now + timedelta(days=5)}
    office.pass_days(2)
    assert open_task(office, case, "x")
    assert_whole(office, case)


def test_a_dropped_timer_never_fires(office: Office) -> None:
    versions(office, GUARDED)
    case = start(office)
    versions(office, CHAIN)
    moved(office, case)
    office.pass_days(4)
    assert [task.name for task in office.tasks(case)] == ["Bước a"]


def test_a_service_task_waits_for_the_operator_of_the_new_version(office: Office) -> None:
    offer(office, lam__cu=lambda call: None, lam__moi=lambda call: {"xong": True})
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
    assert isinstance(reports[stays].refusal, MigrationRefused)
    assert "Hồ sơ đang ở “Bước a”" in reports[stays].refusal.vi
    assert reports[goes].refusal is None
    assert rows(office, stays) == before
    assert kinds(office, stays)[-1] == "task.created"
    assert open_task(office, goes, "b")


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
    moved(office, case)
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
    assert open_task(office, case, "p")
    (unknown,) = migrate(office, case, version=1, khong="a")
    assert unknown.refusal is not None
    assert "không có bước “khong”" in unknown.refusal.vi


# The way back


def test_a_migration_is_reverted_to_the_last_byte(office: Office) -> None:
    versions(office, GUARDED)
    case = start(office)
    office.claim("thuky", open_task(office, case, "a").id)
    versions(
        office,
        LONGER + "\n u:timer on a in P5D beside\n y:user\n u > y > e",
        extensions={**BY_SECRETARY, "y": SECRETARY},
    )
    before, old = rows(office, case), state(office, case)
    moved(office, case)
    assert rows(office, case) != before
    reverted = back(office, case)
    assert (reverted.from_version, reverted.to_version) == (2, 1)
    assert state(office, case) == old
    assert rows(office, case) == before
    assert kinds(office, case)[-2:] == ["instance.migrated", "instance.migration_reverted"]
    office.complete("thuky", open_task(office, case, "a").id, {})
    assert open_task(office, case, "b")


def test_what_happened_at_once_is_taken_back_too(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office, gap=True)
    versions(office, CHAIN + "\n k:condition on a gap = true\n x:user\n k > x > e")
    before = rows(office, case)
    moved(office, case)
    assert open_task(office, case, "x")
    back(office, case)
    after = rows(office, case)
    assert after[0] == before[0]
    assert [task.state for task in office.tasks(case) if task.name == "Bước a"] == [TaskState.OPEN]
    assert [task.state for task in office.tasks(case) if task.name == "Bước x"] == [TaskState.CANCELLED]


def test_a_claim_and_a_draft_of_the_meantime_survive_the_way_back(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(office, LONGER)
    moved(office, case)
    task = open_task(office, case, "a").id
    office.claim("thuky", task)
    back(office, case)
    assert open_task(office, case, "a").claimed_by == office.viewer("thuky").person


def test_there_is_no_way_back_once_a_step_was_taken(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(office, LONGER)
    moved(office, case)
    office.complete("thuky", open_task(office, case, "a").id, {})
    with pytest.raises(MovedOnSince):
        back(office, case)
    assert open_task(office, case, "n")


def test_there_is_no_way_back_twice_or_without_a_migration(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    with pytest.raises(NothingToRevert):
        back(office, case)
    versions(office, LONGER)
    moved(office, case)
    back(office, case)
    with pytest.raises(NothingToRevert):
        back(office, case)
    with office.system.store.reading() as session:
        kept = session.scalars(select(InstanceMigration)).one()
    assert kept.reverted_reason == "Chuyển nhầm"


def test_a_case_may_be_moved_there_and_back_and_there_again(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(office, LONGER)
    for version in (2, 1, 2):
        moved(office, case, version)
    office.complete("thuky", open_task(office, case, "a").id, {})
    assert open_task(office, case, "n")


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
    case = start(office, agency="SKHCN-TN")
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
