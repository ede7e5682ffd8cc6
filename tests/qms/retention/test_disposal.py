"""Disposal: only what is past its period, by minutes, by two hands; what is left is proved."""

# ruff: noqa: S608  statements of constants and of our own ids

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.orm import Session

from engine.commands.mark_confidential import MarkConfidential, mark_confidential
from engine.domain.disposal import GONE, CaseDisposed
from engine.domain.errors import Refusal
from engine.domain.interventions import Intervention
from engine.domain.refusals import NotAuthorised
from engine.execution.history import canonical
from engine.queries.history_record import record_lines
from engine.queries.instance import instance_view
from qms.retention.acting import Act
from qms.retention.carrying_out import CarryOutDisposal, carry_out_disposal
from qms.retention.holds import LiftHold, PlaceHold, lift_hold, place_hold
from qms.retention.proposals import (
    ApproveDisposal,
    EndDisposal,
    approve_disposal,
    reject_disposal,
    withdraw_disposal,
)
from qms.retention.refusals import (
    CaseHeld,
    CaseNotEnded,
    CaseNotThere,
    CaseProposedAlready,
    ClassNotConfirmed,
    DisposalStateWrong,
    ListChanged,
    MinutesDayWrong,
    MinutesMissing,
    MinutesNumberUsed,
    NotApproved,
    PeriodNotOver,
    SameHand,
)
from tests.engine.cases import history, start
from tests.engine.commands.test_seal_day import tamper
from tests.office import Office
from tests.qms.retention.kept_cases import (
    CLERK,
    HEAD,
    KEY,
    LATER,
    OTHER_HEAD,
    SECRET,
    act,
    approve,
    carry_out,
    case,
    confirm_period,
    disposed,
    ended,
    later,
    minutes,
    propose,
    verified,
)
from workers.verify_history import verify


def refused(kind: type[Refusal], office: Office, cases: list[UUID], by: str = CLERK) -> None:
    with pytest.raises(kind):
        propose(office, cases, by)


def test_what_is_destroyed_leaves_code_dates_and_proof_and_nothing_of_what_was_typed(office: Office) -> None:
    (one,) = disposed(office)
    row = case(office, one)
    assert row.disposed_at == office.now
    assert row.code.startswith("THU-")
    everything = _dump(office)
    assert SECRET not in everything
    assert SECRET.encode().hex() not in everything
    report = verified(office)
    assert report.findings == []
    assert [(each.code, each.minutes) for each in report.destroyed] == [(row.code, "12/BB-TH")]
    last = history(office, one)[-1]
    assert last.kind == "record.disposed"
    with pytest.raises(CaseDisposed), office.system.store.reading() as session:
        instance_view(session, office.system.surroundings, office.viewer("thuky"), one, office.now)


def _dump(office: Office) -> str:
    """All that the database holds, as text."""
    with office.system.store.reading() as session:
        tables = session.scalars(
            text("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
        ).all()
        return "\n".join(
            str(row)
            for table in tables
            for row in session.scalars(text(f'SELECT "{table}"::text FROM "{table}"'))
        )


def test_what_may_not_be_proposed_is_refused(office: Office) -> None:
    one, other = ended(office, 2)
    refused(PeriodNotOver, office, [one])
    confirm_period(office, confirmed=False)
    later(office)
    refused(ClassNotConfirmed, office, [one])
    confirm_period(office)
    refused(CaseNotEnded, office, [start(office, KEY)])
    refused(NotAuthorised, office, [one], "yennhi")
    place = PlaceHold(act=act(office, reason="Khiếu nại"), basis="CV 5/TTr", model_key=KEY)
    hold = place_hold(office.system.store, place, office.now)
    refused(CaseHeld, office, [one])
    lift_hold(office.system.store, LiftHold(act=act(office), hold=hold), office.now)
    propose(office, [one])
    refused(CaseProposedAlready, office, [one, other])
    propose(office, [other])


def test_the_period_is_over_on_the_first_day_after_its_last_year(office: Office) -> None:
    (one,) = ended(office)
    confirm_period(office)
    later(office, LATER.replace(year=2031, month=12, day=31, hour=16, minute=59))
    refused(PeriodNotOver, office, [one])
    later(office, office.now + timedelta(minutes=1))
    propose(office, [one])


def test_minutes_are_signed_by_another_hand_and_their_number_serves_once(office: Office) -> None:
    one, other, third = ended(office, 3)
    confirm_period(office)
    later(office)
    disposal = propose(office, [one], HEAD)
    with pytest.raises(NotApproved):
        carry_out(office, disposal)
    with pytest.raises(SameHand):
        approve(office, disposal, HEAD)
    with pytest.raises(NotAuthorised):
        approve(office, disposal, CLERK)
    for wrong, kind in (
        (minutes(office, "  "), MinutesMissing),
        (minutes(office, day=office.today + timedelta(days=1)), MinutesDayWrong),
        (minutes(office, day=office.today - timedelta(days=1)), MinutesDayWrong),
    ):
        command = ApproveDisposal(act=act(office, OTHER_HEAD), disposal=disposal, minutes=wrong)
        with pytest.raises(kind):
            approve_disposal(office.system.store, command, office.now)
    approve(office, disposal, OTHER_HEAD)
    with pytest.raises(DisposalStateWrong):
        approve(office, disposal, OTHER_HEAD)
    second = propose(office, [other])
    with pytest.raises(MinutesNumberUsed):
        approve(office, second, number="12/bb-th ")
    reject_disposal(office.system.store, EndDisposal(act=act(office, HEAD), disposal=second), office.now)
    with pytest.raises(DisposalStateWrong):
        approve(office, second, number="13/BB-TH")
    again = propose(office, [other, third])
    withdraw_disposal(office.system.store, EndDisposal(act=act(office), disposal=again), office.now)
    with pytest.raises(DisposalStateWrong):
        carry_out(office, again)


def test_what_is_held_or_changed_after_the_approval_is_not_destroyed(office: Office) -> None:
    one, other = ended(office, 2)
    confirm_period(office)
    later(office)
    disposal = propose(office, [one, other])
    approve(office, disposal)
    code = case(office, one).code
    place = PlaceHold(act=act(office, reason="Thanh tra"), basis="QĐ 9/TTr", case_code=code)
    hold = place_hold(office.system.store, place, office.now)
    with pytest.raises(CaseHeld):
        carry_out(office, disposal)
    lift_hold(office.system.store, LiftHold(act=act(office), hold=hold), office.now)
    confirm_period(office, 10)
    with pytest.raises(PeriodNotOver):
        carry_out(office, disposal)
    confirm_period(office)
    why = Intervention(viewer=None, origin="test", reason="Kín")
    mark = MarkConfidential(instance=other, intervention=why)
    mark_confidential(office.system.store, office.system.surroundings, mark, office.now)
    with pytest.raises(ListChanged):
        carry_out(office, disposal, HEAD)
    tamper(office, "UPDATE stored_file SET content = 'x'")
    with pytest.raises(ListChanged, match="Tệp biên bản"):
        carry_out(office, disposal, HEAD)
    assert case(office, one).disposed_at is None, "all or none"


OWNER_TRIES = {
    "no disposal is named": "UPDATE history_event SET data = '{\"disposed\":true}'",
    "a disposal that is not approved": (
        "SELECT strip_history((SELECT instance_id FROM disposal_item), (SELECT id FROM disposal))"
    ),
    "the setting alone": (
        "SELECT set_config('quytrinh.disposal', (SELECT id::text FROM disposal), false);"
        "UPDATE history_event SET data = '{\"disposed\":true}'"
    ),
    "a row is taken away": "DELETE FROM history_event",
    "the list is made longer": "UPDATE disposal_item SET position = 2",
    "an approval by the proposer": (
        "INSERT INTO disposal_approval SELECT id, agency_id, proposed_by, proposed_by, proposed_at, 'x', 'x',"
        " current_date, '', (SELECT id FROM stored_file LIMIT 1), '' FROM disposal"
    ),
    "an approval without minutes": (
        "INSERT INTO disposal_approval SELECT id, agency_id, proposed_by, gen_random_uuid(), proposed_at, '',"
        " '', current_date, '', (SELECT id FROM stored_file LIMIT 1), '' FROM disposal"
    ),
    "a hold is forgotten": "TRUNCATE disposal CASCADE",
}


def test_the_database_itself_refuses_its_owner_what_no_minutes_allow(office: Office) -> None:
    (one,) = ended(office)
    confirm_period(office)
    later(office)
    propose(office, [one])
    url = make_url(office.system.settings.database_url).set(drivername="postgresql")
    before = [(row.data, row.hash) for row in history(office, one)]
    for tried in OWNER_TRIES.values():
        with (
            psycopg.connect(url.render_as_string(hide_password=False)) as owner,
            pytest.raises(psycopg.Error, match=r"append-only|violates"),
        ):
            owner.execute(tried.encode())  # refused, whatever is tried: the name of the case tells which
    assert [(row.data, row.hash) for row in history(office, one)] == before


def test_even_an_approved_disposal_lets_nothing_else_be_changed(office: Office) -> None:
    one, other = ended(office, 2)
    confirm_period(office)
    later(office)
    disposal = propose(office, [one])
    approve(office, disposal)
    url = make_url(office.system.settings.database_url).set(drivername="postgresql")
    named = f"SELECT set_config('quytrinh.disposal', '{disposal}', false);"
    for tried in (
        f"{named} UPDATE history_event SET kind = 'x' WHERE instance_id = '{one}'",
        f"{named} UPDATE history_event SET data = '{{}}' WHERE instance_id = '{one}'",
        f"{named} UPDATE history_event SET data = '{{\"disposed\":true}}' WHERE instance_id = '{other}'",
        f"{named} UPDATE history_event SET data = '{{\"disposed\":true}}' WHERE instance_id = '{one}'",
        f"SELECT strip_history('{other}', '{disposal}')",
    ):
        with (
            psycopg.connect(url.render_as_string(hide_password=False)) as owner,
            pytest.raises(psycopg.Error, match="append-only"),
        ):
            owner.execute(tried.encode())


TAMPERED = {
    "at": "at = at + interval '1 second'",
    "kind": "kind = 'instance.cancelled'",
    "actor": "actor_id = gen_random_uuid()",
    "origin": "origin = 'elsewhere'",
    "element": "element_id = 'x'",
    "task": "task_id = gen_random_uuid()",
    "hash": "hash = sha256(hash)",
    "data": "data = '{\"so\":1}'",
}


def test_whatever_is_changed_of_what_is_left_is_found(office: Office) -> None:
    one, _other = disposed(office, 2)
    rows = [row.sequence for row in history(office, one) if row.data == '{"disposed":true}']
    assert len(rows) > 2
    for sequence in (rows[0], rows[-1]):
        for field, change in TAMPERED.items():
            where = f"instance_id = '{one}' AND sequence = {sequence}"
            found = _found_after(office, f"UPDATE history_event SET {change} WHERE {where}")
            assert found == [(str(one), sequence)], field
    gone = _found_after(office, f"DELETE FROM history_event WHERE instance_id = '{one}' AND sequence = 2")
    assert gone == [(str(one), 2)]
    assert _found_after(office, f"UPDATE process_instance SET code = 'X' WHERE id = '{one}'")[0][0] == str(
        one
    )
    assert verified(office).findings == []


def _found_after(office: Office, statement: str) -> list[tuple[str, int | None]]:
    """What the verifier names after a change that is then taken back."""
    url = make_url(office.system.settings.database_url).set(drivername="postgresql")
    engine = create_engine(url.set(drivername="postgresql+psycopg"))
    with engine.connect() as connection, Session(connection) as session:
        connection.exec_driver_sql("ALTER TABLE history_event DISABLE TRIGGER USER")
        connection.exec_driver_sql(statement)
        report = verify(list(record_lines(session, office.now)))
        connection.rollback()
    engine.dispose()
    return [(finding.row, finding.sequence) for finding in report.findings]


def test_a_disposal_that_nobody_approved_is_found(office: Office) -> None:
    disposed(office)
    tamper(office, "DELETE FROM audit_event WHERE kind = 'disposal.approved'")
    assert any("no act approved" in finding.differs for finding in verified(office).findings)


def test_a_tombstone_without_a_disposal_is_found(office: Office) -> None:
    (one,) = ended(office)
    forged = canonical({"disposed": True})
    tamper(office, "UPDATE history_event SET data = :forged WHERE sequence = 1", forged=forged)
    (found,) = verified(office).findings
    assert (found.row, found.sequence) == (str(one), 1)


def test_nobody_destroys_without_being_somebody(office: Office) -> None:
    (one,) = ended(office)
    confirm_period(office)
    later(office)
    disposal = propose(office, [one])
    approve(office, disposal)
    elsewhere = Act(viewer=office.viewer("quantriso"), origin="test")
    with pytest.raises(CaseNotThere):
        carry_out_disposal(
            office.system.store,
            office.system.surroundings,
            CarryOutDisposal(act=elsewhere, disposal=disposal),
            office.now,
        )


def test_a_mail_loses_its_text_once_every_case_it_speaks_of_is_destroyed(office: Office) -> None:
    one, other = ended(office, 2, told=True)
    (mail,) = [found for found in office.mails() if case(office, one).code in found.text]
    assert case(office, other).code in mail.text
    confirm_period(office)
    later(office)
    for number, instance in enumerate((one, other), start=1):
        disposal = propose(office, [instance])
        approve(office, disposal, number=f"{number}/BB-TH")
        carry_out(office, disposal)
        (left,) = [found for found in office.mails() if found.id == mail.id]
        assert (left.text == GONE) == (instance == other)
        assert left.to_address == mail.to_address
    assert verified(office).findings == []
