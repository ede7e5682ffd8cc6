"""Files with several processes: pools of a collaboration, partners' sides, and what passes between them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, ModelRefused
from engine.runtime import CompiledModel, RunningProcess, TriggerKind, compile_bundle
from engine.runtime.choosing import MOST_PROCESSES
from engine.runtime.compiling import compile_models, published_ids
from tests.engine.runtime.drawings import NOW, document

STEPS = (
    '<bpmn:startEvent id="{0}s"/><bpmn:userTask id="{0}a" name="Việc {0}"/>'
    '<bpmn:sequenceFlow id="{0}f" sourceRef="{0}s" targetRef="{0}a"/>'
)


def process(key: str, attributes: str = "", inner: str | None = None) -> str:
    return f'<bpmn:process id="{key}"{attributes}>{inner or STEPS.format(key.lower())}</bpmn:process>'


def pools(*flows: str, **named: str) -> str:
    participants = "".join(
        f'<bpmn:participant id="Pool_{key}" name="{name}" processRef="{key}"/>' for key, name in named.items()
    )
    return f'<bpmn:collaboration id="C">{participants}{"".join(flows)}</bpmn:collaboration>'


def bundled(*parts: str) -> Bundle:
    return Bundle(files={"model.bpmn": document(*parts).encode()})


def models(*parts: str) -> list[CompiledModel]:
    return list(compile_models(bundled(*parts)))


def refusal(*parts: str) -> list[tuple[str, str | None]]:
    with pytest.raises(ModelRefused) as caught:
        compile_models(bundled(*parts))
    return [(finding.rule, finding.element_id) for finding in caught.value.findings]


def told(model: CompiledModel, rule: str) -> list[Finding]:
    return [finding for finding in (*model.rewritten, *model.warnings) if finding.rule == rule]


def test_each_pool_is_a_process_of_its_own_and_named_by_its_pool() -> None:
    one, two = models(pools(ONE="Phòng một", TWO="Phòng hai"), process("ONE"), process("TWO"))
    assert (one.definition.process_id, one.definition.name) == ("ONE", "Phòng một")
    assert (two.definition.process_id, two.definition.name) == ("TWO", "Phòng hai")
    assert set(one.definition.activities) == {"ones", "onea"}
    assert set(two.definition.activities) == {"twos", "twoa"}


def test_a_process_is_run_by_its_id_and_without_one_the_first_that_is_executable() -> None:
    files = bundled(
        process("ONE"), process("TWO", ' isExecutable="true"'), process("THREE", ' isExecutable="true"')
    )
    assert compile_bundle(files).definition.process_id == "TWO"
    assert compile_bundle(files, process_id="THREE").definition.process_id == "THREE"
    assert compile_bundle(bundled(process("ONE"), process("TWO"))).definition.process_id == "ONE"
    with pytest.raises(ModelRefused) as caught:
        compile_bundle(files, process_id="FOUR")
    assert [finding.rule for finding in caught.value.findings] == ["process-unknown"]


def test_a_pool_without_process_or_with_an_empty_one_is_only_drawing() -> None:
    partner = '<bpmn:participant id="Pool_X" name="Người dân"/>'
    (only,) = models(
        pools(partner, ONE="Phòng một", TWO="Đối tác"), process("ONE"), '<bpmn:process id="TWO"/>'
    )
    assert only.definition.process_id == "ONE"
    assert refusal('<bpmn:process id="TWO"/>') == [("no-nodes", "TWO")]
    assert refusal() == [("no-process", "D")]


def test_a_process_that_is_called_in_the_file_is_part_of_its_caller() -> None:
    caller = process(
        "ONE",
        inner='<bpmn:startEvent id="s"/><bpmn:callActivity id="c" calledElement="TWO"/>'
        '<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="c"/>',
    )
    (one,) = models(caller, process("TWO"))
    assert one.definition.process_id == "ONE"
    assert "twoa" in one.definition.activities
    assert compile_bundle(bundled(caller, process("TWO")), process_id="TWO").definition.process_id == "TWO"


def test_what_is_wrong_in_any_process_refuses_the_file_and_is_told_once() -> None:
    wrong = process("TWO", inner='<bpmn:startEvent id="s"/><bpmn:scriptTask id="x"/>')
    assert refusal(process("ONE"), wrong)[0] == ("unsupported-scriptTask", "x")
    nameless = '<bpmn:choreography id="x"/>'
    assert refusal(nameless, process("ONE"), process("TWO")) == [("unsupported-choreography", "x")]


def test_where_one_process_is_executable_those_that_are_not_are_the_partners_side() -> None:
    marked = (process("ONE", ' isExecutable="false"'), process("TWO", ' isExecutable="true"'), process("SIX"))
    assert published_ids(bundled(*marked)) == {"TWO", "SIX"}
    assert published_ids(bundled(marked[0], process("SIX"))) == {"ONE", "SIX"}
    assert [model.definition.process_id for model in models(*marked)] == ["ONE", "TWO", "SIX"]


def test_a_file_of_too_many_processes_is_refused() -> None:
    assert refusal(*(process(f"P{number}") for number in range(MOST_PROCESSES + 1))) == [
        ("too-many-processes", None)
    ]


# Messages between the pools

SENDS = (
    '<bpmn:startEvent id="s1"/><bpmn:userTask id="u1"/>'
    '<bpmn:intermediateThrowEvent id="out" name="Gửi đi"><bpmn:messageEventDefinition{0}/>'
    "</bpmn:intermediateThrowEvent>"
    '<bpmn:sequenceFlow id="f1" sourceRef="s1" targetRef="u1"/>'
    '<bpmn:sequenceFlow id="f2" sourceRef="u1" targetRef="out"/>'
)
RECEIVES = (
    '<bpmn:startEvent id="s2"/>'
    '<bpmn:intermediateCatchEvent id="into" name="Nhận về"><bpmn:messageEventDefinition{0}/>'
    "</bpmn:intermediateCatchEvent>"
    '<bpmn:sequenceFlow id="f3" sourceRef="s2" targetRef="into"/>'
)


def flow(name: str = "", *, source: str = "out", target: str = "into", more: str = "") -> str:
    shown = f' name="{name}"' if name else ""
    return f'<bpmn:messageFlow id="MF_{source}"{shown} sourceRef="{source}" targetRef="{target}"{more}/>'


def exchange(*before: str, sends: str = "", receives: str = "", flows: str) -> list[CompiledModel]:
    return models(
        *before,
        pools(flows, ONE="Một", TWO="Hai"),
        process("ONE", inner=SENDS.format(sends)),
        process("TWO", inner=RECEIVES.format(receives)),
    )


def sent(model: CompiledModel) -> list[str]:
    case = RunningProcess.start(model, variables={}, now=NOW)
    case.complete(case.open_tasks()[0].id, {})
    return [message.name for message in case.outgoing()]


def awaited(model: CompiledModel) -> list[str | None]:
    case = RunningProcess.start(model, variables={}, now=NOW)
    return [event.name for event in case.waiting() if event.kind is TriggerKind.MESSAGE]


@pytest.mark.parametrize(
    ("flows", "name"),
    [(flow("Phiếu đề nghị"), "Phiếu đề nghị"), (flow(), "Nhận về")],
    ids=["named by the flow", "named by the receiver"],
)
def test_a_message_without_a_name_is_that_of_its_message_flow_on_both_sides(flows: str, name: str) -> None:
    one, two = exchange(flows=flows)
    assert (sent(one), awaited(two)) == ([name], [name])
    assert [finding.element_id for finding in told(one, "message-named-by-flow")] == ["out", "into"]


@pytest.mark.parametrize(
    ("sends", "receives", "more"),
    [
        (' messageRef="M"', "", ""),
        ("", ' messageRef="M"', ""),
        ("", "", ' messageRef="M"'),
        (' messageRef="M"', ' messageRef="M"', ""),
    ],
)
def test_a_message_that_one_end_names_is_that_of_the_other(sends: str, receives: str, more: str) -> None:
    message = '<bpmn:message id="M" name="Công văn"/>'
    one, two = exchange(message, sends=sends, receives=receives, flows=flow("Khác", more=more))
    assert (sent(one), awaited(two)) == (["Công văn"], ["Công văn"])


def test_a_message_element_without_a_name_takes_that_of_the_flow() -> None:
    one, two = exchange('<bpmn:message id="M"/>', sends=' messageRef="M"', flows=flow("Trả lời"))
    assert (sent(one), awaited(two)) == (["Trả lời"], ["Trả lời"])


def test_two_exchanges_that_bear_the_same_name_stay_apart() -> None:
    back = RECEIVES.format("").replace("into", "into2").replace("s2", "s3").replace("f3", "f4")
    again = (
        SENDS.format("").replace("out", "out2").replace("s1", "s4").replace("u1", "u4").replace('"f', '"g')
    )
    one, two, three, four = models(
        pools(flow("Phiếu"), flow("Phiếu", source="out2", target="into2"), ONE="1", TWO="2"),
        process("ONE", inner=SENDS.format("")),
        process("TWO", inner=RECEIVES.format("")),
        process("THREE", inner=back),
        process("FOUR", inner=again),
    )
    assert sent(one) == awaited(two) == ["Phiếu"]
    assert sent(four) == awaited(three) == ["Phiếu (2)"]


def test_ends_that_name_different_messages_are_refused() -> None:
    messages = '<bpmn:message id="M" name="Đến"/><bpmn:message id="N" name="Đi"/>'
    assert refusal(
        messages,
        pools(flow(), ONE="Một", TWO="Hai"),
        process("ONE", inner=SENDS.format(' messageRef="M"')),
        process("TWO", inner=RECEIVES.format(' messageRef="N"')),
    ) == [("message-flow-disagrees", "MF_out")]


def test_a_message_flow_to_a_closed_pool_or_from_a_plain_task_is_drawing(
    compiled: Callable[..., CompiledModel],
) -> None:
    one, two = exchange(flows=flow("Hỏi", target="Pool_X") + flow("Đáp", source="u1", target="Pool_X"))
    assert sent(one) == ["Hỏi"]
    assert awaited(two) == ["Nhận về"]
    compiled(document(pools(flow(source="a1", target="b1")), process("ONE")))
