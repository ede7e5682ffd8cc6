"""The room of simplification: its address and its words."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _

from qms.simplification.proposing import may_propose
from qms.simplification.rules import Competence, Kind, ProposalState
from web.system import viewer

blueprint = Blueprint("simplification", __name__, url_prefix="/don-gian-hoa", template_folder="templates")


@blueprint.app_template_global("may_propose_simplification")
def may_propose_now() -> bool:
    """Whether the page offers the slip."""
    return may_propose(viewer())


def kind_names() -> dict[Kind, str]:
    """What is cut, in words."""
    return {
        Kind.TIME: _("Thời gian giải quyết"),
        Kind.PARTS: _("Thành phần hồ sơ"),
        Kind.STEPS: _("Quy trình"),
        Kind.OTHER: _("Nội dung khác"),
    }


def competence_names() -> dict[Competence, str]:
    """Who decides, in words."""
    return {
        Competence.AGENCY: _("Cơ quan"),
        Competence.PROVINCE: _("Ủy ban nhân dân tỉnh"),
        Competence.MINISTRY: _("Bộ, ngành"),
    }


def state_names() -> dict[ProposalState, str]:
    """How far a proposal is, in words."""
    return {
        ProposalState.PROPOSED: _("Đang xem xét"),
        ProposalState.AGREED: _("Đã đồng ý"),
        ProposalState.NOT_AGREED: _("Không đồng ý"),
        ProposalState.SENT: _("Đã kiến nghị"),
        ProposalState.APPROVED: _("Được chấp thuận"),
        ProposalState.REFUSED: _("Không được chấp thuận"),
        ProposalState.APPLIED: _("Đã áp dụng"),
        ProposalState.MEASURED: _("Đã đo kết quả"),
    }


STATE_TONES = {
    ProposalState.PROPOSED: "open",
    ProposalState.AGREED: "open",
    ProposalState.NOT_AGREED: "",
    ProposalState.SENT: "open",
    ProposalState.APPROVED: "done",
    ProposalState.REFUSED: "",
    ProposalState.APPLIED: "done",
    ProposalState.MEASURED: "done",
}
