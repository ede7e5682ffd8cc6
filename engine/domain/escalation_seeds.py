"""The ladders the product ships with: of the quality management system, and of administrative procedures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.domain.errors import NotFound
from engine.domain.escalation_steps import (
    Action,
    Audience,
    CountedFrom,
    Ladder,
    NamedRole,
    RaisePriority,
    Recipient,
    Step,
    StepKind,
    StepUnit,
)

ONE_STOP_HEAD: Final = NamedRole(role="LD_MOT_CUA")
"""The head of the one-stop centre."""


class UnknownLadder(NotFound):
    """A ladder that is named nowhere."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Không có thang nhắc việc “{code}”.", en=f"There is no escalation ladder “{code}”."
        )
        self.code = code


def _reminder(code: str, days_before: int) -> Step:
    return Step(
        code=code,
        kind=StepKind.REMINDER,
        amount=-days_before,
        from_=CountedFrom.TARGET,
        to=(Audience.ASSIGNEE,),
        mail="M02",
    )


def _escalation(
    code: str,
    days_after: int,
    mail: str,
    *to: Recipient,
    only_owed: bool = False,
    actions: tuple[Action, ...] = (),
    every: int | None = None,
) -> Step:
    return Step(
        code=code,
        kind=StepKind.ESCALATION,
        amount=days_after,
        from_=CountedFrom.LEGAL,
        to=to,
        mail=mail,
        only_owed_to_department=only_owed,
        actions=actions,
        every=every,
    )


def _share(code: str, kind: StepKind, percent: int, mail: str, *to: Recipient) -> Step:
    return Step(
        code=code,
        kind=kind,
        amount=percent,
        unit=StepUnit.PERCENT,
        from_=CountedFrom.LEGAL,
        to=to,
        mail=mail,
    )


QMS_LADDER: Final = Ladder(
    code="QMS",
    name_vi="Thang nhắc việc của hệ thống quản lý chất lượng",
    name_en="Ladder of the quality management system",
    steps=(
        _reminder("R1", 10),
        _reminder("R2", 5),
        _reminder("R3", 1),
        _escalation("E1", 0, "M03", Audience.ASSIGNEE, Audience.UNIT_HEAD),
        _escalation("E2", 3, "M04", Audience.ISO_SECRETARY, Audience.STEERING_HEAD),
        _escalation("E3", 5, "M04", Audience.AGENCY_HEAD),
        _escalation("E4", 10, "E4", Audience.DEPARTMENT_OFFICER, only_owed=True),
    ),
)

TTHC_LADDER: Final = Ladder(
    code="TTHC",
    name_vi="Thang nhắc từng bước của thủ tục hành chính",
    name_en="Ladder of a step of an administrative procedure",
    steps=(
        _share("P50", StepKind.REMINDER, 50, "M02", Audience.ASSIGNEE),
        _share("P80", StepKind.REMINDER, 80, "M02", Audience.ASSIGNEE, Audience.UNIT_HEAD),
        _share("P100", StepKind.ESCALATION, 100, "M03", Audience.UNIT_HEAD),
    ),
)

DOSSIER_LADDER: Final = Ladder(
    code="TTHC-HS",
    name_vi="Thang nhắc cả hồ sơ thủ tục hành chính",
    name_en="Ladder of a whole dossier of an administrative procedure",
    steps=(
        _escalation("X1", -1, "M11", Audience.ASSIGNEE, Audience.UNIT_HEAD, actions=(RaisePriority(to=1),)),
        _escalation("H0", 0, "M04", Audience.AGENCY_HEAD, ONE_STOP_HEAD, actions=(RaisePriority(to=2),)),
        _escalation("H1", 1, "M03", Audience.ASSIGNEE, Audience.UNIT_HEAD, every=1),
    ),
)

LADDERS: Final[Mapping[str, Ladder]] = MappingProxyType(
    {ladder.code: ladder for ladder in (QMS_LADDER, TTHC_LADDER, DOSSIER_LADDER)}
)


def ladder_named(code: str) -> Ladder:
    """The shipped ladder of that code; raises UnknownLadder."""
    try:
        return LADDERS[code]
    except KeyError:
        raise UnknownLadder(code) from None
