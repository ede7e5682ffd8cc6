"""The data of the demo office hold together."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

import qms.demo_office
from qms.organisation.roles import Role

FOLDER = Path(qms.demo_office.__file__).parent
LEADERS = {"LDVP", "BCD-ISO", "CC-TDC"}
"""Units that own no procedure."""

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def holders(role: Role) -> list[Row]:
    return [person for person in rows("people.csv") if role in person["roles"].split(";")]


def test_every_row_belongs_to_an_agency_and_a_unit_that_exist() -> None:
    codes = {
        agency["code"] for agency in json.loads((FOLDER / "agency.json").read_text(encoding="utf-8")).values()
    }
    units = {(unit["agency"], unit["code"]) for unit in rows("units.csv")}
    assert {agency for agency, _ in units} == codes
    for row in rows("people.csv") + rows("procedures.csv"):
        assert (row["agency"], row["unit"]) in units


def test_every_working_unit_has_one_head_and_two_or_three_officers() -> None:
    for unit in {unit["code"] for unit in rows("units.csv")} - LEADERS:
        assert len([head for head in holders(Role.UNIT_HEAD) if head["unit"] == unit]) == 1, unit
        assert len([officer for officer in holders(Role.OFFICER) if officer["unit"] == unit]) in {2, 3}, unit


@pytest.mark.parametrize(
    ("role", "username"),
    [
        (Role.ISO_SECRETARY, "thuky"),
        (Role.STEERING_HEAD, "truongbcd"),
        (Role.LEGAL_OFFICER, "phapche"),
        (Role.REGISTRY_CLERK, "vanthu"),
        (Role.FINANCE, "taivu"),
        (Role.DEPARTMENT_OFFICER, "socv"),
    ],
)
def test_each_single_role_has_its_holder(role: Role, username: str) -> None:
    found = [person["username"] for person in holders(role) if person["username"] != "vanthuso"]
    assert found == [username]


def test_the_agency_and_the_department_that_oversees_it_have_an_administrator_each() -> None:
    found = [(person["agency"], person["username"]) for person in holders(Role.ADMINISTRATOR)]
    assert found == [("VP-UBND-TN", "quantri"), ("SKHCN-TN", "quantriso")]


def test_the_head_of_the_agency_can_sign_in_as_chanhvp() -> None:
    assert "chanhvp" in {person["username"] for person in holders(Role.AGENCY_HEAD)}


def test_every_officer_has_an_account_a_role_and_an_address_that_reaches_nobody() -> None:
    people = rows("people.csv")
    assert len({person["username"] for person in people}) == len(people)
    assert len({person["full_name"] for person in people}) == len(people)
    for person in people:
        assert person["username"].isascii()
        assert person["username"].isalnum()
        assert person["email"].endswith(".example")
        assert {Role(role) for role in person["roles"].split(";")}
        assert date.fromisoformat(person["valid_from"]) == date(2024, 1, 1)


def test_every_citation_names_a_procedure_and_a_document_of_the_register() -> None:
    procedures = {procedure["code"] for procedure in rows("procedures.csv")}
    documents = {document["number"] for document in rows("legal_documents.csv")}
    citations = rows("citations.csv")
    assert {citation["procedure"] for citation in citations} == procedures
    assert {citation["number"] for citation in citations} <= documents


@pytest.mark.parametrize(
    ("number", "procedures"),
    [
        ("217/2026/NĐ-CP", {"1.013225", "1.013227"}),
        ("03/2026/QH16", {"1.001193", "1.004873"}),
        ("168/2025/NĐ-CP", {"1.001612"}),
    ],
)
def test_a_new_document_meets_the_procedures_that_rest_on_it(number: str, procedures: set[str]) -> None:
    assert {row["procedure"] for row in rows("citations.csv") if row["number"] == number} == procedures


def test_legal_documents_follow_in_time() -> None:
    documents = rows("legal_documents.csv")
    assert len({document["number"] for document in documents}) == len(documents)
    for document in documents:
        days = [
            date.fromisoformat(document[key])
            for key in ("signed_on", "effective_on", "expires_on")
            if document[key]
        ]
        assert days == sorted(days), document["number"]


def test_the_documents_of_the_acceptance_cases_have_their_dates() -> None:
    effective = {document["number"]: document["effective_on"] for document in rows("legal_documents.csv")}
    assert effective["217/2026/NĐ-CP"] == "2026-07-01"
    assert effective["03/2026/QH16"] == "2027-03-01"
