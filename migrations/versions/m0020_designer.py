"""Models in the making: drafts, saves, remarks, withdrawals, form templates; versions in force from a day."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0016"
branch_labels = None
depends_on = None


def _moment(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}"))


def upgrade() -> None:
    """Apply."""
    op.add_column("model_version", sa.Column("agency_id", sa.Uuid(), nullable=True))
    op.add_column("model_version", sa.Column("effective_from", sa.Date(), nullable=True))
    _drafts()
    _around_them()
    _second_wall()


def _drafts() -> None:
    op.create_table(
        "model_draft",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("based_on", sa.Uuid(), nullable=True),
        sa.Column("procedure_id", sa.Uuid(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        _moment("created_at"),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        _moment("saved_at"),
        sa.Column("saved_by", sa.Uuid(), nullable=True),
        sa.Column("editor_id", sa.Uuid(), nullable=True),
        _moment("editor_seen_at", nullable=True),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("bundle_hash", sa.Text(), nullable=False, server_default=""),
        sa.Column("effective_from", sa.Date(), nullable=True),
        sa.Column("version_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "state IN ('draft','in_review','approved','published','discarded')",
            name=op.f("ck_model_draft_state"),
        ),
        _key("model_draft", "agency_id", "agency"),
        _key("model_draft", "based_on", "model_version"),
        _key("model_draft", "procedure_id", "procedure"),
        _key("model_draft", "instance_id", "process_instance"),
        _key("model_draft", "version_id", "model_version"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_draft")),
    )
    op.create_index("ix_model_draft_agency", "model_draft", ["agency_id", "saved_at"])
    op.create_table(
        "model_draft_file",
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        _moment("saved_at"),
        sa.Column("saved_by", sa.Uuid(), nullable=True),
        _key("model_draft_file", "draft_id", "model_draft"),
        sa.PrimaryKeyConstraint("draft_id", "path", name=op.f("pk_model_draft_file")),
    )
    op.create_table(
        "model_draft_save",
        sa.Column("id", sa.BigInteger(), autoincrement=True, nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _moment("saved_at"),
        sa.Column("saved_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("kind IN ('saved','aside')", name=op.f("ck_model_draft_save_kind")),
        _key("model_draft_save", "draft_id", "model_draft"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_draft_save")),
    )
    op.create_index("ix_model_draft_save_draft", "model_draft_save", ["draft_id", "path", "saved_at"])


def _around_them() -> None:
    op.create_table(
        "model_comment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("reply_to", sa.Uuid(), nullable=True),
        sa.Column("element_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        _moment("at"),
        _moment("resolved_at", nullable=True),
        sa.Column("resolved_by", sa.Uuid(), nullable=True),
        _key("model_comment", "draft_id", "model_draft"),
        _key("model_comment", "reply_to", "model_comment"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_comment")),
    )
    op.create_index("ix_model_comment_draft", "model_comment", ["draft_id", "at"])
    op.create_table(
        "model_withdrawal",
        sa.Column("model_version_id", sa.Uuid(), nullable=False),
        sa.Column("withdrawn_from", sa.Date(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        _moment("recorded_at"),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        _key("model_withdrawal", "model_version_id", "model_version"),
        sa.PrimaryKeyConstraint("model_version_id", name=op.f("pk_model_withdrawal")),
    )
    op.create_table(
        "form_template",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        _moment("recorded_at"),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name=op.f("ck_form_template_period")),
        _key("form_template", "agency_id", "agency"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_template")),
    )
    op.create_index(
        "ix_form_template_own",
        "form_template",
        ["agency_id", "code", "valid_from"],
        unique=True,
        postgresql_where=sa.text("agency_id IS NOT NULL"),
    )
    op.create_index(
        "ix_form_template_shared",
        "form_template",
        ["code", "valid_from"],
        unique=True,
        postgresql_where=sa.text("agency_id IS NULL"),
    )


def _second_wall() -> None:
    """Drafts are their agency's own; templates of everybody are read by all."""
    own = "agency_id = (SELECT nullif(current_setting('quytrinh.agency', true), '')::uuid)"
    rows = {
        "model_draft": own,
        **dict.fromkeys(
            ("model_draft_file", "model_draft_save", "model_comment"),
            "EXISTS (SELECT FROM model_draft WHERE model_draft.id = draft_id)",
        ),
    }
    for table, reached in rows.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY office ON {table} TO quytrinh_office USING ({reached})")
    op.execute("ALTER TABLE form_template ENABLE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY office_select ON form_template FOR SELECT TO quytrinh_office"
        f" USING (agency_id IS NULL OR {own})"
    )
    for verb in ("INSERT", "UPDATE", "DELETE"):
        using = "WITH CHECK" if verb == "INSERT" else "USING"
        op.execute(
            f"CREATE POLICY office_{verb.lower()} ON form_template FOR {verb}"
            f" TO quytrinh_office {using} ({own})"
        )
