"""Completing a task: of two exactly one wins, forms are checked, duties stay separate."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

import pytest

from engine.commands.complete_task import CompleteTask, TaskCompleted, complete_task
from engine.commands.save_draft import SaveDraft, save_draft
from engine.domain.errors import FieldsInvalid
from engine.domain.forms import ForgedField, Submitted
from engine.domain.local_time import clock_text
from engine.domain.refusals import DutiesNotSeparated, TaskDone, TaskGone, TaskTaken
from engine.domain.states import TaskState
from engine.queries.task import task_view
from engine.runtime import ProcessIncident
from tests.engine.cases import at_once, bundle, form, grant, history, kinds, publish, role, start
from tests.office import Office

ROUNDS = 6
TWO_STEPS = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
SECRETARY = role("THU_KY_ISO")
OFFICER = role("CHUYEN_VIEN", '<gov:form key="phieu"/>')
FORM = form(
    {"type": "radio", "key": "ket_luan", "label": "Kết luận", "validate": {"required": True},
     "values": [{"label": "Có", "value": "co"}, {"label": "Không", "value": "khong"}]},
    {"type": "textfield", "key": "ly_do", "label": "Lý do", "validate": {"maxLength": 20}},
    {"type": "textfield", "key": "so", "label": "Số", "readonly": True},
)  # fmt: skip


def complete(office: Office, username: str, task: UUID, **values: str) -> TaskCompleted:
    command = CompleteTask(
        task=task,
        viewer=office.viewer(username),
        origin="test",
        submitted=Submitted(values={key: [text] for key, text in values.items()}),
    )
    return complete_task(office.system.store, office.system.surroundings, command, office.now)


def test_of_two_officers_completing_one_task_at_once_exactly_one_wins(office: Office) -> None:
    publish(office, bundle(TWO_STEPS, {"a": role("CHUYEN_VIEN"), "b": SECRETARY}))
    for _ in range(ROUNDS):
        instance = start(office)
        (task,) = office.tasks(instance)
        answers = at_once(
            partial(complete, office, "camtien", task.id), partial(complete, office, "giabao", task.id)
        )
        (won,) = (answer for answer in answers if isinstance(answer, TaskCompleted))
        (lost,) = (answer for answer in answers if not isinstance(answer, TaskCompleted))
        winner = {0: "Hồ Thị Cẩm Tiên", 1: "Phạm Gia Bảo"}[answers.index(won)]
        assert won == TaskCompleted(instance=instance, ended=False, open_tasks=1)
        assert isinstance(lost, TaskDone)
        assert winner in lost.vi
        assert clock_text(office.now) in lost.vi
        assert kinds(office, instance).count("task.completed") == 1
        assert [one.name for one in office.tasks(instance)] == ["Bước a", "Bước b"]


def test_one_officer_clicking_twice_completes_once(office: Office) -> None:
    publish(office, bundle(TWO_STEPS, {"a": SECRETARY, "b": SECRETARY}))
    instance = start(office)
    (task,) = office.tasks(instance)
    answers = at_once(*[partial(complete, office, "thuky", task.id)] * 2)
    assert sorted(type(answer).__name__ for answer in answers) == ["TaskCompleted", "TaskDone"]
    assert kinds(office, instance).count("task.completed") == 1


def test_siblings_completed_at_once_all_count(office: Office) -> None:
    drawing = """
        s:start\n p:and\n a:user\n b:user\n j:and\n c:user\n e:end
        s > p\n p > a > j\n p > b > j\n j > c > e
    """
    publish(office, bundle(drawing, dict.fromkeys("abc", SECRETARY)))
    for _ in range(ROUNDS):
        instance = start(office)
        answers = at_once(*(partial(complete, office, "thuky", task.id) for task in office.tasks(instance)))
        assert all(isinstance(answer, TaskCompleted) for answer in answers)
        assert [one.name for one in office.tasks(instance) if one.state == TaskState.OPEN] == ["Bước c"]


def test_completing_an_unclaimed_task_claims_it(office: Office) -> None:
    publish(office, bundle(TWO_STEPS, {"a": SECRETARY, "b": SECRETARY}))
    instance = start(office)
    complete(office, "thuky", office.tasks(instance)[0].id)
    done = office.tasks(instance)[0]
    secretary = office.viewer("thuky").person
    assert (done.claimed_by, done.completed_by) == (secretary, secretary)
    assert done.claimed_at == done.completed_at == office.now


def test_a_task_that_somebody_else_holds_cannot_be_completed(office: Office) -> None:
    publish(office, bundle(TWO_STEPS, {"a": role("CHUYEN_VIEN"), "b": SECRETARY}))
    (task,) = office.tasks(start(office))
    office.claim("camtien", task.id)
    with pytest.raises(TaskTaken, match="Hồ Thị Cẩm Tiên"):
        complete(office, "giabao", task.id)


def test_a_task_that_the_process_left_behind_is_gone(office: Office) -> None:
    drawing = """
        s:start\n p:and\n a:user\n b:user\n x:terminate\n e:end
        s > p\n p > a > x\n p > b > e
    """
    publish(office, bundle(drawing, {"a": SECRETARY, "b": SECRETARY}))
    instance = start(office)
    first, second = office.tasks(instance)
    assert complete(office, "thuky", first.id).ended
    with pytest.raises(TaskGone):
        complete(office, "thuky", second.id)
    assert office.tasks(instance)[1].state == TaskState.CANCELLED


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"ket_luan": "co_le"}, "ket_luan", "chọn"),
        ({"ly_do": "x"}, "ket_luan", "chọn"),
        ({"ket_luan": "co", "ly_do": "x" * 21}, "ly_do", "20"),
    ],
)
def test_a_value_that_does_not_hold_is_refused_and_nothing_changes(
    office: Office, values: dict[str, str], field: str, said: str
) -> None:
    publish(office, bundle(TWO_STEPS, {"a": OFFICER, "b": SECRETARY}, forms={"phieu": FORM}))
    instance = start(office, so="1")
    (task,) = office.tasks(instance)
    draft = SaveDraft(
        task=task.id, viewer=office.viewer("camtien"), values={"ly_do": ["đang nghĩ"]}, files={}
    )
    save_draft(office.system.store, office.system.surroundings, draft, office.now)
    before = history(office, instance)
    with pytest.raises(FieldsInvalid) as refused:
        complete(office, "camtien", task.id, **values)
    assert list(refused.value.fields) == [field]
    assert said in refused.value.fields[field][0][0].lower()
    assert len(history(office, instance)) == len(before)
    assert office.tasks(instance)[0].state == TaskState.OPEN
    with office.system.store.reading() as session:
        view = task_view(session, office.system.surroundings, office.viewer("camtien"), task.id)
    assert view.draft is not None
    assert view.draft.values == {"ly_do": ("đang nghĩ",)}


def test_a_field_that_no_page_sends_is_refused(office: Office) -> None:
    publish(office, bundle(TWO_STEPS, {"a": OFFICER, "b": SECRETARY}, forms={"phieu": FORM}))
    (task,) = office.tasks(start(office))
    with pytest.raises(ForgedField, match="han_phap_ly"):
        complete(office, "camtien", task.id, ket_luan="co", han_phap_ly="2030-01-01")
    assert office.tasks(task.instance_id)[0].state == TaskState.OPEN


def test_a_readonly_field_keeps_the_value_of_the_case(office: Office) -> None:
    publish(office, bundle(TWO_STEPS, {"a": OFFICER, "b": SECRETARY}, forms={"phieu": FORM}))
    instance = start(office, so="đúng")
    complete(office, "camtien", office.tasks(instance)[0].id, ket_luan="co", so="sai")
    with office.system.store.reading() as session:
        view = task_view(
            session, office.system.surroundings, office.viewer("thuky"), office.tasks(instance)[1].id
        )
    assert view.case == {"so": "đúng", "ket_luan": "co", "ly_do": None}


def test_a_completion_that_leads_nowhere_changes_nothing_and_tells_the_administrators(office: Office) -> None:
    drawing = """
        s:start\n a:user\n g:xor\n b:user\n e:end
        s > a > g\n g > b if ket_luan = "co"\n g > e if ket_luan = null\n b > e
    """
    publish(office, bundle(drawing, {"a": OFFICER, "b": SECRETARY}, forms={"phieu": FORM}))
    instance = start(office)
    (task,) = office.tasks(instance)
    before = history(office, instance)
    with pytest.raises(ProcessIncident):
        complete(office, "camtien", task.id, ket_luan="khong")
    assert [one.kind for one in history(office, instance)[len(before) :]] == ["incident.opened"]
    assert office.tasks(instance)[0].state == TaskState.OPEN
    complete(office, "camtien", task.id, ket_luan="co")
    assert [one.name for one in office.tasks(instance)] == ["Bước a", "Bước b"]


def test_who_did_a_step_may_not_check_it(office: Office) -> None:
    checked = role("CHUYEN_VIEN", '<gov:separation differentFrom="a"/>')
    publish(office, bundle(TWO_STEPS, {"a": role("CHUYEN_VIEN"), "b": checked}))
    instance = start(office)
    complete(office, "camtien", office.tasks(instance)[0].id)
    check = office.tasks(instance)[1]
    with pytest.raises(DutiesNotSeparated, match="Bước a"):
        complete(office, "camtien", check.id)
    assert office.tasks(instance)[1].state == TaskState.OPEN
    assert complete(office, "giabao", check.id).ended


def test_who_did_a_step_is_told_already_when_claiming_its_check(office: Office) -> None:
    checked = role("CHUYEN_VIEN", '<gov:separation differentFrom="a"/>')
    publish(office, bundle(TWO_STEPS, {"a": role("CHUYEN_VIEN"), "b": checked}))
    instance = start(office)
    complete(office, "camtien", office.tasks(instance)[0].id)
    with pytest.raises(DutiesNotSeparated, match="Bước a"):
        office.claim("camtien", office.tasks(instance)[1].id)


def test_duties_are_kept_apart_within_one_procedure_not_across_procedures(office: Office) -> None:
    drawing = """
        s:start
        q:sub each muc of ds {
            s1:start\n a:user\n b:user\n e1:end
            s1 > a > b > e1
        }
        e:end
        s > q > e
    """
    checked = role("CHUYEN_VIEN", '<gov:separation differentFrom="a"/>')
    publish(office, bundle(drawing, {"a": role("CHUYEN_VIEN"), "b": checked}))
    instance = start(office, ds=["một", "hai"])
    first, second = office.tasks(instance)
    complete(office, "camtien", first.id)
    complete(office, "giabao", second.id)
    scopes = {task.scope: task.id for task in office.tasks(instance) if task.element_id == "b"}
    with pytest.raises(DutiesNotSeparated):
        complete(office, "camtien", scopes[first.scope])
    complete(office, "camtien", scopes[second.scope])
    assert complete(office, "giabao", scopes[first.scope]).ended


def test_a_step_around_the_loop_is_kept_apart_from_the_checks_inside(office: Office) -> None:
    drawing = "s:start\n a:user\n b:user each muc of ds\n e:end\n s > a > b > e"
    checked = role("CHUYEN_VIEN", '<gov:separation differentFrom="a"/>')
    publish(office, bundle(drawing, {"a": role("CHUYEN_VIEN"), "b": checked}))
    instance = start(office, ds=["một"])
    complete(office, "camtien", office.tasks(instance)[0].id)
    with pytest.raises(DutiesNotSeparated):
        complete(office, "camtien", office.tasks(instance)[1].id)


def test_a_second_role_does_not_lift_the_separation(office: Office) -> None:
    checked = role("LD_CQ", '<gov:separation differentFrom="a"/>')
    publish(office, bundle(TWO_STEPS, {"a": role("CHUYEN_VIEN"), "b": checked}))
    grant(office, "chanhvp", "CHUYEN_VIEN", "P-KT", since=date(2026, 1, 1))
    instance = start(office)
    complete(office, "chanhvp", office.tasks(instance)[0].id)
    check = office.tasks(instance)[1].id
    with pytest.raises(DutiesNotSeparated):
        complete(office, "chanhvp", check)
    assert complete(office, "phochanhvp", check).ended
