"""Choosing how one is told; setting the hours of an agency's mails."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.dialects.postgresql import insert

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.delivery import Delivery, MailTimes
from engine.domain.errors import Forbidden, Invalid
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.legal_time.tables import MailHours, MailPreference
from qms.mail_preferences.hours import check_times


class DeliveryUnknown(Invalid):
    """A way of being told that there is not."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin chọn một trong ba cách nhận thư.", en="Please choose one of the three ways to be told."
        )


class MailHoursForbidden(Forbidden):
    """The hours of an agency's mails are set by its administrators."""

    def __init__(self) -> None:
        super().__init__(
            vi="Giờ gửi thư của cơ quan do người quản trị hệ thống của cơ quan đặt.",
            en="The hours of the agency's mails are set by its administrators.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseDelivery:
    """How the viewer wants to be told: a Delivery, as it was handed in."""

    viewer: Viewer
    origin: str
    delivery: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMailHours:
    """The hours of the mails to people of the viewer's agency."""

    viewer: Viewer
    origin: str
    times: MailTimes


def choose_delivery(store: Store, command: ChooseDelivery, now: datetime) -> None:
    """Keep it; what already waits goes by the new choice too. Raises DeliveryUnknown."""
    if command.delivery not in set(Delivery):
        raise DeliveryUnknown
    with store.transaction() as session:
        values = {"delivery": command.delivery, "changed_at": now}
        statement = insert(MailPreference).values(person_id=command.viewer.person, **values)
        session.execute(statement.on_conflict_do_update(index_elements=["person_id"], set_=values))
        record_audit(
            session,
            "mail.delivery",
            actor=Actor(person=command.viewer.person, origin=command.origin),
            agency=command.viewer.agency,
            now=now,
            data={"delivery": command.delivery},
        )


def set_mail_hours(store: Store, command: SetMailHours, now: datetime) -> None:
    """Set them for the whole agency; raises MailHoursForbidden and what `check_times` raises."""
    viewer, times = command.viewer, command.times
    if not may(viewer, Power.SET_MAIL_HOURS):
        raise MailHoursForbidden
    check_times(times)
    with store.transaction() as session:
        values = {
            "quiet_from": times.quiet_from,
            "quiet_until": times.quiet_until,
            "digest_at": times.digest_at,
        }
        statement = insert(MailHours).values(agency_id=viewer.agency, **values)
        session.execute(statement.on_conflict_do_update(index_elements=["agency_id"], set_=values))
        record_audit(
            session,
            "mail.hours",
            actor=Actor(person=viewer.person, origin=command.origin),
            agency=viewer.agency,
            now=now,
            data={name: str(value) if value else None for name, value in values.items()},
        )
