"""Proposing to make a procedure simpler from the register: a case of P14 whose slip is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import FieldsInvalid
from engine.domain.forms import Message
from engine.domain.forms.entries import EntryRefused, clean_text, read_number
from engine.domain.local_time import local_day
from engine.domain.refusals import ModelNotFound, NotAuthorised
from engine.execution.beginning import begin
from engine.execution.surroundings import Surroundings
from engine.execution.versions_in_force import version_in_force
from engine.store.session import Store
from qms.simplification.checks import NO_CHANGE, NOT_IN_SCOPE, changes_nothing
from qms.simplification.recording import in_scope
from qms.simplification.rules import MODEL_KEY, PROCESS, Competence, Kind

SHORTEST: Final = {"current": 5, "proposed": 5, "reason": 10}
LONGEST: Final = 4000
MOST_COST: Final = 1_000_000_000_000
MOST_HOURS: Final = 100_000
Fields = dict[str, list[Message]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeSimplification:
    """The slip as typed: `saved_cost` in đồng a year, `saved_hours` in working hours a dossier."""

    viewer: Viewer
    origin: str
    procedure: UUID | None
    kinds: tuple[Kind, ...]
    current: str
    proposed: str
    saved_cost: str
    saved_hours: str
    reason: str
    competence: Competence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """The case."""

    instance: UUID
    code: str


def may_propose(viewer: Viewer) -> bool:
    """Whether the viewer may propose: whoever works in the office."""
    return may(viewer, Power.PROPOSE_SIMPLIFICATION)


def propose_simplification(
    store: Store, surroundings: Surroundings, command: ProposeSimplification, now: datetime
) -> Proposed:
    """Start the case; the head of the unit that handles the procedure looks at it next.

    Raises NotAuthorised, FieldsInvalid, ModelNotFound.
    """
    viewer, today = command.viewer, local_day(now)
    if not may_propose(viewer):
        raise NotAuthorised("đề xuất đơn giản hóa thủ tục", "propose to simplify a procedure")
    with store.transaction() as session:
        wrong = _texts(command) | _choices(command)
        cost = _number(wrong, "saved_cost", command.saved_cost, most=MOST_COST, digits=0)
        hours = _number(wrong, "saved_hours", command.saved_hours, most=MOST_HOURS, digits=2)
        if command.procedure and command.procedure not in in_scope(session, viewer.agency, today):
            wrong["procedure"] = [NOT_IN_SCOPE]
        if wrong:
            raise FieldsInvalid(fields=wrong)
        version = version_in_force(session, MODEL_KEY, viewer.agency, today)
        if version is None:
            raise ModelNotFound(MODEL_KEY)
        case = begin(
            session,
            surroundings,
            version,
            agency=viewer.agency,
            series=PROCESS,
            variables={
                "da_co_phieu": True,
                "nguoi_de_xuat": str(viewer.person),
                "thu_tuc": str(command.procedure),
                "noi_dung_cat_giam": [kind.value for kind in command.kinds],
                "hien_tai": clean_text(command.current),
                "de_xuat": clean_text(command.proposed),
                "chi_phi_tiet_kiem": cost,
                "gio_tiet_kiem": hours,
                "ly_do_de_xuat": clean_text(command.reason),
                "tham_quyen": command.competence.value if command.competence else None,
            },
            actor=Actor(person=viewer.person, origin=command.origin),
            now=now,
        )
        return Proposed(instance=case.row.id, code=case.row.code)


def _texts(command: ProposeSimplification) -> Fields:
    wrong: Fields = {}
    for name, text in (
        ("current", command.current),
        ("proposed", command.proposed),
        ("reason", command.reason),
    ):
        letters = len(clean_text(text))
        if not SHORTEST[name] <= letters <= LONGEST:
            wrong[name] = [
                (
                    f"Ghi từ {SHORTEST[name]} đến {LONGEST} ký tự.",
                    f"Write {SHORTEST[name]} to {LONGEST} letters.",
                )
            ]
    if "proposed" not in wrong and changes_nothing(command.current, command.proposed):
        wrong["proposed"] = [NO_CHANGE]
    return wrong


def _choices(command: ProposeSimplification) -> Fields:
    wrong: Fields = {}
    if command.procedure is None:
        wrong["procedure"] = [("Xin chọn thủ tục.", "Choose the procedure.")]
    if not command.kinds:
        wrong["kinds"] = [("Xin chọn ít nhất một nội dung.", "Choose at least one.")]
    if command.competence is None:
        wrong["competence"] = [("Xin chọn cấp có thẩm quyền.", "Choose who decides.")]
    return wrong


def _number(wrong: Fields, name: str, typed: str, *, most: int, digits: int) -> int | Decimal | None:
    """The number typed; None where nothing was, or where it is refused."""
    if not typed.strip():
        return None
    try:
        found = read_number(typed)
    except EntryRefused:
        found = Decimal(-1)
    if not 0 <= found <= most or round(found, digits) != found:
        whole = "số nguyên" if digits == 0 else f"số có không quá {digits} chữ số thập phân"
        wrong[name] = [
            (f"Ghi một {whole}, từ 0 trở lên.", f"Write a number from 0 on, {digits} decimals at most.")
        ]
        return None
    return found
