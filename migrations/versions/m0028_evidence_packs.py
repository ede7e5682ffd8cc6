"""Evidence packs: who asked for which, how far it is, what stands in it (26/2014/TT-BKHCN, Article 36)."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_OVERSEEN = "ANY ((SELECT nullif(current_setting('quytrinh.overseen', true), '')::uuid[])::uuid[])"


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "evidence_pack",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("run_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("listing", postgresql.JSONB(), nullable=False),
        sa.Column("failure", postgresql.JSONB(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('asked','made','failed')", name=op.f("ck_evidence_pack_state")),
        sa.CheckConstraint("(state = 'made') = (made_at IS NOT NULL)", name=op.f("ck_evidence_pack_made")),
        sa.CheckConstraint("(state = 'asked') = (run_at IS NOT NULL)", name=op.f("ck_evidence_pack_run_at")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_evidence_pack_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_evidence_pack_file_id_stored_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_pack")),
    )
    op.create_index(
        "ix_evidence_pack_agency", "evidence_pack", ["agency_id", "year", "asked_at"], unique=False
    )
    op.create_index(
        "ix_evidence_pack_run_at", "evidence_pack", ["run_at"], postgresql_where="run_at IS NOT NULL"
    )
    op.create_index(
        "ix_evidence_pack_open",
        "evidence_pack",
        ["agency_id", "year"],
        unique=True,
        postgresql_where="state = 'asked'",
    )
    op.execute("ALTER TABLE evidence_pack ENABLE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY office ON evidence_pack TO quytrinh_office"
        " USING (agency_id = (SELECT nullif(current_setting('quytrinh.agency', true), '')::uuid))"
    )
    # What a Department reads of those that it watches over: the list, never the file.
    op.execute(
        "CREATE POLICY overseer ON evidence_pack FOR SELECT TO quytrinh_office"
        f" USING (agency_id = {_OVERSEEN} AND state = 'made')"
    )
