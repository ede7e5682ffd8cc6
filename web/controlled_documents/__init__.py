"""The list of internal documents: lines, versions, readings, requests for change, import and export."""

from web.controlled_documents import importing, requests, views
from web.controlled_documents.room import blueprint

__all__ = ["blueprint", "importing", "requests", "views"]
