"""Every address of the application, asked by everybody: who is let in, and which refusal comes first."""

from __future__ import annotations

from typing import Final

import pytest

from tests.web.authority.asking import (
    NOT_FOUND,
    NOT_PREPARED,
    OK,
    PEOPLE,
    REFUSED,
    SIGN_IN,
    TOLD_OFF,
    Prepared,
    expected,
    routes,
)

TABLE: Final = expected()
TOLD_IN_THE_FORM: Final = {
    "POST /administration/units/<uuid:unit>/position",
    "POST /retention/holds/<uuid:hold>/lifting",
}
"""Answers that refuse the id, or a missing reason before it, as what was typed (422), here told as let in."""
LEADS_ON: Final = {"GET /organisation/people/<uuid:person>"}
"""Addresses of old that lead to the one which asks."""


def room_of(name: str) -> str:
    return name.split("/")[1]


@pytest.mark.parametrize("room", sorted({room_of(name) for name in TABLE}))
def test_each_is_answered_as_the_table_says(prepared: Prepared, room: str) -> None:
    wrong: dict[tuple[str, str], tuple[str, str | None]] = {}
    for route in routes(prepared.app):
        if room_of(route.name) != room:
            continue
        told = dict(prepared.answers(route))
        row = TABLE.get(route.name, {})
        wrong |= {
            (route.name, who): (answer, row.get(who))
            for who, answer in told.items()
            if answer != row.get(who)
        }
    assert wrong == {}, "(what came, what the table says)"


def test_the_table_has_a_row_for_every_route_and_none_besides(prepared: Prepared) -> None:
    assert set(TABLE) == {route.name for route in routes(prepared.app)}
    assert {tuple(row) for row in TABLE.values()} == {tuple(PEOPLE)}
    assert {cell for row in TABLE.values() for cell in row.values()} == {
        OK,
        SIGN_IN,
        REFUSED,
        NOT_FOUND,
        TOLD_OFF,
    }


def test_ids_of_an_agencys_rows_open_nothing_to_those_of_another(prepared: Prepared) -> None:
    """Nobody elsewhere, whatever the roles, is let in by an id; the Department by those of agencies alone."""
    wrong = {
        route.name: TABLE[route.name]["every_role_elsewhere"]
        for route in routes(prepared.app)
        if "<uuid:" in route.rule.rule
        and TABLE[route.name]["every_role_elsewhere"] not in {NOT_FOUND, REFUSED}
    }
    by_cookie = {name for name in wrong if "/api/" not in name}
    assert by_cookie <= TOLD_IN_THE_FORM | LEADS_ON
    of_department = {
        route.name
        for route in routes(prepared.app)
        if "<uuid:" in route.rule.rule and TABLE[route.name]["department_officer"] == OK
    }
    assert of_department == {"GET /oversight/agencies/<uuid:agency>/<kind>"} | LEADS_ON


def test_an_id_that_opens_nothing_to_anybody_is_of_a_kind_that_was_not_prepared(prepared: Prepared) -> None:
    shut = {
        name
        for route in routes(prepared.app)
        if OK not in TABLE[route.name].values()
        for name in route.rule.arguments
        if f"<uuid:{name}>" in route.rule.rule
    }
    assert shut <= {*NOT_PREPARED, "token", "instance"}


def test_every_form_is_refused_without_its_hidden_field(prepared: Prepared) -> None:
    client, _headers = prepared.client("administrator")
    prepared.app.config["WTF_CSRF_ENABLED"] = True
    try:
        taken = [
            route.name
            for route in routes(prepared.app)
            if route.method != "GET" and "/api/" not in route.name
            if client.post(prepared.address(route), content_type="text/plain").status_code != 400
        ]
    finally:
        prepared.app.config["WTF_CSRF_ENABLED"] = False
    assert taken == []
