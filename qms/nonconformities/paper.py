"""A slip on paper: the four boxes of the form that offices know, under the agency's head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import day_text, local_day
from engine.ports import Directory
from qms.nonconformities.rules import APPROVED, CAUSE_NAMES, Severity
from qms.nonconformities.slip_detail import Doer, SlipDetail
from qms.nonconformities.slip_steps import SlipFile
from qms.outgoing.composed import DocumentHeading
from qms.outgoing.kinds import DocumentKind
from qms.outgoing.rendering import render_document
from qms.records.letterhead import letterhead

_SEVERITIES = {Severity.MINOR: "nhẹ", Severity.MAJOR: "nặng", "": "chưa xác định"}
_EMPTY = "(chưa ghi)"


def slip_on_paper(
    session: Session, directory: Directory, viewer: Viewer, slip: SlipDetail, now: datetime
) -> bytes:
    """The slip as it stands now, as PDF; the day in the file is that of `now`."""
    head = letterhead(session, viewer.agency)
    heading = DocumentHeading(
        agency=head.agency,
        superior=head.superior,
        place=head.place,
        kind=DocumentKind.SLIP,
        title=f"Điểm không phù hợp {slip.code}",
        symbol="",
        number=None,
        dated_on=local_day(now),
        capacity="",
        principal_title="",
        signer_title="",
        signer="",
        at=now,
    )
    return render_document(_content(session, directory, slip), heading=heading).pdf


def _content(session: Session, directory: Directory, slip: SlipDetail) -> dict[str, object]:
    doers = {part: doer.person for part, doer in slip.doers.items()}
    verifiers = (slip.verified_by, slip.steps.named_verifier)
    people = {*doers.values(), *(one.owner for one in slip.actions), *verifiers}
    names = directory.names(session, frozenset(person for person in people if person is not None))
    actions = [
        f"{one.position}. {one.what} – {names.get(one.owner, '?')}, hạn {day_text(one.due_on)}"
        + (f", xong {day_text(one.done_on)}: {one.result}" if one.done_on else "")
        + (f" ({', '.join(file.name for file in one.files)})" if one.files else "")
        for one in slip.actions
    ]
    return {
        "ten_loai": "Phiếu yêu cầu hành động khắc phục",
        "khung": [
            _signed("1. Nội dung đề xuất", _first(slip), slip.doers.get("de_xuat"), names),
            _signed(
                "2. Phân tích nguyên nhân, biện pháp",
                [*_second(slip), *actions],
                slip.doers.get("phan_tich"),
                names,
            ),
            _signed("3. Phê duyệt", _third(slip, names), slip.doers.get("phe_duyet"), names),
            _box(
                "4. Đánh giá kết quả và xác nhận hoàn thành",
                _fourth(slip),
                name=names.get(slip.verified_by, "") if slip.verified_by else "",
                on=slip.verified_on,
            ),
        ],
    }


def _signed(
    heading: str, lines: list[str], doer: Doer | None, names: Mapping[UUID, str]
) -> dict[str, object]:
    if doer is None:
        return _box(heading, lines)
    return _box(heading, lines, name=names.get(doer.person, ""), on=doer.day)


def _third(slip: SlipDetail, names: Mapping[UUID, str]) -> list[str]:
    if slip.state in APPROVED:
        named = slip.steps.named_verifier
        return [
            "Đồng ý với nguyên nhân và hành động khắc phục nêu ở phần 2.",
            *([f"Người được cử xác minh: {names.get(named, '?')}"] if named else []),
        ]
    return ["Ý kiến của Trưởng ban ISO hoặc Trưởng bộ phận: " + _EMPTY]


def _box(heading: str, lines: list[str], *, name: str = "", on: date | None = None) -> dict[str, object]:
    return {
        "ten": heading,
        "noi_dung": lines,
        "chuc_danh": "",
        "ho_ten": name,
        "ngay": day_text(on) if on else "",
    }


def _first(slip: SlipDetail) -> list[str]:
    return [
        f"Số phiếu: {slip.code}. Nguồn: {slip.source}. Mức độ: {_SEVERITIES.get(slip.severity, '')}.",
        f"Đơn vị: {slip.unit or _EMPTY}. Quy trình: {slip.procedure or 'không'}.",
        f"Nội dung không phù hợp: {slip.description}",
        f"Yêu cầu không đáp ứng: {slip.requirement}",
        f"Bằng chứng: {slip.evidence or _EMPTY}",
        *_attached(slip.steps.proposal_files),
        *([f"Hạn theo nguồn phát hiện: {day_text(slip.due_on)}"] if slip.due_on else []),
        *([f"Nối tiếp phiếu {slip.before.code}."] if slip.before else []),
    ]


def _second(slip: SlipDetail) -> list[str]:
    cause = CAUSE_NAMES.get(slip.cause_code, "")
    return [
        f"Khắc phục ngay: {slip.correction or _EMPTY}",
        *_attached(slip.steps.correction_files),
        *([f"Phân tích: {slip.steps.analysis}"] if slip.steps.analysis else []),
        f"Nguyên nhân gốc{f' ({cause.lower()})' if cause else ''}: {slip.cause or _EMPTY}",
        *([f"Nơi khác có thể gặp: {slip.steps.similar}"] if slip.steps.similar else []),
        "Hành động khắc phục:" if slip.actions else f"Hành động khắc phục: {_EMPTY}",
    ]


def _fourth(slip: SlipDetail) -> list[str]:
    result = {True: "Đạt", False: "Chưa đạt", None: _EMPTY}[slip.effective]
    following = ", ".join(one.code for one in slip.after)
    return [
        *([f"Đã xem và thấy: {slip.steps.seen}"] if slip.steps.seen else []),
        *_attached(slip.steps.verification_files),
        f"Hiệu lực của hành động: {result}",
        *([f"Phiếu mới nối tiếp: {following}"] if following else []),
        *([f"Ngày kết thúc phiếu: {day_text(slip.closed_on)}"] if slip.closed_on else []),
    ]


def _attached(files: Sequence[SlipFile]) -> list[str]:
    return [f"Tệp kèm theo: {', '.join(file.name for file in files)}"] if files else []
