"""The QMS year: plans, objectives, risks, training, reports, inspections, committee, money and feedback."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_AGENCY = "(SELECT nullif(current_setting('quytrinh.agency', true), '')::uuid)"
_CLOSED = "ALL ((SELECT nullif(current_setting('quytrinh.closed', true), '')::uuid[])::uuid[])"
_OVERSEEN = "ANY ((SELECT nullif(current_setting('quytrinh.overseen', true), '')::uuid[])::uuid[])"
_OWN = f"agency_id = {_AGENCY}"
_BOTH = f"({_OWN} OR inspector_id = {_AGENCY})"

POLICIES = {
    **dict.fromkeys(
        (
            "qms_year",
            "risk",
            "year_item",
            "risk_action",
            "budget_year",
            "committee_check",
            "committee_member",
            "inspection_plan",
            "objective",
            "simplification",
            "training_course",
            "year_plan",
            "budget_line",
            "competence",
            "measurement",
            "plan_activity",
            "plan_opinion",
            "training_attendance",
            "year_report",
            "expense",
            "report_contribution",
        ),
        _OWN,
    ),
    "inspection": _BOTH,
    "inspection_item": _BOTH,
    "exchange_letter": f"(from_agency = {_AGENCY} OR to_agency = {_AGENCY})",
    "reporting_calendar": f"(agency_id IS NULL OR {_OWN})",
    "feedback": f"{_OWN} AND (instance_id IS NULL OR instance_id <> {_CLOSED})",
}
OVERSEEN = (
    "qms_year",
    "year_item",
    "year_plan",
    "plan_activity",
    "objective",
    "measurement",
    "year_report",
)
"""Deliverables of the year that the Department reads too."""


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "exchange_letter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("from_agency", sa.Uuid(), nullable=False),
        sa.Column("to_agency", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("payload", postgresql.JSONB(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("from_instance", sa.Uuid(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.Uuid(), nullable=True),
        sa.Column("deliver_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("failure", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.CheckConstraint(
            "(delivered_at IS NULL) = (message_id IS NULL)", name=op.f("ck_exchange_letter_delivered")
        ),
        sa.ForeignKeyConstraint(
            ["from_agency"], ["agency.id"], name=op.f("fk_exchange_letter_from_agency_agency")
        ),
        sa.ForeignKeyConstraint(
            ["to_agency"], ["agency.id"], name=op.f("fk_exchange_letter_to_agency_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_letter")),
    )
    op.create_index(
        "ix_exchange_letter_deliver_at",
        "exchange_letter",
        ["deliver_at"],
        unique=False,
        postgresql_where=sa.text("deliver_at IS NOT NULL"),
    )
    op.create_index("ix_exchange_letter_from", "exchange_letter", ["from_agency", "sent_at"], unique=False)
    op.create_index("ix_exchange_letter_to", "exchange_letter", ["to_agency", "sent_at"], unique=False)
    op.create_table(
        "reporting_calendar",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("month", sa.SmallInteger(), nullable=False),
        sa.Column("day", sa.SmallInteger(), nullable=False),
        sa.Column("exclusive", sa.Boolean(), nullable=False),
        sa.Column("owed", sa.Boolean(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("year_from", sa.Integer(), nullable=False),
        sa.Column("year_to", sa.Integer(), nullable=True),
        sa.Column("entered_by", sa.Uuid(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('HO_SO_DUY_TRI','BC_TIEN_DO','BC_NAM','BC_6T','KE_HOACH','MTCL','QD_CONG_BO')",
            name=op.f("ck_reporting_calendar_kind"),
        ),
        sa.CheckConstraint(
            "month BETWEEN 1 AND 12 AND day BETWEEN 1 AND 31", name=op.f("ck_reporting_calendar_day")
        ),
        sa.CheckConstraint("province IS NULL OR agency_id IS NULL", name=op.f("ck_reporting_calendar_scope")),
        sa.CheckConstraint(
            "year_to IS NULL OR year_to >= year_from", name=op.f("ck_reporting_calendar_years")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_reporting_calendar_agency_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reporting_calendar")),
    )
    op.create_index(
        "ix_reporting_calendar_scope", "reporting_calendar", ["province", "agency_id", "kind"], unique=False
    )
    op.create_table(
        "qms_year",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.Uuid(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pack_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("(state = 'da_dong') = (closed_at IS NOT NULL)", name=op.f("ck_qms_year_closed")),
        sa.CheckConstraint("state IN ('dang_chay','da_dong')", name=op.f("ck_qms_year_state")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_qms_year_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_qms_year_instance_id_process_instance")
        ),
        sa.ForeignKeyConstraint(
            ["pack_id"], ["evidence_pack.id"], name=op.f("fk_qms_year_pack_id_evidence_pack")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qms_year")),
        sa.UniqueConstraint("agency_id", "year", name=op.f("uq_qms_year_agency_id_year")),
    )
    op.create_table(
        "risk",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("process_name", sa.Text(), nullable=False),
        sa.Column("procedure_id", sa.Uuid(), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("consequence", sa.Text(), nullable=False),
        sa.Column("likelihood", sa.SmallInteger(), nullable=False),
        sa.Column("severity", sa.SmallInteger(), nullable=False),
        sa.Column("score", sa.SmallInteger(), nullable=False),
        sa.Column("control", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("carried_from", sa.Uuid(), nullable=True),
        sa.Column("identified_on", sa.Date(), nullable=False),
        sa.Column("identified_by", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('rui_ro','co_hoi')", name=op.f("ck_risk_kind")),
        sa.CheckConstraint(
            "state IN ('nhan_dien','dang_xu_ly','da_xu_ly','theo_doi','dong')", name=op.f("ck_risk_state")
        ),
        sa.CheckConstraint(
            "likelihood BETWEEN 1 AND 5 AND severity BETWEEN 1 AND 5", name=op.f("ck_risk_scale")
        ),
        sa.CheckConstraint("score = likelihood * severity", name=op.f("ck_risk_score")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_risk_agency_id_agency")),
        sa.ForeignKeyConstraint(["carried_from"], ["risk.id"], name=op.f("fk_risk_carried_from_risk")),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_risk_instance_id_process_instance")
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_risk_procedure_id_procedure")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_risk_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk")),
        sa.UniqueConstraint("agency_id", "code", name=op.f("uq_risk_agency_id_code")),
    )
    op.create_index("ix_risk_instance", "risk", ["instance_id"], unique=False)
    op.create_table(
        "year_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year_id", sa.Uuid(), nullable=False),
        sa.Column("process", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("legal_due", sa.Date(), nullable=True),
        sa.Column("target_due", sa.Date(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("(state = 'xong') = (done_on IS NOT NULL)", name=op.f("ck_year_item_done")),
        sa.CheckConstraint(
            "state <> 'khong_ap_dung' OR (reason <> '' AND decided_by IS NOT NULL)",
            name=op.f("ck_year_item_waived"),
        ),
        sa.CheckConstraint(
            "state IN ('cho','dang_lam','xong','khong_ap_dung')", name=op.f("ck_year_item_state")
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_year_item_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_year_item_instance_id_process_instance")
        ),
        sa.ForeignKeyConstraint(["year_id"], ["qms_year.id"], name=op.f("fk_year_item_year_id_qms_year")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_item")),
        sa.UniqueConstraint(
            "year_id", "process", "subject", name=op.f("uq_year_item_year_id_process_subject")
        ),
    )
    op.create_index("ix_year_item_agency", "year_item", ["agency_id", "state", "target_due"], unique=False)
    op.create_index("ix_year_item_instance", "year_item", ["instance_id"], unique=False)
    op.create_table(
        "feedback",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("score", sa.SmallInteger(), nullable=True),
        sa.Column("dossier_code", sa.Text(), nullable=False),
        sa.Column("procedure_id", sa.Uuid(), nullable=True),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("founded", sa.Boolean(), nullable=True),
        sa.Column("slip_id", sa.Uuid(), nullable=True),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "channel IN ('truc_tiep','cong','duong_day_nong','khao_sat','van_ban')",
            name=op.f("ck_feedback_channel"),
        ),
        sa.CheckConstraint(
            "kind IN ('','hanh_vi','qua_han','quy_dinh','khac')", name=op.f("ck_feedback_kind")
        ),
        sa.CheckConstraint(
            "state <> 'da_tra_loi' OR (answer <> '' AND answered_on IS NOT NULL)",
            name=op.f("ck_feedback_answered"),
        ),
        sa.CheckConstraint(
            "state IN ('moi','dang_tra_loi','cho_duyet','da_tra_loi','khong_thu_ly')",
            name=op.f("ck_feedback_state"),
        ),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name=op.f("ck_feedback_score")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_feedback_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_feedback_instance_id_process_instance")
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_feedback_procedure_id_procedure")
        ),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["nonconformity.id"], name=op.f("fk_feedback_slip_id_nonconformity")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_feedback_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sa.UniqueConstraint("agency_id", "code", name=op.f("uq_feedback_agency_id_code")),
    )
    op.create_index("ix_feedback_instance", "feedback", ["instance_id"], unique=False)
    op.create_table(
        "risk_action",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("effective", sa.Boolean(), nullable=True),
        sa.Column("residual_likelihood", sa.SmallInteger(), nullable=True),
        sa.Column("residual_severity", sa.SmallInteger(), nullable=True),
        sa.Column("checked_by", sa.Uuid(), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("(effective IS NULL) = (checked_on IS NULL)", name=op.f("ck_risk_action_checked")),
        sa.CheckConstraint("checked_by <> owner_id", name=op.f("ck_risk_action_other_person")),
        sa.CheckConstraint(
            "residual_likelihood BETWEEN 1 AND 5 AND residual_severity BETWEEN 1 AND 5",
            name=op.f("ck_risk_action_scale"),
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_risk_action_agency_id_agency")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_risk_action_owner_id_person")),
        sa.ForeignKeyConstraint(["risk_id"], ["risk.id"], name=op.f("fk_risk_action_risk_id_risk")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_action")),
    )
    op.create_index("ix_risk_action_risk", "risk_action", ["risk_id"], unique=False)
    op.create_table(
        "budget_year",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("approved", sa.BigInteger(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settlement", sa.Text(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('du_toan','trinh_ky','da_gui','duoc_duyet','da_quyet_toan','huy')",
            name=op.f("ck_budget_year_state"),
        ),
        sa.CheckConstraint("approved >= 0", name=op.f("ck_budget_year_approved")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_budget_year_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["outgoing_document.id"],
            name=op.f("fk_budget_year_document_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_budget_year_instance_id_process_instance")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_year")),
        sa.UniqueConstraint("agency_id", "year", name=op.f("uq_budget_year_agency_id_year")),
    )
    op.create_index("ix_budget_year_instance", "budget_year", ["instance_id"], unique=False)
    op.create_table(
        "committee_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("event_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "reason IN ('nhan_su','to_chuc','dinh_ky','khac')", name=op.f("ck_committee_check_reason")
        ),
        sa.CheckConstraint(
            "state IN ('dang_xu_ly','giu_nguyen','da_kien_toan','huy')", name=op.f("ck_committee_check_state")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_committee_check_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["outgoing_document.id"],
            name=op.f("fk_committee_check_document_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_committee_check_instance_id_process_instance"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee_check")),
    )
    op.create_index("ix_committee_check_agency", "committee_check", ["agency_id", "event_on"], unique=False)
    op.create_table(
        "committee_member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "seat IN ('truong_ban','pho_ban','thanh_vien','thu_ky')", name=op.f("ck_committee_member_seat")
        ),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_committee_member_days")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_committee_member_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["outgoing_document.id"],
            name=op.f("fk_committee_member_document_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_committee_member_instance_id_process_instance"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_committee_member_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee_member")),
    )
    op.create_index(
        "ix_committee_member_agency", "committee_member", ["agency_id", "valid_from"], unique=False
    )
    op.create_table(
        "inspection_plan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('du_thao','trinh_ky','da_ban_hanh','huy')", name=op.f("ck_inspection_plan_state")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_inspection_plan_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["outgoing_document.id"],
            name=op.f("fk_inspection_plan_document_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_inspection_plan_instance_id_process_instance"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_plan")),
        sa.UniqueConstraint("agency_id", "year", name=op.f("uq_inspection_plan_agency_id_year")),
    )
    op.create_table(
        "objective",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("formula", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("figure", sa.Text(), nullable=False),
        sa.Column("measure_unit", sa.Text(), nullable=False),
        sa.Column("baseline", sa.Numeric(precision=18, scale=4), nullable=True),
        sa.Column("target", sa.Numeric(precision=18, scale=4), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("means", sa.Text(), nullable=False),
        sa.Column("evaluation", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("carried_from", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.CheckConstraint("(source = 'tu_dong') = (figure <> '')", name=op.f("ck_objective_figure")),
        sa.CheckConstraint("direction IN ('>=','<=')", name=op.f("ck_objective_direction")),
        sa.CheckConstraint("source IN ('tu_dong','nhap_tay')", name=op.f("ck_objective_source")),
        sa.CheckConstraint(
            "state IN ('du_thao','da_ban_hanh','dat','khong_dat','huy')", name=op.f("ck_objective_state")
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_objective_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["carried_from"], ["objective.id"], name=op.f("fk_objective_carried_from_objective")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["outgoing_document.id"], name=op.f("fk_objective_document_id_outgoing_document")
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_objective_instance_id_process_instance")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_objective_owner_id_person")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["objective.id"], name=op.f("fk_objective_parent_id_objective")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_objective_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective")),
        sa.UniqueConstraint("agency_id", "year", "code", name=op.f("uq_objective_agency_id_year_code")),
    )
    op.create_index("ix_objective_instance", "objective", ["instance_id"], unique=False)
    op.create_table(
        "simplification",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Uuid(), nullable=False),
        sa.Column("kinds", postgresql.JSONB(), nullable=False),
        sa.Column("current", sa.Text(), nullable=False),
        sa.Column("proposed", sa.Text(), nullable=False),
        sa.Column("saved_cost", sa.BigInteger(), nullable=True),
        sa.Column("saved_hours", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("competence", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("proposed_by", sa.Uuid(), nullable=True),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("measured_on", sa.Date(), nullable=True),
        sa.Column("measured", sa.Text(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "competence IN ('co_quan','ubnd_tinh','bo_nganh')", name=op.f("ck_simplification_competence")
        ),
        sa.CheckConstraint(
            "state IN ('de_xuat','dong_y','khong_dong_y','da_kien_nghi','duoc_chap_thuan','bi_tu_choi',"
            "'da_ap_dung','da_do_luong')",
            name=op.f("ck_simplification_state"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_simplification_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["outgoing_document.id"],
            name=op.f("fk_simplification_document_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_simplification_instance_id_process_instance"),
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_simplification_procedure_id_procedure")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_simplification_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_simplification")),
        sa.UniqueConstraint("agency_id", "code", name=op.f("uq_simplification_agency_id_code")),
    )
    op.create_index("ix_simplification_instance", "simplification", ["instance_id"], unique=False)
    op.create_table(
        "training_course",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("everybody", sa.Boolean(), nullable=False),
        sa.Column("trainer", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("effect_note", sa.Text(), nullable=False),
        sa.Column("effect_checked_by", sa.Uuid(), nullable=True),
        sa.Column("effect_checked_on", sa.Date(), nullable=True),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("material_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.CheckConstraint("effect IN ('','co','mot_phan','khong')", name=op.f("ck_training_course_effect")),
        sa.CheckConstraint(
            "kind IN ('nhan_thuc','tai_lieu','danh_gia_noi_bo','chuyen_gia','nghiep_vu')",
            name=op.f("ck_training_course_kind"),
        ),
        sa.CheckConstraint(
            "source IN ('tu_to_chuc','so_mo_lop','thue_ngoai')", name=op.f("ck_training_course_source")
        ),
        sa.CheckConstraint(
            "state IN ('ke_hoach','da_to_chuc','da_danh_gia','da_xem_hieu_luc','huy')",
            name=op.f("ck_training_course_state"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_training_course_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["outgoing_document.id"],
            name=op.f("fk_training_course_document_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_training_course_instance_id_process_instance"),
        ),
        sa.ForeignKeyConstraint(
            ["material_id"], ["stored_file.id"], name=op.f("fk_training_course_material_id_stored_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_course")),
        sa.UniqueConstraint("agency_id", "code", name=op.f("uq_training_course_agency_id_code")),
    )
    op.create_index("ix_training_course_instance", "training_course", ["instance_id"], unique=False)
    op.create_table(
        "year_plan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("content", postgresql.JSONB(), nullable=False),
        sa.Column("budget", sa.BigInteger(), nullable=True),
        sa.Column("budget_source", sa.Text(), nullable=False),
        sa.Column("carried_from", sa.Uuid(), nullable=True),
        sa.Column("letter_id", sa.Uuid(), nullable=True),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('du_thao','gop_y','trinh_ky','da_ban_hanh','bi_thay','huy')",
            name=op.f("ck_year_plan_state"),
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_year_plan_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["carried_from"], ["year_plan.id"], name=op.f("fk_year_plan_carried_from_year_plan")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["outgoing_document.id"], name=op.f("fk_year_plan_document_id_outgoing_document")
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_year_plan_instance_id_process_instance")
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["stored_file.id"], name=op.f("fk_year_plan_letter_id_stored_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_plan")),
        sa.UniqueConstraint("agency_id", "year", "edition", name=op.f("uq_year_plan_agency_id_year_edition")),
    )
    op.create_index("ix_year_plan_instance", "year_plan", ["instance_id"], unique=False)
    op.create_table(
        "budget_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("budget_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("warnings", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("carried_from", sa.Uuid(), nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_budget_line_amount")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_budget_line_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["budget_id"], ["budget_year.id"], name=op.f("fk_budget_line_budget_id_budget_year")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_line")),
        sa.UniqueConstraint("budget_id", "ordinal", name=op.f("uq_budget_line_budget_id_ordinal")),
    )
    op.create_table(
        "competence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("course_id", sa.Uuid(), nullable=True),
        sa.Column("certificate", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_competence_days")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_competence_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["course_id"], ["training_course.id"], name=op.f("fk_competence_course_id_training_course")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_competence_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_competence")),
    )
    op.create_index("ix_competence_person", "competence", ["agency_id", "person_id", "kind"], unique=False)
    op.create_table(
        "inspection",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("inspector_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("answer_due", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("minutes_on", sa.Date(), nullable=True),
        sa.Column("minutes_file_id", sa.Uuid(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("conclusion", sa.Text(), nullable=False),
        sa.Column("corrective_due", sa.Date(), nullable=True),
        sa.Column("corrective_received_on", sa.Date(), nullable=True),
        sa.Column("judgement", sa.Text(), nullable=False),
        sa.Column("judged_on", sa.Date(), nullable=True),
        sa.Column("inspector_instance", sa.Uuid(), nullable=True),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("form IN ('ho_so','tai_tru_so')", name=op.f("ck_inspection_form")),
        sa.CheckConstraint(
            "judgement IN ('','chap_nhan','chua_chap_nhan')", name=op.f("ck_inspection_judgement")
        ),
        sa.CheckConstraint(
            "result IN ('','dat','can_khac_phuc','len_tru_so')", name=op.f("ck_inspection_result")
        ),
        sa.CheckConstraint(
            "state IN ('ke_hoach','cho_tra_loi','dang_xem','da_ket_luan','cho_khac_phuc','da_dong','huy')",
            name=op.f("ck_inspection_state"),
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_inspection_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["inspector_id"], ["agency.id"], name=op.f("fk_inspection_inspector_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_inspection_instance_id_process_instance")
        ),
        sa.ForeignKeyConstraint(
            ["minutes_file_id"], ["stored_file.id"], name=op.f("fk_inspection_minutes_file_id_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["inspection_plan.id"], name=op.f("fk_inspection_plan_id_inspection_plan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
        sa.UniqueConstraint(
            "inspector_id",
            "agency_id",
            "year",
            "ordinal",
            name=op.f("uq_inspection_inspector_id_agency_id_year_ordinal"),
        ),
    )
    op.create_index("ix_inspection_agency", "inspection", ["agency_id", "year"], unique=False)
    op.create_index("ix_inspection_inspector", "inspection", ["inspector_id", "year"], unique=False)
    op.create_table(
        "measurement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("objective_id", sa.Uuid(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Numeric(precision=18, scale=4), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("analysis", sa.Text(), nullable=False),
        sa.Column("automatic", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("slip_id", sa.Uuid(), nullable=True),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(verdict = 'chua_co_so_lieu') = (value IS NULL)", name=op.f("ck_measurement_value")
        ),
        sa.CheckConstraint("period IN ('Q1','Q2','Q3','Q4','NAM')", name=op.f("ck_measurement_period")),
        sa.CheckConstraint(
            "verdict IN ('dat','nguy_co','khong_dat','chua_co_so_lieu')", name=op.f("ck_measurement_verdict")
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_measurement_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_measurement_instance_id_process_instance")
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objective.id"], name=op.f("fk_measurement_objective_id_objective")
        ),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["nonconformity.id"], name=op.f("fk_measurement_slip_id_nonconformity")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurement")),
        sa.UniqueConstraint(
            "objective_id", "period", "ordinal", name=op.f("uq_measurement_objective_id_period_ordinal")
        ),
    )
    op.create_table(
        "plan_activity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("partners", sa.Text(), nullable=False),
        sa.Column("audited_units", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("carried_from", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('danh_gia_noi_bo','xem_xet_lanh_dao','dao_tao','bao_cao','muc_tieu','rui_ro',"
            "'cap_nhat_vbqppl','cong_bo','cai_tien','khac')",
            name=op.f("ck_plan_activity_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('chua_den','dang_lam','da_xong','huy')", name=op.f("ck_plan_activity_state")
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_plan_activity_days")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_plan_activity_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["year_plan.id"], name=op.f("fk_plan_activity_plan_id_year_plan")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_plan_activity_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_activity")),
        sa.UniqueConstraint("plan_id", "ordinal", name=op.f("uq_plan_activity_plan_id_ordinal")),
    )
    op.create_index(
        "ix_plan_activity_agency", "plan_activity", ["agency_id", "state", "ends_on"], unique=False
    )
    op.create_table(
        "plan_opinion",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("opinion", sa.Text(), nullable=False),
        sa.Column("objectives", sa.Text(), nullable=False),
        sa.Column("training_need", sa.Text(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_plan_opinion_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["year_plan.id"], name=op.f("fk_plan_opinion_plan_id_year_plan")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_plan_opinion_unit_id_unit")),
        sa.PrimaryKeyConstraint("plan_id", "unit_id", name=op.f("pk_plan_opinion")),
    )
    op.create_table(
        "training_attendance",
        sa.Column("course_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("came", sa.Text(), nullable=False),
        sa.Column("score", sa.Numeric(precision=4, scale=2), nullable=True),
        sa.Column("passed", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "came IN ('','co_mat','vang_co_ly_do','vang')", name=op.f("ck_training_attendance_came")
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 10", name=op.f("ck_training_attendance_score")),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_training_attendance_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["course_id"],
            ["training_course.id"],
            name=op.f("fk_training_attendance_course_id_training_course"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_training_attendance_person_id_person")
        ),
        sa.PrimaryKeyConstraint("course_id", "person_id", name=op.f("pk_training_attendance")),
    )
    op.create_table(
        "year_report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("legal_due", sa.Date(), nullable=False),
        sa.Column("target_due", sa.Date(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("figures", postgresql.JSONB(), nullable=False),
        sa.Column("content", postgresql.JSONB(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("dispatch_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('HO_SO_DUY_TRI','BC_TIEN_DO','BC_NAM','BC_6T','DOT_XUAT')",
            name=op.f("ck_year_report_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('chuan_bi','gop_y','trinh_ky','da_gui','da_nhan','yeu_cau_bo_sung','huy')",
            name=op.f("ck_year_report_state"),
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_year_report_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["dispatch_id"], ["dispatch.id"], name=op.f("fk_year_report_dispatch_id_dispatch")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["outgoing_document.id"],
            name=op.f("fk_year_report_document_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_year_report_instance_id_process_instance")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_report")),
    )
    op.create_index("ix_year_report_agency", "year_report", ["agency_id", "year", "kind"], unique=False)
    op.create_index("ix_year_report_instance", "year_report", ["instance_id"], unique=False)
    op.create_table(
        "expense",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("budget_id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=True),
        sa.Column("spent_on", sa.Date(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("voucher", sa.Text(), nullable=False),
        sa.Column("contractor", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reverses_id", sa.Uuid(), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_expense_amount")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_expense_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["budget_id"], ["budget_year.id"], name=op.f("fk_expense_budget_id_budget_year")
        ),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_expense_file_id_stored_file")),
        sa.ForeignKeyConstraint(["line_id"], ["budget_line.id"], name=op.f("fk_expense_line_id_budget_line")),
        sa.ForeignKeyConstraint(["reverses_id"], ["expense.id"], name=op.f("fk_expense_reverses_id_expense")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expense")),
    )
    op.create_index("ix_expense_budget", "expense", ["budget_id", "spent_on"], unique=False)
    op.create_table(
        "inspection_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("inspector_id", sa.Uuid(), nullable=False),
        sa.Column("inspection_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("requirement", sa.Text(), nullable=False),
        sa.Column("slip_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "verdict IN ('','dat','khong_dat','khong_ap_dung')", name=op.f("ck_inspection_item_verdict")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_inspection_item_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["inspection_id"], ["inspection.id"], name=op.f("fk_inspection_item_inspection_id_inspection")
        ),
        sa.ForeignKeyConstraint(
            ["inspector_id"], ["agency.id"], name=op.f("fk_inspection_item_inspector_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_item")),
        sa.UniqueConstraint(
            "inspection_id", "ordinal", name=op.f("uq_inspection_item_inspection_id_ordinal")
        ),
    )
    op.create_table(
        "report_contribution",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("results", sa.Text(), nullable=False),
        sa.Column("difficulties", sa.Text(), nullable=False),
        sa.Column("proposals", sa.Text(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_report_contribution_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["year_report.id"], name=op.f("fk_report_contribution_report_id_year_report")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_report_contribution_unit_id_unit")),
        sa.PrimaryKeyConstraint("report_id", "unit_id", name=op.f("pk_report_contribution")),
    )
    for table, rows in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY office ON {table} TO quytrinh_office USING ({rows})")
    for table in OVERSEEN:
        op.execute(
            f"CREATE POLICY overseer ON {table} FOR SELECT TO quytrinh_office USING (agency_id = {_OVERSEEN})"
        )
