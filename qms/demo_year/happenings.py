"""What happens to the office of the simulated year, beside what its own processes bring about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final, TypeAlias

from engine.domain.errors import Refusal
from engine.domain.local_time import local_day
from qms.bootstrap import System
from qms.demo_office.loading import person_id
from qms.documents.commands import RegisterLegalDocuments, register_legal_documents
from qms.documents.rules import LegalDocumentEntry

FOLDER: Final = Path(__file__).parent
AGENCY: Final = "SNNMT-TN"
ORIGIN: Final = "năm mô phỏng"

Act: TypeAlias = Callable[[System, datetime], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happens on a day at ten o'clock."""

    day: date
    what: str
    act: Act

    def do(self, system: System, now: datetime) -> str:
        """Let it happen; the refusal in Vietnamese, empty where there was none."""
        try:
            self.act(system, now)
        except Refusal as refusal:
            return refusal.vi
        return ""


def happenings(year: int) -> tuple[Happening, ...]:
    """The script of the year, by day."""
    laws = (
        ("12/2026/NĐ-CP", "Nghị định sửa đổi quy định về đăng ký đất đai", "Đất đai", "101/2024/NĐ-CP", 2, 3, 1, 4),
        ("25/2026/NĐ-CP", "Nghị định về giấy phép môi trường", "Môi trường", "08/2022/NĐ-CP", 4, 20, 1, 6),
        ("07/2026/TT-BNNMT", "Thông tư về khai thác nước dưới đất", "Tài nguyên nước", "54/2024/NĐ-CP", 8, 5, 15, 9),
    )
    return tuple(
        Happening(
            day=date(year, month, day),
            what=f"đăng ký {number}",
            act=_legal_document(number, title, field, amends, date(year, effective_month, effective_day)),
        )
        for number, title, field, amends, month, day, effective_day, effective_month in laws
    )


def _legal_document(number: str, title: str, field: str, amends: str, effective: date) -> Act:
    def act(system: System, now: datetime) -> None:
        today = local_day(now)
        with system.store.reading() as session:
            viewer = system.surroundings.directory.viewer(session, person_id("thuky"), today)
        if viewer is None:
            raise LookupError("thuky")
        entry = LegalDocumentEntry(
            number=number,
            title=title,
            issuer="Chính phủ" if "NĐ-CP" in number else "Bộ Nông nghiệp và Môi trường",
            field=field,
            signed_on=today,
            effective_on=effective,
            effect_rule="",
            expires_on=None,
            replaces="",
            amends=amends,
            transition="",
            link="",
            file_id=None,
        )
        command = RegisterLegalDocuments(viewer=viewer, origin=ORIGIN, entries=[entry], start_updates=True)
        register_legal_documents(system.store, system.surroundings, command, now)

    return act
