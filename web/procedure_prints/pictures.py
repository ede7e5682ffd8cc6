"""Drawings as pictures: for paper, and for pages where no program runs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from uuid import UUID

from flask import make_response, request
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from engine.domain.bundle import MODEL_FILE, Bundle
from engine.domain.comparison import ChangeKind
from engine.domain.diagram import Diagram
from engine.domain.diagram_svg import Mark, svg_of
from engine.runtime.diagram_reading import read_diagrams
from qms.designer.comparing import compare, drawing_of, marks
from qms.designer.queries import draft_file
from qms.designer.versions import version_files
from web.designer.comparing import SIGNS
from web.procedure_prints.room import blueprint
from web.system import reading, viewer

_SIDES: Final = ("old", "new")
_LOOKS: Final[Mapping[ChangeKind, tuple[str, bool]]] = MappingProxyType(
    {
        ChangeKind.ADDED: ("#1b6b3a", False),
        ChangeKind.REMOVED: ("#b01320", False),
        ChangeKind.CHANGED: ("#8a4b00", False),
        ChangeKind.MOVED: ("#0b5cad", True),
    }
)


@blueprint.get("/versions/<uuid:version>/drawing.svg")
def picture_of_version(version: UUID) -> Response:
    """The drawing of a version."""
    with reading() as session:
        _row, files = version_files(session, viewer(), version)
    return _answer(files[MODEL_FILE], {})


@blueprint.get("/drafts/<uuid:draft>/drawing.svg")
def picture_of_draft(draft: UUID) -> Response:
    """The drawing of a draft as it was saved last."""
    with reading() as session:
        content, _revision = draft_file(session, viewer(), draft, MODEL_FILE)
    return _answer(content, {})


@blueprint.get("/comparisons/<side>.svg")
def picture_of_comparison(side: str) -> Response:
    """One side of a comparison, with what was added, removed, changed or moved marked in it."""
    if side not in _SIDES:
        raise NotFound
    asked = {name: request.args.get(name, "").replace("\0", "")[:80] for name in _SIDES}
    with reading() as session:
        compared = compare(session, viewer(), asked["old"], asked["new"])
        content = drawing_of(session, viewer(), asked[side])
    old, new = marks(compared)
    return _answer(content, old if side == "old" else new)


def _answer(content: bytes, changed: Mapping[str, ChangeKind]) -> Response:
    sheets = read_diagrams(Bundle(files={MODEL_FILE: content}))
    looks = {
        element: Mark(colour=_LOOKS[kind][0], sign=SIGNS[kind], dashed=_LOOKS[kind][1])
        for element, kind in changed.items()
    }
    answer = make_response(svg_of(sheets[0] if sheets else Diagram(), title=_("Sơ đồ"), marks=looks))
    answer.headers["Content-Type"] = "image/svg+xml; charset=utf-8"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cache-Control"] = "no-store"
    return answer
