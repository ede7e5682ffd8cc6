"""What happens to the office of the simulated year, beside what its own processes bring about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias

from engine.domain.assignment import Viewer
from engine.domain.errors import Refusal
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from qms.administration.authority import Basis
from qms.administration.places import PersonLeaves, person_leaves
from qms.bootstrap import System
from qms.catalogue.commands import StartFromCatalogue, start_from_catalogue
from qms.delegation.absences import RecordAbsence, Substitute, record_absence
from qms.demo_office.loading import person_id
from qms.documents.commands import RegisterLegalDocuments, register_legal_documents
from qms.documents.rules import LegalDocumentEntry
from qms.feedback.rules import Channel
from qms.feedback.taking_in import Said, TakeFeedbackIn, take_feedback_in
from qms.inspections.beginning import BeginPlan, begin_plan
from qms.simplification.proposing import ProposeSimplification, propose_simplification
from qms.simplification.rules import Competence, Kind

AGENCY: Final = "SNNMT-TN"
ORIGIN: Final = "năm mô phỏng"
ABSENT: Final = "truongdd"
"""Heads the land office; three weeks away in June."""
LEAVING: Final = "photnn"
"""Deputy head of the water office, leaves in the middle of the year."""

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
    told = (
        *_laws(year),
        Happening(day=date(year, 5, 25), what="Trưởng phòng Đất đai nghỉ phép", act=_away),
        _started(date(year, 6, 1), "Yêu cầu sửa đổi tài liệu", "thuky", "QMS_P05_TAI_LIEU"),
        Happening(day=date(year, 6, 30), what="Phó phòng Tài nguyên nước chuyển công tác", act=_leaves),
        Happening(day=date(year, 2, 9), what="Sở lập kế hoạch kiểm tra", act=_inspection_plan),
        *(
            Happening(day=date(year, month, 6 + month), what="Phản ánh của người dân", act=_feedback(said))
            for month, said in (
                (3, "Cán bộ hướng dẫn chưa rõ thành phần hồ sơ."),
                (7, "Hồ sơ trả chậm ba ngày so với giấy hẹn."),
                (9, "Đề nghị niêm yết phí ở nơi dễ thấy."),
            )
        ),
        *(
            Happening(day=date(year, 4, day), what="Đề xuất đơn giản hóa", act=_proposal(code, username))
            for day, code, username in (
                (15, "1.900001", "phodd"),
                (16, "1.900007", "phomt"),
                (17, "1.900017", "phonn"),
            )
        ),
        _started(date(year, 11, 26), "Công bố HTQLCL", "thuky", "QMS_P10_CONG_BO"),
    )
    return tuple(sorted(told, key=lambda one: one.day))


def _inspection_plan(system: System, now: datetime) -> None:
    command = BeginPlan(viewer=_viewer(system, "socv", now), origin=ORIGIN, year=local_day(now).year)
    begin_plan(system.store, system.surroundings, command, now)


def _feedback(words: str) -> Act:
    def act(system: System, now: datetime) -> None:
        said = Said(channel=Channel.HOTLINE, received_at=now - timedelta(hours=1), content=words)
        command = TakeFeedbackIn(viewer=_viewer(system, "phogdtt", now), origin=ORIGIN, said=said)
        take_feedback_in(system.store, system.surroundings, command, now)

    return act


def _proposal(code: str, username: str) -> Act:
    def act(system: System, now: datetime) -> None:
        command = ProposeSimplification(
            viewer=_viewer(system, username, now),
            origin=ORIGIN,
            procedure=derived_id("procedure", AGENCY, code),
            kinds=(Kind.TIME,),
            current="Thời hạn giải quyết theo quy trình hiện hành.",
            proposed="Rút ngắn hai ngày ở bước thẩm định.",
            saved_cost="12.000.000",
            saved_hours="16",
            reason="Bước thẩm định có thời gian chờ không cần thiết.",
            competence=Competence.PROVINCE,
        )
        propose_simplification(system.store, system.surroundings, command, now)

    return act


def _laws(year: int) -> tuple[Happening, ...]:
    laws = (
        ("12/2026/NĐ-CP", "đăng ký đất đai", "Đất đai", "101/2024/NĐ-CP", (2, 3), (4, 1)),
        ("25/2026/NĐ-CP", "giấy phép môi trường", "Môi trường", "08/2022/NĐ-CP", (4, 20), (6, 1)),
        ("07/2026/TT-BNNMT", "khai thác nước dưới đất", "Tài nguyên nước", "54/2024/NĐ-CP", (8, 5), (9, 15)),
    )
    return tuple(
        Happening(
            day=date(year, *known),
            what=f"Đăng ký {number}",
            act=_legal_document(
                number, f"Sửa đổi quy định về {subject}", field, amends, date(year, *effective)
            ),
        )
        for number, subject, field, amends, known, effective in laws
    )


def _viewer(system: System, username: str, now: datetime) -> Viewer:
    with system.store.reading() as session:
        found = system.surroundings.directory.viewer(session, person_id(username), local_day(now))
    if found is None:
        raise LookupError(username)
    return found


def _started(day: date, what: str, username: str, key: str) -> Happening:
    def act(system: System, now: datetime) -> None:
        command = StartFromCatalogue(viewer=_viewer(system, username, now), origin=ORIGIN, key=key)
        start_from_catalogue(system.store, system.surroundings, command, now)

    return Happening(day=day, what=what, act=act)


def _away(system: System, now: datetime) -> None:
    today = local_day(now)
    command = RecordAbsence(
        viewer=_viewer(system, ABSENT, now),
        origin=ORIGIN,
        person=person_id(ABSENT),
        first_day=today.replace(month=6, day=1),
        last_day=today.replace(month=6, day=19),
        reason="Nghỉ phép năm",
        substitutes=(Substitute(person=person_id("phodd")),),
        decision="46/QĐ-SNNMT",
        decided_on=today,
    )
    record_absence(system.store, command, now)


def _leaves(system: System, now: datetime) -> None:
    today = local_day(now)
    basis = Basis(
        viewer=_viewer(system, "quantri", now), origin=ORIGIN, decision="52/QĐ-SNNMT", decided_on=today
    )
    command = PersonLeaves(basis=basis, person=person_id(LEAVING), effective_on=today)
    person_leaves(system.store, command, now)


def _legal_document(number: str, title: str, field: str, amends: str, effective: date) -> Act:
    def act(system: System, now: datetime) -> None:
        entry = LegalDocumentEntry(
            number=number,
            title=title,
            issuer="Chính phủ" if "NĐ-CP" in number else "Bộ Nông nghiệp và Môi trường",
            field=field,
            signed_on=local_day(now),
            effective_on=effective,
            effect_rule="",
            expires_on=None,
            replaces="",
            amends=amends,
            transition="",
            link="",
            file_id=None,
        )
        command = RegisterLegalDocuments(
            viewer=_viewer(system, "thuky", now), origin=ORIGIN, entries=[entry], start_updates=True
        )
        register_legal_documents(system.store, system.surroundings, command, now)

    return act
