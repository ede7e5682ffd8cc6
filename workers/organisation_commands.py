"""The commands `quytrinh agency import` and `merge-province`: lists, annexes, and provinces that merge."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Final

import typer

from engine.domain.assignment import Actor
from engine.domain.errors import Invalid
from engine.domain.text import fold, normal
from qms.documents.sheets import LARGEST_FILE
from qms.legal_time.imported_days import read_calendar_day
from qms.organisation.annexes import LARGEST_ANNEX, Annex, read_annex
from qms.organisation.import_commands import ImportReport, import_annex, import_list
from qms.organisation.importing import read_list
from qms.organisation.provinces import MergeProvince
from qms.organisation.provinces import merge_province as merge_province_into
from workers.installation import running_system

ORIGIN: Final = "command line"
_PROVINCE: Final = re.compile(r"tỉnh ((?:[A-ZÀ-ỸĐ][a-zà-ỹđ]+ ?){1,3})")
_PREFIX: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,19}")


class ListFileNotThere(Invalid):
    """A path that is no readable file of a sensible size."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            vi=f"Không đọc được tệp {path}, hoặc tệp quá lớn.",
            en=f"The file {path} cannot be read, or is too large.",
        )


class NotText(Invalid):
    """An annex that is no UTF-8 text."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            vi=f"Tệp {path} không phải là văn bản UTF-8.", en=f"The file {path} is no UTF-8 text."
        )


class ProvinceUnknown(Invalid):
    """An annex that does not say of which province it is, or no usable beginning of codes."""

    def __init__(self) -> None:
        super().__init__(
            vi="Phụ lục không cho biết tỉnh nào. Xin nêu --province, và --prefix gồm chữ không dấu nếu cần.",
            en="The annex does not say which province. Give --province, and --prefix in plain letters.",
        )


def import_file(
    file: Path,
    *,
    annex: Annotated[
        Annex | None, typer.Option(help="Tệp là phụ lục dạng chữ. / The file is the text of an annex.")
    ] = None,
    province: Annotated[str, typer.Option(help="Tỉnh của phụ lục. / Province of the annex.")] = "",
    prefix: Annotated[str, typer.Option(help="Đầu mã cơ quan mới, ví dụ KT. / First part of codes.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ xem trước. / Only try it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")] = False,
) -> None:
    """Nhập cơ quan, đơn vị, người (.xlsx, .csv), hoặc phụ lục. / Import a list or an annex."""
    content = _content(file, LARGEST_ANNEX if annex else LARGEST_FILE)
    actor = Actor(person=None, origin=ORIGIN)
    counts: dict[str, int] = {}
    if annex is None:
        check = read_list(file.name, content)
        with running_system() as system:
            report = import_list(system.store, check, actor, system.clock.now(), dry_run=dry_run)
    else:
        text = _text(file, content)
        found = read_annex(annex, text)
        of = normal(province) or _province_in(text)
        start = prefix or _initials(of)
        if not of or not _PREFIX.fullmatch(start):
            raise ProvinceUnknown
        if annex is Annex.PLAN:
            counts = {
                "plans": sum(line.plan_sent for line in found.lines),
                "objectives": sum(line.objectives_sent for line in found.lines),
                "both": sum(line.plan_sent and line.objectives_sent for line in found.lines),
                "neither": sum(not line.plan_sent and not line.objectives_sent for line in found.lines),
            }
        else:
            counts = {str(year): count for year, count in Counter(line.year for line in found.lines).items()}
        with running_system() as system:
            report = import_annex(
                system.store,
                found,
                actor,
                system.clock.now(),
                province=of,
                prefix=start,
                source=file.name,
                dry_run=dry_run,
            )
    _tell(file, report, counts, dry_run=dry_run, as_json=as_json)


def merge_province(
    name: Annotated[str, typer.Argument(help="Tỉnh thôi tồn tại. / The province that ends.")],
    *,
    into: Annotated[str, typer.Option(help="Tỉnh kế thừa. / Its successor.")],
    since: Annotated[str, typer.Option(help="Có hiệu lực từ ngày, 01/07/2025. / In force from.")],
    decision: Annotated[str, typer.Option(help="Số quyết định. / Number of the decision.")],
    decided: Annotated[str, typer.Option(help="Ngày quyết định. / Its date.")],
) -> None:
    """Sáp nhập tỉnh: các cơ quan chuyển sang tỉnh kế thừa. / Merge a province into another."""
    command = MergeProvince(
        name=name,
        into=into,
        effective_on=read_calendar_day(since),
        decision=decision,
        decided_on=read_calendar_day(decided),
        actor=Actor(person=None, origin=ORIGIN),
    )
    with running_system() as system:
        count = merge_province_into(system.store, command, system.clock.now())
    typer.echo(f"{count} cơ quan chuyển sang {into}. / {count} agencies pass to {into}.")


def _tell(file: Path, report: ImportReport, counts: dict[str, int], *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        typer.echo(
            json.dumps({**asdict(report), "counts": counts, "dry_run": dry_run}, ensure_ascii=False, indent=2)
        )
        return
    for problem in report.problems:
        typer.echo(f"{file.name}:{problem.row}: {problem.column}: {problem.vi} / {problem.en}", err=True)
    if "plans" in counts:
        typer.echo(
            f"Kế hoạch {counts['plans']}/{report.rows}, MTCL {counts['objectives']}/{report.rows}, "
            f"cả hai / both {counts['both']}, không có / neither {counts['neither']}"
        )
    elif counts:
        typer.echo(", ".join(f"{year}: {count}" for year, count in counts.items()))
    tried = "Thử, chưa ghi: / Tried, nothing kept: " if dry_run else ""
    left = report.rows - report.added - report.known
    typer.echo(
        f"{tried}{report.rows} dòng: {report.added} thêm mới, {report.known} đã có, {left} không nhập. / "
        f"{report.rows} rows: {report.added} added, {report.known} known, {left} left out."
    )


def _content(file: Path, most: int) -> bytes:
    try:
        if file.stat().st_size > most:
            raise ListFileNotThere(file)
        return file.read_bytes()
    except OSError:
        raise ListFileNotThere(file) from None


def _text(file: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotText(file) from None


def _province_in(text: str) -> str:
    """The province that the document names most often."""
    named = Counter(" ".join(normal(found).split()) for found in _PROVINCE.findall(" ".join(text.split())))
    return max(named, key=lambda name: named[name]) if named else ""


def _initials(province: str) -> str:
    return "".join(word[0] for word in fold(province).split()).upper()
