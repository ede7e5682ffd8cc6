"""Which version of a form holds, what follows it, and what is said of a bundle that uses it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bpmn
from engine.domain.forms import parse_form
from qms.form_templates.judging import JudgedForm, Verdict, dead_forms, judged_forms
from qms.form_templates.rules import (
    KnownForm,
    TemplateStanding,
    form_key,
    noted_forms,
    standing_on,
    used_instead,
    with_note,
)
from qms.form_templates.shipped import SHIPPED

TODAY = date(2026, 12, 1)
REGISTER = tuple(
    KnownForm(code=one.code, name=one.name, valid_from=one.valid_from, valid_to=one.valid_to)
    for one in SHIPPED
)
OLD = {one.code: one for one in REGISTER if one.valid_to}
NEW = {one.code: one for one in REGISTER if not one.valid_to}


def noting(code: str, valid_from: str) -> dict[str, bytes]:
    """A bundle with one form that notes a template."""
    form = {"title": "Phiếu", "template": {"code": code, "valid_from": valid_from}, "components": []}
    return {"model.bpmn": b"", "forms/phieu.json": json.dumps(form).encode()}


def judged(code: str, valid_from: date, day: date = TODAY) -> JudgedForm:
    """What is said of the one form."""
    (one,) = judged_forms(noting(code, valid_from.isoformat()), REGISTER, day)
    return one


def test_the_slips_of_the_one_stop_shop_ship_as_six_and_then_seven_forms_that_can_be_used() -> None:
    assert [len(OLD), len(NEW)] == [6, 7]
    for one in SHIPPED:
        assert parse_form(json.loads(one.content)).title.vi == one.name
    assert {one.valid_to for one in OLD.values()} == {one.valid_from for one in NEW.values()}


def test_a_form_that_moved_to_another_number_is_followed_under_its_name() -> None:
    assert used_instead(REGISTER, OLD["Mẫu 05"], TODAY) == NEW["Mẫu 06"]
    assert used_instead(REGISTER, OLD["Mẫu 06"], TODAY) == NEW["Mẫu 07"]
    said = judged("Mẫu 05", OLD["Mẫu 05"].valid_from)
    assert said.verdict is Verdict.DEAD
    assert "Mẫu 06 “Phiếu kiểm soát quá trình giải quyết hồ sơ” có hiệu lực từ 15/09/2025" in said.vi
    assert "Mẫu 06" in said.en


def test_a_form_that_was_renamed_is_followed_under_its_number() -> None:
    assert used_instead(REGISTER, OLD["Mẫu 04"], TODAY) == NEW["Mẫu 04"]
    assert "Văn bản xin lỗi và đề nghị gia hạn" in judged("Mẫu 04", OLD["Mẫu 04"].valid_from).vi


def test_what_an_office_follows_with_is_its_own_before_anybody_elses() -> None:
    own = replace(OLD["Mẫu 01"], own=True)
    next_own = replace(NEW["Mẫu 01"], own=True, valid_from=date(2026, 1, 1))
    assert used_instead((*REGISTER, own, next_own), own, TODAY) == next_own
    assert used_instead((*REGISTER, own, next_own), OLD["Mẫu 01"], TODAY) == NEW["Mẫu 01"]


@pytest.mark.parametrize(
    ("form", "verdict", "words"),
    [
        (NEW["Mẫu 01"], Verdict.FIT, ""),
        (replace(NEW["Mẫu 01"], withdrawn=True), Verdict.DEAD, "đã bị thu hồi; hãy chọn mẫu khác"),
        (replace(NEW["Mẫu 01"], valid_from=TODAY + timedelta(1)), Verdict.DEAD, "chưa có hiệu lực"),
        (replace(NEW["Mẫu 01"], valid_to=TODAY), Verdict.DEAD, "không còn hiệu lực"),
        (replace(NEW["Mẫu 01"], valid_to=TODAY + timedelta(1)), Verdict.ENDING, "đến trước ngày 02/12/2026"),
    ],
)
def test_a_form_is_judged_on_the_day_of_effect(form: KnownForm, verdict: Verdict, words: str) -> None:
    (one,) = judged_forms(noting(form.code, form.valid_from.isoformat()), (form,), TODAY)
    assert one.verdict is verdict
    assert words in one.vi
    assert bool(one.en) == bool(one.vi)


def test_a_form_in_force_whose_successor_is_known_names_it() -> None:
    day = OLD["Mẫu 01"].valid_to
    assert day is not None
    said = judged("mẫu số 1", OLD["Mẫu 01"].valid_from, day - timedelta(1))
    assert said.verdict is Verdict.ENDING
    assert "từ đó dùng bản có hiệu lực từ 15/09/2025" in said.vi


def test_forms_of_shipped_models_name_versions_that_ship_and_hold() -> None:
    said = {
        path: one.verdict
        for path in Path(bpmn.__file__).parent.rglob("forms/*.json")
        for one in judged_forms({f"forms/{path.name}": path.read_bytes()}, REGISTER, TODAY)
    }
    assert set(said.values()) == {Verdict.FIT}
    assert len(said) >= 2


@pytest.mark.parametrize("noted", [("Mẫu 99", "2025-09-15"), ("Mẫu 01", "2025-09-16"), ("Mẫu 01", "hôm qua")])
def test_a_version_that_the_register_lacks_is_unknown(noted: tuple[str, str]) -> None:
    (one,) = judged_forms(noting(*noted), REGISTER, TODAY)
    assert one.verdict is Verdict.UNKNOWN
    assert "2025-09" not in one.vi  # days are told as people write them


def test_a_template_taken_byte_for_byte_is_known_without_a_note_and_in_its_newest_version() -> None:
    content = SHIPPED[0].content
    forms = tuple(replace(one, sha256="") for one in REGISTER)
    assert dead_forms({"forms/a.json": content}, forms, TODAY) == ()
    digest = hashlib.sha256(content).hexdigest()
    both = (replace(NEW["Mẫu 01"], sha256=digest), replace(OLD["Mẫu 01"], sha256=digest))
    (one,) = noted_forms({"forms/a.json": content}, both)
    assert one.known == both[0]


@pytest.mark.parametrize("content", [b"", b"[1]", b"\xff", b'{"template": 5}', b"[" * 100_000])
def test_what_is_no_form_notes_nothing(content: bytes) -> None:
    assert not list(judged_forms({"forms/a.json": content, "decisions/a.dmn": b"{}"}, REGISTER, TODAY))


def test_a_noted_form_says_where_it_comes_from_and_keeps_the_rest() -> None:
    noted = json.loads(with_note(SHIPPED[0].content, "Mẫu 01", date(2025, 9, 15)))
    assert noted.pop("template") == {"code": "Mẫu 01", "valid_from": "2025-09-15"}
    assert noted == json.loads(SHIPPED[0].content)


@given(
    number=st.integers(0, 999), zeros=st.integers(0, 3), words=st.sampled_from(["Mẫu số", "mau", "MẪU  SỐ"])
)
def test_a_code_is_the_same_however_it_is_written(number: int, zeros: int, words: str) -> None:
    assert form_key(f"{words} {'0' * zeros}{number}") == form_key(f"Mẫu {number}")
    assert form_key(f"Mẫu {number}") != form_key(f"Mẫu {number + 1}")


@given(begins=st.integers(-5, 5), lasts=st.none() | st.integers(1, 5), withdrawn=st.booleans())
def test_a_version_holds_exactly_on_the_days_between_its_first_and_its_end(
    begins: int,
    lasts: int | None,
    withdrawn: bool,  # noqa: FBT001 - of hypothesis
) -> None:
    first = TODAY + timedelta(begins)
    ends = None if lasts is None else first + timedelta(lasts)
    form = KnownForm(code="M", name="M", valid_from=first, valid_to=ends, withdrawn=withdrawn)
    days = [TODAY + timedelta(each) for each in range(-12, 13)]
    holding = [day for day in days if form.holds_on(day)]
    assert holding == [day for day in days if not withdrawn and first <= day and (not ends or day < ends)]
    assert (standing_on(form, TODAY) is TemplateStanding.IN_FORCE) == (TODAY in holding)
