"""The room's blueprint, and what its pages share: who acts and why, days typed, words."""

from __future__ import annotations

from datetime import date
from typing import Final

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from engine.domain.errors import Refusal
from engine.domain.interventions import InterventionReasonTooLong
from engine.domain.text import one_line, storable
from engine.queries.models import published_models
from qms.legal_time.imported_days import read_calendar_day
from qms.retention.acting import Act
from qms.retention.authority import decides_on_records, keeps_records, reads_retention
from qms.retention.due import KeptCase, Standing
from qms.retention.lines import CountedFrom, RecordKind, RetentionLine
from qms.retention.queries import Phase
from qms.retention.refusals import ReasonNeeded
from web.errors import sentence
from web.system import origin, reading, system, today, viewer
from web.wording import day as day_in_words

blueprint = Blueprint("retention", __name__, url_prefix="/retention", template_folder="templates")
LONGEST: Final = 300
LONGEST_AREA: Final = 4000
_FAR: Final = 99_999


@blueprint.app_template_global()
def retention_tabs() -> list[dict[str, object]]:
    """The pages of the room."""
    entries = (
        ("retention.due", _("Hết thời hạn")),
        ("retention.disposals", _("Tiêu hủy")),
        ("retention.holds", _("Tạm giữ")),
        ("retention.archives", _("Gói lưu trữ")),
        ("retention.classes", _("Bảng thời hạn")),
    )
    here = request.endpoint or ""
    return [
        {"label": label, "url": url_for(endpoint), "current": here.startswith(endpoint)}
        for endpoint, label in entries
    ]


@blueprint.app_template_global()
def may_keep_records() -> bool:
    """Whether the reader looks after records."""
    return keeps_records(viewer()) or decides_on_records(viewer())


@blueprint.app_template_global()
def may_decide_on_records() -> bool:
    """Whether the reader heads the agency."""
    return decides_on_records(viewer())


@blueprint.app_template_global()
def may_read_retention() -> bool:
    """Whether the room is for the reader."""
    return reads_retention(viewer())


@blueprint.app_template_global()
def period_in_words(line: RetentionLine) -> str:
    """How long, and from when."""
    if line.years is None:
        return str(_("vĩnh viễn"))
    from_when = {
        CountedFrom.CASE_ENDED: _("từ năm hồ sơ kết thúc"),
        CountedFrom.SUPERSEDED: _("từ năm tài liệu hết hiệu lực"),
        CountedFrom.RECORDED: _("từ năm ghi"),
    }
    return str(_("%(years)s năm, %(from_when)s", years=line.years, from_when=from_when[line.counted_from]))


@blueprint.app_template_global()
def record_kinds() -> dict[RecordKind, str]:
    """The sorts of records in words."""
    return {
        RecordKind.CASE: _("Hồ sơ"),
        RecordKind.DOCUMENT: _("Tài liệu"),
        RecordKind.REGISTER: _("Sổ"),
        RecordKind.MAIL: _("Thư"),
        RecordKind.AUDIT: _("Nhật ký"),
    }


@blueprint.app_template_global()
def disposal_phases() -> dict[Phase, str]:
    """Where a proposal stands, in words."""
    return {
        Phase.PROPOSED: _("Chờ phê duyệt"),
        Phase.APPROVED: _("Đã phê duyệt, chưa thực hiện"),
        Phase.REJECTED: _("Bị bác"),
        Phase.WITHDRAWN: _("Đã rút"),
        Phase.CARRIED_OUT: _("Đã tiêu hủy"),
    }


@blueprint.app_template_global()
def standing_in_words(case: KeptCase) -> str:
    """Where an ended case stands, and what happens then."""
    until = day_in_words(case.kept_until) if case.kept_until else ""
    words = {
        Standing.KEPT: _("Lưu đến hết ngày %(day)s, sau đó được đề nghị tiêu hủy", day=until),
        Standing.FOR_EVER: _("Lưu vĩnh viễn"),
        Standing.UNCONFIRMED: _(
            "Hết thời hạn lưu ngày %(day)s; thời hạn của loại hồ sơ cần xác nhận", day=until
        ),
        Standing.DUE: _("Hết thời hạn lưu ngày %(day)s; có thể đề nghị tiêu hủy", day=until),
        Standing.HELD: _("Đang bị tạm giữ; không được tiêu hủy"),
        Standing.PROPOSED: _("Nằm trong đề nghị tiêu hủy số %(number)s", number=case.proposed),
        Standing.DISPOSED: _("Nội dung đã tiêu hủy"),
    }
    return str(words[case.standing(today())])


def act() -> Act:
    """Who acts by this request, and why."""
    return Act(viewer=viewer(), origin=origin(), reason=storable(request.form.get("reason", "")))


def typed(name: str) -> str:
    """One line of the form."""
    return one_line(storable(request.form.get(name, "")))[:LONGEST]


def day_typed(name: str) -> date | None:
    """A day of the form, None for none; raises DayTextUnreadable."""
    text = typed(name)
    return read_calendar_day(text) if text else None


def year_count(name: str) -> int | None:
    """A number of years; nothing typed is None, what is no number is no possible period."""
    text = typed(name)
    if not text:
        return None
    return int(text[:5]) if text.isdecimal() else _FAR


def form_values() -> dict[str, str]:
    """What was typed, to be shown again."""
    return {name: storable(text)[:LONGEST_AREA] for name, text in request.form.items()}


def told(refusal: Refusal | None) -> dict[str, str]:
    """The sentence at the reason, where it is wrong, or above the form."""
    if refusal is None:
        return {}
    at = "reason" if isinstance(refusal, ReasonNeeded | InterventionReasonTooLong) else "form"
    return {at: sentence(refusal)}


def model_options() -> list[tuple[str, str]]:
    """The published models as (key, name)."""
    with reading() as session:
        return [
            (model.key, model.name)
            for model in published_models(session, system().surroundings, viewer().agency, today())
        ]
