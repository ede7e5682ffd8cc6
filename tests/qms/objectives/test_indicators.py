"""Each figure of the system from its registers: what counts, what does not; without data there is none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select, update

from engine.domain.identifiers import derived_id
from engine.domain.local_time import OFFICE_ZONE
from engine.store.tables import ClockEntry, ProcessInstance, Task
from engine.store.tables.base import Base
from qms.controlled_documents.tables import ReadConfirmation
from qms.demo_office.loading import agency_id, person_id
from qms.documents.tables import Procedure
from qms.feedback.tables import Feedback
from qms.nonconformities.tables import Nonconformity
from qms.objectives.carrying import agency_rows
from qms.objectives.indicators import FIGURES, figure
from qms.objectives.tables import Measurement, Objective
from qms.organisation.tables import Person
from qms.simplification.tables import Simplification
from qms.training.tables import TrainingAttendance, TrainingCourse
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office, entry

AGENCY = agency_id("VP-UBND-TN")
SINCE, UNTIL = date(2026, 1, 1), date(2026, 12, 31)
ONE_STEP = "s:start\n a:user\n e:end\n s > a > e"


def of(office: Office, code: str, *, until: date = UNTIL) -> Decimal | None:
    with office.system.store.reading() as session:
        return figure(session, AGENCY, code, SINCE, until)


def add(office: Office, *rows: Base) -> None:
    with office.system.store.transaction() as session:
        for row in rows:
            session.add(row)
            session.flush()


def test_without_data_there_is_no_figure(office: Office) -> None:
    with office.system.store.reading() as session:
        found = {
            code: figure(session, AGENCY, code, date(2020, 1, 1), date(2020, 12, 31)) for code in FIGURES
        }
    assert found == dict.fromkeys(FIGURES)


@pytest.fixture(name="cases")
def three_ended_cases(office: Office) -> list[UUID]:
    """Of an office's own procedure: two in time, of which one paused for a supplement, and one late."""
    publish(office, bundle(ONE_STEP, {"a": role("THU_KY_ISO")}, key="QT_P90_THU"))
    cases = [start(office, "QT_P90_THU") for _ in range(4)]
    begun = datetime(2026, 11, 2, 8, 0, tzinfo=OFFICE_ZONE).astimezone(UTC)
    days = {cases[0]: 4, cases[1]: 8, cases[2]: 12}
    with office.system.store.transaction() as session:
        for case, taken in days.items():
            session.execute(
                update(ProcessInstance)
                .where(ProcessInstance.id == case)
                .values(
                    state="completed",
                    started_at=begun,
                    ended_at=begun + timedelta(days=taken),
                    legal_due=date(2026, 11, 12),
                    overdue_from=begun + timedelta(days=10),
                )
            )
        session.execute(
            update(ProcessInstance)
            .where(ProcessInstance.id == cases[3])
            .values(state="cancelled", ended_at=begun)
        )
        for sequence, kind, day in ((1, "pause", 1), (2, "resume", 4)):
            session.add(
                ClockEntry(
                    id=derived_id("test", str(sequence)),
                    instance_id=cases[1],
                    agency_id=AGENCY,
                    sequence=sequence,
                    kind=kind,
                    at=begun + timedelta(days=day),
                    event="yeu_cau_bo_sung" if kind == "pause" else "da_bo_sung",
                    authority="",
                    basis="",
                    reason="",
                    recorded_at=begun,
                )
            )
    return cases


@pytest.mark.usefixtures("cases")
def test_cases_count_by_their_end_their_pauses_and_their_supplements(office: Office) -> None:
    assert of(office, "ty_le_dung_han") == Decimal("66.7")
    # Four days, eight less three of pause, and twelve.
    assert of(office, "thoi_gian_tb") == Decimal("7.0")
    assert of(office, "so_lan_bo_sung") == Decimal("0.33")
    assert of(office, "ty_le_dung_han", until=date(2026, 11, 11)) == Decimal(100)


def test_letters_of_apology_that_came_late_are_counted(office: Office, cases: list[UUID]) -> None:
    limit = datetime(2026, 11, 10, 17, 0, tzinfo=UTC)
    with office.system.store.transaction() as session:
        tasks = session.scalars(select(Task).where(Task.instance_id.in_(cases)).order_by(Task.id)).all()
        for task, done in zip(tasks, (limit - timedelta(hours=1), limit, None), strict=False):
            task.deadline_policy, task.legal_due, task.overdue_from = "DL-APOLOGY", date(2026, 11, 10), limit
            task.completed_at = done
    assert of(office, "xin_loi_tre") == Decimal(2)


def test_satisfied_is_who_gives_four_or_five(office: Office) -> None:
    add(
        office,
        *(
            Feedback(
                id=derived_id("feedback", str(score)),
                agency_id=AGENCY,
                code=f"PA-{score}",
                channel="khao_sat",
                received_at=office.now,
                sender="",
                contact="",
                content="",
                score=score,
                dossier_code="",
                kind="",
                state="moi",
                answer="",
                recorded_at=office.now,
                search_text="",
            )
            for score in (1, 3, 4, 5, None)
        ),
    )
    assert of(office, "hai_long") == Decimal(50)


def test_slips_and_legal_updates_count_by_the_day_on_which_their_clock_ran_out(office: Office) -> None:
    add(office, *_slips(office))
    assert of(office, "kph_dong_dung_han") == Decimal(50)
    case = office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 8, 3)))
    assert of(office, "cap_nhat_vbqppl_3_thang") == Decimal(0)
    with office.system.store.transaction() as session:
        row = session.get_one(ProcessInstance, case)
        assert row.overdue_from is not None
        row.state, row.ended_at = "completed", row.overdue_from - timedelta(days=1)
    assert of(office, "cap_nhat_vbqppl_3_thang") == Decimal(100)


def _slips(office: Office) -> Iterable[Nonconformity]:
    for number, closed in ((1, date(2026, 10, 1)), (2, date(2026, 10, 20)), (3, None)):
        yield Nonconformity(
            id=derived_id("slip", str(number)),
            agency_id=AGENCY,
            code=f"KPH-2026-9{number}",
            source="tự phát hiện",
            description="",
            requirement="",
            state="da_dong" if closed else "phan_tich",
            found_on=date(2026, 9, 1),
            due_on=date(2026, 10, 10) if closed else None,
            closed_on=closed,
            recorded_at=office.now,
            search_text="",
        )


def test_a_procedure_counts_once_and_a_proposal_the_agency_refused_does_not(office: Office) -> None:
    with office.system.store.reading() as session:
        first, second = session.scalars(
            select(Procedure.id).where(Procedure.agency_id == AGENCY).order_by(Procedure.code).limit(2)
        )
        whole = of(office, "ty_le_don_gian_hoa")
    assert whole == Decimal(0)
    add(
        office,
        *(
            Simplification(
                id=derived_id("simplification", code),
                agency_id=AGENCY,
                code=code,
                year=2026,
                procedure_id=procedure,
                kinds=["thoi_gian"],
                current="",
                proposed="",
                reason="",
                competence="co_quan",
                state=state,
                proposed_on=date(2026, 5, 5),
                answer="",
                measured="",
                recorded_at=office.now,
                search_text="",
            )
            for code, procedure, state in (
                ("DGH-1", first, "dong_y"),
                ("DGH-2", first, "bi_tu_choi"),
                ("DGH-3", second, "khong_dong_y"),
            )
        ),
    )
    one, none = of(office, "ty_le_don_gian_hoa"), of(office, "ty_le_don_gian_hoa", until=date(2026, 5, 4))
    assert one is not None
    assert one > 0
    assert none == Decimal(0)


def test_readings_and_training_are_shares_of_those_asked(office: Office, cases: list[UUID]) -> None:
    readers = (("chihoa", office.now, "da_doc"), ("camtien", None, ""), ("vanthu", None, "mien"))
    add(
        office,
        *(
            ReadConfirmation(
                id=derived_id("reading", name),
                agency_id=AGENCY,
                instance_id=cases[0],
                subject="QT-01",
                person_id=person_id(name),
                given_at=office.now - timedelta(days=1),
                confirmed_at=at,
                closed_as=closed,
                note="",
            )
            for name, at, closed in readers
        ),
    )
    assert of(office, "ty_le_doc_hieu") == Decimal(50)
    course = derived_id("course", "1")
    add(office, _course(office, course), _came(course, "chihoa", "co_mat"), _came(course, "camtien", "vang"))
    with office.system.store.reading() as session:
        staff = len(session.scalars(select(Person.id).where(Person.agency_id == AGENCY, Person.active)).all())
    assert of(office, "ty_le_dao_tao") == (Decimal(100) / staff).quantize(Decimal("0.1"))


def _course(office: Office, key: UUID) -> TrainingCourse:
    return TrainingCourse(
        id=key,
        agency_id=AGENCY,
        code="LOP-1",
        year=2026,
        kind="nhan_thuc",
        title="Nhận thức",
        audience="",
        everybody=True,
        trainer="",
        source="tu_to_chuc",
        place="",
        held_on=date(2026, 3, 3),
        state="da_to_chuc",
        effect="",
        effect_note="",
        recorded_at=office.now,
        search_text="",
    )


def _came(course: UUID, name: str, came: str) -> TrainingAttendance:
    return TrainingAttendance(
        course_id=course, person_id=person_id(name), agency_id=AGENCY, came=came, note=""
    )


def test_a_year_starts_from_the_last_one_and_its_result_is_the_baseline(office: Office) -> None:
    key = derived_id("test", "objective")
    with office.system.store.reading() as session:
        usual = agency_rows(session, AGENCY, 2026)
    assert [row["mt_nguon"] for row in usual if isinstance(row, dict)] == [
        "ty_le_dung_han",
        "cap_nhat_vbqppl_3_thang",
        "ty_le_don_gian_hoa",
    ]
    objective = Objective(
        id=key,
        agency_id=AGENCY,
        year=2025,
        code="MT-1",
        content="Đúng hạn",
        indicator="Tỷ lệ",
        formula="",
        source="nhap_tay",
        figure="",
        measure_unit="%",
        target=Decimal(95),
        direction=">=",
        due_on=date(2025, 12, 31),
        means="",
        evaluation="theo_ky",
        state="khong_dat",
        recorded_at=office.now,
        search_text="",
    )
    measured = Measurement(
        id=derived_id("test", "measurement"),
        agency_id=AGENCY,
        objective_id=key,
        period="NAM",
        ordinal=1,
        measured_on=date(2025, 12, 31),
        value=Decimal("93.5"),
        verdict="khong_dat",
        analysis="",
        automatic=False,
        recorded_at=office.now,
    )
    add(office, objective, measured)
    with office.system.store.reading() as session:
        (row,) = agency_rows(session, AGENCY, 2026)
    assert isinstance(row, dict)
    assert (row["mt_gia_tri_goc"], row["mt_thoi_han"]) == (Decimal("93.5"), date(2026, 12, 31))
