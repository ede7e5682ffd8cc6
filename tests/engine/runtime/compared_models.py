"""A small model with a bit of everything, and the single changes that a comparison has to see."""

from __future__ import annotations

from dataclasses import dataclass

from engine.domain.bundle import Bundle
from engine.domain.comparison import ChangeKind

ADDED, REMOVED, CHANGED, MOVED = ChangeKind

MODEL = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
 xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
 xmlns:gov="urn:vn:gov:bpmn:1" targetNamespace="urn:test">
<bpmn:message id="Tin_BoSung" name="ho_so_bo_sung"/>
<bpmn:process id="TTHC_CAP_PHEP" name="Cấp phép" isExecutable="true" gov:retention="HS-05">
 <bpmn:extensionElements>
  <gov:deadline workingDays="10"/><gov:escalation ladder="TTHC"/>
  <gov:variables>
   <gov:variable name="ket_luan" type="text"/><gov:variable name="so_ngay" type="number"/></gov:variables>
  <gov:legalBasis><gov:legalRef doc="61/2018/NĐ-CP" article="Điều 17"/></gov:legalBasis>
 </bpmn:extensionElements>
 <bpmn:laneSet id="Lanes">
  <bpmn:lane id="L1" name="Một cửa">
  <bpmn:extensionElements><gov:assignment role="VAN_THU"/></bpmn:extensionElements>
   <bpmn:flowNodeRef>BatDau</bpmn:flowNodeRef><bpmn:flowNodeRef>TiepNhan</bpmn:flowNodeRef></bpmn:lane>
  <bpmn:lane id="L2" name="Chuyên môn">
  <bpmn:extensionElements><gov:assignment role="CHUYEN_VIEN"/></bpmn:extensionElements>
   <bpmn:flowNodeRef>ThamDinh</bpmn:flowNodeRef><bpmn:flowNodeRef>Duyet</bpmn:flowNodeRef></bpmn:lane>
 </bpmn:laneSet>
 <bpmn:startEvent id="BatDau" name="Nộp hồ sơ"/>
 <bpmn:userTask id="TiepNhan" name="Tiếp nhận">
  <bpmn:extensionElements>
  <gov:form key="tiep-nhan"/><gov:deadline workingDays="1"/></bpmn:extensionElements>
 </bpmn:userTask>
 <bpmn:userTask id="ThamDinh" name="Thẩm định">
  <bpmn:documentation>Xem hồ sơ.</bpmn:documentation>
  <bpmn:extensionElements>
  <gov:form key="tiep-nhan"/><gov:deadline workingDays="3"/><gov:escalation ladder="TTHC"/>
  <gov:legalBasis>
  <gov:legalRef doc="61/2018/NĐ-CP" article="Điều 18"/></gov:legalBasis></bpmn:extensionElements>
  <bpmn:multiInstanceLoopCharacteristics gov:collection="ho_so" gov:elementVariable="mot"/></bpmn:userTask>
 <bpmn:userTask id="Duyet" name="Phê duyệt">
  <bpmn:extensionElements>
  <gov:form key="tiep-nhan"/><gov:deadline policy="DL-DUYET"/>
  <gov:separation differentFrom="ThamDinh"/></bpmn:extensionElements>
 </bpmn:userTask>
 <bpmn:exclusiveGateway id="DuocKhong" name="Duyệt?" default="TraLai"/>
 <bpmn:businessRuleTask id="TinhPhi" name="Tính phí">
  <bpmn:extensionElements><gov:decision key="phi" result="phi"/></bpmn:extensionElements>
 </bpmn:businessRuleTask>
 <bpmn:serviceTask id="GuiTin" name="Gửi tin">
  <bpmn:extensionElements>
  <gov:operator name="mail.send">
  <gov:parameter name="ai" value="nguoi_nop"/></gov:operator></bpmn:extensionElements>
 </bpmn:serviceTask>
 <bpmn:callActivity id="PhatHanh" name="Phát hành" calledElement="QMS_TRINH_KY"/>
 <bpmn:boundaryEvent id="QuaHan" name="Quá hạn" attachedToRef="ThamDinh"
  cancelActivity="false">
  <bpmn:timerEventDefinition id="t">
  <bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
 <bpmn:intermediateCatchEvent id="ChoBoSung" name="Chờ bổ sung">
  <bpmn:messageEventDefinition id="m" messageRef="Tin_BoSung"/></bpmn:intermediateCatchEvent>
 <bpmn:endEvent id="Xong" name="Xong"/><bpmn:endEvent id="DaBao" name="Đã báo"/>
 <bpmn:sequenceFlow id="F1" sourceRef="BatDau" targetRef="TiepNhan"/>
 <bpmn:sequenceFlow id="F2" sourceRef="TiepNhan" targetRef="ThamDinh"/>
 <bpmn:sequenceFlow id="F3" sourceRef="ThamDinh" targetRef="Duyet"/>
 <bpmn:sequenceFlow id="F4" sourceRef="Duyet" targetRef="DuocKhong"/>
 <bpmn:sequenceFlow id="DongY" name="Đồng ý" sourceRef="DuocKhong" targetRef="TinhPhi">
  <bpmn:conditionExpression>ket_luan = "duyet"</bpmn:conditionExpression></bpmn:sequenceFlow>
 <bpmn:sequenceFlow id="TraLai" name="Trả lại" sourceRef="DuocKhong" targetRef="ChoBoSung"/>
 <bpmn:sequenceFlow id="F5" sourceRef="ChoBoSung" targetRef="ThamDinh"/>
 <bpmn:sequenceFlow id="F6" sourceRef="TinhPhi" targetRef="PhatHanh"/>
 <bpmn:sequenceFlow id="F7" sourceRef="PhatHanh" targetRef="Xong"/>
 <bpmn:sequenceFlow id="F8" sourceRef="QuaHan" targetRef="GuiTin"/>
 <bpmn:sequenceFlow id="F9" sourceRef="GuiTin" targetRef="DaBao"/>
</bpmn:process>
<bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="P" bpmnElement="TTHC_CAP_PHEP">
 <bpmndi:BPMNShape id="S" bpmnElement="Duyet">
 <dc:Bounds x="10" y="10" width="100" height="80"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>"""
FORM = """{"type": "default", "id": "tiep-nhan", "title": "Phiếu tiếp nhận", "components": [
 {"type": "textfield", "key": "ho_ten", "label": "Họ tên", "validate": {"required": true, "maxLength": 50}},
 {"type": "radio", "key": "ket_luan", "label": "Kết luận",
  "values": [{"value": "duyet", "label": "Duyệt"}, {"value": "tra", "label": "Trả"}]},
 {"type": "textarea", "key": "ly_do", "label": "Lý do",
  "conditional": {"hide": "= ket_luan != \\"tra\\""}}]}"""
TABLE = """<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="phi"
 namespace="urn:t">
<decision id="phi" name="Tính phí"><decisionTable id="t" hitPolicy="UNIQUE">
 <input id="i" label="Số ngày">
  <inputExpression id="ie" typeRef="number"><text>so_ngay</text></inputExpression></input>
 <output id="o" name="phi" typeRef="number"/>
 <rule id="r1"><inputEntry id="a"><text>&lt; 5</text></inputEntry>
  <outputEntry id="b"><text>100</text></outputEntry></rule>
 <rule id="r2"><inputEntry id="c"><text>&gt;= 5</text></inputEntry>
  <outputEntry id="e"><text>200</text></outputEntry></rule>
</decisionTable></decision></definitions>"""
PLAN = '[{"start": {}}]'
FILES = {
    "model.bpmn": MODEL,
    "forms/tiep-nhan.json": FORM,
    "phi.dmn": TABLE,
    "called/QMS_TRINH_KY.bpmn": "<a/>",
    "scenarios/thuong.json": PLAN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One change to one file, and what a comparison has to say of it."""

    id: str
    before: str
    after: str
    kind: ChangeKind
    path: str
    old: str | None
    new: str | None
    file: str = "model.bpmn"


def changed(name: str, before: str, after: str, path: str, old: str | None, new: str | None) -> Mutation:
    """A change in the drawing."""
    kind = MOVED if path in {"lane", "within", "order"} else CHANGED
    return Mutation(id=name, before=before, after=after, kind=kind, path=path, old=old, new=new)


def beside(name: str, file: str, before: str, after: str, kind: ChangeKind, *said: str | None) -> Mutation:
    """A change in another file; `said` are path, old and new."""
    path, old, new = said
    assert path is not None
    return Mutation(id=name, file=file, before=before, after=after, kind=kind, path=path, old=old, new=new)


F, D = "forms/tiep-nhan.json", "phi.dmn"
MUTATIONS = (
    changed("a step renamed", 'name="Thẩm định"', 'name="Thẩm tra"', "name", "Thẩm định", "Thẩm tra"),
    changed(
        "working days", 'workingDays="3"', 'workingDays="2"', "deadline", "workingDays=3", "workingDays=2"
    ),
    changed("another policy", "DL-DUYET", "DL-KHAC", "deadline", "policy=DL-DUYET", "policy=DL-KHAC"),
    changed(
        "a deadline of days instead of a policy",
        '<gov:deadline policy="DL-DUYET"/>',
        '<gov:deadline workingDays="2"/>',
        "deadline",
        "policy=DL-DUYET",
        "workingDays=2",
    ),
    changed("no deadline", '<gov:deadline policy="DL-DUYET"/>', "", "deadline", "policy=DL-DUYET", None),
    changed(
        "time of the case",
        'workingDays="10"',
        'workingDays="12"',
        "deadline",
        "workingDays=10",
        "workingDays=12",
    ),
    changed(
        "ladder of a step",
        '<gov:deadline workingDays="3"/><gov:escalation ladder="TTHC"/>',
        '<gov:deadline workingDays="3"/><gov:escalation ladder="QMS"/>',
        "escalation.ladder",
        "TTHC",
        "QMS",
    ),
    changed(
        "role of a lane",
        'role="CHUYEN_VIEN"',
        'role="LD_PHONG"',
        "assignment.role",
        "CHUYEN_VIEN",
        "LD_PHONG",
    ),
    changed(
        "into another lane",
        "<bpmn:flowNodeRef>Duyet</bpmn:flowNodeRef></bpmn:lane>\n </bpmn:laneSet>",
        '</bpmn:lane><bpmn:lane id="L2b"/></bpmn:laneSet>',
        "lane",
        "L2",
        None,
    ),
    changed(
        "a condition",
        '= "duyet"</bpmn',
        '= "dat"</bpmn',
        "condition",
        'ket_luan = "duyet"',
        'ket_luan = "dat"',
    ),
    changed(
        "where a flow leads",
        'id="F7" sourceRef="PhatHanh" targetRef="Xong"',
        'id="F7" sourceRef="PhatHanh" targetRef="DaBao"',
        "targetRef",
        "Xong",
        "DaBao",
    ),
    changed("default branch", 'default="TraLai"', 'default="DongY"', "default", "TraLai", "DongY"),
    changed("duration of a timer", ">P3D<", ">P5D<", "timer.timeDuration", "P3D", "P5D"),
    changed("interrupting", '\n  cancelActivity="false"', "", "cancelActivity", "false", None),
    changed(
        "legal basis of a step",
        'article="Điều 18"',
        'article="Điều 19"',
        "legalBasis[61/2018/NĐ-CP]",
        "Điều 18",
        "Điều 19",
    ),
    changed(
        "another legal basis",
        '<gov:legalRef doc="61/2018/NĐ-CP" article="Điều 17"/>',
        '<gov:legalRef doc="61/2018/NĐ-CP" article="Điều 17"/><gov:legalRef doc="118/2025/NĐ-CP"/>',
        "legalBasis[118/2025/NĐ-CP]",
        None,
        "true",
    ),
    changed(
        "separation of duties",
        '<gov:separation differentFrom="ThamDinh"/>',
        "",
        "separation.differentFrom",
        "ThamDinh",
        None,
    ),
    changed(
        "separation from another",
        'differentFrom="ThamDinh"',
        'differentFrom="TiepNhan"',
        "separation.differentFrom",
        "ThamDinh",
        "TiepNhan",
    ),
    changed(
        "type of a variable",
        'name="so_ngay" type="number"',
        'name="so_ngay" type="decimal"',
        "variables[so_ngay]",
        "number",
        "decimal",
    ),
    changed(
        "a variable less",
        '<gov:variable name="so_ngay" type="number"/>',
        "",
        "variables[so_ngay]",
        "number",
        None,
    ),
    changed(
        "list of a loop",
        'gov:collection="ho_so"',
        'gov:collection="don_vi"',
        "loop.collection",
        "ho_so",
        "don_vi",
    ),
    changed(
        "one after the other",
        'gov:elementVariable="mot"/>',
        'gov:elementVariable="mot" isSequential="true"/>',
        "loop.isSequential",
        None,
        "true",
    ),
    changed(
        "the called process",
        'calledElement="QMS_TRINH_KY"',
        'calledElement="QMS_GUI"',
        "calledElement",
        "QMS_TRINH_KY",
        "QMS_GUI",
    ),
    changed(
        "name of a message",
        'name="ho_so_bo_sung"',
        'name="bo_sung"',
        "message.messageRef",
        "ho_so_bo_sung",
        "bo_sung",
    ),
    changed(
        "parameter of an operator",
        'value="nguoi_nop"',
        'value="chu_ho_so"',
        "operator.parameter[ai]",
        "nguoi_nop",
        "chu_ho_so",
    ),
    changed("another operator", "mail.send", "sms.send", "operator.name", "mail.send", "sms.send"),
    changed(
        "another decision",
        '<gov:decision key="phi"',
        '<gov:decision key="le_phi"',
        "decision.key",
        "phi",
        "le_phi",
    ),
    changed(
        "retention class", 'gov:retention="HS-05"', 'gov:retention="HS-10"', "gov:retention", "HS-05", "HS-10"
    ),
    changed(
        "confidential",
        'gov:retention="HS-05"',
        'gov:retention="HS-05" gov:confidential="true"',
        "gov:confidential",
        None,
        "true",
    ),
    changed("guidance", "Xem hồ sơ.", "Xem kỹ hồ sơ.", "documentation", "Xem hồ sơ.", "Xem kỹ hồ sơ."),
    changed("an attribute that nobody knows", 'id="GuiTin"', 'id="GuiTin" x="1"', "x", None, "1"),
    Mutation(
        id="a step more",
        before="</bpmn:process>",
        after='<bpmn:userTask id="Moi" name="Việc mới"/></bpmn:process>',
        kind=ADDED,
        path="",
        old=None,
        new="Việc mới",
    ),
    Mutation(
        id="a step less",
        before='<bpmn:endEvent id="DaBao" name="Đã báo"/>',
        after="",
        kind=REMOVED,
        path="",
        old="Đã báo",
        new=None,
    ),
    beside(
        "a field more",
        F,
        '"components": [',
        '"components": [{"type": "date", "key": "ngay", "label": "Ngày"},',
        ADDED,
        "",
        None,
        "Ngày",
    ),
    beside(
        "a field no longer required", F, '"required": true, ', "", CHANGED, "validate.required", "true", None
    ),
    beside(
        "an option less", F, ', {"value": "tra", "label": "Trả"}', "", CHANGED, "values[tra]", "Trả", None
    ),
    beside(
        "when a field is hidden",
        F,
        '!= \\"tra\\"',
        '= \\"duyet\\"',
        CHANGED,
        "conditional.hide",
        '= ket_luan != "tra"',
        '= ket_luan = "duyet"',
    ),
    beside("label of a field", F, '"Họ tên"', '"Họ và tên"', CHANGED, "name", "Họ tên", "Họ và tên"),
    beside("hit policy", D, "UNIQUE", "FIRST", CHANGED, "hitPolicy", "UNIQUE", "FIRST"),
    beside("a cell", D, "<text>200</text>", "<text>250</text>", CHANGED, "cell.output[phi]", "200", "250"),
    beside(
        "a rule less",
        D,
        TABLE[TABLE.index('<rule id="r2"') : TABLE.index("</decisionTable>")],
        "",
        REMOVED,
        "",
        ">= 5; 200",
        None,
    ),
    beside(
        "version of a called process",
        "called/QMS_TRINH_KY.bpmn",
        "<a/>",
        "<b/>",
        CHANGED,
        "content",
        "59b67a89eda0",
        None,
    ),
    beside("a scenario", "scenarios/thuong.json", "{}", '{"a": 1}', CHANGED, "content", None, None),
)
COSMETIC = ('x="10"', 'x="40"')


def bundle(**replaced: str) -> Bundle:
    """The bundle; `model`, `form` and `table` stand in for its files."""
    names = {"model": "model.bpmn", "form": F, "table": D}
    files = {**FILES, **{names[key]: text for key, text in replaced.items()}}
    return Bundle(files={path: text.encode() for path, text in files.items()})


def mutated(*mutations: Mutation) -> Bundle:
    """The bundle with changes made to it."""
    files = dict(FILES)
    for each in mutations:
        assert each.before in files[each.file], each.id
        files[each.file] = files[each.file].replace(each.before, each.after, 1)
    return Bundle(files={path: text.encode() for path, text in files.items()})
