"""The register of inspections by the Department, for both sides."""

from web.inspections import importing
from web.inspections.views import blueprint

__all__ = ["blueprint", "importing"]
