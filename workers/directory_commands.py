"""The commands `quytrinh ldap sync` and `identity unlink`: outside directories and what they vouch for."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated, Any

import typer

from engine.domain.assignment import Actor
from engine.domain.local_time import local_day
from qms.accounts.directory_sync import Synchronise, SyncReport, synchronise
from qms.accounts.identity_settings import LdapSettings
from qms.accounts.linking import LDAP
from qms.accounts.outside_refusals import ProviderUnknown
from qms.accounts.unlinking import Unlink, unlink
from workers.installation import running_system

ORIGIN = "command line"


def add_directory_commands(app: typer.Typer, refusing: Callable[[Any], Any]) -> None:
    """Give the command line its group `ldap`."""
    group = typer.Typer(no_args_is_help=True, help="Danh bạ LDAP. / Directories.")
    group.callback()(_group)
    group.command("sync")(refusing(ldap_sync))
    app.add_typer(group, name="ldap")
    identity = typer.Typer(no_args_is_help=True, help="Nguồn đăng nhập ngoài. / Outside identities.")
    identity.callback()(_group)
    identity.command("unlink")(refusing(identity_unlink))
    app.add_typer(identity, name="identity")


def _group() -> None:
    """Thư mục và nhà cung cấp danh tính. / Directories and identity providers."""


def identity_unlink(
    username: Annotated[str, typer.Argument(help="Tên đăng nhập. / User name.")],
    code: Annotated[str, typer.Argument(help="Mã nguồn đăng nhập. / Code of the provider.")],
    *,
    reason: Annotated[str, typer.Option(help="Lý do. / Why.")],
) -> None:
    """Gỡ tài khoản khỏi một nguồn đăng nhập. / Unlink an account from a provider."""
    with running_system() as system:
        known = {each.vouching.code: (each.vouching, each.vouching.code) for each in system.identity.openid}
        known |= {each.vouching.code: (each.vouching, LDAP) for each in system.identity.ldap}
        if code not in known:
            raise ProviderUnknown(code)
        vouching, method = known[code]
        command = Unlink(
            username=username,
            vouching=vouching,
            method=method,
            reason=reason,
            actor=Actor(person=None, origin=ORIGIN),
        )
        unlink(system.store, command, system.machine_clock.now(), local_day(system.clock.now()))


def ldap_sync(
    code: Annotated[str, typer.Argument(help="Mã danh bạ; trống: tất cả. / Empty: all of them.")] = "",
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ xem trước. / Only try it.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Cả khi nhiều người không còn. / Even if many are gone.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")] = False,
) -> None:
    """Đồng bộ người dùng và vai trò từ danh bạ. / Bring people and roles in line with the directory."""
    with running_system() as system:
        chosen = [each for each in system.identity.ldap if code in {"", each.vouching.code}]
        if not chosen:
            raise ProviderUnknown(code or "ldap")
        for settings in chosen:
            now = system.clock.now()
            command = Synchronise(
                vouching=settings.vouching,
                people=_people(settings),
                actor=Actor(person=None, origin=ORIGIN),
                dry_run=dry_run,
                force=force,
            )
            report = synchronise(system.store, command, system.machine_clock.now(), local_day(now))
            _tell(settings.vouching.code, report, dry_run=dry_run, as_json=as_json)


def _people(settings: LdapSettings) -> tuple[Any, ...]:
    # Most commands speak to no directory, and its library is slow to load.
    from qms.accounts.ldap_directory import LdapDirectory  # noqa: PLC0415

    return LdapDirectory(settings).people()


def _tell(code: str, report: SyncReport, *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        told = {"directory": code, "dry_run": dry_run, **asdict(report)}
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    tried = "Thử, chưa ghi / Tried, nothing kept: " if dry_run else ""
    typer.echo(
        f"{tried}{code}: {len(report.added)} mới / new, {len(report.changed)} đổi / changed, "
        f"{len(report.left)} đã rời / left, {len(report.passed_over)} không nhập / passed over."
    )
    for sign, names in (
        ("+", report.added),
        ("~", report.changed),
        ("vai trò / role", report.roles),
        ("-", report.left),
        ("đã đóng tại đây / closed here", report.returned),
        ("không nhập / passed over", report.passed_over),
    ):
        for name in names:
            typer.echo(f"  {sign} {name}")
