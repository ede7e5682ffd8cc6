"""“Theo dõi kết quả”: agencies and their deliverables on a day, and the list behind each figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Invalid
from engine.domain.local_time import local_day
from qms.legal_time.imported_days import read_calendar_day
from qms.oversight.agencies import OverseenAgency, agency_open_to, oversees
from qms.oversight.deliverables import (
    DeliverableKind,
    UpdateStanding,
    nonconformities_of,
    procedures_of,
    updates_of,
)
from qms.oversight.figures import AgencyFigures, Share, average_beside, figures_on
from web.errors import sentence, status_of
from web.nonconformities.room import state_names
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import over_agencies, reading, today, viewer
from web.wording import number

blueprint = Blueprint("oversight", __name__, url_prefix="/oversight", template_folder="templates")
FIRST_YEAR: Final = 2000


@blueprint.get("/")
def page() -> str | tuple[str, int]:
    """The table; of a day that cannot be read, of today with the reason."""
    try:
        day, error = _day_asked(), None
    except Invalid as refusal:
        day, error = today(), refusal
    shown = _page(day, sentence(error) if error else "")
    return shown if error is None else (shown, status_of(error))


@blueprint.get("/agencies/<uuid:agency>/<kind>")
def deliverables(agency: UUID, kind: str) -> str:
    """The list behind a figure of one agency."""
    if kind not in set(DeliverableKind):
        abort(404)
    day = _day_asked()
    asked = DeliverableKind(kind)
    query = {
        DeliverableKind.UPDATES: updates_of,
        DeliverableKind.NONCONFORMITIES: nonconformities_of,
        DeliverableKind.PROCEDURES: procedures_of,
    }[asked]
    with reading() as session:
        found = agency_open_to(session, viewer(), agency, day)
        lines: Sequence[object] = query(session, viewer(), agency, day)
    return render_template(
        "oversight/deliverables.html",
        agency=found,
        kind=asked,
        title=_kind_names()[asked],
        lines=lines,
        day=day,
        standings=_standing_names(),
        state_names=state_names(),
        local_day=local_day,
    )


@blueprint.get("/oversight.xlsx")
def export() -> Response:
    """The table as a spreadsheet."""
    day = _day_asked()
    with reading() as session:
        lines = figures_on(session, viewer(), day)
    columns = (
        SheetColumn(label=_("Cơ quan, đơn vị"), width=48),
        SheetColumn(label=_("Kế hoạch"), width=12),
        SheetColumn(label=_("Mục tiêu chất lượng"), width=12),
        SheetColumn(label=_("Cập nhật VBQPPL đang làm"), width=14),
        SheetColumn(label=_("Trong đó quá hạn"), width=12),
        SheetColumn(label=_("Cập nhật xong đúng hạn"), width=16),
        SheetColumn(label=_("Không phù hợp chưa đóng"), width=16),
        SheetColumn(label=_("Quy trình còn hiệu lực"), width=16),
        SheetColumn(label=_("Hồ sơ đúng hạn"), width=16),
    )
    title = _("Theo dõi đến %(day)s", day=f"{day:%d-%m-%Y}")
    rows = [_row(line) for line in lines]
    return workbook_answer("theo-doi-ket-qua.xlsx", Sheet(title=title, columns=columns, rows=rows))


def _page(day: date, error: str) -> str:
    with reading() as session:
        overseeing = oversees(session, viewer())
        lines = figures_on(session, viewer(), day)
    average = None
    if not overseeing:
        with over_agencies().store.reading() as whole:
            average = average_beside(whole, viewer(), day)
    return render_template(
        "oversight/page.html",
        lines=lines,
        listed=[line for line in lines if line.plan is not None],
        day=day,
        typed=request.args.get("day", ""),
        error=error,
        overseeing=overseeing,
        average=average,
        share=_share,
    )


def _day_asked() -> date:
    """The day of the address, today for none; raises what cannot be read, and days to come are today."""
    typed = request.args.get("day", "").replace("\0", "").strip()
    if not typed:
        return today()
    day = min(read_calendar_day(typed), today())
    return day if day.year >= FIRST_YEAR else today()


def _share(share: Share) -> str:
    """As “3/4 (75,0 %)”; a dash of nothing."""
    if share.percent is None:
        return "–"
    return f"{share.part}/{share.whole} ({number(share.percent)} %)"


def _row(line: AgencyFigures) -> tuple[CellValue, ...]:
    sent = {True: _("Đã gửi"), False: _("Chưa gửi"), None: "–"}
    return (
        _full_name(line.agency),
        sent[line.plan],
        sent[line.objectives],
        line.updates_open,
        line.updates_late,
        _share(line.updates),
        line.nonconformities_open,
        _share(line.procedures),
        _share(line.cases),
    )


def _full_name(agency: OverseenAgency) -> str:
    return f"{agency.name} ({agency.superior})" if agency.superior else agency.name


def _kind_names() -> dict[DeliverableKind, str]:
    return {
        DeliverableKind.UPDATES: _("Cập nhật VBQPPL"),
        DeliverableKind.NONCONFORMITIES: _("Không phù hợp"),
        DeliverableKind.PROCEDURES: _("Quy trình"),
    }


def _standing_names() -> dict[UpdateStanding, tuple[str, str]]:
    """(words, tone)."""
    return {
        UpdateStanding.OPEN: (_("Đang thực hiện"), "open"),
        UpdateStanding.LATE: (_("Quá hạn"), "late"),
        UpdateStanding.IN_TIME: (_("Xong đúng hạn"), "done"),
        UpdateStanding.DONE_LATE: (_("Xong trễ hạn"), "warning"),
        UpdateStanding.CANCELLED: (_("Đã hủy"), ""),
    }
