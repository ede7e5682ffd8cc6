"""The columns of a list of procedures (danh mục TTHC), recognised by the headings that offices write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from engine.domain.text import fold
from qms.documents.import_columns import Column, Heading
from qms.documents.sheets import Cell

_DAY_HINT: Final = ("Ngày của Excel, hoặc dd/mm/yyyy.", "A date of Excel, or dd/mm/yyyy.")

COLUMNS: Final = (
    Column(
        key="ma",
        heading="Mã",
        heading_en="Code",
        example="1.013225",
        hint=(
            "Bắt buộc. Định dạng cột là Văn bản (Text), nếu không Excel bỏ mất số 0 ở cuối.",
            "Required. Format the column as Text, else Excel drops zeros at the end.",
        ),
        synonyms="mã thủ tục|mã tthc|mã thủ tục hành chính|mã số|mã số tthc|mã hồ sơ tthc|code",
        needed=True,
    ),
    Column(
        key="ten",
        heading="Tên thủ tục",
        heading_en="Name",
        example="Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
        hint=("Bắt buộc với thủ tục mới.", "Required for a new procedure."),
        synonyms="tên|tên tthc|tên thủ tục hành chính|thủ tục|thủ tục hành chính|tên quy trình|name",
        needed=True,
    ),
    Column(
        key="linh_vuc",
        heading="Lĩnh vực",
        heading_en="Field",
        example="Hoạt động xây dựng",
        synonyms="ngành lĩnh vực|ngành|field",
    ),
    Column(
        key="cap",
        heading="Cấp thực hiện",
        heading_en="Level",
        example="Cấp tỉnh",
        hint=("Cấp tỉnh, Cấp xã hoặc Nội bộ.", "Province, commune or internal."),
        synonyms="cấp|cấp giải quyết|cấp quyết định|level",
    ),
    Column(
        key="don_vi",
        heading="Đơn vị",
        heading_en="Unit",
        example="P-KT",
        hint=(
            "Mã hoặc tên đơn vị trong cơ quan. Bắt buộc với thủ tục mới.",
            "Code or name of a unit of the agency. Required for a new procedure.",
        ),
        synonyms="đơn vị chủ trì|đơn vị thực hiện|phòng ban|cơ quan thực hiện|đơn vị giải quyết|unit|owner",
    ),
    Column(
        key="thoi_han",
        heading="Thời hạn giải quyết",
        heading_en="Legal time",
        example="07 ngày làm việc",
        synonyms="thời gian giải quyết|thời hạn|thời gian|legal time",
    ),
    Column(
        key="quyet_dinh",
        heading="Quyết định công bố",
        heading_en="Decision",
        example="1234/QĐ-UBND ngày 16/11/2026",
        synonyms="số quyết định|quyết định|quyết định công bố tthc|decision",
    ),
    Column(
        key="hieu_luc_tu",
        heading="Hiệu lực từ",
        heading_en="In force from",
        example="01/12/2026",
        hint=_DAY_HINT,
        synonyms="ngày hiệu lực|ngày có hiệu lực|có hiệu lực từ|hiệu lực từ ngày|in force from",
    ),
    Column(
        key="het_hieu_luc",
        heading="Hết hiệu lực",
        heading_en="No longer in force from",
        hint=(
            f"{_DAY_HINT[0]} Ngày đầu tiên danh mục không còn thủ tục này.",
            f"{_DAY_HINT[1]} The first day on which the catalogue holds it no more.",
        ),
        synonyms="hết hiệu lực từ|ngày hết hiệu lực|bãi bỏ từ|ngày bãi bỏ|no longer in force from",
    ),
    Column(
        key="can_cu",
        heading="Căn cứ pháp lý",
        heading_en="Legal bases",
        example="217/2026/NĐ-CP; 175/2024/NĐ-CP",
        hint=(
            "Số ký hiệu; nhiều văn bản cách nhau bằng dấu chấm phẩy.",
            "Document numbers; separate several by semicolons.",
        ),
        synonyms="căn cứ|văn bản căn cứ|legal bases",
    ),
)


def heading_of(row: int, cells: Sequence[Cell]) -> Heading:
    """The known columns among the cells; the first of two that mean the same counts."""
    places: dict[str, int] = {}
    names: dict[str, str] = {}
    unused: list[str] = []
    for place, cell in enumerate(cells):
        text = " ".join(str(cell).split())
        key = _KEYS.get(_plain(text)) or _KEYS.get(_plain(re.sub(r"\(.*?\)", " ", text)))
        if key is not None and key not in places:
            places[key], names[key] = place, text
        elif text:
            unused.append(text)
    return Heading(row=row, places=places, names=names, unused=tuple(unused))


def likeness(cells: Sequence[Cell]) -> int:
    """How many known columns the cells name."""
    return len(heading_of(0, cells).places)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


_KEYS: Final = {
    _plain(name): column.key for column in COLUMNS for name in (column.heading, *column.synonyms.split("|"))
}
