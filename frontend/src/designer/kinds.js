// The kinds of element that the designer offers: what the engine runs and an office needs.
import { t } from "./words.js";

const kind = (id, icon, label, type, more = {}) => ({ id, className: `bpmn-icon-${icon}`, label, type, ...more });
const timer = { eventDefinitionType: "bpmn:TimerEventDefinition" };
const message = { eventDefinitionType: "bpmn:MessageEventDefinition" };

/** `group` orders palette and menus; `start` begins a path and follows nothing, `edge` sits on the edge of a step. */
export const KINDS = [
  kind("start", "start-event-none", "Bắt đầu", "bpmn:StartEvent", { group: "event", start: true }),
  kind("user", "user", "Việc của người", "bpmn:UserTask", { group: "step" }),
  kind("service", "service", "Việc hệ thống tự làm", "bpmn:ServiceTask", { group: "step" }),
  kind("decision", "business-rule", "Tra bảng quyết định", "bpmn:BusinessRuleTask", { group: "step" }),
  kind("assign", "script", "Tính giá trị", "bpmn:ScriptTask", { group: "step" }),
  kind("call", "call-activity", "Gọi quy trình khác", "bpmn:CallActivity", { group: "step" }),
  kind("part", "subprocess-expanded", "Quy trình con", "bpmn:SubProcess", {
    group: "step",
    options: { isExpanded: true },
  }),
  kind("choice", "gateway-xor", "Rẽ nhánh: chọn một", "bpmn:ExclusiveGateway", { group: "gateway" }),
  kind("both", "gateway-parallel", "Chia hoặc gộp nhánh song song", "bpmn:ParallelGateway", { group: "gateway" }),
  kind("some", "gateway-or", "Rẽ nhánh: một hoặc nhiều", "bpmn:InclusiveGateway", { group: "gateway" }),
  kind("wait", "intermediate-event-catch-timer", "Đợi đến thời điểm", "bpmn:IntermediateCatchEvent", {
    group: "event",
    options: timer,
  }),
  kind("receive", "intermediate-event-catch-message", "Đợi thông điệp", "bpmn:IntermediateCatchEvent", {
    group: "event",
    options: message,
  }),
  kind("limit", "intermediate-event-catch-timer", "Đồng hồ trên viền bước", "bpmn:BoundaryEvent", {
    group: "event",
    edge: true,
    options: { ...timer, cancelActivity: false },
  }),
  kind("end", "end-event-none", "Kết thúc", "bpmn:EndEvent", { group: "event" }),
  kind("stop", "end-event-terminate", "Kết thúc toàn bộ", "bpmn:EndEvent", {
    group: "event",
    options: { eventDefinitionType: "bpmn:TerminateEventDefinition" },
  }),
];

export const kindOf = (id) => KINDS.find((one) => one.id === id);
export const descriptionOf = ({ type, options }) => ({ type, ...options });

/** Entries of bpmn-js's menu "change element" that lead to what the engine runs. */
export const CHANGES = new Set(
  `replace-with-none-start replace-with-none-end replace-with-message-start replace-with-signal-start
  replace-with-message-end replace-with-terminate-end replace-with-error-end replace-with-signal-end
  replace-with-message-intermediate-catch replace-with-message-intermediate-throw replace-with-timer-intermediate-catch
  replace-with-conditional-intermediate-catch replace-with-signal-intermediate-catch
  replace-with-signal-intermediate-throw replace-with-timer-boundary replace-with-non-interrupting-timer-boundary
  replace-with-message-boundary replace-with-non-interrupting-message-boundary replace-with-error-boundary
  replace-with-exclusive-gateway replace-with-parallel-gateway replace-with-inclusive-gateway
  replace-with-event-based-gateway replace-with-user-task replace-with-manual-task replace-with-service-task
  replace-with-send-task replace-with-receive-task replace-with-rule-task replace-with-script-task
  replace-with-call-activity replace-with-expanded-subprocess replace-with-subprocess replace-with-event-subprocess
  replace-with-non-interrupting-message-start replace-with-timer-start replace-with-non-interrupting-timer-start
  replace-with-error-start
  replace-with-default-flow replace-with-sequence-flow replace-with-conditional-flow
  replace-with-expanded-pool replace-with-collapsed-pool`.split(/\s+/),
);

const NAMES = {
  "bpmn:Task": "Việc",
  "bpmn:UserTask": "Việc của người",
  "bpmn:ManualTask": "Việc làm tay",
  "bpmn:ServiceTask": "Việc hệ thống tự làm",
  "bpmn:BusinessRuleTask": "Tra bảng quyết định",
  "bpmn:ScriptTask": "Tính giá trị",
  "bpmn:SendTask": "Gửi thông điệp",
  "bpmn:ReceiveTask": "Nhận thông điệp",
  "bpmn:CallActivity": "Gọi quy trình khác",
  "bpmn:SubProcess": "Quy trình con",
  "bpmn:ExclusiveGateway": "Rẽ nhánh: chọn một",
  "bpmn:ParallelGateway": "Chia hoặc gộp nhánh song song",
  "bpmn:InclusiveGateway": "Rẽ nhánh: một hoặc nhiều",
  "bpmn:EventBasedGateway": "Đợi việc nào đến trước",
  "bpmn:ComplexGateway": "Rẽ nhánh phức hợp",
  "bpmn:StartEvent": "Bắt đầu",
  "bpmn:EndEvent": "Kết thúc",
  "bpmn:IntermediateCatchEvent": "Đợi sự kiện",
  "bpmn:IntermediateThrowEvent": "Phát sự kiện",
  "bpmn:BoundaryEvent": "Sự kiện trên viền bước",
  "bpmn:SequenceFlow": "Đường nối",
  "bpmn:Lane": "Làn",
  "bpmn:Participant": "Quy trình",
  "bpmn:Collaboration": "Quy trình",
  "bpmn:Process": "Quy trình",
  "bpmn:TextAnnotation": "Ghi chú trên hình",
};

const EVENTS = {
  "bpmn:TimerEventDefinition": "đồng hồ",
  "bpmn:MessageEventDefinition": "thông điệp",
  "bpmn:SignalEventDefinition": "tín hiệu",
  "bpmn:ErrorEventDefinition": "lỗi",
  "bpmn:EscalationEventDefinition": "báo cáo lên",
  "bpmn:ConditionalEventDefinition": "điều kiện",
  "bpmn:LinkEventDefinition": "nối tiếp",
  "bpmn:TerminateEventDefinition": "toàn bộ",
};

/** What kind of thing an element is, in words. */
export function kindName(element) {
  const definition = element.businessObject.eventDefinitions?.[0]?.$type;
  const name = NAMES[element.type] ? t(NAMES[element.type]) : t("Phần tử khác");
  return EVENTS[definition] ? `${name} (${t(EVENTS[definition])})` : name;
}
