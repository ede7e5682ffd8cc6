"""The room's blueprint, and what all its pages share: who may act, and the reason that every act needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import Blueprint, request

from engine.domain.authority import Power, may
from engine.domain.errors import Refusal
from engine.domain.interventions import (
    Intervention,
    InterventionForbidden,
    InterventionReasonMissing,
    InterventionReasonTooLong,
)
from engine.queries.incidents import watches
from engine.queries.interventions import CaseForRepair, case_for_repair
from web.system import now, origin, reading, system, viewer

blueprint = Blueprint("operations", __name__, url_prefix="/operations", template_folder="templates")
PAGE_SIZE: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act as its page shows it before it is carried out."""

    title: str
    button: str
    told: tuple[str, ...]
    """What it will do and what it will not."""
    danger: bool = False


@blueprint.app_template_global()
def may_intervene() -> bool:
    """Whether the reader of the page is an administrator."""
    return may(viewer(), Power.INTERVENE)


@blueprint.app_template_global()
def may_watch() -> bool:
    """Whether incidents and the pages of repair concern the reader."""
    return watches(viewer())


def require_administrator() -> None:
    """Refuse everybody else: raises InterventionForbidden."""
    if not may_intervene():
        raise InterventionForbidden


def intervention() -> Intervention:
    """Who asks for the act of this request, and why."""
    return Intervention(viewer=viewer(), origin=origin(), reason=request.form.get("reason", ""))


def at_reason(refusal: Refusal | None) -> bool:
    """Whether it is the reason that has to be mended."""
    return isinstance(refusal, InterventionReasonMissing | InterventionReasonTooLong)


def case(instance: UUID) -> CaseForRepair:
    """The case of the page; raises InterventionForbidden and InstanceNotFound."""
    with reading() as session:
        return case_for_repair(session, system().surroundings, viewer(), instance, now())
