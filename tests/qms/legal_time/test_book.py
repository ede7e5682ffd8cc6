"""The book of legal time: whose line holds, for which days."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.calendar import DayKind, NoWorkingDay
from engine.domain.deadline import AnchorImpossible, DeadlinePolicy, DeadlineUnit
from engine.domain.deadline_policy import PolicyWithoutBasis
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.errors import Refusal
from engine.domain.escalation_seeds import QMS_LADDER, UnknownLadder
from qms.legal_time.book import LegalTimeBook
from qms.legal_time.deadlines import PolicyNotInForce, UnknownPolicy
from qms.legal_time.edits import (
    BasisMissing,
    ConfirmYear,
    Edit,
    EndPolicy,
    RemoveDay,
    RemoveHours,
    RemoveLadder,
    SetDay,
    SetHours,
    SetLadder,
    SetPolicy,
    ValidityUnsound,
    WeekWithoutWork,
    edits_text,
    read_draft,
)
from qms.legal_time.lines import LineNotFound, NationNeedsLine, NothingToConfirm, PoliciesOverlap
from qms.legal_time.proposals import YearNotProposed, proposals
from qms.legal_time.scopes import NATION, Scope
from qms.legal_time.sentences import told_edit
from qms.legal_time.shipped import shipped_book

OFFICE, NEIGHBOUR, ELSEWHERE = UUID(int=1), UUID(int=2), UUID(int=3)
TAY_NINH = Scope(province="Tây Ninh")
OWN = Scope(agency=OFFICE)
BOOK = LegalTimeBook(
    version=1,
    lines=shipped_book().lines,
    provinces={OFFICE: "Tây Ninh", NEIGHBOUR: "Tây Ninh", ELSEWHERE: ""},
)
MORNING = ((time(7, 30), time(11, 30)),)
WHOLE = (*MORNING, (time(13), time(17)))
SATURDAY_MORNINGS = (*(WHOLE,) * 5, MORNING, ())
MONDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 28)


def set_day(day: date, kind: DayKind = DayKind.HOLIDAY, *, confirmed: bool = True) -> SetDay:
    return SetDay(day=day, kind=kind, name="Ngày thử", basis="Quyết định thử", confirmed=confirmed)


def three_days(amount: int = 3, code: str = "DL-THU", basis: str = "Luật thử") -> DeadlinePolicy:
    return DeadlinePolicy(
        code=code,
        name_vi=f"Quy tắc {amount} ngày",
        name_en=f"Policy of {amount} days",
        anchor_event_vi="Ngày nhận",
        anchor_event_en="Receipt",
        unit=DeadlineUnit.WORKING_DAY,
        amount=amount,
        legal_basis=basis,
    )


def due(book: LegalTimeBook, agency: UUID = OFFICE, day: date = MONDAY, procedure: str = "") -> date:
    terms = DeadlineTerms(policy="DL-THU", anchor=day)
    return book.reckon(agency, terms, procedure=procedure).deadline.legal_due


def test_the_third_working_day_after_new_years_eve_moves_when_the_swap_of_2026_is_entered() -> None:
    unknowing = BOOK.with_edits(NATION, [RemoveDay(day=date(2026, 1, 2)), RemoveDay(day=date(2026, 1, 10))])
    assert unknowing.working_days(OFFICE, 3, date(2025, 12, 31)).legal_due == date(2026, 1, 6)
    entered = unknowing.with_edits(
        NATION,
        [
            set_day(date(2026, 1, 2), DayKind.OFF_SWAPPED),
            set_day(date(2026, 1, 10), DayKind.WORK_SWAPPED),
        ],
    )
    assert entered.working_days(OFFICE, 3, date(2025, 12, 31)).legal_due == date(2026, 1, 7)
    assert entered.calendar_of(OFFICE).is_working(date(2026, 1, 10))
    assert unknowing.working_days(OFFICE, 3, date(2025, 12, 31)).legal_due == date(2026, 1, 6)


def test_a_province_closes_its_agencies_and_an_agency_opens_itself_again() -> None:
    closed = BOOK.with_edits(TAY_NINH, [set_day(MONDAY)])
    assert [closed.calendar_of(one).is_working(MONDAY) for one in (OFFICE, NEIGHBOUR, ELSEWHERE)] == [
        False,
        False,
        True,
    ]
    undone = closed.with_edits(OWN, [set_day(MONDAY, DayKind.ORDINARY)])
    assert [undone.calendar_of(one).is_working(MONDAY) for one in (OFFICE, NEIGHBOUR)] == [True, False]
    assert undone.calendar_of(OFFICE).listed(MONDAY) is None
    again = undone.with_edits(OWN, [RemoveDay(day=MONDAY)])
    assert not again.calendar_of(OFFICE).is_working(MONDAY)


def test_agencies_without_a_calendar_of_their_own_share_one() -> None:
    assert BOOK.calendar_of(OFFICE) is BOOK.calendar_of(ELSEWHERE)
    own = BOOK.with_edits(OWN, [set_day(MONDAY)])
    assert own.calendar_of(NEIGHBOUR) is own.calendar_of(ELSEWHERE)
    assert own.calendar_of(OFFICE) is not own.calendar_of(NEIGHBOUR)


def test_a_saturday_morning_counts_half_a_day_from_the_day_on_which_it_is_opened() -> None:
    book = BOOK.with_edits(
        OWN, [SetHours(valid_from=MONDAY, week=SATURDAY_MORNINGS, made_up=WHOLE, basis="Quyết định thử")]
    )
    calendar = book.calendar_of(OFFICE)
    assert not calendar.is_working(date(2026, 11, 21))
    assert str(calendar.working_fraction(SATURDAY)) == "0.5"
    assert calendar.closing(SATURDAY) == datetime(2026, 11, 28, 4, 30, tzinfo=UTC)
    assert not book.calendar_of(NEIGHBOUR).is_working(SATURDAY)
    assert not book.with_edits(OWN, [RemoveHours(valid_from=MONDAY)]).calendar_of(OFFICE).is_working(SATURDAY)


def test_the_nearest_hours_hold_once_they_have_begun() -> None:
    later = date(2026, 12, 7)
    book = BOOK.with_edits(
        OWN, [SetHours(valid_from=MONDAY, week=SATURDAY_MORNINGS, made_up=WHOLE, basis="QĐ 1")]
    ).with_edits(
        TAY_NINH, [SetHours(valid_from=later, week=(MORNING,) * 5 + ((), ()), made_up=WHOLE, basis="QĐ 2")]
    )
    assert book.calendar_of(OFFICE).is_working(date(2026, 12, 12))
    assert book.calendar_of(NEIGHBOUR).closing(later) == datetime(2026, 12, 7, 4, 30, tzinfo=UTC)
    assert book.calendar_of(NEIGHBOUR).closing(date(2026, 12, 4)) == datetime(2026, 12, 4, 10, 0, tzinfo=UTC)


def test_the_agencys_policy_goes_before_the_provinces_before_the_countrys() -> None:
    book = BOOK.with_edits(NATION, [SetPolicy(policy=three_days(3))])
    assert due(book) == date(2026, 11, 27)  # Tuesday the 24th is a day off
    book = book.with_edits(TAY_NINH, [SetPolicy(policy=three_days(2))])
    assert (due(book), due(book, ELSEWHERE)) == (date(2026, 11, 26), date(2026, 11, 27))
    book = book.with_edits(OWN, [SetPolicy(policy=three_days(1))])
    assert (due(book), due(book, NEIGHBOUR)) == (date(2026, 11, 25), date(2026, 11, 26))


def test_a_policy_for_the_procedure_goes_before_the_one_for_all() -> None:
    book = BOOK.with_edits(
        NATION, [SetPolicy(policy=three_days(3)), SetPolicy(policy=three_days(1), procedure="TTHC_A")]
    )
    assert due(book, procedure="TTHC_A") == date(2026, 11, 25)
    assert due(book, procedure="TTHC_B") == date(2026, 11, 27)
    assert [line.procedure for line in book.policies_of(OFFICE) if line.policy.code == "DL-THU"] == [
        "TTHC_A",
        None,
    ]


def test_a_policy_holds_for_anchors_of_its_days_both_included() -> None:
    book = BOOK.with_edits(
        NATION,
        [
            SetPolicy(policy=three_days(3), valid_to=date(2026, 11, 22)),
            SetPolicy(policy=three_days(1), valid_from=MONDAY, valid_to=date(2026, 12, 31)),
        ],
    )
    assert due(book, day=date(2026, 11, 22)) == date(2026, 11, 26)
    assert due(book, day=MONDAY) == date(2026, 11, 25)
    assert due(book, day=date(2026, 12, 31)) == date(2027, 1, 4)
    with pytest.raises(PolicyNotInForce) as refusal:
        due(book, day=date(2027, 1, 1))
    assert "01/01/2027" in refusal.value.vi


def test_a_policy_of_another_agency_is_unknown_here() -> None:
    book = BOOK.with_edits(OWN, [SetPolicy(policy=three_days(1))])
    with pytest.raises(UnknownPolicy):
        due(book, NEIGHBOUR)


def test_overlapping_policies_are_refused_in_a_sentence_that_names_both() -> None:
    book = BOOK.with_edits(OWN, [SetPolicy(policy=three_days(3, basis="Luật cũ"))])
    with pytest.raises(PoliciesOverlap) as refusal:
        book.with_edits(OWN, [SetPolicy(policy=three_days(1, basis="Luật mới"), valid_from=MONDAY)])
    assert "Luật cũ" in refusal.value.vi
    assert "Luật mới" in refusal.value.vi
    followed = book.with_edits(
        OWN,
        [
            EndPolicy(code="DL-THU", last_day=date(2026, 11, 22)),
            SetPolicy(policy=three_days(1, basis="Luật mới"), valid_from=MONDAY),
        ],
    )
    assert due(followed) == date(2026, 11, 25)
    assert due(followed, day=date(2026, 11, 20)) == date(2026, 11, 26)


def test_policies_of_different_scopes_or_procedures_do_not_overlap() -> None:
    book = BOOK.with_edits(NATION, [SetPolicy(policy=three_days(3))])
    book = book.with_edits(OWN, [SetPolicy(policy=three_days(2), procedure="A")])
    assert due(book.with_edits(OWN, [SetPolicy(policy=three_days(1))]), procedure="B") == date(2026, 11, 25)


def test_a_policy_put_again_takes_the_place_of_the_one_with_the_same_first_day() -> None:
    book = BOOK.with_edits(OWN, [SetPolicy(policy=three_days(3))])
    assert due(book.with_edits(OWN, [SetPolicy(policy=three_days(1))])) == date(2026, 11, 25)


def test_an_own_policy_that_goes_lets_the_countrys_hold_again() -> None:
    book = BOOK.with_edits(NATION, [SetPolicy(policy=three_days(3))])
    book = book.with_edits(OWN, [SetPolicy(policy=three_days(1))])
    assert due(book.with_edits(OWN, [EndPolicy(code="DL-THU")])) == date(2026, 11, 27)


def test_a_ladder_of_the_agency_goes_before_the_shipped_one_and_may_go_again() -> None:
    short = type(QMS_LADDER)(code="QMS", name_vi="Ngắn", name_en="Short", steps=QMS_LADDER.steps[:1])
    book = BOOK.with_edits(OWN, [SetLadder(ladder=short, basis="QĐ thử")])
    assert book.ladder(OFFICE, "QMS") == short
    assert book.ladder(NEIGHBOUR, "QMS") == QMS_LADDER
    assert short in book.ladders_of(OFFICE)
    assert book.with_edits(OWN, [RemoveLadder(code="QMS")]).ladder(OFFICE, "QMS") == QMS_LADDER
    with pytest.raises(UnknownLadder):
        book.ladder(OFFICE, "KHONG_CO")


def test_a_year_in_which_nothing_is_confirmed_leaves_its_dates_open_until_it_is() -> None:
    book = BOOK.with_edits(NATION, proposals(2030))
    assert 2030 not in book.known_years
    assert book.working_days(OFFICE, 3, date(2030, 8, 5)).unconfirmed
    confirmed = book.with_edits(NATION, [ConfirmYear(year=2030, basis="Văn bản 1/VPCP")])
    assert not confirmed.working_days(OFFICE, 3, date(2030, 8, 5)).unconfirmed
    tet = next(
        line for line in confirmed.calendar_of(OFFICE).listed_between(date(2030, 2, 1), date(2030, 2, 9))
    )
    assert (tet.confirmed, tet.basis) == (True, "Văn bản 1/VPCP")


def test_a_day_that_one_agency_enters_does_not_make_the_year_known() -> None:
    book = BOOK.with_edits(OWN, [set_day(date(2030, 3, 4))])
    assert book.working_days(OFFICE, 3, date(2030, 8, 5)).unconfirmed


def test_29_february_counts_in_leap_years() -> None:
    book = BOOK.with_edits(NATION, [SetPolicy(policy=three_days(1))])
    assert due(book, day=date(2028, 2, 28)) == date(2028, 2, 29)
    with pytest.raises(AnchorImpossible):
        due(book, day=date(9999, 12, 31))


def closing(first: date) -> list[Edit]:
    """A calendar on which nobody works for years."""
    return [set_day(date.fromordinal(first.toordinal() + ahead), DayKind.OFF_SWAPPED) for ahead in range(810)]


@pytest.mark.parametrize(
    ("scope", "edits", "refusal"),
    [
        (OWN, [RemoveDay(day=MONDAY)], LineNotFound),
        (OWN, [RemoveHours(valid_from=MONDAY)], LineNotFound),
        (OWN, [RemoveLadder(code="QMS")], LineNotFound),
        (OWN, [EndPolicy(code="DL-LEGAL-3M")], LineNotFound),
        (NATION, [RemoveLadder(code="QMS")], NationNeedsLine),
        (NATION, [EndPolicy(code="DL-LEGAL-3M")], NationNeedsLine),
        (OWN, [ConfirmYear(year=2027, basis="VB")], NothingToConfirm),
        (NATION, [ConfirmYear(year=2031, basis="VB")], NothingToConfirm),
        (NATION, closing(MONDAY), NoWorkingDay),
        (NATION, [set_day(date(2025, 6, 2)), *closing(MONDAY), set_day(date(2034, 6, 1))], NoWorkingDay),
    ],
)
def test_what_cannot_be_carried_out_is_refused_in_words(
    scope: Scope, edits: list[Edit], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as refused:
        BOOK.with_edits(scope, edits)
    assert refused.value.vi
    assert refused.value.en


def test_edits_that_say_nothing_sound_cannot_be_made() -> None:
    with pytest.raises(BasisMissing, match="23/11/2026"):
        SetDay(day=MONDAY, kind=DayKind.HOLIDAY, name="Nghỉ", basis="  ")
    with pytest.raises(BasisMissing):
        ConfirmYear(year=2027, basis="")
    with pytest.raises(WeekWithoutWork):
        SetHours(valid_from=MONDAY, week=((),) * 7, made_up=WHOLE, basis="QĐ")
    with pytest.raises(ValidityUnsound):
        SetPolicy(policy=three_days(), valid_from=MONDAY, valid_to=date(2026, 11, 22))
    with pytest.raises(ValidityUnsound):
        EndPolicy(code="DL-THU", valid_from=MONDAY, last_day=date(2026, 11, 22))
    with pytest.raises(PolicyWithoutBasis):
        three_days(basis=" ")


ALL_EDITS: tuple[Edit, ...] = (
    set_day(MONDAY, DayKind.HALF_DAY, confirmed=False),
    RemoveDay(day=MONDAY),
    ConfirmYear(year=2027, basis="VB"),
    SetHours(valid_from=MONDAY, week=SATURDAY_MORNINGS, made_up=MORNING, basis="QĐ"),
    RemoveHours(valid_from=MONDAY),
    *(SetPolicy(policy=line.policy, procedure="A", valid_from=MONDAY) for line in BOOK.policies_of(OFFICE)),
    EndPolicy(code="DL-THU", procedure="A", valid_from=MONDAY, last_day=SATURDAY),
    EndPolicy(code="DL-THU"),
    *(SetLadder(ladder=ladder, basis="QĐ") for ladder in BOOK.ladders_of(OFFICE)),
    RemoveLadder(code="QMS"),
)


def test_every_edit_is_read_as_it_was_written_and_told_in_both_languages() -> None:
    draft = read_draft(edits_text(ALL_EDITS, ground=7))
    assert draft.edits == ALL_EDITS
    assert draft.ground == 7
    assert all(vi and en and vi != en for vi, en in map(told_edit, ALL_EDITS))


def test_the_proposal_of_a_year_knows_its_swaps_but_keeps_to_the_year() -> None:
    kinds = {edit.day: edit.kind for edit in proposals(2026)}
    assert kinds[date(2026, 8, 31)] is DayKind.OFF_SWAPPED
    assert kinds[date(2026, 8, 22)] is DayKind.WORK_SWAPPED
    assert kinds[date(2026, 9, 1)] is DayKind.HOLIDAY
    assert {day.year for day in kinds} == {2026}
    assert not any(edit.confirmed for edit in proposals(2026))
    with pytest.raises(YearNotProposed, match="9999"):
        proposals(9999)


@settings(max_examples=40)
@given(day=st.dates(date(2024, 1, 1), date(2028, 12, 31)), kind=st.sampled_from(DayKind))
def test_a_day_set_and_removed_leaves_the_calendar_as_it_was(day: date, kind: DayKind) -> None:
    there = BOOK.with_edits(OWN, [set_day(day, kind)])
    back = there.with_edits(OWN, [RemoveDay(day=day)])
    assert back.lines == BOOK.lines
    assert back.version == BOOK.version + 2
    assert back.calendar_of(OFFICE).working_fraction(day) == BOOK.calendar_of(OFFICE).working_fraction(day)
