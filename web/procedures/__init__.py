"""The register of procedures with their versions."""

from web.procedures.views import blueprint

__all__ = ["blueprint"]
