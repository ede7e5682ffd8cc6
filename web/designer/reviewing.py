"""What leads from the case of a review to the draft that it is about: its pages, drawing and comparison."""

from __future__ import annotations

from uuid import UUID

from qms.designer.operators import APPROVAL, MODEL_KEY, REVIEW
from qms.designer.queries import DraftView, draft_of_case
from web.designer.room import blueprint
from web.system import now, reading, viewer


@blueprint.app_template_global()
def draft_to_review(instance: UUID, *, element: str = "", process: str = "") -> DraftView | None:
    """The draft of a case of review, told by the step or by the process; None for any other."""
    if element not in {REVIEW, APPROVAL} and process != MODEL_KEY:
        return None
    with reading() as session:
        return draft_of_case(session, viewer(), instance, now())
