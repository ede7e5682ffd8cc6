"""The registers of internal audit."""

from web.audits import auditors, findings, listing
from web.audits.room import blueprint

__all__ = ["auditors", "blueprint", "findings", "listing"]
