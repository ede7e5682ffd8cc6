"""The room's blueprint with its pages, and the words that they share."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, request
from flask_babel import get_locale

from engine.domain.authority import Power, may
from qms.outgoing.kinds import KIND_NAMES, STATE_NAMES, DocumentKind, DocumentState
from web.system import viewer

blueprint = Blueprint("outgoing", __name__, url_prefix="/van-ban-di", template_folder="templates")
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2200


@blueprint.app_template_global("document_kind_name")
def kind_name(kind: DocumentKind) -> str:
    """The kind in words."""
    return in_language(KIND_NAMES[kind])


@blueprint.app_template_global("document_state_name")
def state_name(state: DocumentState) -> str:
    """The state in words."""
    return in_language(STATE_NAMES[state])


@blueprint.app_template_global()
def may_keep_issued_documents() -> bool:
    """Whether the reader keeps the register."""
    return may(viewer(), Power.KEEP_ISSUED_DOCUMENTS)


@blueprint.app_template_global()
def may_revoke_document() -> bool:
    """Whether the reader revokes what was issued."""
    return may(viewer(), Power.REVOKE_ISSUED_DOCUMENT)


def in_language(words: tuple[str, str]) -> str:
    """The Vietnamese or the English of a pair."""
    return words[1] if str(get_locale()) == "en" else words[0]


def kind_asked() -> DocumentKind | None:
    """The kind in the address, if it is one."""
    asked = request.args.get("loai", "")
    return DocumentKind(asked) if asked in set(DocumentKind) else None


def state_asked() -> DocumentState | None:
    """The state in the address, if it is one."""
    asked = request.args.get("trang_thai", "")
    return DocumentState(asked) if asked in set(DocumentState) else None


def year_asked() -> int | None:
    """The year in the address, if it is one."""
    asked = request.args.get("nam", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else 0  # noqa: PLR2004 - digits of a year
    return year if FIRST_YEAR <= year < LAST_YEAR else None


def kind_options() -> list[dict[str, str]]:
    """The kinds for a filter or a form."""
    return [{"value": kind.value, "label": f"{kind_name(kind)} ({kind.value})"} for kind in DocumentKind]
