"""What an office tells and sends: deliverables, reports, readings, reminders; and what others owe."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from engine.domain.local_time import day_text, local_day
from engine.store.tables import Mail, ProcessInstance
from qms.controlled_documents.tables import ReadConfirmation
from qms.obligations.asking import first, number
from qms.obligations.standing import Judge, Standing, Year, done, not_arisen, of_others, owed
from qms.outgoing.tables import Dispatch
from qms.reports.tables import ReportContribution, YearReport


def sent(deliverable: str, what: str, due: tuple[int, int] | None = None) -> Judge:
    """A judge: what was to be sent went out and was received; `due` is the last day as (month, day)."""

    def judge(year: Year) -> Standing:
        found = first(
            year,
            select(Dispatch.sent_at, Dispatch.received_at)
            .where(
                Dispatch.agency_id == year.agency,
                Dispatch.deliverable == deliverable,
                func.extract("year", Dispatch.sent_at) == year.year,
            )
            .order_by(Dispatch.sent_at),
        )
        if found is None:
            return owed(f"Chưa gửi {what}.")
        went, received = found
        day = local_day(went)
        proof = f"Gửi ngày {day_text(day)}"
        proof += (
            f", có xác nhận nhận ngày {day_text(local_day(received))}"
            if received
            else ", chưa có xác nhận nhận"
        )
        last = date(year.year, *due) if due else None
        return done(proof, day, due=last) if received else owed(proof)

    return judge


def report(kind: str, what: str) -> Judge:
    """A judge: the report of that kind went out, by its own date."""

    def judge(year: Year) -> Standing:
        found = first(
            year,
            select(YearReport.submitted_at, YearReport.legal_due)
            .where(YearReport.agency_id == year.agency, YearReport.year == year.year, YearReport.kind == kind)
            .order_by(YearReport.legal_due),
        )
        if found is None:
            return not_arisen(f"Lịch báo cáo của tỉnh không có {what}.")
        went, due = found
        if went is None:
            return owed(f"Chưa gửi {what}, hạn {day_text(due)}.")
        day = local_day(went)
        return done(f"Gửi ngày {day_text(day)}, hạn {day_text(due)}", day, due=due)

    return judge


def rewarded(year: Year) -> Standing:
    """The yearly report carries what is proposed for reward."""
    count = number(
        year,
        select(func.count()).where(
            YearReport.agency_id == year.agency,
            YearReport.year == year.year,
            YearReport.content["khen_thuong"].astext != "",
        ),
    )
    return (
        done(f"{count} báo cáo có nội dung khen thưởng")
        if count
        else not_arisen("Không đề nghị khen thưởng.")
    )


def difficulties_told(year: Year) -> Standing:
    """Units told of their difficulties in the reports."""
    count = number(
        year,
        select(func.count())
        .select_from(ReportContribution)
        .join(YearReport, YearReport.id == ReportContribution.report_id)
        .where(YearReport.agency_id == year.agency, YearReport.year == year.year),
    )
    return done(f"{count} lượt đơn vị góp báo cáo") if count else not_arisen("Chưa có kỳ báo cáo.")


def disseminated(year: Year) -> Standing:
    """What was issued was given to read; how many confirmed."""
    rows = year.session.execute(
        select(func.count(), func.count(ReadConfirmation.confirmed_at)).where(
            ReadConfirmation.agency_id == year.agency,
            func.extract("year", ReadConfirmation.given_at) == year.year,
        )
    ).one()
    given, confirmed = rows
    return (
        done(f"{confirmed}/{given} lượt đọc đã xác nhận")
        if given
        else not_arisen("Không có gì phải phổ biến.")
    )


def urged(year: Year) -> Standing:
    """People were reminded of what falls due."""
    count = number(
        year,
        select(func.count()).where(
            Mail.agency_id == year.agency, func.extract("year", Mail.created_at) == year.year
        ),
    )
    return done(f"{count} thư giao việc, nhắc việc và cảnh báo") if count else owed("Chưa nhắc việc nào.")


def used(year: Year) -> Standing:
    """Procedures run in the system."""
    count = number(
        year,
        select(func.count()).where(
            ProcessInstance.agency_id == year.agency,
            func.extract("year", ProcessInstance.started_at) == year.year,
        ),
    )
    return done(f"{count} hồ sơ được xử lý trên hệ thống") if count else owed("Chưa có hồ sơ điện tử.")


def optional(why: str) -> Judge:
    """A judge of what an office may do and need not."""
    return lambda _year: not_arisen(why)


def of_somebody_else(who: str) -> Judge:
    """A judge of what another authority owes."""
    return lambda _year: of_others(who)
