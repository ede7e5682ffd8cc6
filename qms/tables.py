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
from qms.budget.tables import BudgetLine, BudgetYear, Expense
from qms.committee.tables import CommitteeCheck, CommitteeMember, TaskHandOver
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
from qms.exchange.tables import ExchangeLetter
from qms.feedback.tables import Feedback
from qms.inspections.tables import Inspection, InspectionItem, InspectionPlan
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
from qms.objectives.tables import Measurement, Objective
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
from qms.plans.tables import PlanActivity, PlanOpinion, YearPlan
from qms.publications.tables import Publication, PublicationScope
from qms.reports.tables import ReportContribution, ReportingCalendarLine, YearReport
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
from qms.risks.tables import Risk, RiskAction
from qms.simplification.tables import Simplification
from qms.training.tables import Competence, TrainingAttendance, TrainingCourse
from qms.years.tables import QmsYear, YearItem

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
    "BudgetLine",
    "BudgetYear",
    "CalendarDayLine",
    "CalendarFeed",
    "Citation",
    "CommitteeCheck",
    "CommitteeMember",
    "Competence",
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
    "ExchangeLetter",
    "Expense",
    "ExternalIdentity",
    "Feedback",
    "FormTemplate",
    "Inspection",
    "InspectionItem",
    "InspectionPlan",
    "LegalDocument",
    "LegalHold",
    "LegalTimeChange",
    "LegalTimeVersion",
    "LegalUpdate",
    "LegalUpdateChange",
    "MailHours",
    "MailPreference",
    "ManagementReview",
    "Measurement",
    "MigrationProposal",
    "ModelComment",
    "ModelDraft",
    "ModelDraftFile",
    "ModelDraftSave",
    "Nonconformity",
    "Objective",
    "OfficeHoursLine",
    "OrganisationVersion",
    "OutgoingDocument",
    "PasswordReset",
    "Person",
    "PlanActivity",
    "PlanOpinion",
    "PlannedChange",
    "Procedure",
    "ProcedureVersion",
    "Province",
    "Publication",
    "PublicationScope",
    "QmsYear",
    "ReadConfirmation",
    "RecoveryCode",
    "ReportContribution",
    "ReportingCalendarLine",
    "RetentionLineRow",
    "ReviewAttendance",
    "ReviewDecision",
    "ReviewInput",
    "Risk",
    "RiskAction",
    "RoleAssignment",
    "SecondFactor",
    "SignInAttempt",
    "SignInSession",
    "Simplification",
    "Succession",
    "TaskHandOver",
    "TrainingAttendance",
    "TrainingCourse",
    "Unit",
    "WatchdogAlarm",
    "YearItem",
    "YearPlan",
    "YearReport",
]
