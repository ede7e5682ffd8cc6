"""The catalogue of published processes, and starting one."""

from web.processes.views import blueprint

__all__ = ["blueprint"]
