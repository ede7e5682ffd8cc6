"""Who may do what: every power, the roles that give it and the part in a matter that gives it.

Powers come from own roles alone, never from a mandate (ADR 0012). Who may take a task is reckoned task by
task, by `engine.domain.assignment.right_of`; the rule here says so for people. Where a power needs rows to be
decided (whom an agency oversees), the module that reads them asks here first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.domain.assignment import Viewer

AGENCY_HEAD: Final = "LD_CQ"
STEERING_HEAD: Final = "TRUONG_BCD"
ISO_SECRETARY: Final = "THU_KY_ISO"
UNIT_HEAD: Final = "LD_PHONG"
REGISTRY_CLERK: Final = "VAN_THU"
DEPARTMENT_OFFICER: Final = "SO_CV"
FINANCE: Final = "TAI_VU"
ADMINISTRATOR: Final = "QUAN_TRI"


class Power(StrEnum):
    """What somebody may do; the order is that of the page that tells of it."""

    WORK_ON_TASK = "work_on_task"
    ASSIGN_TASK = "assign_task"
    SEE_CASE = "see_case"
    SEE_CONFIDENTIAL = "see_confidential"
    CLOSE_CASE = "close_case"
    OPEN_CASE = "open_case"
    START_PROCESS = "start_process"
    KEEP_LEGAL_REGISTER = "keep_legal_register"
    READ_MAILS = "read_mails"
    MOVE_CLOCK = "move_clock"
    EXTEND_DEADLINE = "extend_deadline"
    WATCH_INCIDENTS = "watch_incidents"
    INTERVENE = "intervene"
    SEND_MESSAGE = "send_message"
    REHEARSE = "rehearse"
    PUBLISH_MODEL = "publish_model"
    DRAW_MODEL = "draw_model"
    READ_DRAFTS = "read_drafts"
    WITHDRAW_MODEL = "withdraw_model"
    PROPOSE_MIGRATION = "propose_migration"
    APPROVE_MIGRATION = "approve_migration"
    KEEP_FORM_TEMPLATES = "keep_form_templates"
    KEEP_COMMON_FORM_TEMPLATES = "keep_common_form_templates"
    READ_CALENDAR = "read_calendar"
    ADMINISTER_TIME = "administer_time"
    SET_MAIL_HOURS = "set_mail_hours"
    READ_PEOPLE = "read_people"
    ADMINISTER_PEOPLE = "administer_people"
    ADMINISTER_ACCOUNTS = "administer_accounts"
    READ_AUDIT = "read_audit"
    READ_ORGANISATION = "read_organisation"
    CHANGE_ORGANISATION = "change_organisation"
    DELEGATE = "delegate"
    RECORD_ABSENCE = "record_absence"
    READ_USE_OF_MANDATE = "read_use_of_mandate"
    KEEP_RECORDS = "keep_records"
    DECIDE_ON_RECORDS = "decide_on_records"
    KEEP_ISSUED_DOCUMENTS = "keep_issued_documents"
    REVOKE_ISSUED_DOCUMENT = "revoke_issued_document"
    CONFIRM_RECEIPT = "confirm_receipt"
    READ_LETTERS = "read_letters"
    ASSIGN_BY_LETTER = "assign_by_letter"
    KEEP_INSPECTIONS = "keep_inspections"
    READ_HEALTH = "read_health"
    READ_ROADMAP = "read_roadmap"
    OVERSEE = "oversee"
    READ_EVIDENCE = "read_evidence"
    KEEP_CONTROLLED_DOCUMENTS = "keep_controlled_documents"
    REQUEST_DOCUMENT_CHANGE = "request_document_change"
    PROPOSE_SIMPLIFICATION = "propose_simplification"
    KEEP_AUDITORS = "keep_auditors"
    CHANGE_AUDITS = "change_audits"
    KEEP_BUDGET = "keep_budget"
    RECORD_PLANNED_WORK = "record_planned_work"
    KEEP_YEAR = "keep_year"
    TAKE_FEEDBACK_IN = "take_feedback_in"
    READ_FEEDBACK_SENDERS = "read_feedback_senders"
    READ_DASHBOARD = "read_dashboard"


class Part(StrEnum):
    """What somebody has to do with the matter itself, whatever the roles."""

    MAY_TAKE = "may_take"
    """May take the task: by role, in person or by a mandate in force."""
    TAKES_PART = "takes_part"
    """Holds, held or did a task of the case, or may take one that is open."""
    STARTED = "started"
    """Began the case."""
    ADDRESSEE = "addressee"
    """The mail went to that person."""
    PRINCIPAL = "principal"
    """It is the own role, the own absence or the own name."""
    DELEGATE = "delegate"
    """Acts in the other's name."""


class Reach(StrEnum):
    """Whose matters a power reaches."""

    AGENCY = "agency"
    UNSUPERVISED = "unsupervised"
    """Of all agencies where no other oversees the own one; else of none."""
    OVERSEEN = "overseen"
    """Of the agencies that the own one oversees."""
    AGENCY_AND_COMMON = "agency_and_common"
    """Of the own agency; where no other oversees it also what holds for its province and the country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Who has a power: any of the roles, the heads of the matter's own unit, or any of the parts."""

    roles: tuple[str, ...] = ()
    of_unit: tuple[str, ...] = ()
    """Roles that give it in their own unit alone."""
    parts: tuple[Part, ...] = ()
    reach: Reach = Reach.AGENCY


_OVERSEERS: Final = (ISO_SECRETARY, AGENCY_HEAD, STEERING_HEAD, ADMINISTRATOR)
_WATCHERS: Final = (ADMINISTRATOR, ISO_SECRETARY)
_OFFICE: Final = (
    ISO_SECRETARY,
    AGENCY_HEAD,
    STEERING_HEAD,
    UNIT_HEAD,
    REGISTRY_CLERK,
    "CHUYEN_VIEN",
    "PHAP_CHE",
    "TAI_VU",
    "LD_MOT_CUA",
    "TNTKQ",
)
"""All who do the work of an office."""
_ADMINISTRATOR: Final = Rule(roles=(ADMINISTRATOR,))
RULES: Final = {
    Power.WORK_ON_TASK: Rule(parts=(Part.MAY_TAKE,)),
    Power.ASSIGN_TASK: Rule(roles=_WATCHERS, of_unit=(UNIT_HEAD,)),
    Power.SEE_CASE: Rule(roles=_OVERSEERS, parts=(Part.STARTED, Part.TAKES_PART)),
    Power.SEE_CONFIDENTIAL: Rule(roles=(AGENCY_HEAD,), parts=(Part.STARTED, Part.TAKES_PART)),
    Power.CLOSE_CASE: Rule(roles=(AGENCY_HEAD,), parts=(Part.STARTED,)),
    Power.OPEN_CASE: Rule(roles=(AGENCY_HEAD,)),
    Power.START_PROCESS: Rule(roles=(ISO_SECRETARY,)),
    Power.KEEP_LEGAL_REGISTER: Rule(roles=(ISO_SECRETARY,)),
    Power.READ_MAILS: Rule(roles=_OVERSEERS, parts=(Part.ADDRESSEE,)),
    Power.MOVE_CLOCK: Rule(roles=_WATCHERS),
    Power.EXTEND_DEADLINE: Rule(roles=(*_WATCHERS, AGENCY_HEAD)),
    Power.WATCH_INCIDENTS: Rule(roles=_WATCHERS),
    Power.INTERVENE: _ADMINISTRATOR,
    Power.SEND_MESSAGE: _ADMINISTRATOR,
    Power.REHEARSE: Rule(roles=_WATCHERS),
    Power.PUBLISH_MODEL: Rule(),
    Power.DRAW_MODEL: Rule(roles=(ISO_SECRETARY,)),
    Power.READ_DRAFTS: Rule(roles=_OVERSEERS, parts=(Part.TAKES_PART,)),
    Power.WITHDRAW_MODEL: Rule(roles=(AGENCY_HEAD,)),
    Power.PROPOSE_MIGRATION: Rule(roles=_WATCHERS),
    Power.APPROVE_MIGRATION: Rule(roles=(AGENCY_HEAD,)),
    Power.KEEP_FORM_TEMPLATES: Rule(roles=(ISO_SECRETARY, AGENCY_HEAD)),
    Power.KEEP_COMMON_FORM_TEMPLATES: Rule(roles=(ADMINISTRATOR,), reach=Reach.UNSUPERVISED),
    Power.READ_CALENDAR: Rule(roles=_WATCHERS),
    Power.ADMINISTER_TIME: Rule(roles=(ADMINISTRATOR,), reach=Reach.AGENCY_AND_COMMON),
    Power.SET_MAIL_HOURS: _ADMINISTRATOR,
    Power.READ_PEOPLE: Rule(roles=_WATCHERS),
    Power.ADMINISTER_PEOPLE: _ADMINISTRATOR,
    Power.ADMINISTER_ACCOUNTS: _ADMINISTRATOR,
    Power.READ_AUDIT: _ADMINISTRATOR,
    Power.READ_ORGANISATION: _ADMINISTRATOR,
    Power.CHANGE_ORGANISATION: Rule(roles=(ADMINISTRATOR,), reach=Reach.UNSUPERVISED),
    Power.DELEGATE: Rule(roles=_WATCHERS, parts=(Part.PRINCIPAL,)),
    Power.RECORD_ABSENCE: Rule(
        roles=(*_WATCHERS, AGENCY_HEAD), of_unit=(UNIT_HEAD,), parts=(Part.PRINCIPAL,)
    ),
    Power.READ_USE_OF_MANDATE: Rule(roles=(*_WATCHERS, AGENCY_HEAD), parts=(Part.PRINCIPAL, Part.DELEGATE)),
    Power.KEEP_RECORDS: Rule(roles=(REGISTRY_CLERK, ISO_SECRETARY, ADMINISTRATOR)),
    Power.DECIDE_ON_RECORDS: Rule(roles=(AGENCY_HEAD,)),
    Power.KEEP_ISSUED_DOCUMENTS: Rule(roles=(REGISTRY_CLERK, ISO_SECRETARY)),
    Power.REVOKE_ISSUED_DOCUMENT: Rule(roles=(AGENCY_HEAD,)),
    Power.CONFIRM_RECEIPT: Rule(roles=(DEPARTMENT_OFFICER,), reach=Reach.OVERSEEN),
    Power.READ_LETTERS: Rule(roles=(*_OVERSEERS, REGISTRY_CLERK, DEPARTMENT_OFFICER)),
    Power.ASSIGN_BY_LETTER: Rule(roles=(DEPARTMENT_OFFICER,), reach=Reach.OVERSEEN),
    Power.KEEP_INSPECTIONS: Rule(roles=(DEPARTMENT_OFFICER,), reach=Reach.OVERSEEN),
    Power.READ_HEALTH: _ADMINISTRATOR,
    Power.READ_ROADMAP: Rule(roles=(ADMINISTRATOR, DEPARTMENT_OFFICER)),
    Power.OVERSEE: Rule(roles=(DEPARTMENT_OFFICER, ADMINISTRATOR), reach=Reach.OVERSEEN),
    Power.READ_EVIDENCE: Rule(roles=(ISO_SECRETARY, AGENCY_HEAD, STEERING_HEAD)),
    Power.KEEP_CONTROLLED_DOCUMENTS: Rule(roles=(ISO_SECRETARY,)),
    Power.REQUEST_DOCUMENT_CHANGE: Rule(roles=_OFFICE),
    Power.PROPOSE_SIMPLIFICATION: Rule(roles=_OFFICE),
    Power.KEEP_AUDITORS: Rule(roles=(ISO_SECRETARY,)),
    Power.CHANGE_AUDITS: Rule(roles=(ISO_SECRETARY,)),
    Power.KEEP_BUDGET: Rule(roles=(FINANCE, ISO_SECRETARY)),
    Power.RECORD_PLANNED_WORK: Rule(roles=(ISO_SECRETARY,), of_unit=(UNIT_HEAD,)),
    Power.KEEP_YEAR: Rule(roles=(ISO_SECRETARY,)),
    Power.TAKE_FEEDBACK_IN: Rule(roles=_OFFICE),
    Power.READ_FEEDBACK_SENDERS: Rule(roles=("TNTKQ", "LD_MOT_CUA", ISO_SECRETARY, AGENCY_HEAD)),
    Power.READ_DASHBOARD: Rule(roles=(ISO_SECRETARY, AGENCY_HEAD, STEERING_HEAD), of_unit=(UNIT_HEAD,)),
}
"""Each power once; a power without roles and parts is the operator's alone, at the command line."""


def may(viewer: Viewer, power: Power, *, unit: UUID | None = None, parts: Iterable[Part] = ()) -> bool:
    """Whether the viewer has the power by an own role of today or by a part in the matter.

    `unit`: the matter's own, for those whose role gives the power in their unit alone. Asks of no agency:
    that a row is the viewer's agency's is asked where it is read.
    """
    rule = RULES[power]
    if any(viewer.holds(role) for role in rule.roles):
        return True
    if unit is not None and any(viewer.holds(role, unit) for role in rule.of_unit):
        return True
    return any(part in rule.parts for part in parts)


def may_for_some(viewer: Viewer, power: Power) -> bool:
    """Whether the viewer has the power by a role for others at all, be it in one unit alone."""
    rule = RULES[power]
    return any(viewer.holds(role) for role in (*rule.roles, *rule.of_unit))


def roles_with(power: Power) -> tuple[str, ...]:
    """The roles that give the power in the whole agency."""
    return RULES[power].roles
