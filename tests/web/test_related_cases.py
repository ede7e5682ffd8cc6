"""What the page of a case tells of other cases, of decisions, and of steps done in earlier versions."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

import pytest
from flask import Flask

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.migrate_instance import MigrateInstances, migrate_instances
from engine.commands.restart_instance import RestartInstance, restart_instance
from engine.domain.assignment import Actor
from engine.execution.instances import lock
from tests.engine.cases import bundle, form, publish, role, start
from tests.engine.commands.test_deciding import files
from tests.engine.correspondence import SECRETARY, go_on, receive, receiving, send, sending
from tests.engine.repairs import why
from tests.engine.runtime.test_business_rules import TABLE
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app
from workers import work

NOTE = {"type": "textfield", "key": "y_kien", "label": "Ý kiến ban đầu"}


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app).sign_in("quantri")


def code(office: Office, instance: UUID) -> str:
    return office.instance(instance).code


def test_sender_and_receiver_lead_to_each_other(browser: Browser, office: Office) -> None:
    receiving(office)
    sending(office)
    receiver, sender = receive(office, so="HS-1"), send(office, cho="HS-1", y_kien="có")
    go_on(office)
    for page, other, words in (
        (sender, receiver, "nhận thông điệp của hồ sơ này"),
        (receiver, sender, "đã gửi thông điệp cho hồ sơ này"),
    ):
        text = browser.get(f"/instances/{page}").text
        assert text.count(f'href="/instances/{other}"') == 2, "in the timeline and among related cases"
        assert code(office, other) in text
        assert words in text


def test_a_case_started_by_a_message_says_by_which_case(browser: Browser, office: Office) -> None:
    publish(
        office, bundle("s:start message Don\n a:user\n e:end\n s > a > e", {"a": SECRETARY}, key="QMS_P07_D")
    )
    publish(office, bundle("s:start\n d:send Don\n e:end\n s > d > e", {}))
    sender = start(office)
    go_on(office)
    text = browser.get(f"/instances/{sender}").text
    assert "được khởi tạo từ thông điệp của hồ sơ này" in text
    started = text.split('href="/instances/')[-1].split('"')[0]
    assert "đã khởi tạo hồ sơ này bằng thông điệp" in browser.get(f"/instances/{started}").text


def test_a_restarted_case_and_its_successor_lead_to_each_other(browser: Browser, office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": SECRETARY}))
    old = start(office)
    store, around = office.system.store, office.system.surroundings
    cancel_instance(store, around, CancelInstance(instance=old, intervention=why(office)), office.now)
    new = restart_instance(store, around, RestartInstance(instance=old, intervention=why(office)), office.now)
    for page, other in ((old, new.instance), (new.instance, old)):
        assert f'href="/instances/{other}"' in browser.get(f"/instances/{page}").text


def test_a_case_that_the_reader_may_not_see_is_named_without_a_link(
    browser: Browser, app: Flask, office: Office
) -> None:
    receiving(office, extensions={"r": '<gov:message key="so"/>', "a": role("CHUYEN_VIEN")})
    sending(office)
    receiver, sender = receive(office, so="HS-1"), send(office, cho="HS-1", y_kien="có")
    go_on(office)
    officer = Browser(app).sign_in("yennhi")
    page = officer.get(f"/instances/{receiver}")
    assert page.status_code == 200
    assert code(office, sender) in page.text
    assert f'href="/instances/{sender}"' not in page.text


def test_a_decision_of_a_table_stands_in_the_timeline(browser: Browser, office: Office) -> None:
    publish(office, files(TABLE))
    page = browser.get(f"/instances/{start(office, tien=700)}").text
    assert "Bảng quyết định “Mức”: dòng 3 → cao" in page
    assert "Đầu vào: tien = 700" in page


def test_a_decision_tells_its_line_its_answer_and_its_inputs_in_both_languages(
    browser: Browser, office: Office
) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": SECRETARY}))
    instance = start(office)
    told = {
        "decision": "D_Han",
        "result": "han",
        "steps": [
            {
                "decision": "D_Loai",
                "name": "Loại việc",
                "inputs": {},
                "rows": [],
                "rules": [],
                "output": None,
            },
            {
                "decision": "D_Han",
                "name": "Thời hạn",
                "inputs": {"so_ngay": 1234, "gap": True, "ngay": "2026-11-30"},
                "rows": [3],
                "rules": ["r3"],
                "output": {"han": 5},
            },
        ],
    }
    with office.system.store.transaction() as session:
        execution = lock(session, office.system.surroundings, instance, actor=Actor.system(), now=office.now)
        execution.record("activity.decided", element="a", data=json.loads(json.dumps(told)))
        execution.save_history()
    for language, sentences in {
        "vi": (
            "Bảng quyết định “Thời hạn”: dòng 3 → han: 5",
            "Đầu vào: gap = Có; ngay = 30/11/2026; so_ngay = 1.234",
            "Bảng quyết định “Loại việc”: không dòng nào đúng",
        ),
        "en": (
            "Decision table “Thời hạn”: rule 3 → han: 5",
            "Inputs: gap = Yes; ngay = 30/11/2026; so_ngay = 1.234",
            "Decision table “Loại việc”: no rule holds",
        ),
    }.items():
        page = browser.get(f"/instances/{instance}?lang={language}").text
        for sentence in sentences:
            assert sentence in page


def test_a_migrated_case_tells_its_past_by_the_version_of_that_time(browser: Browser, office: Office) -> None:
    drawing = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
    asked = {"a": role("THU_KY_ISO", '<gov:form key="phieu"/>'), "b": SECRETARY}
    old = bundle(drawing, asked, forms={"phieu": form(NOTE)})
    publish(office, old)
    instance = start(office)
    task = office.task("thuky", "Bước a")
    office.claim("thuky", task)
    office.complete("thuky", task, {"y_kien": "đồng ý"})
    new = bundle("s:start\n c:user\n b:user\n e:end\n s > c > b > e", {"b": SECRETARY, "c": SECRETARY})
    publish(office, new)
    command = MigrateInstances(instances=[instance], version=2, intervention=why(office))
    migrate_instances(office.system.store, office.system.surroundings, command, office.now)
    page = browser.get(f"/instances/{instance}").text
    assert "hoàn thành “Bước a”" in page
    assert "Ý kiến ban đầu" in page, "what was entered, as the form of that time names it"
    outline = page.split('class="q-outline"')[1].split("</ol>")[0]
    assert "Bước a" in outline, "what was done in the earlier version stays among the steps"
    assert outline.index("Bước a") < outline.index("Bước c") < outline.index("Bước b")


def test_a_model_without_a_drawing_is_told_by_its_steps_alone(browser: Browser, office: Office) -> None:
    drawn = office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    assert "data-q-diagram-xml" in browser.get(f"/instances/{drawn}").text
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("THU_KY_ISO")}))
    page = browser.get(f"/instances/{start(office)}").text
    assert "data-q-diagram-xml" not in page
    assert "Mô hình này không có sơ đồ" in page
    assert "Bước a" in page


def test_days_that_no_law_sets_are_not_called_a_legal_deadline(office: Office) -> None:
    limits = {
        "P": '<gov:deadline workingDays="10"/>',
        "a": role("THU_KY_ISO", '<gov:deadline workingDays="3"/>'),
    }
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", limits))
    case = start(office)
    work.run_processes(office.system, office.now)
    secretary = Browser(create_app(office.system)).sign_in("thuky")
    for page in (f"/instances/{case}", f"/tasks/{office.task('thuky', 'Bước a')}"):
        text = secretary.get(page).text
        assert "Hạn của hồ sơ" in text, page
        assert "<dt>Hạn pháp lý" not in text, page
        assert "Hạn pháp lý của hồ sơ" not in text, page
