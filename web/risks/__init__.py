"""The register of risks and opportunities."""

from web.risks.importing import add_risk_import
from web.risks.views import blueprint

add_risk_import(blueprint)

__all__ = ["blueprint"]
