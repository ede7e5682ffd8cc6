"""Audits of earlier years out of a list: what enters the register, what is refused at which cell."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from engine.domain.refusals import NotAuthorised
from engine.store.tables import ProcessInstance, Task
from qms.audits.earlier_audits import AuditRow, KnownOfAudits, UnitSpan, check_audits
from qms.audits.import_audits import (
    IMPORTED,
    AuditRecordedMeanwhile,
    ImportAudits,
    import_audits,
    known_of_audits,
)
from qms.audits.list_columns import COLUMNS
from qms.audits.queries import audits, findings, programmes
from qms.audits.tables import Audit
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.evidence.gathering import gather
from qms.lists.columns import CheckedList
from qms.lists.provenance import taken_over
from qms.nonconformities.rules import SOURCE_NAMES, Source
from qms.nonconformities.slips import slips_alike
from qms.nonconformities.tables import Nonconformity
from qms.publications.preconditions import grounds_on
from tests.office import Office
from tests.qms.lists.spreadsheets import workbook

ROOM = UUID(int=5)
TODAY = date(2026, 11, 23)
HELD = {"don_vi": "Phòng Kinh tế", "ngay": date(2025, 11, 12)}
MINOR = {"loai": "Không phù hợp nhẹ", "dieu_khoan": "8.5.1", "bang_chung": "Hồ sơ 14 thiếu giấy hẹn"}


def known(**more: object) -> KnownOfAudits:
    span = UnitSpan(id=ROOM, name="Phòng Kinh tế", code="P-KT", first=date(2020, 1, 1), end=date(2026, 1, 1))
    facts: dict[str, object] = {
        "today": TODAY,
        "units": {"phong kinh te": (span,), "p kt": (span,)},
        "people": {"ho thi cam tien": (UUID(int=9),)},
        "procedures": {"1 013225": UUID(int=7)},
        "slips": {"kph 2025 014": UUID(int=8)},
        "audits": frozenset(),
        "audit_codes": frozenset({"dg 2024 1 p kt"}),
        "finding_codes": frozenset({"ph 2024 001"}),
        "run_here": frozenset(),
    }
    return KnownOfAudits(**(facts | more))  # type: ignore[arg-type]


def checked(*rows: dict[str, object], **more: object) -> CheckedList[AuditRow]:
    return check_audits("so.xlsx", workbook(COLUMNS, *rows), known(**more))


def told(found: CheckedList[AuditRow]) -> list[tuple[int, str, str]]:
    return [(row.row, one.heading, one.message[0]) for row in found.bad for one in row.problems]


def test_rows_of_one_unit_and_day_are_one_audit_and_say_its_cells_once() -> None:
    found = checked(
        HELD | MINOR | {"truong_doan": "Hồ Thị Cẩm Tiên", "phieu": "KPH-2025-014", "thu_tuc": "1.013225"},
        HELD | {"loai": "Lưu ý", "dieu_khoan": "Điều 7.5.3", "bang_chung": "Sổ", "pham_vi": "8.1"},
        HELD | {"don_vi": "p-kt", "ngay": "13/11/2025"},
    )
    assert found.bad == ()
    first, second, third = found.entries
    assert first.audit == second.audit
    assert (first.audit.scope, first.audit.lead) == ("8.1", UUID(int=9))
    assert first.finding is not None
    assert (first.finding.kind, first.finding.slip, first.finding.procedure) == (
        "kph_nhe",
        UUID(int=8),
        UUID(int=7),
    )
    assert second.finding is not None
    assert second.finding.clause == "7.5.3"
    assert (third.finding, third.audit.unit) == (None, ROOM)


@pytest.mark.parametrize(
    ("cells", "heading"),
    [
        ({"dieu_khoan": ""}, "Điều khoản"),
        ({"bang_chung": ""}, "Bằng chứng"),
        ({"loai": ""}, "Loại phát hiện"),
        ({"dieu_khoan": "12.1"}, "Điều khoản"),
        ({"loai": "Tốt"}, "Loại phát hiện"),
        ({"don_vi": "Phòng Nào đó"}, "Đơn vị"),
        ({"don_vi": ""}, "Đơn vị"),
        ({"ngay": date(2019, 5, 6)}, "Đơn vị"),
        ({"ngay": date(2026, 3, 2)}, "Ngày đánh giá"),
        ({"ngay": "31/02/2025"}, "Ngày đánh giá"),
        ({"truong_doan": "Ai Đó"}, "Trưởng đoàn"),
        ({"ngay_dgl": date(2025, 11, 11)}, "Ngày đánh giá lại"),
        ({"ngay_dgl": date(2026, 12, 1)}, "Ngày đánh giá lại"),
        ({"thu_tuc": "9.9"}, "Mã thủ tục"),
        ({"phieu": "KPH-1"}, "Phiếu khắc phục"),
        ({"loai": "Phù hợp", "phieu": "KPH-2025-014"}, "Phiếu khắc phục"),
        ({"ma": "ĐG.2024.1.P-KT"}, "Mã cuộc đánh giá"),
        ({"ma_ph": "PH-2024-001"}, "Mã phát hiện"),
    ],
)
def test_what_cannot_be_true_is_refused_at_its_cell(cells: dict[str, object], heading: str) -> None:
    found = checked(HELD | MINOR | cells)
    assert found.good == ()
    assert heading in {one.heading for row in found.bad for one in row.problems}
    assert all(one.message[0] and one.message[1] for row in found.bad for one in row.problems)


def test_a_year_that_ran_here_and_an_audit_on_record_take_nothing_from_outside() -> None:
    assert [row[1] for row in told(checked(HELD, run_here=frozenset({2025})))] == ["Ngày đánh giá"]
    on_record = frozenset({(ROOM, date(2025, 11, 12))})
    assert "đã có trong sổ" in told(checked(HELD, audits=on_record))[0][2]


def test_an_audit_enters_whole_or_not_at_all() -> None:
    other = HELD | {"ngay": date(2025, 6, 3)}
    found = checked(HELD | MINOR, HELD | MINOR | {"bang_chung": ""}, other)
    assert [row.entry.audit.held_on for row in found.good] == [date(2025, 6, 3)]
    assert told(found)[0] == (2, "", "Chờ dòng 3: các dòng của cùng một mục được nhập cùng nhau.")
    unreadable = checked(HELD | MINOR, HELD | MINOR | {"ngay": "hôm nọ"}, HELD | {"ngay": "03/06/2025"})
    assert unreadable.good == ()  # whose finding the second row tells nobody knows


def test_rows_that_contradict_each_other_are_refused() -> None:
    found = checked(HELD | MINOR | {"pham_vi": "8.1"}, HELD | MINOR | {"pham_vi": "8.2"})
    assert (3, "Phạm vi", "Khác với dòng 2.") in told(found)
    twice = checked(HELD | {"ma": "ĐG-1"}, HELD | {"ngay": "03/06/2025", "ma": "ĐG-1"})
    assert [row[1] for row in told(twice)] == ["Mã cuộc đánh giá"]
    needless = checked(HELD | {"ngay_dgl": "20/11/2025"})
    assert [row[1] for row in told(needless)] == ["Ngày đánh giá lại"]


def handed_in(office: Office, *rows: dict[str, object]) -> ImportAudits:
    viewer = office.viewer("thuky")
    with office.system.store.reading() as session:
        known_here = known_of_audits(session, viewer, office.now)
    found = check_audits("so.xlsx", workbook(COLUMNS, *rows), known_here)
    assert found.bad == ()
    return ImportAudits(viewer=viewer, origin="test", rows=found.entries, file=uuid4())


def load(office: Office, command: ImportAudits) -> int:
    return import_audits(office.system.store, office.system.surroundings.deadlines, command, office.now)


def test_imported_audits_are_closed_history_that_the_registers_see(office: Office) -> None:
    with office.system.store.transaction() as session:
        session.add(_slip(office))
    later = HELD | {"ngay": date(2025, 12, 3), "ngay_dgl": date(2025, 12, 29)}
    command = handed_in(
        office,
        HELD | MINOR | {"truong_doan": "Đinh Thị Kiều Oanh", "phieu": "KPH-2025-014", "thu_tuc": "1.013225"},
        HELD | {"loai": "Lưu ý", "dieu_khoan": "7.5.3", "bang_chung": "Sổ theo dõi", "ma_ph": "PH-2025-001"},
        later | MINOR | {"don_vi": "P-NC"},
    )
    assert load(office, command) == 2
    viewer = office.viewer("thuky")
    with office.system.store.reading() as session:
        (programme,) = (one for one in programmes(session, viewer) if one.year == 2025)
        assert (programme.state, programme.planned, programme.held, programme.instance) == (
            "da_xong",
            2,
            2,
            None,
        )
        second, first = audits(session, viewer, year=2025)
        assert (first.code, first.state, first.findings) == ("ĐG.2025.1.P-KT", "da_ket_thuc", 2)
        assert (first.lead, first.reaudit_due_on) == ("Đinh Thị Kiều Oanh", date(2025, 12, 12))
        assert (second.state, second.reaudited_on) == ("da_danh_gia_lai", date(2025, 12, 29))
        codes = {one.code for one in findings(session, viewer, year=2025)}
        assert codes == {"PH-2025-001", "PH-2025-002", "PH-2025-003"}
        slip = session.scalars(select(Nonconformity).where(Nonconformity.code == "KPH-2025-014")).one()
        assert (slip.unit_id, slip.procedure_id is not None) == (unit_id("VP-UBND-TN", "P-KT"), True)
        again = Nonconformity(id=uuid4(), agency_id=viewer.agency, found_on=date(2026, 9, 1))
        assert slips_alike(session, again, slip.procedure_id) == [slip]
        ground = grounds_on(session, viewer.agency, date(2026, 11, 23), ())
        assert (ground.audited_on, ground.open_slips) == (date(2025, 12, 3), ("PH-2025-003",))
        pack = gather(session, viewer.agency, 2025, office.now)
        assert {"ĐG.2025.1.P-KT", "PH-2025-003"} <= {line.code for line in pack.lines}
        origin = taken_over(session, viewer, IMPORTED, first.id)
        assert origin is not None
        assert (origin.file, origin.by) == (command.file, person_id("thuky"))
        assert taken_over(session, viewer, IMPORTED, uuid4()) is None
        assert session.scalars(select(ProcessInstance.id)).all() == []
        assert session.scalars(select(Task.id)).all() == []


def test_a_second_list_joins_the_year_and_the_same_list_is_refused(office: Office) -> None:
    command = handed_in(office, HELD)
    assert load(office, command) == 1
    with pytest.raises(AuditRecordedMeanwhile):
        load(office, command)
    assert load(office, handed_in(office, HELD | {"don_vi": "P-NC"})) == 1
    with office.system.store.reading() as session:
        (programme,) = (one for one in programmes(session, office.viewer("thuky")) if one.year == 2025)
        assert (programme.edition, programme.held) == (1, 2)


def test_only_who_begins_audits_takes_earlier_ones_over(office: Office) -> None:
    command = handed_in(office, HELD)
    stranger = ImportAudits(
        viewer=office.viewer("camtien"), origin="test", rows=command.rows, file=command.file
    )
    with pytest.raises(NotAuthorised):
        load(office, stranger)
    with office.system.store.reading() as session:
        assert session.scalars(select(Audit.id)).all() == []


def _slip(office: Office) -> Nonconformity:
    return Nonconformity(
        id=uuid4(),
        agency_id=agency_id("VP-UBND-TN"),
        code="KPH-2025-014",
        source=SOURCE_NAMES[Source.AUDIT],
        description="Hồ sơ thiếu giấy hẹn",
        requirement="8.5.1",
        state="da_dong",
        found_on=date(2025, 11, 12),
        recorded_at=office.now,
        search_text="",
    )
