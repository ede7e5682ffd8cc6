"""The blueprint that the pages of the catalogue share, and the words of its levels and standings."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _

from qms.documents.catalogue import ProcedureLevel
from qms.documents.procedure_queries import Validity

blueprint = Blueprint("procedures", __name__, url_prefix="/procedures", template_folder="templates")


def level_names() -> dict[ProcedureLevel, str]:
    """Which level decides, in words."""
    return {
        ProcedureLevel.UNSAID: _("Chưa ghi cấp"),
        ProcedureLevel.PROVINCE: _("Cấp tỉnh"),
        ProcedureLevel.COMMUNE: _("Cấp xã"),
        ProcedureLevel.INTERNAL: _("Nội bộ"),
    }


def validity_names() -> dict[Validity, str]:
    """Whether the catalogue holds it, in words."""
    return {
        Validity.IN_FORCE: _("Còn hiệu lực"),
        Validity.TO_COME: _("Chưa có hiệu lực"),
        Validity.OVER: _("Hết hiệu lực"),
    }
