"""Legal time as data: calendars, policies and ladders in versions, clock ledgers, how people are told."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

APPEND_ONLY = ("clock_entry", "deadline_change")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "deadline_reckoning",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("reason_vi", sa.Text(), nullable=False),
        sa.Column("reason_en", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("run_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("after_instance", sa.Uuid(), nullable=True),
        sa.Column("sweep", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("seen", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("changed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_reckoning")),
        sa.UniqueConstraint("version", name=op.f("uq_deadline_reckoning_version")),
    )
    op.create_index(
        "ix_deadline_reckoning_run_at",
        "deadline_reckoning",
        ["run_at"],
        unique=False,
        postgresql_where=sa.text("finished_at IS NULL"),
    )
    op.create_table(
        "legal_time_version",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_time_version")),
    )
    op.create_table(
        "watchdog_alarm",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watchdog_alarm")),
    )
    op.create_index(
        "uq_watchdog_alarm_open",
        "watchdog_alarm",
        ["kind"],
        unique=True,
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "calendar_day",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("from_version", sa.Integer(), nullable=False),
        sa.Column("until_version", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('holiday','off_swapped','work_swapped','half_day','ordinary')",
            name=op.f("ck_calendar_day_kind"),
        ),
        sa.CheckConstraint("province IS NULL OR agency_id IS NULL", name=op.f("ck_calendar_day_scope")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_calendar_day_agency_id_agency")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
    )
    op.create_index(
        "uq_calendar_day_in_force",
        "calendar_day",
        ["day", "province", "agency_id"],
        unique=True,
        postgresql_where=sa.text("until_version IS NULL"),
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "deadline_policy",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("procedure", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("from_version", sa.Integer(), nullable=False),
        sa.Column("until_version", sa.Integer(), nullable=True),
        sa.CheckConstraint("legal_basis <> ''", name=op.f("ck_deadline_policy_basis")),
        sa.CheckConstraint("province IS NULL OR agency_id IS NULL", name=op.f("ck_deadline_policy_scope")),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from",
            name=op.f("ck_deadline_policy_validity"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_deadline_policy_agency_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_policy")),
    )
    op.create_index("ix_deadline_policy_code", "deadline_policy", ["code"], unique=False)
    op.create_table(
        "escalation_ladder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("from_version", sa.Integer(), nullable=False),
        sa.Column("until_version", sa.Integer(), nullable=True),
        sa.CheckConstraint("province IS NULL OR agency_id IS NULL", name=op.f("ck_escalation_ladder_scope")),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_escalation_ladder_agency_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation_ladder")),
    )
    op.create_index(
        "uq_escalation_ladder_in_force",
        "escalation_ladder",
        ["code", "province", "agency_id"],
        unique=True,
        postgresql_where=sa.text("until_version IS NULL"),
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "legal_time_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("edits", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("drafted_by", sa.Uuid(), nullable=True),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.CheckConstraint("state IN ('draft','applied','dropped')", name=op.f("ck_legal_time_change_state")),
        sa.CheckConstraint("province IS NULL OR agency_id IS NULL", name=op.f("ck_legal_time_change_scope")),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_legal_time_change_agency_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_time_change")),
    )
    op.create_index(
        "ix_legal_time_change_agency", "legal_time_change", ["agency_id", "drafted_at"], unique=False
    )
    op.create_table(
        "mail_hours",
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=True),
        sa.Column("quiet_until", sa.Time(), nullable=True),
        sa.Column("digest_at", sa.Time(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_mail_hours_agency_id_agency")),
        sa.PrimaryKeyConstraint("agency_id", name=op.f("pk_mail_hours")),
    )
    op.create_table(
        "office_hours",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("week", sa.Text(), nullable=False),
        sa.Column("made_up", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("from_version", sa.Integer(), nullable=False),
        sa.Column("until_version", sa.Integer(), nullable=True),
        sa.CheckConstraint("province IS NULL OR agency_id IS NULL", name=op.f("ck_office_hours_scope")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_office_hours_agency_id_agency")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_hours")),
    )
    op.create_index(
        "uq_office_hours_in_force",
        "office_hours",
        ["valid_from", "province", "agency_id"],
        unique=True,
        postgresql_where=sa.text("until_version IS NULL"),
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "clock_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('pause','resume','reset','extension')", name=op.f("ck_clock_entry_kind")
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_clock_entry_instance_id_process_instance")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_entry")),
    )
    op.create_index("uq_clock_entry_sequence", "clock_entry", ["instance_id", "sequence"], unique=True)
    op.create_table(
        "deadline_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.Column("reckoning_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("old_legal_due", sa.Date(), nullable=True),
        sa.Column("old_target_due", sa.Date(), nullable=True),
        sa.Column("old_overdue_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("new_legal_due", sa.Date(), nullable=True),
        sa.Column("new_target_due", sa.Date(), nullable=True),
        sa.Column("new_overdue_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason_vi", sa.Text(), nullable=False),
        sa.Column("reason_en", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_deadline_change_instance_id_process_instance"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_change")),
    )
    op.create_index("ix_deadline_change_instance", "deadline_change", ["instance_id", "at"], unique=False)
    op.create_index("ix_deadline_change_reckoning", "deadline_change", ["reckoning_id", "id"], unique=False)
    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_calendar_feed_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feed_token_hash")),
    )
    op.create_index(
        "uq_calendar_feed_person",
        "calendar_feed",
        ["person_id"],
        unique=True,
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.create_table(
        "mail_preference",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("delivery", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "delivery IN ('immediately','digest','none')", name=op.f("ck_mail_preference_delivery")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_mail_preference_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_mail_preference")),
    )
    op.add_column("agency", sa.Column("province", sa.Text(), server_default="", nullable=False))
    op.add_column("mail", sa.Column("proved_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_mail_unproved",
        "mail",
        ["sent_at"],
        unique=False,
        postgresql_where=sa.text("state = 'sent' AND proved_at IS NULL"),
    )
    op.add_column("process_instance", sa.Column("deadline_terms", sa.Text(), nullable=True))
    op.add_column(
        "process_instance",
        sa.Column("reckoned_by", sa.Integer(), server_default=sa.text("0"), nullable=False),
    )
    op.add_column("process_instance", sa.Column("clock_paused_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "process_instance",
        sa.Column("clock_entries", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
    )
    op.add_column("task", sa.Column("deadline_terms", sa.Text(), nullable=True))
    op.add_column("task", sa.Column("reckoned_by", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("task", sa.Column("clock_paused_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "task", sa.Column("priority", sa.SmallInteger(), server_default=sa.text("0"), nullable=False)
    )

    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
    # What had been sent before the record of sending was kept is not proved afterwards.
    op.execute("UPDATE mail SET proved_at = sent_at WHERE state = 'sent'")
