"""The commands `quytrinh calendar …`: a year as it counts, and days entered by hand or from a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import typer

from engine.domain.calendar import DayKind, WorkingCalendar
from engine.domain.errors import Invalid
from engine.domain.local_time import day_text
from qms.bootstrap import System
from qms.documents.sheets import LARGEST_FILE
from qms.legal_time.changes import ApplyChange, DraftChange, apply_change, draft_change
from qms.legal_time.edits import ConfirmYear, Edit, SetDay
from qms.legal_time.imported_days import FIRST_YEAR, LAST_YEAR, read_calendar_day
from qms.legal_time.importing import read_calendar_file
from qms.legal_time.preview import Preview, preview_edits
from qms.legal_time.scopes import Scope
from qms.organisation.queries import agency_by_code, province_known
from workers.installation import running_system

ORIGIN: Final = "command line"
SHOWN: Final = 100
_NO_AGENCY: Final = UUID(int=0)


class WantedKind(StrEnum):
    """What a day is to be, in the words of the command line."""

    OFF = "off"
    HOLIDAY = "holiday"
    WORK = "work"
    HALF = "half"
    ORDINARY = "ordinary"


_KINDS: Final = {
    WantedKind.OFF: DayKind.OFF_SWAPPED,
    WantedKind.HOLIDAY: DayKind.HOLIDAY,
    WantedKind.WORK: DayKind.WORK_SWAPPED,
    WantedKind.HALF: DayKind.HALF_DAY,
    WantedKind.ORDINARY: DayKind.ORDINARY,
}

Basis = Annotated[str, typer.Option(help="Căn cứ: số, ngày văn bản. / The document it rests on.")]
AgencyCode = Annotated[str, typer.Option("--agency", help="Chỉ cơ quan này (mã). / This agency alone.")]
Province = Annotated[str, typer.Option("--province", help="Chỉ tỉnh này. / This province alone.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Chỉ xem trước. / Only tell what would change.")]
AsJson = Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")]


class AgencyUnknown(Invalid):
    """No agency of that code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Không có cơ quan nào mang mã “{code}”.",
            en=f"There is no agency with the code “{code}”.",
        )


class ProvinceUnknown(Invalid):
    """No agency lies in the province: what is entered for it would hold for nobody."""

    def __init__(self, province: str) -> None:
        super().__init__(
            vi=f"Không có cơ quan nào thuộc tỉnh “{province}”. Xin viết tên tỉnh như đã ghi cho cơ quan.",
            en=f"No agency lies in the province “{province}”. Write its name as the agencies have it.",
        )


class TwoScopes(Invalid):
    """Both an agency and a province are named."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin chỉ nêu một phạm vi: --agency hoặc --province; không nêu là cả nước.",
            en="Name one scope only: --agency or --province; neither means the whole country.",
        )


class YearOutside(Invalid):
    """A year of which no calendar is kept."""

    def __init__(self, year: int) -> None:
        super().__init__(
            vi=f"Lịch được giữ từ năm {FIRST_YEAR} đến {LAST_YEAR}; không có năm {year}.",
            en=f"Calendars are kept from {FIRST_YEAR} to {LAST_YEAR}; there is none of {year}.",
        )


class FileNotThere(Invalid):
    """A path that is no file, or one that no calendar fills."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            vi=f"Không đọc được tệp {path}, hoặc tệp quá lớn.",
            en=f"The file {path} cannot be read, or is too large.",
        )


class NothingToImport(Invalid):
    """A file without a single good day."""

    def __init__(self) -> None:
        super().__init__(
            vi="Tệp không có ngày nào nhập được.", en="The file holds no day that can be entered."
        )


def add_calendar(app: typer.Typer, told_plainly: Callable[..., Callable[..., object]]) -> None:
    """Hang `calendar` into the command line."""
    group = typer.Typer(no_args_is_help=True, help="Lịch làm việc. / The working calendar.")
    commands = {"show": show, "set": set_day, "confirm": confirm, "import": import_file}
    for name, command in commands.items():
        group.command(name)(told_plainly(command))
    app.add_typer(group, name="calendar")


def show(year: int, *, agency: AgencyCode = "", as_json: AsJson = False) -> None:
    """Lịch làm việc của một năm. / The working calendar of a year."""
    _require_year(year)
    with running_system() as system:
        place = _agency(system, agency) if agency else _NO_AGENCY
        calendar = system.surroundings.calendars.calendar_of(place)
        report = _report(calendar, year, version=system.surroundings.deadlines.version)
    if as_json:
        typer.echo(json.dumps(report, ensure_ascii=False, indent=2))
        return
    _tell_year(calendar, year)


def set_day(
    day: Annotated[str, typer.Argument(metavar="DATE", help="2026-01-02 hoặc / or 02/01/2026")],
    kind: Annotated[WantedKind, typer.Argument(help="nghỉ, nghỉ lễ, làm bù, nửa ngày, bình thường")],
    *,
    basis: Basis,
    name: Annotated[str, typer.Option(help="Tên ngày. / Name of the day.")] = "",
    agency: AgencyCode = "",
    province: Province = "",
    unconfirmed: Annotated[
        bool, typer.Option("--unconfirmed", help="Mới là dự kiến. / Only expected so far.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Đặt một ngày nghỉ, làm bù hoặc nửa ngày; các hạn được tính lại. / Set a day; deadlines follow."""
    edit = SetDay(
        day=read_calendar_day(day), kind=_KINDS[kind], name=name, basis=basis, confirmed=not unconfirmed
    )
    with running_system() as system:
        _enter(
            system,
            _scope(system, agency, province),
            f"{day_text(edit.day)} {kind.value}",
            [edit],
            dry_run=dry_run,
        )


def confirm(
    year: int, *, basis: Basis, agency: AgencyCode = "", province: Province = "", dry_run: DryRun = False
) -> None:
    """Xác nhận lịch nghỉ của một năm. / Confirm the days off of a year."""
    edit = ConfirmYear(year=_require_year(year), basis=basis)
    with running_system() as system:
        _enter(
            system,
            _scope(system, agency, province),
            f"Xác nhận lịch nghỉ năm {year}",
            [edit],
            dry_run=dry_run,
        )


def import_file(
    file: Path,
    *,
    basis: Annotated[str, typer.Option(help="Căn cứ của dòng không ghi. / For lines that name none.")] = "",
    confirmed: Annotated[
        bool, typer.Option(help="Các ngày đã có quyết định. / The days are decided.")
    ] = False,
    agency: AgencyCode = "",
    province: Province = "",
    dry_run: DryRun = False,
) -> None:
    """Nhập lịch từ tệp .xlsx, .csv hoặc .ics. / Import a calendar."""
    try:
        if file.stat().st_size > LARGEST_FILE or not file.is_file():
            raise FileNotThere(file)
        content = file.read_bytes()
    except OSError:
        raise FileNotThere(file) from None
    found = read_calendar_file(file.name, content, basis=basis, confirmed=confirmed)
    for line in found.bad:
        for vi, en in line.problems:
            typer.echo(f"{file.name}:{line.line}: {line.written} – {vi} / {en}", err=True)
    if not found.good:
        raise NothingToImport
    with running_system() as system:
        edits = [each.edit for each in found.good]
        _enter(
            system, _scope(system, agency, province), f"Nhập lịch từ tệp {file.name}", edits, dry_run=dry_run
        )
    if found.bad:
        typer.echo(
            f"{len(found.bad)} dòng không nhập được. / {len(found.bad)} lines were left out.", err=True
        )


def _enter(system: System, scope: Scope, title: str, edits: Sequence[Edit], *, dry_run: bool) -> None:
    """Tell what follows; unless it is only a trial, make it hold."""
    now = system.clock.now()
    with system.store.reading() as session:
        preview = preview_edits(session, scope, edits, now=now, limit=SHOWN)
    if dry_run:
        _tell(preview)
        return
    draft = DraftChange(viewer=None, origin=ORIGIN, scope=scope, title=title, edits=tuple(edits))
    change = draft_change(system.store, system.surroundings, draft, now)
    applying = ApplyChange(viewer=None, origin=ORIGIN, change=change)
    version = apply_change(system.store, system.surroundings, applying, now)
    _tell(preview)
    typer.echo(f"Lịch phiên bản {version} đã có hiệu lực. / Calendar version {version} is in force.")


def _tell(preview: Preview) -> None:
    for row in preview.rows:
        late = " [quá hạn ngay / late at once]" if row.late_at_once else ""
        what = f"{row.case_code} {row.task_name}".rstrip()
        typer.echo(f"{what}: {day_text(row.old_legal_due)} -> {day_text(row.new_legal_due)}{late}")
    more = preview.changed - len(preview.rows)
    if more > 0:
        typer.echo(f"… và {more} hạn khác / and {more} more")
    typer.echo(
        f"{preview.changed} hạn của {preview.cases} hồ sơ thay đổi, {preview.late_at_once} quá hạn ngay. / "
        f"{preview.changed} deadlines of {preview.cases} cases change, {preview.late_at_once} late at once."
    )
    if preview.impossible:
        typer.echo(
            f"{preview.impossible} hạn không tính lại được. / {preview.impossible} cannot be recomputed.",
            err=True,
        )


def _scope(system: System, agency: str, province: str) -> Scope:
    if agency and province:
        raise TwoScopes
    if agency:
        return Scope(agency=_agency(system, agency))
    if not province:
        return Scope()
    with system.store.reading() as session:
        if not province_known(session, province):
            raise ProvinceUnknown(province)
    return Scope(province=province)


def _agency(system: System, code: str) -> UUID:
    with system.store.reading() as session:
        found = agency_by_code(session, code)
    if found is None:
        raise AgencyUnknown(code)
    return found


def _require_year(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearOutside(year)
    return year


def _report(calendar: WorkingCalendar, year: int, *, version: int) -> dict[str, object]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return {
        "year": year,
        "version": version,
        "working_days": float(calendar.count_working_days(date(year - 1, 12, 31), last)),
        "confirmed": not calendar.unconfirmed_between(first, last),
        "days": [
            {
                "day": day.day.isoformat(),
                "kind": day.kind.value,
                "name": day.name,
                "basis": day.basis,
                "confirmed": day.confirmed,
                "working": float(calendar.working_fraction(day.day)),
            }
            for day in calendar.listed_between(first, last)
        ],
    }


def _tell_year(calendar: WorkingCalendar, year: int) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    for day in calendar.listed_between(first, last):
        mark = "" if day.confirmed else " (chưa xác nhận / unconfirmed)"
        typer.echo(f"{day_text(day.day)} {day.kind.value}: {day.name} – {day.basis}{mark}")
    count = calendar.count_working_days(date(year - 1, 12, 31), last)
    typer.echo(f"{count.normalize():f} ngày làm việc / working days")
    if calendar.unconfirmed_between(first, last):
        typer.echo(
            f"Lịch năm {year} chưa được xác nhận đầy đủ. / The year {year} is not confirmed.", err=True
        )
