"""Every table of the offices in one import, for migrations."""

from qms.accounts.tables import Account, SignInAttempt, SignInSession
from qms.documents.tables import Citation, LegalDocument, Procedure, ProcedureVersion
from qms.legal_updates.tables import LegalUpdate, LegalUpdateChange
from qms.nonconformities.tables import Nonconformity
from qms.organisation.tables import Agency, Person, RoleAssignment, Unit

__all__ = [
    "Account",
    "Agency",
    "Citation",
    "LegalDocument",
    "LegalUpdate",
    "LegalUpdateChange",
    "Nonconformity",
    "Person",
    "Procedure",
    "ProcedureVersion",
    "RoleAssignment",
    "SignInAttempt",
    "SignInSession",
    "Unit",
]
