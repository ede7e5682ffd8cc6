"""The years of the quality management system: what each owes, its calendar, whether it is whole."""

from web.years.views import blueprint

__all__ = ["blueprint"]
