"""The improvement loop: issued documents, controlled documents, audits, slips, reviews, publications."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0024"
down_revision = "0021"
branch_labels = None
depends_on = None

TABLES = (
    "auditor_competence",
    "controlled_document",
    "corrective_action",
    "outgoing_document",
    "audit_programme",
    "controlled_version",
    "dispatch",
    "document_number",
    "document_signature",
    "management_review",
    "audit",
    "publication",
    "read_confirmation",
    "review_attendance",
    "review_decision",
    "review_input",
    "audit_checklist_line",
    "audit_finding",
    "audit_member",
    "publication_scope",
)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "auditor_competence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("certificate", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_to > valid_from", name=op.f("ck_auditor_competence_period")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_auditor_competence_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_auditor_competence_file_id_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_auditor_competence_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_auditor_competence")),
    )
    op.create_index("ix_auditor_competence_person", "auditor_competence", ["person_id"], unique=False)
    op.create_table(
        "controlled_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("procedure_id", sa.Uuid(), nullable=True),
        sa.Column("model_key", sa.Text(), nullable=False),
        sa.Column("clause", sa.Text(), nullable=False),
        sa.Column("review_months", sa.Integer(), nullable=False),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('chinh_sach','so_tay','quy_trinh','huong_dan','bieu_mau','quy_dinh','khac')",
            name=op.f("ck_controlled_document_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_controlled_document_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_controlled_document_procedure_id_procedure")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_controlled_document_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_controlled_document")),
        sa.UniqueConstraint("agency_id", "code", name=op.f("uq_controlled_document_agency_id_code")),
    )
    op.create_table(
        "corrective_action",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("nonconformity_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("what <> ''", name=op.f("ck_corrective_action_what")),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_corrective_action_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_corrective_action_file_id_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["nonconformity_id"],
            ["nonconformity.id"],
            name=op.f("fk_corrective_action_nonconformity_id_nonconformity"),
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["person.id"], name=op.f("fk_corrective_action_owner_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrective_action")),
    )
    op.create_index(
        "ix_corrective_action_nonconformity", "corrective_action", ["nonconformity_id"], unique=False
    )
    op.create_table(
        "outgoing_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("content", postgresql.JSONB(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("drafted_by", sa.Uuid(), nullable=True),
        sa.Column("signed_by", sa.Uuid(), nullable=True),
        sa.Column("signed_for", sa.Uuid(), nullable=True),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("mandate_id", sa.Uuid(), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("symbol", sa.Text(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source_file_id", sa.Uuid(), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("revoked_reason", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(state = 'draft') = (signed_at IS NULL)", name=op.f("ck_outgoing_document_signed")
        ),
        sa.CheckConstraint(
            "state IN ('draft','signed','issued','revoked')", name=op.f("ck_outgoing_document_state")
        ),
        sa.CheckConstraint(
            "state NOT IN ('issued','revoked') OR number IS NOT NULL",
            name=op.f("ck_outgoing_document_numbered"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_outgoing_document_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_outgoing_document_file_id_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_outgoing_document_instance_id_process_instance"),
        ),
        sa.ForeignKeyConstraint(
            ["mandate_id"], ["delegation.id"], name=op.f("fk_outgoing_document_mandate_id_delegation")
        ),
        sa.ForeignKeyConstraint(
            ["source_file_id"],
            ["stored_file.id"],
            name=op.f("fk_outgoing_document_source_file_id_stored_file"),
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_outgoing_document_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_document")),
    )
    op.create_index(
        "ix_outgoing_document_agency", "outgoing_document", ["agency_id", "recorded_at"], unique=False
    )
    op.create_index("ix_outgoing_document_instance", "outgoing_document", ["instance_id"], unique=False)
    op.create_table(
        "audit_programme",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("methods", sa.Text(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("report_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('du_thao','da_duyet','da_xong','bi_thay')", name=op.f("ck_audit_programme_state")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_audit_programme_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["outgoing_document.id"],
            name=op.f("fk_audit_programme_document_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_audit_programme_instance_id_process_instance"),
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["outgoing_document.id"],
            name=op.f("fk_audit_programme_report_id_outgoing_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_programme")),
        sa.UniqueConstraint(
            "agency_id", "year", "edition", name=op.f("uq_audit_programme_agency_id_year_edition")
        ),
    )
    op.create_table(
        "controlled_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("model_version_id", sa.Uuid(), nullable=True),
        sa.Column("decision_id", sa.Uuid(), nullable=True),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('du_thao','dang_xem_xet','cho_phe_duyet','da_phe_duyet','hieu_luc','het_hieu_luc',"
            "'thu_hoi','khong_duyet')",
            name=op.f("ck_controlled_version_state"),
        ),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= effective_on", name=op.f("ck_controlled_version_period")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_controlled_version_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["outgoing_document.id"],
            name=op.f("fk_controlled_version_decision_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["controlled_document.id"],
            name=op.f("fk_controlled_version_document_id_controlled_document"),
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_controlled_version_file_id_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_controlled_version_instance_id_process_instance"),
        ),
        sa.ForeignKeyConstraint(
            ["model_version_id"],
            ["model_version.id"],
            name=op.f("fk_controlled_version_model_version_id_model_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_controlled_version")),
        sa.UniqueConstraint("document_id", "label", name=op.f("uq_controlled_version_document_id_label")),
    )
    op.create_index(
        "ix_controlled_version_in_force",
        "controlled_version",
        ["document_id"],
        unique=True,
        postgresql_where="state = 'hieu_luc'",
    )
    op.create_index("ix_controlled_version_instance", "controlled_version", ["instance_id"], unique=False)
    op.create_table(
        "dispatch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("deliverable", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("proof_file_id", sa.Uuid(), nullable=True),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("confirmed_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "(received_at IS NULL) = (proof = '') AND proof IN ('','bien_nhan','xac_nhan_thu_cong')",
            name=op.f("ck_dispatch_proof"),
        ),
        sa.CheckConstraint(
            "channel IN ('trong_he_thong','truc_lien_thong','thu_dien_tu','giay')",
            name=op.f("ck_dispatch_channel"),
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_dispatch_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["outgoing_document.id"], name=op.f("fk_dispatch_document_id_outgoing_document")
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_dispatch_instance_id_process_instance")
        ),
        sa.ForeignKeyConstraint(
            ["proof_file_id"], ["stored_file.id"], name=op.f("fk_dispatch_proof_file_id_stored_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispatch")),
    )
    op.create_index("ix_dispatch_agency", "dispatch", ["agency_id", "sent_at"], unique=False)
    op.create_table(
        "document_number",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("symbol", sa.Text(), nullable=False),
        sa.Column("medium", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("medium IN ('electronic','paper')", name=op.f("ck_document_number_medium")),
        sa.CheckConstraint("number > 0", name=op.f("ck_document_number_number")),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_document_number_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["outgoing_document.id"],
            name=op.f("fk_document_number_document_id_outgoing_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_number")),
        sa.UniqueConstraint(
            "agency_id",
            "series",
            "year",
            "number",
            name=op.f("uq_document_number_agency_id_series_year_number"),
        ),
    )
    op.create_table(
        "document_signature",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column(
            "certificate",
            postgresql.JSONB(),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "method IN ('account','certificate','seal','paper')", name=op.f("ck_document_signature_method")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_document_signature_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["outgoing_document.id"],
            name=op.f("fk_document_signature_document_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_document_signature_file_id_stored_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_signature")),
    )
    op.create_index("ix_document_signature_document", "document_signature", ["document_id"], unique=False)
    op.create_table(
        "management_review",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("chaired_by", sa.Uuid(), nullable=True),
        sa.Column("chaired_for", sa.Uuid(), nullable=True),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("invitation_id", sa.Uuid(), nullable=True),
        sa.Column("minutes_id", sa.Uuid(), nullable=True),
        sa.Column("conclusions_id", sa.Uuid(), nullable=True),
        sa.Column("validity", sa.Text(), nullable=False),
        sa.Column("validity_confirmed_on", sa.Date(), nullable=True),
        sa.Column("validity_confirmed_by", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('chuan_bi','da_moi','da_hop','da_ket_luan','da_xac_nhan','huy')",
            name=op.f("ck_management_review_state"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_management_review_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["conclusions_id"],
            ["outgoing_document.id"],
            name=op.f("fk_management_review_conclusions_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_management_review_instance_id_process_instance"),
        ),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["outgoing_document.id"],
            name=op.f("fk_management_review_invitation_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["minutes_id"],
            ["outgoing_document.id"],
            name=op.f("fk_management_review_minutes_id_outgoing_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_management_review")),
        sa.UniqueConstraint(
            "agency_id", "year", "ordinal", name=op.f("uq_management_review_agency_id_year_ordinal")
        ),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reaudit_due_on", sa.Date(), nullable=True),
        sa.Column("reaudited_on", sa.Date(), nullable=True),
        sa.Column("answered_as", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('du_kien','da_thong_bao','dang_danh_gia','cho_giai_trinh','da_ket_thuc',"
            "'da_danh_gia_lai','huy')",
            name=op.f("ck_audit_state"),
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_audit_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["audit_programme.id"], name=op.f("fk_audit_programme_id_audit_programme")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_audit_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sa.UniqueConstraint(
            "programme_id", "unit_id", "code", name=op.f("uq_audit_programme_id_unit_id_code")
        ),
    )
    op.create_index("ix_audit_agency", "audit", ["agency_id", "planned_on"], unique=False)
    op.create_table(
        "publication",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("review_id", sa.Uuid(), nullable=True),
        sa.Column("decision_id", sa.Uuid(), nullable=True),
        sa.Column("dispatch_id", sa.Uuid(), nullable=True),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("posted_file_id", sa.Uuid(), nullable=True),
        sa.Column("web_address", sa.Text(), nullable=False),
        sa.Column("web_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('lan_dau','cong_bo_lai')", name=op.f("ck_publication_kind")),
        sa.CheckConstraint(
            "state <> 'da_cong_bo' OR (decision_id IS NOT NULL AND posted_on IS NOT NULL"
            " AND web_address <> '' AND dispatch_id IS NOT NULL)",
            name=op.f("ck_publication_whole"),
        ),
        sa.CheckConstraint(
            "state IN ('chuan_bi','da_ky','da_cong_bo','bi_thay','huy')", name=op.f("ck_publication_state")
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_publication_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["outgoing_document.id"],
            name=op.f("fk_publication_decision_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["dispatch_id"], ["dispatch.id"], name=op.f("fk_publication_dispatch_id_dispatch")
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"], ["process_instance.id"], name=op.f("fk_publication_instance_id_process_instance")
        ),
        sa.ForeignKeyConstraint(
            ["posted_file_id"], ["stored_file.id"], name=op.f("fk_publication_posted_file_id_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["review_id"], ["management_review.id"], name=op.f("fk_publication_review_id_management_review")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        sa.UniqueConstraint("agency_id", "ordinal", name=op.f("uq_publication_agency_id_ordinal")),
    )
    op.create_table(
        "read_confirmation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("instance_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_as", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "closed_as IN ('','da_doc','qua_han','mien')", name=op.f("ck_read_confirmation_closed_as")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_read_confirmation_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["outgoing_document.id"],
            name=op.f("fk_read_confirmation_document_id_outgoing_document"),
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_read_confirmation_instance_id_process_instance"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_read_confirmation_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["controlled_version.id"],
            name=op.f("fk_read_confirmation_version_id_controlled_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_read_confirmation")),
        sa.UniqueConstraint(
            "instance_id",
            "subject",
            "person_id",
            name=op.f("uq_read_confirmation_instance_id_subject_person_id"),
        ),
    )
    op.create_index("ix_read_confirmation_person", "read_confirmation", ["person_id"], unique=False)
    op.create_index("ix_read_confirmation_version", "read_confirmation", ["version_id"], unique=False)
    op.create_table(
        "review_attendance",
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("came", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "came IN ('','co_mat','vang_co_ly_do','vang')", name=op.f("ck_review_attendance_came")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_review_attendance_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_review_attendance_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["management_review.id"],
            name=op.f("fk_review_attendance_review_id_management_review"),
        ),
        sa.PrimaryKeyConstraint("review_id", "person_id", name=op.f("pk_review_attendance")),
    )
    op.create_table(
        "review_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("instance_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('cai_tien','thay_doi_httql','nguon_luc','khac')", name=op.f("ck_review_decision_kind")
        ),
        sa.CheckConstraint(
            "state IN ('dang_thuc_hien','da_xong','khong_thuc_hien')", name=op.f("ck_review_decision_state")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_review_decision_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["process_instance.id"],
            name=op.f("fk_review_decision_instance_id_process_instance"),
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_review_decision_owner_id_person")),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["management_review.id"],
            name=op.f("fk_review_decision_review_id_management_review"),
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_review_decision_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_decision")),
        sa.UniqueConstraint("agency_id", "code", name=op.f("uq_review_decision_agency_id_code")),
    )
    op.create_index("ix_review_decision_review", "review_decision", ["review_id"], unique=False)
    op.create_table(
        "review_input",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("data", postgresql.JSONB(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("conclusion", sa.Text(), nullable=False),
        sa.Column("reckoned_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_review_input_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["review_id"], ["management_review.id"], name=op.f("fk_review_input_review_id_management_review")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_input")),
        sa.UniqueConstraint("review_id", "item", name=op.f("uq_review_input_review_id_item")),
    )
    op.create_table(
        "audit_checklist_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("audit_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("clause", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("procedure_id", sa.Uuid(), nullable=True),
        sa.Column("nonconformity_id", sa.Uuid(), nullable=True),
        sa.Column("sampled_instance_id", sa.Uuid(), nullable=True),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "source IN ('dieu_khoan','quy_trinh','kph_mo','ho_so_mau','them')",
            name=op.f("ck_audit_checklist_line_source"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_audit_checklist_line_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["audit_id"], ["audit.id"], name=op.f("fk_audit_checklist_line_audit_id_audit")
        ),
        sa.ForeignKeyConstraint(
            ["nonconformity_id"],
            ["nonconformity.id"],
            name=op.f("fk_audit_checklist_line_nonconformity_id_nonconformity"),
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_audit_checklist_line_procedure_id_procedure")
        ),
        sa.ForeignKeyConstraint(
            ["sampled_instance_id"],
            ["process_instance.id"],
            name=op.f("fk_audit_checklist_line_sampled_instance_id_process_instance"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_checklist_line")),
    )
    op.create_index(
        "ix_audit_checklist_line_audit", "audit_checklist_line", ["audit_id", "position"], unique=False
    )
    op.create_table(
        "audit_finding",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("audit_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("clause", sa.Text(), nullable=False),
        sa.Column("procedure_id", sa.Uuid(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("found_by", sa.Uuid(), nullable=True),
        sa.Column("found_on", sa.Date(), nullable=False),
        sa.Column("nonconformity_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("clause <> '' AND evidence <> ''", name=op.f("ck_audit_finding_grounds")),
        sa.CheckConstraint(
            "kind IN ('phu_hop','kph_nang','kph_nhe','luu_y','co_hoi')", name=op.f("ck_audit_finding_kind")
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_audit_finding_agency_id_agency")),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_audit_finding_audit_id_audit")),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_audit_finding_file_id_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["nonconformity_id"],
            ["nonconformity.id"],
            name=op.f("fk_audit_finding_nonconformity_id_nonconformity"),
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_audit_finding_procedure_id_procedure")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_finding")),
        sa.UniqueConstraint("agency_id", "code", name=op.f("uq_audit_finding_agency_id_code")),
    )
    op.create_index("ix_audit_finding_audit", "audit_finding", ["audit_id"], unique=False)
    op.create_table(
        "audit_member",
        sa.Column("audit_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "part IN ('truong_doan','thanh_vien','quan_sat')", name=op.f("ck_audit_member_part")
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_audit_member_agency_id_agency")),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"], name=op.f("fk_audit_member_audit_id_audit")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_audit_member_person_id_person")),
        sa.PrimaryKeyConstraint("audit_id", "person_id", name=op.f("pk_audit_member")),
    )
    op.create_table(
        "publication_scope",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("publication_id", sa.Uuid(), nullable=False),
        sa.Column("procedure_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_publication_scope_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_publication_scope_procedure_id_procedure")
        ),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_publication_scope_publication_id_publication"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication_scope")),
        sa.UniqueConstraint("publication_id", "code", name=op.f("uq_publication_scope_publication_id_code")),
    )
    op.create_index("ix_publication_scope_procedure", "publication_scope", ["procedure_id"], unique=False)
    op.add_column("nonconformity", sa.Column("severity", sa.Text(), server_default="", nullable=False))
    op.add_column("nonconformity", sa.Column("unit_id", sa.Uuid(), nullable=True))
    op.add_column("nonconformity", sa.Column("procedure_id", sa.Uuid(), nullable=True))
    op.add_column("nonconformity", sa.Column("evidence", sa.Text(), server_default="", nullable=False))
    op.add_column("nonconformity", sa.Column("correction", sa.Text(), server_default="", nullable=False))
    op.add_column("nonconformity", sa.Column("cause_code", sa.Text(), server_default="", nullable=False))
    op.add_column("nonconformity", sa.Column("cause", sa.Text(), server_default="", nullable=False))
    op.add_column("nonconformity", sa.Column("due_on", sa.Date(), nullable=True))
    op.add_column("nonconformity", sa.Column("verified_by", sa.Uuid(), nullable=True))
    op.add_column("nonconformity", sa.Column("verified_on", sa.Date(), nullable=True))
    op.add_column("nonconformity", sa.Column("effective", sa.Boolean(), nullable=True))
    op.add_column("nonconformity", sa.Column("closed_on", sa.Date(), nullable=True))
    op.add_column("nonconformity", sa.Column("reissue_of", sa.Uuid(), nullable=True))
    op.add_column("nonconformity", sa.Column("case_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_nonconformity_reissue_of_nonconformity"),
        "nonconformity",
        "nonconformity",
        ["reissue_of"],
        ["id"],
    )
    op.create_foreign_key(
        op.f("fk_nonconformity_case_id_process_instance"),
        "nonconformity",
        "process_instance",
        ["case_id"],
        ["id"],
    )
    op.create_foreign_key(
        op.f("fk_nonconformity_procedure_id_procedure"),
        "nonconformity",
        "procedure",
        ["procedure_id"],
        ["id"],
    )
    op.create_foreign_key(op.f("fk_nonconformity_unit_id_unit"), "nonconformity", "unit", ["unit_id"], ["id"])
    op.add_column("procedure", sa.Column("level", sa.Text(), server_default="", nullable=False))
    op.add_column("procedure", sa.Column("decided_by", sa.Text(), server_default="", nullable=False))
    op.add_column("procedure", sa.Column("valid_from", sa.Date(), nullable=True))
    op.add_column("procedure", sa.Column("valid_to", sa.Date(), nullable=True))
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY office ON {table} TO quytrinh_office"
            " USING (agency_id = (SELECT nullif(current_setting('quytrinh.agency', true), '')::uuid))"
        )
