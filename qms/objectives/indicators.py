"""The figures by which an agency measures itself, each reckoned from its registers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final, TypeAlias
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from engine.domain.clock_entries import ClockEntryKind
from engine.domain.local_time import start_of_day
from engine.domain.states import InstanceState
from engine.store.tables import ClockEntry, ProcessInstance, Task
from qms.controlled_documents.tables import ReadConfirmation
from qms.documents.tables import Procedure, ProcedureVersion
from qms.feedback.tables import Feedback
from qms.legal_updates.tables import LegalUpdate
from qms.nonconformities.clocks import met_on
from qms.nonconformities.tables import Nonconformity
from qms.organisation.tables import Person
from qms.oversight.figures import Share, in_force_on
from qms.reviews.case_figures import Standing, cases_between, of_the_system, standing_at
from qms.simplification.rules import NOT_COUNTED
from qms.simplification.tables import Simplification
from qms.training.tables import TrainingAttendance, TrainingCourse

SATISFIED_FROM: Final = 4
"""Of 5: who gives 4 or 5 is satisfied."""
PERCENT: Final = "%"
_APOLOGY: Final = "DL-APOLOGY"
_DAY: Final = timedelta(days=1)
Reckoned: TypeAlias = Callable[[Session, UUID, date, date], Decimal | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of the system: its name, its unit of measure, and how it is reckoned."""

    vi: str
    en: str
    measure_unit: str
    formula: str
    reckon: Reckoned


def figure(session: Session, agency: UUID, code: str, since: date, until: date) -> Decimal | None:
    """The figure of these days, both included; None where the registers hold nothing to reckon it from.

    Raises KeyError for a code that is not of `FIGURES`.
    """
    return FIGURES[code].reckon(session, agency, since, until)


def _ended_cases(session: Session, agency: UUID, since: date, until: date) -> list[tuple[Any, Standing]]:
    """The office's own cases that were ended in the period; those of the quality system are not of them."""
    first, end = start_of_day(since), start_of_day(until + _DAY)
    found: list[tuple[Any, Standing]] = []
    for row in cases_between(session, agency, since, until):
        if of_the_system(row.key) or row.ended_at is None or not first <= row.ended_at < end:
            continue
        standing = standing_at(row, end)
        if standing is not Standing.CANCELLED:
            found.append((row, standing))
    return found


def _in_time(session: Session, agency: UUID, since: date, until: date) -> Decimal | None:
    """A pause that was authorised has moved the date, and so does not count as lateness."""
    dated = [one for row, one in _ended_cases(session, agency, since, until) if row.overdue_from is not None]
    return Share(part=dated.count(Standing.IN_TIME), whole=len(dated)).percent


def _average_time(session: Session, agency: UUID, since: date, until: date) -> Decimal | None:
    """In days of 24 hours, without the time for which the clock of the case stood still."""
    ended = [row for row, _ in _ended_cases(session, agency, since, until)]
    if not ended:
        return None
    stood = _paused_time(session, {row.id: row.ended_at for row in ended})
    spans = (row.ended_at - row.started_at - stood.get(row.id, timedelta()) for row in ended)
    taken = sum(spans, timedelta())
    return (Decimal(int(taken.total_seconds())) / 86400 / len(ended)).quantize(Decimal("0.1"))


def _paused_time(session: Session, ended: Mapping[UUID, datetime]) -> dict[UUID, timedelta]:
    rows = session.execute(
        select(ClockEntry.instance_id, ClockEntry.kind, ClockEntry.at)
        .where(ClockEntry.instance_id.in_(ended), ClockEntry.task_id.is_(None))
        .order_by(ClockEntry.instance_id, ClockEntry.sequence)
    )
    total: dict[UUID, timedelta] = {}
    since: dict[UUID, datetime] = {}
    for case, kind, at in rows:
        if kind == ClockEntryKind.PAUSE:
            since[case] = at
        elif kind in (ClockEntryKind.RESUME, ClockEntryKind.RESET) and case in since:
            total[case] = total.get(case, timedelta()) + (at - since.pop(case))
    for case, at in since.items():
        total[case] = total.get(case, timedelta()) + max(ended[case] - at, timedelta())
    return total


def _supplements(session: Session, agency: UUID, since: date, until: date) -> Decimal | None:
    """Pauses for which the model said that something was asked for, a case ended in the period."""
    ended = [row.id for row, _ in _ended_cases(session, agency, since, until)]
    if not ended:
        return None
    asked = session.scalar(
        select(func.count()).where(
            ClockEntry.instance_id.in_(ended),
            ClockEntry.kind == ClockEntryKind.PAUSE,
            func.lower(ClockEntry.event).contains("bo_sung", autoescape=True),
        )
    )
    return (Decimal(asked or 0) / len(ended)).quantize(Decimal("0.01"))


def _satisfaction(session: Session, agency: UUID, since: date, until: date) -> Decimal | None:
    rows = session.scalars(
        select(Feedback.score).where(
            Feedback.agency_id == agency,
            Feedback.score.is_not(None),
            Feedback.received_at >= start_of_day(since),
            Feedback.received_at < start_of_day(until + _DAY),
        )
    )
    return _share(score is not None and score >= SATISFIED_FROM for score in rows)


def _late_apologies(session: Session, agency: UUID, since: date, until: date) -> Decimal | None:
    """Letters of apology that were due in the period and came late, or did not come by its end."""
    end = start_of_day(until + _DAY)
    rows = session.execute(
        select(Task.completed_at, Task.overdue_from).where(
            Task.agency_id == agency,
            Task.deadline_policy == _APOLOGY,
            Task.legal_due.between(since, until),
            Task.overdue_from.is_not(None),
            Task.state != "cancelled",
        )
    ).all()
    if not rows:
        return None
    late = [limit for done, limit in rows if limit is not None and (done is None or done >= limit)]
    return Decimal(sum(limit <= end for limit in late))


def _slips_in_time(session: Session, agency: UUID, since: date, until: date) -> Decimal | None:
    """Of the slips whose clock ran out in the period, those that did in time what it asks for."""
    rows = session.execute(
        select(Nonconformity.due_on, met_on()).where(
            Nonconformity.agency_id == agency, Nonconformity.due_on.between(since, until)
        )
    )
    return _share(met is not None and due is not None and met <= due for due, met in rows)


def _updates_in_time(session: Session, agency: UUID, since: date, until: date) -> Decimal | None:
    """Of the updates whose three months ran out in the period, those closed by then."""
    rows = session.execute(
        select(ProcessInstance.ended_at, ProcessInstance.overdue_from)
        .join(LegalUpdate, LegalUpdate.instance_id == ProcessInstance.id)
        .where(
            LegalUpdate.agency_id == agency,
            ProcessInstance.state != InstanceState.CANCELLED,
            ProcessInstance.overdue_from.is_not(None),
            ProcessInstance.legal_due.between(since, until),
        )
    )
    return _share(ended is not None and limit is not None and ended < limit for ended, limit in rows)


def _simplified(session: Session, agency: UUID, since: date, until: date) -> Decimal | None:
    """Procedures in force for which a proposal was made, whatever a higher authority said of it."""
    current = (
        select(ProcedureVersion.procedure_id)
        .join(Procedure, Procedure.id == ProcedureVersion.procedure_id)
        .where(Procedure.agency_id == agency, in_force_on(until))
    )
    whole = len(set(session.scalars(current)))
    proposed = session.scalar(
        select(func.count(Simplification.procedure_id.distinct())).where(
            Simplification.agency_id == agency,
            Simplification.proposed_on.between(since, until),
            Simplification.state.not_in(NOT_COUNTED),
            Simplification.procedure_id.in_(current),
        )
    )
    return Share(part=proposed or 0, whole=whole).percent


def _read(session: Session, agency: UUID, since: date, until: date) -> Decimal | None:
    """Of what was given to read in the period, what was confirmed by its end; who need not is left out."""
    end = start_of_day(until + _DAY)
    rows = session.scalars(
        select(ReadConfirmation.confirmed_at).where(
            ReadConfirmation.agency_id == agency,
            ReadConfirmation.closed_as != "mien",
            ReadConfirmation.given_at >= start_of_day(since),
            ReadConfirmation.given_at < end,
        )
    )
    return _share(confirmed is not None and confirmed < end for confirmed in rows)


def _trained(session: Session, agency: UUID, since: date, until: date) -> Decimal | None:
    """Of all staff, those who came to a class that everybody has to come to (OB-07)."""
    held = select(TrainingCourse.id).where(
        TrainingCourse.agency_id == agency,
        TrainingCourse.everybody,
        TrainingCourse.held_on.between(since, until),
        TrainingCourse.state != "huy",
    )
    if session.scalar(held.limit(1)) is None:
        return None
    came = select(TrainingAttendance.person_id).where(
        TrainingAttendance.course_id.in_(held),
        or_(TrainingAttendance.came == "co_mat", TrainingAttendance.passed.is_(True)),
    )
    part, whole = session.execute(
        select(func.count().filter(Person.id.in_(came)), func.count()).where(
            Person.agency_id == agency, Person.active
        )
    ).one()
    return Share(part=part, whole=whole).percent


def _share(answers: Iterable[bool]) -> Decimal | None:
    found = list(answers)
    return Share(part=sum(found), whole=len(found)).percent


FIGURES: Final[Mapping[str, Figure]] = {
    "ty_le_dung_han": Figure(
        vi="Tỷ lệ hồ sơ giải quyết đúng hạn",
        en="Dossiers done in time",
        measure_unit=PERCENT,
        formula="Hồ sơ giải quyết đúng hạn / hồ sơ đã giải quyết có hạn × 100",
        reckon=_in_time,
    ),
    "thoi_gian_tb": Figure(
        vi="Thời gian giải quyết trung bình",
        en="Average time of a dossier",
        measure_unit="ngày",
        formula="Tổng thời gian giải quyết, trừ thời gian tạm dừng / hồ sơ đã giải quyết",
        reckon=_average_time,
    ),
    "so_lan_bo_sung": Figure(
        vi="Số lần yêu cầu bổ sung trên một hồ sơ",
        en="Supplements asked for, a dossier",
        measure_unit="lần/hồ sơ",
        formula="Lần tạm dừng chờ bổ sung / hồ sơ đã giải quyết",
        reckon=_supplements,
    ),
    "hai_long": Figure(
        vi="Tỷ lệ hài lòng của tổ chức, công dân",
        en="Satisfied citizens and organisations",
        measure_unit=PERCENT,
        formula="Phiếu khảo sát từ 4 điểm / phiếu có chấm điểm × 100",
        reckon=_satisfaction,
    ),
    "xin_loi_tre": Figure(
        vi="Số văn bản xin lỗi gửi trễ",
        en="Letters of apology sent late",
        measure_unit="văn bản",
        formula="Văn bản xin lỗi đến hạn trong kỳ mà gửi trễ hoặc chưa gửi",
        reckon=_late_apologies,
    ),
    "kph_dong_dung_han": Figure(
        vi="Tỷ lệ phiếu không phù hợp khắc phục đúng hạn",
        en="Nonconformities corrected in time",
        measure_unit=PERCENT,
        formula="Phiếu khắc phục đúng hạn / phiếu đến hạn trong kỳ × 100",
        reckon=_slips_in_time,
    ),
    "cap_nhat_vbqppl_3_thang": Figure(
        vi="Tỷ lệ VBQPPL được cập nhật trong 3 tháng",
        en="Legal documents followed within three months",
        measure_unit=PERCENT,
        formula="Hồ sơ cập nhật đóng đúng hạn / hồ sơ cập nhật đến hạn trong kỳ × 100",
        reckon=_updates_in_time,
    ),
    "ty_le_don_gian_hoa": Figure(
        vi="Tỷ lệ thủ tục hành chính được đề xuất đơn giản hóa",
        en="Procedures proposed for simplification",
        measure_unit=PERCENT,
        formula="Thủ tục có đề xuất đơn giản hóa / thủ tục đang hiệu lực × 100",
        reckon=_simplified,
    ),
    "ty_le_doc_hieu": Figure(
        vi="Tỷ lệ xác nhận đã đọc và hiểu tài liệu",
        en="Documents confirmed as read and understood",
        measure_unit=PERCENT,
        formula="Lượt đã xác nhận / lượt được giao đọc trong kỳ × 100",
        reckon=_read,
    ),
    "ty_le_dao_tao": Figure(
        vi="Tỷ lệ cán bộ, công chức được đào tạo nhận thức",
        en="Staff trained in awareness",
        measure_unit=PERCENT,
        formula="Người dự lớp dành cho toàn thể / người đang làm việc × 100",
        reckon=_trained,
    ),
}
"""The figures by code. All count from the first of January, so that the last quarter's is the year's."""
