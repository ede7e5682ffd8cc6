"""What stands on the printed records of a case, in the words of an administrative document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from engine.domain.forms.entries import size_text
from engine.domain.local_time import clock_text, day_text, local_day
from engine.queries.case_record import CaseRecord
from engine.queries.instance import InstanceView
from qms.legal_updates.queries import FollowedDocument
from qms.records.control_sheet import HandOver, Punctuality, hand_overs
from qms.records.letterhead import Letterhead, place_and_day
from web.instances.case_data import Fact
from web.instances.timeline import Happening, outcome_in_words
from web.mandate_words import told_in_name_of
from web.names import person_name, state_names

# The records are printed in Vietnamese alone, so these words are in no catalogue.
_PUNCTUALITY: Final = {
    Punctuality.EARLY: "Trước hạn",
    Punctuality.ON_TIME: "Đúng hạn",
    Punctuality.LATE: "Quá hạn",
    Punctuality.OPEN: "Đang giải quyết",
    Punctuality.OPEN_LATE: "Đang giải quyết, đã quá hạn",
    Punctuality.NO_DUE: "Không có hạn",
    Punctuality.GIVEN_BACK: "Chuyển lại",
    Punctuality.CANCELLED: "Không còn cần làm",
}
_UNCONFIRMED: Final = (
    "Lưu ý: lịch nghỉ trong khoảng này chưa được xác nhận đầy đủ; hạn có thể thay đổi khi có quyết định."
)
_SIGN_HERE: Final = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """A case about to be printed: by whom and when, and the seal at which its history stands."""

    view: InstanceView
    record: CaseRecord
    head: Letterhead
    by: str
    at: datetime


def control_sheet(printing: Printing) -> Mapping[str, object]:
    """The content of `qms/records/control_sheet.typ`."""
    rows = [
        _sheet_row(number, row) for number, row in enumerate(hand_overs(printing.view, printing.at), start=1)
    ]
    return {
        **_frame(printing, "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
        "facts": _facts(printing.view, None),
        "heads": ["TT", "Bước công việc", "Giao", "Nhận", "Hạn", "Hoàn thành", "Kết quả", "Ghi chú"],
        "rows": rows,
        "signers": ["NGƯỜI LẬP PHIẾU", "NGƯỜI KIỂM SOÁT"],
    }


def case_file(
    printing: Printing,
    happenings: Sequence[Happening],
    facts: Sequence[Fact],
    document: FollowedDocument | None,
) -> Mapping[str, object]:
    """The content of `qms/records/case_file.typ`."""
    view = printing.view
    found = (_reckoning(view), _steps(printing), _data(facts), _files(view), _told(happenings))
    parts = [part for part in found if part.get("lines") or part.get("rows")]
    for number, part in enumerate(parts, start=1):
        part["title"] = f"{number}. {part['title']}"
    return {
        **_frame(printing, "Hồ sơ công việc"),
        "facts": _facts(view, document),
        "parts": parts,
        "signers": ["NGƯỜI IN HỒ SƠ", "XÁC NHẬN CỦA ĐƠN VỊ"],
    }


def _frame(printing: Printing, title: str) -> dict[str, object]:
    view, head, record = printing.view, printing.head, printing.record
    return {
        "title": title,
        "about": f"{view.code} – {view.title}",
        "agency": head.agency,
        "superior": head.superior,
        "number": f"Mã hồ sơ: {view.code}",
        "place_and_day": place_and_day(head.place, local_day(printing.at)),
        "sign_here": _SIGN_HERE,
        "footer": f"{printing.by} in lúc {clock_text(printing.at)}. Lịch sử đến sự kiện số {record.sequence},"
        f" mã niêm {record.hash}",
    }


def _facts(view: InstanceView, document: FollowedDocument | None) -> list[list[str]]:
    late = f", quá hạn từ {clock_text(view.overdue_at)}" if view.overdue_at else ""
    ended = f"{_moment(view.ended_at)} – {outcome_in_words(view)}".rstrip(" –") if view.ended_at else ""
    rows = (
        ("Tên hồ sơ", view.title),
        ("Quy trình", view.definition.name),
        ("Văn bản", f"{document.number} – {document.title}" if document else ""),
        ("Trạng thái", f"{state_names()[view.state]}{late}"),
        ("Khởi tạo", f"{clock_text(view.started_at)}, {person_name(view.started_by, view.started_at)}"),
        ("Kết thúc", ended),
        ("Hạn của hồ sơ", _day(view.target_due) if view.milestone else ""),
        ("Hạn mục tiêu", "" if view.milestone else _day(view.target_due)),
        ("Hạn pháp lý", "" if view.milestone else _day(view.legal_due)),
        ("Căn cứ tính hạn", view.legal_basis),
    )
    return [[label, text] for label, text in rows if text]


def _sheet_row(number: int, row: HandOver) -> list[str]:
    name = f"{row.task.name} – {row.task.title}" if row.task.title else row.task.name
    finished = row.done_at if row.punctuality is not Punctuality.GIVEN_BACK else None
    received = _by(row.received_by, row.received_at, row.in_name) if row.received_at else ""
    return [
        str(number),
        name,
        _by(row.given_by, row.given_at),
        received,
        _day(row.due),
        _moment(finished),
        _PUNCTUALITY[row.punctuality],
        row.note,
    ]


def _reckoning(view: InstanceView) -> dict[str, object]:
    lines = [vi for vi, _en in view.explanation]
    if view.unconfirmed:
        lines.append(_UNCONFIRMED)
    return {"title": "Cách tính thời hạn", "lines": lines}


def _steps(printing: Printing) -> dict[str, object]:
    rows = [
        [cells[1], _receiver(row), cells[4], cells[5], cells[6]]
        for number, row in enumerate(hand_overs(printing.view, printing.at), start=1)
        for cells in [_sheet_row(number, row)]
    ]
    heads = ["Bước công việc", "Người thực hiện", "Hạn", "Hoàn thành", "Kết quả"]
    return {"title": "Các bước đã giao", "heads": heads, "rows": rows, "widths": [6, 4, 3, 3, 3]}


def _receiver(row: HandOver) -> str:
    """Who received the step, and in whose name; empty while nobody has."""
    if not row.received_at:
        return ""
    return "\n".join(filter(None, _names(row.received_by, row.received_at, row.in_name)))


def _data(facts: Sequence[Fact]) -> dict[str, object]:
    rows = [[fact.label, "\n".join(_fact_lines(fact))] for fact in facts]
    heads = ["Nội dung", "Ghi nhận"]
    return {"title": "Dữ liệu hồ sơ", "heads": heads, "rows": rows, "widths": [2, 5]}


def _fact_lines(fact: Fact) -> list[str]:
    cells = (zip(fact.heads, row, strict=True) for row in fact.rows)
    return [
        *fact.lines,
        *(f"{file.name} ({size_text(file.size)})" for file in fact.files),
        *("; ".join(f"{head}: {cell}" for head, cell in row if cell) for row in cells),
    ]


def _files(view: InstanceView) -> dict[str, object]:
    rows = [
        [file.name, _by(file.uploaded_by, file.uploaded_at), f"{size_text(file.size)}\nSHA-256 {file.sha256}"]
        for file in view.files
    ]
    heads = ["Tệp", "Người nộp", "Dung lượng và mã băm"]
    return {"title": "Tệp kèm theo", "heads": heads, "rows": rows, "widths": [3, 3, 5]}


def _told(happenings: Sequence[Happening]) -> dict[str, object]:
    rows = [[clock_text(one.at), "\n".join(_sentences(one))] for one in happenings]
    return {"title": "Diễn biến", "heads": ["Lúc", "Sự việc"], "rows": rows, "widths": [1, 5]}


def _sentences(one: Happening) -> list[str]:
    reason = (f"Lý do: {one.reason}",) if one.reason else ()
    return [str(one.text), *reason, *(str(detail) for detail in one.details)]


def _by(person: UUID | None, at: datetime, in_name: Mapping[str, object] | None = None) -> str:
    return "\n".join(filter(None, (*_names(person, at, in_name or {}), clock_text(at))))


def _names(person: UUID | None, at: datetime, in_name: Mapping[str, object]) -> tuple[str, str]:
    """Who, and in whose name, as they were called on that day."""
    return person_name(person, at), told_in_name_of(in_name, at)


def _day(day: date | None) -> str:
    return day_text(day) if day else ""


def _moment(at: datetime | None) -> str:
    return clock_text(at) if at else ""
