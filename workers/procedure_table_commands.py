"""The commands `model from-table` and `model to-table`: procedures as the table that offices approve."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Final, NoReturn, TypeAlias

import typer

from engine.domain.bundle import Bundle
from engine.domain.errors import Refusal
from engine.ports import RealClock
from qms.procedure_tables.drawing import draw
from qms.procedure_tables.intake import read_file
from qms.procedure_tables.planning import Understanding, plan, understand
from qms.procedure_tables.printed import UNNAMED, as_pdf
from qms.procedure_tables.questions import Question
from qms.procedure_tables.rows import TableRow
from qms.procedure_tables.telling import ToldProcedure, tell
from qms.procedure_tables.word_export import as_word
from qms.procedure_tables.workbook_export import as_workbook
from qms.records.letterhead import Letterhead
from workers.confined import Died, confined
from workers.model_tools import finding_lines, look_at

_LARGEST: Final = 6 * 1024 * 1024
_Report: TypeAlias = dict[str, Any]
_Writer: TypeAlias = Callable[[ToldProcedure, Letterhead, datetime], bytes]


def model_from_table(
    file: Annotated[Path, typer.Argument(help="Tệp .docx, .xlsx, .csv, .tsv, .html. / File with the table.")],
    *,
    output: Annotated[Path | None, typer.Option(help="Thư mục mô hình sẽ ghi. / Folder to write.")] = None,
    answers: Annotated[
        list[str] | None, typer.Option("--answer", help="Câu trả lời: mã=giá trị. / Answer: id=value.")
    ] = None,
) -> None:
    """Đọc bảng quy trình, hỏi điều chưa rõ, vẽ thành mô hình. / Draw a model from a procedure's table."""
    said = dict(each.partition("=")[::2] for each in answers or [])
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST)
    except OSError:
        _complain(f"Không đọc được tệp {file}. / The file {file} cannot be read.")
    report = _confined(lambda: _drawn(file.name, content, said))
    for line in report["lines"]:
        typer.echo(line)
    if "refused" in report:
        _complain(report["refused"])
    if output is None:
        return
    for path, text in report["files"].items():
        place = output / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    typer.echo(f"{output}: {len(report['files'])} tệp. / {len(report['files'])} files.")


def model_to_table(
    file: Annotated[Path, typer.Argument(help="Tệp .bpmn hoặc thư mục mô hình. / File or folder.")],
    *,
    docx: Annotated[bool, typer.Option("--docx", help="Word.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="PDF.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="Excel.")] = False,
    output: Annotated[
        Path | None, typer.Option(help="Tệp sẽ ghi, không kèm đuôi. / File without ending.")
    ] = None,
    agency: Annotated[str, typer.Option(help="Cơ quan ban hành. / Agency.")] = UNNAMED.agency,
    superior: Annotated[str, typer.Option(help="Cơ quan chủ quản. / Superior agency.")] = "",
    place: Annotated[str, typer.Option(help="Địa danh. / Place.")] = "",
) -> None:
    """Xuất mô hình thành bảng quy trình. / Tell a model as the offices' table."""
    report = look_at(file, _told).report
    if "told" not in report:
        _complain("\n".join(finding_lines(report["findings"])))
    told = _read_told(report["told"])
    asked: tuple[tuple[bool, str, _Writer], ...] = (
        (docx, ".docx", as_word),
        (pdf, ".pdf", as_pdf),
        (xlsx, ".xlsx", as_workbook),
    )
    head = Letterhead(agency=agency, superior=superior, place=place)
    base = output or Path(told.key)
    for wanted, ending, write in asked:
        if wanted:
            target = base.with_name(base.name + ending)
            target.write_bytes(write(told, head, RealClock().now()))
            typer.echo(str(target))
    if not (docx or pdf or xlsx):
        for row in told.table.rows:
            typer.echo("\t".join(" ".join(cell.split()) for cell in _cells(row)))


def _drawn(name: str, content: bytes, said: Mapping[str, str]) -> _Report:
    try:
        table = read_file(name, content)
        known = understand(table, said)
        lines = [*_row_lines(known), *_question_lines(known, said)]
        if known.open:
            return {"lines": lines, "files": {}, "refused": _open(known)}
        files = draw(plan(table, said))
        return {"lines": lines, "files": {path: text.decode() for path, text in files.items()}}
    except Refusal as refusal:
        return {"lines": [], "files": {}, "refused": f"{refusal.vi}\n{refusal.en}"}


def _row_lines(known: Understanding) -> list[str]:
    rows = [f"{step.label}\t{step.title}\t{step.row.actors}\t{step.row.time}" for step in known.steps]
    return [*rows, known.sum.vi, *(f"! {remark.vi} / {remark.en}" for remark in known.remarks)]


def _question_lines(known: Understanding, said: Mapping[str, str]) -> list[str]:
    return [
        line
        for question in known.questions
        for line in _told_question(question, question.id in known.open, said)
    ]


def _told_question(question: Question, is_open: bool, said: Mapping[str, str]) -> list[str]:  # noqa: FBT001 - a mark
    answer = said.get(question.id) or question.proposal
    lines = [f"{'?' if is_open else ' '} {question.id} = {answer}\t{question.vi}"]
    return lines + [f"      {option.value}: {option.vi}" for option in question.options if is_open]


def _open(known: Understanding) -> str:
    ids = ", ".join(known.open)
    return f"Cần trả lời / To be answered (--answer id=…): {ids}"


def _told(bundle: Bundle, *, forms_known: bool) -> dict[str, object]:
    told = tell(bundle, forms_known=forms_known)
    return {
        "told": {
            "key": told.key,
            "name": told.name,
            "legal_time": told.legal_time,
            "basis": list(told.basis),
            "rows": [_cells(row) for row in told.rows],
            "branches": [list(each) for each in told.branches],
        }
    }


def _read_told(told: Any) -> ToldProcedure:
    return ToldProcedure(
        key=told["key"],
        name=told["name"],
        legal_time=told["legal_time"],
        basis=tuple(told["basis"]),
        rows=tuple(
            TableRow(label=label, work=work, actors=actors, time=time, papers=papers)
            for label, work, actors, time, papers in told["rows"]
        ),
        branches=tuple(tuple(each) for each in told["branches"]),
    )


def _cells(row: TableRow) -> tuple[str, str, str, str, str]:
    return row.label, row.work, row.actors, row.time, row.papers


def _confined(work: Callable[[], _Report]) -> _Report:
    try:
        return confined(work)
    except Died:
        _complain(
            "Không đọc xong bảng trong giới hạn thời gian và bộ nhớ. / "
            "The table was not read within the limits of time and memory."
        )


def _complain(text: str) -> NoReturn:
    typer.echo(text, err=True)
    raise typer.Exit(1)
