"""What is read from a drawing: assignments by lane, forms, deadlines, flows, order."""

# ruff: noqa: E501  a drawing or a piece of XML reads best on its one line

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from engine.domain.bundle import Bundle, read_bundle
from engine.domain.definition import (
    ActivityKind,
    Assignment,
    DeadlineRule,
    EscalationRule,
    LegalRef,
    OperatorBinding,
)
from engine.runtime import CompiledModel, RunningProcess, compile_bundle

NOW = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
FULL = """
<bpmn:collaboration id="C"><bpmn:participant id="Pool" name="Sở" processRef="P"/></bpmn:collaboration>
<bpmn:process id="P" name="Cập nhật văn bản" isExecutable="false">
  <bpmn:documentation>Theo Quyết định 19.</bpmn:documentation>
  <bpmn:extensionElements>
    <gov:deadline policy="DL-LEGAL-3M" anchor="ngay_hieu_luc"/>
    <gov:escalation ladder="QMS" owedToDepartment="true"/>
    <gov:legalBasis><gov:legalRef doc="19/2014/QĐ-TTg" article="Điều 4 khoản 4"/></gov:legalBasis>
    <gov:title expression="&quot;VB &quot; + so"/>
    <gov:variables><gov:variable name="ngay_hieu_luc" type="date"/><gov:variable name="so" type="text"/></gov:variables>
  </bpmn:extensionElements>
  <bpmn:laneSet id="LS">
    <bpmn:lane id="L1" name="Làn"><bpmn:extensionElements><gov:assignment role="THU_KY_ISO"/></bpmn:extensionElements>
      <bpmn:flowNodeRef>s</bpmn:flowNodeRef><bpmn:flowNodeRef>a</bpmn:flowNodeRef><bpmn:flowNodeRef>b</bpmn:flowNodeRef>
      <bpmn:flowNodeRef>q</bpmn:flowNodeRef>
      <bpmn:childLaneSet id="CL">
        <bpmn:lane id="L1a" name="Làn"><bpmn:extensionElements><gov:assignment role="CHUYEN_VIEN" unit="don_vi"/></bpmn:extensionElements>
          <bpmn:flowNodeRef>b</bpmn:flowNodeRef></bpmn:lane>
        <bpmn:lane id="L1b" name="Làn trống"><bpmn:flowNodeRef>q</bpmn:flowNodeRef></bpmn:lane>
      </bpmn:childLaneSet>
    </bpmn:lane>
  </bpmn:laneSet>
  <bpmn:startEvent id="s"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
  <bpmn:userTask id="a" name="Sàng lọc"><bpmn:extensionElements>
    <gov:form key="sang-loc"/><gov:deadline workingDays="5"/><gov:escalation ladder="QMS"/>
    <gov:title expression="ten"/><gov:legalBasis><gov:legalRef doc="TCVN ISO 9001:2015" article="7.5"/></gov:legalBasis>
  </bpmn:extensionElements></bpmn:userTask>
  <bpmn:userTask id="b" name="Soạn"><bpmn:extensionElements>
    <gov:separation differentFrom="a" notOfUnit="ten" notPerson="ten"/><gov:deadline date="han"/>
    <gov:assignment person="nguoi" inPerson="true"/>
  </bpmn:extensionElements></bpmn:userTask>
  <bpmn:subProcess id="q" name="Con">
    <bpmn:startEvent id="s1"/><bpmn:userTask id="c"/><bpmn:endEvent id="e1"/>
    <bpmn:sequenceFlow id="f5" sourceRef="s1" targetRef="c"/><bpmn:sequenceFlow id="f6" sourceRef="c" targetRef="e1"/>
  </bpmn:subProcess>
  <bpmn:serviceTask id="v"><bpmn:extensionElements><gov:operator name="nonconformity.open" result="phieu_kph">
    <gov:parameter name="nguon" value="&quot;quá hạn&quot;"/></gov:operator></bpmn:extensionElements></bpmn:serviceTask>
  <bpmn:endEvent id="e"/>
  <bpmn:textAnnotation id="T"><bpmn:text>Ghi chú</bpmn:text></bpmn:textAnnotation>
  <bpmn:association id="As" sourceRef="a" targetRef="T"/>
  <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="b"/>
  <bpmn:sequenceFlow id="f3" sourceRef="b" targetRef="q"/><bpmn:sequenceFlow id="f4" sourceRef="q" targetRef="v"/>
  <bpmn:sequenceFlow id="f7" sourceRef="v" targetRef="e"/>
</bpmn:process>
<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="Dg">
  <bpmndi:BPMNPlane id="Pl" bpmnElement="P">
    <bpmndi:BPMNShape id="x1" bpmnElement="b"><dc:Bounds x="10" y="200" width="1" height="1"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="x2" bpmnElement="a"><dc:Bounds x="10" y="100" width="1" height="1"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="x3" bpmnElement="e"><dc:Bounds x="5" y="300" width="1" height="1"/></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane>
</bpmndi:BPMNDiagram>
"""
FORMS: Mapping[str, object] = {
    "sang-loc": {
        "type": "default",
        "components": [{"type": "textfield", "key": "ket_luan", "label": "Kết luận"}],
    }
}


def full(wrap: Callable[..., str], compiled: Callable[..., CompiledModel]) -> CompiledModel:
    return compiled(wrap(FULL), FORMS)


def test_the_process_says_its_deadline_escalation_basis_and_variables(
    wrap: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    definition = full(wrap, compiled).definition
    assert (definition.process_id, definition.name) == ("P", "Cập nhật văn bản")
    assert definition.deadline == DeadlineRule(policy="DL-LEGAL-3M", anchor_expression="ngay_hieu_luc")
    assert definition.escalation == EscalationRule(ladder="QMS", owed_to_department=True)
    assert definition.legal_basis == (LegalRef(doc="19/2014/QĐ-TTg", article="Điều 4 khoản 4"),)
    assert definition.title_expression == '"VB " + so'
    assert definition.variables == {"ngay_hieu_luc": "date", "so": "text"}
    assert definition.documentation == "Theo Quyết định 19."
    assert set(definition.forms) == {"sang-loc"}
    assert definition.flows["f3"] == ("b", "q")
    assert definition.order[:3] == ("e", "a", "b")
    assert set(definition.order) == set(definition.activities)


def test_an_element_is_assigned_by_its_innermost_lane_told_apart_by_id(
    wrap: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    activities = full(wrap, compiled).definition.activities
    assert activities["a"].assignment == Assignment(role="THU_KY_ISO")
    assert activities["a"].lane_id == "L1"
    assert activities["b"].lane_id == "L1a"
    assert activities["b"].assignment == Assignment(
        role="CHUYEN_VIEN", unit_expression="don_vi", person_expression="nguoi", in_person=True
    ), "an assignment without a role narrows that of the lane"
    assert activities["c"].lane_id == "L1b"
    assert activities["c"].assignment == Assignment(role="THU_KY_ISO"), (
        "a lane that says nothing leaves it to the outer lane"
    )
    assert activities["c"].parent_id == "q"


def test_activities_say_what_the_office_attached_to_them(
    wrap: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    activities = full(wrap, compiled).definition.activities
    a, b, v = activities["a"], activities["b"], activities["v"]
    assert (a.kind, a.name, a.form_key, a.title_expression) == (
        ActivityKind.USER_TASK,
        "Sàng lọc",
        "sang-loc",
        "ten",
    )
    assert a.deadline == DeadlineRule(working_days=5)
    assert a.legal_basis == (LegalRef(doc="TCVN ISO 9001:2015", article="7.5"),)
    assert (b.different_from, b.not_of_unit, b.not_person) == (("a",), "ten", "ten")
    assert b.assignment is not None
    assert b.assignment.in_person
    assert b.deadline == DeadlineRule(date_expression="han")
    assert v.operator == OperatorBinding(
        name="nonconformity.open", parameters={"nguon": '"quá hạn"'}, result="phieu_kph"
    )


def test_open_tasks_come_with_their_title_unit_and_person(
    wrap: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    process = RunningProcess.start(
        full(wrap, compiled), variables={"ten": "QT-06", "don_vi": "P1", "nguoi": None}, now=NOW
    )
    (a,) = process.open_tasks()
    assert (a.title, a.unit, a.person, a.scope_id, a.loop_index) == ("QT-06", None, None, "", None)
    process.complete(a.id, {"nguoi": "U7"})
    (b,) = process.open_tasks()
    assert (b.title, b.unit, b.person) == ("", "P1", "U7")


def test_a_model_that_assigns_nobody_is_accepted_with_a_warning(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    model = compiled(draw("s:start\n a:user\n e:end\n s > a > e"))
    assert [(finding.rule, finding.element_id) for finding in model.warnings] == [("nobody-assigned", "a")]


def test_the_hash_of_a_bundle_depends_on_every_byte_and_on_where_files_begin(tmp_path: Path) -> None:
    assert Bundle(files={"a": b"1", "b": b"2"}).hash == Bundle(files={"b": b"2", "a": b"1"}).hash
    assert Bundle(files={"a": b"1b"}).hash != Bundle(files={"a": b"1", "b": b""}).hash
    (tmp_path / "forms").mkdir()
    (tmp_path / "model.bpmn").write_bytes(b"<a/>")
    (tmp_path / "forms" / "x.json").write_bytes(b"{}")
    (tmp_path / "bang.dmn").write_bytes(b"<b/>")
    (tmp_path / "README.md").write_bytes(b"what it is for")
    (tmp_path / "notes.txt").write_bytes(b"nothing of the version")
    assert dict(read_bundle(tmp_path).files) == {
        "model.bpmn": b"<a/>",
        "forms/x.json": b"{}",
        "bang.dmn": b"<b/>",
        "README.md": b"what it is for",
    }


def test_a_bundle_is_compiled_once(draw: Callable[..., str]) -> None:
    files = {"model.bpmn": draw("s:start\n a:user\n e:end\n s > a > e").encode()}
    assert compile_bundle(Bundle(files=files)) is compile_bundle(Bundle(files=dict(files)))
