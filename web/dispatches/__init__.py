"""What was sent, what came, and the proof of each receipt."""

from web.dispatches import importing
from web.dispatches.views import blueprint

__all__ = ["blueprint", "importing"]
