"""Mails that their reader is waiting for, which no quiet hours hold."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column(
        "mail", sa.Column("asked_for", sa.Boolean(), nullable=False, server_default=sa.text("false"))
    )
