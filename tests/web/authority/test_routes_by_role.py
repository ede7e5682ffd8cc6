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
TOLD_IN_THE_FORM: Final = {"POST /administration/units/<uuid:unit>/position"}
"""Answers that refuse the id as what was typed (422), here told as let in."""
OURS: Final = ("token", "officer", "unit_head", "clerk", "agency_head", "secretary", "administrator")
BY_QUESTION: Final = (
    "/designer/catalogue.json?draft={draft}",
    "/designer/comparisons?old=d-{draft}&new=v-{version}",
    "/designer/comparisons.xlsx?old=v-{version}&new=v-{version}",
    "/designer/comparisons/drawing?of=d-{draft}",
    "/designer/comparisons/drawing?of=v-{version}",
    "/form-templates/new?from={template}",
    "/form-templates/new?draft={draft}&path=forms/phieu.json",
    "/procedure-prints/comparisons/old.svg?old=d-{draft}&new=v-{version}",
)
SHOWN_ON_NO_PAGE: Final = {
    "POST /account/tokens/<uuid:token>/revocation",
    "POST /retention/holds/<uuid:hold>/lifting",
}
"""Of these the owner's own act tells that the row stands."""
LEADS_ON: Final = {"GET /organisation/people/<uuid:person>"}
"""Addresses of old that lead to the one which asks."""


SENT_TO_THE_DEPARTMENT: Final = {
    "GET /gui-nhan/da-den/<uuid:dispatch>/tep",
    "POST /gui-nhan/da-den/<uuid:dispatch>",
}


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
    read = {
        "GET /kiem-tra/<uuid:inspection>",
        "GET /oversight/agencies/<uuid:agency>/<kind>",
        "GET /bo-ho-so-minh-chung/cac-co-quan/<uuid:agency>",
    }
    assert of_department == SENT_TO_THE_DEPARTMENT | read | LEADS_ON


def test_ids_of_another_agencys_rows_open_nothing_here_and_open_there(prepared: Prepared) -> None:
    """The rows stand: who owns them is let in."""
    asked = [
        route
        for route in routes(prepared.app)
        if any(f"<uuid:{name}>" in route.rule.rule for name in prepared.elsewhere)
        # There the version is of a document, of which the other agency has none.
        and route.rule.endpoint.partition(".")[0] != "controlled_documents"
    ]
    assert {name for route in asked for name in route.rule.arguments} >= set(prepared.elsewhere)
    opened = {
        (route.name, who): told
        for route in asked
        for who in OURS
        if (told := prepared.answer(route, who, prepared.address_elsewhere(route)))
        not in {NOT_FOUND, REFUSED}
    }
    assert opened == {}
    shut_to_owner = {
        route.name
        for route in asked
        if (route.method == "GET" and "/minutes" not in route.name and "/import/" not in route.name)
        or route.name in SHOWN_ON_NO_PAGE
        if prepared.answer(route, "every_role_elsewhere", prepared.address_elsewhere(route)) != OK
    }
    assert shut_to_owner == set()


@pytest.mark.parametrize("asked", BY_QUESTION)
def test_ids_in_the_question_of_an_address_open_nothing_of_another_agency(
    prepared: Prepared, asked: str
) -> None:
    told = {}
    for who in ("secretary", "every_role_elsewhere"):
        client, _headers = prepared.client(who)
        told[who] = client.get(asked.format(**prepared.elsewhere)).status_code
    assert told == {"secretary": 404, "every_role_elsewhere": 200}


def test_an_id_that_opens_nothing_to_anybody_is_of_a_kind_that_was_not_prepared(prepared: Prepared) -> None:
    shut = {
        name
        for route in routes(prepared.app)
        if OK not in TABLE[route.name].values()
        for name in route.rule.arguments
        if f"<uuid:{name}>" in route.rule.rule
    }
    # A slip is read by all; its case is begun only where P08 is published, which it is not here.
    assert shut <= {*NOT_PREPARED, "token", "instance", "slip"}


def test_every_form_is_refused_without_its_hidden_field(prepared: Prepared) -> None:
    client, _headers = prepared.client("administrator")
    prepared.app.config["WTF_CSRF_ENABLED"] = True
    try:
        taken = [
            route.name
            for route in routes(prepared.app)
            if route.method != "GET" and "/api/" not in route.name
            for answer in [
                client.open(prepared.address(route), method=route.method, content_type="text/plain")
            ]
            if answer.status_code != 400
        ]
    finally:
        prepared.app.config["WTF_CSRF_ENABLED"] = False
    assert taken == []
