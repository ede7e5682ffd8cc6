"""Acting in another's name on the pages: what is shown before, after, in history and record; scenario A25."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

from pypdf import PdfReader

from engine.domain.local_time import OFFICE_ZONE
from engine.domain.mandates import MandateForm
from engine.queries.instance import instance_view
from qms.administration.person_names import rename_from
from qms.delegation.commands import RecordDelegation, delegate
from qms.demo_office.loading import person_id
from qms.organisation.tables import Person
from qms.organisation.versions import Decision
from qms.records.control_sheet import Punctuality, hand_overs
from tests.engine.cases import bundle, form, publish, role, start
from tests.engine.mandates import away
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

OPINION = form({"type": "textfield", "key": "y_kien", "label": "Ý kiến", "validate": {"required": True}})


def head_delegates(office: Office) -> None:
    """Written TUQ delegation of the head to a deputy, 01/9–05/9/2027."""
    command = RecordDelegation(
        viewer=office.viewer("chanhvp"),
        origin="test",
        principal=person_id("chanhvp"),
        delegate=person_id("truongbcd"),
        form=MandateForm.AUTHORISED,
        first_day=date(2027, 9, 1),
        last_day=date(2027, 9, 5),
        decision="45/QĐ-VP",
        decided_on=date(2027, 8, 30),
    )
    delegate(office.system.store, command, office.now)


def at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2027, 9, day, hour, minute, tzinfo=OFFICE_ZONE).astimezone(UTC)


def test_a25_the_deputy_signs_on_the_last_day_and_is_refused_a_minute_later(office: Office) -> None:
    office.clock.move_to(datetime(2027, 8, 31, 3, 0, tzinfo=UTC))
    files = bundle(
        "s:start\n a:user\n e:end\n s > a > e",
        {"a": role("LD_CQ", '<gov:form key="phieu"/>')},
        forms={"phieu": OPINION},
    )
    publish(office, files)
    first, second = start(office), start(office)
    head_delegates(office)
    deputy = Browser(create_app(office.system)).sign_in("truongbcd")
    assert office.inbox("truongbcd") == (), "before the first day nothing is open"

    office.clock.move_to(at(5, 23, 59))
    deputy.sign_in("truongbcd")
    listed = {row.instance: row.id for row in office.inbox("truongbcd")}
    assert "TUQ. Lâm Hữu Trường theo 45/QĐ-VP" in deputy.get("/").text
    page = deputy.get(f"/tasks/{listed[first]}").text
    assert (
        "bạn làm việc này TUQ. Lâm Hữu Trường theo 45/QĐ-VP ngày 30/08/2027 (đến hết ngày 05/09/2027)" in page
    )
    done = deputy.post(f"/tasks/{listed[first]}/completion", {"y_kien": "Đồng ý"})
    assert done.status_code == 200
    assert "Lịch sử hồ sơ ghi: bạn làm việc này TUQ. Lâm Hữu Trường" in done.text
    deputy.get(f"/tasks/{listed[second]}")

    office.clock.move_to(at(6, 0, 0))
    refused = deputy.post(f"/tasks/{listed[second]}/completion", {"y_kien": "Đồng ý, đề nghị gấp"})
    assert refused.status_code == 403
    assert "ngày cuối cùng là 05/09/2027" in refused.text
    assert "Đồng ý, đề nghị gấp" in refused.text, "nothing of what was typed is lost"
    assert [task.state for task in office.tasks(second)] == ["open"]
    assert "ngày cuối cùng là 05/09/2027" in deputy.get(f"/tasks/{listed[second]}").text

    with office.system.store.reading() as session:
        view = instance_view(session, office.system.surroundings, office.viewer("chanhvp"), first, office.now)
    (row,) = hand_overs(view, office.now)
    assert (row.received_by, row.in_name["decision"]) == (person_id("truongbcd"), "45/QĐ-VP")
    head = Browser(create_app(office.system)).sign_in("chanhvp")
    history = head.get(f"/instances/{first}").text
    assert "Võ Đình Khải (TUQ. Lâm Hữu Trường theo 45/QĐ-VP ngày 30/08/2027) hoàn thành" in history
    events = head.get(f"/instances/{first}/events.csv").text
    assert "TUQ. Lâm Hữu Trường theo 45/QĐ-VP ngày 30/08/2027" in events
    log = head.get(f"/instances/{first}/events.xes").text
    assert '<string key="quytrinh:onBehalfOf" value="Lâm Hữu Trường" />' in log
    assert '<string key="org:resource" value="Võ Đình Khải" />' in log


def test_the_secretary_gives_a_task_to_somebody_who_may_take_it_and_the_record_says_so(
    office: Office,
) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("LD_CQ")}))
    case = start(office)
    (task,) = (row.id for row in office.inbox("chanhvp"))
    app = create_app(office.system)
    secretary, officer = Browser(app).sign_in("thuky"), Browser(app).sign_in("camtien")
    page = secretary.get(f"/tasks/{task}").text
    assert "việc đang chờ trong nhóm, chưa ai nhận." in page
    assert "Đặng Thị Hồng Gấm</option>" in page
    assert "Hồ Thị Cẩm Tiên</option>" not in page, "only those who may take it are offered"

    chosen = {"to": str(person_id("phochanhvp"))}
    unreasoned = secretary.post(f"/tasks/{task}/assignment", chosen | {"reason": ""})
    assert unreasoned.status_code == 422
    wrong = {"to": str(person_id("camtien")), "reason": "Việc gấp"}
    refused = secretary.post(f"/tasks/{task}/assignment", wrong)
    assert (refused.status_code, "không giữ vai trò của việc này" in refused.text) == (422, True)
    assert "Việc gấp" in refused.text, "the reason stays"
    officer.get("/")
    assert officer.post(f"/tasks/{task}/assignment", chosen | {"reason": "x"}).status_code in {403, 404}

    done = secretary.post(f"/tasks/{task}/assignment", chosen | {"reason": "Chánh Văn phòng đi họp"})
    assert "Đã giao lại việc" in done.text
    history = secretary.get(f"/instances/{case}").text
    assert "Nguyễn Thị Ngọc Diệp giao việc" in history
    assert "cho Đặng Thị Hồng Gấm" in history
    assert "Chánh Văn phòng đi họp" in history
    with office.system.store.reading() as session:
        view = instance_view(session, office.system.surroundings, office.viewer("thuky"), case, office.now)
    (row,) = hand_overs(view, office.now)
    assert (row.given_by, row.received_by) == (person_id("thuky"), person_id("phochanhvp"))
    assert row.note == "Chánh Văn phòng đi họp"


def test_a_letter_to_a_delegate_says_in_whose_name_the_task_waits(office: Office) -> None:
    office.clock.move_to(at(1, 9, 0))
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("LD_CQ")}))
    head_delegates(office)
    start(office)
    office.pass_until(at(1, 9, 30))
    letters = {mail.to_name: mail.text for mail in office.mails()}
    assert "Bạn nhận thư này vì thay: Lâm Hữu Trường, 45/QĐ-VP" in letters["Võ Đình Khải"]
    assert "vì thay" not in letters["Lâm Hữu Trường"]


def test_the_control_sheet_tells_each_holder_and_the_names_of_the_day(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("LD_PHONG")}))
    case = start(office)
    (task,) = (row.id for row in office.inbox("truongkt"))
    office.claim("truongkt", task)
    office.pass_days(1)
    away(office, "truongkt", substitute="camtien")
    decision = Decision(
        number="9/QĐ",
        signed_on=office.today,
        effective_on=office.today,
        entered_at=office.now,
        entered_by=None,
    )
    with office.system.store.transaction() as session:
        person = session.get_one(Person, person_id("truongkt"))
        rename_from(session, person, "Dương Quang Nhật", decision)
        person.full_name = "Dương Quang Nhật"
    office.complete("camtien", task, {})
    with office.system.store.reading() as session:
        view = instance_view(session, office.system.surroundings, office.viewer("thuky"), case, office.now)
    held, done = hand_overs(view, office.now)
    assert (held.received_by, held.punctuality) == (person_id("truongkt"), Punctuality.GIVEN_BACK)
    assert (done.received_by, done.given_by) == (person_id("camtien"), person_id("truongkt"))
    sheet = Browser(create_app(office.system)).sign_in("thuky").get(f"/instances/{case}/control-sheet.pdf")
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(sheet.data)).pages).split())
    assert "Dương Nhật Quang 08:00 23/11/2026" in words, "as the head was called when it was taken"
    assert "Hồ Thị Cẩm Tiên thay Dương Quang Nhật theo 12/QĐ-VP" in words


def test_nobody_gets_a_letter_about_a_task_that_a_mandate_opens_no_more(office: Office) -> None:
    office.clock.move_to(at(5, 23, 59))
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("LD_CQ")}))
    head_delegates(office)
    start(office)
    office.pass_until(at(6, 9, 30))
    told = [mail.to_name for mail in office.mails()]
    assert "Võ Đình Khải" not in told
    assert told.count("Lâm Hữu Trường") == 1
