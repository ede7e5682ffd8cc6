"""The commands `quytrinh user …` beside `add`, and `quytrinh token …`: accounts by the machine's owner."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Annotated, Final, TypeAlias
from uuid import UUID

import typer

from engine.domain.assignment import Actor
from qms.accounts.administration import (
    AccountAct,
    disable_account,
    enable_account,
    give_password,
    reset_factor,
    unlock_account,
)
from qms.accounts.api_tokens import (
    CreateToken,
    RevokeToken,
    TokenScope,
    create_token,
    revoke_token,
    tokens_of,
)
from qms.accounts.commands import PersonNotFound
from qms.accounts.keys import FactorCipher
from qms.accounts.listing import account_lines
from qms.accounts.policy import rules_of
from qms.accounts.second_factors import unreadable_factors
from qms.bootstrap import System
from qms.organisation.queries import person_by_username
from workers.installation import running_system

Command: TypeAlias = Callable[..., None]
ORIGIN: Final = "command line"
Reason = Annotated[str, typer.Option("--reason", help="Lý do, được ghi lại. / The reason, kept.")]
AsJson = Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")]
Scopes = Annotated[
    list[str], typer.Option("--scope", help=f"Phạm vi, lặp lại được. / Right: {', '.join(TokenScope)}.")
]


def user_list(as_json: AsJson = False) -> None:  # noqa: FBT002 - an option of the command line
    """Mọi tài khoản và tình trạng. / All accounts and how they stand."""
    with running_system() as system, system.store.reading() as session:
        lines = account_lines(session, system.machine_clock.now())
    if as_json:
        typer.echo(json.dumps([line.facts() for line in lines], ensure_ascii=False, indent=2))
        return
    for line in lines:
        typer.echo(f"{line.username}\t{line.name}\t{line.agency}\t{', '.join(line.marks()) or '–'}")


def user_disable(username: str, reason: Reason) -> None:
    """Khóa tài khoản; mọi phiên kết thúc. / Disable an account; all its sessions end."""
    with running_system() as system:
        disable_account(system.store, _act(system, username, reason), system.machine_clock.now())


def user_enable(username: str, reason: Reason) -> None:
    """Mở lại tài khoản. / Enable an account again."""
    with running_system() as system:
        enable_account(system.store, _act(system, username, reason), system.machine_clock.now())


def user_unlock(username: str, reason: Reason = "quytrinh user unlock") -> None:
    """Bỏ thời gian chờ sau nhiều lần sai. / Forget the failures that make a sign-in wait."""
    with running_system() as system:
        act = _act(system, username, reason)
        typer.echo(unlock_account(system.store, act, system.machine_clock.now()))


def user_reset_factor(username: str, reason: Reason) -> None:
    """Đặt lại xác thực hai lớp đã mất. / Take away a second factor that was lost."""
    with running_system() as system:
        act, now = _act(system, username, reason), system.machine_clock.now()
        reset_factor(system.store, act, now, office_now=system.clock.now())


def user_reset_unreadable(reason: Reason) -> None:
    """Đặt lại xác thực hai lớp không đọc được sau khi đổi khóa. / Reset what a new key cannot read."""
    with running_system() as system:
        now = system.machine_clock.now()
        with system.store.reading() as session:
            people = unreadable_factors(session, FactorCipher(system.settings.secret_key))
        for person in people:
            act = AccountAct(person=person, viewer=None, origin=ORIGIN, reason=reason)
            reset_factor(system.store, act, now, office_now=system.clock.now())
    typer.echo(len(people))


def user_password(username: str, reason: Reason = "quytrinh user password") -> None:
    """Đặt mật khẩu dùng một lần; người dùng phải đổi ngay. / A password that its person has to change."""
    password = (
        typer.prompt("Mật khẩu / password", hide_input=True, confirmation_prompt=True)
        if sys.stdin.isatty()
        else sys.stdin.readline().rstrip("\n")
    )
    with running_system() as system:
        act, now = _act(system, username, reason), system.machine_clock.now()
        give_password(system.store, act, password, now, rules_of(system.settings))


def token_create(username: str, name: str, scope: Scopes, days: int = 90) -> None:
    """Tạo mã truy cập, in ra một lần. / Make an access token; it is printed once."""
    with running_system() as system:
        command = CreateToken(
            person=_person(system, username),
            name=name,
            scopes=frozenset(scope),
            days=days,
            actor=Actor(person=None, origin=ORIGIN),
        )
        created = create_token(system.store, command, system.machine_clock.now())
    typer.echo(created.token)


def token_list(username: str) -> None:
    """Mã truy cập của một người. / Somebody's access tokens."""
    with running_system() as system, system.store.reading() as session:
        found = person_by_username(session, username)
        if found is None:
            raise PersonNotFound(username)
        for token in tokens_of(session, found, system.machine_clock.now()):
            used = token.last_used_at.isoformat() if token.last_used_at else "–"
            state = "còn hiệu lực / in force" if token.in_force else "hết hiệu lực / ended"
            typer.echo(
                f"{token.id}\t{token.name}\t{','.join(token.scopes)}\t"
                f"{token.expires_at.isoformat()}\t{used}\t{state}"
            )


def token_revoke(token: UUID) -> None:
    """Thu hồi mã truy cập. / Revoke an access token."""
    with running_system() as system:
        command = RevokeToken(token=token, person=None, actor=Actor(person=None, origin=ORIGIN))
        revoke_token(system.store, command, system.machine_clock.now())


def add_accounts(app: typer.Typer, user: typer.Typer, plain: Callable[[Command], Command]) -> None:
    """Enter the commands; `plain` tells refusals in two sentences."""
    token = typer.Typer(no_args_is_help=True, help="Mã truy cập cho chương trình. / Access tokens.")
    app.add_typer(token, name="token")
    of_users: tuple[tuple[str, Command], ...] = (
        ("list", user_list),
        ("disable", user_disable),
        ("enable", user_enable),
        ("unlock", user_unlock),
        ("reset-factor", user_reset_factor),
        ("reset-unreadable-factors", user_reset_unreadable),
        ("password", user_password),
    )
    of_tokens: tuple[tuple[str, Command], ...] = (
        ("create", token_create),
        ("list", token_list),
        ("revoke", token_revoke),
    )
    for group, commands in ((user, of_users), (token, of_tokens)):
        for name, command in commands:
            group.command(name)(plain(command))


def _act(system: System, username: str, reason: str) -> AccountAct:
    return AccountAct(person=_person(system, username), viewer=None, origin=ORIGIN, reason=reason)


def _person(system: System, username: str) -> UUID:
    with system.store.reading() as session:
        found = person_by_username(session, username)
    if found is None:
        raise PersonNotFound(username)
    return found
