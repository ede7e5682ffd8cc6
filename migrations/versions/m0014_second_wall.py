"""Row-level security, the role of the offices with its grants, and confidential cases (ADR 0013)."""

# ruff: noqa: S608  the commands are put together from constants alone

from typing import Any, cast

import sqlalchemy as sa
from alembic import op

from engine.store.wall import OfficeRoleMissing

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_AGENCY = "(SELECT nullif(current_setting('quytrinh.agency', true), '')::uuid)"
_PERSON = "(SELECT nullif(current_setting('quytrinh.person', true), '')::uuid)"
_CLOSED = "ALL ((SELECT nullif(current_setting('quytrinh.closed', true), '')::uuid[])::uuid[])"
_OVERSEEN = "ANY ((SELECT nullif(current_setting('quytrinh.overseen', true), '')::uuid[])::uuid[])"
_OWN = f"agency_id = {_AGENCY}"
_OWN_OR_SHARED = f"(agency_id IS NULL OR {_OWN})"
_OPEN = f"(instance_id IS NULL OR instance_id <> {_CLOSED})"
_CASE_OF_OURS = (
    "EXISTS (SELECT FROM process_instance WHERE process_instance.id = {table}.instance_id"
    f" AND process_instance.agency_id = {_AGENCY})"
)
_PERSON_OF_OURS = (
    f"EXISTS (SELECT FROM person WHERE person.id = {{table}}.person_id AND person.agency_id = {_AGENCY})"
)

_WHOLE = {
    "process_instance": f"{_OWN} AND id <> {_CLOSED}",
    "task": f"{_OWN} AND instance_id <> {_CLOSED}",
    "incident": f"{_OWN} AND instance_id <> {_CLOSED}",
    "event_subscription": f"{_OWN} AND instance_id <> {_CLOSED}",
    "instance_migration": f"{_OWN} AND instance_id <> {_CLOSED}",
    "clock_entry": f"{_CASE_OF_OURS} AND instance_id <> {_CLOSED}",
    "deadline_change": f"{_CASE_OF_OURS} AND instance_id <> {_CLOSED}",
    "stored_file": f"{_OWN} AND {_OPEN}",
    "message": (
        f"{_OWN} AND (sender_instance IS NULL OR sender_instance <> {_CLOSED})"
        f" AND (received_by IS NULL OR received_by <> {_CLOSED})"
    ),
    "number_series": _OWN,
    "mail_hours": _OWN,
    "absence": _OWN,
    "delegation": _OWN,
    "mail_preference": _PERSON_OF_OURS,
    "calendar_feed": _PERSON_OF_OURS,
    "account": _PERSON_OF_OURS,
    "sign_in_session": _PERSON_OF_OURS,
    "second_factor": _PERSON_OF_OURS,
    "recovery_code": _PERSON_OF_OURS,
    "password_reset": _PERSON_OF_OURS,
    "external_identity": _PERSON_OF_OURS,
    "api_token": _PERSON_OF_OURS,
    "sign_in_attempt": "EXISTS (SELECT FROM account WHERE account.username = {table}.username)",
}
"""Tables of which a viewer reads and writes the same rows.

The clock ledger and the moved dates are never rewritten, so that after a merger they still name the agency
that made them: they belong to whoever has the case now.
"""
_READ_BY_OVERSEERS = {
    "legal_document": _OWN,
    "procedure": _OWN,
    "nonconformity": f"{_OWN} AND {_OPEN}",
    "legal_update": f"{_OWN} AND instance_id <> {_CLOSED}",
}
"""Registers: deliverables that the overseeing Department reads too."""
_OF_PROCEDURES = ("procedure_version", "citation")
_OF_CASES = ("history_event", "timer", "job")
"""Tables that say whose they are through their case alone."""
_NORMS = ("calendar_day", "deadline_policy", "escalation_ladder", "office_hours", "deadline_reckoning")
"""What holds for the whole country, a province or an agency: read by all, of others written by nobody."""
_PEOPLE = ("unit", "person", "role_assignment", "annex_row")

_NOT_GRANTED = {
    "UPDATE, DELETE": ("history_event", "audit_event", "clock_entry", "deadline_change"),
    "DELETE": ("process_instance", "task", "stored_file", "mail", "message", "instance_migration"),
    "INSERT, DELETE": ("agency",),
    "INSERT, UPDATE, DELETE": (
        "alembic_version",
        "sealed_day",
        "province",
        "model_version",
        "model_file",
        "model_start",
        "caught_mail",
        "worker_heartbeat",
        "timer_lateness",
        "watchdog_alarm",
    ),
}


def upgrade() -> None:
    """Apply."""
    _role()
    _grants()
    _indexes()
    for table, rows in _WHOLE.items():
        _policy(table, "ALL", rows)
    _registers()
    _of_cases()
    _post()
    _norms()
    _organisation()
    _views()


def _role() -> None:
    """The role belongs to the whole cluster: another database may be making it at this moment."""
    op.execute(
        """
        DO $$
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'quytrinh_office') AND EXISTS (
                SELECT FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolcreaterole)
            ) THEN
                CREATE ROLE quytrinh_office NOLOGIN;
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$
        """
    )
    op.execute(
        """
        DO $$
        BEGIN
            IF NOT EXISTS (
                SELECT FROM pg_roles WHERE rolname = 'quytrinh_office' AND pg_has_role(oid, 'MEMBER')
            ) THEN
                EXECUTE format('GRANT quytrinh_office TO %I', current_user);
            END IF;
        EXCEPTION
            WHEN insufficient_privilege OR undefined_object OR unique_violation OR internal_error THEN NULL;
        END $$
        """
    )
    connection = op.get_bind()
    may = connection.scalar(
        sa.text("SELECT pg_has_role(oid, 'MEMBER') FROM pg_roles WHERE rolname = 'quytrinh_office'")
    )
    if not may:
        raise OfficeRoleMissing(cast("str", connection.scalar(sa.text("SELECT current_user"))))
    _require_use(connection)


def _require_use(connection: sa.Connection) -> None:
    """From PostgreSQL 16 on a member may be barred from acting as the role."""
    settable: Any = True
    told_apart = sa.text("SELECT current_setting('server_version_num')::int >= 160000")
    if connection.scalar(told_apart):
        settable = connection.scalar(sa.text("SELECT pg_has_role('quytrinh_office', 'SET')"))
        if not settable:
            op.execute(
                """
                DO $$
                BEGIN
                    EXECUTE format('GRANT quytrinh_office TO %I WITH SET TRUE', current_user);
                EXCEPTION WHEN insufficient_privilege THEN NULL;
                END $$
                """
            )
            settable = connection.scalar(sa.text("SELECT pg_has_role('quytrinh_office', 'SET')"))
    if not settable:
        raise OfficeRoleMissing(cast("str", connection.scalar(sa.text("SELECT current_user"))))


def _grants() -> None:
    """All but TRUNCATE, less what is named; to tables that come later the same when they are made."""
    for command in (
        "GRANT USAGE ON SCHEMA public TO quytrinh_office",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO quytrinh_office",
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO quytrinh_office",
        (
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public"
            " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO quytrinh_office"
        ),
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO quytrinh_office",
    ):
        op.execute(command)
    for verbs, tables in _NOT_GRANTED.items():
        op.execute(f"REVOKE {verbs} ON {', '.join(tables)} FROM quytrinh_office")


def _indexes() -> None:
    """The policies read the case of a task: where an index alone answered, it goes on to."""
    for name, key in (
        ("ix_task_queue", ["agency_id", "role", "unit_id", "target_due"]),
        ("ix_task_role", ["agency_id", "role", "target_due"]),
    ):
        op.drop_index(name, "task")
        op.create_index(
            name,
            "task",
            [*key, sa.text("priority DESC"), "created_at", "id"],
            postgresql_include=["clock_paused_at", "instance_id"],
            postgresql_where=sa.text("state = 'open' AND person_id IS NULL"),
        )
    op.execute(
        """
        UPDATE process_instance SET personal = true
        WHERE model_version_id IN (
            SELECT model_version_id FROM model_file
            WHERE path = 'model.bpmn' AND encode(content, 'escape') ~ '[:]personal="true"'
        )
        """
    )
    op.create_index(
        "ix_process_instance_confidential",
        "process_instance",
        ["agency_id"],
        postgresql_where=sa.text("confidential"),
    )


def _policy(table: str, verb: str, rows: str, *, check: str | None = None, name: str = "office") -> None:
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    using = f" USING ({rows.format(table=table)})" if verb != "INSERT" else ""
    written = check or (rows if verb == "INSERT" else None)
    checked = f" WITH CHECK ({written.format(table=table)})" if written else ""
    op.execute(f"CREATE POLICY {name} ON {table} FOR {verb} TO quytrinh_office{using}{checked}")


def _registers() -> None:
    for table, rows in _READ_BY_OVERSEERS.items():
        _policy(table, "ALL", rows)
        _policy(table, "SELECT", f"agency_id = {_OVERSEEN}", name="overseer")
    for table in _OF_PROCEDURES:
        ours = (
            f"EXISTS (SELECT FROM procedure WHERE procedure.id = {table}.procedure_id AND procedure.{_OWN})"
        )
        _policy(table, "ALL", ours)
        _policy(
            table,
            "SELECT",
            f"EXISTS (SELECT FROM procedure WHERE procedure.id = {table}.procedure_id)",
            name="overseer",
        )
    ours = (
        f"EXISTS (SELECT FROM legal_update WHERE legal_update.instance_id = {{table}}.instance_id AND {_OWN})"
    )
    _policy("legal_update_change", "ALL", ours)
    _policy(
        "legal_update_change",
        "SELECT",
        "EXISTS (SELECT FROM legal_update WHERE legal_update.instance_id = {table}.instance_id)",
        name="overseer",
    )


def _of_cases() -> None:
    """A case and its first rows come in one statement, of which a policy would not see the case yet.

    So that what is inserted is looked at when the statement is done.
    """
    op.execute(
        """
        CREATE FUNCTION refuse_rows_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (
                SELECT FROM written WHERE NOT EXISTS (
                    SELECT FROM process_instance WHERE process_instance.id = written.instance_id
                        AND process_instance.agency_id
                            = nullif(current_setting('quytrinh.agency', true), '')::uuid
                )
            ) THEN
                RAISE insufficient_privilege USING MESSAGE = 'rows of a case of others: ' || TG_TABLE_NAME;
            END IF;
            RETURN NULL;
        END $$
        """
    )
    for table in _OF_CASES:
        for verb in ("SELECT", "UPDATE", "DELETE"):
            _policy(table, verb, _CASE_OF_OURS, name=f"office_{verb.lower()}")
        _policy(table, "INSERT", "true", name="office_insert")
        op.execute(
            f"CREATE TRIGGER {table}_of_others AFTER INSERT ON {table} REFERENCING NEW TABLE AS written"
            " FOR EACH STATEMENT WHEN (current_user = 'quytrinh_office')"
            " EXECUTE FUNCTION refuse_rows_of_others()"
        )


def _post() -> None:
    """Notices and mails go to people of other agencies too; acts of no agency are seen by who did them."""
    _policy(
        "notification",
        "ALL",
        f"({_OWN} OR person_id = {_PERSON}) AND {_OPEN}",
        check=f"{_OWN} AND {_OPEN}",
    )
    op.execute(
        """
        CREATE FUNCTION mail_speaks_of(mail uuid, agency uuid, others boolean) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT EXISTS (
                SELECT FROM notification WHERE notification.mail_id = mail_speaks_of.mail
                    AND (notification.agency_id <> mail_speaks_of.agency) = mail_speaks_of.others
            )
        $$
        """
    )
    op.create_index(
        "ix_notification_mail", "notification", ["mail_id"], postgresql_where=sa.text("mail_id IS NOT NULL")
    )
    _policy("mail", "ALL", f"{_OWN} OR person_id = {_PERSON} OR mail_speaks_of(id, {_AGENCY}, false)")
    of_nobody = f"agency_id IS NULL AND actor_id = {_PERSON}"
    _policy("audit_event", "SELECT", f"{_OWN} OR {of_nobody}", name="office_select")
    _policy("audit_event", "INSERT", f"{_OWN} OR {of_nobody}", name="office_insert")


def _norms() -> None:
    for table in _NORMS:
        _policy(table, "SELECT", "true", name="office_select")
        for verb in ("INSERT", "UPDATE", "DELETE"):
            _policy(table, verb, _OWN_OR_SHARED, name=f"office_{verb.lower()}")
    _policy("legal_time_change", "ALL", _OWN_OR_SHARED)


def _organisation() -> None:
    """Names are everybody's; each agency writes its own units, people and roles."""
    ours = (
        f"(subject = 'agency' AND {{column}} = {_AGENCY}"
        f" OR subject = 'unit' AND EXISTS (SELECT FROM unit WHERE unit.id = {{column}} AND unit.{_OWN})"
        " OR subject = 'person' AND EXISTS"
        f" (SELECT FROM person WHERE person.id = {{column}} AND person.{_OWN}))"
    )
    written = {
        **dict.fromkeys(_PEOPLE, _OWN),
        "agency": f"id = {_AGENCY}",
        "organisation_version": ours.format(column="subject_id"),
        "succession": ours.format(column="predecessor_id"),
    }
    for table, rows in written.items():
        _policy(table, "SELECT", "true", name="office_select")
        for verb in ("INSERT", "UPDATE", "DELETE"):
            _policy(table, verb, rows, name=f"office_{verb.lower()}")


def _views() -> None:
    """What is told of cases whose rows are closed: to the Department deliverables, to colleagues a code."""
    op.execute(
        f"""
        CREATE VIEW overseen_case WITH (security_barrier) AS
        SELECT id, agency_id, model_version_id, code, title, state, outcome, started_at, ended_at, anchor,
            legal_due, target_due, overdue_from, overdue_at, clock_paused_at
        FROM process_instance
        WHERE NOT personal AND NOT confidential AND agency_id = {_OVERSEEN}
        """
    )
    op.execute(
        f"""
        CREATE VIEW closed_case WITH (security_barrier) AS
        SELECT id, agency_id, code, state, started_at, ended_at, open_incidents
        FROM process_instance
        WHERE confidential AND agency_id = {_AGENCY} AND NOT id <> {_CLOSED}
        """
    )
    op.execute("REVOKE ALL ON overseen_case, closed_case FROM quytrinh_office")
    op.execute("GRANT SELECT ON overseen_case, closed_case TO quytrinh_office")
