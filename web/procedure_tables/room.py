"""The room's blueprint and the words that its pages share."""

from __future__ import annotations

from flask import Blueprint

from engine.domain.step_times import SumOfSteps
from qms.procedure_tables.planning import Remark
from qms.procedure_tables.questions import Option, Question
from web.translation import language_of_request

blueprint = Blueprint(
    "procedure_tables", __name__, url_prefix="/procedure-tables", template_folder="templates"
)


def in_words(said: Question | Option | Remark | SumOfSteps) -> str:
    """What is said, in the language of the page."""
    return said.en if language_of_request() == "en" else said.vi
