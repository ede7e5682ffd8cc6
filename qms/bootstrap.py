"""The one place where the engine's ports meet their implementations."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from engine.domain.bundle import Bundle
from engine.execution.surroundings import Surroundings
from engine.ports import Clock, RealClock
from engine.store.session import Store
from qms.accounts.identity_file import read_identity
from qms.accounts.identity_settings import NO_PROVIDERS, IdentitySettings
from qms.audits.checks import AuditChecks
from qms.audits.operators import AuditOperators
from qms.budget.checks import budget_checks
from qms.budget.operators import BudgetOperators
from qms.committee.checks import committee_checks
from qms.committee.operators import CommitteeOperators
from qms.controlled_documents.cancelling import tell_who_asked
from qms.controlled_documents.checks import document_checks
from qms.controlled_documents.model_operators import model_operators
from qms.controlled_documents.operators import MODEL_KEY as P05_DOCUMENTS
from qms.controlled_documents.operators import document_operators
from qms.controlled_documents.reading_operators import ReadingOperators
from qms.controlled_documents.reviewing import review_operators
from qms.demo_time.clock import DemoClock
from qms.designer.operators import ModelLife
from qms.designer.proving import Proof, prove_apart
from qms.documents.references import OfficeRegisters
from qms.exchange.files import letter_operators
from qms.feedback.checks import feedback_checks
from qms.feedback.operators import feedback_operators
from qms.inspections.checks import inspection_checks
from qms.inspections.operators import inspection_operators
from qms.legal_time.clock_operators import clock_operators
from qms.legal_time.current import LOOKED_EVERY, LegalTime
from qms.legal_time.ladder_actions import open_nonconformity
from qms.legal_time.shipped import shipped_book
from qms.legal_updates.beginning import MODEL_KEY, tie_restarted
from qms.legal_updates.checks import update_checks
from qms.legal_updates.operators import LegalUpdateOperators
from qms.nonconformities.checks import CHECKED_EARLY, answer_checks
from qms.nonconformities.opening import tie_restarted as tie_slip
from qms.nonconformities.operators import MODEL_KEY as TREATMENT_OF_SLIPS
from qms.nonconformities.operators import SlipOperators
from qms.objectives.checks import objective_checks
from qms.objectives.operators import objective_operators
from qms.organisation.directory import OfficeDirectory
from qms.organisation.unit_operators import unit_operators
from qms.outgoing.checks import outgoing_checks
from qms.outgoing.dispatching import dispatch_operators
from qms.outgoing.operators import OutgoingOperators
from qms.plans.checks import plan_checks
from qms.plans.operators import PlanOperators
from qms.publications.checks import publication_checks
from qms.publications.operators import publication_operators
from qms.reports.cancelling import give_report_up
from qms.reports.checks import report_checks
from qms.reports.operators import ReportOperators
from qms.reports.rules import MODEL_KEY as REPORTS
from qms.reviews.checks import ReviewChecks
from qms.reviews.operators import ReviewOperators
from qms.risks.checks import risk_checks
from qms.risks.operators import risk_operators
from qms.settings import Settings
from qms.simplification.checks import simplification_checks
from qms.simplification.operators import SimplificationOperators
from qms.training.checks import training_checks
from qms.training.operators import training_operators
from qms.years.checks import year_checks
from qms.years.entering import entering_operators
from qms.years.operators import YearOperators


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A system ready to serve: its settings, its database, its engine and its clocks."""

    settings: Settings
    store: Store
    surroundings: Surroundings
    clock: Clock
    """The time of procedures: demo time in a demo."""
    machine_clock: Clock
    """The time of this machine: sign-in and heartbeats go by it."""
    prove: Callable[[Bundle], Proof] = prove_apart
    """Looks through a model in the making, its scenarios included; in a process of its own."""
    identity: IdentitySettings = NO_PROVIDERS
    """Who else than this system vouches for people."""


def surroundings(store: Store | None = None, *, looked_every: float = LOOKED_EVERY) -> Surroundings:
    """The engine's ports over this office's rooms.

    Legal time is that of the store, looked after every so many seconds; without one, what the product ships
    with.
    """
    legal_time = LegalTime(store, looked_every=looked_every) if store else shipped_book()
    directory = OfficeDirectory()
    operators = {**LegalUpdateOperators(legal_time, directory).by_name(), **clock_operators()}
    operators |= unit_operators()
    operators |= OutgoingOperators(directory).by_name()
    operators |= dispatch_operators()
    operators |= ReadingOperators(legal_time).by_name()
    operators |= {**document_operators(), **review_operators(), **model_operators()}
    operators |= publication_operators()
    operators |= SlipOperators(legal_time, directory).by_name()
    operators |= AuditOperators(legal_time, legal_time, directory).by_name()
    operators |= ReviewOperators(legal_time, directory).by_name()
    operators |= ReportOperators(legal_time, legal_time, directory).by_name()
    operators |= entering_operators()
    operators |= {**letter_operators(), **inspection_operators(legal_time, directory)}
    operators |= objective_operators(legal_time, directory)
    operators |= PlanOperators(legal_time, directory).by_name()
    operators |= BudgetOperators(legal_time).by_name()
    operators |= YearOperators(legal_time, legal_time, directory).by_name()
    operators |= CommitteeOperators(legal_time, directory).by_name()
    operators |= training_operators()
    operators |= feedback_operators()
    operators |= risk_operators(legal_time, directory)
    operators |= SimplificationOperators(directory).by_name()
    operators |= ModelLife(operators).by_name()  # what is published may name any of them
    return Surroundings(
        deadlines=legal_time,
        calendars=legal_time,
        directory=directory,
        operators=operators,
        ladders=legal_time,
        on_restart={MODEL_KEY: tie_restarted, TREATMENT_OF_SLIPS: tie_slip},
        on_cancel={P05_DOCUMENTS: tell_who_asked, REPORTS: give_report_up},
        early_checks=CHECKED_EARLY,
        open_nonconformity=open_nonconformity,
        registers=OfficeRegisters(),
        checks={
            **update_checks(),
            **publication_checks(),
            **inspection_checks(),
            **outgoing_checks(),
            **answer_checks(directory),
            **document_checks(),
            **objective_checks(),
            **plan_checks(),
            **budget_checks(),
            **AuditChecks(legal_time, directory).by_name(),
            **ReviewChecks(legal_time, directory).by_name(),
            **committee_checks(),
            **training_checks(),
            **risk_checks(),
            **simplification_checks(),
            **report_checks(),
            **feedback_checks(directory),
            **year_checks(),
        },
    )


def open_system(settings: Settings, *, clock: Clock | None = None) -> System:
    """Connect everything; `clock` replaces the clock of procedures in tests and rehearsals."""
    store = Store(settings.database_url)
    machine = RealClock()
    time_of_procedures = clock or (DemoClock(store, machine) if settings.demo_time else machine)
    return System(
        settings=settings,
        store=store,
        # Demo time jumps over the half minute in which a process may hold an older calendar.
        surroundings=surroundings(store, looked_every=0.0 if settings.demo_time else LOOKED_EVERY),
        clock=time_of_procedures,
        machine_clock=clock or machine,
        identity=read_identity(settings.identity_file, os.environ),
    )
