"""The form of a ladder: nothing is lost on the way through it, and what is wrong is told at its row."""

from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from engine.domain.errors import Invalid
from engine.domain.escalation_seeds import LADDERS
from engine.domain.escalation_steps import (
    Audience,
    CountedFrom,
    Ladder,
    NamedRole,
    NewHolder,
    OpenNonconformity,
    RaisePriority,
    Reassign,
    Standing,
    StartProcess,
    Step,
    StepKind,
    StepUnit,
)
from web.ladders.fields import BadField
from web.ladders.form import ladder_from, sent_rows, texts_of

EVERYTHING = Ladder(
    code="RIENG",
    name_vi="Riêng",
    name_en="Own",
    steps=(
        Step(
            code="E1",
            kind=StepKind.ESCALATION,
            amount=-90,
            unit=StepUnit.WORKING_MINUTES,
            from_=CountedFrom.TARGET,
            to=(Audience.AGENCY_HEAD, NamedRole(role="VAN_THU")),
            mail="M04",
            only_owed_to_department=True,
            holds_for=frozenset({Standing.CLAIMED}),
            every=2,
            actions=(
                RaisePriority(to=3),
                Reassign(to=NewHolder.UNIT_HEAD),
                OpenNonconformity(),
                StartProcess(key="QMS_P08", variables={"nguon": "Trễ hạn", "muc": "a = b"}),
            ),
        ),
        Step(
            code="R9",
            kind=StepKind.REMINDER,
            amount=-120,
            unit=StepUnit.WORKING_MINUTES,
            from_=CountedFrom.LEGAL,
            to=(Audience.ASSIGNEE,),
            mail="M02",
        ),
    ),
)


def filled(ladder: Ladder) -> MultiDict[str, str]:
    """What a browser sends of the form of a ladder when nothing was changed."""
    texts = texts_of(ladder)
    rows = texts.pop("rows")
    assert isinstance(rows, list)
    sent: MultiDict[str, str] = MultiDict({name: str(text) for name, text in texts.items()})
    sent["rows"] = str(len(rows) + 1)
    for number, row in enumerate(rows):
        for name, value in row.items():
            for text in value if isinstance(value, list) else [value]:
                sent.add(f"s{number}-{name}", text)
    last = f"s{len(rows)}-"  # an empty row, as every form ends with
    for name, text in (("kind", "reminder"), ("unit", "working_days"), ("side", "before"), ("mail", "M02")):
        sent.add(last + name, text)
    return sent


@pytest.mark.parametrize("ladder", [*LADDERS.values(), EVERYTHING], ids=lambda ladder: ladder.code)
def test_a_ladder_comes_back_from_its_form_as_it_was(ladder: Ladder) -> None:
    assert ladder_from(filled(ladder)) == ladder


def test_a_step_that_is_struck_out_goes_and_an_empty_row_is_no_step() -> None:
    sent = filled(LADDERS["QMS"])
    sent["strike"] = "1"
    assert [step.code for step in ladder_from(sent).steps] == ["R1", "R3", "E1", "E2", "E3", "E4"]
    assert len(sent_rows(sent)) == 6


def test_percents_of_the_time_are_never_before() -> None:
    sent = filled(LADDERS["TTHC"])
    sent["s0-side"] = "before"
    assert ladder_from(sent).steps[0].amount == 50


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("s0-code", ""),
        ("s1-amount", "mười"),
        ("s1-amount", "-3"),
        ("s1-amount", "١"),
        ("s1-amount", "9" * 400),
        ("s2-unit", "weeks"),
        ("s2-from", ""),
        ("s2-kind", "x"),
        ("s0-to", "ai_do"),
        ("s0-every", "mỗi"),
        ("s0-holder", "nobody"),
        ("s0-holds_for", "x"),
        ("s0-priority", "cao"),
        ("name_vi", " "),
        ("name_vi", "x" * 400),
        ("rows", "-1"),
        ("rows", "1000"),
    ],
)
def test_a_wrong_field_is_named(field: str, text: str) -> None:
    sent = filled(LADDERS["QMS"])
    sent[field] = text
    with pytest.raises(BadField) as refused:
        ladder_from(sent)
    assert refused.value.field == field


def test_values_of_a_process_are_written_one_a_line() -> None:
    sent = filled(EVERYTHING)
    sent["s0-values"] = "nguon"
    with pytest.raises(BadField) as refused:
        ladder_from(sent)
    assert refused.value.field == "s0-values"


@pytest.mark.parametrize(
    ("field", "text"), [("code", "thang 1"), ("s1-code", "R1"), ("s0-priority", "0"), ("s0-amount", "9999")]
)
def test_what_the_ladder_itself_refuses_is_refused(field: str, text: str) -> None:
    sent = filled(LADDERS["QMS"])
    sent[field] = text
    with pytest.raises(Invalid):
        ladder_from(sent)
