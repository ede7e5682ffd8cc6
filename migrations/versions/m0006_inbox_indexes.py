"""Queues of tasks in the order in which the inbox shows them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WAITING = sa.text("state = 'open' AND person_id IS NULL")


def upgrade() -> None:
    """Apply."""
    op.drop_index("ix_task_queue", table_name="task")
    op.create_index(
        "ix_task_queue",
        "task",
        ["agency_id", "role", "unit_id", "target_due", "created_at", "id"],
        postgresql_where=WAITING,
    )
    op.create_index(
        "ix_task_role",
        "task",
        ["agency_id", "role", "target_due", "created_at", "id"],
        postgresql_where=WAITING,
    )
