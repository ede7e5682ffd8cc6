"""Training and competence: classes, who came, the matrix of who is able to do what."""

from web.training.importing import add_training_imports
from web.training.views import blueprint

add_training_imports(blueprint)

__all__ = ["blueprint"]
