"""Messages and signals on the page of a case."""

from __future__ import annotations

from uuid import UUID

import pytest
from flask import Flask

from engine.commands.broadcast_signal import BroadcastSignal, broadcast_signal
from engine.commands.publish_message import PublishMessage, publish_message
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, bundle, publish, role, start
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app
from workers import work


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def case(office: Office) -> UUID:
    """A case that sends, throws and receives: from the administrator, from the server and from itself."""
    publish(
        office,
        bundle(
            "s:start\n d:send Di\n h:throw signal Dung\n r:receive Ve\n w:signal Dung\n k:receive Di\n"
            " a:user\n e:end\n s > d > h > r > w > k > a > e",
            {
                "d": '<gov:message key="so" keep="P1D"/>',
                "r": '<gov:message key="so"/>',
                "k": '<gov:message key="so"/>',
                "a": role("THU_KY_ISO"),
            },
        ),
    )
    instance = start(office, so="HS-1")
    store, agency = office.system.store, agency_id(AGENCY)
    administrator = office.viewer("quantri")
    message = PublishMessage(agency=agency, viewer=administrator, origin="test", name="Ve", key="HS-1")
    publish_message(store, message, office.now)
    work.run_processes(office.system, office.now)
    signal = BroadcastSignal(agency=agency, viewer=None, origin="test", name="Dung")
    broadcast_signal(store, signal, office.now)
    work.run_processes(office.system, office.now)
    assert len(office.tasks(instance)) == 1
    return instance


def test_the_timeline_says_what_was_sent_and_received_in_both_languages(
    app: Flask, office: Office, case: UUID
) -> None:
    browser = Browser(app).sign_in("thuky")
    for language, sentences in {
        "vi": (
            "Hồ sơ gửi thông điệp “Di” (khóa “HS-1”)",
            "Hồ sơ phát tín hiệu “Dung”, số nơi nhận khác: 0",
            "Nhận thông điệp “Ve” (khóa “HS-1”) do ",
            "Nhận tín hiệu “Dung” do người quản trị máy chủ gửi",
            "Nhận thông điệp “Di” (khóa “HS-1”) từ chính hồ sơ này",
        ),
        "en": (
            "The case sent the message “Di” (key “HS-1”)",
            "The case threw the signal “Dung”; other receivers: 0",
            "The signal “Dung” arrived, sent by whoever runs the server",
            "The message “Di” (key “HS-1”) arrived, from this case itself",
        ),
    }.items():
        page = browser.get(f"/instances/{case}?lang={language}").text
        for sentence in sentences:
            assert sentence in page
