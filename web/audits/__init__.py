"""The registers of internal audit."""

from web.audits import auditor_import, auditors, changing, findings, importing, listing
from web.audits.room import blueprint

__all__ = ["auditor_import", "auditors", "blueprint", "changing", "findings", "importing", "listing"]
