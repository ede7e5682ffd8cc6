"""The commands `quytrinh role grant` and `role end`: roles by date and decision, by the machine's owner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Annotated, Any, Final

import typer

from engine.domain.local_time import local_day
from qms.administration.authority import Basis
from qms.administration.named import person_named, role_to_end, unit_named
from qms.administration.roles import EndRole, GrantRole, end_role, grant_role
from workers.arguments import read_day
from workers.installation import running_system

ORIGIN: Final = "command line"
Who = Annotated[str, typer.Argument(help="Tên đăng nhập hoặc thư điện tử. / User name or mail address.")]
What = Annotated[str, typer.Argument(help="LD_CQ, THU_KY_ISO, QUAN_TRI, …")]
InUnit = Annotated[str, typer.Option("--unit", help="Mã đơn vị. / Unit code.")]
ByDecision = Annotated[str, typer.Option("--decision", help="Số quyết định. / Decision number.")]


def add_roles(app: typer.Typer, refusing: Callable[[Any], Any]) -> None:
    """Give the command line its group `role`."""
    group = typer.Typer(no_args_is_help=True, help="Vai trò theo ngày và quyết định. / Roles.")
    group.command("grant")(refusing(role_grant))
    group.command("end")(refusing(role_end))
    app.add_typer(group, name="role")


def role_grant(
    who: Who,
    role: What,
    *,
    decision: ByDecision,
    unit: InUnit = "",
    since: Annotated[str, typer.Option(help="Từ ngày YYYY-MM-DD. / From; today where left out.")] = "",
    until: Annotated[str, typer.Option(help="Ngày cuối YYYY-MM-DD. / Last day; open where left out.")] = "",
) -> None:
    """Giao vai trò cho một người. / Give somebody a role."""
    valid_from = read_day(since) if since else None
    last_day = read_day(until) if until else None
    with running_system() as system:
        now = system.clock.now()
        with system.store.reading() as session:
            person = person_named(session, who)
            of_unit = unit_named(session, person, unit)
        command = GrantRole(
            basis=Basis(viewer=None, origin=ORIGIN, decision=decision),
            person=person,
            role=role,
            unit=of_unit,
            valid_from=valid_from or local_day(now),
            valid_to=last_day + timedelta(days=1) if last_day else None,
        )
        typer.echo(grant_role(system.store, command, now))


def role_end(
    who: Who,
    role: What,
    *,
    decision: ByDecision,
    last_day: Annotated[str, typer.Option(help="Ngày cuối YYYY-MM-DD. / The last day it is held.")],
    unit: InUnit = "",
) -> None:
    """Kết thúc vai trò của một người. / End a role of somebody."""
    valid_to = read_day(last_day) + timedelta(days=1)
    with running_system() as system:
        with system.store.reading() as session:
            person = person_named(session, who)
            of_unit = unit_named(session, person, unit)
            held = role_to_end(session, person, role, of_unit, valid_to)
        command = EndRole(
            basis=Basis(viewer=None, origin=ORIGIN, decision=decision), assignment=held, valid_to=valid_to
        )
        end_role(system.store, command, system.clock.now())
        typer.echo(held)
