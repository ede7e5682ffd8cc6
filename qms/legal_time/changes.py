"""Changing legal time: a change is drafted, looked at, and applied or dropped.

Applying is one transaction under the lock of the version's row: lines end and begin, the version goes up by
one, and a job is left that reckons all open deadlines anew. Whoever may not is refused (NotAuthorised); the
refusal is audited where it reaches an entry point.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.identifiers import derived_id, fresh_id
from engine.domain.text import normal
from engine.execution.history import record_audit
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from engine.store.tables import DeadlineReckoning
from qms.legal_time.authority import require_scope
from qms.legal_time.book import LegalTimeBook
from qms.legal_time.current import look_again
from qms.legal_time.edits import Edit, edits_text, read_draft, read_edits
from qms.legal_time.keeping import Entered, begin_lines, end_lines, load_book
from qms.legal_time.lines import Line, changed
from qms.legal_time.scopes import Scope
from qms.legal_time.seeding import lock_version
from qms.legal_time.sentences import reason_of, told_edits
from qms.legal_time.tables import LegalTimeChange
from qms.legal_time.written import write

DRAFT: Final = "draft"
APPLIED: Final = "applied"
DROPPED: Final = "dropped"


class ChangeNotFound(NotFound):
    """No such change, or not for this viewer."""

    def __init__(self, change: UUID) -> None:
        super().__init__(
            vi="Không tìm thấy thay đổi lịch, thời hạn này.",
            en="This change of legal time is not to be found.",
        )
        self.change = change


class ChangeDecided(Conflict):
    """The change was applied or dropped before."""

    def __init__(self, change: UUID, state: str) -> None:
        vi, en = ("áp dụng", "applied") if state == APPLIED else ("bỏ", "dropped")
        super().__init__(
            vi=f"Thay đổi này đã được {vi} trước đó. Xin tải lại trang.",
            en=f"This change has been {en} already. Please reload the page.",
        )
        self.change = change


class ChangesNothing(Invalid):
    """Edits after which everything is as before."""

    def __init__(self) -> None:
        super().__init__(
            vi="Nội dung nhập trùng với lịch, quy tắc đang có: không có gì thay đổi.",
            en="What was entered is what holds already: nothing would change.",
        )


class GroundMoved(Conflict):
    """Another change touched the same lines after this one was drafted."""

    def __init__(self, change: UUID) -> None:
        super().__init__(
            vi="Từ khi soạn thay đổi này, một thay đổi khác đã sửa cùng những dòng đó. Xin bỏ bản này, xem "
            "lại lịch hoặc quy tắc đang có rồi soạn lại.",
            en="Since this change was drafted, another one has touched the same lines. Please drop it, look "
            "at what holds now, and draft it again.",
        )
        self.change = change


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftChange:
    """Edits to look at first; `viewer` None is the operator at the command line."""

    viewer: Viewer | None
    origin: str
    scope: Scope
    title: str
    edits: Sequence[Edit]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyChange:
    """A draft comes into force."""

    viewer: Viewer | None
    origin: str
    change: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DropChange:
    """A draft is given up."""

    viewer: Viewer | None
    origin: str
    change: UUID


def draft_change(store: Store, surroundings: Surroundings, command: DraftChange, now: datetime) -> UUID:
    """Keep a change that could be applied now.

    Raises NotAuthorised, ChangesNothing, and what `LegalTimeBook.with_edits` refuses.
    """
    del surroundings
    with store.transaction() as session:
        require_scope(session, command.viewer, command.scope)
        book = load_book(session)
        ended, begun = _moved(book, command.scope, command.edits)
        change = LegalTimeChange(
            id=fresh_id(),
            province=command.scope.province,
            agency_id=command.scope.agency,
            title=normal(command.title) or told_edits(command.edits)[0],
            edits=edits_text(command.edits, ground=book.version),
            state=DRAFT,
            drafted_by=command.viewer.person if command.viewer else None,
            drafted_at=now,
        )
        session.add(change)
        session.flush()
        _record(
            session, "legal_time.drafted", command, change, now, {"ended": len(ended), "begun": len(begun)}
        )
        return change.id


def apply_change(store: Store, surroundings: Surroundings, command: ApplyChange, now: datetime) -> int:
    """Bring a draft into force and return the version of legal time that it made.

    Raises ChangeNotFound, NotAuthorised, ChangeDecided, GroundMoved, and what `with_edits` refuses.
    """
    with store.transaction() as session:
        in_force = lock_version(session, now)
        change = _draft(session, command.viewer, command.change)
        edits = read_edits(change.edits)
        book = load_book(session)
        _require_ground(session, change, book)
        ended, begun = _moved(book, scope_of(change), edits)
        version = in_force.version + 1
        actor = _actor(command)
        end_lines(session, ended, version=version)
        begin_lines(session, begun, Entered(by=actor.person, at=now, version=version))
        in_force.version, in_force.changed_at = version, now
        change.state, change.version = APPLIED, version
        change.decided_by, change.decided_at = actor.person, now
        session.add(_reckoning(change, edits, version, actor, now))
        old_and_new = {"version": version, "old": write(list(ended)), "new": write(list(begun))}
        _record(session, "legal_time.changed", command, change, now, old_and_new)
    look_again(surroundings)
    return version


def drop_change(store: Store, surroundings: Surroundings, command: DropChange, now: datetime) -> None:
    """Give a draft up. Raises ChangeNotFound, NotAuthorised, ChangeDecided."""
    del surroundings
    with store.transaction() as session:
        change = _draft(session, command.viewer, command.change)
        change.state = DROPPED
        change.decided_by, change.decided_at = _actor(command).person, now
        _record(session, "legal_time.dropped", command, change, now, {})


def scope_of(change: LegalTimeChange) -> Scope:
    """For whom a change is."""
    return Scope(province=change.province, agency=change.agency_id)


def _draft(session: Session, viewer: Viewer | None, change: UUID) -> LegalTimeChange:
    """The change, locked and still open, for somebody who may decide on it."""
    row = session.get(LegalTimeChange, change, with_for_update=True)
    if row is None or (viewer and row.agency_id not in {None, viewer.agency}):
        raise ChangeNotFound(change)
    require_scope(session, viewer, scope_of(row))
    if row.state != DRAFT:
        raise ChangeDecided(change, row.state)
    return row


def _moved(
    book: LegalTimeBook, scope: Scope, edits: Iterable[Edit]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines that end and those that begin; raises ChangesNothing."""
    ended, begun = changed(book.lines, book.with_edits(scope, edits).lines)
    if not ended and not begun:
        raise ChangesNothing
    return ended, begun


def _require_ground(session: Session, change: LegalTimeChange, book: LegalTimeBook) -> None:
    """Refuse (GroundMoved) where a line that the draft touches is not what it was when it was drafted."""
    draft = read_draft(change.edits)
    if draft.ground == book.version:
        return
    ground = load_book(session, version=draft.ground)
    touched = {line.key for lines in _moved(ground, scope_of(change), draft.edits) for line in lines}
    if any(ground.lines.get(key) != book.lines.get(key) for key in touched):
        raise GroundMoved(change.id)


def _reckoning(
    change: LegalTimeChange, edits: Sequence[Edit], version: int, actor: Actor, now: datetime
) -> DeadlineReckoning:
    """The job that reckons open deadlines anew."""
    reason_vi, reason_en = reason_of(change.title, edits)
    return DeadlineReckoning(
        id=derived_id("deadline reckoning", version),
        version=version,
        agency_id=change.agency_id,
        reason_vi=reason_vi,
        reason_en=reason_en,
        actor_id=actor.person,
        begun_at=now,
        run_at=now,
        after_instance=None,
        finished_at=None,
    )


def _actor(command: DraftChange | ApplyChange | DropChange) -> Actor:
    return Actor(person=command.viewer.person if command.viewer else None, origin=command.origin)


def _record(
    session: Session,
    kind: str,
    command: DraftChange | ApplyChange | DropChange,
    change: LegalTimeChange,
    now: datetime,
    data: Mapping[str, object],
) -> None:
    told = {"change": change.id, "title": change.title, "scope": write(scope_of(change)), **data}
    agency = command.viewer.agency if command.viewer else change.agency_id
    record_audit(session, kind, actor=_actor(command), agency=agency, now=now, data=told)
