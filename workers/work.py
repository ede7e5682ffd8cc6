"""What a worker does in one round: everything that is due, in the order in which it follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final, TypeAlias

from engine.commands.compose_next_mail import compose_next_mail
from engine.commands.deliver_next_message import deliver_next_message
from engine.commands.escalate_next import escalate_next_instance, escalate_next_task
from engine.commands.fire_next_timer import fire_next_timer
from engine.commands.prove_next_mail import prove_next_mail
from engine.commands.recompute_deadlines import recompute_next_batch
from engine.commands.release_lost_claims import lost_claims, release_lost_claim
from engine.commands.run_next_job import run_next_job
from engine.commands.send_next_mail import send_next_mail
from engine.commands.watch_timers import watch_next_timer
from engine.ports import LetterWriter, Mailer
from engine.store.session import StoreUnreachable
from qms.administration.planning import carry_out_next
from qms.bootstrap import System
from qms.committee.handing_over import pass_on_next
from qms.controlled_documents.models import bring_next_into_force
from qms.controlled_documents.reviewing import begin_next_review
from qms.evidence.making import make_next_pack
from qms.exchange.carrying import carry_next_letter
from qms.years.items import put_back_next_item
from qms.years.opening import open_years

MOST_CALLED_TO: Final = 100
"""For how many cases one round calls people to a timer that does not fire."""

Going: TypeAlias = Callable[[], bool]
"""Whether the worker goes on; one that is asked to stop finishes only what it has in hand."""


def _to_the_end() -> bool:
    return True


def run_processes(system: System, now: datetime) -> None:
    """Jobs, timers, letters and messages, until none is due; one may lead to the others and back."""
    while next_step(system, now):
        pass


def next_step(system: System, now: datetime) -> bool:
    """One step that nobody has to take, of a case or of those whose timers are due; whether there was one.

    A kind of step that fails altogether holds up the others only until they have nothing left to do.
    """
    fault: Exception | None = None
    for step in (run_next_job, fire_next_timer, carry_next_letter, deliver_next_message):
        try:
            if step(system.store, system.surroundings, now):
                return True
        except StoreUnreachable:
            raise
        except Exception as error:  # noqa: BLE001 - raised below, when the other kinds are done
            fault = fault or error
    if fault is not None:
        raise fault
    return False


def recompute_deadlines(system: System, now: datetime) -> None:
    """Open deadlines after a change of legal time."""
    while recompute_next_batch(system.store, system.surroundings, now):
        pass


def climb_ladders(system: System, now: datetime, *, going: Going = _to_the_end) -> None:
    """Every escalation step that is due, as long as the worker is going."""
    store, surroundings = system.store, system.surroundings
    while going() and (
        escalate_next_task(store, surroundings, now) or escalate_next_instance(store, surroundings, now)
    ):
        pass


def carry_out_plans(system: System, now: datetime, *, going: Going = _to_the_end) -> None:
    """Every change of the organisation that was decided for a day that has come."""
    while going() and carry_out_next(system.store, now):
        pass


def begin_reviews(system: System, now: datetime, *, going: Going = _to_the_end) -> None:
    """A case for every controlled document whose day of review has come."""
    while going() and begin_next_review(system.store, system.surroundings, now):
        pass


def bring_into_force(system: System, now: datetime, *, going: Going = _to_the_end) -> None:
    """Every version of a model, as a document, whose first day has come."""
    while going() and bring_next_into_force(system.store, now):
        pass


def keep_years(system: System, now: datetime, *, going: Going = _to_the_end) -> None:
    """Years whose first working day has come, and items of a year whose case was lost."""
    open_years(system.store, system.surroundings.calendars, now)
    while going() and put_back_next_item(system.store, now):
        pass


def pass_tasks_on(system: System, now: datetime, *, going: Going = _to_the_end) -> None:
    """Every task of a committee member who left that the secretary gave to somebody."""
    while going() and pass_on_next(system.store, system.surroundings, now):
        pass


def make_evidence_packs(system: System, now: datetime, *, going: Going = _to_the_end) -> None:
    """Every evidence pack that somebody asked for."""
    while going() and make_next_pack(system.store, system.surroundings.directory, now):
        pass


def release_lost_claims(system: System, now: datetime, *, going: Going = _to_the_end) -> None:
    """Tasks held by people who lost the role go back to those who hold it."""
    store, surroundings = system.store, system.surroundings
    with store.reading() as session:
        lost = lost_claims(session, surroundings, now)
    for claim in lost:
        while going() and release_lost_claim(store, surroundings, claim, now):
            pass


def watch_timers(system: System, now: datetime) -> None:
    """An incident for each timer that is due and that nobody fires; a round opens a bounded number."""
    overdue_after = system.settings.timer_overdue_after
    for _ in range(MOST_CALLED_TO):
        if not watch_next_timer(system.store, system.surroundings, now, overdue_after=overdue_after):
            return


def write_letters(system: System, writer: LetterWriter, now: datetime, *, going: Going = _to_the_end) -> None:
    """One letter for each person who has to be told something, as long as the worker is going."""
    while going() and compose_next_mail(system.store, system.surroundings, writer, now):
        pass


def send_mails(system: System, mailer: Mailer, now: datetime, *, going: Going = _to_the_end) -> None:
    """Every mail of the outbox that is due; then the cases it speaks of hear that it was sent."""
    while going() and send_next_mail(system.store, system.surroundings, mailer, now):
        pass
    while going() and prove_next_mail(system.store, now):
        pass


def do_all(system: System, writer: LetterWriter, mailer: Mailer, now: datetime) -> None:
    """One whole round."""
    carry_out_plans(system, now)
    bring_into_force(system, now)
    begin_reviews(system, now)
    keep_years(system, now)
    recompute_deadlines(system, now)
    release_lost_claims(system, now)
    run_processes(system, now)
    pass_tasks_on(system, now)
    watch_timers(system, now)
    climb_ladders(system, now)
    write_letters(system, writer, now)
    send_mails(system, mailer, now)
    make_evidence_packs(system, now)
