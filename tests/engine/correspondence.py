"""Two models that write to each other: one sends, one waits; and what their messages came to."""

from __future__ import annotations

import json
from uuid import UUID

from sqlalchemy import select

from engine.commands.deliver_next_message import deliver_next_message
from engine.commands.publish_message import PublishMessage, publish_message
from engine.domain.values import Value, load_values
from engine.store.tables import EventSubscription, Message
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, bundle, history, publish, role, start
from tests.office import Office
from workers import work

SECRETARY = role("THU_KY_ISO")
OTHER_AGENCY = "SO-KHCN-TN"
RECEIVER = "s:start\n r:receive Tra_loi\n a:user\n e:end\n s > r > a > e"
BY_KEY = {"r": '<gov:message key="so"/>', "a": SECRETARY}
SENDER = "s:start\n d:send Tra_loi\n e:end\n s > d > e"
TO_KEY = (
    '<gov:message key="cho"><gov:parameter name="ket_qua" value="y_kien"/>'
    '<gov:parameter name="nguon" value="&quot;hồ sơ gửi&quot;"/></gov:message>'
)


def receiving(office: Office, drawing: str = RECEIVER, extensions: dict[str, str] | None = None) -> None:
    publish(office, bundle(drawing, extensions or BY_KEY, key="QMS_P01_NHAN"))


def sending(office: Office, drawing: str = SENDER, extensions: dict[str, str] | None = None) -> None:
    publish(office, bundle(drawing, extensions or {"d": TO_KEY}, key="QMS_P02_GUI"))


def receive(office: Office, agency: str = AGENCY, **variables: Value) -> UUID:
    return start(office, "QMS_P01_NHAN", agency=agency, **variables)


def send(office: Office, agency: str = AGENCY, **variables: Value) -> UUID:
    return start(office, "QMS_P02_GUI", agency=agency, **variables)


def deliver(office: Office) -> bool:
    return deliver_next_message(office.system.store, office.system.surroundings, office.now)


def by_hand(office: Office, name: str, key: Value = None, **payload: Value) -> UUID:
    command = PublishMessage(
        agency=agency_id(AGENCY), viewer=None, origin="test", name=name, key=key, payload=payload
    )
    return publish_message(office.system.store, command, office.now).message


def go_on(office: Office) -> None:
    work.run_processes(office.system, office.now)


def messages(office: Office) -> list[Message]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Message).order_by(Message.sequence)))


def subscriptions(office: Office, instance: UUID) -> list[EventSubscription]:
    with office.system.store.reading() as session:
        return list(
            session.scalars(select(EventSubscription).where(EventSubscription.instance_id == instance))
        )


def received(office: Office, instance: UUID) -> list[dict[str, object]]:
    """What the history says was received, without the case's own steps."""
    return [
        json.loads(one.data)
        for one in history(office, instance)
        if one.kind in {"message.received", "signal.received"}
    ]


def variables(office: Office, instance: UUID) -> dict[str, Value]:
    (told,) = received(office, instance)
    return load_values(str(told["variables"]).encode())
