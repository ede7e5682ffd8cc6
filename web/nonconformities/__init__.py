"""The register of nonconformities."""

from web.nonconformities.views import blueprint

__all__ = ["blueprint"]
