"""The cases: their list, and one case with drawing, timeline, data and files."""

from web.instances.views import blueprint

__all__ = ["blueprint"]
