"""The commands `quytrinh archive …` and `quytrinh disposal …`: what a person does; no worker runs them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated, TypeAlias
from uuid import UUID

import typer

from engine.domain.local_time import day_text, local_day
from qms.accounts.commands import PersonNotFound
from qms.bootstrap import System
from qms.organisation.queries import person_by_username
from qms.retention.acting import Act
from qms.retention.archives import ExportArchive, export_archive
from qms.retention.carrying_out import CarryOutDisposal, carry_out_disposal
from qms.retention.queries import DisposalLine, disposals
from qms.retention.refusals import DisposalNotFound
from workers import verify_archive
from workers.arguments import read_day
from workers.history_commands import ExportExists, ExportNotWritten
from workers.installation import running_system
from workers.verify_history import told

Command: TypeAlias = Callable[..., None]
User = Annotated[str, typer.Option("--user", help="Người thực hiện. / Who does it, by user name.")]
ORIGIN = "command line"


def archive_export(
    file: Annotated[Path, typer.Argument(help="Tệp ZIP mới. / A new ZIP file.")],
    user: User,
    until: Annotated[str, typer.Option(help="Kết thúc đến hết ngày YYYY-MM-DD. / Ended until.")] = "",
    *,
    again: Annotated[bool, typer.Option("--again", help="Cả hồ sơ đã lưu trữ. / Archived ones too.")] = False,
) -> None:
    """Lập gói lưu trữ từ hồ sơ đã kết thúc; không xóa gì. / Archive ended cases; removes nothing."""
    with running_system() as system:
        now = system.clock.now()
        command = ExportArchive(
            act=_act(system, user), ended_until=read_day(until) if until else local_day(now), again=again
        )
        try:
            target = file.open("x+b")
        except FileExistsError:
            raise ExportExists(file) from None
        except OSError as error:
            raise ExportNotWritten(file, error) from None
        try:
            with target:
                file.chmod(0o600)
                made = export_archive(system.store, system.surroundings, command, target, now)
        except BaseException:
            with suppress(OSError):
                file.unlink()
            raise
    typer.echo(f"{made.number}: {made.cases} hồ sơ / cases")
    typer.echo(f"sha256   {made.sha256}")
    typer.echo(f"manifest {made.manifest_sha256}")


def archive_verify(
    file: Path,
    manifest: Annotated[str, typer.Option(help="Mã trong sổ lưu trữ. / Hash in the register.")] = "",
) -> None:
    """Kiểm tra một gói lưu trữ; mã thoát 1 nếu sai. / Verify an archive; exit status 1 if not whole."""
    wrong, report, own = verify_archive.examine(str(file), manifest_hash=manifest.strip().lower())
    for sentence in wrong:
        typer.echo(sentence)
    if report is not None:
        typer.echo(told(report))
    typer.echo(f"manifest {own}")
    if wrong:
        raise typer.Exit(1)


def archive_verifier() -> None:
    """In chương trình kiểm tra gói lưu trữ. / Print the program that verifies an archive anywhere."""
    typer.echo(Path(verify_archive.__file__).read_text(encoding="utf-8"), nl=False)


def disposal_list(user: User) -> None:
    """Các đề nghị tiêu hủy của cơ quan. / The proposals of disposal of the agency."""
    with running_system() as system:
        for line in _disposals(system, _act(system, user)):
            minutes = f" {line.minutes_number} ({day_text(line.minutes_on)})" if line.minutes_on else ""
            typer.echo(f"{line.number}: {line.phase}, {line.cases} hồ sơ / cases{minutes}")


def disposal_carry_out(number: str, user: User) -> None:
    """Tiêu hủy theo đề nghị đã phê duyệt. / Carry out an approved disposal; it cannot be undone."""
    with running_system() as system:
        act = _act(system, user)
        command = CarryOutDisposal(act=act, disposal=_numbered(system, act, number))
        if not typer.confirm("Không lấy lại được. Tiếp tục? / This cannot be undone. Go on?"):
            raise typer.Exit(1)
        count = carry_out_disposal(system.store, system.surroundings, command, system.clock.now())
    typer.echo(f"Đã tiêu hủy / destroyed: {count}")


def add_retention(app: typer.Typer, told_plainly: Callable[[Command], Command]) -> None:
    """Give the command line its groups `archive` and `disposal`."""
    archive = typer.Typer(no_args_is_help=True, help="Gói lưu trữ. / Archives.")
    archive.command("export")(told_plainly(archive_export))
    archive.command("verify")(told_plainly(archive_verify))
    archive.command("verifier")(told_plainly(archive_verifier))
    app.add_typer(archive, name="archive")
    disposal = typer.Typer(no_args_is_help=True, help="Tiêu hủy hồ sơ. / Disposal of records.")
    disposal.command("list")(told_plainly(disposal_list))
    disposal.command("carry-out")(told_plainly(disposal_carry_out))
    app.add_typer(disposal, name="disposal")


def _disposals(system: System, act: Act) -> list[DisposalLine]:
    with system.store.reading() as session:
        return list(disposals(session, act.viewer))


def _numbered(system: System, act: Act, number: str) -> UUID:
    for line in _disposals(system, act):
        if line.number == number.strip():
            return line.id
    raise DisposalNotFound


def _act(system: System, username: str) -> Act:
    """What is done at the server is done by somebody, with the authority of that person."""
    with system.store.reading() as session:
        person = person_by_username(session, username)
        today = local_day(system.clock.now())
        viewer = system.surroundings.directory.viewer(session, person, today) if person else None
    if viewer is None:
        raise PersonNotFound(username)
    return Act(viewer=viewer, origin=ORIGIN)
