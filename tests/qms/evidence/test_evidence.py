"""The evidence pack: thirteen items, each with its documents or an explicit “chưa có”."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import shutil
import subprocess
import zipfile
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import select, text, update
from sqlalchemy.orm import undefer

from engine.domain.assignment import Actor, Grant, Viewer
from engine.domain.refusals import NotAuthorised
from engine.domain.states import InstanceState
from engine.store.tables import AuditEvent, ProcessInstance, StoredFile
from qms.demo_office.loading import agency_id, person_id
from qms.evidence.archive import INDEX, LISTING, SUMS, write_pack
from qms.evidence.gathering import gather
from qms.evidence.items import ITEM_NAMES, EvidenceItem, LineKind, Standing
from qms.evidence.lines import EvidenceLine, EvidencePack
from qms.evidence.making import LEASE, AskForPack, PackState, ask_for_pack, make_next_pack
from qms.evidence.queries import (
    ListedPack,
    PackLine,
    evidence_of,
    listed_pack,
    pack_file,
    packed_agencies,
    packs,
)
from qms.evidence.refusals import EvidencePackNotFound, YearWithoutEvidence
from qms.evidence.tables import EvidencePackRow
from qms.organisation.tables import RoleAssignment
from qms.records.letterhead import Letterhead, letterhead
from tests.office import Office, entry
from tests.qms.evidence.full_year import AGENCY, CONTENT, FullYear, fill
from tests.qms.retention.kept_cases import disposed

YEAR = 2026
DEPARTMENT = agency_id("SKHCN-TN")


@pytest.fixture
def full(office: Office) -> FullYear:
    return fill(office)


def gathered(office: Office, year: int = YEAR) -> EvidencePack:
    with office.system.store.reading() as session:
        return gather(session, AGENCY, year, office.now)


def lines(pack: EvidencePack, item: EvidenceItem) -> tuple[EvidenceLine, ...]:
    return next(section.lines for section in pack.sections if section.item is item)


def zipped(office: Office, pack: EvidencePack) -> bytes:
    target = io.BytesIO()
    with office.system.store.reading() as session:
        head = Letterhead(agency="Văn phòng", superior="UBND tỉnh", place="Tây Ninh")
        write_pack(session, pack, head, target, lambda _done, _total: None)
    return target.getvalue()


def ask(office: Office, who: str = "thuky", year: int = YEAR) -> UUID:
    command = AskForPack(viewer=office.viewer(who), actor=Actor.system(), year=year)
    return ask_for_pack(office.system.store, command, office.now)


def make(office: Office) -> bool:
    return make_next_pack(office.system.store, office.system.surroundings.directory, office.now)


def asked(office: Office) -> list[PackLine]:
    with office.system.store.reading() as session:
        return list(packs(session, office.viewer("thuky"), YEAR))


def test_a23_every_item_has_its_documents_and_what_is_missing_is_said(office: Office, full: FullYear) -> None:
    other = office.register(entry("17/2026/NĐ-CP", effective_on=date(2026, 9, 1)))
    with office.system.store.transaction() as session:
        done = {"state": InstanceState.COMPLETED, "ended_at": office.now}
        session.execute(update(ProcessInstance).where(ProcessInstance.id == other).values(done))
    pack = gathered(office)
    (carried_out,) = lines(pack, EvidenceItem.PERFORMANCE)
    assert (carried_out.code, carried_out.part, carried_out.whole) == ("QMS_P06_CAP_NHAT_VBQPPL", 1, 1)
    assert [section.item for section in pack.sections] == list(EvidenceItem)
    assert len(pack.sections) == 13
    assert [section.item for section in pack.sections if not section.lines] == [EvidenceItem.CONSULTANTS]
    index = "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(_read(zipped(office, pack), INDEX))).pages
    )
    index = re.sub(r"\s+", " ", index)
    for item in EvidenceItem:
        assert f"Mục {item.value}. {ITEM_NAMES[item][0]}" in index
    assert index.count("(chưa có)") == 1


def _read(archive: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.read(name)


def test_an_office_with_empty_registers_gets_thirteen_explicit_gaps(office: Office) -> None:
    with office.system.store.reading() as session:
        pack = gather(session, DEPARTMENT, YEAR, office.now)
    assert [len(section.lines) for section in pack.sections] == [0] * 13
    listing = _read(zipped(office, pack), LISTING).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(listing)))[1:]
    assert [(row[0], row[4]) for row in rows] == [(item.value, "chưa có") for item in EvidenceItem]


def test_each_item_names_what_the_registers_hold(office: Office, full: FullYear) -> None:
    pack = gathered(office)
    (published, coverage) = lines(pack, EvidenceItem.SCOPE)
    assert (published.code, published.day, len(published.files)) == ("125/QĐ-VP", date(2026, 4, 8), 3)
    assert (coverage.part, coverage.whole > 1) == (1, True)
    (reading,) = lines(pack, EvidenceItem.DISSEMINATION)
    assert (reading.part, reading.whole) == (1, 1)
    assert {line.code for line in lines(pack, EvidenceItem.COMPLIANCE)} >= {"QT-01", "12/KH-VP"}
    assert {line.kind for line in lines(pack, EvidenceItem.CHECKS)} == {
        LineKind.PROGRAMME,
        LineKind.AUDIT,
        LineKind.FINDING,
        LineKind.SLIP,
        LineKind.REVIEW,
    }
    assert [line.code for line in lines(pack, EvidenceItem.COMPLAINTS)] == ["KPH-2026-02"]
    assert [line.code for line in lines(pack, EvidenceItem.IMPROVEMENT)] == ["XX-2026-01", "QT-01"]
    assert lines(pack, EvidenceItem.LEADERSHIP)[0].title == "Chủ trì họp xem xét: Lâm Hữu Trường"
    (confirmed,) = lines(pack, EvidenceItem.VALIDITY)
    assert (confirmed.day, confirmed.standing) == (date(2026, 4, 3), Standing.DONE)
    assert [line.kind for line in lines(pack, EvidenceItem.PUBLICATION)] == [
        LineKind.PUBLICATION,
        LineKind.DISPATCH,
    ]
    assert [line.code for line in lines(pack, EvidenceItem.REPUBLICATION)] == ["125/QĐ-VP"]
    (update_line,) = lines(pack, EvidenceItem.LEGAL_UPDATES)
    assert (update_line.code, update_line.standing) == ("91/2026/NĐ-CP", Standing.OPEN)


def test_what_is_late_is_told_as_late_on_the_day_asked_for(office: Office, full: FullYear) -> None:
    pack = gathered(office)
    by_code = {line.code: line.standing for line in pack.lines}
    assert by_code["DG-2026-01"] is Standing.LATE  # nobody looked again within the thirty days
    assert by_code["KPH-2026-01"] is Standing.DONE
    assert by_code["XX-2026-01"] is Standing.LATE
    office.clock.move_to(office.now + timedelta(days=14))
    assert {line.code: line.standing for line in gathered(office).lines}["91/2026/NĐ-CP"] is Standing.LATE


def test_a_year_holds_its_own_documents_alone(office: Office, full: FullYear) -> None:
    pack = gathered(office, 2025)
    assert pack.until == date(2025, 12, 31)
    assert lines(pack, EvidenceItem.CHECKS) == ()
    assert lines(pack, EvidenceItem.PUBLICATION) == ()
    assert lines(pack, EvidenceItem.LEGAL_UPDATES) == ()


def test_drafts_are_no_evidence(office: Office, full: FullYear) -> None:
    with office.system.store.transaction() as session:
        session.execute(
            text("UPDATE outgoing_document SET state = 'draft', signed_at = NULL WHERE kind = 'KH'")
        )
    assert "12/KH-VP" not in {line.code for line in gathered(office).lines}


def test_nothing_of_a_confidential_case_is_evidence_whoever_asks(office: Office, full: FullYear) -> None:
    with office.system.store.transaction() as session:
        session.execute(
            update(StoredFile).where(StoredFile.id == full.evidence_file).values(instance_id=full.case)
        )
    assert full.evidence_file in {file.id for file in gathered(office).files}
    with office.system.store.transaction() as session:
        session.execute(
            update(ProcessInstance).where(ProcessInstance.id == full.case).values(confidential=True)
        )
    pack = gathered(office)
    assert full.evidence_file not in {file.id for file in pack.files}
    assert lines(pack, EvidenceItem.LEGAL_UPDATES) == ()
    assert lines(pack, EvidenceItem.DISSEMINATION) == ()


def test_the_archive_proves_itself_with_sha256sum(office: Office, full: FullYear, tmp_path: Path) -> None:
    pack = gathered(office)
    with zipfile.ZipFile(io.BytesIO(zipped(office, pack))) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist()) == len(pack.files) + 3
        archive.extractall(tmp_path)
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert all(re.fullmatch(r"[A-Za-z0-9./-]+", name) for name in names)
    checked = sums_checked(tmp_path)
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.count(": OK") == len(names) - 1
    proof = next(tmp_path.glob("05-1dd/*khac-phuc.pdf"))
    assert proof.read_bytes().startswith(CONTENT)
    proof.write_bytes(b"changed")
    assert sums_checked(tmp_path).returncode == 1


def sums_checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """What the program says that every officer has."""
    program = shutil.which("sha256sum")
    assert program is not None
    return subprocess.run([program, "-c", SUMS], cwd=folder, capture_output=True, text=True, check=False)


def test_the_same_registers_give_the_same_bytes(office: Office, full: FullYear) -> None:
    first = zipped(office, gathered(office))
    office.clock.move_to(office.now + timedelta(hours=2))
    assert zipped(office, gathered(office)) == first


def test_a_worker_makes_what_was_asked_for_once(office: Office, full: FullYear) -> None:
    one = ask(office)
    assert ask(office, "chanhvp") == one  # it is being made
    assert [line.state for line in asked(office)] == [PackState.ASKED]
    office.work()
    (line,) = asked(office)
    assert (line.state, line.kept, line.done, line.total) == (PackState.MADE, True, line.total, line.done)
    assert line.total == len(gathered(office).files)
    with office.system.store.reading() as session:
        found = pack_file(session, office.viewer("truongbcd"), one)
        kinds = session.scalars(select(AuditEvent.kind).where(AuditEvent.kind.startswith("evidence."))).all()
    assert hashlib.sha256(found.content).hexdigest() == line.sha256
    assert found.content == zipped_like(office, found.content)
    assert sorted(kinds) == ["evidence.asked", "evidence.made"]
    assert not make(office)


def zipped_like(office: Office, content: bytes) -> bytes:
    """The archive made by hand under the same head."""
    target = io.BytesIO()
    with office.system.store.reading() as session:
        write_pack(session, gathered(office), letterhead(session, AGENCY), target, lambda _d, _t: None)
    return target.getvalue()


def test_a_later_pack_takes_the_place_of_the_file_and_leaves_its_hash(office: Office, full: FullYear) -> None:
    first = ask(office)
    make(office)
    second = ask(office)
    make(office)
    newer, older = asked(office) if asked(office)[0].id == second else reversed(asked(office))
    assert (newer.kept, older.kept) == (True, False)
    assert newer.sha256 == older.sha256
    with office.system.store.reading() as session:
        with pytest.raises(EvidencePackNotFound):
            pack_file(session, office.viewer("thuky"), first)
        archives = select(StoredFile.id).where(StoredFile.name.startswith("bo-ho-so-minh-chung"))
        assert len(session.scalars(archives).all()) == 1


def test_destroyed_records_leave_no_copy_in_a_pack(office: Office) -> None:
    one = ask(office)
    make(office)
    disposed(office)
    with office.system.store.reading() as session:
        with pytest.raises(EvidencePackNotFound):
            pack_file(session, office.viewer("thuky"), one)
        archives = select(StoredFile).where(StoredFile.name.startswith("bo-ho-so-minh-chung"))
        kept = session.scalars(archives.options(undefer(StoredFile.content))).all()
        assert [file.content for file in kept] == [b""]
        (line,) = packs(session, office.viewer("thuky"), YEAR)
    assert (line.kept, len(line.sha256)) == (False, 64)
    again = ask(office)
    assert make(office)
    assert again != one


def test_what_is_in_hand_while_records_are_destroyed_is_begun_anew(office: Office) -> None:
    ask(office)
    with office.system.store.transaction() as session:
        session.execute(update(EvidencePackRow).values(attempts=1, run_at=office.now + LEASE))
    disposed(office)
    with office.system.store.reading() as session:
        found = session.scalars(select(EvidencePackRow)).one()
        assert (found.attempts, found.run_at) == (2, office.now)


def test_what_a_lost_worker_had_in_hand_is_made_by_another(office: Office, full: FullYear) -> None:
    one = ask(office)
    with office.system.store.transaction() as session:  # taken, and never heard of again
        session.execute(update(EvidencePackRow).values(attempts=1, run_at=office.now + LEASE))
    assert not make(office)
    office.clock.move_to(office.now + LEASE)
    assert make(office)
    (line,) = asked(office)
    assert (line.id, line.state) == (one, PackState.MADE)


def test_a_pack_that_breaks_every_worker_is_given_up_and_says_so(office: Office) -> None:
    ask(office)
    with office.system.store.transaction() as session:
        session.execute(update(EvidencePackRow).values(attempts=3))
    assert not make(office)
    (line,) = asked(office)
    assert line.state is PackState.FAILED
    assert "lỗi của hệ thống" in line.failure["vi"]


def test_who_lost_the_role_meanwhile_gets_nothing(office: Office, full: FullYear) -> None:
    ask(office, "truongbcd")
    with office.system.store.transaction() as session:
        session.execute(
            update(RoleAssignment)
            .where(RoleAssignment.person_id == person_id("truongbcd"))
            .values(valid_to=office.today)
        )
    assert make(office)
    (line,) = asked(office)
    assert (line.state, line.kept) == (PackState.FAILED, False)


@pytest.mark.parametrize("year", [2013, 2027, 0, 9999])
def test_only_years_since_the_law_that_have_begun_can_be_asked_for(office: Office, year: int) -> None:
    with pytest.raises(YearWithoutEvidence):
        ask(office, year=year)


@pytest.mark.parametrize("who", ["xuanthuc", "truonghctc", "quantri", "vanthu", "socv"])
def test_others_than_secretary_and_heads_get_nothing(office: Office, who: str) -> None:
    viewer = office.viewer(who)
    with pytest.raises(NotAuthorised):
        ask(office, who)
    with office.system.store.behind(viewer).reading() as session:
        for refused in (
            lambda: evidence_of(session, viewer, YEAR, office.now),
            lambda: packs(session, viewer, YEAR),
            lambda: pack_file(session, viewer, AGENCY),
        ):
            with pytest.raises(NotAuthorised):
                refused()


def listed(office: Office, viewer: Viewer) -> ListedPack:
    with office.system.store.behind(viewer).reading() as session:
        return listed_pack(session, viewer, AGENCY, YEAR, office.today)


def test_the_department_reads_the_list_without_names_and_never_a_file(office: Office, full: FullYear) -> None:
    officer = office.viewer("socv")
    with pytest.raises(EvidencePackNotFound):
        listed(office, officer)
    one = ask(office)
    make(office)
    found = listed(office, officer)
    assert [item for item, _lines in found.sections] == list(EvidenceItem)
    told = {line.code: line for _item, of_item in found.sections for line in of_item}
    assert told["KPH-2026-01"].title == "ISO 9001:2015, 7.5.3"
    assert told["PH-2026-01"].title == "Điều 7.5.3"
    assert told["KPH-2026-01"].files == 1
    assert "Anh Thức" not in repr(found)
    with office.system.store.behind(officer).reading() as session:
        ((agency, made_at),) = packed_agencies(session, officer, YEAR, office.today)
        assert (agency.id, made_at) == (AGENCY, office.now)
        with pytest.raises(NotAuthorised):
            pack_file(session, officer, one)
        assert session.scalars(select(StoredFile.id)).all() == []
    with pytest.raises(NotAuthorised):
        listed(office, office.viewer("xuanthuc"))


def test_another_agency_finds_no_pack(office: Office, full: FullYear) -> None:
    one = ask(office)
    make(office)
    stranger = Viewer(
        person=person_id("quantriso"), agency=DEPARTMENT, grants=(Grant(role="THU_KY_ISO", unit=None),)
    )
    for store in (office.system.store, office.system.store.behind(stranger)):
        with store.reading() as session:
            with pytest.raises(EvidencePackNotFound):
                pack_file(session, stranger, one)
            assert packs(session, stranger, YEAR) == []
