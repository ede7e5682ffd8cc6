"""Tokens for programs: hashed, for a while, revocable, and never more than their person."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from engine.domain.assignment import Actor
from qms.accounts.administration import AccountAct, disable_account
from qms.accounts.api_tokens import (
    MOST,
    CreatedToken,
    CreateToken,
    RevokeToken,
    TokenAsked,
    TokenNotFound,
    TooManyTokens,
    create_token,
    note_use,
    recognise_token,
    revoke_token,
    tokens_of,
)
from qms.accounts.tables import ApiToken
from qms.demo_office.loading import person_id
from tests.office import Office

THUKY = person_id("thuky")
OURS = Actor(person=THUKY, origin="test")


def make(
    office: Office, *, name: str = "Bảng tin", scopes: frozenset[str] | None = None, days: int = 90
) -> CreatedToken:
    wanted = frozenset({"read:tasks"}) if scopes is None else scopes
    command = CreateToken(person=THUKY, name=name, scopes=wanted, days=days, actor=OURS)
    return create_token(office.system.store, command, office.now)


def opens(office: Office, token: str) -> bool:
    with office.system.store.reading() as session:
        return recognise_token(session, token, office.now) is not None


def test_a_token_holds_until_its_day_and_not_after_it_was_revoked_or_its_account_closed(
    office: Office,
) -> None:
    short, revoked, closed = make(office, days=1), make(office, days=9), make(office, days=9)
    with office.system.store.reading() as session:
        rows = session.scalars(select(ApiToken)).all()
    assert not any(one.token.encode() in row.token_hash for one in (short, revoked) for row in rows)
    assert all(opens(office, one.token) for one in (short, revoked, closed))
    assert not opens(office, short.token[:-1])
    assert not opens(office, "Bearer x")

    foreign = RevokeToken(token=revoked.id, person=person_id("camtien"), actor=OURS)
    with pytest.raises(TokenNotFound):
        revoke_token(office.system.store, foreign, office.now)
    command = RevokeToken(token=revoked.id, person=THUKY, actor=OURS)
    for _ in range(2):
        revoke_token(office.system.store, command, office.now)
    note_use(office.system.store, closed.id, "10.0.0.9", office.now)
    office.clock.move_to(office.now + timedelta(days=1))
    assert [opens(office, one.token) for one in (short, revoked, closed)] == [False, False, True]
    with office.system.store.reading() as session:
        listed = {one.id: one for one in tokens_of(session, THUKY, office.now)}
    assert [listed[one.id].in_force for one in (short, revoked, closed)] == [False, False, True]
    assert listed[closed.id].last_used_from == "10.0.0.9"

    act = AccountAct(person=THUKY, viewer=None, origin="test", reason="Nghỉ việc")
    disable_account(office.system.store, act, office.now)
    assert not opens(office, closed.token)
    with pytest.raises(TokenNotFound):
        make(office)


def test_a_token_has_a_name_a_known_right_and_at_most_a_year(office: Office) -> None:
    for name, scopes, days in (
        (" ", {"read:tasks"}, 9),
        ("x" * 81, {"read:tasks"}, 9),
        ("Bảng", set(), 9),
        ("Bảng", {"administer"}, 9),
        ("Bảng", {"read:tasks"}, 0),
        ("Bảng", {"read:tasks"}, 367),
    ):
        with pytest.raises(TokenAsked):
            make(office, name=name, scopes=frozenset(scopes), days=days)
    for _ in range(MOST):
        make(office)
    with pytest.raises(TooManyTokens):
        make(office)
