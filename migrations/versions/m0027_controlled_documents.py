"""Controlled documents: nothing unapproved is in force, what withdrew a version, what is due for review."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("controlled_version", sa.Column("ended_by", sa.Uuid(), nullable=True))
    op.add_column(
        "controlled_version", sa.Column("decision_number", sa.Text(), server_default="", nullable=False)
    )
    op.add_column("controlled_version", sa.Column("decided_on", sa.Date(), nullable=True))
    op.create_foreign_key(
        op.f("fk_controlled_version_ended_by_outgoing_document"),
        "controlled_version",
        "outgoing_document",
        ["ended_by"],
        ["id"],
    )
    op.create_check_constraint(
        op.f("ck_controlled_version_approved"),
        "controlled_version",
        "state IN ('du_thao','dang_xem_xet','cho_phe_duyet','khong_duyet')"
        " OR (approved_at IS NOT NULL AND effective_on IS NOT NULL)",
    )
    op.create_index(
        "ix_controlled_document_review",
        "controlled_document",
        ["next_review_on"],
        unique=False,
        postgresql_where=sa.text("next_review_on IS NOT NULL"),
    )
