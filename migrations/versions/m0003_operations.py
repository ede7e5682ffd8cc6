"""Operations: cases at rest, incidents repaired."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATES = "state IN ('running','suspended','completed','cancelled')"
RESOLUTIONS = "resolution IN ('passed','answered','skipped','closed','cancelled')"


def upgrade() -> None:
    """Apply."""
    op.add_column("process_instance", sa.Column("suspended_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("process_instance", sa.Column("suspended_by", sa.Uuid(), nullable=True))
    op.add_column("process_instance", sa.Column("suspended_reason", sa.Text(), nullable=True))
    op.add_column(
        "process_instance",
        sa.Column("open_incidents", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
    )
    op.drop_constraint(op.f("ck_process_instance_state"), "process_instance", type_="check")
    op.create_check_constraint(op.f("ck_process_instance_state"), "process_instance", STATES)
    op.drop_index("ix_process_instance_overdue_from", table_name="process_instance")
    op.create_index(
        "ix_process_instance_overdue_from",
        "process_instance",
        ["overdue_from"],
        postgresql_where=sa.text("state IN ('running','suspended') AND overdue_at IS NULL"),
    )
    op.add_column("incident", sa.Column("task_id", sa.Uuid(), nullable=True))
    op.add_column("incident", sa.Column("timer_id", sa.Uuid(), nullable=True))
    op.add_column("incident", sa.Column("resolution", sa.Text(), nullable=True))
    op.add_column("incident", sa.Column("resolution_reason", sa.Text(), nullable=True))
    op.create_check_constraint(op.f("ck_incident_resolution"), "incident", RESOLUTIONS)
    op.create_index("ix_incident_agency", "incident", ["agency_id", "opened_at"])
    op.execute(
        "UPDATE process_instance SET open_incidents = found.many FROM"
        " (SELECT instance_id, count(*) AS many FROM incident WHERE resolved_at IS NULL GROUP BY instance_id)"
        " AS found WHERE found.instance_id = process_instance.id"
    )
