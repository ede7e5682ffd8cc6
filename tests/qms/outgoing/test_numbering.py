"""Numbers of documents: none given twice, none left out, paper and electronic in one row."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from engine.domain.errors import FieldsInvalid
from engine.domain.refusals import NotAuthorised
from engine.store.tables import NumberSeries
from qms.outgoing.keeping import PaperNumberRecorded, RecordPaperNumber, record_paper_number
from qms.outgoing.kinds import DocumentKind
from qms.outgoing.refusals import NumbersMissing, NumberUsed
from tests.office import Office
from tests.qms.outgoing.issuing import begin, numbers

TITLE = "Kế hoạch kiểm tra công vụ"


def record(
    office: Office, number: int, *, by: str = "vanthu", title: str = TITLE, day: date | None = None
) -> PaperNumberRecorded:
    viewer = office.viewer(by)
    command = RecordPaperNumber(
        viewer=viewer,
        origin="test",
        kind=DocumentKind.PLAN,
        number=number,
        dated_on=day or office.today,
        title=title,
    )
    calendar = office.system.surroundings.calendars.calendar_of(viewer.agency)
    return record_paper_number(office.system.store, command, calendar, office.now)


def given(office: Office) -> list[tuple[int, str]]:
    return [(each.number, each.medium) for each in numbers(office)]


def test_the_system_goes_on_after_the_paper_register(office: Office) -> None:
    assert record(office, 41).written == "41/KH-VP"  # the year began on paper
    one = begin(office)
    one.until_signature()
    one.signed()
    record(office, 43)
    assert given(office) == [(41, "paper"), (42, "electronic"), (43, "paper")]


def test_a_number_used_before_is_refused_with_the_document_that_holds_it(office: Office) -> None:
    one = begin(office)
    one.until_signature()
    one.signed()
    with pytest.raises(NumberUsed) as refused:
        record(office, 1)
    assert "01/KH-VP" in refused.value.vi
    assert one.document.title in refused.value.vi
    assert given(office) == [(1, "electronic")]


def test_no_number_is_left_out_and_a_refusal_takes_none(office: Office) -> None:
    record(office, 5)
    with pytest.raises(NumbersMissing) as refused:
        record(office, 9)
    assert "6 – 8" in refused.value.vi
    with pytest.raises(NumberUsed) as before:
        record(office, 3)
    assert "sổ giấy" in before.value.vi
    with office.system.store.reading() as session:
        assert session.scalar(select(NumberSeries.last).where(NumberSeries.series == "VB:KH")) == 5
    record(office, 6)


def test_each_year_and_each_kind_begins_anew(office: Office) -> None:
    record(office, 5)
    office.clock.move_to(office.now + timedelta(days=60))
    one = begin(office)
    one.until_signature()
    one.signed()
    assert [(each.year, each.number) for each in numbers(office)] == [(2027, 1), (2026, 5)]


def test_what_is_recorded_after_the_next_working_day_is_told(office: Office) -> None:
    assert not record(office, 1, day=date(2026, 11, 20)).late  # a Friday, recorded on Monday
    assert record(office, 2, day=date(2026, 11, 19)).late


def test_only_who_keeps_the_register_records_and_all_fields_are_asked(office: Office) -> None:
    with pytest.raises(NotAuthorised):
        record(office, 1, by="camtien")
    with pytest.raises(FieldsInvalid) as refused:
        record(office, 0, title=" ", day=date(2027, 1, 1))
    assert set(refused.value.fields) == {"number", "title", "dated_on"}
