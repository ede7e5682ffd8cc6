"""Ladders as text: read as they were written, and refused in words."""

import json
from typing import Any

import pytest

from engine.domain.errors import Invalid
from engine.domain.escalation_seeds import LADDERS
from engine.domain.escalation_steps import (
    Audience,
    CountedFrom,
    Ladder,
    LadderUnsound,
    NamedRole,
    NewHolder,
    OpenNonconformity,
    RaisePriority,
    Reassign,
    Standing,
    StartProcess,
    Step,
    StepKind,
    StepUnsound,
    UnknownRecipient,
)
from engine.domain.escalation_text import LadderUnreadable, ladder_text, read_ladder


def step(code: str, **given: Any) -> Step:
    usual: dict[str, Any] = {"amount": 0, "to": (Audience.ASSIGNEE,), "mail": "M03"}
    return Step(code=code, kind=StepKind.ESCALATION, from_=CountedFrom.LEGAL, **{**usual, **given})


def ladder(*steps: Step) -> Ladder:
    return Ladder(code="THU", steps=steps)


@pytest.mark.parametrize("shipped", LADDERS.values(), ids=lambda ladder: ladder.code)
def test_a_ladder_is_read_as_it_was_written(shipped: Ladder) -> None:
    assert read_ladder(ladder_text(shipped)) == shipped


def test_everything_a_step_may_say_is_read_as_it_was_written() -> None:
    full = ladder(
        step(
            "A",
            amount=3,
            to=(Audience.UNIT_HEAD, NamedRole(role="LD_MOT_CUA")),
            holds_for=frozenset({Standing.CLAIMED}),
            only_owed_to_department=True,
            every=2,
            actions=(
                Reassign(to=NewHolder.UNIT_HEAD),
                RaisePriority(to=3),
                OpenNonconformity(),
                StartProcess(key="QMS_P99_THU", variables={"ly_do": "trễ hạn"}),
            ),
        )
    )
    assert read_ladder(ladder_text(full)) == full


SOUND = json.loads(ladder_text(ladder(step("A"), step("B", amount=1))))


def spoiled(**changes: object) -> str:
    return json.dumps({**SOUND, "steps": [{**SOUND["steps"][0], **changes}]})


@pytest.mark.parametrize(
    ("text", "refusal", "says"),
    [
        ("{", LadderUnreadable, "JSON"),
        ("[]", LadderUnreadable, "thang"),
        (json.dumps({**SOUND, "steps": []}), LadderUnsound, "chưa có bậc nào"),
        (json.dumps({**SOUND, "steps": [SOUND["steps"][0]] * 2}), LadderUnsound, "hai bậc cùng mã A"),
        (json.dumps({**SOUND, "code": "thang"}), LadderUnsound, "mã thang"),
        (json.dumps({**SOUND, "more": 1}), LadderUnreadable, "more"),
        (spoiled(to=["giam_doc"]), UnknownRecipient, "giam_doc"),
        (spoiled(to=["role:lãnh đạo"]), UnknownRecipient, "role:lãnh đạo"),
        (spoiled(unit="percent", amount=101), StepUnsound, "1 đến 100 phần trăm"),
        (spoiled(unit="percent", amount=0), StepUnsound, "1 đến 100 phần trăm"),
        (spoiled(unit="weeks"), LadderUnreadable, "A.unit"),
        (spoiled(amount=400), StepUnsound, "366 ngày làm việc"),
        (spoiled(amount="3"), LadderUnreadable, "A.amount"),
        (spoiled(unit="working_minutes", amount=-99_999), StepUnsound, "phút"),
        (spoiled(code="a b"), StepUnsound, "mã bậc"),
        (spoiled(to=[]), StepUnsound, "không báo ai"),
        (spoiled(mail=""), StepUnsound, "mẫu thư"),
        (spoiled(holds_for=[]), StepUnsound, "trạng thái"),
        (spoiled(kind="reminder", every=1), StepUnsound, "lặp lại"),
        (spoiled(every=0), StepUnsound, "lặp lại"),
        (spoiled(only_owed="có"), LadderUnreadable, "A.only_owed"),
        (spoiled(actions=[{"do": "dismiss"}]), LadderUnreadable, "A.actions"),
        (spoiled(actions=[{"do": "raise_priority", "to": 10}]), StepUnsound, "ưu tiên"),
        (spoiled(actions=[{"do": "start_process", "key": " "}]), StepUnsound, "mã quy trình"),
    ],
)
def test_a_ladder_that_cannot_be_climbed_is_refused_in_words(
    text: str, refusal: type[Invalid], says: str
) -> None:
    with pytest.raises(refusal) as refused:
        read_ladder(text)
    assert says in refused.value.vi
    assert refused.value.en
