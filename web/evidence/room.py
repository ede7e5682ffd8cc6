"""The room's blueprint, the year asked for, and the words of items, kinds and standings."""

from __future__ import annotations

from typing import Final, Protocol

from flask import Blueprint, request

from engine.domain.errors import Invalid
from engine.domain.text import storable
from qms.evidence.items import (
    ITEM_NAMES,
    LINE_NAMES,
    NOTHING_YET,
    STANDING_NAMES,
    EvidenceItem,
    LineKind,
    Standing,
)
from qms.evidence.making import FIRST_YEAR, require_year
from qms.evidence.refusals import YearWithoutEvidence
from web.system import now, today
from web.translation import language_of_request

blueprint = Blueprint("evidence", __name__, url_prefix="/bo-ho-so-minh-chung", template_folder="templates")
_LONGEST_YEAR: Final = 4
_TONES: Final = {
    Standing.DONE: "done",
    Standing.DONE_LATE: "warning",
    Standing.OPEN: "open",
    Standing.LATE: "late",
    Standing.CANCELLED: "",
}


class Stands(Protocol):
    """What a line says of how it stands."""

    @property
    def standing(self) -> Standing: ...
    @property
    def part(self) -> int: ...
    @property
    def whole(self) -> int: ...


def year_asked(typed: str) -> int:
    """The year of the address or form, this year for none; raises YearWithoutEvidence."""
    words = storable(typed).strip()
    if not words:
        return today().year
    if not (words.isascii() and words.isdigit() and len(words) == _LONGEST_YEAR):
        raise YearWithoutEvidence(FIRST_YEAR, today().year)
    require_year(int(words), now())
    return int(words)


def year_of_address() -> tuple[int, Invalid | None]:
    """The year of the address; of one that cannot be read this year with the reason."""
    try:
        return year_asked(request.args.get("nam", "")), None
    except Invalid as refusal:
        return today().year, refusal


def years() -> list[int]:
    """The years that may be asked for, this one first."""
    return list(range(today().year, FIRST_YEAR - 1, -1))


def _of(names: tuple[str, str]) -> str:
    return names[1] if language_of_request() == "en" else names[0]


@blueprint.app_template_global()
def evidence_item(item: EvidenceItem) -> str:
    """The item with its letter."""
    return f"{item.value}. {_of(ITEM_NAMES[item])}"


@blueprint.app_template_global()
def evidence_kind(kind: LineKind) -> str:
    """What a line is."""
    return _of(LINE_NAMES[kind])


@blueprint.app_template_global()
def evidence_nothing() -> str:
    """What stands where there is nothing."""
    return _of(NOTHING_YET)


@blueprint.app_template_global()
def evidence_standing(line: Stands) -> tuple[str, str]:
    """How a line stands: words and the tone of their chip."""
    if line.standing is Standing.COUNTED:
        return f"{line.part}/{line.whole}", "done" if line.part == line.whole else "warning"
    return _of(STANDING_NAMES[line.standing]), _TONES.get(line.standing, "")
