"""A confidential case is seen by those who have a part in it and by the head: by each of the two walls."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select, update

from engine.commands.change_variables import ChangeVariables, change_variables
from engine.commands.mark_confidential import MarkConfidential, mark_confidential
from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from engine.domain.interventions import Intervention, InterventionReasonMissing
from engine.domain.refusals import CaseConfidential, InstanceNotFound, NotAuthorised
from engine.execution.instances import lock
from engine.queries.closed_cases import closed_cases
from engine.queries.instance import instance_view
from engine.queries.instances import instance_lines
from engine.queries.visible import visible_among
from engine.store.session import Store
from engine.store.tables import AuditEvent, Notification, ProcessInstance
from tests.engine.cases import bundle, history, publish, role, start
from tests.engine.chain import assert_whole
from tests.office import Office

TWO_STEPS = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
HEAD, SECRETARY, ADMINISTRATOR, LAWYER = "chanhvp", "thuky", "quantri", "phapche"


@pytest.fixture
def case(office: Office) -> UUID:
    """A case of a confidential model that waits for the lawyer, then for the secretary."""
    publish(office, model("true"))
    return start(office)


def model(said: str) -> Bundle:
    files = bundle(TWO_STEPS, {"a": role("PHAP_CHE"), "b": role("THU_KY_ISO")})
    drawing = files.files["model.bpmn"].decode()
    opening = '<bpmn:process id="QMS_P99_THU"'
    drawing = drawing.replace(opening, f'{opening} gov:confidential="{said}"')
    return Bundle(files={**files.files, "model.bpmn": drawing.encode()})


def why(office: Office, username: str, reason: str = "Theo chỉ đạo") -> Intervention:
    return Intervention(viewer=office.viewer(username), origin="test", reason=reason)


def mark(
    office: Office, case: UUID, by: str, *, confidential: bool = True, reason: str = "Vì lý do mật"
) -> None:
    command = MarkConfidential(instance=case, intervention=why(office, by, reason), confidential=confidential)
    mark_confidential(office.system.store, office.system.surroundings, command, office.now)


def sees(office: Office, store: Store, username: str, case: UUID) -> bool:
    """Whether the page of the case opens; lists and links must say the same."""
    viewer = office.viewer(username)
    with store.reading() as session:
        lines, total = instance_lines(session, viewer, words="thu")
        listed = case in {line.id for line in lines}
        assert total == len(lines)
        assert (case in visible_among(session, viewer, {case})) == listed
        try:
            instance_view(session, office.system.surroundings, viewer, case, office.now)
        except (CaseConfidential, InstanceNotFound):
            assert not listed
            return False
        assert listed
        return True


def test_each_wall_alone_closes_it_to_all_who_have_no_part(office: Office, case: UUID) -> None:
    for username, seen in ((HEAD, True), (LAWYER, True), (SECRETARY, False), (ADMINISTRATOR, False)):
        viewer = office.viewer(username)
        first = office.system.store
        assert sees(office, first, username, case) == seen
        assert sees(office, first.behind(viewer), username, case) == seen
        with first.behind(viewer).reading() as session:
            rows = session.scalars(select(ProcessInstance.id).where(ProcessInstance.id == case)).all()
            assert (rows == [case]) == seen
    (task,) = office.tasks(case)
    office.claim(LAWYER, task.id)
    office.complete(LAWYER, task.id, {})
    assert sees(office, office.system.store, SECRETARY, case)
    assert sees(office, office.system.store.behind(office.viewer(SECRETARY)), SECRETARY, case)
    assert sees(office, office.system.store, LAWYER, case), "who did a task of it still sees it"


def test_overseers_are_told_its_code_and_nothing_else(office: Office, case: UUID) -> None:
    code = office.instance(case).code
    for username, told in ((SECRETARY, [code]), (ADMINISTRATOR, [code]), (HEAD, []), ("camtien", [])):
        viewer = office.viewer(username)
        for store in (office.system.store, office.system.store.behind(viewer)):
            with store.reading() as session:
                assert [one.code for one in closed_cases(session, viewer)] == told


def test_an_administrator_may_stop_it_but_not_look_into_it(office: Office, case: UUID) -> None:
    store, around = office.system.store, office.system.surroundings
    intervention = why(office, ADMINISTRATOR)
    suspend_instance(store, around, SuspendInstance(instance=case, intervention=intervention), office.now)
    resume_instance(store, around, ResumeInstance(instance=case, intervention=intervention), office.now)
    kinds = [event.kind for event in history(office, case)]
    assert kinds[-2:] == ["instance.suspended", "instance.resumed"]
    change = ChangeVariables(instance=case, intervention=intervention, scope="", values={"x": 1})
    with pytest.raises(CaseConfidential):
        change_variables(store, around, change, office.now)
    walled = store.behind(intervention.viewer or office.viewer(ADMINISTRATOR))
    with pytest.raises(InstanceNotFound), walled.transaction() as session:
        lock(session, around, case, actor=intervention.actor, now=office.now)


def test_the_starter_or_the_head_closes_a_case_with_a_reason_and_the_head_opens_it(office: Office) -> None:
    publish(office, bundle(TWO_STEPS, {"a": role("PHAP_CHE"), "b": role("THU_KY_ISO")}))
    case = start(office)
    assert sees(office, office.system.store, SECRETARY, case)
    with pytest.raises(NotAuthorised):
        mark(office, case, SECRETARY)
    with pytest.raises(InterventionReasonMissing):
        mark(office, case, HEAD, reason=" ")
    with office.system.store.transaction() as session:
        starter = office.viewer(SECRETARY).person
        session.execute(update(ProcessInstance).where(ProcessInstance.id == case).values(started_by=starter))
    mark(office, case, SECRETARY)
    mark(office, case, SECRETARY)
    assert sees(office, office.system.store, SECRETARY, case), "the starter has a part in it"
    assert not sees(office, office.system.store, ADMINISTRATOR, case)
    with pytest.raises(CaseConfidential):
        mark(office, case, ADMINISTRATOR, confidential=False)
    with pytest.raises(NotAuthorised):
        mark(office, case, SECRETARY, confidential=False)
    mark(office, case, HEAD, confidential=False)
    assert sees(office, office.system.store, ADMINISTRATOR, case)
    told = [event.data for event in history(office, case) if event.kind == "instance.confidentiality"]
    assert len(told) == 2
    assert "Vì lý do mật" in told[0]
    assert_whole(office, case)
    with office.system.store.reading() as session:
        acts = session.scalars(select(AuditEvent.kind).where(AuditEvent.kind == "instance.confidentiality"))
        assert len(acts.all()) == 2


def test_its_mails_tell_the_code_alone(office: Office, case: UUID) -> None:
    with office.system.store.transaction() as session:
        session.execute(update(ProcessInstance).where(ProcessInstance.id == case).values(title="Vụ việc X"))
        assert session.scalars(select(Notification.id)).first() is not None
    office.pass_days(1)
    mails = office.mails()
    assert mails
    assert any(office.instance(case).code in mail.subject + mail.text for mail in mails)
    assert all("Vụ việc X" not in mail.subject + mail.text + mail.html for mail in mails)


def test_a_model_says_yes_or_no(office: Office) -> None:
    with pytest.raises(ModelRefused) as refused:
        publish(office, model("maybe"))
    assert "confidential-flag" in {finding.rule for finding in refused.value.findings}
    publish(office, model("false"))
    assert not office.instance(start(office)).confidential
