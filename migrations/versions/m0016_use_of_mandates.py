"""What was done by a delegation is found by it."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_index(
        "ix_task_mandate", "task", ["mandate_id"], postgresql_where=sa.text("mandate_id IS NOT NULL")
    )
