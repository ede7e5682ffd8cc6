"""The page of the canvas: the drawing, its problems and its properties; drawn by the browser's program."""

from __future__ import annotations

from uuid import UUID

from flask import render_template
from flask_babel import gettext as _

from engine.domain.bundle import MODEL_FILE
from qms.designer.acting import draws
from qms.designer.comparing import reference_in_force
from qms.designer.queries import DraftView, draft_view
from web.designer.room import blueprint, draft_states
from web.headers import with_style_attributes
from web.names import person_name
from web.system import now, reading, today, viewer


@blueprint.get("/drafts/<uuid:draft>", endpoint="canvas")
@with_style_attributes
def canvas(draft: UUID) -> str:
    """A draft on the canvas; to read alone for who does not draw, or once it is handed in."""
    with reading() as session:
        view = draft_view(session, viewer(), draft, now())
        in_force = reference_in_force(session, viewer(), view.line.key, today())
    me = viewer().person
    other = view.line.editor if view.line.editor not in {None, me} else None
    return render_template(
        "designer/canvas.html",
        draft=view,
        model_file=MODEL_FILE,
        editable=view.editable,
        me=me,
        other_editor=person_name(other) if other else "",
        in_force=in_force,
        not_editable=_why_not(view),
    )


def _why_not(view: DraftView) -> str:
    """Why nothing can be changed or handed in here, in words."""
    if view.editable:
        return ""
    if not draws(viewer()):
        return str(_("Chỉ Thư ký ISO sửa và gửi thẩm tra; bạn xem và góp ý."))
    return str(_("Bản thảo: %(state)s nên không sửa được.", state=draft_states()[view.line.state]))
