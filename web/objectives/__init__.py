"""Quality objectives with their measurements."""

from web.objectives.importing import add_objective_import
from web.objectives.views import blueprint

add_objective_import(blueprint)

__all__ = ["blueprint"]
