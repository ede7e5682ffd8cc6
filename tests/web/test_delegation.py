"""The pages of delegations and absences: preview, recording, refusals at fields, revoking, hand-over."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from engine.store.tables import AuditEvent
from qms.delegation.tables import Absence, Delegation
from qms.demo_office.loading import person_id
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

HEAD, DEPUTY = person_id("chanhvp"), person_id("truongbcd")
FORM = {
    "delegate": str(DEPUTY),
    "form": "TUQ",
    "first_day": "23/11/2026",
    "last_day": "27/11/2026",
    "decision": "45/QĐ-VP",
    "decided_on": "20/11/2026",
}


@pytest.fixture
def pages(office: Office) -> Browser:
    """The head of the agency at a computer, with a task that waits for the head."""
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("LD_CQ")}))
    start(office)
    return Browser(create_app(office.system)).sign_in("chanhvp")


def kept(office: Office) -> list[Delegation]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Delegation).order_by(Delegation.recorded_at)))


def audited(office: Office) -> list[str]:
    with office.system.store.reading() as session:
        rows = session.scalars(select(AuditEvent.kind).order_by(AuditEvent.id))
        return [kind for kind in rows if kind.startswith(("delegation.", "absence."))]


def test_a_head_delegates_sees_first_what_it_opens_and_revokes_with_a_reason(
    office: Office, pages: Browser
) -> None:
    pages.get("/delegations/new")
    preview = pages.post("/delegations/new", FORM)
    assert preview.status_code == 200
    assert "Việc đang mở mà Võ Đình Khải sẽ thấy" in preview.text
    assert re.search(r'class="q-code">THU', preview.text), "the open task is listed with its case"
    assert kept(office) == []

    done = pages.post("/delegations/new", FORM | {"confirmed": "1"})
    assert "Võ Đình Khải thay Lâm Hữu Trường" in done.text
    assert "hết ngày 27/11/2026" in done.text
    (row,) = kept(office)
    assert (row.principal_id, row.delegate_id, row.valid_to) == (HEAD, DEPUTY, date(2026, 11, 28))

    again = pages.post("/delegations/new", FORM | {"confirmed": "1"})
    assert again.status_code == 422
    assert "đã được ủy quyền cùng phạm vi" in again.text
    without = pages.post(f"/delegations/{row.id}/revocation", {"reason": " "})
    assert (without.status_code, "Xin ghi lý do" in without.text) == (422, True)
    ended = pages.post(f"/delegations/{row.id}/revocation", {"reason": "Về sớm"})
    assert "Đã thu hồi" in ended.text
    assert "Về sớm" in ended.text
    assert kept(office)[0].revoked_by == HEAD
    assert pages.post(f"/delegations/{row.id}/revocation", {"reason": "Lại"}).status_code == 409
    assert audited(office) == ["delegation.recorded", "delegation.revoked"]
    book = load_workbook(BytesIO(pages.get("/delegations/register.xlsx?phase=revoked").data))
    assert [cell.value for cell in book.worksheets[0][2]][:2] == ["Lâm Hữu Trường", "Võ Đình Khải"]


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(office: Office, pages: Browser) -> None:
    pages.get("/delegations/new")
    for field, typed, told in (
        ("delegate", "", "cùng cơ quan"),
        ("delegate", str(HEAD), "cho chính mình"),
        ("delegate", str(person_id("socv")), "không ủy quyền cho cơ quan khác"),
        ("form", "KTT", "Xin chọn hình thức"),
        ("form", "THAY", "cùng đợt vắng mặt"),
        ("first_day", "31/02/2026", "không phải là một ngày"),
        ("last_day", "", "phải có thời hạn"),
        ("last_day", "22/11/2026", "không được trước ngày đầu"),
        ("decision", " ", "Xin ghi số quyết định"),
        ("decided_on", "24/11/2026", "còn ở phía trước"),
        ("roles", "QUAN_TRI", "không được ủy quyền"),
    ):
        answer = pages.post("/delegations/new", FORM | {field: typed, "confirmed": "1"})
        assert (answer.status_code, told in answer.text) == (422, True), (field, typed)
        assert f'id="{field}-error"' in answer.text, (field, typed)
        assert 'value="20/11/2026"' in answer.text or field == "decided_on"
    assert kept(office) == []


def test_nobody_delegates_for_others_but_who_keeps_the_register(office: Office, pages: Browser) -> None:
    app = create_app(office.system)
    officer, secretary = Browser(app).sign_in("camtien"), Browser(app).sign_in("thuky")
    officer.get("/delegations/new")
    answer = officer.post("/delegations/new", FORM | {"principal": str(HEAD), "confirmed": "1"})
    assert answer.status_code == 200
    assert kept(office)[0].principal_id == person_id("camtien"), "the principal of the form is the viewer"

    secretary.get("/delegations/new")
    secretary.post("/delegations/new", FORM | {"principal": str(HEAD), "form": "KT", "confirmed": "1"})
    row = kept(office)[1]
    assert (row.principal_id, row.recorded_by, row.form) == (HEAD, person_id("thuky"), "KT")
    assert officer.post(f"/delegations/{row.id}/revocation", {"reason": "x"}).status_code == 403
    assert "Đã làm theo" not in officer.get(f"/delegations/{row.id}").text
    assert "Đã làm theo" in pages.get(f"/delegations/{row.id}").text
    stranger = Browser(app).sign_in("socv")
    assert stranger.get(f"/delegations/{row.id}").status_code == 404
    assert "Lâm Hữu Trường" not in stranger.get("/delegations/").text
    assert stranger.get(f"/delegations/hand-over/{HEAD}").status_code == 403


def test_an_absence_names_substitutes_by_role_and_ends_early_with_them(
    office: Office, pages: Browser
) -> None:
    form = {
        "person": str(HEAD),
        "first_day": "23/11/2026",
        "last_day": "25/11/2026",
        "reason": "Nghỉ phép năm",
        "substitute_1": str(DEPUTY),
        "role_1": "LD_CQ",
        "decision": "46/QĐ-VP",
    }
    pages.get("/delegations/absences/new")
    undecided = pages.post("/delegations/absences/new", form | {"decision": ""})
    assert (undecided.status_code, "Xin ghi số quyết định" in undecided.text) == (422, True)
    assert "Việc đang mở mà Võ Đình Khải sẽ thấy" in pages.post("/delegations/absences/new", form).text
    done = pages.post("/delegations/absences/new", form | {"confirmed": "1"})
    assert "Lâm Hữu Trường vắng mặt" in done.text
    twice = pages.post("/delegations/absences/new", form | {"last_day": "30/11/2026", "confirmed": "1"})
    assert "đợt vắng mặt trùng" in twice.text

    deputy = Browser(create_app(office.system)).sign_in("truongbcd")
    deputy.get("/delegations/absences/new")
    away = {"person": str(DEPUTY), "first_day": "24/11/2026", "last_day": "24/11/2026"}
    assert "Cần cử người khác thay" in deputy.post("/delegations/absences/new", away).text
    mutual = away | {"substitute_1": str(HEAD), "decision": "1"}
    assert "cũng vắng mặt trong thời gian đó" in deputy.post("/delegations/absences/new", mutual).text
    other = away | {"person": str(person_id("socv"))}
    assert deputy.post("/delegations/absences/new", other).status_code == 422

    officer = Browser(create_app(office.system)).sign_in("camtien")
    officer.get("/delegations/absences/new")
    assert officer.post("/delegations/absences/new", away | {"confirmed": "1"}).status_code == 403
    with office.system.store.reading() as session:
        (absence,) = session.scalars(select(Absence))
    assert "Nghỉ phép năm" not in officer.get(f"/delegations/absences/{absence.id}").text
    assert "Nghỉ phép năm" in pages.get(f"/delegations/absences/{absence.id}").text
    pages.post(f"/delegations/absences/{absence.id}/ending", {"reason": "Đi làm lại"})
    assert [row.revoked_reason for row in kept(office)] == ["Đi làm lại"]
    assert audited(office) == ["absence.recorded", "delegation.recorded", "absence.ended"]


def test_an_absence_of_past_days_is_recorded_but_nobody_acted_in_them(office: Office, pages: Browser) -> None:
    past = {"person": str(HEAD), "first_day": "02/11/2026", "last_day": "03/11/2026"}
    pages.get("/delegations/absences/new")
    assert "không ai được làm thay lùi ngày" in pages.post("/delegations/absences/new", past).text
    substituted = past | {"substitute_1": str(DEPUTY), "decision": "1", "confirmed": "1"}
    assert pages.post("/delegations/absences/new", substituted).status_code == 422
    assert "Đã hết hạn" in pages.post("/delegations/absences/new", past | {"confirmed": "1"}).text
    assert kept(office) == []


def test_the_hand_over_lists_what_somebody_holds(office: Office, pages: Browser) -> None:
    pages.get("/delegations/new")
    pages.post("/delegations/new", FORM | {"confirmed": "1"})
    (task,) = (row.id for row in office.inbox("chanhvp"))
    office.claim("chanhvp", task)
    listed = pages.get(f"/delegations/hand-over/{HEAD}").text
    assert "Bàn giao của Lâm Hữu Trường" in listed
    assert re.search(r"THU[^<]*</a>", listed)
    assert "Võ Đình Khải" in listed
    assert "Không còn gì phải bàn giao" not in listed
