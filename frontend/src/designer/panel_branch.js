// What a branch of an administrative procedure is for, so that the lint need not guess it from words.
import { is, isAny } from "bpmn-js/lib/util/ModelUtil";
import { read } from "./extensions.js";
import { section, selectField } from "./fields.js";
import { t } from "./words.js";

const NEVER = ["bpmn:StartEvent", "bpmn:Gateway"];

export function branchSections({ element, own, change }) {
  const isStep = is(element, "bpmn:FlowNode") && !isAny(element, NEVER);
  if (!isStep && !is(element, "bpmn:SequenceFlow")) return [];
  const field = selectField({
    id: "qd-branch",
    label: "Nhánh này dùng để",
    hint: "Thủ tục hành chính phải có đủ ba nhánh. Không chọn thì đoán theo tên.",
    none: "(không phải nhánh bắt buộc)",
    value: read(own, "gov:Branch", "kind"),
    options: [
      { value: "refusal", label: t("Từ chối giải quyết") },
      { value: "supplement", label: t("Yêu cầu bổ sung hồ sơ") },
      { value: "apology", label: t("Xin lỗi và hẹn lại") },
    ],
    write: (kind) => change((writer) => writer.change("gov:Branch", { kind })),
  });
  return [section("branch", "Nhánh theo quy định", field)];
}
