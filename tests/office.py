"""A demo office on a fresh database, whose clock the test moves and whose officers the test plays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from engine.commands.claim_task import ClaimTask, claim_task
from engine.commands.complete_task import CompleteTask, TaskCompleted, complete_task
from engine.commands.deploy_model import DeployModel, deploy_model
from engine.domain.assignment import Actor, Viewer
from engine.domain.bundle import read_bundle
from engine.domain.forms import AttachedFile, Submitted
from engine.domain.local_time import OFFICE_ZONE, local_day
from engine.ports import MailNotDelivered, MovableClock, OutgoingMail
from engine.queries.inbox import InboxRow, inbox
from engine.queries.inbox_statements import Queue
from engine.queries.moments import next_moment
from engine.runtime.trial import try_out
from engine.store.tables import Mail, ProcessInstance, Task
from qms.bootstrap import System, open_system
from qms.catalogue.shipped import called_by
from qms.demo_office.loading import load_demo_office, person_id
from qms.designer.proving import prove
from qms.documents.commands import RegisterLegalDocuments, register_legal_documents
from qms.documents.rules import LegalDocumentEntry
from qms.settings import Environment, Settings
from workers import work
from workers.mail.writer import OfficeLetters

P06 = Path(__file__).resolve().parents[1] / "bpmn" / "qms" / "p06_cap_nhat_vbqppl"
OPENING = datetime(2026, 11, 23, 8, 0, tzinfo=OFFICE_ZONE).astimezone(UTC)
"""A Monday morning."""


def test_settings(database_url: str) -> Settings:
    """Settings of a demo system on the database."""
    return Settings(
        environment=Environment.DEMO,
        database_url=database_url,
        secret_key="a secret only for tests, long enough",
        base_url="http://127.0.0.1:8000",
        smtp_url="smtp://127.0.0.1:8025",
        mail_from="ISO <iso@vp.tayninh.example>",
        demo_time=False,
        upload_limit=2 * 1024 * 1024,
        trusted_proxies=0,
    )


test_settings.__test__ = False  # type: ignore[attr-defined]


@dataclass
class Postbox:
    """A mail server that takes every mail, or none while it is closed."""

    mails: list[OutgoingMail] = field(default_factory=list)
    closed: bool = False

    def send(self, mail: OutgoingMail) -> str:
        """Take the mail."""
        if self.closed:
            raise MailNotDelivered("421 closed", permanent=False)
        self.mails.append(mail)
        return "250 OK"


class Office:
    """The demo office with the model P06 deployed."""

    def __init__(self, database_url: str, start: datetime = OPENING, *, loaded: bool = False) -> None:
        self.clock = MovableClock(start)
        system = open_system(test_settings(database_url), clock=self.clock)
        # The process of its own in which models are tried out has tests of its own.
        self.system: System = replace(
            system, surroundings=replace(system.surroundings, trial=try_out), prove=prove
        )
        self.postbox = Postbox()
        self._letters = OfficeLetters("http://127.0.0.1:8000")
        if not loaded:
            load_demo_office(self.system.store, start)
            self.deploy(P06)

    @property
    def now(self) -> datetime:
        """The office's time."""
        return self.clock.now()

    @property
    def today(self) -> date:
        """The office's day."""
        return local_day(self.now)

    def close(self) -> None:
        """Give the database back."""
        self.system.store.close()

    def deploy(self, folder: Path) -> None:
        """Publish a model, and before it the shipped ones that it calls."""
        for called in called_by(read_bundle(folder)).values():
            self.deploy(called)
        command = DeployModel(bundle=read_bundle(folder), actor=Actor.system())
        deploy_model(self.system.store, self.system.surroundings, command, self.now)

    def viewer(self, username: str) -> Viewer:
        """An officer with today's roles."""
        with self.system.store.reading() as session:
            viewer = self.system.surroundings.directory.viewer(session, person_id(username), self.today)
        assert viewer is not None
        return viewer

    def register(self, entry: LegalDocumentEntry, *, by: str = "thuky") -> UUID:
        """Register a document and start its case; returns the case."""
        command = RegisterLegalDocuments(
            viewer=self.viewer(by), origin="test", entries=[entry], start_updates=True
        )
        (registered,) = register_legal_documents(
            self.system.store, self.system.surroundings, command, self.now
        )
        assert registered.instance is not None
        return registered.instance

    def work(self) -> None:
        """One round of a worker."""
        work.do_all(self.system, self._letters, self.postbox, self.now)

    def pass_until(self, moment: datetime) -> None:
        """Let time pass, with a worker at every moment at which something is due."""
        self.work()
        left_undone = 0
        while True:
            with self.system.store.reading() as session:
                due = next_moment(session)
            if due is None or due > moment:
                break
            left_undone = left_undone + 1 if due <= self.now else 0
            assert left_undone < 100, f"the worker leaves undone what is due at {due}"
            self.clock.move_to(max(due, self.now))
            self.work()
        self.clock.move_to(moment)
        self.work()

    def pass_days(self, days: int) -> None:
        """Let so many days pass."""
        self.pass_until(self.now + timedelta(days=days))

    def inbox(self, username: str, queue: Queue = Queue.ALL) -> tuple[InboxRow, ...]:
        """What an officer sees."""
        with self.system.store.reading() as session:
            return inbox(
                session,
                self.viewer(username),
                self.now,
                queue=queue,
                directory=self.system.surroundings.directory,
            ).rows

    def task(self, username: str, name: str) -> UUID:
        """The one task of that name in the officer's inbox."""
        (found,) = (row.id for row in self.inbox(username) if row.name == name)
        return found

    def claim(self, username: str, task: UUID) -> None:
        """The officer claims a task."""
        claim_task(
            self.system.store,
            self.system.surroundings,
            ClaimTask(task=task, viewer=self.viewer(username), origin="test"),
            self.now,
        )

    def complete(
        self,
        username: str,
        task: UUID,
        values: Mapping[str, str | Sequence[str]],
        files: Mapping[str, Sequence[AttachedFile]] | None = None,
    ) -> TaskCompleted:
        """The officer completes a task with texts as typed; a worker then does what follows."""
        texts = {key: [text] if isinstance(text, str) else list(text) for key, text in values.items()}
        command = CompleteTask(
            task=task,
            viewer=self.viewer(username),
            origin="test",
            submitted=Submitted(values=texts, files=files or {}),
        )
        done = complete_task(self.system.store, self.system.surroundings, command, self.now)
        work.run_processes(self.system, self.now)
        return done

    def instance(self, instance: UUID) -> ProcessInstance:
        """The row of a case."""
        with self.system.store.reading() as session:
            return session.get_one(ProcessInstance, instance)

    def tasks(self, instance: UUID) -> list[Task]:
        """All tasks of a case in the order they came."""
        with self.system.store.reading() as session:
            return list(
                session.scalars(
                    select(Task).where(Task.instance_id == instance).order_by(Task.created_at, Task.name)
                )
            )

    def mails(self) -> list[Mail]:
        """The outbox, oldest first."""
        with self.system.store.reading() as session:
            return list(session.scalars(select(Mail).order_by(Mail.created_at, Mail.to_address)))


def entry(
    number: str, *, effective_on: date, signed_on: date | None = None, replaces: str = ""
) -> LegalDocumentEntry:
    """A document as the secretary enters it."""
    return LegalDocumentEntry(
        number=number,
        title="Quy định thử nghiệm về thủ tục hành chính",
        issuer="Chính phủ",
        field="Hành chính",
        signed_on=signed_on or effective_on,
        effective_on=effective_on,
        effect_rule="",
        expires_on=None,
        replaces=replaces,
        amends="",
        transition="",
        link="",
        file_id=None,
    )
