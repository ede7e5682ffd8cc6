"""What is refused at the field: units left out, auditors who may not, findings without evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.calendar import WorkingCalendar
from engine.domain.forms.fields import Message
from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.ports import AnswerCheck, AnswersGiven, Calendars, Directory
from engine.store.tables import ProcessInstance
from qms.audits.answers import Row, day_of, id_of, record_of, rows_of, session_of, text_of
from qms.audits.fitness import Part, unfit
from qms.audits.reaudits import NOT_CARRIED_OUT, STATE_WORDS, latest_slip
from qms.audits.rounds import NOTICE_DAYS, audits_in
from qms.audits.tables import Audit, AuditFinding, AuditMember, AuditProgramme
from qms.audits.units import earlier_slips, units_on
from qms.nonconformities.rules import NonconformityState
from qms.organisation.tables import Unit

Refused: TypeAlias = dict[str, list[Message]]
ROUND_DAYS: Final = 10
"""Working days within which the audits of one round lie: the first unit's re-audit waits for the last."""
SHORTEST_EVIDENCE: Final = 10
_NO_EVIDENCE: Final = frozenset(
    {
        "khong co",
        "chua co",
        "chua ro",
        "khong ro",
        "khong",
        "co",
        "da xem",
        "xem ho so",
        "da xem ho so",
        "qua ho so",
        "thuc te",
        "dat",
        "nhu tren",
    }
)


class AuditChecks:
    """The checks by the names that the models use."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def by_name(self) -> Mapping[str, AnswerCheck]:
        """What to register with the engine."""
        return {
            "audit.programme": self.programme,
            "audit.team": self.team,
            "audit.dates": self.dates,
            "audit.findings": self.findings,
            "audit.reaudit": self.reaudit,
        }

    def programme(self, given: AnswersGiven) -> Mapping[str, Sequence[Message]]:
        """Every unit at least once, days of the year, leads who may, earlier nonconformities named (A8)."""
        session, today = session_of(given), local_day(given.now)
        rows = rows_of(given.answers.get("chuong_trinh"))
        year = given.variables.get("nam")
        calendar = self._calendars.calendar_of(given.agency)
        refused: Refused = {}
        _whole(session, given, rows, today, refused)
        slips = earlier_slips(session, given.agency, today)
        for number, row in enumerate(rows, start=1):
            cell = f"chuong_trinh__{number}__"
            day, unit = day_of(row, "ngay"), id_of(row, "don_vi")
            if day is None or unit is None:
                continue
            _refuse_day(refused, cell + "ngay", day, today, calendar)
            if isinstance(year, int) and day.year != year:
                _refuse(
                    refused,
                    cell + "ngay",
                    f"Ngày {day:%d/%m/%Y} không thuộc năm {year} của chương trình.",
                    f"{day:%d/%m/%Y} is not in {year}, the year of the programme.",
                )
            missing = [code for code in slips.get(unit, []) if code not in text_of(row, "phieu_truoc")]
            if missing and not _named_elsewhere(rows, number, unit, missing):
                _refuse(
                    refused,
                    cell + "phieu_truoc",
                    f"Phải nêu phiếu kỳ trước của đơn vị: {', '.join(missing)}.",
                    f"Name the unit's earlier slips: {', '.join(missing)}.",
                )
            self._refuse_unfit(session, refused, cell + "truong_doan", row, "truong_doan", unit, day)
        _refuse_long_rounds(refused, rows, calendar)
        return refused

    def team(self, given: AnswersGiven) -> Mapping[str, Sequence[Message]]:
        """Each unit one lead and a day in time; nobody audits the own unit or without a certificate (A6)."""
        session, today = session_of(given), local_day(given.now)
        audits = {audit.unit_id: audit for audit in audits_in(session, given.variables.get("dot"))}
        calendar = self._calendars.calendar_of(given.agency)
        refused: Refused = {}
        days = _days(refused, rows_of(given.answers.get("lich")), audits, today, calendar)
        members = rows_of(given.answers.get("doan"))
        names = _unit_names(session, list(audits))
        for of, name in names.items():
            leads = [
                row
                for row in members
                if id_of(row, "don_vi") == of and text_of(row, "vai_tro") == Part.LEAD.value
            ]
            if len(leads) != 1:
                _refuse(
                    refused,
                    "doan",
                    f"{name}: cần đúng một trưởng đoàn, đang có {len(leads)}.",
                    f"{name}: exactly one lead is needed, there are {len(leads)}.",
                )
        seen: Counter[tuple[UUID, UUID]] = Counter()
        for number, row in enumerate(members, start=1):
            unit, person = id_of(row, "don_vi"), id_of(row, "nguoi")
            if unit is None or person is None or unit not in audits:
                continue
            seen[unit, person] += 1
            cell = f"doan__{number}__nguoi"
            if seen[unit, person] > 1:
                _refuse(
                    refused, cell, "Người này đã có trong đoàn của đơn vị.", "Already in this unit's team."
                )
            day = days.get(unit) or audits[unit].planned_on or today
            part = Part(text_of(row, "vai_tro") or Part.MEMBER.value)
            self._refuse_unfit(session, refused, cell, row, "nguoi", unit, day, part)
        return refused

    def dates(self, given: AnswersGiven) -> Mapping[str, Sequence[Message]]:
        """New days: at least five working days ahead, and the team may still audit on them."""
        session, today = session_of(given), local_day(given.now)
        audits = {audit.unit_id: audit for audit in audits_in(session, given.variables.get("dot"))}
        calendar = self._calendars.calendar_of(given.agency)
        refused: Refused = {}
        rows = rows_of(given.answers.get("lich"))
        days = _days(refused, rows, audits, today, calendar)
        cells = {id_of(row, "don_vi"): number for number, row in enumerate(rows, start=1)}
        for unit, day in days.items():
            for member in _members(session, audits[unit]):
                part = Part(member.part)
                for reason in unfit(session, self._directory, member.person_id, unit, day, part):
                    refused.setdefault(f"lich__{cells[unit]}__ngay", []).append(reason.sentence())
        return refused

    def findings(self, given: AnswersGiven) -> Mapping[str, Sequence[Message]]:
        """A day that has come, a team that might audit on it, evidence for every finding."""
        session, today = session_of(given), local_day(given.now)
        visit = record_of(given.variables.get("cuoc"))
        audit = session.get_one(Audit, UUID(text_of(visit, "id")))
        refused: Refused = {}
        held = day_of(dict(given.variables), "ngay_danh_gia")
        if held is not None and "ngay_danh_gia" in given.answers:
            self._refuse_held(session, refused, audit, held, today)
        rows = rows_of(given.answers.get("phat_hien"))
        for number, row in enumerate(rows, start=1):
            _refuse_evidence(refused, f"phat_hien__{number}__bang_chung", row)
        _refuse_blank(refused, rows_of(given.answers.get("phieu")))
        grave = any(text_of(row, "loai").startswith("kph") for row in rows)
        lines = rows_of(given.answers.get("phieu"))
        for number, row in enumerate(lines, start=1):
            if text_of(row, "nhan_xet").startswith("kph") and not grave:
                _refuse(
                    refused,
                    f"phieu__{number}__nhan_xet",
                    "Kết luận không phù hợp phải có phát hiện không phù hợp tương ứng ở bảng dưới.",
                    "A nonconforming verdict needs its nonconformity among the findings below.",
                )
        return refused

    def reaudit(self, given: AnswersGiven) -> Mapping[str, Sequence[Message]]:
        """Not before the audit, not in the future, every slip judged, by somebody who may (A6)."""
        session, today = session_of(given), local_day(given.now)
        visit = record_of(given.variables.get("muc"))
        audit = session.get_one(Audit, UUID(text_of(visit, "id")))
        refused: Refused = {}
        held = day_of(dict(given.answers), "ngay_danh_gia_lai")
        if held is not None:
            earliest = audit.held_on or held
            if not earliest <= held <= today:
                _refuse(
                    refused,
                    "ngay_danh_gia_lai",
                    f"Ngày đánh giá lại phải từ {earliest:%d/%m/%Y} đến hôm nay {today:%d/%m/%Y}.",
                    f"The day of the re-audit lies between {earliest:%d/%m/%Y} and today {today:%d/%m/%Y}.",
                )
            for reason in unfit(session, self._directory, given.person, audit.unit_id, held):
                refused.setdefault("ngay_danh_gia_lai", []).append(reason.sentence())
        rows = rows_of(given.answers.get("ket_qua_dgl"))
        judged = Counter(text_of(row, "phieu") for row in rows)
        for choice in rows_of(given.variables.get("phieu_xac_minh")):
            if judged[text_of(choice, "value")] != 1:
                _refuse(
                    refused,
                    "ket_qua_dgl",
                    f"{text_of(choice, 'label')}: cần đúng một kết luận.",
                    f"{text_of(choice, 'label')}: exactly one conclusion is needed.",
                )
        for number, row in enumerate(rows, start=1):
            _refuse_evidence(refused, f"ket_qua_dgl__{number}__bang_chung", row)
            _refuse_too_early(session, refused, f"ket_qua_dgl__{number}__hieu_luc", row)
        return refused

    def _refuse_held(self, session: Session, refused: Refused, audit: Audit, held: date, today: date) -> None:
        if held > today or (audit.planned_on is not None and held < audit.planned_on):
            planned = audit.planned_on or today
            _refuse(
                refused,
                "ngay_danh_gia",
                f"Ngày đánh giá phải từ ngày đã báo {planned:%d/%m/%Y} đến hôm nay {today:%d/%m/%Y}.",
                f"The day lies between the day announced, {planned:%d/%m/%Y}, and today {today:%d/%m/%Y}.",
            )
        for member in _members(session, audit):
            for reason in unfit(
                session, self._directory, member.person_id, audit.unit_id, held, Part(member.part)
            ):
                refused.setdefault("ngay_danh_gia", []).append(reason.sentence())

    def _refuse_unfit(
        self,
        session: Session,
        refused: Refused,
        cell: str,
        row: Row,
        key: str,
        unit: UUID,
        day: date,
        part: Part = Part.LEAD,
    ) -> None:
        person = id_of(row, key)
        if person is None:
            return
        for reason in unfit(session, self._directory, person, unit, day, part):
            refused.setdefault(cell, []).append(reason.sentence())


def _refuse(refused: Refused, field: str, vi: str, en: str) -> None:
    refused.setdefault(field, []).append((vi, en))


def _whole(session: Session, given: AnswersGiven, rows: list[Row], today: date, refused: Refused) -> None:
    """The programme as a whole: no unit left out, none twice in a round, no other programme under way."""
    units = units_on(session, given.agency, today)
    planned = Counter((id_of(row, "don_vi"), text_of(row, "dot")) for row in rows)
    missing = [unit.name for unit in units if not any(key[0] == unit.id for key in planned)]
    if missing:
        _refuse(
            refused,
            "chuong_trinh",
            "Chưa có cuộc đánh giá nào trong năm cho: " + "; ".join(missing) + ".",
            "No audit in the year for: " + "; ".join(missing) + ".",
        )
    for unit in units:
        twice = sorted({number for (key, number), count in planned.items() if key == unit.id and count > 1})
        for number in twice:
            _refuse(
                refused,
                "chuong_trinh",
                f"{unit.name} có hai cuộc trong đợt {number}.",
                f"{unit.name} stands twice in round {number}.",
            )
    running = session.scalars(
        select(ProcessInstance.code)
        .join(AuditProgramme, AuditProgramme.instance_id == ProcessInstance.id)
        .where(
            AuditProgramme.agency_id == given.agency,
            AuditProgramme.year == given.variables.get("nam"),
            AuditProgramme.state == "da_duyet",
            ProcessInstance.id != given.instance,
            ProcessInstance.state.in_(("running", "suspended")),
        )
    ).first()
    if running is not None:
        _refuse(
            refused,
            "chuong_trinh",
            f"Chương trình đã duyệt của năm này đang thực hiện trong hồ sơ {running}. Hủy hồ sơ đó trước khi"
            " duyệt chương trình mới.",
            f"The approved programme of this year runs in case {running}. Cancel that case first.",
        )


def _named_elsewhere(rows: list[Row], number: int, unit: UUID, missing: list[str]) -> bool:
    others = [row for at, row in enumerate(rows, start=1) if at != number and id_of(row, "don_vi") == unit]
    return all(any(code in text_of(row, "phieu_truoc") for row in others) for code in missing)


def _refuse_blank(refused: Refused, lines: list[Row]) -> None:
    """A question that was asked has what was seen or a verdict; one that was not asked is taken away."""
    for number, row in enumerate(lines, start=1):
        if text_of(row, "da_thay") or text_of(row, "nhan_xet"):
            continue
        asked = text_of(row, "cau_hoi")
        _refuse(
            refused,
            f"phieu__{number}__da_thay",
            f"Câu “{asked}” chưa ghi gì: ghi điều đã thấy và kết luận, hoặc bỏ dòng nếu không hỏi đến.",
            f"Nothing stands at “{asked}”: write what was seen and the verdict, or take the line away.",
        )


def _refuse_too_early(session: Session, refused: Refused, cell: str, row: Row) -> None:
    """What was not approved yet was not carried out, so it cannot have helped."""
    finding = session.get(AuditFinding, id_of(row, "phieu")) if id_of(row, "phieu") else None
    slip = latest_slip(session, finding) if finding is not None else None
    if text_of(row, "hieu_luc") != "dat" or slip is None or slip.state not in NOT_CARRIED_OUT:
        return
    _refuse(
        refused,
        cell,
        f"Phiếu {slip.code} đang ở bước {STATE_WORDS[NonconformityState(slip.state)]}, chưa có hành động nào"
        " được duyệt và thực hiện nên chưa thể đạt.",
        f"No action of slip {slip.code} was approved and carried out yet, so it cannot be effective.",
    )


def _refuse_day(refused: Refused, cell: str, day: date, today: date, calendar: WorkingCalendar) -> None:
    first = calendar.add_working_days(today, NOTICE_DAYS)
    if day < first:
        _refuse(
            refused,
            cell,
            f"Phải báo đơn vị trước {NOTICE_DAYS} ngày làm việc: sớm nhất là {first:%d/%m/%Y}.",
            f"Units are told {NOTICE_DAYS} working days before: {first:%d/%m/%Y} at the earliest.",
        )
    elif not calendar.is_working(day):
        _refuse(refused, cell, f"Ngày {day:%d/%m/%Y} là ngày nghỉ.", f"{day:%d/%m/%Y} is not a working day.")


def _refuse_long_rounds(refused: Refused, rows: list[Row], calendar: WorkingCalendar) -> None:
    rounds: dict[str, list[date]] = {}
    for row in rows:
        day = day_of(row, "ngay")
        if day is not None:
            rounds.setdefault(text_of(row, "dot"), []).append(day)
    for number, days in sorted(rounds.items()):
        if calendar.add_working_days(min(days), ROUND_DAYS) < max(days):
            _refuse(
                refused,
                "chuong_trinh",
                f"Đợt {number} kéo dài từ {min(days):%d/%m/%Y} đến {max(days):%d/%m/%Y}, quá"
                f" {ROUND_DAYS} ngày làm việc. Chia thành nhiều đợt.",
                f"Round {number} goes from {min(days):%d/%m/%Y} to {max(days):%d/%m/%Y}, more than"
                f" {ROUND_DAYS} working days. Split it.",
            )


def _days(
    refused: Refused, rows: list[Row], audits: Mapping[UUID, Audit], today: date, calendar: WorkingCalendar
) -> dict[UUID, date]:
    """Unit -> day as entered; a unit of the round without a row, or with two, is refused."""
    days: dict[UUID, date] = {}
    for number, row in enumerate(rows, start=1):
        unit, day = id_of(row, "don_vi"), day_of(row, "ngay")
        if unit is None or day is None:
            continue
        if unit in days:
            _refuse(refused, f"lich__{number}__don_vi", "Đơn vị này đã có ngày.", "This unit has a day.")
        days[unit] = day
        _refuse_day(refused, f"lich__{number}__ngay", day, today, calendar)
    if any(unit not in days for unit in audits):
        _refuse(
            refused,
            "lich",
            "Mỗi đơn vị của đợt cần một ngày đánh giá.",
            "Every unit of the round needs a day.",
        )
    return {unit: day for unit, day in days.items() if unit in audits}


def _refuse_evidence(refused: Refused, cell: str, row: Row) -> None:
    evidence = text_of(row, "bang_chung")
    plain = fold(evidence).strip(" .")
    if len(plain) < SHORTEST_EVIDENCE or plain in _NO_EVIDENCE or plain == fold(text_of(row, "mo_ta")):
        _refuse(
            refused,
            cell,
            "Nêu bằng chứng xem lại được: hồ sơ hoặc tài liệu nào, ngày nào, thấy gì.",
            "Give evidence that can be looked at again: which record, which day, what was seen.",
        )


def _members(session: Session, audit: Audit) -> Sequence[AuditMember]:
    return session.scalars(select(AuditMember).where(AuditMember.audit_id == audit.id)).all()


def _unit_names(session: Session, units: list[UUID]) -> dict[UUID, str]:
    rows = session.execute(select(Unit.id, Unit.name).where(Unit.id.in_(units)).order_by(Unit.position))
    return {row.id: row.name for row in rows}
