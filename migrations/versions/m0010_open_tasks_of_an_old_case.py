"""The open tasks of an old case, and the urgent ones of a day, are found along an index."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

WAITING = sa.text("state = 'open' AND person_id IS NULL")
URGENT = ["target_due", sa.text("priority DESC"), "created_at", "id"]


def upgrade() -> None:
    """Apply."""
    for name in ("ix_task_instance", "ix_task_queue", "ix_task_role"):
        op.drop_index(name, table_name="task")
    op.create_index("ix_task_instance", "task", ["instance_id", "state"], unique=False)
    op.create_index(
        "ix_task_queue", "task", ["agency_id", "role", "unit_id", *URGENT], postgresql_where=WAITING
    )
    op.create_index("ix_task_role", "task", ["agency_id", "role", *URGENT], postgresql_where=WAITING)
