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
from qms.delegation.tables import Absence, Delegation
from qms.documents.tables import Citation, LegalDocument, Procedure, ProcedureVersion
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
from qms.nonconformities.tables import Nonconformity
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

__all__ = [
    "Absence",
    "Account",
    "Agency",
    "AnnexRow",
    "ApiToken",
    "CalendarDayLine",
    "CalendarFeed",
    "Citation",
    "DeadlinePolicyLine",
    "Delegation",
    "EscalationLadderLine",
    "ExternalIdentity",
    "LegalDocument",
    "LegalTimeChange",
    "LegalTimeVersion",
    "LegalUpdate",
    "LegalUpdateChange",
    "MailHours",
    "MailPreference",
    "Nonconformity",
    "OfficeHoursLine",
    "OrganisationVersion",
    "PasswordReset",
    "Person",
    "Procedure",
    "ProcedureVersion",
    "Province",
    "RecoveryCode",
    "RoleAssignment",
    "SecondFactor",
    "SignInAttempt",
    "SignInSession",
    "Succession",
    "Unit",
    "WatchdogAlarm",
]
