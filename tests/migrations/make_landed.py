"""Write a whole small office, as the code on PYTHONPATH leaves it, to a file of SQL (see README.md)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import make_url

from engine.commands.save_draft import SaveDraft, save_draft
from engine.commands.seal_day import seal_next_day
from engine.commands.store_file import StoreFile, store_file
from engine.domain.assignment import Actor
from engine.domain.calendar import DayKind
from engine.domain.clock_entries import ClockEntryKind
from engine.domain.delivery import MailTimes
from engine.domain.errors import Invalid
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.values import Value
from engine.ports import OperatorCall
from engine.queries.task import task_view
from engine.store import embedded, migrate
from engine.store.embedded_place import settle
from engine.store.embedded_programs import PORT, SUPERUSER
from engine.store.tables import CaughtMail, DemoTime, TimerLateness, WorkerHeartbeat
from qms.accounts.tables import SignInAttempt, SignInSession
from qms.calendar_feeds.commands import MakeFeed, make_feed
from qms.demo_office.loading import person_id
from qms.legal_time.changes import ApplyChange, DraftChange, apply_change, draft_change
from qms.legal_time.edits import Edit, RemoveDay, SetDay
from qms.legal_time.scopes import Scope
from qms.mail_preferences.commands import ChooseDelivery, SetMailHours, choose_delivery, set_mail_hours
from qms.organisation.annexes import Annex, read_annex
from qms.organisation.import_commands import import_annex
from qms.organisation.provinces import MergeProvince, merge_province
from qms.watchdog.alarms import raise_alarm
from tests.engine.cases import AGENCY, bundle, offer, publish, role, start
from tests.engine.commands.test_clock import moved as moved_clock
from tests.engine.versions import moved
from tests.migrations.improvement_loop import improvement_loop
from tests.migrations.later_rooms import LONG_AGO, destroyed_cases, later_rooms
from tests.migrations.situations import SITUATIONS
from tests.office import OPENING, Office, entry

SECRETARY: Final = role("THU_KY_ISO")
UNCHANGED: Final = {"phuong_an": "khong_doi", "noi_dung_tac_dong": "Không có nội dung nào thay đổi."}
LEFT_OUT: Final = ("--", "\\", "SET ", "SELECT pg_catalog.set_config")
"""Lines of a dump that are for psql or for this one server."""


class OutOfPaper(Invalid):
    """What the trial service says."""

    def __init__(self) -> None:
        super().__init__(vi="Máy in hết giấy.", en="The printer is out of paper.")


def out_of_paper(call: OperatorCall) -> Value:
    """Do what a service does that never succeeds."""
    raise OutOfPaper


def fill(office: Office) -> None:
    """Let the officers work for three days, until something of everything is there."""
    destroyed_cases(office)
    improvement_loop(office)
    office.pass_until(OPENING.astimezone(UTC))
    offer(office, dich_vu__ghi=out_of_paper)
    for key, one in SITUATIONS.items():
        publish(office, bundle(one.drawing, dict.fromkeys(one.tasks.split(), SECRETARY), key=key))
        case = start(office, key, agency=AGENCY, **one.variables)
        for element in one.completed:
            (task, *_) = (
                row for row in office.tasks(case) if (row.element_id, row.state) == (element, "open")
            )
            office.complete("thuky", task.id, {})
    _finished_update(office)
    office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 8, 24)))  # overdue in two days
    office.pass_until(datetime(2026, 11, 26, 9, 0, tzinfo=OFFICE_ZONE).astimezone(UTC))
    start(office, "QMS_P98_DICH_VU", so=2)  # its job is still to be done
    _running_update(office)
    _versions_and_starts(office)
    _legal_time(office)
    _organisation(office)
    _signs_of_the_machine(office)
    later_rooms(office)


def _versions_and_starts(office: Office) -> None:
    """A case moved to another version, and a model that starts on a message."""
    both = {"a": SECRETARY, "b": SECRETARY}
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": SECRETARY}, key="QMS_P87_MOI"))
    case = start(office, "QMS_P87_MOI", agency=AGENCY)
    publish(office, bundle("s:start\n a:user\n b:user\n e:end\n s > a > b > e", both, key="QMS_P87_MOI"))
    moved(office, case)
    on_message = "s:start message Don\n a:user\n e:end\n s > a > e"
    publish(office, bundle(on_message, {"a": SECRETARY}, key="QMS_P86_DON"))


def _legal_time(office: Office) -> None:
    """A clock that stood still, a day off that moved dates and was taken back, and what people asked for."""
    case = office.register(entry("304/2026/NĐ-CP", effective_on=date(2026, 11, 2)))
    moved_clock(office, case, ClockEntryKind.PAUSE)
    moved_clock(office, case, ClockEntryKind.RESUME)
    day = date(2027, 2, 2)  # the target of that case
    everywhere = Scope(agency=office.viewer("thuky").agency)
    _applied(
        office, everywhere, SetDay(day=day, kind=DayKind.HOLIDAY, name="Nghỉ", basis="TB 1", confirmed=True)
    )
    _applied(office, everywhere, RemoveDay(day=day))
    officer, store = office.viewer("thuky"), office.system.store
    make_feed(store, MakeFeed(viewer=officer, origin="test"), office.now)
    choose_delivery(store, ChooseDelivery(viewer=officer, origin="test", delivery="digest"), office.now)
    hours = MailTimes(quiet_from=time(20), quiet_until=time(6))
    set_mail_hours(
        store, SetMailHours(viewer=office.viewer("quantri"), origin="test", times=hours), office.now
    )
    directory = office.system.surroundings.directory
    raise_alarm(store, directory, "worker", "Không có dấu hiệu", office.now, lambda *_: True)
    office.work()


def _applied(office: Office, scope: Scope, edit: Edit) -> None:
    store, surroundings = office.system.store, office.system.surroundings
    draft = DraftChange(viewer=None, origin="test", scope=scope, title="Thử", edits=[edit])
    change = draft_change(store, surroundings, draft, office.now)
    apply_change(store, surroundings, ApplyChange(viewer=None, origin="test", change=change), office.now)
    office.work()


def _organisation(office: Office) -> None:
    """An annex of another province, which then becomes part of one that follows it; yesterday is sealed."""
    text = (Path(__file__).parents[1] / "qms" / "organisation" / "annex_plan.txt").read_text()
    store = office.system.store
    import_annex(
        store,
        read_annex(Annex.PLAN, text),
        Actor.system(),
        office.now,
        province="Đồng Nai",
        prefix="DN",
        source="12/SKHCN-TĐC",
    )
    merge_province(
        store,
        MergeProvince(
            name="Đồng Nai",
            into="Đồng Nai mới",
            effective_on=date(2026, 11, 1),
            decision="202/2026/QH15",
            decided_on=date(2026, 6, 12),
            actor=Actor.system(),
        ),
        office.now,
    )
    seal_next_day(store, office.now)


def _signs_of_the_machine(office: Office) -> None:
    now, thuky = office.now, person_id("thuky")
    with office.system.store.transaction() as session:
        session.add(WorkerHeartbeat(worker="worker-1", started_at=now, seen_at=now))
        session.add(TimerLateness(hour=now, worker="worker-1", lateness_class=1, fired=2, longest_ms=3))
        session.add(DemoTime(id=1, ahead_seconds=0, heading_for=None))
        session.add(
            CaughtMail(
                message_id="<1@thu>", received_at=now, sender="a@thu", recipients="b@thu", raw=b"Subject: x"
            )
        )
        session.add(
            SignInSession(
                token_hash=b"\0" * 32,
                person_id=thuky,
                origin="test",
                signed_in_at=now,
                seen_at=now,
                ended_at=None,
            )
        )
        session.add(SignInAttempt(username="thuky", origin="test", at=now))


def _open_task(office: Office, case: UUID, element: str) -> UUID:
    return next(row.id for row in office.tasks(case) if (row.element_id, row.state) == (element, "open"))


def _finished_update(office: Office) -> None:
    case = _screened(office, "302/2026/NĐ-CP")
    for row in _of_case(office, "camtien", case):
        office.complete("camtien", row, UNCHANGED)
    for row in _of_case(office, "truongkt", case):
        office.complete("truongkt", row, {"quyet_dinh_khong_doi": "dong_y"})
    office.work()


def _running_update(office: Office) -> None:
    """One assessment done, one claimed with a file and half a form."""
    case = _screened(office, "303/2026/NĐ-CP")
    done, half = _of_case(office, "camtien", case)
    office.complete("camtien", done, UNCHANGED)
    office.claim("camtien", half)
    officer = office.viewer("camtien")
    paper = StoreFile(
        viewer=officer, name="phiếu.txt", media_type="text/plain", content="Phiếu".encode(), task=half
    )
    kept = store_file(office.system.store, office.system.surroundings, paper, office.now)
    draft = SaveDraft(
        task=half, viewer=officer, values={"noi_dung_tac_dong": ["Còn xem"]}, files={"tep": [str(kept)]}
    )
    save_draft(office.system.store, office.system.surroundings, draft, office.now)


def _screened(office: Office, number: str) -> UUID:
    case = office.register(entry(number, effective_on=date(2026, 11, 30), replaces="217/2026/NĐ-CP"))
    (screen,) = _of_case(office, "thuky", case)
    office.complete("thuky", screen, {"ket_luan_sang_loc": "co"})
    (confirm,) = _of_case(office, "thuky", case)
    proposed = _proposed(office, confirm)
    office.complete("thuky", confirm, {"thu_tuc_chon": proposed})
    return case


def _of_case(office: Office, username: str, case: UUID) -> list[UUID]:
    mine = {row.id for row in office.inbox(username)}
    return [row.id for row in office.tasks(case) if row.id in mine]


def _proposed(office: Office, confirm: UUID) -> list[str]:
    with office.system.store.reading() as session:
        view = task_view(session, office.system.surroundings, office.viewer("thuky"), confirm)
    proposed = view.case["thu_tuc_de_xuat"]
    assert isinstance(proposed, list)
    return [str(one) for one in proposed]


def dump(server: embedded.EmbeddedPostgres, database: str) -> Iterator[str]:
    """Give the statements that make this database again, line by line."""
    place = settle(server.data_folder)
    address = make_url(server.url(database))
    asked = [
        str(place.programs / "bin" / "pg_dump"),
        f"--dbname=host={address.query['host']} port={PORT} user={SUPERUSER} dbname={database}",
        "--no-owner",
        "--rows-per-insert=200",
    ]
    done = subprocess.run(asked, check=True, capture_output=True, text=True)
    inside_a_text = False
    for line in done.stdout.splitlines():
        if inside_a_text or (line and not line.startswith(LEFT_OUT)):
            yield line.replace(f"FOR ROLE {SUPERUSER} ", "")
            inside_a_text ^= bool(line.count("'") % 2)


def main(target: Path) -> None:
    """Fill a database of its own and write it down."""
    with tempfile.TemporaryDirectory(prefix="quytrinh-landed-") as folder:
        Path(folder).chmod(0o755)  # run by root, PostgreSQL's own account must enter
        with embedded.start(Path(folder) / "postgres", durable=False) as server:
            url = server.ensure_database("office")
            migrate.upgrade(url)
            office = Office(url, LONG_AGO)
            fill(office)
            office.close()
            target.write_text("\n".join(dump(server, "office")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
