"""Changes decided now and carried out on their day; names of people by date; units that took over others."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0017"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "planned_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subjects", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("asked", postgresql.JSONB(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("run_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("reason_en", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('agencies','units','transfer','leaving')", name=op.f("ck_planned_change_kind")
        ),
        sa.CheckConstraint(
            "state IN ('planned','done','cancelled','refused')", name=op.f("ck_planned_change_state")
        ),
        sa.CheckConstraint(
            "(state = 'planned') = (run_at IS NOT NULL)", name=op.f("ck_planned_change_run_at")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_planned_change_agency_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_change")),
    )
    op.create_index(
        "ix_planned_change_run_at",
        "planned_change",
        ["run_at"],
        postgresql_where=sa.text("run_at IS NOT NULL"),
    )
    op.create_index("ix_planned_change_agency", "planned_change", ["agency_id", "effective_on"])
    op.execute("ALTER TABLE planned_change ENABLE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY office ON planned_change TO quytrinh_office"
        " USING (agency_id = (SELECT nullif(current_setting('quytrinh.agency', true), '')::uuid))"
    )
    op.add_column(
        "unit",
        sa.Column("absorbed", postgresql.ARRAY(sa.Uuid()), nullable=False, server_default="{}"),
    )
    op.add_column("role_assignment", sa.Column("end_decision", sa.Text(), nullable=False, server_default=""))
    op.drop_constraint(op.f("ck_organisation_version_subject"), "organisation_version", type_="check")
    op.create_check_constraint(
        op.f("ck_organisation_version_subject"),
        "organisation_version",
        "subject IN ('province','agency','unit','person')",
    )
    op.create_index("ix_audit_event_agency", "audit_event", ["agency_id", "id"])
