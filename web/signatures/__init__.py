"""The register of signatures under issued documents."""

from web.signatures.views import blueprint

__all__ = ["blueprint"]
