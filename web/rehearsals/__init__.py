"""The page “Diễn tập lịch”: every path of a model by the calendar, before it is approved."""

from web.rehearsals.views import blueprint

__all__ = ["blueprint"]
