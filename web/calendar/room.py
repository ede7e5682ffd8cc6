"""The room's blueprint, and what its pages share: who may look, who may enter, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.authority import Power, may
from engine.domain.errors import Invalid, NotFound
from engine.domain.refusals import NotAuthorised
from qms.legal_time.authority import scopes_open_to
from qms.legal_time.calendar_lines import ground_of
from qms.legal_time.changes import DraftChange, draft_change
from qms.legal_time.edits import Edit
from qms.legal_time.imported_days import FIRST_YEAR, LAST_YEAR
from qms.legal_time.scopes import Scope
from web.system import now, origin, reading, system, viewer

blueprint = Blueprint("calendar", __name__, url_prefix="/calendar", template_folder="templates")
LONGEST_TITLE = 200


class YearNotKept(NotFound):
    """A year of which no calendar is kept."""

    def __init__(self, year: int) -> None:
        super().__init__(
            vi=f"Không có lịch làm việc năm {year}; lịch được giữ từ năm {FIRST_YEAR} đến {LAST_YEAR}.",
            en=f"There is no working calendar of {year}; they are kept from {FIRST_YEAR} to {LAST_YEAR}.",
        )


class ScopeNotChosen(Invalid):
    """Nobody said for whom the change is to hold, or named somebody else's calendar."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin chọn phạm vi áp dụng trong danh sách.",
            en="Choose from the list for whom the change is to hold.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeChoice:
    """A scope as a form offers it."""

    key: str
    label: str
    scope: Scope


@blueprint.app_template_global()
def may_read_calendar() -> bool:
    """Whether the working calendar is among the rooms of the reader."""
    return may(viewer(), Power.READ_CALENDAR)


@blueprint.app_template_global()
def may_change_calendar() -> bool:
    """Whether the reader enters days and hours."""
    return may(viewer(), Power.ADMINISTER_TIME)


def require_reader() -> None:
    """Refuse whom the room does not concern: raises NotAuthorised."""
    if not may_read_calendar():
        raise NotAuthorised("xem lịch làm việc của cơ quan", "see the working calendar of the agency")


def require_keeper() -> None:
    """Refuse everybody but administrators: raises NotAuthorised."""
    if not may_change_calendar():
        raise NotAuthorised("sửa lịch làm việc", "change the working calendar")


def require_year(year: int) -> int:
    """The year itself; raises YearNotKept."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearNotKept(year)
    return year


def scope_choices() -> tuple[ScopeChoice, ...]:
    """For whom the reader may enter, the own agency first."""
    with reading() as session:
        here = ground_of(session, viewer().agency)
        scopes = scopes_open_to(session, viewer())
    return tuple(
        ScopeChoice(key=scope_key(scope), label=scope_in_words(scope, here.short_name), scope=scope)
        for scope in scopes
    )


def scope_in_words(scope: Scope, agency_name: str = "") -> str:
    """For whom a line holds."""
    if scope.agency is not None:
        return str(_("Cơ quan: %(name)s", name=agency_name)) if agency_name else str(_("Cơ quan"))
    return str(_("Tỉnh: %(name)s", name=scope.province)) if scope.province else str(_("Cả nước"))


def chosen_scope() -> Scope:
    """The scope that the form names; raises ScopeNotChosen."""
    asked = request.form.get("scope", "")
    for choice in scope_choices():
        if choice.key == asked:
            return choice.scope
    raise ScopeNotChosen


def drafted(scope: Scope, title: str, edits: Sequence[Edit]) -> UUID:
    """Keep the edits as a draft; raises what the verb refuses."""
    command = DraftChange(
        viewer=viewer(), origin=origin(), scope=scope, title=title[:LONGEST_TITLE], edits=tuple(edits)
    )
    return draft_change(system().store, system().surroundings, command, now())


def shown_draft(change: UUID) -> Response:
    """On to the page of the draft, with what would follow from it."""
    return redirect(url_for("calendar.change", change=change), code=303)


def scope_key(scope: Scope) -> str:
    """A scope as forms name it."""
    if scope.agency is not None:
        return "agency"
    return "province" if scope.province is not None else "country"
