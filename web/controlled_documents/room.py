"""The blueprint that the pages of controlled documents share, their words, and who may take lists over."""

from __future__ import annotations

from typing import Final

from flask import Blueprint

from engine.domain.refusals import NotAuthorised
from qms.controlled_documents.queries import Standing
from qms.controlled_documents.recording import may_keep
from qms.controlled_documents.rules import (
    KIND_NAMES,
    REASON_NAMES,
    REQUEST_NAMES,
    STATE_NAMES,
    DocumentKind,
    Reason,
    RequestKind,
    VersionState,
)
from web.system import viewer
from web.translation import language_of_request

blueprint = Blueprint("controlled_documents", __name__, url_prefix="/tai-lieu", template_folder="templates")

_STANDINGS: Final = {
    Standing.IN_FORCE: ("Đang có hiệu lực", "In force"),
    Standing.CHANGING: ("Đang sửa đổi", "Being changed"),
    Standing.REVIEW_DUE: ("Đến hạn rà soát trong 30 ngày", "Review due within 30 days"),
    Standing.ENDED: ("Đã hết hiệu lực", "Not in force any more"),
}
_CLOSED: Final = {
    "": ("chưa xác nhận", "not confirmed"),
    "da_doc": ("đã đọc", "read"),
    "qua_han": ("quá hạn", "too late"),
    "mien": ("được miễn", "excused"),
}
TONES: Final = {
    VersionState.IN_FORCE: "done",
    VersionState.APPROVED: "info",
    VersionState.NOT_APPROVED: "warning",
    VersionState.WITHDRAWN: "warning",
}


def said(pair: tuple[str, str]) -> str:
    """The Vietnamese or the English of two texts, as the reader wants it."""
    return pair[1] if language_of_request() == "en" else pair[0]


@blueprint.app_template_global("document_kind_words")
def kind_words(kind: DocumentKind) -> str:
    """A kind of document."""
    return said(KIND_NAMES[kind])


@blueprint.app_template_global("version_state_words")
def state_words(state: VersionState) -> str:
    """Where a version stands."""
    return said(STATE_NAMES[state])


@blueprint.app_template_global("version_state_tone")
def state_tone(state: VersionState) -> str:
    """The colour of it."""
    return TONES.get(state, "open" if state.value in {"du_thao", "dang_xem_xet", "cho_phe_duyet"} else "")


@blueprint.app_template_global("version_reason_words")
def reason_words(reason: str) -> str:
    """Why it was made: the kind of reason, then what was asked for."""
    kind, _, words = reason.partition(":")
    known = said(REASON_NAMES[Reason(kind)]) if kind in set(Reason) else reason
    return f"{known}. {words.strip()}" if words.strip() else known


@blueprint.app_template_global("reading_words")
def reading_words(closed_as: str) -> str:
    """What became of a reading."""
    return said(_CLOSED.get(closed_as, _CLOSED[""]))


def kinds() -> list[dict[str, str]]:
    """The kinds as choices."""
    return [{"value": kind.value, "label": said(pair)} for kind, pair in KIND_NAMES.items()]


def standings() -> list[dict[str, str]]:
    """Where documents may stand, as choices."""
    return [{"value": each.value, "label": said(pair)} for each, pair in _STANDINGS.items()]


def reasons() -> list[dict[str, str]]:
    """Why a change may be asked for, as choices."""
    return [{"value": each.value, "label": said(pair)} for each, pair in REASON_NAMES.items()]


def requests_of_a_line() -> list[dict[str, str]]:
    """What may be asked for of a document that there is."""
    asked = (RequestKind.CHANGE, RequestKind.WITHDRAW)
    return [{"value": each.value, "label": said(REQUEST_NAMES[each])} for each in asked]


def require_keeper() -> None:
    """Pages that lead to writing are for those who keep the list; raises NotAuthorised."""
    if not may_keep(viewer()):
        raise NotAuthorised("nhập danh mục tài liệu", "import the list of documents")
