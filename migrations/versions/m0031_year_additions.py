"""What the tables of the QMS year were found to lack: one revision for all of them."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    # What the secretary proposes of an item of the year, and what the head answered.
    op.add_column("year_item", sa.Column("proposal", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("year_item", sa.Column("proposed_by", sa.Uuid(), nullable=True))
    op.add_column("year_item", sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("year_item", sa.Column("answer", sa.Text(), server_default=sa.text("''"), nullable=False))
    # The tasks of a committee member who leaves: to whom each went (P13).
    op.create_table(
        "task_hand_over",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("check_id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("task_name", sa.Text(), nullable=False),
        sa.Column("case_code", sa.Text(), nullable=False),
        sa.Column("personal", sa.Boolean(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("from_name", sa.Text(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("run_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('dang_giu','ve_nhom','cho_chuyen','da_chuyen','khong_chuyen_duoc','da_het')",
            name=op.f("ck_task_hand_over_state"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_task_hand_over_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["check_id"], ["committee_check.id"], name=op.f("fk_task_hand_over_check_id_committee_check")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_hand_over")),
    )
    op.create_index("ix_task_hand_over_check", "task_hand_over", ["check_id"])
    op.create_index("ix_task_hand_over_run_at", "task_hand_over", ["run_at"])
    op.execute("ALTER TABLE task_hand_over ENABLE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY office ON task_hand_over TO quytrinh_office USING"
        " (agency_id = (SELECT nullif(current_setting('quytrinh.agency', true), '')::uuid))"
    )
    # From when a competence that ends is warned of, sixty days before its last day (P04).
    op.add_column("competence", sa.Column("warn_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_competence_warn_at", "competence", ["warn_at"])
    # How the agency is abbreviated in the symbols of its documents; none: by its code.
    op.add_column("agency", sa.Column("abbreviation", sa.Text(), nullable=True))
    # When the report on the item's slip went to the Department, since it last judged.
    op.add_column("inspection_item", sa.Column("reported_on", sa.Date(), nullable=True))
