"""The register of nonconformities."""

from web.nonconformities import importing, slip, views
from web.nonconformities.room import blueprint

__all__ = ["blueprint", "importing", "slip", "views"]
