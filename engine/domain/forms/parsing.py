"""Reading a form of a model: a strict subset of the form-js schema, every problem found and named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from engine.domain.errors import Invalid
from engine.domain.forms.component import Component, Problem
from engine.domain.forms.conditions import Comparison, Condition, parse_condition
from engine.domain.forms.fields import Field, FieldType, Form
from engine.domain.forms.kinds import COLUMN_KINDS, MOST_COLUMNS
from engine.domain.forms.properties import (
    FORM_PROPERTIES,
    allowed_properties,
    read_accept,
    read_default,
    read_first_rows,
    read_options,
    read_receiver,
    read_registers,
    read_rules,
    read_template,
)

_MOST_COMPONENTS: Final = 200
_DEEPEST_GROUP: Final = 4
_MOST_CELLS: Final = 5_000
_KEY: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_LONGEST_KEY: Final = 100
_RESERVED_KEYS: Final = frozenset({"csrf_token"})
_KINDS: Final = frozenset(kind.value for kind in FieldType)


class FormRefused(Invalid):
    """A form that cannot be used, with everything that is wrong with it."""

    def __init__(self, *, form: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(
            vi=" ".join(
                (f"Biểu mẫu “{form}” chưa dùng được.", *(f"[{each.where}] {each.vi}" for each in problems))
            ),
            en=" ".join(
                (f"The form “{form}” cannot be used.", *(f"[{each.where}] {each.en}" for each in problems))
            ),
        )
        self.form = form
        self.problems = problems


def parse_form(raw: Mapping[str, object]) -> Form:
    """The form as frozen values; raises FormRefused with every problem."""
    form, problems = _read(raw)
    if problems:
        raise FormRefused(form=form.id or "?", problems=problems)
    return form


def lint_form(raw: Mapping[str, object]) -> tuple[Problem, ...]:
    """Everything that stands against using the form; empty when it is fine."""
    return _read(raw)[1]


def _read(raw: Mapping[str, object]) -> tuple[Form, tuple[Problem, ...]]:
    reader = _Reader()
    form = reader.form(raw)
    if not reader.problems:
        reader.check_conditions(form)
    return form, tuple(reader.problems)


class _Reader:
    """Builds a form and collects what is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.keys: dict[str, str] = {}
        self.seen = 0

    def form(self, raw: Mapping[str, object]) -> Form:
        top = Component(raw, "form", self.problems)
        top.only(FORM_PROPERTIES)
        if raw.get("type", "default") != "default":
            top.wrong("“type” của biểu mẫu phải là “default”.", "The form's “type” must be “default”.")
        name = top.words("id")
        if not name:
            top.wrong("Biểu mẫu chưa có “id”.", "The form has no “id”.")
        template = read_template(top)
        components = self.fields(top, "components", 0)
        form = Form(id=name, title=top.phrase("title"), components=components, template=template)
        if sum(len(each.columns) * each.rules.max_rows for each in form.inputs) > _MOST_CELLS:
            top.wrong(
                f"Các bảng có thể dài quá {_MOST_CELLS} ô; hãy giảm “maxRows” hoặc số cột.",
                f"The tables may grow beyond {_MOST_CELLS} cells; lower “maxRows” or the number of columns.",
            )
        return form

    def fields(self, parent: Component, path: str, depth: int) -> tuple[Field, ...]:
        if depth > _DEEPEST_GROUP:
            parent.wrong("Nhóm lồng nhau quá sâu.", "Groups are nested too deeply.")
            return ()
        fields = []
        for position, raw in enumerate(parent.components()):
            self.seen += 1
            if self.seen > _MOST_COMPONENTS:
                parent.wrong(
                    f"Nhiều hơn {_MOST_COMPONENTS} thành phần.", f"More than {_MOST_COMPONENTS} components."
                )
                break
            field = self.field(parent, raw, f"{path}[{position}]", depth)
            if field is not None:
                fields.append(field)
        return tuple(fields)

    def field(self, parent: Component, raw: object, path: str, depth: int) -> Field | None:
        if not isinstance(raw, Mapping):
            parent.wrong(f"{path} phải là một đối tượng.", f"{path} must be an object.")
            return None
        key = raw.get("key")
        component = Component(raw, key if isinstance(key, str) and key else path, self.problems)
        kind = raw.get("type")
        if not isinstance(kind, str) or kind not in _KINDS:
            component.wrong(
                f"Loại trường “{kind}” không được hỗ trợ.", f"The field type “{kind}” is not supported."
            )
            return None
        field_type = FieldType(kind)
        component.only(allowed_properties(field_type))
        hide = self.condition(component)
        match field_type:
            case FieldType.SEPARATOR:
                return Field(type=field_type, hide=hide)
            case FieldType.TEXT:
                return Field(type=field_type, hide=hide, text=component.needed("text"))
            case FieldType.GROUP:
                within = self.fields(component, f"{path}.components", depth + 1)
                return Field(
                    type=field_type,
                    hide=hide,
                    label=component.needed("label"),
                    description=component.optional("description"),
                    components=within,
                )
            case _:
                return self.input(component, field_type, path, hide)

    def input(self, component: Component, kind: FieldType, path: str, hide: Condition | None) -> Field:
        key = self.key(component, path)
        return self.answered(component, kind, key, hide)

    def columns(self, table: Component) -> tuple[Field, ...]:
        """The columns of a table: simple kinds whose keys name the parts of a row."""
        raw = table.components()
        if len(raw) > MOST_COLUMNS:
            table.wrong(f"Nhiều hơn {MOST_COLUMNS} cột.", f"More than {MOST_COLUMNS} columns.")
            return ()
        # The keys of a row are its own: two tables may both have a column ho_ten.
        outer, self.keys = self.keys, {}
        columns = [self.column(table, each, f"components[{at}]") for at, each in enumerate(raw)]
        self.keys = outer
        return tuple(each for each in columns if each is not None)

    def column(self, table: Component, raw: object, path: str) -> Field | None:
        if not isinstance(raw, Mapping):
            table.wrong(f"{path} phải là một đối tượng.", f"{path} must be an object.")
            return None
        key, kind = raw.get("key"), raw.get("type")
        named = key if isinstance(key, str) and key else path
        component = Component(raw, f"{table.where}.{named}", self.problems)
        if not isinstance(kind, str) or kind not in set(COLUMN_KINDS):
            known = ", ".join(COLUMN_KINDS)
            component.wrong(
                f"Cột của bảng không thể là “{kind}”. Dùng: {known}.",
                f"A column of a table cannot be “{kind}”. Use: {known}.",
            )
            return None
        column_kind = FieldType(kind)
        component.only(allowed_properties(column_kind, column=True))
        return self.answered(component, column_kind, self.key(component, path), None)

    def answered(self, component: Component, kind: FieldType, key: str, hide: Condition | None) -> Field:
        options = read_options(component) if kind.offers_options else ()
        rules = read_rules(component, kind)
        label = "dateLabel" if kind is FieldType.DATE and "label" not in component.raw else "label"
        if kind is FieldType.DATE and component.raw.get("subtype", "date") != "date":
            component.wrong("Chỉ hỗ trợ “subtype”: “date”.", "Only “subtype”: “date” is supported.")
        return Field(
            type=kind,
            key=key,
            label=component.needed(label),
            description=component.optional("description"),
            rules=rules,
            options=options,
            values_key=component.variable("valuesKey"),
            default=read_default(component, kind, options),
            default_key=component.variable("defaultKey"),
            accept=read_accept(component) if kind is FieldType.FILES else (),
            readonly=component.flag("readonly"),
            hide=hide,
            columns=self.columns(component) if kind is FieldType.TABLE else (),
            first_rows=read_first_rows(component, rules) if kind is FieldType.TABLE else 1,
            receiver=read_receiver(component),
            paper_number=component.flag("paperNumber"),
            registers=read_registers(component) if kind is FieldType.REFERENCE else (),
        )

    def key(self, component: Component, path: str) -> str:
        key = component.raw.get("key")
        if (
            not isinstance(key, str)
            or not _KEY.fullmatch(key)
            or len(key) > _LONGEST_KEY
            or key in _RESERVED_KEYS
        ):
            component.wrong(
                "Mã trường gồm chữ thường không dấu, số và dấu gạch dưới đơn, ví dụ ngay_hieu_luc.",
                "A key has lower-case letters, digits and single underscores, for example ngay_hieu_luc.",
            )
            return ""
        if key in self.keys:
            component.wrong(
                f"Mã trường “{key}” đã dùng ở {self.keys[key]}.",
                f"The key “{key}” is already used at {self.keys[key]}.",
            )
        self.keys.setdefault(key, path)
        return key

    def condition(self, component: Component) -> Condition | None:
        conditional = component.mapping("conditional")
        conditional.only({"hide"})
        text = conditional.raw.get("hide")
        if text is None:
            return None
        if not isinstance(text, str):
            component.wrong("“conditional.hide” phải là chữ.", "“conditional.hide” must be text.")
            return None
        return component.attempt(lambda: parse_condition(text))

    def check_conditions(self, form: Form) -> None:
        """Conditions compare like with like, and none waits for itself in the end."""
        fields = {field.key: field for field in form.inputs}
        waits: dict[str, frozenset[str]] = {}
        for field in _all_fields(form.components):
            for comparison in field.hide.comparisons if field.hide else ():
                if comparison.key in fields and not _comparable(fields[comparison.key], comparison):
                    self._incomparable(field, comparison)
        for field, guards in form.guarded():
            waits[field.key] = frozenset(key for guard in guards for key in guard.keys) & fields.keys()
        for key in _in_a_circle(waits):
            self.problems.append(
                Problem(
                    key,
                    "Điều kiện ẩn của trường này cuối cùng lại phụ thuộc vào chính nó.",
                    "The hiding condition of this field ends up depending on itself.",
                )
            )

    def _incomparable(self, field: Field, comparison: Comparison) -> None:
        self.problems.append(
            Problem(
                field.key or comparison.key,
                f"Điều kiện “{comparison.written()}” không hợp với loại của trường “{comparison.key}”.",
                f"The condition “{comparison.written()}” does not fit the type of “{comparison.key}”.",
            )
        )


def _all_fields(components: tuple[Field, ...]) -> Iterator[Field]:
    for field in components:
        yield field
        yield from _all_fields(field.components)


def _comparable(field: Field, comparison: Comparison) -> bool:
    """Whether the literal is of the kind that the field gives; every field may be asked for null."""
    literal, orders = comparison.literal, comparison.operator.orders
    if not field.type.may_be_asked:
        return False
    match field.type:
        case FieldType.NUMBER:
            return isinstance(literal, Decimal) or (literal is None and not orders)
        case FieldType.CHECKBOX:
            return isinstance(literal, bool) and not orders
        case FieldType.DATE | FieldType.REFERENCE:
            return literal is None and not orders
        case _:
            return (literal is None or isinstance(literal, str)) and not orders


def _in_a_circle(waits: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The keys left when those that wait for nothing are taken away again and again."""
    left = dict(waits)
    while free := [key for key, waited in left.items() if not waited & left.keys()]:
        for key in free:
            del left[key]
    return tuple(left)
