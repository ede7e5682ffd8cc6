"""The service tasks of P01: open the draft, ask the units, check, issue, follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from engine.domain.forms.fields import Message
from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import Calendars, DeclaredOperator, Directory, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import StoredFile
from qms.audits.units import unit_choices, units_on
from qms.organisation.roles import Role
from qms.outgoing.tables import OutgoingDocument
from qms.plans.answers import (
    EVERY_UNIT,
    WHOLE_AGENCY,
    amount,
    first_file,
    lines_of,
    plan_of,
    session_of,
    text,
)
from qms.plans.demanded import demanded_of, money_warnings
from qms.plans.first_lines import first_draft
from qms.plans.opinions import record_opinions
from qms.plans.paper import name_of, paper_of, subject_of
from qms.plans.rules import (
    REPORT_NAMES,
    ActivityKind,
    ActivityState,
    PlanLine,
    PlanState,
    missing_of,
    sequencing_warnings,
)
from qms.plans.tables import PlanActivity, YearPlan

OPINION_WORKING_DAYS: Final = 5
_PLAN: Final = "ma_ke_hoach:text"
_CONTENT: Final = (
    "can_cu:text",
    "muc_dich:text",
    "pham_vi:text",
    "hoat_dong:list",
    "kinh_phi:number?",
    "nguon_kinh_phi:text?",
    "to_chuc_thuc_hien:text",
    "ly_do_vuot_tran:text?",
)


class PlanOperators:
    """The operators by the names that the model uses."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        checked = {"canh_bao_kinh_phi": "text", "canh_bao_trinh_tu": "text", "noi_dung_con_thieu": "text"}
        return {
            "plan.open": DeclaredOperator(
                work=self.open,
                parameters=_takes(
                    "nam:number",
                    "cong_van_so:file?",
                    "so_cong_van:text?",
                    "ke_hoach_goc:text?",
                    "ly_do_sua:text?",
                ),
                variables={
                    "ma_ke_hoach": "text",
                    "ten_ke_hoach": "text",
                    "nguon_du_thao": "text",
                    "can_cu": "text",
                    "muc_dich": "text",
                    "pham_vi": "text",
                    "to_chuc_thuc_hien": "text",
                    "hoat_dong": "list",
                    "kinh_phi": "number",
                    "nguon_kinh_phi": "text",
                    "don_vi_chon": "list",
                    "don_vi_danh_gia": "list",
                    "bao_cao_chon": "list",
                },
            ),
            "plan.consult": DeclaredOperator(
                work=self.consult,
                parameters=_takes(_PLAN, *_CONTENT),
                variables={"don_vi_gop_y": "list", "han_gop_y": "date", **checked},
            ),
            "plan.opinions": DeclaredOperator(
                work=record_opinions,
                parameters=_takes(_PLAN, "don_vi_gop_y:list", "cac_gop_y:list?"),
                variables={"tom_tat_gop_y": "text", "don_vi_im_lang": "list"},
            ),
            "plan.check": DeclaredOperator(
                work=self.check, parameters=_takes(_PLAN, *_CONTENT), variables=dict(checked)
            ),
            "plan.validate": DeclaredOperator(
                work=self.validate,
                parameters=_takes(_PLAN),
                variables={
                    "du_noi_dung": "bool",
                    "noi_dung_con_thieu": "text",
                    "trich_yeu_ke_hoach": "text",
                    "noi_dung_ke_hoach": "record",
                },
            ),
            "plan.issue": DeclaredOperator(
                work=issue,
                parameters=_takes(_PLAN, "van_ban:record"),
                variables={"tai_lieu_pho_bien": "record", "so_hoat_dong": "number"},
            ),
        }

    def open(self, call: OperatorCall) -> Value:
        """Enter the edition and what its draft begins with."""
        session, given, today = session_of(call), call.parameters, local_day(call.now)
        year = int(str(given["nam"]))
        demanded = demanded_of(session, call.agency, year, today)
        amended = _amended(session, call.agency, given.get("ke_hoach_goc"))
        draft = first_draft(
            session,
            call.agency,
            year,
            amended=amended,
            units=list(demanded.units),
            reports=demanded.reports,
            letter=text(given.get("so_cong_van")),
        )
        plan = _entered(call, year)
        plan.carried_from = draft.taken_from.id if draft.taken_from else None
        plan.letter_id = _letter(session, given.get("cong_van_so"))
        plan.content = {"ly_do_sua": text(given.get("ly_do_sua"))}
        units = units_on(session, call.agency, today)
        return {
            "ma_ke_hoach": str(plan.id),
            "ten_ke_hoach": name_of(plan),
            "nguon_du_thao": draft.told,
            "can_cu": draft.bases,
            "muc_dich": draft.purpose,
            "pham_vi": draft.scope,
            "to_chuc_thuc_hien": draft.organisation,
            "hoat_dong": draft.rows,
            "kinh_phi": draft.budget,
            "nguon_kinh_phi": draft.source,
            "don_vi_chon": [{"value": WHOLE_AGENCY, "label": "Cả cơ quan"}, *unit_choices(units)],
            "don_vi_danh_gia": [{"value": EVERY_UNIT, "label": "Mọi đơn vị"}, *unit_choices(units)],
            "bao_cao_chon": [
                {"value": kind, "label": vi, "labelEn": en} for kind, (vi, en) in REPORT_NAMES.items()
            ],
        }

    def consult(self, call: OperatorCall) -> Value:
        """Keep the draft; the units that are asked, and until when they answer."""
        checked = self._checked(call)
        session, today = session_of(call), local_day(call.now)
        plan_of(call).state = PlanState.CONSULTED
        headed = {unit for _, unit in self._directory.grants(session, call.agency, Role.UNIT_HEAD, today)}
        return {
            **checked,
            "don_vi_gop_y": [
                {"id": str(unit.id), "ten": unit.name}
                for unit in units_on(session, call.agency, today)
                if unit.id in headed
            ],
            "han_gop_y": self._calendars.calendar_of(call.agency).add_working_days(
                today, OPINION_WORKING_DAYS
            ),
        }

    def check(self, call: OperatorCall) -> Value:
        """Keep content and lines as they were typed; what is warned of and what is missing."""
        return self._checked(call)

    def _checked(self, call: OperatorCall) -> dict[str, Value]:
        session, plan, today = session_of(call), plan_of(call), local_day(call.now)
        demanded = demanded_of(session, call.agency, plan.year, today)
        lines = lines_of(call.parameters["hoat_dong"], demanded.units)
        _keep(session, plan, call.parameters, lines)
        return {
            "canh_bao_kinh_phi": _told(money_warnings(session, call.agency, plan.year, plan.budget)),
            "canh_bao_trinh_tu": _told(sequencing_warnings(lines, plan.year)),
            "noi_dung_con_thieu": _told(missing_of(lines, demanded)),
        }

    def validate(self, call: OperatorCall) -> Value:
        """Whether the plan as it is kept is whole today; where it is, what is signed."""
        session, plan, today = session_of(call), plan_of(call), local_day(call.now)
        demanded = demanded_of(session, call.agency, plan.year, today)
        lines = kept_lines(session, plan.id)
        missing = missing_of(lines, demanded)
        plan.state = PlanState.CONSULTED if missing else PlanState.SUBMITTED
        return {
            "du_noi_dung": not missing,
            "noi_dung_con_thieu": _told(missing),
            "trich_yeu_ke_hoach": subject_of(plan),
            "noi_dung_ke_hoach": paper_of(plan, lines, demanded.units),
        }


def issue(call: OperatorCall) -> Value:
    """The signed edition is in force and those before it are superseded; its lines are followed from now."""
    session, plan = session_of(call), plan_of(call)
    document = _issued(call)
    plan.document_id = document.id if document is not None else None
    plan.state = PlanState.ISSUED
    session.execute(
        update(YearPlan)
        .where(
            YearPlan.agency_id == call.agency,
            YearPlan.year == plan.year,
            YearPlan.edition < plan.edition,
            YearPlan.state == PlanState.ISSUED,
        )
        .values(state=PlanState.SUPERSEDED)
    )
    count = session.scalar(select(func.count()).where(PlanActivity.plan_id == plan.id))
    record = call.parameters["van_ban"]
    written = record if isinstance(record, dict) else {}
    return {
        "tai_lieu_pho_bien": {
            "id": written.get("id"),
            "ma": written.get("so_ky_hieu"),
            "ten": name_of(plan),
            "phien_ban": None,
        },
        "so_hoat_dong": count or 0,
    }


def kept_lines(session: Session, plan: UUID) -> tuple[PlanLine, ...]:
    """The lines of a plan as the register keeps them."""
    rows = session.scalars(
        select(PlanActivity).where(PlanActivity.plan_id == plan).order_by(PlanActivity.ordinal)
    )
    return tuple(line_of(row) for row in rows)


def line_of(row: PlanActivity) -> PlanLine:
    """A row of the register as a line."""
    audited = (parse_id(str(one)) for one in row.audited_units)
    return PlanLine(
        kind=ActivityKind(row.kind),
        subject=row.subject,
        what=row.what,
        unit=row.unit_id,
        partners=row.partners,
        audited=frozenset(one for one in audited if one is not None),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        product=row.product,
    )


def _keep(session: Session, plan: YearPlan, given: Mapping[str, Value], lines: tuple[PlanLine, ...]) -> None:
    plan.content = {
        **plan.content,
        "can_cu": [line.strip() for line in text(given["can_cu"]).splitlines() if line.strip()],
        "muc_dich": text(given["muc_dich"]),
        "pham_vi": text(given["pham_vi"]),
        "to_chuc": text(given["to_chuc_thuc_hien"]),
        "ly_do_vuot": text(given.get("ly_do_vuot_tran")),
    }
    plan.budget, plan.budget_source = amount(given.get("kinh_phi")), text(given.get("nguon_kinh_phi"))
    session.execute(delete(PlanActivity).where(PlanActivity.plan_id == plan.id))
    session.flush()
    session.add_all(_activity(plan, ordinal, line) for ordinal, line in enumerate(lines, start=1))
    session.flush()


def _activity(plan: YearPlan, ordinal: int, line: PlanLine) -> PlanActivity:
    return PlanActivity(
        id=derived_id("plan_activity", plan.id, ordinal),
        agency_id=plan.agency_id,
        plan_id=plan.id,
        ordinal=ordinal,
        kind=line.kind,
        subject=line.subject,
        what=line.what,
        unit_id=line.unit,
        partners=line.partners,
        audited_units=sorted(str(one) for one in line.audited),
        starts_on=line.starts_on,
        ends_on=line.ends_on,
        product=line.product,
        state=ActivityState.AHEAD,
        result="",
    )


def _entered(call: OperatorCall, year: int) -> YearPlan:
    session, key = session_of(call), derived_id("year_plan", call.instance)
    known = session.get(YearPlan, key)
    if known is not None:
        return known
    # Two editions entered at once would take one number: the constraint refuses the later, which is retried.
    last = session.scalar(
        select(func.max(YearPlan.edition)).where(YearPlan.agency_id == call.agency, YearPlan.year == year)
    )
    plan = YearPlan(
        id=key,
        agency_id=call.agency,
        year=year,
        edition=(last or 0) + 1,
        state=PlanState.DRAFT,
        content={},
        budget=None,
        budget_source="",
        instance_id=call.instance,
        recorded_at=call.now,
    )
    session.add(plan)
    session.flush()
    return plan


def _amended(session: Session, agency: UUID, value: Value) -> YearPlan | None:
    named = parse_id(text(value))
    row = session.get(YearPlan, named) if named is not None else None
    return row if row is not None and row.agency_id == agency else None


def _letter(session: Session, value: Value) -> UUID | None:
    named = first_file(value)
    row = session.get(StoredFile, named) if named is not None else None
    return row.id if row is not None else None


def _issued(call: OperatorCall) -> OutgoingDocument | None:
    record = call.parameters.get("van_ban")
    named = parse_id(str(record.get("id") or "")) if isinstance(record, dict) else None
    row = None if named is None else session_of(call).get(OutgoingDocument, named)
    return row if row is not None and row.instance_id == call.instance else None


def _told(messages: tuple[Message, ...]) -> str | None:
    """The sentences for a form, a line each; None hides the field."""
    return "\n".join(vi for vi, _ in messages) or None


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not whole.endswith("?"))
        for (name, kind), whole in zip(pairs, described, strict=True)
    }
