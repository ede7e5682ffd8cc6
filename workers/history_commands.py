"""The commands `quytrinh history …`: verify the record, and take it out for whoever verifies it elsewhere."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO, TypeAlias
from uuid import UUID

import typer

from engine.commands.seal_day import seal_next_day
from engine.domain.errors import Conflict, Invalid
from engine.queries.history_record import record_lines
from workers import verify_history
from workers.installation import running_system
from workers.verify_history import Report, told, verify

Command: TypeAlias = Callable[..., None]
AsJson = Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")]
Instance = Annotated[
    UUID | None, typer.Option("--instance", help="Chỉ một hồ sơ. / One case alone.", metavar="ID")
]
Export = Annotated[
    Path | None,
    typer.Option(
        "--export",
        help="Ghi cả sổ ra tệp, chỉ chủ tệp đọc được. / Also write it all to a file.",
        metavar="FILE",
    ),
]
Root = Annotated[
    list[str] | None,
    typer.Option(
        "--root", help="Dấu niêm đã ghi nơi khác: NGÀY=MÃ. / A root noted elsewhere.", metavar="DAY=HASH"
    ),
]


class ExportExists(Conflict):
    """A file of that name is there already; what may be a proof is not written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            vi=f"Đã có tệp {path}; xin chọn tên khác.", en=f"There is a file {path} already; name another."
        )


class ExportNotWritten(Invalid):
    """The file cannot be written."""

    def __init__(self, path: Path, error: OSError) -> None:
        why = error.strerror or ""
        super().__init__(vi=f"Không ghi được tệp {path}: {why}.", en=f"Cannot write the file {path}: {why}.")


def history_verify(
    *, instance: Instance = None, export: Export = None, root: Root = None, as_json: AsJson = False
) -> None:
    """Kiểm tra lịch sử nguyên vẹn; mã thoát 1 nếu không. / Verify the record; exit status 1 if not whole."""
    noted = {day: code.strip().lower() for day, _equals, code in (one.partition("=") for one in root or ())}
    with running_system() as system, system.store.reading() as session, _written(export) as file:
        lines = record_lines(session, system.clock.now(), instance=instance)
        report = verify(_copied(lines, file), noted)
    typer.echo(_as_json(report) if as_json else told(report))
    if report.findings:
        raise typer.Exit(1)


def history_seal() -> None:
    """Niêm các ngày đã qua mà tiến trình nền chưa niêm. / Seal the days that no worker has sealed yet."""
    with running_system() as system:
        sealed = 0
        while seal_next_day(system.store, system.clock.now()):
            sealed += 1
    typer.echo(f"{sealed} ngày / days")


def history_verifier() -> None:
    """In chương trình kiểm tra ngoại tuyến. / Print the program that verifies an export anywhere."""
    typer.echo(Path(verify_history.__file__).read_text(encoding="utf-8"), nl=False)


def add_history(app: typer.Typer, told_plainly: Callable[[Command], Command]) -> None:
    """Give the command line its group `history`."""
    group = typer.Typer(no_args_is_help=True, help="Lịch sử và bằng chứng. / The record and its proof.")
    group.command("verify")(told_plainly(history_verify))
    group.command("seal")(told_plainly(history_seal))
    group.command("verifier")(told_plainly(history_verifier))
    app.add_typer(group, name="history")


@contextmanager
def _written(path: Path | None) -> Iterator[TextIO | None]:
    """The new file, which only its owner reads; nothing half written stays."""
    if path is None:
        yield None
        return
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise ExportExists(path) from None
    except OSError as error:
        raise ExportNotWritten(path, error) from None
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            yield file
    except BaseException as error:
        path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise ExportNotWritten(path, error) from None
        raise


def _copied(lines: Iterable[dict[str, object]], file: TextIO | None) -> Iterator[dict[str, object]]:
    for line in lines:
        if file is not None:
            file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
        yield line


def _as_json(report: Report) -> str:
    findings = [finding._asdict() for finding in report.findings]
    told = {"findings": findings, "destroyed": [one._asdict() for one in report.destroyed]}
    return json.dumps({**report._asdict(), **told, "whole": not findings}, ensure_ascii=False, indent=2)
