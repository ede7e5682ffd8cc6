"""Letters between agencies: written once, carried by a worker, read by both sides and nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from engine.domain.assignment import Viewer
from engine.domain.identifiers import derived_id, fresh_id
from engine.domain.refusals import NotAuthorised
from engine.domain.values import Value, load_values
from engine.store.tables import AuditEvent, Incident, Message, StoredFile
from qms.demo_office.loading import agency_id, person_id
from qms.exchange.assigning import Addressee, AssignByLetter, AssignedTask, addressees, assign_by_letter
from qms.exchange.carrying import MOST_ATTEMPTS
from qms.exchange.posting import Letter, LetterSender, post_letter
from qms.exchange.queries import (
    LettersAsked,
    LetterStanding,
    SendAgain,
    letter_file,
    letters_page,
    send_again,
)
from qms.exchange.refusals import LetterGoesNowhere, LetterIncomplete, LetterSettled, NobodyChosen
from qms.exchange.tables import ExchangeLetter
from qms.organisation.tables import Agency
from tests.office import Office
from tests.qms.inspections.inspection_case import FOLDERS

AGENCY, DEPARTMENT = agency_id("VP-UBND-TN"), agency_id("SKHCN-TN")
TOKEN = derived_id("a step of a case")
THIRD = derived_id("agency", "third")


def kept_file(office: Office, agency: UUID = DEPARTMENT) -> UUID:
    key = fresh_id()
    with office.system.store.transaction() as session:
        session.add(
            StoredFile(
                id=key,
                agency_id=agency,
                instance_id=None,
                task_id=None,
                name="cong-van.pdf",
                media_type="application/pdf",
                size=4,
                sha256="0" * 64,
                content=b"%PDF",
                uploaded_by=person_id("socv"),
                uploaded_at=office.now,
            )
        )
    return key


def third_agency(office: Office) -> UUID:
    with office.system.store.transaction() as session:
        session.add(
            Agency(
                id=THIRD,
                code="THU-BA",
                name="Cơ quan thứ ba",
                short_name="Thứ ba",
                contact="",
                overseen_by=None,
                search_text="",
            )
        )
    return THIRD


def post(
    office: Office,
    *,
    to: UUID = AGENCY,
    payload: Mapping[str, Value] | None = None,
    file: UUID | None = None,
    sender: UUID = DEPARTMENT,
) -> UUID:
    letter = Letter(
        token=TOKEN, to_agency=to, name="Thu_thu", payload=payload or {}, subject="Thử", file=file
    )
    with office.system.store.transaction() as session:
        return post_letter(session, LetterSender(agency=sender), letter, office.now)


def letter_row(office: Office, letter: UUID) -> ExchangeLetter:
    with office.system.store.reading() as session:
        return session.get_one(ExchangeLetter, letter)


def assignment(office: Office, **changed: object) -> AssignByLetter:
    given: dict[str, object] = {
        "viewer": office.viewer("socv"),
        "origin": "test",
        "task": AssignedTask.PLAN,
        "year": 2027,
        "due_on": None,
        "number": "17/SKHCN-TĐC",
        "dated_on": office.today,
        "subject": "Xây dựng kế hoạch năm 2027",
        "file": None,
        "agencies": [AGENCY],
    }
    return AssignByLetter(**{**given, **changed})  # type: ignore[arg-type]


def test_a_letter_arrives_once_with_its_dates_and_a_file_of_the_addressees_own(office: Office) -> None:
    file = kept_file(office)
    letter = post(office, payload={"han": date(2026, 12, 30), "nam": 2027}, file=file)
    assert post(office, payload={"han": date(2026, 12, 30), "nam": 2027}, file=file) == letter
    office.work()
    row = letter_row(office, letter)
    assert row.delivered_at == office.now
    with office.system.store.reading() as session:
        messages = session.scalars(select(Message).where(Message.name == "Thu_thu")).all()
        copy = session.get_one(StoredFile, derived_id("letter file", letter))
        audits = {
            (event.kind, event.agency_id)
            for event in session.scalars(select(AuditEvent).where(AuditEvent.kind.startswith("letter.")))
        }
    (message,) = messages
    assert message.agency_id == AGENCY
    carried = load_values(message.payload)
    assert (carried["han"], carried["nam"]) == (date(2026, 12, 30), 2027)
    assert carried["tep_thu"] == [{"id": str(copy.id), "name": "cong-van.pdf", "size": 4}]
    assert carried["thu"]["trich_yeu"] == "Thử"  # type: ignore[index, call-overload]
    assert (copy.agency_id, copy.size) == (AGENCY, 4)
    assert audits == {("letter.sent", DEPARTMENT), ("letter.received", AGENCY)}


def test_letters_go_between_a_department_and_its_agencies_alone(office: Office) -> None:
    third = third_agency(office)
    for sender, to in ((DEPARTMENT, third), (AGENCY, third), (third, AGENCY), (AGENCY, AGENCY)):
        with pytest.raises(LetterGoesNowhere):
            post(office, sender=sender, to=to)
    assert letter_row(office, post(office, sender=AGENCY, to=DEPARTMENT)).to_agency == DEPARTMENT


def test_what_cannot_be_carried_is_tried_five_times_then_named_and_can_be_sent_again(office: Office) -> None:
    letter = post(office)
    ended = update(Agency).where(Agency.id == AGENCY)
    with office.system.store.transaction() as session:
        session.execute(ended.values(valid_from=date(2020, 1, 1), valid_to=office.today))
    for _ in range(MOST_ATTEMPTS):
        office.work()
        office.clock.move_to(office.now + timedelta(hours=1))
    row = letter_row(office, letter)
    assert (row.deliver_at, row.delivered_at, row.attempts) == (None, None, MOST_ATTEMPTS)
    assert "đã kết thúc hoạt động" in row.failure["vi"]
    with office.system.store.transaction() as session:
        session.execute(ended.values(valid_to=None))
    again = SendAgain(viewer=office.viewer("socv"), origin="test", letter=letter)
    send_again(office.system.store, again, office.now)
    office.work()
    assert letter_row(office, letter).delivered_at == office.now
    with pytest.raises(LetterSettled):
        send_again(office.system.store, again, office.now)


def test_both_sides_see_the_letter_behind_the_wall_and_nobody_else(office: Office) -> None:
    third_agency(office)
    letter = post(office, file=kept_file(office))
    office.work()
    stranger = Viewer(person=fresh_id(), agency=THIRD, grants=office.viewer("thuky").grants)
    seen = {}
    for name, viewer in (
        ("department", office.viewer("socv")),
        ("agency", office.viewer("thuky")),
        ("stranger", stranger),
    ):
        with office.system.store.behind(viewer).reading() as session:
            seen[name] = session.scalars(select(ExchangeLetter.id)).all()
    assert seen == {"department": [letter], "agency": [letter], "stranger": []}
    with office.system.store.reading() as session:
        (sent,) = letters_page(session, office.viewer("socv"), LettersAsked()).lines
        (came,) = letters_page(session, office.viewer("thuky"), LettersAsked(words="thu")).lines
        assert letters_page(session, stranger, LettersAsked()).lines == ()
        files = [letter_file(session, office.viewer(who), letter).line.id for who in ("socv", "thuky")]
    assert (sent.outgoing, came.outgoing) == (True, False)
    assert sent.standing is came.standing is LetterStanding.ARRIVED
    assert len(set(files)) == 2


def test_the_department_gives_a_task_to_each_agency_by_one_letter(office: Office) -> None:
    assert [one.id for one in read(office)] == [AGENCY]
    command = assignment(office, file=kept_file(office))
    (letter,) = assign_by_letter(office.system.store.behind(command.viewer), command, office.now)
    assert assign_by_letter(office.system.store, command, office.now) == (letter,)
    row = letter_row(office, letter)
    assert (row.name, row.to_agency, row.payload["nam"]) == ("So_giao_ke_hoach", AGENCY, 2027)
    assert row.payload["cong_van_so"][0]["name"] == "cong-van.pdf"
    assert "17/SKHCN-TĐC" in row.subject


def read(office: Office) -> tuple[Addressee, ...]:
    viewer = office.viewer("socv")
    with office.system.store.behind(viewer).reading() as session:
        return addressees(session, viewer, office.today)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"agencies": []}, NobodyChosen),
        ({"number": " "}, LetterIncomplete),
        ({"subject": ""}, LetterIncomplete),
        ({"dated_on": date(2027, 1, 5)}, LetterIncomplete),
        ({"task": AssignedTask.REPORT}, LetterIncomplete),
        ({"due_on": date(2026, 1, 5)}, LetterIncomplete),
        ({"agencies": [DEPARTMENT]}, LetterGoesNowhere),
    ],
)
def test_a_letter_that_cannot_be_meant_is_refused(
    office: Office, changed: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        assign_by_letter(office.system.store, assignment(office, **changed), office.now)


def test_only_the_officer_of_the_department_gives_tasks(office: Office) -> None:
    for who in ("thuky", "quantriso", "quantri"):
        with pytest.raises(NotAuthorised):
            assign_by_letter(office.system.store, assignment(office, viewer=office.viewer(who)), office.now)


@pytest.mark.parametrize(
    ("task", "folder", "due"),
    [
        (AssignedTask.PLAN, "p01_ke_hoach_nam", None),
        (AssignedTask.REPORT, "p11_bao_cao", date(2027, 3, 1)),
    ],
)
def test_a_letter_begins_a_case_in_the_agency_with_the_letter_among_its_files(
    office: Office, task: AssignedTask, folder: str, due: date | None
) -> None:
    office.deploy(FOLDERS / folder)
    command = assignment(office, task=task, due_on=due, file=kept_file(office))
    (letter,) = assign_by_letter(office.system.store, command, office.now)
    office.work()
    with office.system.store.reading() as session:
        (line,) = letters_page(session, office.viewer("thuky"), LettersAsked()).lines
        copy = session.get_one(StoredFile, derived_id("letter file", letter))
        assert session.scalars(select(Incident)).all() == []
    assert line.standing is LetterStanding.TAKEN
    assert line.case is not None
    if task is AssignedTask.PLAN:  # P11 keeps the number of the letter, not its file
        assert copy.instance_id == line.case
