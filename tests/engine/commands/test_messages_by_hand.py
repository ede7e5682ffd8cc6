"""Messages that an administrator sends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from engine.commands.publish_message import PublishMessage, publish_message
from engine.domain.errors import Invalid
from engine.domain.refusals import NotAuthorised
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, history
from tests.engine.correspondence import OTHER_AGENCY, go_on, messages, receive, receiving
from tests.office import Office


def test_a_reference_makes_a_message_sent_twice_one(office: Office) -> None:
    command = PublishMessage(
        agency=agency_id(AGENCY), viewer=None, origin="test", name="Tin", reference="cổng DVC 17"
    )
    ids = {publish_message(office.system.store, command, office.now).message for _ in range(3)}
    assert len(ids) == len(messages(office)) == 1


def test_only_an_administrator_of_the_agency_sends_by_hand(office: Office) -> None:
    for viewer, agency in (("thuky", AGENCY), ("quantri", OTHER_AGENCY)):
        command = PublishMessage(
            agency=agency_id(agency), viewer=office.viewer(viewer), origin="test", name="Tin"
        )
        with pytest.raises(NotAuthorised):
            publish_message(office.system.store, command, office.now)
    assert messages(office) == []


def test_a_message_by_hand_moves_the_case_in_the_name_of_the_person(office: Office) -> None:
    receiving(office)
    case = receive(office, so=1)
    administrator = office.viewer("quantri")
    command = PublishMessage(
        agency=agency_id(AGENCY), viewer=administrator, origin="test", name="Tra_loi", key=1
    )
    publish_message(office.system.store, command, office.now)
    go_on(office)
    (told,) = [one for one in history(office, case) if one.kind == "message.received"]
    assert (told.actor_id, told.origin) == (administrator.person, "test")


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"name": "x" * 201}, {"key": [1]}, {"key": "x" * 201}, {"keep": timedelta()}]
)
def test_what_no_receiver_could_have_is_refused(office: Office, wrong: dict[str, object]) -> None:
    said = {"agency": agency_id(AGENCY), "viewer": None, "origin": "test", "name": "Tin"} | wrong
    with pytest.raises(Invalid):
        publish_message(office.system.store, PublishMessage(**said), office.now)  # type: ignore[arg-type]
