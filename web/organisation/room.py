"""The blueprint that the pages of the organisation share, and the words of changes."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _

from qms.organisation.authority import may_change_organisation, reads_details
from qms.organisation.rules import SuccessionKind
from web.system import reading, viewer

blueprint = Blueprint("organisation", __name__, url_prefix="/organisation", template_folder="templates")


@blueprint.app_template_global()
def reads_organisation() -> bool:
    """Whether the reader of the page sees more than names."""
    return reads_details(viewer())


@blueprint.app_template_global()
def may_reorganise() -> bool:
    """Whether the reader of the page may merge, rename and dissolve agencies."""
    with reading() as session:
        return may_change_organisation(session, viewer())


@blueprint.app_template_global()
def succession_names() -> dict[str, str]:
    """The kinds of change in words."""
    return {
        SuccessionKind.MERGE: _("Sáp nhập, hợp nhất"),
        SuccessionKind.SPLIT: _("Chia, tách"),
        SuccessionKind.RENAME: _("Đổi tên"),
        SuccessionKind.TRANSFER: _("Chuyển chức năng"),
        SuccessionKind.DISSOLVE: _("Giải thể"),
    }
