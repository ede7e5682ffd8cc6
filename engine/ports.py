"""What the engine asks of the world around it, as protocols with stated behaviour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Protocol, TypeAlias
from uuid import UUID

from engine.domain.assignment import Holder, Viewer
from engine.domain.calendar import WorkingCalendar
from engine.domain.case_clock import CaseClock
from engine.domain.clock_ledger import LedgerEntry, Reckoning
from engine.domain.deadline import Deadline, DeadlinePolicy
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.delivery import Delivery, MailTimes
from engine.domain.escalation import Ladder
from engine.domain.forms import Message, ReferencedDocument, Register
from engine.domain.mandates import EndedMandate, Mandate
from engine.domain.values import Value


class Clock(Protocol):
    """Tells the time; web, workers and tests each hold one, nobody else reads the clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""


class RealClock:
    """The machine's clock: the only place in the house that reads it."""

    def now(self) -> datetime:
        """The present moment of this machine in UTC."""
        return datetime.now(UTC)


class MovableClock:
    """A clock that stands still until it is moved; tests and rehearsals hold it."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """The moment last moved to."""
        return self._now

    def move_to(self, moment: datetime) -> None:
        """Go to `moment`, which may not lie before the present one."""
        if moment < self._now:
            raise ValueError(f"a clock does not go back: {moment} < {self._now}")
        self._now = moment


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMail:
    """One mail as it is handed to the mail server; `message_id` is stable over retries."""

    message_id: str
    to_name: str
    to_address: str
    subject: str
    text: str
    html: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeToTell:
    """One thing a person has to be told, as the letter writer gets it.

    `path` is a path of this site, empty where the reader may not go: a case of another agency.
    """

    kind: str
    """The template code of Appendix B: M01, M02, …"""
    case_code: str
    case_title: str
    task_name: str
    agency: UUID
    """Whose case it is; not always the reader's own agency."""
    unit: UUID | None
    path: str
    legal_due: date | None
    target_due: date | None
    legal_basis: str
    explanation: tuple[tuple[str, str], ...]
    days: int | None
    """Working days late (after legal_due) or left (until target_due)."""
    reason: str
    instance: UUID | None
    """None where it is about a message that no case sent."""
    appointed_at: datetime | None = None
    """When a citizen is to come for the result, where the notice says so."""
    document: str = ""
    """What a case that is not about one legal document is about here, e.g. the number of a slip."""
    in_name_of: tuple[str, str] | None = None
    """Whose substitute or delegate the reader is for this task, and by which decision."""
    task: UUID | None = None
    """The task that it is about, where it is about one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLetter:
    """A letter ready to be addressed."""

    subject: str
    text: str
    html: str


class MailNotDelivered(Exception):
    """The mail server did not take the mail; `permanent` when trying again is of no use."""

    def __init__(self, reason: str, *, permanent: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent


class Mailer(Protocol):
    """Hands mails to a mail server."""

    def send(self, mail: OutgoingMail) -> str:
        """Send one mail and return the server's answer; raises MailNotDelivered."""


ComputedDeadline: TypeAlias = Deadline
"""Two dates and the sentences that explain them."""


class Deadlines(Protocol):
    """Computes legal dates by the policies and calendar of an agency."""

    @property
    def version(self) -> int:
        """The version of legal time (calendars, policies, ladders) by which dates are computed here now."""

    def reckon(
        self,
        agency: UUID,
        terms: DeadlineTerms,
        ledger: Sequence[LedgerEntry] = (),
        *,
        procedure: str = "",
    ) -> Reckoning:
        """Dates by stored terms and a clock ledger; `procedure` is the key of the case's model.

        Raises NotFound for an unknown policy, Invalid for an impossible anchor or ledger.
        """

    def policy(self, agency: UUID, code: str, day: date, *, procedure: str = "") -> DeadlinePolicy:
        """The policy of that code for an event on a day; raises NotFound for an unknown one."""

    def by_policy(self, agency: UUID, policy: str, anchor: date | datetime) -> ComputedDeadline:
        """Dates by a named policy; raises NotFound for an unknown one, Invalid for an impossible anchor."""

    def working_days(self, agency: UUID, days: int, anchor: date | datetime) -> ComputedDeadline:
        """Dates `days` working days after the day of `anchor`."""

    def on_date(self, agency: UUID, day: date) -> ComputedDeadline:
        """Dates for a fixed day: legal that day, target the working day on or before it."""


class LetterWriter(Protocol):
    """Writes one letter out of all that a person has to be told."""

    def write(
        self, session: object, contact: Contact, notices: Sequence[NoticeToTell], today: date
    ) -> WrittenLetter:
        """The letter in the person's language, the gravest first."""


class Ladders(Protocol):
    """Gives each agency its escalation ladders."""

    def ladder(self, agency: UUID, code: str) -> Ladder:
        """The ladder in force for the agency; raises UnknownLadder."""


class Calendars(Protocol):
    """Gives each agency its working calendar."""

    def calendar_of(self, agency: UUID) -> WorkingCalendar:
        """The working calendar in force for the agency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where and how to write to a person."""

    person: UUID
    name: str
    title: str
    address: str
    locale: str
    agency: UUID
    agency_name: str
    agency_contact: str
    delivery: Delivery = Delivery.IMMEDIATELY
    """How the person wants to be told."""
    mail_times: MailTimes = field(default_factory=MailTimes)
    """The quiet hours and the digest of the person's agency."""


class Directory(Protocol):
    """Who holds which role on a day. `session` is the open SQLAlchemy session of the caller's transaction."""

    def holders(
        self, session: object, agency: UUID, role: str, unit: UUID | None, day: date
    ) -> tuple[UUID, ...]:
        """The persons who hold the role on that day, in the unit if one is named; by name.

        The role SO_CV is looked up in the department that oversees the agency.
        """

    def grants(
        self, session: object, agency: UUID, role: str, day: date
    ) -> tuple[tuple[UUID, UUID | None], ...]:
        """Who holds the role on that day, each with the unit (None: everywhere), by name; all units."""

    def able(self, session: object, agency: UUID, role: str, day: date) -> tuple[Holder, ...]:
        """Who may take tasks of the role on that day: who holds it, then by a mandate who acts for them.

        In one statement; whether a mandate reaches a task is asked of the Holder. Who is not active is not
        among them, nor who acts for somebody who is not.
        """

    def substitutes(self, session: object, agency: UUID, day: date) -> tuple[Holder, ...]:
        """Who stands in for the absent persons of the agency on that day, each with the mandate, by name."""

    def mandates(self, session: object, mandates: frozenset[UUID]) -> Mapping[UUID, Mandate]:
        """Mandates as they were recorded, in force or not; unknown ones are missing."""

    def ended_mandates(self, session: object, person: UUID, day: date) -> tuple[EndedMandate, ...]:
        """Mandates by which the person acted before that day or could have, the latest first.

        Also those in force, of which the principal may have lost the role: the caller knows that they open
        nothing today.
        """

    def absent(self, session: object, person: UUID, day: date) -> bool:
        """Whether the person is away on that day."""

    def belonging(self, session: object, persons: frozenset[UUID], unit: UUID, day: date) -> frozenset[UUID]:
        """Those of the persons who belong to the unit, or hold a role in it on that day."""

    def units_of(self, session: object, person: UUID, day: date) -> tuple[UUID, ...]:
        """The units in which the person holds a role on that day."""

    def viewer(self, session: object, person: UUID, day: date) -> Viewer | None:
        """The person with the roles held on that day, and apart from them what mandates reach; one statement.

        None for somebody unknown or no longer active.
        """

    def names(self, session: object, persons: frozenset[UUID]) -> Mapping[UUID, str]:
        """The names to show for persons; unknown ones are missing."""

    def members(self, session: object, agency: UUID) -> tuple[UUID, ...]:
        """The active people of the agency, by name."""

    def contact(self, session: object, person: UUID) -> Contact | None:
        """Where and how to write to a person, perhaps without address; None for who is no longer active."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorCall:
    """One run of a service task, inside the transaction that completes it.

    `idempotency_key` is the same at every retry of the same service task.
    """

    operator: str
    instance: UUID
    agency: UUID
    element_id: str
    idempotency_key: UUID
    parameters: Mapping[str, Value]
    variables: Mapping[str, Value]
    session: object
    """The open SQLAlchemy session of the transaction."""
    now: datetime
    clock: CaseClock | None = None
    """The clock of the case, for an operator that tells of what moves it."""
    scopes: tuple[str, ...] = ()
    """The scopes in which the service task stands, innermost first: a called process knows its own tasks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LateWork:
    """A task, or a whole case (`task_name` empty), of whose lateness the office is to be told."""

    id: UUID
    """Derived from what is late, so that it is entered once."""
    agency: UUID
    instance: UUID
    case_code: str
    case_title: str
    task_name: str
    legal_due: date | None
    legal_basis: str


class NonconformityOpener(Protocol):
    """Enters late work into the office's register of nonconformities."""

    def __call__(self, session: object, late: LateWork, now: datetime) -> str:
        """The code of the entry; of what was entered before, that code again."""


class DocumentRegisters(Protocol):
    """The registers that a form may refer to. `session` is the open SQLAlchemy session of the caller."""

    def find(
        self, session: object, agency: UUID, register: Register, document: UUID, day: date
    ) -> ReferencedDocument | None:
        """The document as the agency's register has it on that day; None where the agency has none such."""

    def search(
        self, session: object, agency: UUID, register: Register, words: str, day: date, limit: int
    ) -> Sequence[ReferencedDocument]:
        """The agency's documents in which all words occur, marks ignored; at most `limit`."""


class CaseRestarted(Protocol):
    """What an office does when an ended case of its model is done again as a new one."""

    def __call__(self, session: object, ended: UUID, begun: UUID) -> None:
        """Tie to the new case what belonged to the old, in the open SQLAlchemy session; may refuse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersGiven:
    """A form that passed its own rules, handed in by `person` (for `principal`), as a check sees it.

    `variables` are those of the case, the `answers` over them. A check writes nothing.
    """

    instance: UUID
    agency: UUID
    element_id: str
    person: UUID
    principal: UUID | None
    answers: Mapping[str, Value]
    variables: Mapping[str, Value]
    session: object
    """The open SQLAlchemy session of the completion's transaction."""
    now: datetime


class AnswerCheck(Protocol):
    """What an office asks of answers that no rule of a form can say; `gov:form check` names it."""

    def __call__(self, given: AnswersGiven) -> Mapping[str, Sequence[Message]]:
        """The messages by field key, those of a cell by `key__row__column`; nothing where all is well."""


class ServiceOperator(Protocol):
    """What a service task does; registered under a name that models may use."""

    def __call__(self, call: OperatorCall) -> Value:
        """Carry it out with the session of the call.

        What is returned goes into the variable that the model names as the result; without such a name a
        record is stored key by key.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What an operator takes under a name."""

    type: str | None = None
    """A type of `gov:variable`, or None for any value."""
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredOperator:
    """An operator that says what it takes and gives, so that a model is checked before it is published."""

    work: ServiceOperator
    parameters: Mapping[str, Parameter]
    result: str | None = None
    """Type of the whole answer, or None when it may be anything."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """Of an answer that is a record: the variables that it becomes, name -> type."""

    def __call__(self, call: OperatorCall) -> Value:
        """Carry it out."""
        return self.work(call)
