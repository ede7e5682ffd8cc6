"""The inbox: queues, the list, one task with its form, and what an officer does with it."""

from web.inbox import assigning
from web.inbox.views import blueprint

__all__ = ["assigning", "blueprint"]
