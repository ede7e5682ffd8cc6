"""The columns of a list of legal documents, recognised by the headings that offices write over them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from engine.domain.text import fold
from qms.documents.sheets import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: the form's field, its heading in the template and others that mean the same, by "|"."""

    key: str
    heading: str
    heading_en: str
    example: str = ""
    hint: tuple[str, str] = ("", "")
    synonyms: str = ""
    needed: bool = False


_DAY_HINT: Final = ("Ngày của Excel, hoặc dd/mm/yyyy.", "A date of Excel, or dd/mm/yyyy.")
_LIST_HINT: Final = (
    "Số ký hiệu; nhiều văn bản cách nhau bằng dấu chấm phẩy.",
    "Document numbers; separate several by semicolons.",
)

COLUMNS: Final = (
    Column(
        key="so_ky_hieu",
        heading="Số ký hiệu",
        heading_en="Number",
        example="217/2026/NĐ-CP",
        hint=(
            "Bắt buộc. Ghi đúng như trên văn bản; định dạng cột là Văn bản (Text).",
            "Required. As printed; format the column as Text.",
        ),
        synonyms="số và ký hiệu|số hiệu|số hiệu văn bản|số ký hiệu văn bản|số văn bản|ký hiệu|ký hiệu văn bản"
        "|number|document number|number and symbol",
        needed=True,
    ),
    Column(
        key="trich_yeu",
        heading="Trích yếu",
        heading_en="Abstract",
        example="Quy định chi tiết một số điều của Luật Xây dựng về quản lý hoạt động xây dựng",
        hint=("Bắt buộc.", "Required."),
        synonyms="trích yếu nội dung|trích yếu văn bản|trích yếu nội dung văn bản|tên văn bản|tên gọi"
        "|tên loại và trích yếu|tên loại và trích yếu nội dung|nội dung|nội dung trích yếu|abstract|title",
        needed=True,
    ),
    Column(
        key="co_quan_ban_hanh",
        heading="Cơ quan ban hành",
        heading_en="Issued by",
        example="Chính phủ",
        hint=("Bắt buộc.", "Required."),
        synonyms="cơ quan|nơi ban hành|đơn vị ban hành|issuer|issued by|issuing body",
        needed=True,
    ),
    Column(
        key="ngay_ky",
        heading="Ngày ký",
        heading_en="Signed on",
        example="19/06/2026",
        hint=(f"Bắt buộc. {_DAY_HINT[0]}", f"Required. {_DAY_HINT[1]}"),
        synonyms="ngày ban hành|ngày ký ban hành|ngày văn bản|ngày tháng|ngày tháng năm"
        "|ngày tháng năm ban hành|ngày tháng ban hành|ngày tháng văn bản|signed on|date signed|signed",
        needed=True,
    ),
    Column(
        key="ngay_hieu_luc",
        heading="Ngày hiệu lực",
        heading_en="Effective from",
        example="01/07/2026",
        hint=(
            f"{_DAY_HINT[0]} Có thể ghi “sau 10 ngày kể từ ngày ký”. Thời hạn 03 tháng tính từ ngày này.",
            f"{_DAY_HINT[1]} “sau 10 ngày kể từ ngày ký” is read too. The three months count from this day.",
        ),
        synonyms="ngày có hiệu lực|hiệu lực từ|hiệu lực từ ngày|có hiệu lực từ|có hiệu lực từ ngày"
        "|ngày hiệu lực thi hành|ngày có hiệu lực thi hành|thời điểm có hiệu lực|thời điểm hiệu lực"
        "|thời điểm có hiệu lực thi hành|effective from|effective on|effective date",
    ),
    Column(
        key="so_ngay",
        heading="Hiệu lực sau N ngày",
        heading_en="Days after signing",
        hint=(
            "Số ngày kể từ ngày ký, nếu văn bản không ghi ngày hiệu lực cụ thể.",
            "Days after signing, where the document gives no effective date.",
        ),
        synonyms="hiệu lực sau|hiệu lực sau ngày|hiệu lực sau số ngày|sau n ngày|số ngày"
        "|số ngày kể từ ngày ký|hiệu lực sau n ngày kể từ ngày ký"
        "|hiệu lực sau số ngày kể từ ngày ký|days after signing",
    ),
    Column(
        key="ngay_het_hieu_luc",
        heading="Ngày hết hiệu lực",
        heading_en="Expires on",
        hint=_DAY_HINT,
        synonyms="hết hiệu lực|hết hiệu lực từ|hết hiệu lực từ ngày|ngày hết hiệu lực thi hành"
        "|expires on|expires",
    ),
    Column(
        key="linh_vuc",
        heading="Lĩnh vực",
        heading_en="Field",
        example="Hoạt động xây dựng",
        synonyms="ngành lĩnh vực|ngành|field",
    ),
    Column(
        key="thay_the",
        heading="Thay thế",
        heading_en="Replaces",
        example="175/2024/NĐ-CP",
        hint=_LIST_HINT,
        synonyms="thay thế văn bản|thay thế cho|văn bản bị thay thế|văn bản được thay thế|replaces",
    ),
    Column(
        key="sua_doi",
        heading="Sửa đổi",
        heading_en="Amends",
        hint=_LIST_HINT,
        synonyms="sửa đổi bổ sung|sửa đổi văn bản|sửa đổi bổ sung văn bản|văn bản được sửa đổi"
        "|văn bản bị sửa đổi|văn bản được sửa đổi bổ sung|amends",
    ),
    Column(
        key="dieu_khoan_chuyen_tiep",
        heading="Điều khoản chuyển tiếp",
        heading_en="Transitional clause",
        synonyms="chuyển tiếp|quy định chuyển tiếp|transitional clause",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The row of headings: where each known column stands, how the file calls it, and what nobody reads."""

    row: int
    places: Mapping[str, int]
    names: Mapping[str, str]
    unused: tuple[str, ...]


def heading_of(row: int, cells: Sequence[Cell]) -> Heading:
    """The known columns among the cells; the first of two that mean the same counts."""
    places: dict[str, int] = {}
    names: dict[str, str] = {}
    unused: list[str] = []
    for place, cell in enumerate(cells):
        text = " ".join(str(cell).split())
        key = _KEYS.get(_plain(text)) or _KEYS.get(_plain(re.sub(r"\(.*?\)", " ", text)))
        if key is not None and key not in places:
            places[key] = place
            names[key] = text
        elif text:
            unused.append(text)
    return Heading(row=row, places=places, names=names, unused=tuple(unused))


def likeness(cells: Sequence[Cell]) -> int:
    """How many known columns the cells name."""
    return len(heading_of(0, cells).places)


def missing_columns(heading: Heading) -> tuple[str, ...]:
    """The headings without which no row can be complete."""
    missing = [column.heading for column in COLUMNS if column.needed and column.key not in heading.places]
    if not heading.places.keys() & {"ngay_hieu_luc", "so_ngay"}:
        missing.append("Ngày hiệu lực")
    return tuple(missing)


def _plain(text: str) -> str:
    """A heading without marks, signs and the two spellings of ký."""
    words = re.sub(r"[^a-z0-9]+", " ", fold(text))
    return re.sub(r"\bki\b", "ky", words).strip()


_KEYS: Final = {
    _plain(name): column.key for column in COLUMNS for name in (column.heading, *column.synonyms.split("|"))
}
