"""The register of yearly plans: the editions, one edition with its activities and opinions, XLSX."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.lists.provenance import taken_over
from qms.plans.acting import may_amend, may_record
from qms.plans.import_commands import IMPORTED
from qms.plans.queries import PlanEdition, PlanRecord, plan_editions, plan_record
from qms.plans.rules import PlanState
from web.names import remember_names
from web.paging import words_asked
from web.plans.room import activity_states, blueprint, kind_names, plan_states, report_names
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer


@blueprint.get("/")
def listing() -> str:
    """The editions, the latest first."""
    with reading() as session:
        lines = plan_editions(
            session, viewer(), today(), words=words_asked(), state=_state_asked(), year=_year_asked()
        )
        visible = visible_among(session, viewer(), {line.instance for line in lines if line.instance})
    return render_template(
        "plans/listing.html",
        lines=lines,
        words=words_asked(),
        state=_state_asked(),
        year=_year_asked(),
        states=[{"value": each.value, "label": name} for each, (name, _tone) in plan_states().items()],
        plan_states=plan_states(),
        visible=visible,
    )


@blueprint.get("/ke-hoach-nam.xlsx")
def export() -> Response:
    """The editions, as far as they are filtered, and their activities, as a spreadsheet."""
    with reading() as session:
        lines = plan_editions(
            session, viewer(), today(), words=words_asked(), state=_state_asked(), year=_year_asked()
        )
        records = [plan_record(session, viewer(), line.id, today()) for line in lines]
    return workbook_answer("ke-hoach-nam.xlsx", _editions_sheet(lines), _activities_sheet(records))


@blueprint.get("/<uuid:plan>")
def detail(plan: UUID) -> str:
    """One edition with its content, activities, opinions and the chain of its case."""
    with reading() as session:
        found = plan_record(session, viewer(), plan, today())
        instance = found.edition.instance
        visible = visible_among(session, viewer(), {instance} if instance else set())
        chain = (
            chain_of(session, viewer(), instance) if instance is not None and instance in visible else None
        )
        imported = None if instance else taken_over(session, viewer(), IMPORTED, plan)
    remember_names({one.person for one in found.opinions if one.person is not None})
    in_force = found.edition.state is PlanState.ISSUED and instance is not None
    return render_template(
        "plans/detail.html",
        found=found,
        edition=found.edition,
        visible=visible,
        chain=chain,
        imported=imported,
        in_force=in_force,
        may_amend=in_force and may_amend(viewer()),
        may_record=lambda unit: in_force and may_record(viewer(), unit),
        plan_states=plan_states(),
        activity_states=activity_states(),
        kind_names=kind_names(),
        report_names=report_names(),
    )


def _editions_sheet(lines: tuple[PlanEdition, ...]) -> Sheet:
    states = plan_states()
    columns = (
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Bản"), width=6),
        SheetColumn(label=_("Tình trạng"), width=24),
        SheetColumn(label=_("Số ký hiệu"), width=16),
        SheetColumn(label=_("Ngày ký"), width=13),
        SheetColumn(label=_("Mức chi (đồng)"), width=16),
        SheetColumn(label=_("Số hoạt động"), width=12),
        SheetColumn(label=_("Đã xong"), width=10),
        SheetColumn(label=_("Quá hạn"), width=10),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    rows: list[tuple[CellValue, ...]] = [
        (
            line.year,
            line.edition,
            states[line.state][0],
            line.number,
            line.dated_on,
            line.budget,
            line.activities,
            line.done,
            line.late,
            line.case_code,
        )
        for line in lines
    ]
    return Sheet(title=_("Kế hoạch năm"), columns=columns, rows=rows)


def _activities_sheet(records: list[PlanRecord]) -> Sheet:
    states, kinds = activity_states(), kind_names()
    columns = (
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Bản"), width=6),
        SheetColumn(label=_("Số TT"), width=7),
        SheetColumn(label=_("Nội dung"), width=50),
        SheetColumn(label=_("Loại"), width=24),
        SheetColumn(label=_("Đơn vị được đánh giá"), width=40),
        SheetColumn(label=_("Chủ trì"), width=28),
        SheetColumn(label=_("Phối hợp"), width=28),
        SheetColumn(label=_("Từ ngày"), width=13),
        SheetColumn(label=_("Đến ngày"), width=13),
        SheetColumn(label=_("Sản phẩm"), width=30),
        SheetColumn(label=_("Tình trạng"), width=18),
        SheetColumn(label=_("Ngày xong"), width=13),
        SheetColumn(label=_("Kết quả"), width=40),
    )
    rows: list[tuple[CellValue, ...]] = [
        (
            record.edition.year,
            record.edition.edition,
            line.ordinal,
            line.what,
            kinds[line.kind],
            "; ".join(line.audited),
            line.unit_name or _("Cả cơ quan"),
            line.partners,
            line.starts_on,
            line.ends_on,
            line.product,
            states[line.standing.state][0],
            line.standing.ended_on,
            line.result,
        )
        for record in records
        for line in record.activities
    ]
    return Sheet(title=_("Hoạt động"), columns=columns, rows=rows)


def _state_asked() -> PlanState | None:
    asked = request.args.get("trang_thai", "")
    return PlanState(asked) if asked in set(PlanState) else None


def _year_asked() -> int | None:
    text: Any = request.args.get("nam", "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else None  # noqa: PLR2004 - a year
