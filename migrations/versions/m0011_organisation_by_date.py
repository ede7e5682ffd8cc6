"""Provinces, agencies and units by date, with their successors and the annexes that list them."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

SUBJECT = "subject IN ('province','agency','unit')"
PERIOD = "valid_to > valid_from"


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "province",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.CheckConstraint(PERIOD, name=op.f("ck_province_period")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_province")),
        sa.UniqueConstraint("code", name=op.f("uq_province_code")),
    )
    for table in ("agency", "unit"):
        op.add_column(table, sa.Column("valid_from", sa.Date(), nullable=True))
        op.add_column(table, sa.Column("valid_to", sa.Date(), nullable=True))
        op.create_check_constraint(op.f(f"ck_{table}_period"), table, PERIOD)
    op.add_column("agency", sa.Column("parent_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("fk_agency_parent_id_agency"), "agency", "agency", ["parent_id"], ["id"])
    _versions()
    _annexes()


def _versions() -> None:
    op.create_table(
        "organisation_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("province", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(SUBJECT, name=op.f("ck_organisation_version_subject")),
        sa.CheckConstraint(PERIOD, name=op.f("ck_organisation_version_period")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_version")),
    )
    op.create_index("ix_organisation_version_subject", "organisation_version", ["subject_id", "valid_from"])
    op.create_table(
        "succession",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("predecessor_id", sa.Uuid(), nullable=False),
        sa.Column("successor_id", sa.Uuid(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(SUBJECT, name=op.f("ck_succession_subject")),
        sa.CheckConstraint(
            "kind IN ('merge','split','rename','transfer','dissolve')", name=op.f("ck_succession_kind")
        ),
        sa.CheckConstraint(
            "(kind = 'dissolve') = (successor_id IS NULL)", name=op.f("ck_succession_successor")
        ),
        sa.CheckConstraint(
            "(kind = 'rename') = (predecessor_id = successor_id)", name=op.f("ck_succession_rename")
        ),
        sa.CheckConstraint("decision <> ''", name=op.f("ck_succession_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_succession")),
    )
    op.create_index("ix_succession_predecessor", "succession", ["predecessor_id"])
    op.create_index("ix_succession_successor", "succession", ["successor_id"])


def _annexes() -> None:
    op.create_table(
        "annex_row",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("annex", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("plan_sent", sa.Boolean(), nullable=False),
        sa.Column("objectives_sent", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("annex IN ('plan','roadmap')", name=op.f("ck_annex_row_annex")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_annex_row_agency_id_agency")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annex_row")),
        sa.UniqueConstraint("annex", "agency_id", "year", name=op.f("uq_annex_row_annex_agency_id_year")),
    )
