"""Messages that stopped: how many in a row brought one about, why it lies still, and notices about it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0006"
branch_labels = None
depends_on = None

NONE_YET = sa.text("0")


def upgrade() -> None:
    """Apply."""
    op.add_column(
        "process_instance", sa.Column("hops", sa.SmallInteger(), server_default=NONE_YET, nullable=False)
    )
    op.add_column("message", sa.Column("hops", sa.SmallInteger(), server_default=NONE_YET, nullable=False))
    op.add_column("message", sa.Column("parked_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("message", sa.Column("trouble_vi", sa.Text(), nullable=True))
    op.drop_constraint(op.f("ck_message_state"), "message")
    op.create_check_constraint(
        op.f("ck_message_state"),
        "message",
        "state IN ('pending','delivered','expired','missed','parked','dropped')",
    )
    op.create_index(
        "ix_message_parked", "message", ["agency_id"], postgresql_where=sa.text("state = 'parked'")
    )
    op.alter_column("notification", "instance_id", existing_type=sa.Uuid(), nullable=True)
