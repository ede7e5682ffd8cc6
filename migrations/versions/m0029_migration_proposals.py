"""Proposals to move running cases to another version, and what the head of the agency said."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "migration_proposal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("from_version", sa.Integer(), nullable=False),
        sa.Column("to_version", sa.Integer(), nullable=False),
        sa.Column("mapping", postgresql.JSONB(), nullable=False),
        sa.Column("cases", postgresql.JSONB(), nullable=False),
        sa.Column("plan_sha256", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("carried_by", sa.Uuid(), nullable=True),
        sa.Column("carried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", postgresql.JSONB(), nullable=False),
        sa.CheckConstraint(
            "state IN ('proposed','approved','returned','carried_out')",
            name=op.f("ck_migration_proposal_state"),
        ),
        sa.CheckConstraint(
            "(state = 'proposed') = (decided_at IS NULL)", name=op.f("ck_migration_proposal_decided")
        ),
        sa.CheckConstraint(
            "(decided_at IS NULL) = (decided_by IS NULL)", name=op.f("ck_migration_proposal_decided_by")
        ),
        sa.CheckConstraint("decided_by <> proposed_by", name=op.f("ck_migration_proposal_separated")),
        sa.CheckConstraint(
            "(state = 'carried_out') = (carried_at IS NOT NULL)", name=op.f("ck_migration_proposal_carried")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_migration_proposal_agency_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_migration_proposal")),
    )
    op.create_index(
        "ix_migration_proposal_agency", "migration_proposal", ["agency_id", "proposed_at"], unique=False
    )
    op.execute("ALTER TABLE migration_proposal ENABLE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY office ON migration_proposal TO quytrinh_office"
        " USING (agency_id = (SELECT nullif(current_setting('quytrinh.agency', true), '')::uuid))"
    )
