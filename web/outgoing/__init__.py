"""The register of issued documents and of the numbers that they took."""

from web.outgoing import importing, numbers, register, scans
from web.outgoing.room import blueprint

__all__ = ["blueprint", "importing", "numbers", "register", "scans"]
