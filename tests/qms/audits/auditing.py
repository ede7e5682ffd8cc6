"""The demo office through the audit of all its units: programme, teams, findings, re-audit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.domain.local_time import OFFICE_ZONE
from qms.audits.tables import Audit, AuditFinding
from qms.audits.units import units_on
from qms.catalogue.commands import StartFromCatalogue, start_from_catalogue
from qms.demo_office.loading import agency_id, person_id, unit_id
from tests.office import Office

P07 = Path(bpmn.__file__).parent / "qms" / "p07_danh_gia_noi_bo"
AGENCY = "VP-UBND-TN"
ROOM = "P-KT"
FIRST = date(2026, 10, 15)
"""The day of the audit in A6: a Thursday."""
OPENING = datetime(2026, 9, 14, 8, 0, tzinfo=OFFICE_ZONE)
EVIDENCE = "Hồ sơ P06-2026-001 ngày 02/10/2026 không có giấy hẹn trả kết quả."


def table(key: str, rows: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """A repeating table as a page sends it."""
    cells = {
        f"{key}__{number}__{column}": value
        for number, row in enumerate(rows, start=1)
        for column, value in row.items()
    }
    return {key: str(len(rows)), **cells}


def lead_of(code: str) -> str:
    """Who leads the audit of a unit: somebody of another one."""
    return "kieuoanh" if code != "P-NC" else "camtien"


@dataclass
class Auditing:
    """One case of P07."""

    office: Office
    case: UUID

    def task(self, username: str, name: str, title: str = "") -> UUID:
        """The one open task of that name, and with that title, in an officer's inbox."""
        (found,) = (row.id for row in self.office.inbox(username) if row.name == name and title in row.title)
        return found

    def do(self, username: str, name: str, values: Mapping[str, str], title: str = "") -> None:
        """An officer completes a step."""
        self.office.complete(username, self.task(username, name, title), values)

    def signed(self, drafter_unit_head: str = "truongbcd") -> None:
        """What waits for a signature is checked, signed and issued."""
        self.do(drafter_unit_head, "Kiểm tra nội dung", {"ket_qua_noi_dung": "dat"})
        self.do("vanthu", "Kiểm tra thể thức", {"ket_qua_the_thuc": "dat"})
        self.do("chanhvp", "Ký văn bản", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
        self.do("vanthu", "Đóng dấu, phát hành", {"da_dong_dau": "true"})

    def programme_rows(self, **changed: str) -> list[dict[str, str]]:
        """A row for every unit: the room for economics on the first day, the others after it."""
        with self.office.system.store.reading() as session:
            units = units_on(session, agency_id(AGENCY), self.office.today)
            return [
                {
                    "don_vi": str(unit.id),
                    "ngay": f"{FIRST + timedelta(days=0 if unit.code == ROOM else 5):%d/%m/%Y}",
                    "dot": "1",
                    "pham_vi": "Điều 8.5",
                    "phieu_truoc": "",
                    "truong_doan": str(person_id(lead_of(unit.code))),
                    **changed,
                }
                for unit in units
            ]

    def programme(self, rows: Sequence[Mapping[str, str]]) -> dict[str, str]:
        """What the secretary types."""
        return {
            "tieu_chi": "TCVN ISO 9001:2015 và quy trình của cơ quan",
            "phuong_phap": "Xem hồ sơ, hỏi người thực hiện",
            **table("chuong_trinh", rows),
        }

    def team_rows(self) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
        """Days and team as the programme has them."""
        days, team = [], []
        for row in self.programme_rows():
            days.append({"don_vi": row["don_vi"], "ngay": row["ngay"]})
            team.append({"don_vi": row["don_vi"], "nguoi": row["truong_doan"], "vai_tro": "truong_doan"})
        return days, team

    def planned(self) -> None:
        """The programme is signed, the round's team is named, signed and told."""
        self.do("thuky", "Lập chương trình đánh giá", self.programme(self.programme_rows()))
        self.signed()
        self.office.pass_until(datetime(2026, 9, 25, 8, 0, tzinfo=OFFICE_ZONE))
        days, team = self.team_rows()
        self.do("thuky", "Lập đoàn, kế hoạch đánh giá", table("lich", days) | table("doan", team))
        self.signed()

    def audit(self, code: str = ROOM) -> Audit:
        """The audit of a unit."""
        with self.office.system.store.reading() as session:
            return session.scalars(select(Audit).where(Audit.unit_id == unit_id(AGENCY, code))).one()

    def findings(self, code: str = ROOM) -> list[AuditFinding]:
        """What was found in a unit."""
        with self.office.system.store.reading() as session:
            asked = select(AuditFinding).where(AuditFinding.audit_id == self.audit(code).id)
            return list(session.scalars(asked.order_by(AuditFinding.code)))


def begin(office: Office) -> Auditing:
    """A case of P07 begun by the secretary."""
    office.deploy(P07)
    started = start_from_catalogue(
        office.system.store,
        office.system.surroundings,
        StartFromCatalogue(viewer=office.viewer("thuky"), origin="test", key="QMS_P07_DANH_GIA_NOI_BO"),
        office.now,
    )
    office.work()
    return Auditing(office=office, case=started.instance)


PRESENT = {"thanh_phan_khai_mac": "Lãnh đạo phòng, đoàn đánh giá"}
QUESTION = {"nguon": "them", "ma": "8.5.1", "cau_hoi": "Hồ sơ có được trả đúng hạn không?"}
MINOR = {
    "loai": "kph_nhe",
    "dieu_khoan": "8.5.1",
    "bang_chung": EVIDENCE,
    "mo_ta": "Không giao giấy hẹn cho người dân.",
}
CONFORMING = MINOR | {"loai": "phu_hop", "mo_ta": "Làm đúng quy trình đã duyệt."}


def moment(month: int, day: int, hour: int = 9) -> datetime:
    """An hour of a day of 2026 in the office."""
    return datetime(2026, month, day, hour, 0, tzinfo=OFFICE_ZONE)


def prepared(auditing: Auditing) -> None:
    """Every lead has a checklist of one question, and the day of the first audit has come."""
    office = auditing.office
    for lead in ("kieuoanh", "camtien"):
        for row in office.inbox(lead):
            if row.name == "Chuẩn bị phiếu ghi chép":
                office.complete(lead, row.id, table("phieu", [QUESTION]))
    office.pass_until(moment(10, 15, 16))


def found(auditing: Auditing, finding: Mapping[str, str] = MINOR, day: str = "15/10/2026") -> None:
    """The audit of the room for economics was held."""
    values = PRESENT | {"ngay_danh_gia": day} | table("phat_hien", [finding])
    auditing.do("kieuoanh", "Đánh giá, ghi nhận", values, "Phòng Kinh tế")


def others_found(auditing: Auditing) -> None:
    """The other units were audited on the 20th; nothing was wrong, and none of them answers."""
    office = auditing.office
    office.pass_until(moment(10, 20, 16))
    for lead in ("kieuoanh", "camtien"):
        for row in office.inbox(lead):
            if row.name == "Đánh giá, ghi nhận":
                values = PRESENT | {"ngay_danh_gia": "20/10/2026"} | table("phat_hien", [CONFORMING])
                office.complete(lead, row.id, values)
    office.pass_until(moment(10, 27))
