"""The page on which one says how to be told, the hours of the agency, and a failed mail sent again."""

from __future__ import annotations

from uuid import UUID

import pytest
from flask import Flask

from engine.commands.send_next_mail import send_next_mail
from engine.domain.delivery import SETTLE, Delivery
from engine.domain.states import MailState
from engine.ports import MailNotDelivered, OutgoingMail
from qms.demo_office.loading import person_id
from qms.mail_preferences.queries import delivery_of, times_of
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app
from workers import work
from workers.mail.writer import OfficeLetters

PAGE = "/mails/receiving"


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


class Refusing:
    """A mail server that refuses a recipient for good."""

    def send(self, mail: OutgoingMail) -> str:
        del mail
        raise MailNotDelivered("550 no such user", permanent=True)


def delivery(office: Office, username: str = "camtien") -> Delivery:
    with office.system.store.reading() as session:
        return delivery_of(session, person_id(username))


def told_case(office: Office) -> UUID:
    """A case whose first mail is written."""
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("THU_KY_ISO")}))
    instance = start(office)
    office.clock.move_to(office.now + SETTLE)
    work.write_letters(office.system, OfficeLetters("http://127.0.0.1:8000"), office.now)
    return instance


def test_an_officer_chooses_and_a_look_decides_nothing(app: Flask, office: Office) -> None:
    browser = Browser(app).sign_in("camtien")
    page = browser.get(f"{PAGE}?delivery=none").text
    assert 'value="immediately" aria-describedby="meaning-immediately" checked' in page
    assert "luôn được gửi mà không chờ thư gộp" in page
    assert "Giờ gửi thư của cơ quan" not in page
    assert f'href="{PAGE}"' in browser.get("/").text, "the menu of the person leads there"
    assert delivery(office) is Delivery.IMMEDIATELY
    assert "Đã lưu cách nhận thư" in browser.post(PAGE, {"delivery": "digest"}).text
    assert delivery(office) is Delivery.DIGEST
    assert browser.post(PAGE, {"delivery": "sometimes"}).status_code == 422
    assert "How you are told" in browser.get(f"{PAGE}?lang=en").text


def test_an_administrator_sets_quiet_hours_and_is_told_what_does_not_hold(app: Flask, office: Office) -> None:
    browser = Browser(app).sign_in("quantri")
    agency = office.viewer("quantri").agency

    def set_to(quiet_from: str, quiet_until: str, digest_at: str) -> tuple[int, str]:
        form = {"quiet_from": quiet_from, "quiet_until": quiet_until, "digest_at": digest_at}
        answer = browser.post(f"{PAGE}/hours", form)
        return answer.status_code, answer.text

    assert "Đã lưu giờ gửi thư" in set_to("19:00", "6h30", "")[1]
    with office.system.store.reading() as session:
        times = times_of(session, agency)
    assert (str(times.quiet_from), str(times.quiet_until), str(times.digest_at)) == (
        "19:00:00",
        "06:30:00",
        "07:30:00",
    )
    assert "không gửi thư từ 19:00 đến 06:30" in browser.get(PAGE).text
    for typed, told in (
        (("25:00", "06:30", ""), "“25:00” không phải là giờ trong ngày"),
        (("19:00", "", ""), "cần cả giờ bắt đầu và giờ kết thúc"),
        (("07:00", "07:00", ""), "dài nhất 14 giờ"),
        (("06:00", "21:00", "22:00"), "dài nhất 14 giờ"),
        (("19:00", "08:00", "07:30"), "nằm trong giờ nghỉ gửi thư"),
    ):
        status, page = set_to(*typed)
        assert (status, told in page) == (422, True), told
        assert f'value="{typed[0]}"' in page
    refused = Browser(app).sign_in("thuky").post(f"{PAGE}/hours", {"digest_at": "08:00"})
    assert refused.status_code == 403


def test_the_case_tells_of_its_mails_and_a_failed_one_is_sent_again(app: Flask, office: Office) -> None:
    instance = told_case(office)
    send_next_mail(office.system.store, office.system.surroundings, Refusing(), office.now)
    (mail,) = office.mails()
    secretary, browser = Browser(app).sign_in("thuky"), Browser(app).sign_in("quantri")
    case_page = secretary.get(f"/instances/{instance}").text
    assert "Thư đã gửi về hồ sơ này" in case_page
    assert "550 no such user" in case_page
    assert f"/mails/{mail.id}/resending" not in secretary.get(f"/mails/{mail.id}").text
    assert secretary.get(f"/mails/{mail.id}/resending").status_code == 403

    assert f"/mails/{mail.id}/resending" in browser.get(f"/mails/{mail.id}").text
    assert "với mã thư cũ" in browser.get(f"/mails/{mail.id}/resending").text
    assert office.mails()[0].state == MailState.FAILED, "looking decides nothing"
    assert 'href="/mails/?state=failed">1</a>' in browser.get("/system").text
    missing = browser.post(f"/mails/{mail.id}/resending", {"reason": ""})
    assert (missing.status_code, "Xin ghi lý do" in missing.text) == (422, True)
    sent_again = browser.post(f"/mails/{mail.id}/resending", {"reason": "Đã sửa"})
    assert "Thư được gửi lại trong ít giây" in sent_again.text
    again = browser.post(f"/mails/{mail.id}/resending", {"reason": "Đã sửa"})
    assert (again.status_code, "không cần gửi lại" in again.text) == (409, True)

    work.send_mails(office.system, office.postbox, office.now)
    page = secretary.get(f"/instances/{instance}").text
    assert "Đã gửi thư “Việc mới” tới" in page
    assert "Máy chủ thư trả lời: 250 OK" in page
    assert "đã ghi vào diễn biến" in page


def test_the_link_of_a_mail_opens_the_task_and_decides_nothing(app: Flask, office: Office) -> None:
    instance = told_case(office)
    (mail,) = office.mails()
    (task,) = office.tasks(instance)
    assert f"http://127.0.0.1:8000/tasks/{task.id}" in mail.text
    answer = Browser(app).sign_in("thuky").get(f"/tasks/{task.id}")
    assert (answer.status_code, "Bước a" in answer.text) == (200, True)
    (after,) = office.tasks(instance)
    assert (after.state, after.claimed_by) == (task.state, None)
