"""Nobody acts and four months pass: every step of the ladder on its day, once and in order.

The dates below were written down by hand from the wall calendar, not computed: the office works Monday to
Friday from 07:30; off are 24/11/2026, 01/01/2027 and Tết from Thursday 04/02 to Wednesday 10/02/2027.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.domain.local_time import OFFICE_ZONE
from engine.domain.states import MailState
from engine.store.tables import HistoryEvent, Mail, Notification
from qms.demo_office.loading import person_id
from qms.nonconformities.tables import Nonconformity
from tests.office import Office, entry

NUMBER = "301/2026/NĐ-CP"
EFFECTIVE = date(2026, 11, 30)
FOUR_MONTHS_LATER = datetime(2027, 3, 30, 17, 0, tzinfo=OFFICE_ZONE)

SECRETARY = "thuky"
STEERING = "truongbcd"
HEADS = ("chanhvp", "phochanhvp")
DEPARTMENT = "socv"

REPORT = "[ISO] Báo cáo lãnh đạo: 1 việc quá hạn đến {}"
THREE_MONTHS_OVER = "[ISO] Quá thời hạn 03 tháng cập nhật VBQPPL 301/2026/NĐ-CP"

# A letter settles for a minute, so that one run makes one mail: the ladder's 07:30 arrives at 07:31.
MAILS_OF_FOUR_MONTHS = [
    # Registered on Monday 23/11/2026 at 08:00: the change of law and the first task in one letter.
    (
        "23/11/2026 08:01",
        SECRETARY,
        "M01 M05",
        "[ISO] VBQPPL 301/2026/NĐ-CP: cập nhật trước 01/03/2027 và 1 việc khác",
    ),
    # Screening, by the 5th working day: 25/11, 26/11, 27/11, 30/11, Tuesday 01/12/2026.
    # R1 (10 working days before) and R2 (Monday 23/11, 07:30) fell before the task was there.
    ("30/11/2026 07:31", SECRETARY, "R3", "[ISO] Nhắc việc: còn 1 ngày làm việc – Sàng lọc văn bản"),
    ("01/12/2026 07:31", SECRETARY, "E1", "[ISO] Đến hạn hôm nay: Sàng lọc văn bản"),
    # E1 + 3: 02/12, 03/12, Friday 04/12; E1 + 5: Monday 07/12, Tuesday 08/12. Internal, so no E4.
    ("04/12/2026 07:31", SECRETARY, "E2", REPORT.format("04/12/2026")),
    ("04/12/2026 07:31", STEERING, "E2", REPORT.format("04/12/2026")),
    ("08/12/2026 07:31", HEADS[0], "E3", REPORT.format("08/12/2026")),
    ("08/12/2026 07:31", HEADS[1], "E3", REPORT.format("08/12/2026")),
    # The case: 30/11/2026 + 3 months = 28/02/2027, a Sunday: legal Monday 01/03, target Friday 26/02.
    # Target - 10: 25 24 23 22 / 19 18 17 16 15 / Friday 12/02 (Tết is over on 11/02); - 5: 19/02; - 1: 25/02.
    (
        "12/02/2027 07:31",
        SECRETARY,
        "R1",
        "[ISO] Nhắc việc: còn 10 ngày làm việc – Cập nhật 301/2026/NĐ-CP – Quy định…",
    ),
    (
        "19/02/2027 07:31",
        SECRETARY,
        "R2",
        "[ISO] Nhắc việc: còn 5 ngày làm việc – Cập nhật 301/2026/NĐ-CP – Quy định thử…",
    ),
    (
        "25/02/2027 07:31",
        SECRETARY,
        "R3",
        "[ISO] Nhắc việc: còn 1 ngày làm việc – Cập nhật 301/2026/NĐ-CP – Quy định thử…",
    ),
    (
        "01/03/2027 07:31",
        SECRETARY,
        "E1",
        "[ISO] Đến hạn hôm nay: Cập nhật 301/2026/NĐ-CP – Quy định thử nghiệm về thủ…",
    ),
    # The three months end with 01/03; the head hears of it at once.
    ("02/03/2027 00:01", HEADS[0], "M06", THREE_MONTHS_OVER),
    ("02/03/2027 00:01", HEADS[1], "M06", THREE_MONTHS_OVER),
    # Legal + 3: 02 03 04/03; + 5: 05/03, Monday 08/03; + 10: 09 10 11 12/03, Monday 15/03.
    ("04/03/2027 07:31", SECRETARY, "E2", REPORT.format("04/03/2027")),
    ("04/03/2027 07:31", STEERING, "E2", REPORT.format("04/03/2027")),
    ("08/03/2027 07:31", HEADS[0], "E3", REPORT.format("08/03/2027")),
    ("08/03/2027 07:31", HEADS[1], "E3", REPORT.format("08/03/2027")),
    (
        "15/03/2027 07:31",
        DEPARTMENT,
        "E4",
        "[ISO] Cơ quan quá hạn 10 ngày: Cập nhật 301/2026/NĐ-CP… – Văn phòng UBND tỉnh",
    ),
]

AWAY_FROM = datetime(2027, 2, 22, 8, 0, tzinfo=OFFICE_ZONE)
BACK_AT = datetime(2027, 3, 15, 10, 0, tzinfo=OFFICE_ZONE)

# The worker stood still from 22/02 to 15/03: R3, E1, E2, E3, E4 of the case and the end of the 3 months came
# together. One letter each, by the highest step meant for the person; what was a reminder then is none now.
MAILS_AFTER_THE_OUTAGE = [
    ("15/03/2027 10:01", SECRETARY, "E4", REPORT.format("15/03/2027")),
    ("15/03/2027 10:01", STEERING, "E4", REPORT.format("15/03/2027")),
    ("15/03/2027 10:01", HEADS[0], "E4 M06", THREE_MONTHS_OVER),
    ("15/03/2027 10:01", HEADS[1], "E4 M06", THREE_MONTHS_OVER),
    (
        "15/03/2027 10:01",
        DEPARTMENT,
        "E4",
        "[ISO] Cơ quan quá hạn 10 ngày: Cập nhật 301/2026/NĐ-CP… – Văn phòng UBND tỉnh",
    ),
]


def moment(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=OFFICE_ZONE).astimezone(UTC)


def on_paper(moment: datetime) -> str:
    return f"{moment.astimezone(OFFICE_ZONE):%d/%m/%Y %H:%M}"


def mails_told(office: Office) -> list[tuple[str, str, str, str]]:
    """Every mail as (when it was sent, to whom, which steps or templates it tells, its subject)."""
    with office.system.store.reading() as session:
        steps: dict[UUID, set[str]] = {}
        for notice in session.scalars(select(Notification)):
            if notice.mail_id is not None:
                steps.setdefault(notice.mail_id, set()).add(notice.step or notice.kind)
        mails = list(session.scalars(select(Mail)))
    lines = []
    for mail in sorted(mails, key=lambda mail: (mail.created_at, mail.to_address)):
        assert mail.sent_at is not None
        who = mail.to_address.partition("@")[0]
        lines.append((on_paper(mail.sent_at), who, " ".join(sorted(steps[mail.id])), mail.subject))
    return by_time_and_name(lines)


def by_time_and_name(lines: list[tuple[str, str, str, str]]) -> list[tuple[str, str, str, str]]:
    return sorted(lines, key=lambda line: (moment(line[0]), line[1]))


@dataclass(frozen=True)
class Told:
    """What the history says of one telling."""

    element: str | None
    step: str
    due: str
    told: str
    to: tuple[UUID, ...]
    passed_over: tuple[str, ...]


def tellings(office: Office, instance: UUID) -> list[Told]:
    return [
        Told(
            element=event.element_id,
            step=data["step"],
            due=on_paper(datetime.fromisoformat(data["due"])),
            told=on_paper(datetime.fromisoformat(data["told_at"])),
            to=tuple(UUID(person) for person in data["to"]),
            passed_over=tuple(data["passed_over"]),
        )
        for event, data in events(office, instance, "escalation.told")
    ]


def events(office: Office, instance: UUID, kind: str) -> list[tuple[HistoryEvent, dict[str, str]]]:
    with office.system.store.reading() as session:
        found = session.scalars(
            select(HistoryEvent)
            .where(HistoryEvent.instance_id == instance, HistoryEvent.kind == kind)
            .order_by(HistoryEvent.sequence)
        )
        return [(event, json.loads(event.data)) for event in found]


@pytest.fixture
def case(office: Office) -> UUID:
    """A document that takes effect on 30/11/2026, registered a week before."""
    return office.register(entry(NUMBER, effective_on=EFFECTIVE))


def test_nobody_acts_and_every_level_is_told_on_its_day(office: Office, case: UUID) -> None:
    office.pass_until(FOUR_MONTHS_LATER.astimezone(UTC))

    assert mails_told(office) == by_time_and_name(MAILS_OF_FOUR_MONTHS)
    assert len(office.postbox.mails) == len({mail.message_id for mail in office.postbox.mails})
    assert {mail.state for mail in office.mails()} == {MailState.SENT}
    instance = office.instance(case)
    assert (instance.legal_due, instance.target_due) == (date(2027, 3, 1), date(2027, 2, 26))
    assert instance.overdue_at == moment("02/03/2027 00:00")
    assert instance.escalate_at is None


def test_no_task_is_told_two_levels_on_one_day(office: Office, case: UUID) -> None:
    office.pass_until(FOUR_MONTHS_LATER.astimezone(UTC))

    told = Counter((one.element, one.told.split()[0]) for one in tellings(office, case))
    assert set(told.values()) == {1}
    assert len({(one.element, one.step) for one in tellings(office, case)}) == len(told)


def test_a_person_gets_one_mail_a_run(office: Office, case: UUID) -> None:
    second = office.register(entry("302/2026/NĐ-CP", effective_on=EFFECTIVE))
    office.pass_until(FOUR_MONTHS_LATER.astimezone(UTC))

    runs = Counter((mail.to_address, mail.created_at) for mail in office.mails())
    assert set(runs.values()) == {1}
    by_day = {(when.split()[0], who): subject for when, who, _, subject in mails_told(office)}
    assert by_day["08/03/2027", HEADS[0]] == REPORT.format("08/03/2027").replace("1 việc", "2 việc")
    assert len(office.mails()) == len(MAILS_OF_FOUR_MONTHS)
    assert {one.element for one in tellings(office, second)} == {"SangLoc", None}


def test_the_end_of_three_months_opens_one_nonconformity(office: Office, case: UUID) -> None:
    office.pass_until(FOUR_MONTHS_LATER.astimezone(UTC))

    with office.system.store.reading() as session:
        (found,) = session.scalars(select(Nonconformity))
    assert (found.instance_id, found.found_on) == (case, date(2027, 3, 2))
    ((_, fired),) = events(office, case, "timer.fired")
    assert {key: on_paper(datetime.fromisoformat(at)) for key, at in fired.items()} == {
        "due": "02/03/2027 00:00",
        "fired": "02/03/2027 00:00",
    }


def test_after_three_weeks_without_a_worker_each_person_gets_one_mail_of_what_is_still_true(
    office: Office, case: UUID
) -> None:
    office.pass_until(AWAY_FROM.astimezone(UTC))
    before = mails_told(office)
    office.clock.move_to(BACK_AT.astimezone(UTC))  # three weeks in which no worker ran
    office.pass_until(FOUR_MONTHS_LATER.astimezone(UTC))

    expected_before = [line for line in MAILS_OF_FOUR_MONTHS if moment(line[0]) < AWAY_FROM]
    assert before == by_time_and_name(expected_before)
    assert mails_told(office)[len(before) :] == by_time_and_name(MAILS_AFTER_THE_OUTAGE)


def test_after_an_outage_dates_are_the_legal_ones_and_the_history_says_due_and_done(
    office: Office, case: UUID
) -> None:
    office.pass_until(AWAY_FROM.astimezone(UTC))
    office.clock.move_to(BACK_AT.astimezone(UTC))
    office.work()

    instance = office.instance(case)
    assert (instance.legal_due, instance.target_due) == (date(2027, 3, 1), date(2027, 2, 26))
    assert instance.overdue_from == moment("02/03/2027 00:00")
    ((_, fired),) = events(office, case, "timer.fired")
    assert on_paper(datetime.fromisoformat(fired["due"])) == "02/03/2027 00:00"
    assert on_paper(datetime.fromisoformat(fired["fired"])) == "15/03/2027 10:00"
    last = tellings(office, case)[-1]
    assert (last.element, last.step, last.due, last.told) == (
        None,
        "E4",
        "15/03/2027 07:30",
        "15/03/2027 10:00",
    )
    assert last.passed_over == ("E1", "E2", "E3")
    assert set(last.to) == {person_id(name) for name in (SECRETARY, STEERING, *HEADS, DEPARTMENT)}
    office.pass_days(1)
    (to_head,) = (mail for mail in office.mails()[-5:] if mail.to_address.startswith(HEADS[0]))
    assert "Hạn: 01/03/2027 (quá hạn 10 ngày làm việc)" in to_head.text


def test_the_letter_of_the_due_day_says_that_it_is_due_today(office: Office, case: UUID) -> None:
    office.pass_until(moment("01/12/2026 12:00"))
    assert "Hạn: 01/12/2026 (đến hạn hôm nay)" in office.mails()[-1].text


def test_the_department_is_told_which_agency_is_late_and_led_to_no_page_it_may_not_open(
    office: Office, case: UUID
) -> None:
    office.pass_until(FOUR_MONTHS_LATER.astimezone(UTC))

    (mail,) = (mail for mail in office.mails() if mail.to_address.startswith(DEPARTMENT))
    assert "Đơn vị: Văn phòng UBND tỉnh" in mail.text
    assert str(case) not in mail.text
    assert str(case) not in mail.html
