"""Retention: periods, holds, archives, and disposal that the append-only history lets through (ADR 0014)."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0017"
branch_labels = None
depends_on = None

_AGENCY = "(SELECT nullif(current_setting('quytrinh.agency', true), '')::uuid)"
_NEVER_CHANGED = (
    "archive",
    "archived_case",
    "disposal",
    "disposal_item",
    "disposal_approval",
    "disposal_end",
)


def upgrade() -> None:
    """Apply."""
    op.add_column("process_instance", sa.Column("disposed_at", sa.DateTime(timezone=True), nullable=True))
    _periods()
    _archives()
    _disposals()
    _walls()
    _guard()


def _periods() -> None:
    op.create_table(
        "retention_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("province", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("models", sa.Text(), nullable=False),
        sa.Column("years", sa.Integer(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("years IS NULL OR years BETWEEN 1 AND 100", name=op.f("ck_retention_line_years")),
        sa.CheckConstraint("agency_id IS NULL OR province = ''", name=op.f("ck_retention_line_scope")),
        sa.CheckConstraint("basis <> ''", name=op.f("ck_retention_line_basis")),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_retention_line_agency_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_line")),
    )
    op.create_index("ix_retention_line_agency", "retention_line", ["agency_id", "code", "valid_from"])
    op.create_table(
        "legal_hold",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("model_key", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("placed_by", sa.Uuid(), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_by", sa.Uuid(), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lifted_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("last_day >= first_day", name=op.f("ck_legal_hold_period")),
        sa.CheckConstraint("reason <> '' AND basis <> ''", name=op.f("ck_legal_hold_reason")),
        sa.CheckConstraint(
            "(lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL OR lifted_reason <> '')",
            name=op.f("ck_legal_hold_lifted"),
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_legal_hold_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_legal_hold_instance_id_process_instance"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_hold")),
    )
    op.create_index("ix_legal_hold_agency", "legal_hold", ["agency_id", "placed_at"])


def _archives() -> None:
    op.create_table(
        "archive",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("manifest_sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_archive_agency_id_agency")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archive")),
        sa.UniqueConstraint("agency_id", "year", "number", name=op.f("uq_archive_agency_id_year_number")),
    )
    op.create_table(
        "archived_case",
        sa.Column("archive_id", sa.Uuid(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("history_sequence", sa.Integer(), nullable=False),
        sa.Column("history_hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["archive_id"], ["archive.id"], name=op.f("fk_archived_case_archive_id_archive")
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_archived_case_instance_id_process_instance"),
        ),
        sa.PrimaryKeyConstraint("archive_id", "instance_id", name=op.f("pk_archived_case")),
    )
    op.create_index("ix_archived_case_instance", "archived_case", ["instance_id"])


def _disposals() -> None:
    op.create_table(
        "disposal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("list_sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_disposal_agency_id_agency")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposal")),
        sa.UniqueConstraint("agency_id", "year", "number", name=op.f("uq_disposal_agency_id_year_number")),
        sa.UniqueConstraint(
            "id", "agency_id", "proposed_by", name=op.f("uq_disposal_id_agency_id_proposed_by")
        ),
    )
    op.create_table(
        "disposal_item",
        sa.Column("disposal_id", sa.Uuid(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("model_key", sa.Text(), nullable=False),
        sa.Column("model_version", sa.Integer(), nullable=False),
        sa.Column("class_code", sa.Text(), nullable=False),
        sa.Column("class_name", sa.Text(), nullable=False),
        sa.Column("years", sa.Integer(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("kept_until", sa.Date(), nullable=False),
        sa.Column("history_sequence", sa.Integer(), nullable=False),
        sa.Column("history_hash", sa.LargeBinary(), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["disposal_id"], ["disposal.id"], name=op.f("fk_disposal_item_disposal_id_disposal")
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_disposal_item_instance_id_process_instance"),
        ),
        sa.PrimaryKeyConstraint("disposal_id", "instance_id", name=op.f("pk_disposal_item")),
    )
    op.create_index("ix_disposal_item_instance", "disposal_item", ["instance_id"])
    op.create_table(
        "disposal_approval",
        sa.Column("disposal_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("approved_by", sa.Uuid(), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes_number", sa.Text(), nullable=False),
        sa.Column("minutes_key", sa.Text(), nullable=False),
        sa.Column("minutes_on", sa.Date(), nullable=False),
        sa.Column("council", sa.Text(), nullable=False),
        sa.Column("minutes_file", sa.Uuid(), nullable=False),
        sa.Column("minutes_sha256", sa.Text(), nullable=False),
        sa.CheckConstraint("approved_by <> proposed_by", name=op.f("ck_disposal_approval_separation")),
        sa.CheckConstraint(
            "minutes_number <> '' AND minutes_key <> ''", name=op.f("ck_disposal_approval_minutes")
        ),
        sa.ForeignKeyConstraint(
            ["disposal_id", "agency_id", "proposed_by"],
            ["disposal.id", "disposal.agency_id", "disposal.proposed_by"],
            name=op.f("fk_disposal_approval_disposal"),
        ),
        sa.ForeignKeyConstraint(
            ["minutes_file"], ["stored_file.id"], name=op.f("fk_disposal_approval_minutes_file_stored_file")
        ),
        sa.PrimaryKeyConstraint("disposal_id", name=op.f("pk_disposal_approval")),
        sa.UniqueConstraint(
            "agency_id", "minutes_key", name=op.f("uq_disposal_approval_agency_id_minutes_key")
        ),
    )
    op.create_table(
        "disposal_end",
        sa.Column("disposal_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("ended_by", sa.Uuid(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('rejected','withdrawn','carried_out')", name=op.f("ck_disposal_end_outcome")
        ),
        sa.CheckConstraint("outcome = 'carried_out' OR reason <> ''", name=op.f("ck_disposal_end_reason")),
        sa.ForeignKeyConstraint(
            ["disposal_id"], ["disposal.id"], name=op.f("fk_disposal_end_disposal_id_disposal")
        ),
        sa.PrimaryKeyConstraint("disposal_id", name=op.f("pk_disposal_end")),
    )


def _walls() -> None:
    """Each agency's rows are its own; norms are read by all; what was done is never changed."""
    for table in ("retention_line", "legal_hold", *_NEVER_CHANGED):
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    own = f"agency_id = {_AGENCY}"
    for table in ("legal_hold", *_NEVER_CHANGED):
        op.execute(f"CREATE POLICY office ON {table} TO quytrinh_office USING ({own})")
    op.execute("CREATE POLICY office_select ON retention_line FOR SELECT TO quytrinh_office USING (true)")
    op.execute(
        f"CREATE POLICY office_insert ON retention_line FOR INSERT TO quytrinh_office WITH CHECK ({own})"
    )
    for table in ("retention_line", *_NEVER_CHANGED):
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM quytrinh_office")
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
    op.execute("REVOKE DELETE ON legal_hold FROM quytrinh_office")


def _guard() -> None:
    """The one change that history lets through: an event of an approved disposal loses its data."""
    op.execute(
        """
        CREATE FUNCTION held_back(of_case uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT EXISTS (
                SELECT FROM process_instance AS ended
                JOIN model_version ON model_version.id = ended.model_version_id
                JOIN legal_hold ON legal_hold.agency_id = ended.agency_id
                WHERE ended.id = held_back.of_case AND legal_hold.lifted_at IS NULL
                    AND (legal_hold.instance_id IS NULL OR legal_hold.instance_id = ended.id)
                    AND (legal_hold.model_key IS NULL OR legal_hold.model_key = model_version.key)
                    AND (legal_hold.first_day IS NULL OR legal_hold.first_day
                        <= (ended.ended_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
                    AND (legal_hold.last_day IS NULL OR legal_hold.last_day
                        >= (ended.ended_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
            )
        $$
        """
    )
    op.execute(
        """
        CREATE FUNCTION may_be_destroyed(of_case uuid, by_disposal uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT NOT held_back(may_be_destroyed.of_case) AND EXISTS (
                SELECT FROM disposal
                JOIN disposal_item ON disposal_item.disposal_id = disposal.id
                JOIN disposal_approval ON disposal_approval.disposal_id = disposal.id
                JOIN stored_file ON stored_file.id = disposal_approval.minutes_file
                JOIN process_instance ON process_instance.id = disposal_item.instance_id
                WHERE disposal.id = may_be_destroyed.by_disposal
                    AND disposal_item.instance_id = may_be_destroyed.of_case
                    AND disposal_approval.approved_by <> disposal.proposed_by
                    AND stored_file.sha256 = disposal_approval.minutes_sha256 AND stored_file.size > 0
                    AND process_instance.state IN ('completed', 'cancelled')
                    AND process_instance.disposed_at IS NULL
            ) AND NOT EXISTS (
                SELECT FROM disposal_end WHERE disposal_end.disposal_id = may_be_destroyed.by_disposal
            )
        $$
        """
    )
    op.execute(
        """
        CREATE FUNCTION refuse_change_but_disposal() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            named uuid := nullif(current_setting('quytrinh.disposal', true), '')::uuid;
        BEGIN
            IF TG_OP = 'UPDATE' AND named IS NOT NULL THEN
                IF NEW.data = '{"disposed"\\:true}' AND OLD.kind <> 'record.disposed'
                    AND (to_jsonb(NEW) - 'data') = (to_jsonb(OLD) - 'data')
                    AND may_be_destroyed(OLD.instance_id, named)
                    AND EXISTS (
                        SELECT FROM history_event AS told
                        WHERE told.instance_id = OLD.instance_id AND told.sequence > OLD.sequence
                            AND told.kind = 'record.disposed'
                            AND told.data::jsonb ->> 'disposal' = named::text
                    )
                THEN
                    RETURN NEW;
                END IF;
            END IF;
            RAISE EXCEPTION 'append-only: % of % is refused', TG_OP, TG_TABLE_NAME;
        END $$
        """
    )
    op.execute("DROP TRIGGER history_event_append_only ON history_event")
    op.execute(
        "CREATE TRIGGER history_event_append_only BEFORE UPDATE OR DELETE ON history_event "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change_but_disposal()"
    )
    op.execute(
        """
        CREATE FUNCTION strip_history(of_case uuid, by_disposal uuid) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE
            asking uuid := nullif(current_setting('quytrinh.agency', true), '')::uuid;
            stripped integer;
        BEGIN
            IF asking IS NOT NULL AND NOT EXISTS (
                SELECT FROM disposal WHERE id = by_disposal AND agency_id = asking
            ) THEN
                RAISE insufficient_privilege USING MESSAGE = 'a disposal of others';
            END IF;
            PERFORM set_config('quytrinh.disposal', by_disposal::text, true);
            UPDATE history_event SET data = '{"disposed"\\:true}'
            WHERE instance_id = of_case AND data <> '{}' AND kind <> 'record.disposed';
            GET DIAGNOSTICS stripped = ROW_COUNT;
            PERFORM set_config('quytrinh.disposal', '', true);
            RETURN stripped;
        END $$
        """
    )
