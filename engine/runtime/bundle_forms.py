"""Reads the forms of a bundle as far as the model needs: they parse, and their keys name variables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from engine.domain.bundle import FORMS_FOLDER, Bundle
from engine.runtime.drawing import Level
from engine.runtime.expressions import is_name
from engine.runtime.findings import Findings

_TYPES: Final = frozenset(
    {
        "textfield",
        "textarea",
        "number",
        "datetime",
        "select",
        "radio",
        "checkbox",
        "checklist",
        "filepicker",
        "dynamiclist",
        "receipt",
        "reference",
        "group",
        "text",
        "separator",
    }
)
_WITHOUT_KEY: Final = frozenset({"group", "text", "separator"})
_DEEPEST: Final = 5


def read_forms(bundle: Bundle, findings: Findings) -> dict[str, Mapping[str, object]]:
    """All forms of the bundle by key; a broken one is a finding and left out."""
    forms: dict[str, Mapping[str, object]] = {}
    for path in sorted(bundle.files):
        if path.startswith(FORMS_FOLDER) and path.endswith(".json"):
            form = _read(path, bundle.files[path], findings)
            if form is not None:
                forms[path[len(FORMS_FOLDER) : -len(".json")]] = form
    return forms


def check_form_keys(process: Level, forms: Mapping[str, object], findings: Findings) -> None:
    """Every form that a task names is in the bundle."""
    for level in process.walk():
        for node in level.nodes.values():
            key = node.definition.form_key
            if key is not None and key not in forms:
                findings.error(
                    "form-missing",
                    node.element,
                    f"không có biểu mẫu dùng được forms/{key}.json trong gói",
                    f"the bundle holds no usable form forms/{key}.json",
                )


def _read(path: str, content: bytes, findings: Findings) -> Mapping[str, object] | None:
    try:
        form = json.loads(content)
    except (ValueError, RecursionError):
        form = None
    if not isinstance(form, dict) or not isinstance(form.get("components"), list):
        findings.whole_file(
            "form-unreadable",
            f"biểu mẫu {path} không đọc được; tệp phải là JSON có danh sách components",
            f"the form {path} cannot be read; it must be JSON with a list of components",
        )
        return None
    seen: set[str] = set()
    for component in _components(form["components"], 1):
        _check(path, component, seen, findings)
    return form


def _components(components: object, depth: int) -> Iterator[object]:
    if not isinstance(components, list) or depth > _DEEPEST:
        return
    for component in components:
        yield component
        # The columns of a table name parts of its rows, not variables.
        if isinstance(component, dict) and component.get("type") != "dynamiclist":
            yield from _components(component.get("components"), depth + 1)


def _check(path: str, component: object, seen: set[str], findings: Findings) -> None:
    kind = component.get("type") if isinstance(component, dict) else None
    if not isinstance(component, dict) or not isinstance(kind, str) or kind not in _TYPES:
        findings.whole_file(
            "form-component",
            f"biểu mẫu {path} có thành phần kiểu “{kind}” không được hỗ trợ",
            f"the form {path} has a component of type “{kind}”, which is not supported",
        )
        return
    key = component.get("key")
    if kind in _WITHOUT_KEY and key is None:
        return
    if not isinstance(key, str) or not is_name(key) or key in seen:
        findings.whole_file(
            "form-key",
            f"biểu mẫu {path} có khóa “{key}” không đặt tên biến được hoặc bị trùng",
            f"the form {path} has the key “{key}”, which cannot name a variable or is used twice",
        )
        return
    seen.add(key)
