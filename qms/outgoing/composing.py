"""What stands in a document, read once from its content and heading, before it is set as PDF or as Word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from engine.domain.text import fold
from engine.domain.values import from_json
from qms.outgoing.composed import (
    Annex,
    Box,
    ComposedDocument,
    DocumentHeading,
    Grid,
    OtherSigner,
    Part,
)
from qms.outgoing.kinds import KIND_NAMES, DocumentKind, written
from qms.records.letterhead import place_and_day

_ARTICLE: Final = re.compile(r"Điều\s+\d+[a-zđ]?\s*\.?")
_ENDINGS: Final = ";.,: "
_BODIES: Final = ("Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Chỉ đạo", "Hội đồng")
"""Bodies that sign “TM.”: after it stands the body alone, without the place (30/2020/NĐ-CP, Annex I)."""
_NAMES_OF_BASES: Final = (
    "hien phap",
    "bo luat",
    "luat",
    "phap lenh",
    "nghi quyet",
    "nghi dinh",
    "quyet dinh",
    "chi thi",
    "thong tu",
    "ke hoach",
    "chuong trinh",
    "ket luan",
    "bien ban",
    "cong van",
)
_ROW_NUMBERS: Final = frozenset({"tt", "stt", "so tt"})
_NARROWEST, _WIDEST = 5, 34
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def compose(content: Mapping[str, object], heading: DocumentHeading) -> ComposedDocument:
    """Read the content; what it holds of a wrong kind is left out, punctuation is put in order."""
    letter = heading.kind is DocumentKind.LETTER
    decision = heading.kind is DocumentKind.DECISION
    grids = tuple(_grid(row) for row in _records(content.get("bang")))
    annexes = _annexes(content, heading, grids if decision else ())
    return ComposedDocument(
        superior=heading.superior,
        agency=heading.agency,
        number=f"Số: {_number(heading)}" if heading.symbol or heading.number is not None else "",
        place_and_day=_day(heading),
        type_name="" if letter else _type_name(content, heading.kind),
        about=f"V/v {heading.title}" if letter else heading.title,
        authority=_authority(heading) if decision else "",
        enacting="QUYẾT ĐỊNH:" if decision else "",
        addressees=_texts(content.get("kinh_gui")),
        bases=_ended([_basis(line) for line in _texts(content.get("can_cu"))]),
        paragraphs=_texts(content.get("doan")),
        parts=_parts(_records(content.get("dieu")), decision=decision),
        grids=() if decision else grids,
        boxes=tuple(_box(row) for row in _records(content.get("khung"))),
        annexes=annexes,
        signing=_signing(heading),
        signer=heading.signer,
        other_signers=tuple(
            OtherSigner(title=_text(row.get("chuc_danh")).upper(), name=_text(row.get("ho_ten")))
            for row in _records(content.get("nguoi_ky_cung"))
        ),
        recipients=_recipients(_texts(content.get("noi_nhan")), heading.kind),
        watermark="DỰ THẢO" if _is_draft(heading) else "",
    )


def _basis(line: str) -> str:
    """What names a document alone is a basis in the words of the decree."""
    return f"Căn cứ {line}" if fold(line).startswith(_NAMES_OF_BASES) else line


def _number(heading: DocumentHeading) -> str:
    return f"…/{heading.symbol}" if heading.number is None else written(heading.number, heading.symbol)


def _day(heading: DocumentHeading) -> str:
    if heading.dated_on is not None:
        return place_and_day(heading.place, heading.dated_on)
    return f"{heading.place}, ngày … tháng … năm …" if heading.place else "Ngày … tháng … năm …"


def _type_name(content: Mapping[str, object], kind: DocumentKind) -> str:
    """A slip may say what kind of slip it is."""
    return (_text(content.get("ten_loai")) or KIND_NAMES[kind][0]).upper()


def _authority(heading: DocumentHeading) -> str:
    return (heading.agency if heading.capacity == "TM." else heading.principal_title).upper()


def _is_draft(heading: DocumentHeading) -> bool:
    """A slip is filled in step by step and is no draft of anything."""
    return heading.number is None and not heading.signer and heading.kind is not DocumentKind.SLIP


def _signing(heading: DocumentHeading) -> tuple[str, ...]:
    principal = heading.principal_title
    if heading.capacity == "TM.":
        principal = next((one for one in _BODIES if fold(principal).startswith(fold(one))), principal)
    above = f"{heading.capacity} {principal}".strip().upper()
    own = heading.signer_title.upper()
    lines = (above,) if own == heading.principal_title.upper() else (above, own)
    return tuple(line for line in lines if line)


def _parts(rows: Sequence[Mapping[str, object]], *, decision: bool) -> tuple[Part, ...]:
    parts = []
    for number, row in enumerate(rows, start=1):
        heading, lines = _text(row.get("ten")), _lines(row.get("noi_dung"))
        if decision and not heading.startswith("Điều"):
            heading = f"Điều {number}. {heading}".strip()
        run_in = _ARTICLE.fullmatch(heading) is not None
        if run_in:
            heading = heading.rstrip(". ") + "."
        parts.append(Part(heading=heading, lines=lines, run_in=run_in and bool(lines)))
    return tuple(parts)


def _grid(row: Mapping[str, object]) -> Grid:
    columns = _list(row.get("cot"))
    heads = [_text(one.get("ten")) if isinstance(one, Mapping) else _text(one) for one in columns]
    keys = [_text(one.get("ma")) if isinstance(one, Mapping) else _text(one) for one in columns]
    rows = [_cells(line, keys) for line in _list(row.get("dong"))]
    wide = max([len(heads), *map(len, rows)], default=0)
    heads += [""] * (wide - len(heads))
    rows = [line + [""] * (wide - len(line)) for line in rows]
    after = row.get("sau_dieu")
    return Grid(
        caption=_text(row.get("ten")),
        heads=heads,
        rows=rows,
        widths=[_width(head, [line[place] for line in rows]) for place, head in enumerate(heads)],
        centred=[place for place, head in enumerate(heads) if fold(head) in _ROW_NUMBERS],
        after=after if isinstance(after, int) and after > 0 else 0,
    )


def _cells(line: object, keys: Sequence[str]) -> list[str]:
    if isinstance(line, Mapping):
        return [_text(line.get(key)) for key in keys]
    return [_text(cell) for cell in _list(line)]


def _width(head: str, cells: Sequence[str]) -> int:
    """By what stands in the column: half of the longest and half of the usual cell."""
    if fold(head) in _ROW_NUMBERS:
        return _NARROWEST
    lengths = [len(cell) for cell in cells if cell] or [0]
    usual = (max(lengths) + sum(lengths) // len(lengths)) // 2
    longest_word = max((len(word) for text in (head, *cells) for word in text.split()), default=0)
    return max(_NARROWEST, min(_WIDEST, usual), min(_WIDEST, longest_word + 2))


def _box(row: Mapping[str, object]) -> Box:
    return Box(
        heading=_text(row.get("ten")),
        lines=_lines(row.get("noi_dung")),
        signer_title=_text(row.get("chuc_danh")),
        signer=_text(row.get("ho_ten")),
        day=_text(row.get("ngay")),
    )


def _annexes(
    content: Mapping[str, object], heading: DocumentHeading, tables: Sequence[Grid]
) -> tuple[Annex, ...]:
    """The annexes; of a decision, in which no table stands, its tables too."""
    rows = _records(content.get("phu_luc"))
    given = [
        (
            _text(row.get("ten")),
            _lines(row.get("noi_dung")),
            tuple(_grid(one) for one in _records(row.get("bang"))),
            row.get("ngang") is True,
        )
        for row in rows
    ] + [(grid.caption, (), (_uncaptioned(grid),), False) for grid in tables]
    return tuple(
        Annex(
            heading="PHỤ LỤC" if len(given) == 1 else f"PHỤ LỤC {_ordinal(place)}",
            title=title,
            belongs_to=_belongs_to(heading),
            lines=lines,
            grids=grids,
            landscape=landscape,
        )
        for place, (title, lines, grids, landscape) in enumerate(given)
    )


def _uncaptioned(grid: Grid) -> Grid:
    return Grid(
        caption="",
        heads=grid.heads,
        rows=grid.rows,
        widths=grid.widths,
        centred=grid.centred,
        after=0,
    )


def _ordinal(place: int) -> str:
    return _ROMAN[place] if place < len(_ROMAN) else str(place + 1)


def _belongs_to(heading: DocumentHeading) -> str:
    name = KIND_NAMES[heading.kind][0]
    day = (
        place_and_day("", heading.dated_on).replace("Ngày", "ngày", 1)
        if heading.dated_on is not None
        else "ngày … tháng … năm …"
    )
    return f"(Kèm theo {name} số {_number(heading)} {day} của {heading.agency})"


def _recipients(lines: Sequence[str], kind: DocumentKind) -> tuple[str, ...]:
    """As the annex writes them: each ends with “;”, the last is what is kept and ends with “.”."""
    if not lines and kind is DocumentKind.SLIP:
        return ()
    bare = [line.removeprefix("-").strip() for line in lines]
    kept = [line for line in bare if fold(line).startswith("luu")]
    sent = [line for line in bare if line not in kept]
    return _ended([*sent, *(kept or ["Lưu: VT"])])


def _ended(lines: Sequence[str]) -> tuple[str, ...]:
    bare = [line.rstrip(_ENDINGS) for line in lines]
    return tuple(f"{line}." if place == len(bare) else f"{line};" for place, line in enumerate(bare, start=1))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(text for text in (_text(item) for item in _list(value)) if text)


def _lines(value: object) -> tuple[str, ...]:
    """Of a text its lines, of a list its texts."""
    if isinstance(value, list | tuple):
        return _texts(value)
    return tuple(line.strip() for line in _text(value).splitlines() if line.strip())


def _records(value: object) -> Sequence[Mapping[str, object]]:
    return [row for row in _list(value) if isinstance(row, Mapping)]


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _text(value: object) -> str:
    """A value as people write it: days as dd/mm/yyyy, nothing as nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "Có" if value else "Không"
        case datetime():
            return f"{value:%H:%M %d/%m/%Y}"
        case date():
            return f"{value:%d/%m/%Y}"
        case {"$": "date" | "datetime" | "decimal"}:  # as a column of JSON holds it
            return _text(from_json(value))
        case Mapping() | list() | tuple():
            return ""
        case _:
            return str(value).strip()
