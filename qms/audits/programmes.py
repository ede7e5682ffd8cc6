"""The programme of a year: opened with what has to be known, written into the register, split into rounds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.execution.notices import notify
from engine.ports import Calendars, Directory, OperatorCall
from engine.store.tables import ProcessInstance
from qms.audits.answers import Row, day_of, id_of, record_of, rows_of, session_of, text_of
from qms.audits.contents import programme_content
from qms.audits.fitness import Part
from qms.audits.tables import Audit, AuditMember, AuditorCompetence, AuditProgramme
from qms.audits.units import earlier_slips, names_of, unit_choices, units_on
from qms.documents.tables import Procedure
from qms.organisation.roles import Role
from qms.organisation.tables import Person, Unit
from qms.outgoing.documents import last_done

PREPARED_BEFORE: Final = 15
"""Working days before the first audit of a round on which its team is named."""
WARNED_BEFORE: Final = timedelta(days=30)
CRITERIA: Final = (
    "TCVN ISO 9001:2015; văn bản quy phạm pháp luật về thủ tục hành chính đang hiệu lực; quy trình, mục tiêu"
    " chất lượng và quyết định công bố của cơ quan."
)
METHODS: Final = (
    "Xem tài liệu và hồ sơ thực tế chọn ngẫu nhiên, hỏi người thực hiện, quan sát tại nơi làm việc."
)


class ProgrammeOperators:
    """The operators of the programme."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def open(self, call: OperatorCall) -> Value:
        """What whoever writes the programme has to know, and a first row for each unit."""
        session, today = session_of(call), local_day(call.now)
        given = call.parameters.get("nam")
        year = int(given) if isinstance(given, int) else today.year
        units = units_on(session, call.agency, today)
        slips = earlier_slips(session, call.agency, today)
        return {
            "nam": year,
            "ma_chuong_trinh": str(derived_id("audit programme", call.instance)),
            "don_vi_chon": unit_choices(units),
            "nguoi_chon": auditor_choices(session, call.agency),
            "kph_truoc": _told_of_slips(units, slips),
            "chuong_trinh_de_xuat": [self._proposed(session, unit, slips) for unit in units],
            "tieu_chi_mau": CRITERIA,
            "phuong_phap_mau": METHODS,
            "ngay_canh_bao": date(year, 12, 31) - WARNED_BEFORE,
        }

    def write(self, call: OperatorCall) -> Value:
        """Write programme and audits as they were entered, and compose the plan to be signed."""
        session = session_of(call)
        programme = _programme(session, call)
        if programme is not None and programme.state == "du_thao":
            programme.criteria, programme.methods = _criteria(call)
        elif programme is None:
            programme = _new_programme(session, call)
        rows = rows_of(call.parameters.get("chuong_trinh"))
        _write_audits(session, programme, rows, call)
        done = last_done(call, "LapChuongTrinh")
        names = _names(session, rows)
        table: list[dict[str, Value]] = [
            {
                "Đợt": text_of(row, "dot"),
                "Đơn vị": names[text_of(row, "don_vi")],
                "Ngày": day_of(row, "ngay"),
                "Phạm vi": text_of(row, "pham_vi"),
                "Trưởng đoàn": names[text_of(row, "truong_doan")],
            }
            for row in rows
        ]
        return {
            "ma_chuong_trinh": str(programme.id),
            "trich_yeu_kh": f"Đánh giá nội bộ hệ thống quản lý chất lượng năm {programme.year}",
            "noi_dung_kh": programme_content(programme.year, programme.criteria, programme.methods, table),
            "nguoi_soan": str(done.completed_by) if done is not None and done.completed_by else None,
        }

    def approve(self, call: OperatorCall) -> Value:
        """The plan is issued: it takes the place of the year's earlier one; the rounds with their dates."""
        session = session_of(call)
        programme = session.get_one(AuditProgramme, UUID(str(call.parameters["ma_chuong_trinh"])))
        document = record_of(call.parameters.get("van_ban"))
        programme.state, programme.document_id = "da_duyet", id_of(document, "id")
        _replace_earlier(session, programme)
        audits = audits_of(session, programme.id)
        calendar = self._calendars.calendar_of(call.agency)
        rounds: dict[str, list[Audit]] = {}
        for audit in audits:
            rounds.setdefault(round_of(audit), []).append(audit)
        return {
            "cac_dot": [
                {
                    "dot": number,
                    "ten": f"Đợt {number} năm {programme.year}",
                    "ngay_chuan_bi": calendar.add_working_days(_first_day(members), -PREPARED_BEFORE),
                    "cuoc": [str(audit.id) for audit in members],
                }
                for number, members in sorted(rounds.items())
            ]
        }

    def finish(self, call: OperatorCall) -> Value:
        """All rounds are done; management review reads the results from the register."""
        session = session_of(call)
        programme = session.get_one(AuditProgramme, UUID(str(call.parameters["ma_chuong_trinh"])))
        programme.state = "da_xong"
        return {"ngay_hoan_thanh": local_day(call.now)}

    def warn(self, call: OperatorCall) -> Value:
        """Thirty days before the year ends: name the units not audited yet, tell the head (step E3)."""
        session, today = session_of(call), local_day(call.now)
        year = call.parameters.get("nam")
        year = int(year) if isinstance(year, int) else today.year
        held = set(
            session.scalars(
                select(Audit.unit_id)
                .join(AuditProgramme, AuditProgramme.id == Audit.programme_id)
                .where(
                    Audit.agency_id == call.agency, AuditProgramme.year == year, Audit.held_on.is_not(None)
                )
            )
        )
        missing = [unit.name for unit in units_on(session, call.agency, today) if unit.id not in held]
        if not missing:
            return {"don_vi_chua_danh_gia": None}
        told = "; ".join(missing)
        heads = self._directory.holders(session, call.agency, Role.AGENCY_HEAD, None, today)
        secretaries = self._directory.holders(session, call.agency, Role.ISO_SECRETARY, None, today)
        instance = session.get_one(ProcessInstance, call.instance)
        reason = f"Còn 30 ngày hết năm {year}, các đơn vị chưa được đánh giá nội bộ: {told}."
        english = f"30 days before the end of {year} these units have not been audited: {told}."
        notify(
            session,
            instance,
            (*heads, *secretaries),
            kind="M03",
            now=call.now,
            step=f"audit {year}",
            data={
                "step": "Đánh giá nội bộ mỗi đơn vị ít nhất một lần trong năm",
                "reason": reason,
                "reason_en": english,
            },
        )
        return {"don_vi_chua_danh_gia": told}

    def _proposed(self, session: Session, unit: Unit, slips: dict[UUID, list[str]]) -> Value:
        codes = session.scalars(
            select(Procedure.code).where(Procedure.unit_id == unit.id).order_by(Procedure.code)
        )
        own = ", ".join(codes)
        scope = "Điều 4.4, 6.1, 6.2, 7.1–7.5, 8.1, 8.2, 8.5–8.7, 9.1, 10.2"
        return {
            "don_vi": str(unit.id),
            "ngay": None,
            "dot": "1",
            "pham_vi": f"{scope}; thủ tục {own}"[:1000] if own else scope,
            "phieu_truoc": ", ".join(slips.get(unit.id, [])) or None,
            "truong_doan": None,
        }


def audits_of(session: Session, programme: UUID) -> list[Audit]:
    """The audits of a programme that are not called off, by day."""
    return list(
        session.scalars(
            select(Audit)
            .where(Audit.programme_id == programme, Audit.state != "huy")
            .order_by(Audit.planned_on, Audit.code)
        )
    )


def round_of(audit: Audit) -> str:
    """The round in which an audit is: the third part of its code, ĐG.2026.1.P-KT."""
    return audit.code.split(".")[2]


def auditor_choices(session: Session, agency: UUID) -> list[Value]:
    """Everybody who ever had a certificate, with unit and last day: the check says who may on which day."""
    rows = session.execute(
        select(
            Person.id,
            Person.full_name,
            Unit.name,
            func.max(AuditorCompetence.valid_to),
            func.bool_or(AuditorCompetence.valid_to.is_(None)),
        )
        .join(AuditorCompetence, AuditorCompetence.person_id == Person.id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.agency_id == agency, Person.active)
        .group_by(Person.id, Person.full_name, Person.sort_key, Unit.name)
        .order_by(Person.sort_key, Person.id)
    )
    choices: list[Value] = []
    for person, name, unit, until, open_ended in rows:
        last = "" if open_ended else f", chứng nhận đến {until - timedelta(days=1):%d/%m/%Y}"
        choices.append({"value": str(person), "label": f"{name} – {unit or ''}{last}"})
    return choices


def _told_of_slips(units: tuple[Unit, ...], slips: dict[UUID, list[str]]) -> str | None:
    return (
        "\n".join(f"{unit.name}: {', '.join(slips[unit.id])}" for unit in units if unit.id in slips) or None
    )


def _criteria(call: OperatorCall) -> tuple[str, str]:
    return str(call.parameters.get("tieu_chi") or ""), str(call.parameters.get("phuong_phap") or "")


def _programme(session: Session, call: OperatorCall) -> AuditProgramme | None:
    return session.get(AuditProgramme, derived_id("audit programme", call.instance))


def _new_programme(session: Session, call: OperatorCall) -> AuditProgramme:
    year = int(str(call.parameters["nam"]))
    edition = session.scalars(
        select(func.coalesce(func.max(AuditProgramme.edition), 0)).where(
            AuditProgramme.agency_id == call.agency, AuditProgramme.year == year
        )
    ).one()
    criteria, methods = _criteria(call)
    programme = AuditProgramme(
        id=derived_id("audit programme", call.instance),
        agency_id=call.agency,
        year=year,
        edition=edition + 1,
        state="du_thao",
        criteria=criteria,
        methods=methods,
        instance_id=call.instance,
        recorded_at=call.now,
    )
    session.add(programme)
    session.flush()
    return programme


def _write_audits(session: Session, programme: AuditProgramme, rows: list[Row], call: OperatorCall) -> None:
    """The rows as audits; those of an earlier draft of the same programme that are gone are taken out."""
    kept: set[UUID] = set()
    for row in rows:
        unit = session.get_one(Unit, UUID(text_of(row, "don_vi")))
        number = text_of(row, "dot") or "1"
        key = derived_id("audit", programme.id, unit.id, number)
        kept.add(key)
        audit = session.get(Audit, key)
        if audit is None:
            audit = Audit(
                id=key,
                agency_id=call.agency,
                programme_id=programme.id,
                code=f"ĐG.{programme.year}.{number}.{unit.code}"
                + (f".{programme.edition}" if programme.edition > 1 else ""),
                unit_id=unit.id,
                state="du_kien",
                answered_as="",
                answer="",
                recorded_at=call.now,
            )
            session.add(audit)
        earlier = text_of(row, "phieu_truoc")
        audit.scope = text_of(row, "pham_vi") + (f"; xem lại phiếu {earlier}" if earlier else "")
        audit.planned_on = day_of(row, "ngay")
        session.flush()
        write_member(session, audit, UUID(text_of(row, "truong_doan")), Part.LEAD, only=True)
    gone = [audit.id for audit in audits_of(session, programme.id) if audit.id not in kept]
    session.execute(delete(AuditMember).where(AuditMember.audit_id.in_(gone)))
    session.execute(delete(Audit).where(Audit.id.in_(gone)))


def write_member(session: Session, audit: Audit, person: UUID, part: Part, *, only: bool = False) -> None:
    """Put somebody into the team; `only` takes everybody else out first."""
    if only:
        session.execute(delete(AuditMember).where(AuditMember.audit_id == audit.id))
    session.add(AuditMember(audit_id=audit.id, person_id=person, agency_id=audit.agency_id, part=part.value))
    session.flush()


def _names(session: Session, rows: list[Row]) -> dict[str, str]:
    units = {UUID(text_of(row, "don_vi")) for row in rows}
    people = [key for row in rows if (key := parse_id(text_of(row, "truong_doan"))) is not None]
    named = {str(unit.id): unit.name for unit in session.scalars(select(Unit).where(Unit.id.in_(units)))}
    return named | {str(person): name for person, name in names_of(session, people).items()}


def _first_day(audits: list[Audit]) -> date:
    return min(audit.planned_on for audit in audits if audit.planned_on is not None)


def _replace_earlier(session: Session, programme: AuditProgramme) -> None:
    """A new programme of the year takes the place of the one before; what was not held yet is called off."""
    earlier = session.scalars(
        select(AuditProgramme).where(
            AuditProgramme.agency_id == programme.agency_id,
            AuditProgramme.year == programme.year,
            AuditProgramme.edition < programme.edition,
            AuditProgramme.state == "da_duyet",
        )
    )
    for old in earlier:
        old.state = "bi_thay"
        for audit in audits_of(session, old.id):
            if audit.held_on is None:
                audit.state = "huy"
