"""The clock of the demo: where it stands and where it is sent."""

from web.demo_time.views import blueprint

__all__ = ["blueprint"]
