"""The register of publications of the QMS."""

from web.publications.views import blueprint

__all__ = ["blueprint"]
