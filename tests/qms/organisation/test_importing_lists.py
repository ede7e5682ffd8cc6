"""Lists of agencies, units and people, and the annexes, as they enter the register."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from engine.domain.assignment import Actor
from qms.demo_office.loading import agency_id
from qms.documents.sheets import SheetRefused
from qms.organisation.annexes import Annex, read_annex
from qms.organisation.import_commands import ImportReport, import_annex, import_list
from qms.organisation.importing import read_list
from qms.organisation.list_columns import ListKind
from qms.organisation.register import agency_page
from qms.organisation.roadmap import plan_counts, roadmap
from qms.organisation.rules import SuccessionKind
from qms.organisation.succession import NewName, SucceedAgencies, succeed_agencies
from qms.organisation.tables import Agency, AnnexRow, Person, RoleAssignment, Unit
from tests.office import Office

HERE = Path(__file__).parent
ACTOR = Actor(person=None, origin="test")
AGENCIES = "Mã cơ quan,Tên cơ quan,Tỉnh,Mã cấp trên,Từ ngày,Đến ngày\n"
PEOPLE = "Mã cơ quan,Họ và tên,Mã đơn vị,Chức vụ,Thư điện tử,Vai trò,Từ ngày,Đến ngày\n"


def told(text: str) -> list[tuple[int, str]]:
    return [(problem.row, problem.column) for problem in read_list("a.csv", text.encode()).problems]


def enter(office: Office, text: str, *, dry_run: bool = False) -> ImportReport:
    check = read_list("a.csv", text.encode())
    return import_list(office.system.store, check, ACTOR, office.now, dry_run=dry_run)


def enter_annex(office: Office, kind: Annex, province: str, prefix: str) -> ImportReport:
    annex = read_annex(kind, (HERE / f"annex_{kind}.txt").read_text(encoding="utf-8"))
    return import_annex(
        office.system.store,
        annex,
        ACTOR,
        office.now,
        province=province,
        prefix=prefix,
        source="annex.txt",
    )


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (AGENCIES, ListKind.AGENCIES),
        ("Agency code;Name;Province\n", ListKind.AGENCIES),
        ("Mã cơ quan,Mã đơn vị,Tên đơn vị\n", ListKind.UNITS),
        (PEOPLE, ListKind.PEOPLE),
        ("MÃ CƠ QUAN\tHỌ TÊN\n", ListKind.PEOPLE),
    ],
)
def test_a_list_is_known_by_its_headings(head: str, kind: ListKind) -> None:
    assert read_list("a.csv", head.encode()).kind is kind


def test_a_file_without_headings_is_refused() -> None:
    with pytest.raises(SheetRefused, match="No headings"):
        read_list("a.csv", "xin chào\n1,2,3\n".encode())


def test_each_wrong_cell_is_told_with_row_and_column() -> None:
    assert told(
        AGENCIES + "A,Xã A,,,,\nA,Xã B,,,,\n,Xã C,,,,\nC C,,,,31/02/2027,\nD,Xã D,,,01/07/2025,30/06/2025\n"
    ) == [
        (3, "Mã cơ quan"),
        (4, "Mã cơ quan"),
        (5, "Từ ngày"),
        (5, "Tên cơ quan"),
        (5, "Mã cơ quan"),
        (6, "Đến ngày"),
    ]
    assert told(PEOPLE + "A,Lê A,,,x@y,VUA,,\nA,Lê B,,,x@y,chuyên viên,,\nA,Lê C,,,thu,,,\n") == [
        (2, "Vai trò"),
        (3, "Thư điện tử"),
        (4, "Thư điện tử"),
    ]


def test_a_workbook_is_read_with_its_dates() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for cells in (
        ["DANH SÁCH"],
        ["Mã cơ quan", "Tên cơ quan", "Từ ngày"],
        ["X1", "Xã Một", date(2025, 7, 1)],
    ):
        sheet.append(cells)
    kept = io.BytesIO()
    book.save(kept)

    (row,) = read_list("a.xlsx", kept.getvalue()).good

    assert (row.row, row.text("code"), row.since) == (3, "X1", date(2025, 7, 1))


def test_agencies_units_and_people_enter_and_what_is_there_already_is_refused_by_row(office: Office) -> None:
    agencies = (
        AGENCIES
        + "X1,Xã Một,Tây Ninh,,01/07/2025,\nX2,Xã Hai,Tây Ninh,X1,,\nVP-UBND-TN,Trùng,,,,\n"
        + "X3,Xã Ba,,KHONG,,\n"
    )
    first = enter(office, agencies)
    units = enter(
        office, "Mã cơ quan,Mã đơn vị,Tên đơn vị\nX1,P1,Phòng Một\nX9,P1,Phòng Chín\nVP-UBND-TN,P-NC,Trùng\n"
    )
    people = enter(
        office,
        PEOPLE
        + "X1,Lê Văn Một,P1,Trưởng phòng,mot@x1.example,LD_PHONG;Chuyên viên,01/07/2025,\n"
        + "X1,Lê Văn Hai,P1,Quyền Trưởng phòng,hai@x1.example,LD_PHONG,01/08/2025,\n"
        + "X1,Lê Văn Ba,P1,Phó Trưởng phòng,ba@x1.example,LD_PHONG,01/08/2025,\n"
        + "X1,Mới,P9,,,,,\nX1,Ai Đó,,,THUKY@vp.tayninh.example,,,\n"
        + "X1,Không Phòng,,,,Chuyên viên,,\n",
    )

    assert (first.added, [(each.row, each.column) for each in first.problems]) == (
        2,
        [(4, "Mã cơ quan"), (5, "Mã cấp trên")],
    )
    assert (units.added, [(each.row, each.column) for each in units.problems]) == (
        1,
        [(3, "Mã cơ quan"), (4, "Mã đơn vị")],
    )
    assert (people.added, [(each.row, each.column) for each in people.problems]) == (
        2,
        [(3, "Vai trò"), (5, "Mã đơn vị"), (6, "Họ và tên"), (7, "Mã đơn vị")],
    )
    assert "Lê Văn Một" in people.problems[0].vi, "the head who is there is named"
    with office.system.store.reading() as session:
        agency = session.scalars(select(Agency).where(Agency.code == "X2")).one()
        assert agency.parent_id == agency_id("X1")
        assert session.scalars(select(Unit.code).where(Unit.agency_id == agency_id("X1"))).all() == ["P1"]
        held = session.execute(
            select(Person.full_name, RoleAssignment.role, RoleAssignment.valid_from)
            .join(RoleAssignment, RoleAssignment.person_id == Person.id)
            .where(Person.agency_id == agency_id("X1"))
        )
        assert {tuple(row) for row in held} == {
            ("Lê Văn Một", "LD_PHONG", date(2025, 7, 1)),
            ("Lê Văn Một", "CHUYEN_VIEN", date(2025, 7, 1)),
            ("Lê Văn Ba", "LD_PHONG", date(2025, 8, 1)),
        }


def test_a_trial_tells_the_same_and_keeps_nothing(office: Office) -> None:
    text = AGENCIES + "X1,Xã Một,,,,\nX2,Xã Hai,,X1,,\nSKHCN-TN,Trùng,,,,\n"

    tried, done = enter(office, text, dry_run=True), enter(office, text)

    assert tried == done
    assert done.added == 2


def test_the_list_of_plans_gives_the_head_of_its_letter_and_reads_again_as_known(office: Office) -> None:
    first = enter_annex(office, Annex.PLAN, "Đồng Nai", "DN")
    again = enter_annex(office, Annex.PLAN, "Đồng Nai", "DN")

    assert (first.rows, first.added, first.known) == (32, 32, 0)
    assert (again.added, again.known) == (0, 32)
    with office.system.store.reading() as session:
        counts = plan_counts(session, 2021)
    assert (counts.plans, counts.objectives, counts.both, counts.neither, counts.listed) == (13, 8, 4, 15, 32)


def test_the_roadmap_is_entered_searched_and_counted_over_living_agencies(office: Office) -> None:
    report = enter_annex(office, Annex.ROADMAP, "Kon Tum", "KT")
    store = office.system.store
    with store.reading() as session:
        found = agency_page(session, words="Duy Tan")
        long = agency_page(session, words="dak long")
        before = roadmap(session, office.today)
        parents = Counter(
            session.scalars(select(Agency.parent_id).join(AnnexRow).where(AnnexRow.year == 2030))
        )
        district = [session.scalars(select(Agency.id).where(Agency.code == "KT-036")).one()]

    assert (report.rows, report.added, report.problems) == (147, 147, ())
    assert [line.code for line in found.lines] == ["KT-055"]
    assert [(line.code, line.parent) for line in long.lines] == [
        ("KT-077", "Ủy ban nhân dân huyện Đăk Glei"),
        ("KT-116", "Ủy ban nhân dân huyện Đăk Hà"),
        ("KT-118", "Ủy ban nhân dân huyện Kon Plông"),
    ]
    assert [(each.year, each.listed, each.agencies) for each in before] == [
        (2025, 35, 35),
        (2027, 10, 10),
        (2030, 102, 102),
    ]
    assert before[0].percent == Decimal("23.8")
    assert sorted(parents.values()) == sorted([21, 12, 8, 8, 12, 11, 9, 7, 11, 3])

    _end_districts_and_merge_two_communes(office, district)

    with store.reading() as session:
        after = roadmap(session, office.today)
        successor = session.scalars(select(Agency).where(Agency.code == "QN-01")).one()
        old = session.get_one(Agency, _by_code(office, "KT-055"))
        carried = session.scalars(select(AnnexRow.agency_id).where(AnnexRow.annex == "roadmap")).all()
    assert [(each.listed, each.agencies) for each in after] == [(35, 35), (10, 9), (102, 101)]
    assert sum((each.percent for each in after), Decimal()).quantize(Decimal(1)) == 100
    assert (old.valid_to, old.name) == (date(2025, 7, 1), "Ủy ban nhân dân phường và Duy Tân")
    assert successor.valid_from == date(2025, 7, 1)
    assert len(carried) == 147, "no line of the annex is lost or rewritten"


def _end_districts_and_merge_two_communes(office: Office, district: list[UUID]) -> None:
    ending = SucceedAgencies(
        viewer=None,
        origin="test",
        kind=SuccessionKind.DISSOLVE,
        predecessors=district,
        successors=(),
        new=None,
        effective_on=date(2025, 7, 1),
        decision="1664/NQ-UBTVQH15",
        decided_on=date(2025, 6, 16),
    )
    succeed_agencies(office.system.store, ending, office.now)
    merging = SucceedAgencies(
        viewer=None,
        origin="test",
        kind=SuccessionKind.MERGE,
        predecessors=[_by_code(office, "KT-054"), _by_code(office, "KT-055")],
        successors=(),
        new=NewName(code="QN-01", name="Ủy ban nhân dân phường Kon Tum"),
        effective_on=date(2025, 7, 1),
        decision="1677/NQ-UBTVQH15",
        decided_on=date(2025, 6, 16),
    )
    succeed_agencies(office.system.store, merging, office.now)


def _by_code(office: Office, code: str) -> UUID:
    with office.system.store.reading() as session:
        return session.scalars(select(Agency.id).where(Agency.code == code)).one()
