"""The cases: their list, and one case with drawing, timeline, data, files and the clock of its deadlines."""

from web.instances import clock, confidentiality, records
from web.instances.views import blueprint

__all__ = ["blueprint", "clock", "confidentiality", "records"]
