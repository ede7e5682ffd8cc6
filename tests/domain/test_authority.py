"""One module says who may do what: nothing decides beside it, and what people read of it is what it says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.assignment import Grant, MandatedGrant, Viewer
from engine.domain.authority import RULES, Part, Power, Reach, may, may_for_some, roles_with
from engine.domain.authority_sentences import TOLD
from engine.domain.authority_words import PARTS, REACHES
from engine.domain.mandates import Mandate, MandateForm
from qms.organisation.roles import ROLE_NAMES, Role
from tests.domain.authority_page import PAGE, written_page

ROOT = Path(__file__).resolve().parents[2]
ASKED_HERE = {"engine/domain/assignment.py", "engine/domain/authority.py"}
UNIT, OTHER_UNIT = uuid4(), uuid4()


def viewer(*roles: str, unit: UUID | None = None) -> Viewer:
    grants = tuple(Grant(role=role, unit=unit) for role in roles)
    return Viewer(person=uuid4(), agency=uuid4(), grants=grants)


def test_every_power_has_one_rule_and_its_sentences_in_both_languages() -> None:
    assert list(RULES) == list(TOLD) == list(Power)
    assert set(PARTS) == set(Part)
    assert set(REACHES) == set(Reach)
    for told in TOLD.values():
        assert told.reason.vi.endswith(".")
        assert told.reason.en.endswith(".")
        assert told.title.vi != told.title.en


def test_rules_name_roles_of_the_catalogue_alone() -> None:
    named = {role for rule in RULES.values() for role in (*rule.roles, *rule.of_unit)}
    assert named <= set(Role) == set(ROLE_NAMES)


def test_nothing_asks_for_a_role_beside_the_module() -> None:
    asking = {
        str(path.relative_to(ROOT))
        for room in ("engine", "qms", "web", "workers")
        for path in (ROOT / room).rglob("*.py")
        if not path.is_relative_to(ROOT / "engine" / "runtime")
        and not path.is_relative_to(ROOT / "engine" / "domain" / "forms")
        and re.search(r"\.holds\(", path.read_text("utf-8"))
    }
    assert asking == ASKED_HERE


@given(
    power=st.sampled_from(Power),
    roles=st.sets(st.sampled_from(Role)),
    parts=st.sets(st.sampled_from(Part)),
    of_unit=st.sampled_from([None, UNIT, OTHER_UNIT]),
)
def test_a_power_comes_from_a_role_of_the_agency_one_of_the_unit_or_a_part(
    power: Power, roles: set[Role], parts: set[Part], of_unit: UUID | None
) -> None:
    rule = RULES[power]
    expected = bool(
        roles & set(rule.roles) or parts & set(rule.parts) or (of_unit == UNIT and roles & set(rule.of_unit))
    )
    assert may(viewer(*roles, unit=UNIT), power, unit=of_unit, parts=parts) is expected


@given(power=st.sampled_from(Power), role=st.sampled_from(Role))
def test_what_is_held_by_a_mandate_gives_no_power(power: Power, role: Role) -> None:
    mandate = Mandate(
        id=uuid4(),
        principal=uuid4(),
        form=MandateForm.AUTHORISED,
        decision="12/QĐ-VP",
        decided_on=None,
        valid_from=date(2026, 9, 1),
        valid_to=None,
    )
    acting = Viewer(
        person=uuid4(),
        agency=uuid4(),
        grants=(),
        mandated=(MandatedGrant(role=role, unit=None, mandate=mandate),),
    )
    assert not may(acting, power, unit=UNIT)
    assert not may_for_some(acting, power)


@pytest.mark.parametrize(
    ("power", "roles"),
    [
        (Power.SEE_CONFIDENTIAL, {"LD_CQ"}),
        (Power.DECIDE_ON_RECORDS, {"LD_CQ"}),
        (Power.INTERVENE, {"QUAN_TRI"}),
        (Power.SEE_CASE, {"THU_KY_ISO", "LD_CQ", "TRUONG_BCD", "QUAN_TRI"}),
        (Power.OVERSEE, {"SO_CV", "QUAN_TRI"}),
        (Power.PUBLISH_MODEL, set()),
    ],
)
def test_the_gravest_powers_stay_where_they_are(power: Power, roles: set[str]) -> None:
    assert set(roles_with(power)) == roles


def test_a_head_of_unit_assigns_in_the_own_unit_alone() -> None:
    head = viewer("LD_PHONG", unit=UNIT)
    assert may(head, Power.ASSIGN_TASK, unit=UNIT)
    assert not may(head, Power.ASSIGN_TASK, unit=OTHER_UNIT)
    assert not may(head, Power.ASSIGN_TASK)


def test_the_page_of_the_documentation_says_what_the_module_says() -> None:
    assert PAGE.read_text("utf-8") == written_page(), "run: python -m tests.domain.authority_page"
