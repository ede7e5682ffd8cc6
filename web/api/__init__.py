"""JSON for programs that come with a person's token: tasks, their completion, cases."""

from web.api.views import blueprint

__all__ = ["blueprint"]
