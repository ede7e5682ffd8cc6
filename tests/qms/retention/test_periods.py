"""How long a record is kept: whole years, the nearest scope, the version of the day, the model's class."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.definition import ModelRefused
from engine.runtime import compile_bundle
from qms.legal_time.scopes import NATION, Scope, scopes_of
from qms.retention.lines import DEFAULT_CODE, RetentionLine, table_on
from qms.retention.shipped import SHIPPED
from tests.engine.cases import bundle, role

AGENCY = UUID(int=5)
SCOPES = scopes_of(AGENCY, "Tây Ninh")
LINE = RetentionLine(
    code=DEFAULT_CODE, name="x", years=5, basis="b", confirmed=True, valid_from=date(2025, 7, 1)
)
TODAY = date(2026, 11, 23)


@given(
    ended=st.dates(date(2000, 1, 1), date(2060, 12, 31)),
    years=st.integers(1, 100),
    today=st.dates(date(2000, 1, 1), date(2200, 1, 1)),
)
def test_what_the_list_calls_due_is_past_its_last_day_and_has_been_kept_whole_years(
    ended: date, years: int, today: date
) -> None:
    line = replace(LINE, years=years)
    until, before = line.kept_until(ended), line.ended_before(today)
    assert until is not None
    assert before is not None
    assert (ended < before) == (today > until)
    assert until >= ended
    if today > until:
        assert today.year - ended.year > years


def test_what_is_kept_for_ever_is_never_due() -> None:
    line = replace(LINE, years=None)
    assert line.kept_until(TODAY) is None
    assert line.ended_before(TODAY) is None


def test_the_nearest_scope_stands_above_the_others_and_in_it_the_newest_version() -> None:
    nation = replace(LINE, years=1, valid_from=date(2026, 6, 1))
    province = replace(LINE, years=2, scope=Scope(province="Tây Ninh"))
    own = replace(LINE, years=3, scope=Scope(agency=AGENCY))
    newer = replace(own, years=4, valid_from=date(2026, 1, 1))
    to_come = replace(own, years=6, valid_from=TODAY + timedelta(days=1))
    elsewhere = replace(LINE, years=7, scope=Scope(agency=UUID(int=6)))

    def years(*lines: RetentionLine) -> int | None:
        return table_on(lines, SCOPES, TODAY).by_code[DEFAULT_CODE].years

    assert years(LINE, nation) == 1
    assert years(nation, province) == 2
    assert years(newer, own, province, nation, to_come, elsewhere) == 4
    assert NATION in SCOPES


def test_a_case_is_of_the_class_its_model_names_else_of_the_one_listed_else_of_the_common_one() -> None:
    table = table_on(SHIPPED, SCOPES, TODAY)
    assert table.of_case("QMS_X", "").code == DEFAULT_CODE
    assert table.of_case("QMS_X", "HS_TTHC").code == "HS_TTHC"
    assert table.of_case("QMS_P06_CAP_NHAT_VBQPPL", "").code == "HS_ISO"
    assert table.of_case("QMS_X", "SO_DANG_KY").code == DEFAULT_CODE, "a register's class is none of a case"
    assert table.of_case("QMS_X", "KHONG_CO").code == DEFAULT_CODE


def test_nothing_that_is_shipped_can_be_destroyed_before_somebody_confirms_it() -> None:
    assert [line.code for line in SHIPPED if line.confirmed and line.years is not None] == []


@pytest.mark.parametrize(("written", "read"), [("HS_TTHC", "HS_TTHC"), ("hs tthc", None), ("", None)])
def test_a_model_names_the_class_of_its_cases(written: str, read: str | None) -> None:
    files = bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("THU_KY_ISO")})
    xml = files.files["model.bpmn"].decode()
    named = xml.replace("<bpmn:process ", f'<bpmn:process gov:retention="{written}" ', 1)
    changed = replace(files, files={**files.files, "model.bpmn": named.encode()})
    if read is None:
        with pytest.raises(ModelRefused) as refusal:
            compile_bundle(changed)
        assert [finding.rule for finding in refusal.value.findings] == ["retention-class"]
    else:
        assert compile_bundle(changed).definition.retention == read
