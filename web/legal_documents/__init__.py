"""The register of legal documents: list, lines, registration, import of lists and export."""

from web.legal_documents import importing, registration, views
from web.legal_documents.room import blueprint

__all__ = ["blueprint", "importing", "registration", "views"]
