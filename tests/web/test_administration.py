"""The pages of the administration: who is let in, what they do, what stays typed when refused."""

from __future__ import annotations

import ast
import re
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from flask import Flask

from qms.demo_office.loading import person_id
from qms.outgoing.keeping import RecordPaperNumber, record_paper_number
from qms.outgoing.kinds import DocumentKind
from tests.office import Office
from tests.web_browser import Browser
from web.administration.words import act_names
from web.app import create_app
from web.translation import init_translation

HOUSE = Path(__file__).resolve().parents[2]
CAMTIEN = person_id("camtien")
ROOM = "/administration"
OF_ADMINISTRATORS = (
    f"{ROOM}/people/new",
    f"{ROOM}/people/{CAMTIEN}/editing",
    f"{ROOM}/people/{CAMTIEN}/roles/new",
    f"{ROOM}/people/{CAMTIEN}/transfer",
    f"{ROOM}/people/{CAMTIEN}/leaving",
    f"{ROOM}/people/{CAMTIEN}/return",
    f"{ROOM}/people/{CAMTIEN}/account/closing",
    f"{ROOM}/accounts",
    f"{ROOM}/units",
    f"{ROOM}/units/change",
    f"{ROOM}/plans",
    f"{ROOM}/log/sign-ins",
    f"{ROOM}/log/acts",
    f"{ROOM}/log/acts.csv",
    f"{ROOM}/log/sign_ins.xlsx",
    f"{ROOM}/import",
    f"{ROOM}/import/people.xlsx",
)
OF_READERS = (
    f"{ROOM}/",
    f"{ROOM}/people",
    f"{ROOM}/people/list.csv",
    f"{ROOM}/people/list.xlsx",
    f"{ROOM}/people/{CAMTIEN}",
)
ACTS = (
    f"{ROOM}/people/new",
    f"{ROOM}/people/{CAMTIEN}/editing",
    f"{ROOM}/people/{CAMTIEN}/roles/new",
    f"{ROOM}/people/{CAMTIEN}/transfer",
    f"{ROOM}/people/{CAMTIEN}/leaving",
    f"{ROOM}/people/{CAMTIEN}/return",
    f"{ROOM}/people/{CAMTIEN}/account/start_password",
    f"{ROOM}/accounts",
    f"{ROOM}/units/change",
    f"{ROOM}/units/{uuid4()}/position",
    f"{ROOM}/import",
    f"{ROOM}/import/confirmation",
)


def test_pages_are_for_administrators_and_people_for_the_secretary_too(office: Office) -> None:
    app = create_app(office.system)
    administrator, secretary, officer = (
        Browser(app).sign_in(name) for name in ("quantri", "thuky", "camtien")
    )
    for path in (*OF_READERS, *OF_ADMINISTRATORS):
        assert administrator.get(path).status_code == 200, path
        assert secretary.get(path).status_code == (200 if path in OF_READERS else 403), path
        assert officer.get(path).status_code == 403, path
    for path in ACTS:
        for browser in (secretary, officer):
            browser.get("/mails/")
            assert browser.post(path, {"confirmed": "1"}).status_code == 403, path
    stranger = person_id("socv")
    assert administrator.get(f"{ROOM}/people/{stranger}").status_code == 404
    administrator.get(f"{ROOM}/")
    for path in (f"people/{stranger}/editing", f"people/{stranger}/leaving", f"roles/{uuid4()}/end"):
        assert administrator.post(f"{ROOM}/{path}", {"confirmed": "1"}).status_code == 404, path


def test_a_role_is_previewed_given_and_ended(office: Office) -> None:
    browser = Browser(create_app(office.system)).sign_in("quantri")
    form = f"{ROOM}/people/{CAMTIEN}/roles/new"
    typed = {"role": "VAN_THU", "unit": "", "valid_from": "23/11/2026", "last_day": "", "decision": "7/QĐ"}
    browser.get(form)
    for field, text, told in (
        ("last_day", "20/11/2026", "phải sau ngày bắt đầu"),
        ("valid_from", "31/02/2026", "không phải là một ngày"),
        ("decision", "", "Cần số và ngày của quyết định"),
        ("role", "LD_PHONG", "là của một đơn vị"),
    ):
        refused = browser.post(form, typed | {field: text, "confirmed": "1"})
        assert refused.status_code in {409, 422}, field
        assert told in refused.text, field
        if field != "decision":
            assert 'value="7/QĐ"' in refused.text, "what was typed stays"
    preview = browser.post(form, typed)
    assert "Việc đang mở người này sẽ thấy" in preview.text
    assert not office.viewer("camtien").holds("VAN_THU")
    done = browser.post(form, typed | {"confirmed": "1"})
    assert "Đã giao vai trò Văn thư" in done.text
    assert office.viewer("camtien").holds("VAN_THU")
    ending = re.findall(rf'href="({ROOM}/roles/[0-9a-f-]+/end)"', done.text)[0]
    browser.get(ending)
    preview = browser.post(ending, {"last_day": "24/11/2026", "decision": "8/QĐ"})
    assert "Kết thúc vai trò" in preview.text
    done = browser.post(ending, {"last_day": "24/11/2026", "decision": "8/QĐ", "confirmed": "1"})
    assert "đến hết 24/11/2026" in done.text
    log = browser.get(f"{ROOM}/log/acts?person={CAMTIEN}").text
    assert "Giao vai trò" in log
    assert "quyết định: 7/QĐ" in log


def test_leaving_on_a_day_to_come_is_planned_and_cancelled(office: Office) -> None:
    browser = Browser(create_app(office.system)).sign_in("quantri")
    form = f"{ROOM}/people/{CAMTIEN}/leaving"
    typed = {"effective_on": "01/12/2026", "decision": "9/QĐ", "decided_on": "20/11/2026"}
    browser.get(form)
    preview = browser.post(form, typed)
    assert "Ghi để thực hiện ngày 01/12/2026" in preview.text
    done = browser.post(form, typed | {"confirmed": "1"})
    assert "Đã ghi cho ngày 01/12/2026" in done.text
    plans = browser.get(f"{ROOM}/plans").text
    cancelling = re.findall(rf'href="({ROOM}/plans/[0-9a-f-]+/cancellation)"', plans)[0]
    browser.get(cancelling)
    assert browser.post(cancelling, {"reason": " "}).status_code == 422
    assert "Đã hủy thay đổi dự kiến" in browser.post(cancelling, {"reason": "Rút đơn"}).text
    english = browser.get(f"{ROOM}/plans?lang=en").text
    assert "cancelled" in english


def test_a_list_is_tried_then_entered_and_its_people_get_accounts(office: Office) -> None:
    browser = Browser(create_app(office.system)).sign_in("quantri")
    rows = (
        "Mã cơ quan,Họ và tên,Chức vụ,Thư điện tử,Vai trò\n"
        "VP-UBND-TN,Trần Văn Mới,Chuyên viên,moi@vp.tayninh.example,Văn thư\n"
        "SKHCN-TN,Người Sở,Chuyên viên,so@skhcn.example,\n"
        "VP-UBND-TN,Lê Sai,Chuyên viên,sai,Không có\n"
    )
    browser.get(f"{ROOM}/import")
    preview = browser.post(f"{ROOM}/import", {"file": (BytesIO(rows.encode()), "nguoi.csv")})
    assert "không phải cơ quan của bạn" in preview.text
    assert "không có vai trò “Không có”" in preview.text
    assert "Nhập 1 dòng đúng" in preview.text
    assert "Trần Văn Mới" not in browser.get(f"{ROOM}/people").text
    browser.get(preview.request.path)
    file = preview.request.path.rsplit("/", 1)[1]
    entered = browser.post(f"{ROOM}/import/confirmation", {"file": file})
    assert "Đã nhập 1 dòng" in entered.text
    accounts = browser.get(f"{ROOM}/accounts").text
    person = re.findall(r'name="person" value="([0-9a-f-]+)"', accounts)[0]
    opened = browser.post(f"{ROOM}/accounts", {"person": person, f"username-{person}": "moitv"})
    assert "moitv" in opened.text
    password = re.findall(r"[a-z0-9]{4}(?:-[a-z0-9]{4}){3}", opened.text)[-1]
    assert opened.headers["Cache-Control"] == "no-store"
    assert password not in browser.get(f"{ROOM}/people/{person}").text
    assert "Đang mở" in browser.get(f"{ROOM}/people?q=tran+van+moi").text


def test_a_unit_is_renamed_by_the_form_and_moved_in_the_list(office: Office) -> None:
    browser = Browser(create_app(office.system)).sign_in("quantri")
    page = browser.get(f"{ROOM}/units").text
    units = re.findall(rf'action="{ROOM}/units/([0-9a-f-]+)/position"', page)
    browser.post(f"{ROOM}/units/{units[0]}/position", {"up": "0"})
    page = browser.get(f"{ROOM}/units").text
    assert re.findall(rf'action="{ROOM}/units/([0-9a-f-]+)/position"', page)[:2] == [units[1], units[0]]
    typed = {
        "kind": "rename",
        "predecessors": units[0],
        "new_name": "Phòng Tên Mới",
        "effective_on": "23/11/2026",
        "decision": "3/QĐ",
        "decided_on": "20/11/2026",
    }
    browser.get(f"{ROOM}/units/change")
    assert browser.post(f"{ROOM}/units/change", typed | {"kind": "dissolve"}).status_code == 422
    assert "Phòng Tên Mới" in browser.post(f"{ROOM}/units/change", typed).text
    done = browser.post(f"{ROOM}/units/change", typed | {"confirmed": "1"})
    assert "Đã ghi thay đổi đơn vị theo 3/QĐ" in done.text
    assert "Phòng Tên Mới" in done.text


def test_the_logs_are_filtered_and_a_wrong_day_is_said(office: Office) -> None:
    app = create_app(office.system)
    Browser(app).post("/sign-in", {"username": "camtien", "password": "sai"})
    browser = Browser(app).sign_in("quantri")
    log = browser.get(f"{ROOM}/log/sign-ins").text
    assert "Đăng nhập" in log
    assert browser.get(f"{ROOM}/log/sign-ins?since=32/13/2026").status_code == 422
    elsewhere = browser.get(f"{ROOM}/log/sign-ins?since=01/01/2030&before=abc")
    assert "Không có dòng nào khớp" in elsewhere.text
    csv = browser.get(f"{ROOM}/log/sign_ins.csv?kind=sign_in.done").text
    assert "Đăng nhập" in csv


def test_every_kind_of_act_has_a_sentence() -> None:
    app = Flask(__name__)
    init_translation(app)
    with app.test_request_context():
        told = act_names()
    assert kinds_written() - set(told) == set(), "add the kind to web/administration/words.py"
    assert all(told.values())


def kinds_written() -> set[str]:
    """The kinds of acts that the code writes: what looks like one in modules that write the audit."""
    found: set[str] = set()
    for room in ("engine", "qms", "workers"):
        for path in (HOUSE / room).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            if re.search(r"record_audit\(|audit_of_person\(|_audit\(|record\(\s*execution", text):
                found |= {
                    node.value
                    for node in ast.walk(ast.parse(text))
                    if isinstance(node, ast.Constant) and isinstance(node.value, str)
                    if re.fullmatch(r"[a-z][a-z_]*\.[a-z][a-z_]*|sign_out", node.value)
                    if not node.value.endswith((".id", ".json", ".jsonl", ".html", ".csv", ".bpmn"))
                }
    return found - NO_ACTS


NO_ACTS = frozenset({"task.created", "instance.started", "model.freeze", "model.return", "model.publish"})
"""Steps of a case, of which its history tells, and the names of operators."""


def test_who_moves_to_another_agency_leaves_roles_and_account_behind(office: Office) -> None:
    app = create_app(office.system)
    browser, mover = Browser(app).sign_in("quantri"), Browser(app).sign_in("camtien")
    form = f"{ROOM}/people/{CAMTIEN}/transfer"
    typed = {
        "effective_on": "23/11/2026",
        "agency": "SKHCN-TN",
        "title": "Chuyên viên",
        "decision": "5/QĐ",
        "decided_on": "20/11/2026",
    }
    browser.get(form)
    assert browser.post(form, typed | {"agency": "KHONG-CO"}).status_code == 404
    assert "tài khoản bị khóa" in browser.post(form, typed).text
    assert "Đã chuyển công tác" in browser.post(form, typed | {"confirmed": "1"}).text
    assert browser.get(f"{ROOM}/people/{CAMTIEN}").status_code == 404, "she is no longer of this agency"
    assert not office.viewer("camtien").grants
    assert mover.get("/").request.path == "/sign-in"


def test_the_abbreviation_of_the_agency_stands_in_symbols_from_now_on(office: Office) -> None:
    browser = Browser(create_app(office.system)).sign_in("quantri")
    assert "KH-VP." in browser.get("/administration/units").text
    wrong = browser.post("/administration/abbreviation", {"abbreviation": "Sở KH/CN"})
    assert wrong.status_code == 422
    assert 'value="Sở KH/CN"' in wrong.text
    page = browser.post("/administration/abbreviation", {"abbreviation": "vpubnd"}).text
    assert "KH-VPUBND." in page
    asked = RecordPaperNumber(
        viewer=office.viewer("vanthu"),
        origin="test",
        kind=DocumentKind.PLAN,
        unit="",
        number=7,
        title="Kế hoạch tiếp công dân",
        dated_on=office.today,
    )
    calendar = office.system.surroundings.calendars.calendar_of(asked.viewer.agency)
    assert record_paper_number(office.system.store, asked, calendar, office.now).written == "07/KH-VPUBND"
    assert "Đổi chữ viết tắt" in browser.get("/administration/log/acts").text
    emptied = browser.post("/administration/abbreviation", {"abbreviation": ""}).text
    assert "KH-VP." in emptied
