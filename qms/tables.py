"""Every table of the offices in one import, for migrations."""

from qms.accounts.tables import Account, SignInAttempt, SignInSession
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
    "Account",
    "Agency",
    "AnnexRow",
    "CalendarDayLine",
    "CalendarFeed",
    "Citation",
    "DeadlinePolicyLine",
    "EscalationLadderLine",
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
    "Person",
    "Procedure",
    "ProcedureVersion",
    "Province",
    "RoleAssignment",
    "SignInAttempt",
    "SignInSession",
    "Succession",
    "Unit",
    "WatchdogAlarm",
]
