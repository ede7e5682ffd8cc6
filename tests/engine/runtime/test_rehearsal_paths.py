"""Calendar rehearsals: every way is taken, every date is told, and what cannot work is found."""

# ruff: noqa: E501  a drawing reads best on its one line

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings

from engine.domain.rehearsal_report import PathEnd, RehearsalReport, RehearsedPath, report_json
from engine.execution.beginning import LEGAL_DUE, OVERDUE_FROM, TARGET_DUE
from engine.runtime import compile_bundle
from engine.runtime.rehearsal_dates import CASE_DATES
from engine.runtime.rehearsal_paths import rehearse_paths
from qms.legal_time.rehearsing import shipped_legal_time
from tests.engine.cases import bundle, role
from tests.engine.runtime.test_random_drawings import Block, Writer, blocks

START = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
"""Monday 02/03/2026, half past eight."""
TWO_DAYS = role("CHUYEN_VIEN", '<gov:deadline workingDays="2"/><gov:escalation ladder="QMS"/>')
ONE_TASK = "s:start\n a:user\n e:end\n s > a > e"


def rehearsed(
    drawing: str,
    extensions: Mapping[str, str] | None = None,
    *,
    start: datetime = START,
    process: str = "",
    held_roles: frozenset[str] | None = None,
) -> RehearsalReport:
    files = bundle(drawing, extensions or {})
    if process:
        xml = files.files["model.bpmn"].decode()
        xml = xml.replace(
            'isExecutable="true">',
            f'isExecutable="true"><bpmn:extensionElements>{process}</bpmn:extensionElements>',
            1,
        )
        files = replace(files, files={"model.bpmn": xml.encode()})
    return rehearse_paths(compile_bundle(files), shipped_legal_time(), start, held_roles=held_roles)


def rules(report: RehearsalReport) -> dict[str, str | None]:
    return {finding.rule: finding.element_id for finding in report.findings}


def steps(path: RehearsedPath) -> list[str]:
    return [step.element_id for step in path.steps]


def test_the_names_of_the_dates_of_a_case_are_those_that_real_cases_get() -> None:
    assert CASE_DATES == (LEGAL_DUE, TARGET_DUE, OVERDUE_FROM)


def test_a_task_is_told_with_its_dates_its_ladder_and_the_moment_it_is_done() -> None:
    report = rehearsed(ONE_TASK, {"a": TWO_DAYS})
    (path,) = report.paths
    (step,) = path.steps
    assert (step.opened_at, step.target_due, step.legal_due) == (START, date(2026, 3, 4), date(2026, 3, 4))
    assert step.done_at == datetime(2026, 3, 4, 10, 0, tzinfo=UTC)  # 17:00, as the office closes
    assert (path.end, path.ended_at, path.ended_in) == (PathEnd.COMPLETED, step.done_at, ("e",))
    told = [
        (each.step, each.at.date(), each.told) for each in step.reminders if each.step in {"R3", "E1", "E2"}
    ]
    # Reminders ten and five days before fall before the opening and are left out.
    assert told == [
        ("R3", date(2026, 3, 3), True),
        ("E1", date(2026, 3, 4), True),
        ("E2", date(2026, 3, 9), False),
    ]
    assert (report.covered_flows, report.flows, report.verdict) == (2, 2, "clean")


def test_each_way_out_of_a_choice_is_taken_without_any_data() -> None:
    report = rehearsed(
        "s:start\n g:xor\n a:user\n b:user\n c:user\n e:end\n s > g\n g > a if so > 5\n g > b if so < 2\n g > c else\n a > e\n b > e\n c > e",
        dict.fromkeys("abc", TWO_DAYS),
    )
    assert {task for path in report.paths for task in steps(path)} == {"a", "b", "c"}
    assert (len(report.paths), report.covered_flows) == (3, report.flows)
    assert any("so > 5" in choice.vi for path in report.paths for choice in path.choices)


def test_an_inclusive_choice_is_taken_way_by_way_and_all_together() -> None:
    report = rehearsed(
        "s:start\n o:or\n a:user\n b:user\n j:or\n e:end\n s > o\n o > a if x = 1\n o > b if y = 1\n a > j\n b > j\n j > e",
        dict.fromkeys("ab", TWO_DAYS),
    )
    assert sorted(steps(path) for path in report.paths) == [["a"], ["a", "b"], ["b"]]
    assert all(path.end is PathEnd.COMPLETED for path in report.paths)


def test_a_loop_is_entered_at_most_twice() -> None:
    report = rehearsed(
        "s:start\n m:xor\n a:user\n g:xor\n e:end\n s > m > a > g\n g > e if duyet = true\n g > m else",
        {"a": TWO_DAYS},
    )
    assert report.covered_flows == report.flows
    assert max(len(path.steps) for path in report.paths) == 2
    assert [path.reworked for path in report.paths] == [False, True]


def test_a_task_that_nobody_does_lets_its_timer_fire_and_its_whole_ladder_be_told() -> None:
    report = rehearsed(
        "s:start\n a:user\n t:timer on a in P30D\n b:user\n e:end\n f:end\n s > a > e\n t > b > f",
        {"a": TWO_DAYS, "b": TWO_DAYS},
    )
    done, left = report.paths
    assert (steps(done), done.undisturbed, done.fired) == (["a"], True, ())
    assert (steps(left), left.undisturbed) == (["a", "b"], False)
    (timer,) = left.fired
    assert (timer.element_id, timer.at) == ("t", START + timedelta(days=30))
    assert left.steps[0].timers == (timer,)
    assert left.steps[0].done_at is None
    assert all(each.told for each in left.steps[0].reminders)
    assert not all(each.told for each in done.steps[0].reminders)


def test_a_timer_that_does_not_interrupt_leaves_the_case_waiting_for_the_person() -> None:
    report = rehearsed(
        "s:start\n a:user\n t:timer on a in P10D beside\n b:user\n e:end\n f:end\n s > a > e\n t > b > f",
        {"a": TWO_DAYS, "b": TWO_DAYS},
    )
    assert [(path.end, path.ended_in) for path in report.paths] == [
        (PathEnd.COMPLETED, ("e",)),
        (PathEnd.WAITS_FOR_PERSON, ("a",)),
    ]
    assert "path-dead-end" not in rules(report)


def test_days_off_are_skipped_behind_a_timer() -> None:
    report = rehearsed(
        "s:start\n w:timer in P2D\n a:user\n e:end\n s > w > a > e",
        {"a": TWO_DAYS},
        start=datetime(2026, 4, 29, 2, 0, tzinfo=UTC),
    )
    # Opened on the holiday of 01/05, so two working days later is Tuesday 05/05.
    (step,) = report.paths[0].steps
    assert (step.opened_at.date(), step.legal_due) == (date(2026, 5, 1), date(2026, 5, 5))


def test_a_message_that_never_comes_is_a_dead_end_unless_a_timer_runs() -> None:
    waiting = rehearsed("s:start\n m:message Tra_loi\n e:end\n s > m > e")
    assert [path.end for path in waiting.paths] == [PathEnd.COMPLETED, PathEnd.DEAD_END]
    assert rules(waiting)["path-dead-end"] == "m"
    raced = rehearsed(
        "s:start\n n:event\n m:message Tra_loi\n w:timer in P5D\n e:end\n f:end\n s > n\n n > m > e\n n > w > f"
    )
    assert sorted(path.ended_in for path in raced.paths) == [("e",), ("f",)]
    assert "path-dead-end" not in rules(raced)


def test_every_way_behind_the_timer_of_a_race_is_taken() -> None:
    report = rehearsed(
        "s:start\n n:event\n m:message Tin\n w:timer in P5D\n a:user\n x:xor\n e:end\n f:end\n"
        " s > n\n n > m > e\n n > w > a > x\n x > n\n x > f if gap = 1",
        {"a": TWO_DAYS},
    )
    assert report.covered_flows == report.flows
    assert {path.ended_in for path in report.paths} == {("e",), ("f",)}


def test_a_receive_task_with_a_timer_on_its_border_is_no_dead_end() -> None:
    report = rehearsed("s:start\n r:receive Tin\n t:timer on r in P5D\n e:end\n f:end\n s > r > e\n t > f")
    assert {path.ended_in for path in report.paths} >= {("e",), ("f",)}
    assert report.covered_flows == report.flows


def test_a_message_beside_the_flow_comes_on_a_path_of_its_own() -> None:
    report = rehearsed(
        "s:start\n a:user\n m:message on a Rut_ho_so\n e:end\n f:end\n s > a > e\n m > f", {"a": TWO_DAYS}
    )
    assert [path.ended_in for path in report.paths] == [("e",), ("f",)]
    assert report.paths[1].steps == () or report.paths[1].steps[0].done_at is None


def test_a_join_that_waits_for_ever_is_found() -> None:
    report = rehearsed(
        "s:start\n g:xor\n a:user\n b:user\n j:and\n e:end\n s > g\n g > a if x = 1\n g > b else\n a > j\n b > j\n j > e",
        dict.fromkeys("ab", TWO_DAYS),
    )
    assert {path.end for path in report.paths} == {PathEnd.INCIDENT}
    assert rules(report)["path-incident"] == "j"


def test_an_error_of_a_service_task_is_caught_on_one_path() -> None:
    report = rehearsed(
        "s:start\n v:service phieu.mo\n x:error on v\n a:user\n e:end\n f:end\n s > v > e\n x > a > f",
        {"a": TWO_DAYS},
    )
    assert [path.ended_in for path in report.paths] == [("e",), ("f",)]


def test_a_timer_before_the_target_takes_the_task_away_and_another_path_is_in_time() -> None:
    report = rehearsed(
        "s:start\n a:user\n t:timer on a in PT4H\n e:end\n f:end\n s > a > e\n t > f", {"a": TWO_DAYS}
    )
    assert {path.ended_in for path in report.paths} == {("e",), ("f",)}
    in_time = next(path for path in report.paths if path.ended_in == ("e",))
    assert START < (in_time.ended_at or START) < START + timedelta(hours=4)
    assert report.covered_flows == report.flows


def test_an_error_that_a_sub_process_throws_is_not_taken_for_its_end() -> None:
    report = rehearsed(
        "s:start\n q:sub {\n i:start\n a:user\n g:xor\n x:end error E1\n o:end\n i > a > g\n g > x if sai = true\n g > o else\n }\n"
        " m:error on q E1\n b:user\n e:end\n f:end\n s > q > e\n m > b > f",
        {"a": TWO_DAYS, "b": TWO_DAYS},
    )
    assert {path.ended_in for path in report.paths} == {("e",), ("f",)}
    assert report.covered_flows == report.flows


def test_what_stands_in_sub_processes_and_calls_is_seen_with_two_of_each() -> None:
    report = rehearsed(
        "s:start\n q:sub each x of ds {\n i:start\n a:user\n o:end\n i > a > o\n }\n c:call P2\n e:end\n s > q > c > e\n"
        " P2:process {\n i2:start\n b:user\n o2:end\n i2 > b > o2\n }",
        {"a": TWO_DAYS, "b": TWO_DAYS},
    )
    (path,) = report.paths
    assert [(step.element_id, step.loop_index) for step in path.steps] == [("a", 0), ("a", 1), ("b", None)]
    assert report.covered_flows == report.flows


def test_a_sequential_loop_has_its_two_one_after_the_other() -> None:
    report = rehearsed("s:start\n a:user times so one-by-one\n e:end\n s > a > e", {"a": TWO_DAYS})
    first, second = report.paths[0].steps
    assert (first.done_at, second.legal_due) == (second.opened_at, date(2026, 3, 6))


def test_a_timer_whose_moment_only_a_real_case_knows_is_assumed_and_said() -> None:
    report = rehearsed("s:start\n w:timer at ngay_hen\n e:end\n s > w > e")
    (path,) = report.paths
    assert path.ended_at == START + timedelta(days=30)
    assert any("thời điểm chưa biết" in choice.vi for choice in path.choices)


def test_steps_that_together_take_longer_than_the_law_gives_are_found() -> None:
    chain = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
    three = role("CHUYEN_VIEN", '<gov:deadline workingDays="3"/>')
    late = rehearsed(chain, {"a": three, "b": three}, process='<gov:deadline workingDays="5"/>')
    found = next(each for each in late.findings if each.rule == "case-deadline-unreachable")
    assert "cần 6 ngày làm việc" in found.message_vi
    assert "chỉ có 5" in found.message_vi
    assert rules(late)["step-due-after-case"] == "b"
    enough = rehearsed(chain, {"a": three, "b": three}, process='<gov:deadline workingDays="6"/>')
    assert rules(enough) == {}


def test_the_longest_way_is_looked_at_even_where_each_flow_lies_on_a_shorter_one() -> None:
    ten, one = (role("CHUYEN_VIEN", f'<gov:deadline workingDays="{days}"/>') for days in (10, 1))
    report = rehearsed(
        "s:start\n g:xor\n a:user\n b:user\n m:xor\n h:xor\n c:user\n d:user\n e:end\n"
        " s > g\n g > a if x = 1\n g > b else\n a > m\n b > m\n m > h\n h > c if y = 1\n h > d else\n c > e\n d > e",
        {"a": ten, "b": one, "c": one, "d": ten},
        process='<gov:deadline workingDays="15"/>',
    )
    assert steps(report.paths[0]) == ["a", "d"]
    assert "case-deadline-unreachable" in rules(report)


def test_a_task_that_comes_up_past_its_due_date_is_found() -> None:
    report = rehearsed(
        "s:start\n a:user\n b:user\n e:end\n s > a > b > e",
        {"a": TWO_DAYS, "b": role("CHUYEN_VIEN", '<gov:deadline date="date(&quot;2026-03-03&quot;)"/>')},
    )
    assert rules(report)["task-late-at-opening"] == "b"


def test_a_task_without_a_deadline_and_a_role_that_nobody_holds_are_found() -> None:
    report = rehearsed(ONE_TASK, {"a": role("PHAP_CHE")}, held_roles=frozenset({"CHUYEN_VIEN"}))
    assert rules(report) == {"task-without-deadline": "a", "task-held-by-nobody": "a"}
    assert report.findings[0].line > 1
    held = rehearsed(ONE_TASK, {"a": TWO_DAYS}, held_roles=frozenset({"CHUYEN_VIEN"}))
    assert rules(held) == {}


def test_a_path_longer_than_twelve_months_is_found() -> None:
    report = rehearsed("s:start\n w:timer in P400D\n e:end\n s > w > e")
    assert [path.end for path in report.paths] == [PathEnd.HORIZON]
    assert "path-too-long" in rules(report)


def test_a_timer_that_comes_again_and_again_does_not_hold_the_rehearsal_up() -> None:
    report = rehearsed(
        "s:start\n a:user\n t:timer on a every R/P1D beside\n b:user\n e:end\n f:end\n s > a > e\n t > b > f",
        {"a": TWO_DAYS, "b": TWO_DAYS},
    )
    assert [len(path.fired) for path in report.paths][-1] == 2
    assert report.covered_flows == report.flows


def test_a_year_that_is_not_confirmed_yet_is_told() -> None:
    report = rehearsed(ONE_TASK, {"a": TWO_DAYS}, start=datetime(2030, 1, 7, 2, 0, tzinfo=UTC))
    assert "calendar-unconfirmed" in rules(report)
    assert report.paths[0].steps[0].unconfirmed


def test_an_unknown_policy_and_an_unknown_ladder_are_found_and_stop_nothing() -> None:
    more = '<gov:deadline policy="DL-KHONG-CO"/><gov:escalation ladder="LA"/>'
    other = '<gov:deadline workingDays="1"/><gov:escalation ladder="LA"/>'
    report = rehearsed(
        "s:start\n a:user\n b:user\n e:end\n s > a > b > e",
        {"a": role("CHUYEN_VIEN", more), "b": role("CHUYEN_VIEN", other)},
    )
    assert (rules(report)["deadline-refused"], rules(report)["ladder-unknown"]) == ("a", "b")
    assert report.paths[0].end is PathEnd.COMPLETED


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (datetime(2026, 12, 30, 9, 5, tzinfo=UTC), date(2027, 1, 4)),
        (datetime(2026, 12, 30, 1, 0, tzinfo=UTC), date(2027, 1, 4)),
        (datetime(2026, 12, 31, 1, 0, tzinfo=UTC), date(2027, 1, 5)),
    ],
)
def test_what_is_handed_in_before_new_year_is_due_after_it(start: datetime, due: date) -> None:
    report = rehearsed(ONE_TASK, {"a": TWO_DAYS}, start=start)
    assert report.paths[0].steps[0].legal_due == due


def test_the_bound_is_said_where_it_was_hit() -> None:
    gates = [f"g{n}" for n in range(70)]
    lines = [
        *(f"{gate}:xor" for gate in gates),
        *(f"e{n}:end" for n in range(70)),
        "s:start",
        "z:end",
        "s > g0",
    ]
    for number, (gate, following) in enumerate(pairwise([*gates, "z"])):
        lines += [f"{gate} > e{number} if x = {number}", f"{gate} > {following} else"]
    report = rehearsed("\n".join(lines))
    assert report.covered_flows < report.flows
    assert "giới hạn" in next(each.message_vi for each in report.findings if each.rule == "not-rehearsed")


def test_the_same_model_and_start_give_the_same_report() -> None:
    drawing = "s:start\n g:xor\n a:user\n t:timer on a in P9D\n b:user\n e:end\n f:end\n s > g\n g > a if x = 1\n g > b else\n a > e\n b > e\n t > f"
    first, second = (report_json(rehearsed(drawing, {"a": TWO_DAYS, "b": TWO_DAYS})) for _ in range(2))
    assert first == second


@settings(max_examples=8, deadline=None)
@given(blocks)
def test_whatever_is_drawn_is_covered_and_time_never_goes_back(block: Block) -> None:
    writer = Writer()
    last = writer.write(block, "s", 1)
    text = "\n".join([*writer.lines, "s:start", "e:end", f"{last} > e"])
    report = rehearsed(text)
    assert report.paths
    for path in report.paths:
        opened = [step.opened_at for step in path.steps]
        assert opened == sorted(opened)
        assert all(step.done_at is None or step.done_at >= step.opened_at for step in path.steps)
        assert (path.ended_at is None) == (path.end not in {PathEnd.COMPLETED, PathEnd.INCIDENT})
    # Nothing throws the error that some of these drawings would catch.
    assert report.flows - report.covered_flows <= text.count("start error")
