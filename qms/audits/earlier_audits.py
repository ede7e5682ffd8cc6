"""A list of audits of earlier years: which rows may enter the register, what is wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeAlias
from uuid import UUID

from qms.audits.contents import KIND_WORDS
from qms.audits.list_columns import COLUMNS, NEEDED_WITH_FINDING
from qms.lists.columns import CheckedList, plain
from qms.lists.grouped import Records, only_whole
from qms.lists.reading import RowReader, check_list

LONGEST_CODE: Final = 40
_CLAUSE: Final = re.compile(r"(?:4|5|6|7|8|9|10)(?:\.\d{1,2}){0,3}(?: ?[a-zđ]\)?)?")
_KINDS: Final = {
    **{plain(words): kind for kind, words in KIND_WORDS.items()},
    "nang": "kph_nang",
    "kph nang": "kph_nang",
    "nhe": "kph_nhe",
    "kph nhe": "kph_nhe",
    "dat": "phu_hop",
    "khuyen nghi": "co_hoi",
    "cai tien": "co_hoi",
}
_GRAVE: Final = "kph"
"""Kept of an audit beside its cells: that something did not conform."""
_Key: TypeAlias = tuple[UUID, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSpan:
    """A unit and the days on which it was there; the last one is excluded."""

    id: UUID
    name: str
    code: str
    first: date | None
    end: date | None

    def on(self, day: date) -> bool:
        """Whether it was there on the day."""
        return (self.first is None or self.first <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOfAudits:
    """What the registers hold that a list may name or must not repeat; texts as `plain` gives them."""

    today: date
    units: Mapping[str, tuple[UnitSpan, ...]]
    people: Mapping[str, tuple[UUID, ...]]
    procedures: Mapping[str, UUID]
    slips: Mapping[str, UUID]
    audits: frozenset[_Key]
    audit_codes: frozenset[str]
    finding_codes: frozenset[str]
    run_here: frozenset[int]
    """Years whose programme was a case of this system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAudit:
    """An audit as a list tells it; empty: the list does not say."""

    unit: UUID
    unit_name: str
    unit_code: str
    held_on: date
    code: str = ""
    scope: str = ""
    lead: UUID | None = None
    reaudited_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierFinding:
    """What was found; an empty code is given at loading."""

    code: str
    kind: str
    clause: str
    evidence: str
    description: str
    procedure: UUID | None
    slip: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """One row: its audit, as all its rows tell it, and the finding of the row, if any."""

    audit: EarlierAudit
    finding: EarlierFinding | None


def check_audits(name: str, content: bytes, known: KnownOfAudits) -> CheckedList[AuditRow]:
    """Read the file and check each row; raises SheetRefused for what is no such list."""
    records: Records[_Key] = Records()

    def read(reader: RowReader) -> AuditRow | None:
        return _read(reader, known, records)

    checked = check_list(COLUMNS, name, content, read)
    _check_audits(records)
    whole = only_whole(checked, records, _key_of, lambda row: row.audit.unit_name)
    rows = (replace(row, entry=_told(row.entry, records)) for row in whole.good)
    return replace(whole, good=tuple(rows))


def _check_audits(records: Records[_Key]) -> None:
    """What is wrong with an audit as all its rows tell it."""
    codes: dict[str, _Key] = {}
    for key in records.keys:
        code = records.text(key, "ma")
        if code and codes.setdefault(plain(code), key) != key:
            records.refuse(
                key, "Mã cuộc đánh giá", "Hai cuộc đánh giá cùng một mã.", "Two audits with one code."
            )
        if records.maybe(key, "ngay_dgl", date) and not records.maybe(key, _GRAVE, bool):
            records.refuse(
                key,
                "Ngày đánh giá lại",
                "Không có điểm không phù hợp thì không có đánh giá lại.",
                "Without a nonconformity there is no re-audit.",
            )


def _key_of(row: AuditRow) -> _Key:
    return row.audit.unit, row.audit.held_on


def _told(row: AuditRow, records: Records[_Key]) -> AuditRow:
    """The row with all that the rows of its audit say of it."""
    key = _key_of(row)
    audit = replace(
        row.audit,
        code=records.text(key, "ma"),
        scope=records.text(key, "pham_vi"),
        lead=records.maybe(key, "truong_doan", UUID),
        reaudited_on=records.maybe(key, "ngay_dgl", date),
    )
    return replace(row, audit=audit)


def _read(reader: RowReader, known: KnownOfAudits, records: Records[_Key]) -> AuditRow | None:
    held = _held(reader, known)
    unit = _unit(reader, held, known)
    finding = _finding(reader, known)
    again = reader.day("ngay_dgl")
    if again is not None and held is not None and not held <= again <= known.today:
        reader.wrong(
            "ngay_dgl",
            "Không nằm giữa ngày đánh giá và hôm nay.",
            "Not between the day of the audit and today.",
        )
    code, scope, lead = (
        _code(reader, "ma"),
        reader.text("pham_vi"),
        reader.person("truong_doan", known.people),
    )
    if unit is None or held is None:
        records.unclear(reader, lambda key: _may_be(key, unit, held))
        return None
    if (unit.id, held) in known.audits:
        reader.wrong(
            "ngay",
            "Cuộc đánh giá đơn vị này ngày này đã có trong sổ.",
            "The audit of this unit on this day stands in the register already.",
        )
    if plain(code) in known.audit_codes:
        reader.wrong("ma", "Mã này đã có trong sổ.", "The code stands in the register already.")
    grave = finding is not None and finding.kind.startswith("kph")
    said = {"ma": code, "pham_vi": scope, "truong_doan": lead, "ngay_dgl": again, _GRAVE: grave or None}
    records.say(reader, (unit.id, held), **said)
    audit = EarlierAudit(unit=unit.id, unit_name=unit.name, unit_code=unit.code, held_on=held)
    return None if reader.problems else AuditRow(audit=audit, finding=finding)


def _may_be(key: _Key, unit: UnitSpan | None, held: date | None) -> bool:
    return (unit is None or key[0] == unit.id) and (held is None or key[1] == held)


def _held(reader: RowReader, known: KnownOfAudits) -> date | None:
    held = reader.day("ngay")
    if held is None:
        return None
    if held.year >= known.today.year:
        reader.wrong(
            "ngay",
            "Chỉ nhập các năm trước; đánh giá năm nay được làm trong hệ thống.",
            "Only earlier years are imported; this year's audits are run here.",
        )
    elif held.year in known.run_here:
        reader.wrong(
            "ngay",
            f"Chương trình năm {held.year} đã chạy trong hệ thống, không nhập thêm từ ngoài.",
            f"The programme of {held.year} was run in this system; nothing is added from outside.",
        )
    return held


def _unit(reader: RowReader, held: date | None, known: KnownOfAudits) -> UnitSpan | None:
    """The unit of that name that was there on the day."""
    named = reader.text("don_vi")
    meant = known.units.get(plain(named), ()) if named else ()
    if named and not meant:
        reader.wrong("don_vi", f"Không có đơn vị “{named[:60]}”.", f"There is no unit “{named[:60]}”.")
    there = [unit for unit in meant if held is None or unit.on(held)]
    if meant and not there:
        reader.wrong(
            "don_vi",
            f"Ngày đánh giá không có đơn vị “{named[:60]}”; ghi tên đơn vị khi đó.",
            f"On the day of the audit there was no unit “{named[:60]}”; write the unit of that time.",
        )
    return there[-1] if there else None


def _finding(reader: RowReader, known: KnownOfAudits) -> EarlierFinding | None:
    """The finding of the row; one without clause or evidence proves nothing."""
    keys = (*NEEDED_WITH_FINDING, "ma_ph", "mo_ta", "thu_tuc", "phieu")
    if not any(reader.text(key) for key in keys):
        return None
    for key in NEEDED_WITH_FINDING:
        if not reader.text(key):
            reader.wrong(
                key,
                "Phát hiện phải ghi loại, điều khoản và bằng chứng.",
                "A finding names its kind, its clause and its evidence.",
            )
    clause = reader.text("dieu_khoan").removeprefix("Điều").removeprefix("điều").strip()
    if clause and _CLAUSE.fullmatch(clause) is None:
        reader.wrong("dieu_khoan", "Ghi số điều, ví dụ 8.5.1.", "Write the clause, such as 8.5.1.")
    kind = reader.one_of("loai", _KINDS) or ""
    code = _code(reader, "ma_ph")
    if code and reader.once("ma_ph", plain(code)) and plain(code) in known.finding_codes:
        reader.wrong("ma_ph", "Mã này đã có trong sổ.", "The code stands in the register already.")
    slip = reader.one_of("phieu", known.slips)
    if slip is not None:
        _check_slip(reader, kind, slip)
    return EarlierFinding(
        code=code,
        kind=kind,
        clause=clause,
        evidence=reader.text("bang_chung"),
        description=reader.text("mo_ta"),
        procedure=reader.one_of("thu_tuc", known.procedures),
        slip=slip,
    )


def _check_slip(reader: RowReader, kind: str, slip: UUID) -> None:
    reader.once("phieu", slip)
    if kind and not kind.startswith("kph"):
        reader.wrong(
            "phieu",
            "Chỉ điểm không phù hợp mới có phiếu khắc phục.",
            "Only a nonconformity is followed by a slip.",
        )


def _code(reader: RowReader, key: str) -> str:
    return reader.text(key, most=LONGEST_CODE)
