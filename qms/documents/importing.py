"""A list of legal documents from a spreadsheet: which rows may enter the register, and what is wrong with the others.

A row is held to the same form as an entry by hand. Nothing is written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import Message, Submitted, validate
from engine.domain.local_time import day_text
from engine.domain.text import fold
from engine.domain.values import Value
from qms.documents.registration_form import registration_form
from qms.documents.rules import LegalDocumentEntry, effective_after, entry_from_form, number_key
from qms.documents.sheets import Cell, SheetRefused, SheetRow, read_sheets

MOST_ROWS: Final = 5_000
_HEADING_WITHIN: Final = 30
_EFFECT_TEXT: Final = re.compile(
    r"(?:co )?(?:hieu luc )?(?:thi hanh )?sau (?P<days>\d{1,4}) ngay(?:,? ke)?(?: tu)?(?: ngay)?"
    r"(?: ky)?(?: ban hanh)?(?: van ban)?[.]?"
)
_ON_SIGNING: Final = re.compile(r"(?:co )?(?:hieu luc )?(?:thi hanh )?(?:ke )?tu ngay ky(?: ban hanh)?[.]?")
_WRITTEN_DAY: Final = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}),? nam (\d{4})")
_COLUMN_NUMBER: Final = re.compile(r"\(?\d{1,2}\)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column that the importer knows: the form's field, its heading in the template, and other headings."""

    key: str
    heading: str
    example: str
    synonyms: tuple[str, ...] = ()
    needed: bool = False


COLUMNS: Final = (
    Column(
        key="so_ky_hieu",
        heading="Số ký hiệu",
        example="217/2026/NĐ-CP",
        synonyms=(
            "số, ký hiệu", "số/ký hiệu", "số và ký hiệu", "số hiệu", "số hiệu văn bản", "số ký hiệu văn bản",
            "số, ký hiệu văn bản", "số văn bản", "ký hiệu", "number", "document number",
        ),
        needed=True,
    ),
    Column(
        key="trich_yeu",
        heading="Trích yếu",
        example="Quy định chi tiết một số điều của Luật Xây dựng về quản lý hoạt động xây dựng",
        synonyms=(
            "trích yếu nội dung", "trích yếu văn bản", "tên văn bản", "tên gọi", "tên loại và trích yếu",
            "tên loại và trích yếu nội dung", "nội dung", "nội dung trích yếu", "abstract", "title",
        ),
        needed=True,
    ),
    Column(
        key="co_quan_ban_hanh",
        heading="Cơ quan ban hành",
        example="Chính phủ",
        synonyms=("cơ quan", "nơi ban hành", "đơn vị ban hành", "issuer", "issued by"),
        needed=True,
    ),
    Column(
        key="ngay_ky",
        heading="Ngày ký",
        example="19/06/2026",
        synonyms=(
            "ngày ban hành", "ngày ký ban hành", "ngày văn bản", "ngày tháng", "ngày tháng năm",
            "ngày, tháng, năm ban hành", "ngày tháng văn bản", "signed on", "date signed",
        ),
        needed=True,
    ),
    Column(
        key="ngay_hieu_luc",
        heading="Ngày hiệu lực",
        example="01/07/2026",
        synonyms=(
            "ngày có hiệu lực", "hiệu lực", "hiệu lực từ", "hiệu lực từ ngày", "ngày hiệu lực thi hành",
            "ngày có hiệu lực thi hành", "thời điểm có hiệu lực", "thời điểm hiệu lực", "effective from", "effective on",
        ),
    ),
    Column(
        key="so_ngay",
        heading="Hiệu lực sau N ngày",
        example="",
        synonyms=(
            "hiệu lực sau", "hiệu lực sau (ngày)", "hiệu lực sau số ngày", "sau n ngày", "số ngày", "số ngày kể từ ngày ký",
            "hiệu lực sau n ngày kể từ ngày ký", "days after signing",
        ),
    ),
    Column(
        key="ngay_het_hieu_luc",
        heading="Ngày hết hiệu lực",
        example="",
        synonyms=("hết hiệu lực", "hết hiệu lực từ", "ngày hết hiệu lực thi hành", "expires on"),
    ),
    Column(
        key="linh_vuc",
        heading="Lĩnh vực",
        example="Hoạt động xây dựng",
        synonyms=("ngành, lĩnh vực", "ngành/lĩnh vực", "field"),
    ),
    Column(
        key="thay_the",
        heading="Thay thế",
        example="175/2024/NĐ-CP",
        synonyms=("thay thế văn bản", "văn bản bị thay thế", "văn bản được thay thế", "replaces"),
    ),
    Column(
        key="sua_doi",
        heading="Sửa đổi",
        example="",
        synonyms=(
            "sửa đổi, bổ sung", "sửa đổi văn bản", "sửa đổi, bổ sung văn bản", "văn bản được sửa đổi",
            "văn bản được sửa đổi, bổ sung", "amends",
        ),
    ),
    Column(
        key="dieu_khoan_chuyen_tiep",
        heading="Điều khoản chuyển tiếp",
        example="",
        synonyms=("chuyển tiếp", "quy định chuyển tiếp", "transitional clause"),
    ),
)
