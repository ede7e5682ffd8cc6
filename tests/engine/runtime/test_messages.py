"""Messages of a case: keys, what is carried and taken over, what stays inside and what goes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from engine.domain.messages import LONGEST_NAME, EventKind, correlation_key
from engine.domain.values import Value
from engine.runtime import CompiledModel, ProcessIncident, RunningProcess, compile_bundle
from engine.runtime.rehearsal import read_script, rehearse
from tests.engine.runtime.drawings import NOW, Case, Drawing

CATCH = "s:start\n w:message Tin\n a:user\n e:end\n s > w > a > e"
THROW = "s:start\n h:throw message Tin\n a:user\n e:end\n s > h > a > e"
BOTH = (
    "s:start\n p:and\n z:user\n d:send Tin\n r:receive Tin\n a:user\n e:end\n s > p\n p > z > d > e\n"
    " p > r > a > e"
)
KEYED = '<gov:message key="so"/>'


def model(drawing: str, extensions: Mapping[str, str] | None = None) -> CompiledModel:
    """The compiled drawing, its elements with these extensions."""
    xml = Drawing(drawing).xml()
    for element, inner in (extensions or {}).items():
        xml = re.sub(
            rf'(<bpmn:\w+ id="{element}"[^>]*[^/]>)',
            rf"\1<bpmn:extensionElements>{inner}</bpmn:extensionElements>",
            xml,
            count=1,
        )
    return compile_bundle(Bundle(files={"model.bpmn": xml.encode()}))


def begun(compiled: CompiledModel, **variables: Value) -> RunningProcess:
    """A case among others."""
    return RunningProcess.start(compiled, variables=variables, now=NOW)


def refusals(drawing: str, extensions: Mapping[str, str]) -> set[str]:
    with pytest.raises(ModelRefused) as refused:
        model(drawing, extensions)
    return {finding.rule for finding in refused.value.findings}


def test_a_receiver_waits_with_the_key_of_the_moment_at_which_it_began() -> None:
    case = begun(model(CATCH, {"w": KEYED}), so=12)
    case.set_variables({"so": 13})
    (waiting,) = RunningProcess.load(model(CATCH, {"w": KEYED}), case.dump(), NOW).subscriptions()
    assert (waiting.kind, waiting.name, waiting.key, waiting.element_id) == (
        EventKind.MESSAGE,
        "Tin",
        "12",
        "w",
    )


def test_each_instance_of_a_loop_waits_with_a_key_of_its_own() -> None:
    compiled = model("s:start\n r:receive Tin each so of ds\n e:end\n s > r > e", {"r": KEYED})
    case = begun(compiled, ds=["a", "b"])
    assert [one.key for one in case.subscriptions()] == ["a", "b"]
    assert case.correlate("Tin", {}, key="b")
    assert [one.key for one in case.subscriptions()] == ["a"]
    assert not case.correlate("Tin", {}, key="b")
    assert case.correlate("Tin", {}, key="a")
    assert case.completed


@pytest.mark.parametrize("start", ["w:message on a Tin beside", "q:handler {\n s1:start message Tin beside"])
def test_events_beside_the_flow_wait_with_a_key_too(start: str) -> None:
    inside = " b:user\n e1:end\n s1 > b > e1\n }" if "{" in start else "\n b:user\n e1:end\n w > b > e1"
    drawing = f"s:start\n a:user\n e:end\n s > a > e\n {start}\n{inside}"
    case = begun(model(drawing, {"s1": KEYED, "w": KEYED}), so=1)
    assert [one.key for one in case.subscriptions()] == ["1"]
    assert case.correlate("Tin", {}, key="1")
    assert sorted(one.element_id for one in case.open_tasks()) == ["a", "b"]


@pytest.mark.parametrize("value", [None, True, "", " ", [1], {"a": 1}, "x" * (LONGEST_NAME + 1)])
def test_a_key_that_is_none_is_an_incident_on_both_sides(value: Value) -> None:
    for drawing, element in ((CATCH, "w"), (THROW, "h")):
        with pytest.raises(ProcessIncident) as incident:
            begun(model(drawing, {element: KEYED}), so=value)
        assert incident.value.element_id == element
        assert "“so”" in incident.value.vi


def test_what_is_sent_goes_out_with_its_key_what_it_carries_and_how_long_it_is_kept() -> None:
    carrying = '<gov:message key="so" keep="P1M"><gov:parameter name="ten" value="ho + 1"/></gov:message>'
    case = begun(model(THROW, {"h": carrying}), so=5, ho=1, mat="x")
    (sent,) = case.outgoing()
    assert (sent.name, sent.key, sent.payload, sent.chosen) == ("Tin", "5", {"ten": 2}, True)
    assert sent.expires is not None
    assert NOW + timedelta(days=27) < sent.expires < NOW + timedelta(days=32)


def test_a_message_for_an_event_that_waits_in_the_case_stays_inside_if_the_keys_are_equal() -> None:
    keys = {"d": '<gov:message key="gui"/>', "r": '<gov:message key="cho"/>'}
    compiled = model(BOTH, keys)
    for sent_to, stays in (("1", True), ("2", False)):
        case = begun(compiled, cho="1", gui=sent_to)
        case.complete(case.open_tasks()[0].id, {})
        assert ([one.element_id for one in case.open_tasks()] == ["a"]) is stays
        assert [one.key for one in case.outgoing()] == ([] if stays else ["2"])


def test_a_case_among_others_keeps_nothing_for_itself() -> None:
    case = begun(model("s:start\n d:send Tin\n r:receive Tin\n e:end\n s > d > r > e"))
    assert (case.kept_messages(), [one.name for one in case.outgoing()]) == ((), ["Tin"])


def test_a_receiver_takes_over_what_it_names_and_nothing_else() -> None:
    taking = '<gov:message><gov:parameter name="kq" value="diem * 2"/></gov:message>'
    case = begun(model(CATCH, {"w": taking}), ho=1)
    assert case.correlate("Tin", {"diem": 4, "ho": 2})
    assert case.variables() == {"ho": 1, "kq": 8}


def test_what_is_named_is_handed_over_inside_a_case_too() -> None:
    handing = '<gov:message><gov:parameter name="a" value="x"/></gov:message>'
    taking = '<gov:message><gov:parameter name="b" value="a"/></gov:message>'
    case = begun(model(BOTH, {"d": handing, "r": taking}), x=3)
    case.complete(case.open_tasks()[0].id, {})
    assert case.variables() == {"x": 3, "b": 3}


def test_traffic_tells_each_change_once() -> None:
    compiled = model(BOTH)
    case = begun(compiled)
    assert case.has_traffic
    first = case.traffic()
    assert first is not None
    assert ([one.element_id for one in first.begun], first.ended, case.traffic()) == (["r"], (), None)
    again = RunningProcess.load(compiled, case.dump(), NOW)
    assert (again.has_traffic, again.traffic()) == (False, None)
    again.complete(again.open_tasks()[0].id, {})
    assert again.has_traffic
    last = again.traffic()
    assert last is not None
    assert (last.ended, last.begun, last.sent) == ((first.begun[0].id,), (), ())


def test_what_begins_and_ends_between_two_looks_is_no_change() -> None:
    compiled = model("s:start\n r:receive Tin\n d:receive Tin\n e:end\n s > r > d > e")
    case = begun(compiled)
    (waiting,) = case.subscriptions()
    assert case.correlate("Tin", {}, waiting_id=waiting.id)
    changed = case.traffic()
    assert changed is not None
    assert ([one.element_id for one in changed.begun], changed.ended) == (["d"], ())


@pytest.mark.parametrize(
    ("drawing", "extensions", "rule"),
    [
        (CATCH, {"w": '<gov:message key=""/>'}, "gov-attribute-missing"),
        (CATCH, {"w": '<gov:message key="so +"/>'}, "expression-unreadable"),
        (CATCH, {"w": '<gov:message keep="P1D"/>'}, "message-keep"),
        (THROW, {"h": '<gov:message keep="một ngày"/>'}, "message-keep"),
        (THROW, {"h": '<gov:message keep="P0D"/>'}, "message-keep"),
        (
            THROW,
            {"h": '<gov:message><gov:parameter name="a b" value="1"/></gov:message>'},
            "message-parameter",
        ),
        (THROW, {"h": '<gov:message><gov:parameter name="a"/></gov:message>'}, "gov-attribute-missing"),
        (THROW, {"h": f"{KEYED}{KEYED}"}, "gov-twice"),
        (THROW, {"h": '<gov:message agency="x"/>'}, "unknown-gov-attribute"),
        ("s:start message Tin\n a:user\n e:end\n s > a > e", {"s": KEYED}, "message-start-key"),
        ("s:start\n w:signal Tin\n e:end\n s > w > e", {"w": KEYED}, "message-missing"),
        ("s:start\n a:user\n e:end error X\n s > a > e", {"e": KEYED}, "message-missing"),
    ],
)
def test_what_a_message_may_not_say(drawing: str, extensions: Mapping[str, str], rule: str) -> None:
    assert rule in refusals(drawing, extensions)


def test_a_zeebe_subscription_is_read_as_the_key_of_all_that_speak_of_the_message() -> None:
    xml = (
        Drawing(BOTH)
        .xml()
        .replace(
            '<bpmn:message id="M_Tin" name="Tin"/>',
            '<bpmn:message id="M_Tin" name="Tin"><bpmn:extensionElements><zeebe:subscription'
            ' xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" correlationKey="= don.so"/>'
            "</bpmn:extensionElements></bpmn:message>",
        )
    )
    compiled = compile_bundle(Bundle(files={"model.bpmn": xml.encode()}))
    assert {one.element_id for one in compiled.rewritten if one.rule == "read-as-gov-message"} == {"d", "r"}
    case = begun(compiled, don={"so": 9})
    assert [one.key for one in case.subscriptions()] == ["9"]


def test_a_model_that_is_played_alone_needs_no_keys() -> None:
    compiled = model(CATCH, {"w": KEYED})
    for steps in ([{"message": "Tin"}], [{"start": {"so": 1}}, {"message": "Tin", "key": "1"}]):
        standing = rehearse(compiled, read_script(steps))[-1]
        assert [one.id for one in standing.open] == ["a"], standing.error
    other = rehearse(compiled, read_script([{"start": {"so": 1}}, {"message": "Tin", "key": "2"}]))[-1]
    assert other.open == ()


def test_a_message_kept_for_a_key_survives_saving_and_goes_to_that_key_alone() -> None:
    compiled = model(
        "s:start\n p:and\n z:user\n y:user\n r:receive Tin\n w:message Tin\n a:user\n b:user\n e:end\n"
        " s > p\n p > z > r > a > e\n p > y > w > b > e",
        {"r": '<gov:message key="mot"/>', "w": '<gov:message key="hai"/>'},
    )
    case = Case(compiled, {"mot": 1, "hai": 2}, stored=True)
    assert not case.process.correlate("Tin", {"x": 1}, key="2", keep=True)
    case.do("z").do("y")
    assert case.open == ["b"]


@given(st.integers(-(10**12), 10**12))
def test_equal_numbers_have_one_key(number: int) -> None:
    assert correlation_key(number) == correlation_key(float(number)) == correlation_key(str(number))


@given(st.text(max_size=LONGEST_NAME + 5))
def test_a_key_is_a_text_in_its_one_form_or_none(text: str) -> None:
    key = correlation_key(text)
    assert key is None or (0 < len(key) <= LONGEST_NAME and correlation_key(key) == key)


def test_the_start_event_that_happened_is_the_one_that_goes_on(
    compiled: Callable[..., CompiledModel],
) -> None:
    several = compiled(
        Drawing("m:start message Tin\n s:start\n a:user\n b:user\n e:end\n s > a > e\n m > b > e").xml()
    )
    for chosen, way in ((None, "a"), ("m", "b"), ("s", "a")):
        case = RunningProcess.start(several, variables={}, now=NOW, begins_at=chosen)
        assert [one.element_id for one in case.open_tasks()] == [way]
        case.complete(case.open_tasks()[0].id, {})
        assert case.completed
