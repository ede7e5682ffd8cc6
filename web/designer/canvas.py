"""The page of the canvas: the drawing, its problems and its properties; drawn by the browser's program."""

from __future__ import annotations

from uuid import UUID

from flask import render_template

from engine.domain.bundle import MODEL_FILE
from qms.designer.queries import draft_view
from web.designer.room import blueprint
from web.headers import with_style_attributes
from web.names import person_name
from web.system import now, reading, viewer


@blueprint.get("/drafts/<uuid:draft>", endpoint="canvas")
@with_style_attributes
def canvas(draft: UUID) -> str:
    """A draft on the canvas; to read alone for who does not draw, or once it is handed in."""
    with reading() as session:
        view = draft_view(session, viewer(), draft, now())
    me = viewer().person
    other = view.line.editor if view.line.editor not in {None, me} else None
    return render_template(
        "designer/canvas.html",
        draft=view,
        model_file=MODEL_FILE,
        editable=view.editable,
        other_editor=person_name(other) if other else "",
    )
