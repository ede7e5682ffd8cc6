"""The command line `quytrinh`."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import typer

from engine.commands.deploy_model import DeployModel, deploy_model
from engine.domain.assignment import Actor
from engine.domain.bundle import read_bundle
from engine.domain.local_time import local_day
from engine.ports import RealClock
from engine.store import migrate
from engine.store.session import Store
from qms.accounts.commands import AddUser, add_user
from qms.accounts.policy import rules_of
from qms.form_templates.seeding import enter_shipped_form_templates
from qms.legal_time.seeding import enter_shipped_legal_time
from qms.organisation.commands import AddAgency, AddPerson, add_agency
from qms.reports.calendar_seeding import enter_shipped_reporting_calendars
from workers.account_commands import add_accounts
from workers.arguments import read_day, read_unit
from workers.bench.cli import bench
from workers.calendar_commands import add_calendar
from workers.deadline_commands import deadline_compute
from workers.demo import demo
from workers.directory_commands import add_directory_commands
from workers.health_commands import health
from workers.history_commands import add_history
from workers.installation import running_system
from workers.lasting_commands import add_lasting
from workers.lint_commands import model_lint
from workers.message_commands import message_send, signal_send
from workers.migration_commands import instance_migrate, instance_migrate_back
from workers.model_commands import model_check, model_trace
from workers.operation_commands import add_operations
from workers.organisation_commands import import_file as agency_import
from workers.organisation_commands import merge_province
from workers.printing import print_report
from workers.procedure_print_commands import model_print
from workers.procedure_table_commands import model_from_table, model_to_table
from workers.recompute_commands import deadline_recompute
from workers.refusing import plain_refusals
from workers.rehearsal_commands import model_rehearse
from workers.reports import inbox_report, instance_report
from workers.retention_commands import add_retention
from workers.role_commands import add_roles
from workers.serving import serve

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


app.command()(plain_refusals(demo))
app.command()(serve)


add_lasting(app)
app.command("health")(plain_refusals(health))


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
            enter_shipped_reporting_calendars(store, RealClock().now())
            enter_shipped_form_templates(store, RealClock().now())
        return
    with running_system() as system:
        migrate.upgrade(system.settings.database_url)
        enter_shipped_legal_time(system.store, system.machine_clock.now())
        enter_shipped_reporting_calendars(system.store, system.machine_clock.now())
        enter_shipped_form_templates(system.store, system.machine_clock.now())


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


agency.command("import")(plain_refusals(agency_import))
agency.command("merge-province")(plain_refusals(merge_province))


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
        typer.echo(add_user(system.store, command, now, rules_of(system.settings)))


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
model.command("from-table")(model_from_table)
model.command("to-table")(model_to_table)
model.command("print")(plain_refusals(model_print))
model.command("lint")(plain_refusals(model_lint))


message.command("send")(plain_refusals(message_send))
signal.command("send")(plain_refusals(signal_send))


add_operations(app, instance, plain_refusals)
add_calendar(app, plain_refusals)
add_history(app, plain_refusals)
add_retention(app, plain_refusals)
add_directory_commands(app, plain_refusals)
add_accounts(app, user, plain_refusals)
add_roles(app, plain_refusals)
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
