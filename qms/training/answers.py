"""Values of a case as the room of training reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.values import Value
from engine.ports import OperatorCall, Parameter
from qms.training.refusals import CourseNotFound
from qms.training.rules import PASSED_FROM, Came, CourseKind, CourseSource
from qms.training.tables import TrainingCourse


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedClass:
    """A class as a plan or a form describes it."""

    kind: CourseKind
    title: str
    audience: str
    everybody: bool
    trainer: str
    planned_on: date | None
    cost: int | None
    source: CourseSource
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """A row of the table of attendance."""

    person: UUID
    came: Came
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A row of the table of results."""

    person: UUID
    score: Decimal | None
    passed: bool
    certificate: str


def session_of(call: OperatorCall) -> Session:
    """The session of the transaction."""
    return cast("Session", call.session)


def course_of(call: OperatorCall) -> TrainingCourse:
    """The class of the call's `ma_lop`, locked; raises CourseNotFound for one of another agency."""
    named = parse_id(str(call.parameters.get("ma_lop") or ""))
    row = None if named is None else session_of(call).get(TrainingCourse, named, with_for_update=True)
    if row is None or row.agency_id != call.agency:
        raise CourseNotFound
    return row


def day_of(value: Value) -> date | None:
    """A day; None where there is none."""
    return value if isinstance(value, date) else None


def records(value: Value) -> list[Mapping[str, Value]]:
    """The records of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def people(value: Value, key: str = "dd_nguoi") -> tuple[UUID, ...]:
    """The people named in a column of a table, each once."""
    found = (parse_id(str(row.get(key) or "")) for row in records(value))
    return tuple(dict.fromkeys(person for person in found if person is not None))


def classes_planned(value: Value) -> tuple[PlannedClass, ...]:
    """The rows of the plan."""
    return tuple(
        PlannedClass(
            kind=CourseKind(str(row["l_loai"])),
            title=str(row.get("l_ten") or ""),
            audience=str(row.get("l_doi_tuong") or ""),
            everybody=row.get("l_toan_the") is True,
            trainer=str(row.get("l_giang_vien") or ""),
            planned_on=day_of(row.get("l_ngay")),
            cost=_whole(row.get("l_kinh_phi")),
            source=CourseSource(str(row["l_nguon"])),
        )
        for row in records(value)
        if row.get("l_loai") and row.get("l_nguon")
    )


def class_described(values: Mapping[str, Value]) -> PlannedClass:
    """A class beside the plan: typed by the secretary, or told by the Department."""
    return PlannedClass(
        kind=CourseKind(str(values.get("loai_lop") or CourseKind.SKILLS)),
        title=str(values.get("ten_lop") or ""),
        audience=str(values.get("doi_tuong") or ""),
        everybody=values.get("toan_the") is True,
        trainer=str(values.get("giang_vien") or ""),
        planned_on=day_of(values.get("ngay_du_kien")),
        cost=_whole(values.get("kinh_phi")),
        source=CourseSource(str(values.get("hinh_thuc") or CourseSource.OWN)),
        place=str(values.get("dia_diem") or ""),
    )


def presence(value: Value) -> tuple[Presence, ...]:
    """The rows of the table of attendance."""
    found = ((parse_id(str(row.get("dd_nguoi") or "")), row) for row in records(value))
    return tuple(
        Presence(person=person, came=Came(str(row["dd_co_mat"])), note=str(row.get("dd_ghi_chu") or ""))
        for person, row in found
        if person is not None and row.get("dd_co_mat")
    )


def results(value: Value) -> tuple[Result, ...]:
    """The rows of the table of results; a score decides, without one the choice does."""
    found = ((parse_id(str(row.get("kq_nguoi") or "")), row) for row in records(value))
    return tuple(
        Result(
            person=person,
            score=score,
            passed=score >= PASSED_FROM if score is not None else row.get("kq_dat") == "dat",
            certificate=str(row.get("kq_chung_nhan") or ""),
        )
        for person, row in found
        if person is not None
        for score in (_decimal(row.get("kq_diem")),)
    )


def takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs: Sequence[list[str]] = [each.removesuffix("?").split(":") for each in described]
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }


def _decimal(value: Value) -> Decimal | None:
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def _whole(value: Value) -> int | None:
    found = _decimal(value)
    return int(found) if found is not None else None
