"""Service tasks: what an operator writes commits with its step, failures wait and then ask for a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import cast
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from engine.commands.run_next_job import BACKOFF, OperatorUnknown, run_next_job
from engine.domain.errors import Invalid
from engine.domain.states import InstanceState, JobState
from engine.domain.values import Value
from engine.execution.number_series import next_number
from engine.ports import OperatorCall
from engine.store.tables import NumberSeries
from tests.engine.cases import (
    at_once,
    bundle,
    history,
    incidents,
    jobs,
    kinds,
    offer,
    publish,
    role,
    start,
    withdraw,
)
from tests.engine.chain import assert_whole
from tests.office import Office
from workers import work

ONE_SERVICE = "s:start\n v:service dich_vu.ghi result=kq n=so\n a:user\n e:end\n s > v > a > e"
SECRETARY = {"a": role("THU_KY_ISO")}
SERIES = "DV"


class OutOfPaper(Invalid):
    """What the trial service says when it cannot."""

    def __init__(self) -> None:
        super().__init__(vi="Máy in hết giấy.", en="The printer is out of paper.")


@dataclass
class Service:
    """Takes a number of its own series each time it runs; the first runs fail after that."""

    failures: int = 0
    error: Exception = field(default_factory=OutOfPaper)
    calls: list[OperatorCall] = field(default_factory=list)

    def __call__(self, call: OperatorCall) -> Value:
        self.calls.append(call)
        number = next_number(cast("Session", call.session), call.agency, SERIES, 2026)
        if len(self.calls) <= self.failures:
            raise self.error
        return {"so": number, "ngay": date(2026, 11, 23)}


def begun(office: Office, service: Service) -> UUID:
    """A case that waits for the service."""
    offer(office, dich_vu__ghi=service)
    publish(office, bundle(ONE_SERVICE, SECRETARY))
    return start(office, so=7)


def run(office: Office) -> bool:
    return run_next_job(office.system.store, office.system.surroundings, office.now)


def numbers_taken(office: Office) -> int:
    with office.system.store.reading() as session:
        return session.scalar(select(NumberSeries.last).where(NumberSeries.series == SERIES)) or 0


def test_an_operator_gets_its_parameters_and_its_answer_goes_into_the_case(office: Office) -> None:
    service = Service()
    instance = begun(office, service)
    assert [job.operator for job in jobs(office, instance)] == ["dich_vu.ghi"]
    assert run(office)
    assert not run(office)
    (call,) = service.calls
    assert (call.parameters, call.variables, call.instance) == ({"n": 7}, {"so": 7}, instance)
    assert (jobs(office, instance), numbers_taken(office)) == ([], 1)
    (task,) = office.tasks(instance)
    assert task.name == "Bước a"


def test_nothing_runs_in_the_transaction_that_starts_a_case(office: Office) -> None:
    service = Service()
    begun(office, service)
    assert service.calls == []


def test_a_failing_service_is_tried_again_after_growing_pauses_and_then_once_for_good(office: Office) -> None:
    service = Service(failures=3)
    instance = begun(office, service)
    for pause in BACKOFF[:3]:
        assert run(office)
        (job,) = jobs(office, instance)
        assert job.run_at == office.now + pause
        assert job.last_error == "The printer is out of paper."
        assert not run(office)
        assert office.tasks(instance) == []
        office.clock.move_to(job.run_at - timedelta(seconds=1))
        assert not run(office)
        office.clock.move_to(job.run_at)
    assert run(office)
    assert (jobs(office, instance), incidents(office, instance)) == ([], [])
    assert (numbers_taken(office), len(office.tasks(instance))) == (1, 1)
    assert kinds(office, instance).count("job.completed") == 1
    assert {call.idempotency_key for call in service.calls} == {service.calls[0].idempotency_key}
    assert_whole(office, instance)


def test_after_the_last_try_an_incident_says_what_is_wrong_and_nothing_is_half_written(
    office: Office,
) -> None:
    instance = begun(office, Service(failures=99))
    office.pass_days(1)
    (job,) = jobs(office, instance)
    assert (job.state, job.attempts) == (JobState.EXHAUSTED, len(BACKOFF) + 1)
    (incident,) = incidents(office, instance)
    assert (incident.element_id, incident.job_id) == ("v", job.id)
    assert (incident.message_vi, incident.message_en) == (
        "Máy in hết giấy.",
        "The printer is out of paper.",
    )
    assert kinds(office, instance) == ["instance.started", "incident.opened", "mail.sent", "mail.sent"]
    assert (numbers_taken(office), office.tasks(instance)) == (0, [])
    assert_whole(office, instance)
    assert not run(office)


def test_a_failure_that_no_one_foresaw_is_told_without_its_inner_words(office: Office) -> None:
    instance = begun(office, Service(failures=99, error=RuntimeError("password=hunter2")))
    office.pass_days(1)
    (incident,) = incidents(office, instance)
    assert "RuntimeError" in incident.message_en
    assert "hunter2" not in incident.message_en + incident.message_vi


def test_a_broken_statement_of_an_operator_breaks_its_own_step_only(office: Office) -> None:
    def broken(call: OperatorCall) -> Value:
        cast("Session", call.session).execute(text("SELECT 1 / 0"))
        return None

    offer(office, dich_vu__ghi=broken)
    publish(office, bundle(ONE_SERVICE, SECRETARY))
    instance = start(office, so=7)
    assert run(office)
    (job,) = jobs(office, instance)
    assert (job.attempts, job.last_error is None) == (1, False)


def test_a_service_that_nobody_offers_ends_as_an_incident(office: Office) -> None:
    offer(office, dich_vu__ghi=Service())
    publish(office, bundle(ONE_SERVICE, SECRETARY))
    withdraw(office, "dich_vu.ghi")
    instance = start(office, so=7)
    office.pass_days(1)
    (incident,) = incidents(office, instance)
    assert (incident.element_id, incident.message_en) == ("v", OperatorUnknown("dich_vu.ghi").en)


def test_when_the_process_cannot_take_the_answer_what_the_operator_wrote_is_undone(office: Office) -> None:
    drawing = (
        "s:start\n v:service dich_vu.ghi\n g:xor\n a:user\n b:user\n e:end\n s > v > g\n"
        " g > a if so = 100\n g > b if so = 200\n a > e\n b > e"
    )
    offer(office, dich_vu__ghi=Service())
    publish(office, bundle(drawing, {"a": role("THU_KY_ISO"), "b": role("THU_KY_ISO")}))
    instance = start(office)
    office.pass_days(1)
    assert (numbers_taken(office), office.tasks(instance)) == (0, [])
    (incident,) = incidents(office, instance)
    assert incident.message_vi.startswith("Quy trình không đi tiếp được")
    assert_whole(office, instance)


def test_a_failing_case_does_not_hold_up_the_others(office: Office) -> None:
    def only_even(call: OperatorCall) -> Value:
        if call.parameters["n"] in {1, 3}:
            raise OutOfPaper
        return None

    offer(office, dich_vu__ghi=only_even)
    publish(office, bundle(ONE_SERVICE, SECRETARY))
    cases = [start(office, so=number) for number in range(5)]
    work.run_processes(office.system, office.now)
    assert [len(office.tasks(case)) for case in cases] == [1, 0, 1, 0, 1]


@pytest.mark.parametrize("workers", [2, 4])
def test_workers_side_by_side_run_each_job_once(office: Office, workers: int) -> None:
    service = Service()
    offer(office, dich_vu__ghi=service)
    publish(office, bundle(ONE_SERVICE, SECRETARY))
    cases = [start(office, so=number) for number in range(8)]
    at_once(*[partial(work.run_processes, office.system, office.now)] * workers)
    work.run_processes(office.system, office.now)
    assert sorted(call.instance for call in service.calls) == sorted(cases)
    assert numbers_taken(office) == len(cases)
    for case in cases:
        assert kinds(office, case).count("job.completed") == 1


def test_an_ended_case_leaves_no_job_behind(office: Office) -> None:
    drawing = """
        s:start\n p:and\n a:user\n x:terminate\n v:service dich_vu.ghi\n e:end
        s > p\n p > a > x\n p > v > e
    """
    service = Service()
    offer(office, dich_vu__ghi=service)
    publish(office, bundle(drawing, SECRETARY))
    instance = start(office)
    office.complete("thuky", office.tasks(instance)[0].id, {})
    assert (office.instance(instance).state, jobs(office, instance)) == (InstanceState.COMPLETED, [])
    assert (service.calls, history(office, instance)[-1].kind) == ([], "instance.completed")
