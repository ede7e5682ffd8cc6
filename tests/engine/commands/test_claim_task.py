"""Claiming, releasing and returning a task, keeping drafts, and who may do so on which day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from engine.commands.claim_task import ReleaseTask, ReturnTask, release_task, return_task
from engine.commands.save_draft import SaveDraft, save_draft
from engine.domain.errors import Refusal
from engine.domain.local_time import clock_text
from engine.domain.refusals import (
    ReasonMissing,
    TaskDone,
    TaskNotClaimed,
    TaskNotFound,
    TaskNotYours,
    TaskTaken,
)
from engine.domain.states import TaskState
from engine.queries.task import TaskView, task_view
from tests.engine.cases import at_once, bundle, end_roles, grant, kinds, publish, role, start
from tests.office import Office

TOMORROW = date(2026, 11, 24)
TODAY = date(2026, 11, 23)


@pytest.fixture(name="task")
def task_of_an_officer(office: Office) -> UUID:
    """An open task for any officer of the agency."""
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("CHUYEN_VIEN")}))
    (task,) = office.tasks(start(office))
    return task.id


def release(office: Office, username: str, task: UUID) -> None:
    command = ReleaseTask(task=task, viewer=office.viewer(username), origin="test")
    release_task(office.system.store, office.system.surroundings, command, office.now)


def give_back(office: Office, username: str, task: UUID, reason: str) -> None:
    command = ReturnTask(task=task, viewer=office.viewer(username), origin="test", reason=reason)
    return_task(office.system.store, office.system.surroundings, command, office.now)


def draft(office: Office, username: str, task: UUID, text: str) -> None:
    command = SaveDraft(task=task, viewer=office.viewer(username), values={"ly_do": [text]}, files={})
    save_draft(office.system.store, office.system.surroundings, command, office.now)


def view(office: Office, username: str, task: UUID) -> TaskView:
    with office.system.store.reading() as session:
        return task_view(session, office.system.surroundings, office.viewer(username), task)


def seen_by(office: Office, username: str) -> list[UUID]:
    return [row.id for row in office.inbox(username)]


def test_a_claimed_task_is_the_holders_alone(office: Office, task: UUID) -> None:
    assert task in seen_by(office, "giabao")
    office.claim("camtien", task)
    assert task in seen_by(office, "camtien")
    assert task not in seen_by(office, "giabao")
    with pytest.raises(TaskTaken) as refused:
        office.claim("giabao", task)
    assert "Hồ Thị Cẩm Tiên" in refused.value.vi
    assert clock_text(office.now) in refused.value.vi
    assert not view(office, "giabao", task).may_work


def test_claiming_what_one_holds_changes_nothing(office: Office, task: UUID) -> None:
    office.claim("camtien", task)
    office.claim("camtien", task)
    assert kinds(office, view(office, "camtien", task).instance).count("task.claimed") == 1


def test_of_two_claiming_at_once_exactly_one_holds_the_task(office: Office, task: UUID) -> None:
    names = ("camtien", "giabao", "chihoa")
    for _ in range(5):
        answers = at_once(*(partial(office.claim, name, task) for name in names))
        (winner,) = (name for name, answer in zip(names, answers, strict=True) if answer is None)
        assert sum(isinstance(answer, TaskTaken) for answer in answers) == 2
        assert view(office, winner, task).claimed_by == office.viewer(winner).person
        release(office, winner, task)


def test_a_released_task_waits_for_all_again_and_keeps_the_draft(office: Office, task: UUID) -> None:
    office.claim("camtien", task)
    draft(office, "camtien", task, "mới nghĩ được một nửa")
    release(office, "camtien", task)
    seen = view(office, "giabao", task)
    assert (seen.state, seen.claimed_by) == (TaskState.OPEN, None)
    assert seen.draft is not None
    assert seen.draft.values == {"ly_do": ("mới nghĩ được một nửa",)}
    assert seen.draft.by == office.viewer("camtien").person
    assert kinds(office, seen.instance)[-1] == "task.released"


def test_only_the_holder_gives_a_task_back(office: Office, task: UUID) -> None:
    with pytest.raises(TaskNotClaimed):
        release(office, "camtien", task)
    office.claim("camtien", task)
    with pytest.raises(TaskTaken):
        release(office, "giabao", task)
    with pytest.raises(TaskTaken):
        give_back(office, "giabao", task, "không phải việc của tôi")


@pytest.mark.parametrize("reason", ["", "   ", "\n\t"])
def test_a_return_without_a_reason_is_refused(office: Office, task: UUID, reason: str) -> None:
    office.claim("camtien", task)
    with pytest.raises(ReasonMissing):
        give_back(office, "camtien", task, reason)
    assert view(office, "camtien", task).claimed_by == office.viewer("camtien").person


def test_a_return_shows_its_reason_to_all_and_tells_the_secretary(office: Office, task: UUID) -> None:
    office.claim("camtien", task)
    give_back(office, "camtien", task, "  Thủ tục thuộc Phòng Nội chính  ")
    (row,) = (row for row in office.inbox("giabao") if row.id == task)
    assert row.returned_reason == "Thủ tục thuộc Phòng Nội chính"
    seen = view(office, "giabao", task)
    assert (seen.returned_by, seen.returned_at) == (office.viewer("camtien").person, office.now)
    office.pass_days(1)
    (letter,) = (mail for mail in office.mails() if mail.to_address == "thuky@vp.tayninh.example")
    assert "Thủ tục thuộc Phòng Nội chính" in letter.text


def test_each_return_is_told_also_the_second_one(office: Office, task: UUID) -> None:
    for reason in ("lần một", "lần hai"):
        office.claim("camtien", task)
        give_back(office, "camtien", task, reason)
        office.pass_days(1)
    letters = [mail.text for mail in office.mails() if mail.to_address == "thuky@vp.tayninh.example"]
    assert ["lần một" in letters[0], "lần hai" in letters[1]] == [True, True]


def test_the_last_draft_wins(office: Office, task: UUID) -> None:
    for text in ("một", "hai"):
        draft(office, "camtien", task, text)
    draft(office, "giabao", task, "ba")
    kept = view(office, "camtien", task).draft
    assert kept is not None
    assert (kept.values, kept.by) == ({"ly_do": ("ba",)}, office.viewer("giabao").person)


def test_nobody_writes_into_the_draft_of_a_task_that_somebody_holds(office: Office, task: UUID) -> None:
    office.claim("camtien", task)
    draft(office, "camtien", task, "của tôi")
    with pytest.raises(TaskTaken):
        draft(office, "giabao", task, "của người khác")
    kept = view(office, "camtien", task).draft
    assert kept is not None
    assert kept.values == {"ly_do": ("của tôi",)}


def test_a_done_task_takes_no_claim_and_no_draft(office: Office, task: UUID) -> None:
    office.complete("camtien", task, {})
    for act in (office.claim, partial(draft, office, text="muộn")):
        with pytest.raises(TaskDone, match="Hồ Thị Cẩm Tiên"):
            act("giabao", task=task)


def test_for_another_agency_the_task_does_not_exist(office: Office, task: UUID) -> None:
    stranger = "socv"
    for act in (office.claim, partial(release, office), partial(view, office)):
        with pytest.raises(TaskNotFound):
            act(stranger, task=task)
    assert seen_by(office, stranger) == []


def test_the_secretary_sees_a_task_to_give_it_to_somebody_and_cannot_do_it(
    office: Office, task: UUID
) -> None:
    seen = view(office, "thuky", task)
    assert (seen.may_work, seen.may_assign) == (False, True)
    with pytest.raises(TaskNotYours):
        office.claim("thuky", task)


@pytest.mark.parametrize("username", ["truongkt", "vanthu2", "chanhvp"])
def test_without_the_role_the_task_is_not_yours(office: Office, task: UUID, username: str) -> None:
    if username == "vanthu2":
        end_roles(office, "vanthu", TODAY)
        username = "vanthu"
    for act in (office.claim, partial(release, office), partial(view, office)):
        with pytest.raises(TaskNotYours):
            act(username, task=task)
    assert task not in seen_by(office, username)


def test_a_role_counts_from_its_first_day_to_the_day_before_its_end(office: Office, task: UUID) -> None:
    grant(office, "truongnc", "CHUYEN_VIEN", "P-NC", since=TOMORROW)
    grant(office, "truongqttv", "CHUYEN_VIEN", "P-QTTV", since=date(2024, 1, 1), until=TODAY)
    grant(office, "truongkgvx", "CHUYEN_VIEN", "P-KGVX", since=date(2024, 1, 1), until=TOMORROW)

    def able() -> list[str]:
        return [name for name in ("truongnc", "truongqttv", "truongkgvx") if task in seen_by(office, name)]

    assert able() == ["truongkgvx"]
    with pytest.raises(TaskNotYours):
        office.claim("truongnc", task)
    office.pass_days(1)
    assert able() == ["truongnc"]
    office.claim("truongnc", task)


def test_the_day_changes_at_midnight_in_vietnam(office: Office, task: UUID) -> None:
    grant(office, "truongnc", "CHUYEN_VIEN", "P-NC", since=TOMORROW)
    office.clock.move_to(office.now.replace(hour=16, minute=59))
    assert task not in seen_by(office, "truongnc")
    office.clock.move_to(office.now.replace(hour=17, minute=0))
    assert task in seen_by(office, "truongnc")


def test_a_role_in_one_unit_opens_no_task_of_another(office: Office) -> None:
    extension = '<gov:assignment role="CHUYEN_VIEN" unit="don_vi"/>'
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": extension}))
    unit = next(grant.unit for grant in office.viewer("camtien").grants)
    (task,) = office.tasks(start(office, don_vi=str(unit)))
    assert [name for name in ("camtien", "giabao", "minhdat") if task.id in seen_by(office, name)] == [
        "camtien",
        "giabao",
    ]
    with pytest.raises(TaskNotYours):
        office.claim("minhdat", task.id)
    grant(office, "minhdat", "CHUYEN_VIEN")  # in the whole agency
    office.claim("minhdat", task.id)


def test_a_task_for_one_person_is_for_nobody_else(office: Office) -> None:
    extension = '<gov:assignment role="CHUYEN_VIEN" person="nguoi"/>'
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": extension}))
    (task,) = office.tasks(start(office, nguoi=str(office.viewer("camtien").person)))
    assert task.id not in seen_by(office, "giabao")
    with pytest.raises(TaskNotYours):
        office.claim("giabao", task.id)
    office.claim("camtien", task.id)


def test_the_new_holder_of_a_role_finds_the_open_tasks_of_the_leaver(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("THU_KY_ISO")}))
    (task,) = office.tasks(start(office))
    end_roles(office, "thuky", TOMORROW)
    grant(office, "vanthu", "THU_KY_ISO", "BCD-ISO", since=TOMORROW)
    assert (task.id in seen_by(office, "thuky"), task.id in seen_by(office, "vanthu")) == (True, False)
    office.pass_days(1)
    assert (task.id in seen_by(office, "thuky"), task.id in seen_by(office, "vanthu")) == (False, True)
    office.complete("vanthu", task.id, {})


def test_what_a_leaver_held_is_offered_to_the_others_and_told_to_them(office: Office, task: UUID) -> None:
    office.claim("camtien", task)
    draft(office, "camtien", task, "dở dang")
    end_roles(office, "camtien", TOMORROW)
    office.work()
    assert task not in {row.id for row in office.inbox("giabao")}
    office.pass_days(1)
    (found,) = [row for row in office.inbox("giabao") if row.id == task]
    assert (found.state, found.holder, found.has_draft) == ("open", None, True)
    office.clock.move_to(office.now + timedelta(minutes=2))
    office.work()
    assert [mail for mail in office.mails() if mail.to_address.startswith("giabao")]
    assert len([kind for kind in kinds(office, found.instance) if kind == "task.released"]) == 1


def test_what_a_leaver_holds_can_be_taken_over(office: Office, task: UUID) -> None:
    office.claim("camtien", task)
    draft(office, "camtien", task, "dở dang")
    end_roles(office, "camtien", TOMORROW)
    office.pass_days(1)
    with pytest.raises(TaskNotYours):
        office.complete("camtien", task, {})
    office.claim("giabao", task)
    kept = view(office, "giabao", task)
    assert kept.claimed_by == office.viewer("giabao").person
    assert kept.draft is not None
    with pytest.raises(TaskTaken):
        office.claim("chihoa", task)


def test_every_refusal_speaks_both_languages(office: Office, task: UUID) -> None:
    office.claim("camtien", task)
    with pytest.raises(Refusal) as refused:
        office.claim("giabao", task)
    assert refused.value.vi.endswith(".")
    assert refused.value.en.endswith(".")
    assert refused.value.vi != refused.value.en
