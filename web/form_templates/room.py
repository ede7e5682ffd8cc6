"""The room's blueprint, and what its pages share: who keeps the register, words for versions, notices."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import Blueprint, request
from flask_babel import gettext as _

from engine.domain.text import one_line, storable
from engine.store.session import Store
from qms.designer.acting import draws, readable_draft
from qms.form_templates.acting import Keeping, keeps_common, keeps_own
from qms.form_templates.judging import JudgedForm
from qms.form_templates.queries import FormTemplateLine
from qms.form_templates.rules import TemplateStanding
from qms.form_templates.uses import FormUse, dead_forms_of_draft, models_with_dead_forms
from web.system import origin, over_agencies, reading, system, today, viewer
from web.translation import language_of_request

blueprint = Blueprint("form_templates", __name__, url_prefix="/form-templates", template_folder="templates")
LONGEST: Final = 300


@blueprint.app_template_global()
def template_standings() -> dict[TemplateStanding, tuple[str, str]]:
    """How a version stands: words and the tone of their chip."""
    return {
        TemplateStanding.IN_FORCE: (_("Đang có hiệu lực"), "done"),
        TemplateStanding.TO_COME: (_("Chưa đến ngày có hiệu lực"), "warning"),
        TemplateStanding.ENDED: (_("Đã được thay thế"), ""),
        TemplateStanding.WITHDRAWN: (_("Đã thu hồi"), "late"),
    }


@blueprint.app_template_global()
def judged_in_words(judged: JudgedForm) -> str:
    """What is wrong with a form, as a sentence."""
    said = judged.en if language_of_request() == "en" else judged.vi
    return f"{said[:1].upper()}{said[1:]}." if said else ""


@blueprint.app_template_global()
def models_on_dead_forms() -> tuple[FormUse, ...]:
    """For who draws: the published models whose forms may not be used any more."""
    if not draws(viewer()):
        return ()
    with reading() as session:
        return models_with_dead_forms(session, viewer(), today())


@blueprint.app_template_global()
def dead_forms_in_draft(draft: UUID) -> tuple[JudgedForm, ...]:
    """The forms of a draft that do not hold on the day from which it is to."""
    with reading() as session:
        return dead_forms_of_draft(session, readable_draft(session, viewer(), draft), today())


def scope_in_words(line: FormTemplateLine) -> str:
    """Whose version it is."""
    return str(_("của cơ quan") if line.own else _("dùng chung"))


def may_keep(line: FormTemplateLine) -> bool:
    """Whether the reader may withdraw the version or follow it with another."""
    if line.own:
        return keeps_own(viewer())
    return may_keep_common()


def may_keep_common() -> bool:
    """Whether the reader keeps the forms of everybody."""
    with reading() as session:
        return keeps_common(session, viewer())


def keeping(*, common: bool) -> Keeping:
    """Who keeps the register by this request."""
    return Keeping(viewer=viewer(), origin=origin(), common=common)


def store_of(by: Keeping) -> Store:
    """Where the version is written: a form of everybody is no agency's row."""
    return over_agencies().store if by.common else system().store


def typed(name: str) -> str:
    """One line of the form."""
    return one_line(storable(request.form.get(name, "")))[:LONGEST]


blueprint.add_app_template_global(scope_in_words, "template_scope")
