"""Versions of a small model, and moving cases between them on a real database."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from engine.commands.migrate_instance import InstanceMigrated, MigrateInstances, migrate_instances
from engine.commands.revert_migration import MigrationReverted, RevertMigration, revert_migration
from engine.domain.interventions import Intervention
from engine.store.tables import ProcessInstance, Task, Timer
from tests.engine.cases import bundle, publish, role
from tests.engine.chain import assert_whole
from tests.office import Office

SECRETARY = role("THU_KY_ISO")
CHAIN = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
LONGER = "s:start\n a:user\n n:user\n b:user\n e:end\n s > a > n > b > e"
GUARDED = CHAIN + "\n t:timer on a in P3D\n x:user\n t > x > e"
BY_SECRETARY = dict.fromkeys("abnxy", SECRETARY)


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


def is_open(office: Office, instance: UUID, name: str) -> bool:
    return any(
        task.name == f"Bước {name}" and task.state in {"open", "claimed"} for task in office.tasks(instance)
    )


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
