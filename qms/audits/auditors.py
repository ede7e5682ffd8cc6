"""Who may audit: certificates entered and ended by the ISO secretary (ISO 9001:2015, 7.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.identifiers import derived_id
from engine.domain.refusals import NotAuthorised
from engine.domain.text import one_line, storable
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.audits.tables import AuditorCompetence
from qms.organisation.tables import Person

LONGEST: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCertificate:
    """A certificate as it is on paper; `last_day` None: it does not end."""

    viewer: Viewer
    origin: str
    person: UUID
    certificate: str
    issuer: str
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCertificate:
    """That a certificate ends with a day, and why."""

    viewer: Viewer
    origin: str
    certificate: UUID
    last_day: date
    reason: str


def add_certificates(store: Store, commands: Sequence[AddCertificate], now: datetime) -> tuple[UUID, ...]:
    """Enter them, all or none.

    Raises NotAuthorised, CertificateIncomplete, CertificateDaysUnfit, AuditorUnknown, CertificateKnown.
    """
    with store.transaction() as session:
        return tuple(_added(session, command, now) for command in commands)


def end_certificate(store: Store, command: EndCertificate, now: datetime) -> None:
    """Let it end with that day; what was audited until then stays. Raises NotAuthorised and others."""
    _require_keeper(command.viewer)
    reason = one_line(storable(command.reason))[:LONGEST]
    with store.transaction() as session:
        row = session.scalars(
            select(AuditorCompetence)
            .where(
                AuditorCompetence.id == command.certificate,
                AuditorCompetence.agency_id == command.viewer.agency,
            )
            .with_for_update()
        ).one_or_none()
        if row is None:
            raise CertificateUnknown
        if not reason:
            raise CertificateIncomplete
        ends = command.last_day + timedelta(days=1)
        if command.last_day < row.valid_from or (row.valid_to is not None and ends > row.valid_to):
            raise CertificateDaysUnfit
        row.valid_to = ends
        _record(session, "auditor.ended", command, now, certificate=row.certificate, reason=reason)


def keeps_auditors(viewer: Viewer) -> bool:
    """Whether the viewer enters certificates."""
    return may(viewer, Power.KEEP_AUDITORS)


class CertificateIncomplete(Invalid):
    """Without its number, its issuer or a reason it proves nothing."""

    def __init__(self) -> None:
        super().__init__(
            vi="Ghi đủ số chứng nhận, nơi cấp, ngày; khi kết thúc thì ghi lý do.",
            en="Give number, issuer and days; to end it, give the reason.",
        )


class CertificateDaysUnfit(Invalid):
    """It would end before it begins, or later than it did."""

    def __init__(self) -> None:
        super().__init__(
            vi="Ngày cuối không được trước ngày đầu và không được sau ngày cuối đã ghi.",
            en="The last day is not before the first, nor after the last day on record.",
        )


class AuditorUnknown(NotFound):
    """Nobody of the agency."""

    def __init__(self) -> None:
        super().__init__(vi="Không tìm thấy người này trong cơ quan.", en="Nobody of this agency is meant.")


class CertificateUnknown(NotFound):
    """No such certificate in the agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy chứng nhận này trong sổ của cơ quan.",
            en="This certificate is not in the register of the agency.",
        )


class CertificateKnown(Conflict):
    """The person has this certificate already."""

    def __init__(self, certificate: str) -> None:
        super().__init__(
            vi=f"Chứng nhận {certificate} của người này đã có trong sổ.",
            en=f"Certificate {certificate} of this person is in the register already.",
        )


def _added(session: Session, command: AddCertificate, now: datetime) -> UUID:
    _require_keeper(command.viewer)
    number, issuer = (one_line(storable(text))[:LONGEST] for text in (command.certificate, command.issuer))
    if not (number and issuer):
        raise CertificateIncomplete
    if command.last_day is not None and command.last_day < command.first_day:
        raise CertificateDaysUnfit
    person = session.get(Person, command.person)
    if person is None or person.agency_id != command.viewer.agency:
        raise AuditorUnknown
    key = derived_id("auditor certificate", person.id, number)
    known = select(AuditorCompetence.id).where(
        AuditorCompetence.person_id == person.id, AuditorCompetence.certificate == number
    )
    if session.scalars(known).first() is not None:
        raise CertificateKnown(number)
    session.add(
        AuditorCompetence(
            id=key,
            agency_id=command.viewer.agency,
            person_id=person.id,
            certificate=number,
            issuer=issuer,
            valid_from=command.first_day,
            valid_to=command.last_day + timedelta(days=1) if command.last_day else None,
            recorded_at=now,
            recorded_by=command.viewer.person,
        )
    )
    session.flush()
    _record(session, "auditor.certified", command, now, certificate=number, person=str(person.id))
    return key


def _require_keeper(viewer: Viewer) -> None:
    if not keeps_auditors(viewer):
        raise NotAuthorised("ghi năng lực đánh giá viên", "record the competence of auditors")


def _record(
    session: Session, kind: str, command: AddCertificate | EndCertificate, now: datetime, **data: str
) -> None:
    actor = Actor(person=command.viewer.person, origin=command.origin)
    record_audit(session, kind, actor=actor, agency=command.viewer.agency, now=now, data=data)
