"""Rehearsals: a script is played to a model under a test clock, and each step tells where the case stands."""

# ruff: noqa: E501  a drawing or a piece of XML reads best on its one line

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from engine.domain.values import Value
from engine.runtime import CompiledModel, compile_bundle, rehearsal
from engine.runtime.rehearsal import (
    FIRST_MOMENT,
    Rehearsal,
    Standing,
    Status,
    StepImpossible,
    read_script,
    read_step,
    rehearse,
)
from tests.engine.runtime.drawings import Drawing
from tests.engine.runtime.foreign import around, played
from tests.engine.runtime.test_random_drawings import Block, Writer, blocks

Play = Callable[..., tuple[Standing, ...]]
TWO_TASKS = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
SERVICE = "s:start\n a:user\n v:service phieu.mo\n b:user\n e:end\n s > a > v > b > e"


@pytest.fixture
def play(draw: Callable[[str], str], compiled: Callable[..., CompiledModel]) -> Play:
    """Where the case of a drawing stands after its start and after each step."""

    def steps_of(text: str, *steps: Mapping[str, object], types: str = "") -> tuple[Standing, ...]:
        xml = draw(text)
        if types:
            declared = "".join(
                f'<gov:variable name="{name}" type="{kind}"/>'
                for name, kind in (pair.split(":") for pair in types.split())
            )
            xml = xml.replace(
                'isExecutable="true">',
                f'isExecutable="true"><bpmn:extensionElements><gov:variables>{declared}</gov:variables></bpmn:extensionElements>',
                1,
            )
        return rehearse(compiled(xml), read_script(list(steps)))

    return steps_of


def open_ids(standing: Standing) -> list[str]:
    return [task.id for task in standing.open]


def waiting(standing: Standing) -> list[tuple[str, str, str | None]]:
    return [(each.id, each.kind, each.due.isoformat() if each.due else None) for each in standing.waiting]


def test_there_is_one_entry_for_the_start_and_one_after_each_step(play: Play) -> None:
    begun, first, second = play(TWO_TASKS, {"complete": "a", "data": {"x": 1}}, {"complete": "b"})
    assert (begun.status, open_ids(begun), begun.ended) == (Status.RUNNING, ["a"], ())
    assert (open_ids(first), first.variables) == (["b"], {"x": 1})
    assert (second.status, open_ids(second), second.ended) == (Status.COMPLETED, [], ("e",))


def test_a_start_with_variables_is_the_first_entry(play: Play) -> None:
    (begun,) = play(TWO_TASKS, {"start": {"x": 1}})
    assert begun.variables == {"x": 1}


def test_a_task_is_completed_by_its_name_too(play: Play) -> None:
    assert open_ids(play(TWO_TASKS, {"complete": "Bước a"})[-1]) == ["b"]


def test_open_tasks_come_with_name_and_lane(play: Play) -> None:
    (begun,) = play(TWO_TASKS)
    assert [(task.name, task.lane) for task in begun.open] == [("Bước a", None)]


@pytest.mark.parametrize(("name", "shown"), [('name=" Văn thư "', "Văn thư"), ("", "L")])
def test_a_lane_is_told_by_its_name_and_a_nameless_one_by_its_id(name: str, shown: str) -> None:
    lane = f'<laneSet id="LS"><lane id="L" {name}><flowNodeRef>a</flowNodeRef></lane></laneSet>'
    (begun,) = played(around(f'{lane}<userTask id="a"/>'), {"start": {}})
    assert [task.lane for task in begun.open] == [shown]


def test_the_nth_of_several_equal_tasks_is_completed(play: Play) -> None:
    drawing = "s:start\n a:user each x of ds into kq as y\n e:end\n s > a > e"
    done = play(
        drawing,
        {"start": {"ds": [1, 2]}},
        {"complete": "a", "data": {"y": "hai"}, "nth": 1},
        {"complete": "a", "data": {"y": "một"}},
    )[-1]
    assert done.variables["kq"] == ["một", "hai"]


@pytest.mark.parametrize(
    "step",
    [
        {"complete": "khong_co"},
        {"complete": "a", "nth": 1},
        {"complete": "b"},
        {"complete": "a", "nth": -1},
        {"complete": "a", "data": [1]},
        {"complete": 5},
        {"fail": "a"},
        {"advance": "3 ngày"},
        {"advance": "P9999Y"},
        {"advance_to": "2026-01-04"},
        {"save_load": "có"},
        {"message": "m", "payload": [1]},
        {"complete": "a", "advance": "P1D"},
        {},
        None,
        "complete",
    ],
)
def test_a_step_that_cannot_be_done_is_an_error_and_leaves_the_case_as_it_was(
    play: Play, step: Mapping[str, object]
) -> None:
    begun, failed, after = play(TWO_TASKS, step, {"complete": "a"})
    assert begun.error is None
    assert failed.error is not None
    assert failed.error.vi != failed.error.en
    assert (failed.status, open_ids(failed)) == (Status.RUNNING, ["a"])
    assert (after.error, open_ids(after)) == (None, ["b"])


def test_a_case_begins_only_once(play: Play) -> None:
    _, _, again = play(TWO_TASKS, {"complete": "a"}, {"start": {"x": 1}})
    assert again.error is not None
    assert (open_ids(again), again.variables) == (["b"], {})


def test_a_script_that_is_no_list_is_refused() -> None:
    with pytest.raises(StepImpossible):
        read_script({"complete": "a"})


def test_the_clock_begins_on_the_fifth_of_january_and_moves_by_the_script(play: Play) -> None:
    drawing = "s:start\n w:timer in P3D\n a:user\n e:end\n s > w > a > e"
    begun, early, due = play(drawing, {"advance": "P2DT23H"}, {"advance": "PT1H"})
    assert waiting(begun) == [("w", "timer", "2026-01-08T01:00:00+00:00")]
    assert (open_ids(early), waiting(early)) == ([], waiting(begun))
    assert (open_ids(due), waiting(due)) == (["a"], [])


def test_timers_that_follow_one_another_fire_each_at_its_own_moment(play: Play) -> None:
    drawing = "s:start\n w:timer in P1D\n w2:timer in P1D\n w3:timer in P1D\n e:end\n s > w > w2 > w3 > e"
    (_, after) = play(drawing, {"advance": "P2DT1H"})
    assert waiting(after) == [("w3", "timer", "2026-01-08T01:00:00+00:00")]


def test_an_interrupting_timer_takes_its_task_away(play: Play) -> None:
    drawing = "s:start\n a:user\n t:timer on a in PT1H\n b:user\n e:end\n e2:end\n s > a > e\n t > b\n b > e2"
    (_, after) = play(drawing, {"advance": "PT2H"})
    assert open_ids(after) == ["b"]


def test_dates_of_declared_variables_are_dates(play: Play) -> None:
    drawing = 's:start\n g:xor\n a:user\n b:user\n e:end\n s > g\n g > a if ngay > date("2026-01-31")\n g > b else\n a > e\n b > e'
    (begun,) = play(
        drawing,
        {"start": {"ngay": "2026-02-01", "luc": "2026-02-01T08:00:00+07:00", "tien": "0.10"}},
        types="ngay:date luc:datetime tien:decimal",
    )
    assert open_ids(begun) == ["a"]
    assert begun.variables["ngay"] == date(2026, 2, 1)
    assert begun.variables["luc"] == datetime(2026, 2, 1, 1, tzinfo=UTC)
    assert begun.variables["tien"] == Decimal("0.10")


def test_a_value_that_does_not_fit_its_type_is_an_error(play: Play) -> None:
    _, failed = play(TWO_TASKS, {"complete": "a", "data": {"ngay": "mai"}}, types="ngay:date")
    assert failed.error is not None
    assert "ngay" in failed.error.en
    assert open_ids(failed) == ["a"]


def test_service_tasks_complete_at_once(play: Play) -> None:
    begun, after = play(SERVICE, {"complete": "a"})
    assert open_ids(begun) == ["a"]
    assert (open_ids(after), waiting(after)) == (["b"], [])


def test_a_service_task_that_the_script_lets_fail_is_an_incident_and_can_be_repaired(play: Play) -> None:
    _, reached, failed, stored, repaired = play(
        SERVICE, {"complete": "a"}, {"fail": "v"}, {"save_load": True}, {"complete": "v", "data": {"so": 7}}
    )
    assert (reached.status, waiting(reached)) == (Status.RUNNING, [("v", "service", None)])
    assert (failed.status, waiting(failed)) == (Status.INCIDENT, [("v", "service", None)])
    assert failed.error is not None
    assert (stored.status, stored.error) == (Status.INCIDENT, None)
    assert (repaired.status, open_ids(repaired), repaired.variables) == (Status.RUNNING, ["b"], {"so": 7})


def test_a_service_task_kept_for_a_later_step_gives_way_when_its_next_task_is_asked_for(play: Play) -> None:
    drawing = "s:start\n j:xor\n v:service do.it\n a:user\n g:xor\n e:end\n s > j > v > a > g\n g > j if lai = true\n g > e else"
    _, again, failed = play(drawing, {"complete": "a", "data": {"lai": True}}, {"fail": "v"})
    assert waiting(again) == [("v", "service", None)]
    assert failed.status is Status.INCIDENT


def test_a_service_gets_the_answer_that_the_script_gives(play: Play) -> None:
    drawing = "s:start\n v:service phieu.mo result=phieu\n a:user\n e:end\n s > v > a > e"
    assert play(drawing, {"service": "v", "answer": "KPH-1"})[-1].variables == {"phieu": "KPH-1"}
    assert play(drawing, {"start": {"phieu": "KPH-0"}})[-1].variables == {"phieu": "KPH-0"}


def test_a_way_that_is_missing_is_an_incident_and_the_step_can_be_taken_again(play: Play) -> None:
    drawing = "s:start\n a:user\n g:xor\n b:user\n c:user\n e:end\n s > a > g\n g > b if x = 1\n g > c if x = 2\n b > e\n c > e"
    _, stuck, stored, moved = play(
        drawing,
        {"complete": "a", "data": {"x": 3}},
        {"save_load": True},
        {"complete": "a", "data": {"x": 2}},
    )
    assert (stuck.status, open_ids(stuck), stuck.variables) == (Status.INCIDENT, ["a"], {})
    assert stuck.error is not None
    assert stored.status is Status.INCIDENT
    assert (moved.status, open_ids(moved)) == (Status.RUNNING, ["c"])


def test_a_case_that_cannot_begin_is_an_incident_from_the_start(play: Play) -> None:
    drawing = (
        "s:start\n g:xor\n b:user\n c:user\n e:end\n s > g\n g > b if x = 1\n g > c if x = 2\n b > e\n c > e"
    )
    begun, after = play(drawing, {"complete": "b"})
    assert (begun.status, open_ids(begun)) == (Status.INCIDENT, [])
    assert begun.error is not None
    assert (after.status, after.error is not None) == (Status.INCIDENT, True)


def test_an_incident_at_a_timer_lets_the_time_pass_and_the_timer_wait(play: Play) -> None:
    drawing = "s:start\n w:timer in PT1H\n g:xor\n b:user\n c:user\n e:end\n s > w > g\n g > b if x = 1\n g > c if x = 2\n b > e\n c > e"
    _, stuck = play(drawing, {"advance": "P1D"})
    assert stuck.status is Status.INCIDENT
    assert waiting(stuck) == [("w", "timer", "2026-01-05T02:00:00+00:00")]


def test_a_loop_of_service_tasks_that_never_rests_is_told(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rehearsal, "MOST_ROUNDS", 50)
    drawing = "s:start\n a:user\n j:xor\n v:service do.it\n g:xor\n e:end\n s > a > j > v > g\n g > e if xong = true\n g > j else"
    _, restless = play(drawing, {"complete": "a"})
    assert restless.error is not None
    assert open_ids(restless) == ["a"]


def test_saving_and_loading_changes_nothing(play: Play) -> None:
    drawing = (
        "s:start\n a:user\n t:timer on a in P1D beside\n b:user\n e:end\n e2:end\n s > a > e\n t > b\n b > e2"
    )
    before, after = play(drawing, {"start": {"x": 1}}, {"save_load": True})
    assert before == after


@settings(max_examples=60, deadline=None)
@given(block=blocks, choices=st.lists(st.integers(0, 3), max_size=12))
def test_a_case_that_is_saved_between_all_steps_goes_the_same_way(block: Block, choices: list[int]) -> None:
    writer = Writer(lines=["s:start"])
    writer.lines += ["e:end", f"{writer.write(block, 's', 1)} > e"]
    model = compile_bundle(Bundle(files={"model.bpmn": Drawing("\n".join(writer.lines)).xml().encode()}))
    in_one_go, stored = Rehearsal(model), Rehearsal(model)
    begin = read_step({"start": writer.variables})
    standing = in_one_go.play(begin)
    assert stored.play(begin) == standing
    for choice in choices:
        if not standing.open:
            break
        names = [task.id for task in standing.open]
        name = names[choice % len(names)]
        step = read_step({"complete": name, "nth": choice % names.count(name)})
        assert stored.play(read_step({"save_load": True})) == standing
        standing = in_one_go.play(step)
        assert standing.error is None
        assert stored.play(step) == standing


def test_a_message_reaches_the_event_that_waits_for_it(play: Play) -> None:
    drawing = "s:start\n m:message Phan_hoi\n a:user\n e:end\n s > m > a > e"
    begun, after = play(drawing, {"message": "Phan_hoi", "payload": {"kq": "dat"}})
    assert waiting(begun) == [("m", "message", None)]
    assert (open_ids(after), after.variables) == (["a"], {"kq": "dat"})


def test_a_message_that_comes_early_is_kept_for_one_receiver(play: Play) -> None:
    drawing = "s:start\n a:user\n m:message Phan_hoi\n m2:message Phan_hoi\n e:end\n s > a > m > m2 > e"
    _, kept, _, after, done = play(
        drawing, {"message": "Phan_hoi"}, {"save_load": True}, {"complete": "a"}, {"message": "Phan_hoi"}
    )
    assert (open_ids(kept), kept.error) == (["a"], None)
    assert waiting(after) == [("m2", "message", None)]
    assert done.status is Status.COMPLETED


def test_a_message_that_nothing_in_the_model_receives_is_an_error(play: Play) -> None:
    _, failed = play(TWO_TASKS, {"message": "Phan_hoi"})
    assert failed.error is not None
    assert open_ids(failed) == ["a"]


def test_a_signal_reaches_all_that_wait_for_it_and_is_not_kept(play: Play) -> None:
    drawing = "s:start\n a:user\n w:signal Mat_dien\n e:end\n s > a > w > e"
    _, early, reached, heard = play(
        drawing, {"signal": "Mat_dien"}, {"complete": "a"}, {"signal": "Mat_dien"}
    )
    assert (early.error, open_ids(early)) == (None, ["a"])
    assert waiting(reached) == [("w", "signal", None)]
    assert heard.status is Status.COMPLETED


CAUGHT = "s:start\n v:service do.it\n m:error on v X\n a:user\n b:user\n e:end\n s > v > a > e\n m > b > e"


@pytest.mark.parametrize("code", [{}, {"code": "X"}])
def test_a_failure_is_caught_by_an_error_event_on_the_border(play: Play, code: Mapping[str, object]) -> None:
    begun, failed = play(CAUGHT, {"fail": "v", **code})
    assert waiting(begun) == [("v", "service", None)]
    assert (failed.status, open_ids(failed), failed.error) == (Status.RUNNING, ["b"], None)


def test_a_failure_with_another_code_is_an_incident(play: Play) -> None:
    assert play(CAUGHT, {"fail": "v", "code": "Y"})[-1].status is Status.INCIDENT


def test_an_error_end_that_nothing_catches_is_an_incident(play: Play) -> None:
    _, stuck = play("s:start\n a:user\n e:end error X\n s > a > e", {"complete": "a"})
    assert (stuck.status, stuck.ended) == (Status.INCIDENT, ())


def test_a_message_to_a_case_that_has_ended_is_an_error(play: Play) -> None:
    assert play("s:start\n e:end\n s > e", {"message": "Phan_hoi"})[-1].error is not None


def test_ends_of_sub_processes_are_reached_too(play: Play) -> None:
    drawing = (
        "s:start\n q:sub {\n s1:start\n a:user\n e1:end\n s1 > a > e1\n }\n b:user\n e:end\n s > q > b > e"
    )
    _, inner, stored, done = play(drawing, {"complete": "a"}, {"save_load": True}, {"complete": "b"})
    assert inner.ended == ("e1",)
    assert stored.ended == ("e1",)
    assert done.ended == ("e1", "e")


def test_an_office_may_answer_by_its_forms(
    draw: Callable[[str], str], compiled: Callable[..., CompiledModel]
) -> None:
    def doubled(_task: object, data: Mapping[str, Value]) -> dict[str, Value]:
        return {name: [value, value] for name, value in data.items()}

    played = Rehearsal(compiled(draw(TWO_TASKS)), answers=doubled)
    played.play(read_step({"start": {}, "at": "2026-06-25T08:00:00+07:00"}))
    assert played.now == datetime(2026, 6, 25, 1, tzinfo=UTC)
    assert played.play(read_step({"complete": "a", "data": {"x": 1}})).variables == {"x": [1, 1]}


def test_without_a_word_about_time_the_clock_stands_at_its_first_moment(
    draw: Callable[[str], str], compiled: Callable[..., CompiledModel]
) -> None:
    played = Rehearsal(compiled(draw(TWO_TASKS)))
    played.play(read_step({"start": {}}))
    assert played.now == FIRST_MOMENT == datetime(2026, 1, 5, 1, tzinfo=UTC)


TWO_PROCESSES = (
    '<bpmn:process id="A" isExecutable="true"><bpmn:startEvent id="s1"/><bpmn:userTask id="a"/><bpmn:endEvent id="e1"/><bpmn:sequenceFlow id="f1" sourceRef="s1" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="e1"/></bpmn:process>',
    '<bpmn:process id="B" isExecutable="true"><bpmn:startEvent id="s2"/><bpmn:manualTask id="b"/><bpmn:endEvent id="e2"/><bpmn:sequenceFlow id="f3" sourceRef="s2" targetRef="b"/><bpmn:sequenceFlow id="f4" sourceRef="b" targetRef="e2"/></bpmn:process>',
)


@pytest.mark.parametrize(("chosen", "task"), [("A", "a"), ("B", "b")])
def test_one_of_several_processes_of_a_file_is_chosen(
    wrap: Callable[..., str], chosen: str, task: str
) -> None:
    bundle = Bundle(files={"model.bpmn": wrap(*TWO_PROCESSES).encode()})
    model = compile_bundle(bundle, process_id=chosen)
    assert [open_ids(standing) for standing in rehearse(model, ())] == [[task]]
    with pytest.raises(ModelRefused):
        compile_bundle(bundle, process_id="C")
