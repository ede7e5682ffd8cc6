"""Delegations, absences, second factors, outside identities, tokens; in whose name a task is done."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def _moment(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    """Apply."""
    _mandates()
    _accounts()
    _in_whose_name()


def _mandates() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        _moment("recorded_at"),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        _moment("revoked_at", nullable=True),
        sa.Column("revoked_by", sa.Uuid(), nullable=True),
        sa.Column("revoked_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("valid_to > valid_from", name=op.f("ck_absence_period")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_absence_agency_id_agency")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_absence_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index("ix_absence_person", "absence", ["person_id", "valid_from"])
    op.create_index("ix_absence_agency", "absence", ["agency_id", "valid_from"])
    op.create_table(
        "delegation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("principal_id", sa.Uuid(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("absence_id", sa.Uuid(), nullable=True),
        sa.Column("roles", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("procedures", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("elements", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        _moment("recorded_at"),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        _moment("revoked_at", nullable=True),
        sa.Column("revoked_by", sa.Uuid(), nullable=True),
        sa.Column("revoked_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("form IN ('KT','TL','TUQ','THAY')", name=op.f("ck_delegation_form")),
        sa.CheckConstraint("principal_id <> delegate_id", name=op.f("ck_delegation_not_oneself")),
        sa.CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name=op.f("ck_delegation_period")),
        sa.CheckConstraint("valid_to IS NOT NULL OR form IN ('KT','TL')", name=op.f("ck_delegation_limited")),
        sa.CheckConstraint("decision <> ''", name=op.f("ck_delegation_decision")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_delegation_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["principal_id"], ["person.id"], name=op.f("fk_delegation_principal_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["delegate_id"], ["person.id"], name=op.f("fk_delegation_delegate_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["absence_id"], ["absence.id"], name=op.f("fk_delegation_absence_id_absence")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
    )
    op.create_index("ix_delegation_delegate", "delegation", ["delegate_id", "valid_from"])
    op.create_index("ix_delegation_principal", "delegation", ["principal_id", "valid_from"])
    op.create_index("ix_delegation_agency", "delegation", ["agency_id", "valid_from"])


def _accounts() -> None:
    op.alter_column("account", "password_hash", nullable=True)
    op.add_column("account", sa.Column("source", sa.Text(), nullable=False, server_default="local"))
    op.create_check_constraint("source", "account", "source IN ('local','ldap','oidc')")
    op.add_column("account", _moment("password_changed_at", nullable=True))
    op.add_column(
        "account",
        sa.Column("must_change_password", sa.Boolean(), nullable=False, server_default=sa.text("false")),
    )
    op.add_column(
        "sign_in_session",
        sa.Column("id", sa.Uuid(), nullable=False, server_default=sa.text("gen_random_uuid()")),
    )
    op.create_unique_constraint(op.f("uq_sign_in_session_id"), "sign_in_session", ["id"])
    op.add_column("sign_in_session", sa.Column("browser", sa.Text(), nullable=False, server_default=""))
    op.add_column("sign_in_session", sa.Column("method", sa.Text(), nullable=False, server_default="local"))
    op.add_column("sign_in_session", _moment("second_factor_at", nullable=True))
    person = {
        table: sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f(f"fk_{table}_person_id_person")
        )
        for table in ("second_factor", "recovery_code", "password_reset", "external_identity", "api_token")
    }
    op.create_table(
        "second_factor",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        _moment("begun_at"),
        _moment("confirmed_at", nullable=True),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        person["second_factor"],
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_second_factor")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        _moment("used_at", nullable=True),
        person["recovery_code"],
        sa.PrimaryKeyConstraint("person_id", "code_hash", name=op.f("pk_recovery_code")),
    )
    op.create_table(
        "password_reset",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        _moment("requested_at"),
        _moment("expires_at"),
        _moment("used_at", nullable=True),
        person["password_reset"],
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_password_reset")),
    )
    op.create_index("ix_password_reset_person", "password_reset", ["person_id", "requested_at"])
    op.create_table(
        "external_identity",
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        _moment("linked_at"),
        _moment("seen_at"),
        person["external_identity"],
        sa.PrimaryKeyConstraint("provider", "subject", name=op.f("pk_external_identity")),
    )
    op.create_index("ix_external_identity_person", "external_identity", ["person_id"])
    op.create_table(
        "api_token",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("scopes", postgresql.ARRAY(sa.Text()), nullable=False),
        _moment("created_at"),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        _moment("expires_at"),
        _moment("last_used_at", nullable=True),
        sa.Column("last_used_from", sa.Text(), nullable=False, server_default=""),
        _moment("revoked_at", nullable=True),
        sa.Column("revoked_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("expires_at > created_at", name=op.f("ck_api_token_period")),
        person["api_token"],
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_api_token_token_hash")),
    )
    op.create_index("ix_api_token_person", "api_token", ["person_id"])


def _in_whose_name() -> None:
    for table, column in (
        ("task", "in_person"),
        ("process_instance", "personal"),
        ("process_instance", "confidential"),
    ):
        op.add_column(table, sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.add_column("task", sa.Column("process_key", sa.Text(), nullable=False, server_default=""))
    for column in ("claimed_for", "completed_for", "mandate_id"):
        op.add_column("task", sa.Column(column, sa.Uuid(), nullable=True))
    op.execute(
        "UPDATE task SET process_key = model_version.key FROM process_instance, model_version"
        " WHERE process_instance.id = task.instance_id"
        " AND model_version.id = process_instance.model_version_id"
        " AND task.state IN ('open','claimed')"
    )
