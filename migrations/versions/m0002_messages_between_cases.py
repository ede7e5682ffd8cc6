"""Messages and signals that pass from case to case."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KINDS = "kind IN ('message','signal')"
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply."""
    _event_subscription()
    _message()
    _model_start()


def _event_subscription() -> None:
    op.create_table(
        "event_subscription",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("correlation_key", sa.Text(), nullable=False),
        sa.Column("element_id", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("ready_at", MOMENT, nullable=False),
        sa.CheckConstraint(KINDS, name=op.f("ck_event_subscription_kind")),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_event_subscription_instance_id_process_instance"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_subscription")),
    )
    op.create_index(
        "ix_event_subscription_awaited",
        "event_subscription",
        ["agency_id", "kind", "name", "correlation_key", "sequence"],
    )
    op.create_index("ix_event_subscription_instance", "event_subscription", ["instance_id"])


def _message() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("correlation_key", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("sender_instance", sa.Uuid(), nullable=True),
        sa.Column("sender_element", sa.Text(), nullable=True),
        sa.Column("sent_by", sa.Uuid(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("thrown_id", sa.Uuid(), nullable=False),
        sa.Column("target_subscription", sa.Uuid(), nullable=True),
        sa.Column("target_model", sa.Text(), nullable=True),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("deliver_at", MOMENT, nullable=True),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("received_by", sa.Uuid(), nullable=True),
        sa.Column("received_element", sa.Text(), nullable=True),
        sa.Column("received_at", MOMENT, nullable=True),
        sa.CheckConstraint(KINDS, name=op.f("ck_message_kind")),
        sa.CheckConstraint(
            "state IN ('pending','delivered','expired','missed')", name=op.f("ck_message_state")
        ),
        sa.CheckConstraint("(state = 'pending') = (deliver_at IS NOT NULL)", name=op.f("ck_message_pending")),
        sa.ForeignKeyConstraint(
            ["sender_instance"],
            ["process_instance.id"],
            name=op.f("fk_message_sender_instance_process_instance"),
        ),
        sa.ForeignKeyConstraint(
            ["received_by"], ["process_instance.id"], name=op.f("fk_message_received_by_process_instance")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
    )
    op.create_index(
        "ix_message_deliver_at",
        "message",
        ["deliver_at", "sequence"],
        postgresql_where=sa.text("deliver_at IS NOT NULL"),
    )
    op.create_index(
        "ix_message_kept",
        "message",
        ["agency_id", "name", "correlation_key", "sequence"],
        postgresql_where=sa.text("deliver_at IS NOT NULL AND kind = 'message'"),
    )
    op.create_index(
        "ix_message_target_subscription",
        "message",
        ["target_subscription"],
        postgresql_where=sa.text("deliver_at IS NOT NULL AND target_subscription IS NOT NULL"),
    )
    op.create_index("ix_message_sender_instance", "message", ["sender_instance"])
    op.create_index("ix_message_received_by", "message", ["received_by"])


def _model_start() -> None:
    op.create_table(
        "model_start",
        sa.Column("model_version_id", sa.Uuid(), nullable=False),
        sa.Column("element_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint(KINDS, name=op.f("ck_model_start_kind")),
        sa.ForeignKeyConstraint(
            ["model_version_id"],
            ["model_version.id"],
            name=op.f("fk_model_start_model_version_id_model_version"),
        ),
        sa.PrimaryKeyConstraint("model_version_id", "element_id", name=op.f("pk_model_start")),
    )
    op.create_index("ix_model_start_name", "model_start", ["kind", "name"])
    op.execute(
        "CREATE TRIGGER model_start_append_only BEFORE UPDATE OR DELETE ON model_start "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER model_start_no_truncate BEFORE TRUNCATE ON model_start "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
