"""Feedback of citizens and organisations: taken in, answered, counted."""

from web.feedback import intake
from web.feedback.importing import add_survey_import
from web.feedback.room import blueprint
from web.feedback.views import detail, export, listing

add_survey_import(blueprint)

__all__ = ["blueprint", "detail", "export", "intake", "listing"]
