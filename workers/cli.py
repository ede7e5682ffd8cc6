"""The command line `quytrinh`."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import wraps
from pathlib import Path
from threading import Event
from typing import Annotated, Final, ParamSpec, TypeVar
from uuid import UUID

import typer

from engine.commands.deploy_model import DeployModel, deploy_model
from engine.commands.keep_caught_mail import keep_caught_mail
from engine.domain.assignment import Actor
from engine.domain.bundle import read_bundle
from engine.domain.definition import ModelRefused
from engine.domain.errors import Refusal
from engine.domain.local_time import local_day
from engine.ports import RealClock
from engine.queries.health import worker_alive
from engine.store import embedded, migrate
from engine.store.session import Store
from qms.accounts.commands import AddUser, add_user
from qms.legal_time.seeding import enter_shipped_legal_time
from qms.organisation.commands import AddAgency, AddPerson, add_agency
from qms.settings import SettingInvalid, read_settings
from workers.arguments import read_day, read_unit
from workers.bench.cli import bench
from workers.calendar_commands import add_calendar
from workers.deadline_commands import deadline_compute
from workers.demo import run_demo
from workers.health_commands import health
from workers.installation import DEFAULT_PORT, MAIL_PORT, ROOT, PortBusy, require_free, running_system
from workers.logs import init_logs
from workers.mail.catcher import run_catcher
from workers.main import run_worker
from workers.message_commands import message_send, signal_send
from workers.migration_commands import instance_migrate, instance_migrate_back
from workers.model_commands import model_check, model_trace
from workers.operation_commands import add_operations
from workers.printing import print_report
from workers.recompute_commands import deadline_recompute
from workers.rehearsal_commands import model_rehearse
from workers.reports import inbox_report, instance_report
from workers.watchdog import run_watchdog, watchdog_alive

P = ParamSpec("P")
R = TypeVar("R")
ORIGIN: Final = "command line"

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Quytrinh – ISO điện tử cho cơ quan nhà nước. / The quality management of government offices.",
)
database = typer.Typer(no_args_is_help=True, help="Cơ sở dữ liệu. / The database.")
user = typer.Typer(no_args_is_help=True, help="Người dùng. / People.")
agency = typer.Typer(no_args_is_help=True, help="Cơ quan. / Agencies.")
model = typer.Typer(no_args_is_help=True, help="Mô hình quy trình. / Process models.")
instance = typer.Typer(no_args_is_help=True, help="Hồ sơ. / Cases.")
deadline = typer.Typer(no_args_is_help=True, help="Thời hạn. / Deadlines.")
message = typer.Typer(no_args_is_help=True, help="Thông điệp giữa các hồ sơ. / Messages between cases.")
signal = typer.Typer(no_args_is_help=True, help="Tín hiệu. / Signals.")
for name, group in (
    ("db", database),
    ("user", user),
    ("agency", agency),
    ("model", model),
    ("instance", instance),
    ("deadline", deadline),
    ("bench", bench),
    ("message", message),
    ("signal", signal),
):
    app.add_typer(group, name=name)
AsJson = Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")]


def plain_refusals(command: Callable[P, R]) -> Callable[P, R]:
    """A refusal becomes two sentences and exit status 1, never a traceback."""

    @wraps(command)
    def carried_out(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except ModelRefused as refusal:
            for finding in refusal.findings:
                typer.echo(
                    f"{finding.rule} dòng {finding.line} {finding.element_id or ''}: "
                    f"{finding.message_vi} / {finding.message_en}",
                    err=True,
                )
        except Refusal as refusal:
            typer.echo(f"{refusal.vi}\n{refusal.en}", err=True)
        except UnicodeEncodeError:
            typer.echo("Có tham số không phải là chữ UTF-8.\nAn argument is not UTF-8 text.", err=True)
        except (SettingInvalid, PortBusy, embedded.PostgresNotStarted) as problem:
            typer.echo(str(problem), err=True)
        raise typer.Exit(1)

    return carried_out


@app.command()
@plain_refusals
def demo(
    port: Annotated[int, typer.Option(envvar="QUYTRINH_PORT")] = DEFAULT_PORT,
    mail_port: Annotated[int, typer.Option(envvar="QUYTRINH_MAIL_PORT")] = MAIL_PORT,
) -> None:
    """Chạy thử toàn hệ thống trên máy này. / Run the whole system on this machine."""
    raise typer.Exit(run_demo(port=port, mail_port=mail_port))


@app.command()
@plain_refusals
def serve(host: str = "127.0.0.1", port: int = DEFAULT_PORT, processes: int = 2, threads: int = 4) -> None:
    """Máy chủ web. / The web server."""
    read_settings()  # a mistake in them is told here, in one sentence, not by each process of the server
    require_free(port, "quytrinh serve --port", host)
    # The web room is named, not imported: workers and web never meet in one process.
    os.chdir(ROOT)
    os.execv(
        sys.executable,
        [
            *(sys.executable, "-m", "gunicorn", "web.app:create_app()"),
            *("--bind", f"{host}:{port}", "--workers", str(processes), "--threads", str(threads)),
            *("--preload", "--worker-class", "gthread", "--access-logfile", "-", "--timeout", "120"),
            *("--worker-tmp-dir", "/dev/shm" if Path("/dev/shm").is_dir() else "."),  # noqa: S108
            *("--no-control-socket",),
        ],
    )


@app.command()
@plain_refusals
def worker(
    health: Annotated[bool, typer.Option("--health", help="Chỉ hỏi thăm. / Only ask after it.")] = False,
) -> None:
    """Tiến trình nền: hẹn giờ, nhắc việc, gửi thư. / Timers, escalation, mail."""
    with running_system() as system:
        if health:
            with system.store.reading() as session:
                alive = worker_alive(session, system.machine_clock.now())
            typer.echo("up" if alive else "down")
            raise typer.Exit(0 if alive else 1)
        init_logs(system.settings.environment)
        run_worker(system)


@app.command()
@plain_refusals
def watchdog(
    health: Annotated[bool, typer.Option("--health", help="Chỉ hỏi thăm. / Only ask after it.")] = False,
) -> None:
    """Báo người quản trị khi không còn tiến trình nền nào. / Mail administrators when no worker runs."""
    if health:
        alive = watchdog_alive()
        typer.echo("up" if alive else "down")
        raise typer.Exit(0 if alive else 1)
    with running_system() as system:
        init_logs(system.settings.environment)
        run_watchdog(system)


app.command("health")(plain_refusals(health))


@app.command("mail-catcher")
@plain_refusals
def mail_catcher(host: str = "127.0.0.1", smtp_port: int = MAIL_PORT) -> None:
    """Hộp thư minh họa nhận mọi thư. / A mail server that keeps every mail."""
    require_free(smtp_port, "quytrinh mail-catcher --smtp-port", host)
    with running_system() as system:
        init_logs(system.settings.environment)

        def keep(
            message_id: str, sender: str, recipients: tuple[str, ...], received_at: datetime, raw: bytes
        ) -> None:
            keep_caught_mail(
                system.store,
                message_id=message_id,
                sender=sender,
                recipients=recipients,
                raw=raw,
                now=received_at,
            )

        run_catcher(host, smtp_port, keep, Event(), clock=system.clock)


@database.command("upgrade")
@plain_refusals
def db_upgrade() -> None:
    """Đưa cơ sở dữ liệu lên phiên bản mới nhất. / Bring the database to the newest schema."""
    url = os.environ.get("DATABASE_URL")
    if url:
        scheme, _, rest = url.partition("://")
        address = f"postgresql+psycopg://{rest}" if scheme.startswith("postgres") else url
        migrate.upgrade(address)
        with closing(Store(address)) as store:
            enter_shipped_legal_time(store, RealClock().now())
        return
    with running_system() as system:
        migrate.upgrade(system.settings.database_url)
        enter_shipped_legal_time(system.store, system.machine_clock.now())


@agency.command("add")
@plain_refusals
def agency_add(
    code: str,
    name: str,
    short_name: str = "",
    contact: str = "",
    province: Annotated[str, typer.Option(help="Tỉnh, thành phố. / Province.")] = "",
    overseen_by: Annotated[str, typer.Option(help="Mã Sở KH&CN. / Code of the department.")] = "",
    unit: Annotated[list[str] | None, typer.Option(help="MÃ=TÊN / CODE=NAME")] = None,
) -> None:
    """Thêm cơ quan và các đơn vị. / Add an agency with its units."""
    units = [read_unit(text) for text in unit or []]
    with running_system() as system:
        command = AddAgency(
            code=code,
            name=name,
            short_name=short_name,
            contact=contact,
            province=province,
            overseen_by=overseen_by or None,
            units=units,
            actor=Actor(person=None, origin=ORIGIN),
        )
        typer.echo(add_agency(system.store, command, system.clock.now()))


@user.command("add")
@plain_refusals
def user_add(
    username: str,
    name: Annotated[str, typer.Option(help="Họ và tên. / Full name.")],
    agency_code: Annotated[str, typer.Option("--agency")],
    email: Annotated[str, typer.Option()] = "",
    title: Annotated[str, typer.Option(help="Chức vụ. / Title.")] = "",
    unit: Annotated[str, typer.Option(help="Mã đơn vị. / Unit code.")] = "",
    role: Annotated[list[str] | None, typer.Option(help="LD_CQ, THU_KY_ISO, …")] = None,
    decision: Annotated[str, typer.Option(help="Số quyết định. / Decision number.")] = "",
    since: Annotated[str, typer.Option(help="Từ ngày YYYY-MM-DD. / From.")] = "",
) -> None:
    """Thêm người dùng; mật khẩu được hỏi, hoặc đọc từ stdin. / The password is asked for or read."""
    password = (
        typer.prompt("Mật khẩu / password", hide_input=True, confirmation_prompt=True)
        if sys.stdin.isatty()
        else sys.stdin.readline().rstrip("\n")
    )
    valid_from = read_day(since) if since else None
    with running_system() as system:
        now = system.clock.now()
        person = AddPerson(
            agency=agency_code,
            unit=unit or None,
            full_name=name,
            title=title,
            email=email,
            roles=role or [],
            valid_from=valid_from or local_day(now),
            decision=decision,
            actor=Actor(person=None, origin=ORIGIN),
        )
        command = AddUser(person=person, username=username, password=password)
        typer.echo(add_user(system.store, command, now))


@model.command("deploy")
@plain_refusals
def model_deploy(paths: list[Path]) -> None:
    """Ban hành mô hình từ các thư mục. / Publish models from folders."""
    with running_system() as system:
        for path in paths:
            folder = path.parent if path.is_file() else path
            deployed = deploy_model(
                system.store,
                system.surroundings,
                DeployModel(bundle=read_bundle(folder), actor=Actor(person=None, origin=ORIGIN)),
                system.clock.now(),
            )
            for each in (deployed, *deployed.also):
                state = "mới / new" if each.created else "đã có / known"
                typer.echo(f"{each.key} v{each.version} ({state})")


model.command("check")(model_check)
model.command("trace")(model_trace)
model.command("rehearse")(plain_refusals(model_rehearse))


message.command("send")(plain_refusals(message_send))
signal.command("send")(plain_refusals(signal_send))


add_operations(app, instance, plain_refusals)
add_calendar(app, plain_refusals)
instance.command("migrate")(plain_refusals(instance_migrate))
instance.command("migrate-back")(plain_refusals(instance_migrate_back))


@instance.command("show")
@plain_refusals
def instance_show(instance_id: UUID, as_json: AsJson = False) -> None:
    """Xem một hồ sơ. / Show a case."""
    with running_system() as system:
        print_report(instance_report(system, instance_id), as_json=as_json)


@app.command()
@plain_refusals
def inbox(username: Annotated[str, typer.Option("--user")], as_json: AsJson = False) -> None:
    """Hộp việc của một người. / Somebody's inbox."""
    with running_system() as system:
        print_report(inbox_report(system, username), as_json=as_json)


deadline.command("recompute")(plain_refusals(deadline_recompute))


deadline.command("compute")(plain_refusals(deadline_compute))


def main() -> None:
    """Entry point of the console script."""
    logging.captureWarnings(capture=True)
    app()


if __name__ == "__main__":
    main()
