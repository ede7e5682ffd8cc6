"""The room's blueprint, and what its pages share: who draws, and words for states."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, request
from flask_babel import gettext as _

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.text import one_line, storable
from qms.designer.acting import DraftState, Drawing, draws
from web.system import origin, viewer

blueprint = Blueprint("designer", __name__, url_prefix="/designer", template_folder="templates")
LONGEST: Final = 300


@blueprint.app_template_global()
def may_draw_models() -> bool:
    """Whether the reader draws models."""
    return draws(viewer())


@blueprint.app_template_global()
def may_read_drafts() -> bool:
    """Whether the reader sees the list of drafts."""
    return reads_drafts(viewer())


@blueprint.app_template_global()
def may_rehearse_models() -> bool:
    """Whether the reader may let a virtual clock run through models."""
    return may(viewer(), Power.REHEARSE)


def reads_drafts(reader: Viewer) -> bool:
    """Whether the list of drafts is for the reader."""
    return may(reader, Power.READ_DRAFTS)


@blueprint.app_template_global()
def draft_states() -> dict[DraftState, str]:
    """Where a draft stands, in words."""
    return {
        DraftState.DRAFT: _("Dự thảo"),
        DraftState.IN_REVIEW: _("Đang xem xét, phê duyệt"),
        DraftState.APPROVED: _("Đã phê duyệt"),
        DraftState.PUBLISHED: _("Đã ban hành"),
        DraftState.DISCARDED: _("Đã hủy"),
    }


def drawing() -> Drawing:
    """Who draws by this request."""
    return Drawing(viewer=viewer(), origin=origin())


def typed(name: str) -> str:
    """One line of the form."""
    return one_line(storable(request.form.get(name, "")))[:LONGEST]
