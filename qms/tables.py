"""Every table of the offices in one import, for migrations."""

from qms.accounts.tables import (
    Account,
    ApiToken,
    ExternalIdentity,
    PasswordReset,
    RecoveryCode,
    SecondFactor,
    SignInAttempt,
    SignInSession,
)
from qms.administration.tables import PlannedChange
from qms.audits.tables import (
    Audit,
    AuditChecklistLine,
    AuditFinding,
    AuditMember,
    AuditorCompetence,
    AuditProgramme,
)
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion, ReadConfirmation
from qms.delegation.tables import Absence, Delegation
from qms.designer.tables import (
    FormTemplate,
    ModelComment,
    ModelDraft,
    ModelDraftFile,
    ModelDraftSave,
)
from qms.documents.tables import Citation, LegalDocument, Procedure, ProcedureVersion
from qms.evidence.tables import EvidencePackRow
from qms.legal_time.tables import (
    CalendarDayLine,
    CalendarFeed,
    DeadlinePolicyLine,
    EscalationLadderLine,
    LegalTimeChange,
    LegalTimeVersion,
    MailHours,
    MailPreference,
    OfficeHoursLine,
    WatchdogAlarm,
)
from qms.legal_updates.tables import LegalUpdate, LegalUpdateChange
from qms.migrations.tables import MigrationProposal
from qms.nonconformities.tables import CorrectiveAction, Nonconformity
from qms.organisation.tables import (
    Agency,
    AnnexRow,
    OrganisationVersion,
    Person,
    Province,
    RoleAssignment,
    Succession,
    Unit,
)
from qms.outgoing.tables import Dispatch, DocumentNumber, DocumentSignature, OutgoingDocument
from qms.publications.tables import Publication, PublicationScope
from qms.retention.tables import (
    Archive,
    ArchivedCase,
    Disposal,
    DisposalApproval,
    DisposalEnd,
    DisposalItem,
    LegalHold,
    RetentionLineRow,
)
from qms.reviews.tables import ManagementReview, ReviewAttendance, ReviewDecision, ReviewInput

__all__ = [
    "Absence",
    "Account",
    "Agency",
    "AnnexRow",
    "ApiToken",
    "Archive",
    "ArchivedCase",
    "Audit",
    "AuditChecklistLine",
    "AuditFinding",
    "AuditMember",
    "AuditProgramme",
    "AuditorCompetence",
    "CalendarDayLine",
    "CalendarFeed",
    "Citation",
    "ControlledDocument",
    "ControlledVersion",
    "CorrectiveAction",
    "DeadlinePolicyLine",
    "Delegation",
    "Dispatch",
    "Disposal",
    "DisposalApproval",
    "DisposalEnd",
    "DisposalItem",
    "DocumentNumber",
    "DocumentSignature",
    "EscalationLadderLine",
    "EvidencePackRow",
    "ExternalIdentity",
    "FormTemplate",
    "LegalDocument",
    "LegalHold",
    "LegalTimeChange",
    "LegalTimeVersion",
    "LegalUpdate",
    "LegalUpdateChange",
    "MailHours",
    "MailPreference",
    "ManagementReview",
    "MigrationProposal",
    "ModelComment",
    "ModelDraft",
    "ModelDraftFile",
    "ModelDraftSave",
    "Nonconformity",
    "OfficeHoursLine",
    "OrganisationVersion",
    "OutgoingDocument",
    "PasswordReset",
    "Person",
    "PlannedChange",
    "Procedure",
    "ProcedureVersion",
    "Province",
    "Publication",
    "PublicationScope",
    "ReadConfirmation",
    "RecoveryCode",
    "RetentionLineRow",
    "ReviewAttendance",
    "ReviewDecision",
    "ReviewInput",
    "RoleAssignment",
    "SecondFactor",
    "SignInAttempt",
    "SignInSession",
    "Succession",
    "Unit",
    "WatchdogAlarm",
]
