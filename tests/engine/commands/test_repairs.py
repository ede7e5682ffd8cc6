"""Repairing a case: variables changed and tokens moved, with old and new on record."""

from __future__ import annotations

import json
from datetime import date
from uuid import uuid4

import pytest

from engine.commands.change_variables import ChangeVariables, change_variables
from engine.domain.interventions import (
    NothingToChange,
    ScopeGone,
    VariableNameUnfit,
    VariableTypeWrong,
)
from engine.domain.moves import PlaceGone, TargetUnknown
from engine.domain.states import InstanceState, TaskState
from engine.domain.values import Value
from engine.runtime import ProcessIncident
from tests.engine.cases import bundle, kinds, publish, start
from tests.engine.chain import assert_whole
from tests.engine.repairs import (
    CHOICE,
    REASON,
    ROLES,
    change,
    data,
    move,
    opened,
    place,
    scopes,
    suspend,
    why,
)
from tests.office import Office


def test_changed_variables_stand_in_the_history_with_old_and_new_values(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office, kq="co", ngay=date(2026, 11, 1), so=1)
    change(office, instance, ngay=date(2026, 12, 1), so=1, moi="x")
    (scope,) = scopes(office, instance)
    assert scope.variables["ngay"] == date(2026, 12, 1)
    told = data(office, instance, "variables.changed")
    assert json.loads(str(told["old"])) == {"moi": None, "ngay": {"$": "date", "value": "2026-11-01"}}
    assert json.loads(str(told["new"])) == {"moi": "x", "ngay": {"$": "date", "value": "2026-12-01"}}
    assert told["reason"] == REASON
    assert_whole(office, instance)


def test_a_change_leads_the_case_another_way(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office, kq="co")
    change(office, instance, kq="khong")
    office.complete("thuky", office.task("thuky", "Bước a"), {})
    assert opened(office, instance) == ["c"]


def test_a_change_that_meets_a_condition_moves_the_case_on_and_may_end_it(office: Office) -> None:
    publish(office, bundle("s:start\n w:condition so = 9\n e:end\n s > w > e", {}))
    instance = start(office, so=1)
    suspend(office, instance)
    change(office, instance, so=9)
    assert office.instance(instance).state == InstanceState.COMPLETED


def test_the_variables_of_one_instance_of_a_loop_are_changed_alone(office: Office) -> None:
    publish(office, bundle("s:start\n a:user each ai of ds\n e:end\n s > a > e", ROLES))
    instance = start(office, ds=["x", "y"])
    second = scopes(office, instance)[2]
    change(office, instance, scope=second.id, ai="z")
    assert [one.variables.get("ai") for one in scopes(office, instance)] == [None, "x", "z"]
    with pytest.raises(ScopeGone):
        change(office, instance, scope=str(uuid4()), ai="z")


def test_declared_types_hold_for_administrators_too(office: Office) -> None:
    declared = '<gov:variables><gov:variable name="so" type="number"/></gov:variables>'
    files = bundle(CHOICE, {**ROLES, "P": declared})
    publish(office, files)
    instance = start(office, so=1)
    values: tuple[Value, ...] = ("1", True, date(2026, 1, 1), [1])
    for wrong in values:
        with pytest.raises(VariableTypeWrong):
            change(office, instance, so=wrong)
    change(office, instance, so=2)


def test_a_change_of_nothing_or_under_an_unfit_name_is_refused(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office, kq="co")
    with pytest.raises(NothingToChange):
        change(office, instance, kq="co")
    unfit: dict[str, Value] = {"kết quả": 1}
    with pytest.raises(VariableNameUnfit):
        change_variables(
            office.system.store,
            office.system.surroundings,
            ChangeVariables(instance=instance, values=unfit, intervention=why(office)),
            office.now,
        )
    assert "variables.changed" not in kinds(office, instance)


def test_a_token_moved_cancels_here_and_opens_there(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office)
    move(office, instance, place(office, instance, "a"), "c")
    assert opened(office, instance) == ["c"]
    states = {task.element_id: task.state for task in office.tasks(instance)}
    assert states == {"a": TaskState.CANCELLED, "c": TaskState.OPEN}
    told = data(office, instance, "token.moved")
    assert told == {"from": "a", "to": "c", "after": False, "starving": [], "reason": REASON}
    assert_whole(office, instance)
    office.complete("thuky", office.task("thuky", "Bước c"), {})
    assert office.instance(instance).state == InstanceState.COMPLETED


def test_a_suspended_case_stays_suspended_when_its_token_is_moved(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office)
    suspend(office, instance)
    move(office, instance, place(office, instance, "a"), "c")
    assert (office.instance(instance).state, opened(office, instance)) == (InstanceState.SUSPENDED, ["c"])


def test_a_refused_move_changes_nothing(office: Office) -> None:
    publish(office, bundle(CHOICE, ROLES))
    instance = start(office)
    here = place(office, instance, "a")
    with pytest.raises(TargetUnknown):
        move(office, instance, here, "khong_co")
    with pytest.raises(PlaceGone):
        move(office, instance, str(uuid4()), "c")
    with pytest.raises(ProcessIncident):
        move(office, instance, here, "g")
    assert (opened(office, instance), kinds(office, instance)[-1]) == (["a"], "task.created")
    assert office.tasks(instance)[0].state == TaskState.OPEN
