"""The open tasks of an old case, and the urgent ones of a day, are found along an index."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

WAITING = sa.text("state = 'open' AND person_id IS NULL")
URGENT: list[str | sa.TextClause] = ["target_due", sa.text("priority DESC"), "created_at", "id"]


def upgrade() -> None:
    """Apply."""
    for name in ("ix_task_instance", "ix_task_queue", "ix_task_role"):
        op.drop_index(name, table_name="task")
    op.create_index("ix_task_instance", "task", ["instance_id", "state"], unique=False)
    for name, *queue in (("ix_task_queue", "role", "unit_id"), ("ix_task_role", "role")):
        op.create_index(
            name,
            "task",
            ["agency_id", *queue, *URGENT],
            postgresql_include=["clock_paused_at"],
            postgresql_where=WAITING,
        )
