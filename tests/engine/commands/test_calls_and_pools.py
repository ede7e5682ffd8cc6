"""Publishing files of several processes, models that call others, and what operators ask of a model."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from engine.commands.deploy_model import ModelDeployed
from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from engine.domain.refusals import ModelNotFound
from engine.domain.values import Value
from engine.ports import DeclaredOperator, OperatorCall, Parameter
from engine.runtime.trial import try_out_apart
from engine.store.tables import AuditEvent, ModelFile
from qms import bootstrap
from tests.engine.cases import bundle, form, offer, publish, role, start
from tests.office import Office

SECRETARY = role("THU_KY_ISO")
CALLER = "s:start\n c:call QMS_P97\n a:user\n e:end\n s > c > a > e"
CALLED = "s:start\n a:user\n e:end\n s > a > e"
LONGER = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"


def caller() -> Bundle:
    return bundle(CALLER, {"a": SECRETARY})


def called(text: str = CALLED, **forms: object) -> Bundle:
    gov = SECRETARY if not forms else role("THU_KY_ISO", '<gov:form key="don"/>')
    return bundle(text, {"a": gov, "b": SECRETARY}, key="QMS_P97", forms=forms)


def refusal(office: Office, files: Bundle) -> list[tuple[str, str | None]]:
    with pytest.raises(ModelRefused) as refused:
        publish(office, files)
    assert all(finding.line > 1 for finding in refused.value.findings)
    return [(finding.rule, finding.element_id) for finding in refused.value.findings]


def names(office: Office, deployed: ModelDeployed) -> set[str]:
    with office.system.store.reading() as session:
        return set(
            session.scalars(select(ModelFile.path).where(ModelFile.model_version_id == deployed.version_id))
        )


# Calls


def test_a_call_runs_the_newest_version_there_was_when_the_caller_was_published(office: Office) -> None:
    publish(office, called())
    first = publish(office, caller())
    publish(office, called(LONGER))
    case = start(office)
    (task,) = office.tasks(case)
    assert task.element_id == "QMS_P97/a"
    office.complete("thuky", task.id, {})
    assert [task.element_id for task in office.tasks(case) if task.state == "open"] == ["a"]
    again = publish(office, caller())
    assert (first.version, again.version, again.created) == (1, 2, True)
    case = start(office)
    office.complete("thuky", office.tasks(case)[0].id, {})
    assert [task.element_id for task in office.tasks(case) if task.state == "open"] == ["QMS_P97/b"]


def test_the_same_caller_again_is_the_same_version_while_nothing_it_calls_has_changed(office: Office) -> None:
    publish(office, called())
    first, again = publish(office, caller()), publish(office, caller())
    assert (again.version_id, again.created) == (first.version_id, False)


def test_the_pinned_version_lies_in_the_bundle_and_is_written_down(office: Office) -> None:
    pinned = publish(office, called())
    deployed = publish(office, caller())
    assert names(office, deployed) == {"model.bpmn", "called/QMS_P97.json", "called/QMS_P97/model.bpmn"}
    with office.system.store.reading() as session:
        said = session.scalars(select(AuditEvent.data).where(AuditEvent.kind == "model.deployed")).all()
    (call,) = json.loads(said[-1])["calls"]
    assert (call["key"], call["version"], call["version_id"]) == ("QMS_P97", 1, str(pinned.version_id))


def test_a_task_of_a_called_model_is_done_with_its_own_form(office: Office) -> None:
    field = {"type": "textfield", "key": "ghi_chu", "label": "Ghi chú"}
    publish(office, called(don=form(field)))
    publish(office, caller())
    case = start(office)
    (task,) = office.tasks(case)
    assert task.form_key == "QMS_P97/don"
    office.complete("thuky", task.id, {"ghi_chu": "đã xem"})
    assert [task.element_id for task in office.tasks(case) if task.state == "open"] == ["a"]


def test_calls_of_called_models_are_pinned_with_them(office: Office) -> None:
    middle = bundle("s:start\n c:call QMS_P97\n e:end\n s > c > e", {}, key="QMS_P98")
    publish(office, called())
    publish(office, middle)
    publish(office, called(LONGER))
    publish(office, bundle(CALLER.replace("P97", "P98"), {"a": SECRETARY}))
    case = start(office)
    office.complete("thuky", office.tasks(case)[0].id, {})
    assert [task.element_id for task in office.tasks(case) if task.state == "open"] == ["a"]


def test_a_model_that_nobody_published_cannot_be_called(office: Office) -> None:
    assert refusal(office, caller()) == [("call-elsewhere", "c")]


def test_models_do_not_come_to_call_one_another(office: Office) -> None:
    publish(office, called())
    publish(office, caller())
    back = bundle("s:start\n c:call QMS_P99_THU\n e:end\n s > c > e", {}, key="QMS_P97")
    assert {rule for rule, _ in refusal(office, back)} >= {"call-recursion"}


def test_what_a_bundle_brings_along_as_published_is_not_believed(office: Office) -> None:
    forged = {f"called/QMS_P97/{path}": content for path, content in called().files.items()}
    assert refusal(office, Bundle(files={**caller().files, **forged})) == [("call-elsewhere", "c")]


# Pools


def test_every_pool_of_a_file_becomes_a_model_of_its_own(office: Office) -> None:
    second = "\n QMS_P98:process {\n s2:start\n b:user\n s2 > b\n }"
    files = bundle(CALLED + second, {"a": SECRETARY, "b": SECRETARY})
    deployed = publish(office, files)
    (other,) = deployed.also
    assert {(deployed.key, deployed.version), (other.key, other.version)} == {
        ("QMS_P99_THU", 1),
        ("QMS_P98", 1),
    }
    assert not publish(office, files).also[0].created
    assert [task.element_id for task in office.tasks(start(office))] == ["a"]
    case = start(office, "QMS_P98")
    assert [task.element_id for task in office.tasks(case)] == ["b"]
    office.complete("thuky", office.tasks(case)[0].id, {})
    assert office.instance(case).state == "completed"


# Operators

SERVICE = "s:start\n v:service cong {}\n a:user\n e:end\n s > v > a > e"


def _add(call: OperatorCall) -> Value:
    return call.parameters.get("mot")


ADD = DeclaredOperator(
    work=_add,
    parameters={"mot": Parameter(type="number"), "hai": Parameter(type="number", required=False)},
    result="number",
    variables={"tong": "number"},
)


def service(line: str, variables: str = "") -> Bundle:
    files = bundle(SERVICE.format(line), {"a": SECRETARY})
    inner = "".join(
        '<gov:variable name="{}" type="{}"/>'.format(*each.split(":")) for each in variables.split()
    )
    xml = files.files["model.bpmn"].decode()
    if inner:
        gov = f"<bpmn:extensionElements><gov:variables>{inner}</gov:variables></bpmn:extensionElements>"
        xml = xml.replace('isExecutable="true">', f'isExecutable="true">{gov}', 1)
    return Bundle(files={"model.bpmn": xml.encode()})


@pytest.mark.parametrize(
    ("line", "variables", "rule"),
    [
        ("mot=1 ba=2", "", "operator-parameter-unknown"),
        ("hai=2", "", "operator-parameter-missing"),
        ("mot=ten", "ten:text", "operator-type"),
        ("mot=1 result=ten", "ten:text", "operator-type"),
        ("mot=1", "tong:text", "operator-type"),
    ],
)
def test_a_service_that_is_asked_wrongly_is_refused(
    office: Office, line: str, variables: str, rule: str
) -> None:
    offer(office, cong=ADD)
    assert refusal(office, service(line, variables)) == [(rule, "v")]


@pytest.mark.parametrize(("line", "variables"), [("mot=so result=kq", "so:decimal kq:number"), ("mot=x", "")])
def test_a_service_that_is_asked_rightly_is_published(office: Office, line: str, variables: str) -> None:
    offer(office, cong=ADD)
    assert publish(office, service(line, variables)).created


def test_a_service_that_is_not_offered_is_refused(office: Office) -> None:
    assert refusal(office, service("mot=1")) == [("operator-unknown", "v")]


# The trial


def test_a_model_is_tried_out_apart_before_it_is_published(office: Office) -> None:
    surroundings = bootstrap.surroundings()
    assert surroundings.trial is try_out_apart
    office.system = replace(office.system, surroundings=surroundings)
    assert publish(office, called()).created


def test_a_model_whose_trial_fails_is_not_published(office: Office) -> None:
    def fail(bundle: Bundle) -> None:
        try_out_apart(bundle, wall_seconds=0.001)

    office.system = replace(office.system, surroundings=replace(office.system.surroundings, trial=fail))
    with pytest.raises(ModelRefused, match="too large or never rests"):
        publish(office, called())
    with pytest.raises(ModelNotFound):
        start(office, "QMS_P97")
