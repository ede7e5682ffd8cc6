"""What the form of a ladder holds: from a ladder to texts, and from texts to a ladder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final, TypeAlias, TypeVar

from werkzeug.datastructures import MultiDict

from engine.domain.escalation_steps import (
    MOST_STEPS,
    Action,
    Audience,
    CountedFrom,
    Ladder,
    NamedRole,
    NewHolder,
    OpenNonconformity,
    RaisePriority,
    Reassign,
    Standing,
    StartProcess,
    Step,
    StepKind,
    StepUnit,
)
from engine.domain.text import normal, storable
from web.ladders.fields import (
    HOURS,
    LADDER_NAME_MISSING,
    NO_SUCH_CHOICE,
    STEP_CODE_MISSING,
    BadField,
    short_text,
    whole_number,
)

EMPTY_ROWS: Final = 3
_MINUTES: Final = 60
_ROLE: Final = "role:"
_BEFORE: Final = "before"
_AFTER: Final = "after"
_CHECKED: Final = "1"
_EMPTY: Final = {
    "unit": StepUnit.WORKING_DAYS.value,
    "side": _BEFORE,
    "from": "legal",
    "mail": "M02",
}
"""How an empty row stands: what differs from it was typed by somebody."""
FIELDS: Final = (
    *("code", "kind", "amount", "unit", "side", "from", "mail", "every", "owed", "holds_for"),
    *("priority", "holder", "nonconformity", "start", "values"),
)
"""The fields of a row that hold one text."""
_SAYING: Final = ("code", "amount", "to", "priority", "holder", "nonconformity", "start", "every")
"""The fields of which one at least is filled in a row that is meant as a step."""


Sent: TypeAlias = MultiDict[str, str]
"""What was sent, as Flask keeps it."""
Row: TypeAlias = Mapping[str, str | list[str]]
Choice = TypeVar("Choice", bound=Enum)


def texts_of(ladder: Ladder) -> dict[str, object]:
    """The form as it is filled for a new version of a ladder."""
    return {
        "code": ladder.code,
        "name_vi": ladder.name_vi,
        "name_en": ladder.name_en,
        "rows": [_row_of(step) for step in ladder.steps],
    }


def with_empty_rows(rows: list[Row], many: int = EMPTY_ROWS) -> list[Row]:
    """The rows with some more to fill, as far as a ladder may have steps."""
    return [*rows, *(dict[str, str | list[str]](_EMPTY) for _row in range(min(many, MOST_STEPS - len(rows))))]


def sent_rows(sent: Sent) -> list[Row]:
    """The rows as they were sent, those struck out and those left empty gone."""
    return [row for row in _rows(sent) if _is_said(row)]


def ladder_from(sent: Sent) -> Ladder:
    """The ladder that a form says; raises BadField, LadderUnsound and StepUnsound."""
    name_vi = short_text(sent.get("name_vi", ""), "name_vi")
    if not name_vi:
        raise BadField("name_vi", *LADDER_NAME_MISSING)
    return Ladder(
        code=short_text(sent.get("code", ""), "code").upper(),
        name_vi=name_vi,
        name_en=short_text(sent.get("name_en", ""), "name_en") or name_vi,
        steps=tuple(_step(row, f"s{number}-") for number, row in enumerate(sent_rows(sent))),
    )


def _rows(sent: Sent) -> Iterator[Row]:
    struck = set(sent.getlist("strike"))
    for number in range(whole_number(sent.get("rows", "0"), "rows", most=MOST_STEPS)):
        if str(number) not in struck:
            prefix = f"s{number}-"
            fields = {name: normal(storable(sent.get(prefix + name, ""))) for name in FIELDS}
            # A row keeps several lines of values; the rest is one line each.
            fields["values"] = storable(sent.get(prefix + "values", ""))
            yield {**fields, "to": sent.getlist(prefix + "to")}


def _is_said(row: Row) -> bool:
    return any(row.get(name) for name in _SAYING)


def _row_of(step: Step) -> Row:
    hours = step.unit is StepUnit.WORKING_MINUTES and step.amount % _MINUTES == 0
    amount = abs(step.amount) // (_MINUTES if hours else 1)
    (only,) = step.holds_for if len(step.holds_for) == 1 else (None,)
    return {
        "code": step.code,
        "kind": step.kind.value,
        "amount": str(amount),
        "unit": HOURS if hours else step.unit.value,
        "side": _BEFORE if step.amount < 0 else _AFTER,
        "from": step.from_.value,
        "to": [one.value for one in step.to],
        "mail": step.mail,
        "every": str(step.every or ""),
        "owed": _CHECKED if step.only_owed_to_department else "",
        "holds_for": only.value if only else "",
        **{name: text for action in step.actions for name, text in _action_texts(action).items()},
    }


def _action_texts(action: Action) -> dict[str, str]:
    match action:
        case RaisePriority(to=level):
            return {"priority": str(level)}
        case Reassign(to=to):
            return {"holder": to.value}
        case OpenNonconformity():
            return {"nonconformity": _CHECKED}
        case StartProcess(key=key, variables=variables):
            values = "\n".join(f"{name} = {value}" for name, value in variables.items())
            return {"start": key, "values": values}


def _step(row: Row, at: str) -> Step:
    code = short_text(_said(row, "code"), at + "code").upper()
    if not code:
        raise BadField(at + "code", *STEP_CODE_MISSING)
    every = _said(row, "every")
    standing = _said(row, "holds_for")
    to = tuple(_recipient(name, at) for name in row.get("to", []))
    return Step(
        code=code,
        kind=_chosen(StepKind, _said(row, "kind"), at + "kind"),
        amount=_amount(row, at),
        unit=_unit(row, at),
        from_=_chosen(CountedFrom, _said(row, "from"), at + "from"),
        to=to,
        mail=_said(row, "mail") if to else "",
        only_owed_to_department=bool(_said(row, "owed")),
        holds_for=frozenset({_chosen(Standing, standing, at + "holds_for")})
        if standing
        else frozenset(Standing),
        actions=tuple(_actions(row, at)),
        every=whole_number(every, at + "every") if every else None,
    )


def _said(row: Row, name: str) -> str:
    said = row.get(name, "")
    return said if isinstance(said, str) else ""


def _unit(row: Row, at: str) -> StepUnit:
    unit = _said(row, "unit")
    return StepUnit.WORKING_MINUTES if unit == HOURS else _chosen(StepUnit, unit, at + "unit")


def _amount(row: Row, at: str) -> int:
    amount = whole_number(_said(row, "amount"), at + "amount")
    if _said(row, "unit") == HOURS:
        amount *= _MINUTES
    before = _said(row, "side") == _BEFORE and _unit(row, at) is not StepUnit.PERCENT
    return -amount if before else amount


def _recipient(name: str, at: str) -> Audience | NamedRole:
    if name.startswith(_ROLE):
        return NamedRole(role=name.removeprefix(_ROLE))
    return _chosen(Audience, name, at + "to")


def _actions(row: Row, at: str) -> Iterator[Action]:
    if priority := _said(row, "priority"):
        yield RaisePriority(to=whole_number(priority, at + "priority"))
    if holder := _said(row, "holder"):
        yield Reassign(to=_chosen(NewHolder, holder, at + "holder"))
    if _said(row, "nonconformity"):
        yield OpenNonconformity()
    if key := _said(row, "start"):
        yield StartProcess(key=short_text(key, at + "start"), variables=dict(_values(row, at)))


def _values(row: Row, at: str) -> Iterator[tuple[str, str]]:
    for line in _said(row, "values").splitlines():
        name, sign, value = line.partition("=")
        if line.strip():
            if not sign or not name.strip():
                raise BadField(
                    at + "values",
                    "Xin viết mỗi dòng một giá trị: tên = giá trị.",
                    "Write one value a line: name = value.",
                )
            yield short_text(name, at + "values"), short_text(value, at + "values")


def _chosen(kind: type[Choice], said: str, at: str) -> Choice:
    try:
        return kind(said)
    except ValueError:
        raise BadField(at, *NO_SUCH_CHOICE) from None
